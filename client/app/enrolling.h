// Making this laptop a device of a user, from the code on her slip.
#pragma once

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
    Storage,
};

// Checks the code and the PIN before anything is sent. `server` replaces the code's address
// ("http://127.0.0.1:8080" for a plain server on this computer); empty: https and the code's.
// The keys are kept until the server has answered, so that asking again after a lost answer gets
// the same device. `trouble` is for a screen, which has its own words.
base::Result<store::Identity> enrol(const std::string& data, const std::string& code,
                                    const std::string& server, const std::string& pin,
                                    base::Instant now, EnrolTrouble* trouble = nullptr);

}  // namespace client_app
