// Lists of what waits for a person, a page at a time, and how much of it there is: what a page
// shows is read, whatever waits besides.
#pragma once

#include "sync-server/store/changes/changes.h"
#include "sync-server/store/reports/kept.h"

namespace server_store {

struct WaitingFilter {
    std::optional<std::vector<std::string>> units = {};  // absent: every one
    std::vector<std::string> types_left_out = {};        // records of these are somebody else's
    std::int64_t first = 0, count = 50;
};
// Open ones whose record stands, the oldest first.
Result<std::vector<Contender>> contenders_page(db::Connection& connection,
                                               const WaitingFilter& filter);
Result<std::int64_t> count_contenders(db::Connection& connection, const WaitingFilter& filter);
// How many of them stand before this one in the list.
Result<std::int64_t> contenders_before(db::Connection& connection, const WaitingFilter& filter,
                                       std::string_view id);

// Closed ones, the latest first: taken, or refused by a person.
Result<std::vector<Contender>> closed_contenders_page(db::Connection& connection,
                                                      const WaitingFilter& filter);

Result<std::vector<Quarantined>> quarantine_page(db::Connection& connection, std::int64_t first,
                                                 std::int64_t count);
Result<std::int64_t> count_quarantine(db::Connection& connection);
// What a person refused, the latest first.
Result<std::vector<Quarantined>> rejected_page(db::Connection& connection, std::int64_t first,
                                               std::int64_t count);
// Of this record, decided in that time, with both ends.
Result<std::vector<Quarantined>> quarantine_closed(db::Connection& connection,
                                                   std::string_view record, Instant from,
                                                   Instant to);
Result<std::int64_t> quarantine_before(db::Connection& connection, const Quarantined& item);

// Those who must be seen at once first, then the oldest.
Result<std::vector<OpenReferral>> referrals_page(db::Connection& connection,
                                                 const WaitingFilter& filter);
Result<std::int64_t> count_referrals(db::Connection& connection, const WaitingFilter& filter);

}  // namespace server_store
