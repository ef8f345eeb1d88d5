// Devices: one encrypted store of one user on one laptop (SYNC, words), and how far each is.
#pragma once

#include "shared/base/date.h"
#include "shared/base/id.h"
#include "shared/db/connection.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace server_store {

using base::Instant;
using base::Result;
using base::Status;

struct Device {
    std::int64_t no = 0;  // short number inside the database
    base::DeviceId id;
    base::UserId user;
    std::string key;  // Ed25519 public key, base64url
    std::string token_hash;
    std::string name;
    std::int64_t incarnation = 1;
    std::int64_t acknowledged = 0;
    std::string head;              // chain hash of `acknowledged`
    std::int64_t outcome_seq = 0;  // the last drawn for its outcome feed
    bool is_revoked = false;
    bool is_told_to_erase = false;  // all that it had was taken
    std::int64_t late_pushes = 0;   // with news, after it was told
    bool agreed = true;
    std::int64_t clock_offset_ms = 0;
    std::optional<Instant> last_seen_at;
    std::string app;
    std::optional<std::int64_t> free_mb = std::nullopt;  // on its disk, as it last said
};

// Writes from the console and the server's command line are changes of this device. Its incarnation
// is 0, so the same-device rule never holds for it (SYNC 9).
inline constexpr std::string_view kConsoleDevice = "00000000-0000-7000-8000-000000000000";

Status add_device(db::Connection& connection, const Device& device, Instant now);
Result<std::optional<Device>> find_device(db::Connection& connection, std::string_view id);
Result<std::optional<Device>> find_device_by_token(db::Connection& connection,
                                                   std::string_view token_hash);
Result<std::optional<Device>> find_device_by_no(db::Connection& connection, std::int64_t no);
Result<std::vector<Device>> devices(db::Connection& connection);
// Laptops that ever enrolled, also those revoked since.
Result<std::int64_t> count_laptops(db::Connection& connection);
Status set_key(db::Connection& connection, std::int64_t no, std::string_view key);
Status set_token(db::Connection& connection, std::int64_t no, std::string_view token_hash);
// Incarnation, acknowledged, head and outcome_seq, after a round.
Status save_progress(db::Connection& connection, const Device& device);
// The laptop was lost, or its user left: from now on it gets nothing (SYNC 24).
Status revoke(db::Connection& connection, std::int64_t no, Instant now);
// Told again with `late_pushes`, where the first time stays the time.
Status save_told_to_erase(db::Connection& connection, std::int64_t no, Instant now,
                          std::int64_t late_pushes);
Status save_seen(db::Connection& connection, const Device& device, Instant now);

}  // namespace server_store
