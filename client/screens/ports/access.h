// How a laptop gets a user, and a user her PIN. Each is begun here and asked about in later frames;
// one at a time.
#pragma once

#include "client/screens/ports/common.h"

#include <string>

namespace screens {

struct Enrolment {
    std::string code;     // of the slip, "HOST:PORT/SYMBOLS"
    std::string address;  // instead of the code's; empty: the code's
    std::string pin;
    // Whose store of this laptop goes on with the code, keeping all that it holds: then `pin` is
    // the one that opens it. Empty: a new user.
    std::string again = {};
};

struct AccessState {
    enum class Outcome {
        Idle,
        Working,
        Done,
        // of an enrolment
        BadCode,  // not whole, or mistyped
        BadAddress,
        CodeUnknown,
        CodeUsed,
        CodeExpired,
        NoConnection,
        WrongServer,
        AlreadyHere,  // this user has a store on this laptop
        OtherUser,    // the code is not hers whose store is to go on
        Elsewhere,    // her store is open in another window
        // of a PIN
        WrongPin,
        PinTooShort,
        SamePin,
        Mistyped,  // the coordinator's answer: not whole, or a slip of the hand
        NotOurs,   // the coordinator's answer: to another request
        Failed,    // the disk; the reason is in the log
    };
    Outcome outcome = Outcome::Idle;
    int wait_s = 0;      // of WrongPin: seconds until the next try is heard
    std::string device;  // of an enrolment that is Done: the new user's id
};

// What the coordinator needs to help with a forgotten PIN (protocol/rescue.h).
struct PinRequest {
    std::string text;  // as a file or a message
    std::string code;  // read over the phone: the same on both screens
};

class Access {
public:
    virtual ~Access() = default;
    virtual bool is_whole_code(const std::string& code) = 0;
    virtual void enrol(const Enrolment& wanted) = 0;
    virtual void change_pin(const std::string& old_pin, const std::string& new_pin) = 0;
    // Is it she who sits there again? Her store stays open meanwhile. Done or WrongPin.
    virtual void check_pin(const std::string& pin) = 0;
    virtual base::Result<PinRequest> pin_request(const std::string& user) = 0;
    virtual void set_rescued_pin(const std::string& user, const std::string& answer,
                                 const std::string& new_pin) = 0;
    virtual AccessState state() = 0;  // of what was begun last
    virtual void forget() = 0;        // its outcome was read

    // The request as a file in a folder; the newest answer that lies in one.
    virtual base::Status write_request(const std::string& user, const std::string& folder) = 0;
    virtual base::Result<std::string> read_answer(const std::string& folder) = 0;
};

}  // namespace screens
