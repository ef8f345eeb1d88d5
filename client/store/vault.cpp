#include "client/store/vault.h"

#include "client/store/vault_file.h"
#include "shared/base/file.h"
#include "shared/base/log.h"
#include "shared/base/text.h"
#include "shared/crypto/hash.h"
#include "shared/crypto/sealed.h"
#include "shared/protocol/rescue.h"

#include <algorithm>
#include <array>

namespace store::vault {
namespace {

using base::Error;
using base::ErrorCode;
using base::Instant;
using base::Result;
using base::Status;
using crypto::SecretBytes;

constexpr std::size_t kKeyBytes = 32;
constexpr std::string_view kAbout = "kawan vault: data key by PIN";

std::string check_of(const SecretBytes& key) {
    return crypto::hash128(key.view());
}

Status wrap(VaultFile& file, const SecretBytes& key, std::string_view pin, const Options& options) {
    file.cost = options.cost;
    file.salt = crypto::random_bytes(crypto::kSaltBytes);
    TRY_LET(pin_key, crypto::derive_key(pin, file.salt, file.cost));
    file.pin_box = crypto::seal(pin_key, key.view(), kAbout);
    file.failures = 0;
    file.failed_at = {};
    file.reply_key.clear();
    return base::Done{};
}

// Empty if the PIN is wrong.
Result<SecretBytes> unwrap(const VaultFile& file, std::string_view pin) {
    TRY_LET(pin_key, crypto::derive_key(pin, file.salt, file.cost));
    auto opened = crypto::open(pin_key, file.pin_box, kAbout);
    if (!opened.ok()) return SecretBytes();
    SecretBytes key(opened.value());
    crypto::wipe(opened.value());
    return key;
}

// What is left of the wait. A clock that was set back says nothing about how long ago the last try
// was: the wait is then whole again, and no longer than that.
int wait_left(const VaultFile& file, Instant now) {
    const std::int64_t wait_ms = std::int64_t{1000} * wait_after(file.failures);
    const std::int64_t gone_ms = std::max<std::int64_t>(now.unix_ms - file.failed_at.unix_ms, 0);
    return static_cast<int>((std::max<std::int64_t>(wait_ms - gone_ms, 0) + 999) / 1000);
}

void keep_count(const std::string& path, const VaultFile& file) {
    const auto written = write_vault(path, file);
    if (!written.ok())
        base::log::warn("A try of a PIN was not counted: " + written.error().message);
}

// Too soon. If the clock stands before the last try, the wait counts from now on.
Attempt must_wait(const std::string& path, VaultFile file, Instant now, int wait_s) {
    if (now < file.failed_at) {
        file.failed_at = now;
        keep_count(path, file);
    }
    Attempt attempt;
    attempt.outcome = Attempt::Outcome::MustWait;
    attempt.wait_s = wait_s;
    return attempt;
}

Attempt attempt_with(const std::string& path, VaultFile file, SecretBytes key) {
    Attempt attempt;
    if (key.empty()) {
        attempt.wait_s = wait_after(file.failures);
        return attempt;
    }
    attempt.outcome = Attempt::Outcome::Open;
    attempt.key = std::move(key);
    file.failures = 0;
    file.failed_at = {};
    file.reply_key.clear();  // remembered after all
    keep_count(path, file);
    return attempt;
}

}  // namespace

int wait_after(int failures) {
    // Three slips are free; from the ninth on it is four tries an hour.
    constexpr std::array kWaits{0, 0, 0, 5, 15, 30, 60, 300, 900};
    const auto last = static_cast<int>(kWaits.size()) - 1;
    return kWaits[static_cast<std::size_t>(std::clamp(failures - 1, 0, last))];
}

Status check_new_pin(std::string_view pin) {
    if (base::character_count(pin) >= kPinCharactersMin) return base::Done{};
    return Error{
        ErrorCode::Usage,
        "this PIN is too short: it needs 8 digits or more, and a sentence is better still"};
}

Result<SecretBytes> create(const std::string& path, std::string_view pin,
                           const crypto::BoxPublicKey& centre, const Options& options) {
    TRY(check_new_pin(pin));
    if (base::file_exists(path))
        return Error{ErrorCode::Refused, "this store has a key file already; it was left as it is"};
    SecretBytes key = SecretBytes::random(kKeyBytes);
    VaultFile file;
    file.key_check = check_of(key);
    auto rescue_box = protocol::seal_rescue_box(centre, {key.copy(), options.owner});
    if (!rescue_box.ok()) return std::move(rescue_box).error().during("make the key file");
    file.rescue_box = rescue_box.value();
    TRY(wrap(file, key, pin, options));
    TRY(write_vault(path, file));
    return key;
}

Result<Attempt> unlock(const std::string& path, std::string_view pin, Instant now) {
    TRY_LET(file, read_vault(path));
    if (const int left = wait_left(file, now); left > 0) return must_wait(path, file, now, left);
    // Counted before it is looked at: ending the program in between does not make a try free.
    const VaultFile before = file;
    file.failures += 1;
    file.failed_at = now;
    keep_count(path, file);
    auto key = unwrap(file, pin);
    if (!key.ok()) {
        keep_count(path, before);
        return std::move(key).error();
    }
    return attempt_with(path, file, std::move(key).value());
}

Result<Attempt> change_pin(const std::string& path, std::string_view old_pin,
                           std::string_view new_pin, Instant now, const Options& options) {
    TRY(check_new_pin(new_pin));
    TRY_LET(attempt, unlock(path, old_pin, now));
    if (attempt.outcome != Attempt::Outcome::Open) return std::move(attempt);
    TRY_LET(file, read_vault(path));
    TRY(wrap(file, attempt.key, new_pin, options));
    TRY(write_vault(path, file));
    return std::move(attempt);
}

Result<bool> opens_the_same(const std::string& path, const std::string& other) {
    TRY_LET(one, read_vault(path));
    TRY_LET(two, read_vault(other));
    return crypto::equal_constant_time(one.key_check, two.key_check);
}

Result<RescueRequest> rescue_request(const std::string& path) {
    TRY_LET(file, read_vault(path));
    if (file.reply_key.empty()) {
        file.reply_key = std::string(crypto::BoxKey::generate().bytes().view());
        TRY(write_vault(path, file));
    }
    TRY_LET(reply_key, crypto::BoxKey::from_bytes(file.reply_key));
    const protocol::RescueRequest request{reply_key.public_key().bytes(), file.rescue_box};
    return RescueRequest{to_text(request), comparison_code(request)};
}

Result<SecretBytes> recover(const std::string& path, std::string_view answer,
                            std::string_view new_pin, const Options& options) {
    TRY(check_new_pin(new_pin));
    TRY_LET(file, read_vault(path));
    if (file.reply_key.empty())
        return Error{ErrorCode::Refused, "this laptop has not asked for a new PIN"};
    TRY_LET(reply_key, crypto::BoxKey::from_bytes(file.reply_key));
    TRY_LET(key, protocol::open_rescue_answer(reply_key, answer));
    if (!crypto::equal_constant_time(check_of(key), file.key_check))
        return Error{ErrorCode::Refused, "this answer belongs to another store"};
    TRY(wrap(file, key, new_pin, options));
    TRY(write_vault(path, file));
    return std::move(key);
}

}  // namespace store::vault
