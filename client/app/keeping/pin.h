// A user's PIN: changed by herself, or set anew with the help of her coordinator. Outcomes are
// values that a page shows; an Error means that the key file cannot be read or written.
#pragma once

#include "client/app/workplace.h"
#include "client/store/vault.h"

#include <string>

namespace client_app {

struct PinChange {
    enum class Outcome {
        Changed,   // or right, where nothing is changed
        WrongPin,  // the old one; `wait_s` until the next try is heard
        TooShort,  // the new one
        Same,      // the new one is the old one
        Mistyped,  // the coordinator's answer: not whole, or a slip of the hand
        NotOurs,   // the coordinator's answer: to another request
    };
    Outcome outcome = Outcome::Changed;
    int wait_s = 0;
};

// The store may stay open: its key is the same as before. The second copy keeps the old PIN until
// it is made again.
Result<PinChange> change_pin(const StoreFile& file, const std::string& old_pin,
                             const std::string& new_pin, base::Instant now,
                             const store::vault::Options& options = {});

// Changed: it is hers. A wrong one counts as at the sign-in, where the disk takes the count.
Result<PinChange> check_pin(const StoreFile& file, const std::string& pin, base::Instant now);

// What the laptop shows while a new PIN is asked for: the text goes to the coordinator as a file,
// or pasted into a message; the code is read over the phone.
Result<store::vault::RescueRequest> ask_for_new_pin(const StoreFile& file);
// With the coordinator's answer, pasted, typed or out of a file.
Result<PinChange> set_rescued_pin(const StoreFile& file, const std::string& answer,
                                  const std::string& new_pin,
                                  const store::vault::Options& options = {});

// In Indonesian.
std::string sentence_of(const PinChange& change);

}  // namespace client_app
