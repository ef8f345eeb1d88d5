// The key file beside each store: the store's data key, wrapped twice.
//
//   by the user's PIN       through Argon2id; opens the store every day
//   to the health centre    in a sealed box; so that a forgotten PIN never costs an unsent visit
//
// A wrong PIN is counted in the file and slowed. It never wipes anything and gives no hint. The
// slowing is for hands at this laptop: who copies the file guesses at the price of Argon2id alone,
// which is why a passphrase is better than eight digits.
#pragma once

#include "shared/base/date.h"
#include "shared/base/result.h"
#include "shared/crypto/keys.h"
#include "shared/crypto/password.h"
#include "shared/crypto/secret.h"

#include <string>
#include <string_view>

namespace store::vault {

struct Options {
    crypto::Argon2Cost cost{};  // tests take less
    std::string owner{};        // of create: the device's id, which the health centre will be told
};

// What became of trying a PIN.
struct Attempt {
    enum class Outcome {
        Open,      // `key` is the data key
        WrongPin,  // counted; `wait_s` may be 0
        MustWait,  // too soon: the PIN was not looked at
    };
    Outcome outcome = Outcome::WrongPin;
    crypto::SecretBytes key;
    int wait_s = 0;  // seconds until the next try is heard
};

constexpr std::size_t kPinCharactersMin = 8;
// An Error with the sentence to show if a PIN is too short to be chosen.
base::Status check_new_pin(std::string_view pin);

// A new random data key, which is returned. Never replaces a vault that is there.
base::Result<crypto::SecretBytes> create(const std::string& path, std::string_view pin,
                                         const crypto::BoxPublicKey& centre,
                                         const Options& options = {});

// An Error means that the file is missing, damaged or of a newer program; the PIN is then neither
// right nor wrong. A clock set back makes the wait begin anew, at most; a full disk, on which
// tries cannot be counted, does not keep the user out.
base::Result<Attempt> unlock(const std::string& path, std::string_view pin, base::Instant now);

// Counted and slowed like unlock. The vault is changed only if the outcome is Open.
base::Result<Attempt> change_pin(const std::string& path, std::string_view old_pin,
                                 std::string_view new_pin, base::Instant now,
                                 const Options& options = {});

// Whether two key files hold the same data key: one is a copy of the other, perhaps under another
// PIN. An Error if one of them is missing or damaged.
base::Result<bool> opens_the_same(const std::string& path, const std::string& other);

// A forgotten PIN (protocol/rescue.h): the text to send to the health centre, and the code that its
// coordinator sees too. Asking again before it is answered gives the same text; the key that opens
// the answer stays in the key file until then, and goes once the PIN opens the vault again.
struct RescueRequest {
    std::string text;
    std::string code;
};
base::Result<RescueRequest> rescue_request(const std::string& path);
// Takes the centre's answer, typed or pasted, and sets a new PIN. Malformed: a typing mistake.
// Refused: the answer to another request, or for another store. Neither changes anything.
base::Result<crypto::SecretBytes> recover(const std::string& path, std::string_view answer,
                                          std::string_view new_pin, const Options& options = {});

// Seconds to wait after so many wrong PINs in a row.
int wait_after(int failures);

}  // namespace store::vault
