#include "client/store/vault_file.h"

#include "shared/base/file.h"
#include "shared/base/json.h"
#include "shared/crypto/encoding.h"

#include <algorithm>

namespace store::vault {
namespace {

using base::Error;
using base::ErrorCode;
using base::Result;
using base::json::Object;

constexpr std::int64_t kVersion = 1;

Error damaged() {
    return {ErrorCode::Malformed,
            "the key file of this store is damaged; the store itself was not touched. Restore the "
            "key file from the second copy"};
}

Result<std::string> bytes_in(const Object& object, std::string_view name) {
    const auto text = object.string(name);
    if (!text) return damaged();
    auto bytes = crypto::from_base64url(*text);
    if (!bytes.ok()) return damaged();
    return bytes;
}

Result<std::int64_t> count_in(const Object& object, std::string_view name) {
    const auto number = object.integer(name);
    if (!number || *number < 0) return damaged();
    return *number;
}

base::Status check_version(const Object& object) {
    TRY_LET(version, count_in(object, "vault"));
    if (version <= kVersion) return base::Done{};
    return Error{ErrorCode::Unsupported,
                 "this key file was written by a newer version of the program; nothing was "
                 "changed, please install the newer version"};
}

Result<VaultFile> from_object(const Object& object) {
    VaultFile file;
    TRY_LET(passes, count_in(object, "argon2id_passes"));
    TRY_LET(memory, count_in(object, "argon2id_memory_bytes"));
    TRY_LET(salt, bytes_in(object, "salt"));
    TRY_LET(pin_box, bytes_in(object, "pin_box"));
    TRY_LET(rescue_box, bytes_in(object, "rescue_box"));
    if (object.string("reply_key")) {
        TRY_LET(reply_key, bytes_in(object, "reply_key"));
        file.reply_key = reply_key;
    }
    TRY_LET(key_check, bytes_in(object, "key_check"));
    TRY_LET(failures, count_in(object, "failures"));
    TRY_LET(failed_at, count_in(object, "failed_at_ms"));
    file.cost = {static_cast<std::uint64_t>(passes), static_cast<std::size_t>(memory)};
    file.salt = salt;
    file.pin_box = pin_box;
    file.rescue_box = rescue_box;
    file.key_check = key_check;
    file.failures = static_cast<int>(std::min<std::int64_t>(failures, 1'000'000));
    file.failed_at = {failed_at};
    return file;
}

}  // namespace

Result<VaultFile> read_vault(const std::string& path) {
    TRY_LET(text, base::read_file(path));
    return parse_vault(text);
}

Result<VaultFile> parse_vault(std::string_view text) {
    auto object = Object::parse(text);
    if (!object.ok()) return damaged();
    TRY(check_version(object.value()));
    return from_object(object.value());
}

std::string to_text(const VaultFile& file) {
    base::json::Writer writer;
    writer.add("vault", kVersion)
        .add("argon2id_passes", static_cast<std::int64_t>(file.cost.passes))
        .add("argon2id_memory_bytes", static_cast<std::int64_t>(file.cost.memory_bytes))
        .add("salt", crypto::to_base64url(file.salt))
        .add("pin_box", crypto::to_base64url(file.pin_box))
        .add("rescue_box", crypto::to_base64url(file.rescue_box))
        .add("key_check", crypto::to_base64url(file.key_check))
        .add("failures", file.failures)
        .add("failed_at_ms", file.failed_at.unix_ms);
    if (!file.reply_key.empty()) writer.add("reply_key", crypto::to_base64url(file.reply_key));
    return writer.text() + "\n";
}

base::Status write_vault(const std::string& path, const VaultFile& file) {
    constexpr bool kIsPrivate = true;
    return base::replace_file(path, to_text(file), kIsPrivate);
}

}  // namespace store::vault
