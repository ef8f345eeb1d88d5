// Who sits before the window, and her PIN.
#pragma once

#include "client/screens/ports/common.h"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace screens {

struct LocalUser {
    std::string id;    // which store of this laptop
    std::string name;  // as she told the laptop to call her; known before the PIN
};

struct Unlocking {
    enum class State { Idle, Working, Open, WrongPin, Failed, Elsewhere };  // in another window
    State state = State::Idle;
    int wait_s = 0;       // after a wrong PIN: seconds until the next try is heard
    std::string trouble;  // of Failed, for the log
};

struct Unit {
    std::string code, name;  // "P03", "Posyandu Melati 3"
};

struct Me {
    std::string user_id, name, role;
    std::vector<Unit> units;
    bool is_practice = false;  // invented families, never sent
    std::string centre = {};   // "Puskesmas Sukamaju"
};

// The health centre closed this laptop's permission and has all of its records: her data goes, and
// with it her place at the sign-in.
struct Closed {
    enum class State { Erasing, Erased, Failed };  // Failed: at the next start again
    State state = State::Erasing;
    std::int64_t received = 0;  // records that the health centre has
    bool has_proof = false;     // its receipt was kept
    bool is_copy_left = false;  // the stick with the second copy was not there
};

class Session {
public:
    virtual ~Session() = default;
    virtual std::vector<LocalUser> users() = 0;
    virtual void unlock(const std::string& user, const std::string& pin) = 0;
    virtual Unlocking unlocking() = 0;
    // Opens the practice store, which asks no PIN: as it was left, or anew. Ask unlocking().
    virtual void practise(bool anew) = 0;
    virtual Me me() = 0;  // once open
    virtual base::Zone zone() = 0;
    virtual void lock() = 0;  // back to the PIN; nothing is lost
    virtual std::optional<Closed> closed() = 0;
    virtual void closed_was_read() = 0;
};

}  // namespace screens
