// Making this laptop a device of a user, from the code on her slip.
#pragma once

#include "client/app/workplace.h"
#include "client/store/store.h"
#include "shared/base/clock.h"

#include <string>

namespace client_app {

// What stood in the way. Only AlreadyHere and Storage may have used up the code.
enum class EnrolTrouble {
    None,
    BadCode,
    BadPin,
    BadAddress,
    CodeUnknown,
    CodeUsed,
    CodeExpired,
    NoConnection,
    WrongServer,
    AlreadyHere,  // this user has a store on this laptop
    OtherUser,    // the code is not hers whose store is to go on
    WrongPin,     // of the store that is to go on
    Elsewhere,    // it is open in another window
    Storage,
};

// Checks the code and the PIN before anything is sent. `server` replaces the code's address
// ("http://127.0.0.1:8080" for a plain server on this computer); empty: https and the code's.
// The keys are kept until the server has answered, so that asking again after a lost answer gets
// the same device. `trouble` is for a screen, which has its own words.
base::Result<store::Identity> enrol(const std::string& data, const std::string& code,
                                    const std::string& server, const std::string& pin,
                                    base::Instant now, EnrolTrouble* trouble = nullptr);

// A store whose laptop the server does not know any more (most often it was restored from a backup)
// goes on with a new code: it keeps all it holds, and the next sync sends what the server lacks.
struct Renewal {
    std::string data;
    StoreFile file;
    std::string code;
    std::string server;  // instead of the code's address
    std::string pin;     // that opens the store
};
// `wait_s`: after WrongPin, seconds until the next try is heard.
base::Result<store::Identity> enrol_again(const Renewal& wanted, base::Instant now,
                                          EnrolTrouble* trouble = nullptr, int* wait_s = nullptr);

}  // namespace client_app
