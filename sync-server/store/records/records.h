// Records as the server holds them, their feed, and what names what.
#pragma once

#include "shared/db/connection.h"
#include "shared/records/agreement.h"
#include "shared/records/record.h"

#include <cstdint>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace server_store {

using base::Result;
using base::Status;

struct StoredRecord {
    std::int64_t no = 0;  // 0: not in the database yet
    records::Record record;
    std::string fields_text;  // canonical, as it is hashed and sent
    std::string writers;      // who last wrote each field: accept/writers.h
    std::int64_t seq = 0;
};

Result<std::optional<StoredRecord>> find_record(db::Connection& connection, std::string_view id);
// The same for who only counts: the record alone, at half the cost.
Result<std::optional<records::Record>> find_plain_record(db::Connection& connection,
                                                         std::string_view id);
// Inserts or updates; draws a new seq in its unit and keeps the unit's agreement. `before_hash` is
// the row hash of what stood there (absent for a new record). Replaces the links to `targets`.
Status put_record(db::Connection& connection, StoredRecord& record,
                  std::optional<std::uint64_t> before_hash,
                  const std::vector<std::string>& targets);

struct UnitState {
    std::int64_t seq = 0;
    records::Agreement agreement;
};
Result<UnitState> unit_state(db::Connection& connection, std::string_view unit);

// The feed: records of the unit with seq in (after, until], in order; at most `limit`.
Result<std::vector<StoredRecord>> feed(db::Connection& connection, std::string_view unit,
                                       std::int64_t after, std::int64_t limit);
// Ids, revisions and fields of all records of a unit, for a repair.
Result<std::vector<StoredRecord>> all_of_unit(db::Connection& connection, std::string_view unit);

Result<std::vector<records::Record>> records_naming(db::Connection& connection,
                                                    std::string_view target);
Result<std::vector<std::string>> ids_naming(db::Connection& connection, std::string_view target);
Result<std::vector<std::string>> ids_named_by(db::Connection& connection, std::string_view source);
Result<std::int64_t> count_records(db::Connection& connection);
Result<std::vector<std::string>> ids_of_type(db::Connection& connection, std::string_view type);
// Those that are in the unit now, those that ever moved, and those named by what ever moved.
Result<std::vector<std::string>> ids_of_type_near(db::Connection& connection, std::string_view type,
                                                  std::string_view unit);
// One after another, so that they need not all be held at once. `visit` must not write.
using VisitRecord = std::function<void(const records::Record& record)>;
Status each_of_type(db::Connection& connection, std::string_view type, const VisitRecord& visit);

}  // namespace server_store
