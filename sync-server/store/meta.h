// The few facts about the health centre itself, by name.
#pragma once

#include "shared/db/connection.h"

#include <cstdint>
#include <string>
#include <string_view>

namespace server_store {

using base::Result;
using base::Status;

inline constexpr std::string_view kCentre = "centre";  // its name
inline constexpr std::string_view kZone = "zone";      // IANA
inline constexpr std::string_view kEpoch = "epoch";
inline constexpr std::string_view kAddress = "address";          // HOST:PORT on the slips
inline constexpr std::string_view kSigningKey = "signing_key";   // signs receipts
inline constexpr std::string_view kBoxKey = "box_key";           // opens recovery boxes, bundles
inline constexpr std::string_view kCertificate = "certificate";  // PEM
inline constexpr std::string_view kCertificateKey = "certificate_key";  // PEM
// Before the name of what the district chose where a form leaves it open.
inline constexpr std::string_view kChoice = "choice_";

// "" when it was never set.
Result<std::string> meta(db::Connection& connection, std::string_view key);
Status set_meta(db::Connection& connection, std::string_view key, std::string_view value);

// All that the district chose, as laptops are told it: "f1_row1=clockA kf_rule=hours".
Result<std::string> district_choices(db::Connection& connection);

// 0: never initialised.
Result<std::int64_t> epoch(db::Connection& connection);
// What the server restored from a backup says from now on: it is no longer the one that laptops
// knew (SYNC 21, 22). Never lower than what stands.
Status begin_epoch(db::Connection& connection, std::int64_t wished);

// Opens or makes the database file and brings its tables up to date.
Result<db::Connection> open_database(const std::string& path, const db::OpenOptions& options);
Result<db::Connection> open_database(const std::string& path, bool may_create);

}  // namespace server_store
