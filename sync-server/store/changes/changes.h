// The append-only log of changes, each with its outcome; contenders; quarantine.
#pragma once

#include "shared/base/date.h"
#include "shared/base/id.h"
#include "shared/db/connection.h"
#include "shared/protocol/outcome.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace server_store {

using base::Instant;
using base::Result;
using base::Status;

struct LoggedChange {
    std::int64_t device = 0;
    std::int64_t incarnation = 0;
    std::int64_t n = 0;
    std::string record;  // empty when the line could not be read
    std::string line;    // as it came
    std::string hash;    // of the chain, at this change
    Instant received_at;
    std::int64_t clock_offset_ms = 0;
    std::string before;   // the old values of the fields that it changed, as a JSON object
    std::string outcome;  // the outcome line
    std::int64_t outcome_seq = 0;
};

Status log_change(db::Connection& connection, const LoggedChange& change);
Result<std::optional<LoggedChange>> find_change(db::Connection& connection, std::int64_t device,
                                                std::int64_t n);
// Whose change it was, and when it came.
struct Authorship {
    base::UserId user;  // empty: the health centre's own console
    Instant received_at;
};
Result<std::optional<Authorship>> author_of(db::Connection& connection, std::int64_t device,
                                            std::int64_t n);
// The chain hashes of n = from, from + 1 ... at most `limit`.
Result<std::vector<std::string>> hashes_from(db::Connection& connection, std::int64_t device,
                                             std::int64_t from, std::int64_t limit);
// The place in the log of the change by which it came to be; 0: the log has none.
Result<std::int64_t> first_change_no(db::Connection& connection, std::string_view record);
Result<std::vector<LoggedChange>> history_of(db::Connection& connection, std::string_view record);

// An outcome that changed later goes out again: under a new number of the device's feed.
Result<std::int64_t> draw_outcome_seq(db::Connection& connection, std::int64_t device);
Status set_outcome(db::Connection& connection, std::int64_t device, std::int64_t n,
                   const protocol::Outcome& outcome, std::int64_t outcome_seq);
struct OutcomeRow {
    std::int64_t seq = 0;
    std::string line;
};
Result<std::vector<OutcomeRow>> outcomes_after(db::Connection& connection, std::int64_t device,
                                               std::int64_t after, std::int64_t limit);

// One open per field group and device; a later one of that device replaces it. Device 0: a value
// that stood there and was displaced; each stays.
struct Contender {
    std::string id;
    std::string record;
    std::string group;
    std::int64_t device = 0;
    std::int64_t n = 0;
    std::string mine;  // JSON object
    Instant opened_at;
    bool is_open = true;
    std::string decision;
    Instant closed_at = {};
};
Status put_contender(db::Connection& connection, const Contender& contender);
Result<std::optional<Contender>> find_contender(db::Connection& connection, std::string_view id);
Result<std::vector<Contender>> open_contenders(db::Connection& connection);
Result<std::vector<Contender>> open_contenders_of(db::Connection& connection,
                                                  std::string_view record, std::string_view group);
// Of this record, closed in that time, with both ends.
Result<std::vector<Contender>> contenders_closed(db::Connection& connection,
                                                 std::string_view record, Instant from, Instant to);
// All that this change ever contended for, open and closed.
Result<std::vector<Contender>> contenders_of_change(db::Connection& connection, std::int64_t device,
                                                    std::int64_t n);
Status close_contender(db::Connection& connection, std::string_view id, Instant now,
                       std::string_view decision);
Status reopen_contender(db::Connection& connection, std::string_view id);

struct Quarantined {
    std::int64_t device = 0;
    std::int64_t n = 0;
    std::string record;
    std::string line;
    std::string code;
    std::string field;
    std::string reason;
    Instant opened_at;
    bool is_open = true;
    std::string decision = {};
    Instant closed_at = {};
};
Status put_quarantined(db::Connection& connection, const Quarantined& item);
Result<std::optional<Quarantined>> find_quarantined(db::Connection& connection, std::int64_t device,
                                                    std::int64_t n);
Result<std::vector<Quarantined>> open_quarantine(db::Connection& connection);
// What this device has waiting for this record, in order of n.
Result<std::vector<Quarantined>> open_quarantine_of(db::Connection& connection, std::int64_t device,
                                                    std::string_view record);
// How many of them; no more than `limit` are looked at.
Result<std::int64_t> count_open_quarantine(db::Connection& connection, std::int64_t device,
                                           std::string_view record, std::int64_t limit);
Result<bool> has_open_quarantine(db::Connection& connection, std::int64_t device);
Status close_quarantined(db::Connection& connection, std::int64_t device, std::int64_t n,
                         Instant now, std::string_view decision);
Status reopen_quarantined(db::Connection& connection, std::int64_t device, std::int64_t n);

}  // namespace server_store
