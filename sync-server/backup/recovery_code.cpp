#include "sync-server/backup/recovery_code.h"

#include "shared/base/file.h"
#include "shared/crypto/encoding.h"
#include "shared/crypto/hash.h"
#include "sync-server/backup/data_folder.h"

namespace backup {

using base::Error;
using base::ErrorCode;

namespace {

constexpr std::size_t kCheckBytes = 3;
constexpr std::size_t kNameBytes = 8;

std::string check_of(std::string_view key) {
    return crypto::hash128("kawan.backup.code 1" + std::string(key)).substr(0, kCheckBytes);
}

}  // namespace

std::string recovery_code(const crypto::BoxKey& key) {
    std::string bytes(key.bytes().view());
    bytes += check_of(bytes);
    std::string code = crypto::grouped_code(crypto::to_base32(bytes));
    crypto::wipe(bytes);
    return code;
}

Result<crypto::BoxKey> read_recovery_code(std::string_view typed) {
    while (!typed.empty() && (typed.back() == '\n' || typed.back() == '\r')) {
        typed.remove_suffix(1);
    }
    auto bytes = crypto::from_base32(typed);
    const bool is_whole = bytes.ok() && bytes.value().size() == crypto::kKeyBytes + kCheckBytes &&
                          check_of(bytes.value().substr(0, crypto::kKeyBytes)) ==
                              bytes.value().substr(crypto::kKeyBytes);
    if (!is_whole) {
        return Error{ErrorCode::Malformed,
                     "this is not a recovery code of 56 letters, or one of them is wrong; compare "
                     "it with the paper"};
    }
    auto key = crypto::BoxKey::from_bytes(bytes.value().substr(0, crypto::kKeyBytes));
    crypto::wipe(bytes.value());
    return key;
}

std::string key_name(const crypto::BoxPublicKey& key) {
    return crypto::to_hex(crypto::hash128(key.bytes()).substr(0, kNameBytes));
}

Result<std::optional<crypto::BoxKey>> find_key(const std::string& data) {
    if (!base::file_exists(key_path(data))) return std::optional<crypto::BoxKey>();
    TRY_LET(text, base::read_file(key_path(data)));
    auto key = read_recovery_code(text);
    crypto::wipe(text);
    if (!key.ok()) return std::move(key).error().during(key_path(data));
    return std::optional<crypto::BoxKey>(std::move(key).value());
}

base::Status keep_key(const std::string& data, const crypto::BoxKey& key) {
    std::string text = recovery_code(key) + "\n";
    const base::Status written = base::replace_file(key_path(data), text, true);
    crypto::wipe(text);
    return written;
}

}  // namespace backup
