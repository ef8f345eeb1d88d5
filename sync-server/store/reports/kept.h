// What the pages show at once, kept beside the records and counted anew in the background: a
// month's figures with what differs since it was closed, and what is due and arrived.
#pragma once

#include "sync-server/store/reports/facts.h"
#include "sync-server/store/reports/kept_differences.h"

#include "shared/base/date.h"

#include <map>
#include <optional>

namespace server_store {

using base::Instant;

struct Kept {
    std::string name;  // "2026-10", "arrivals"
    Instant at;
    std::string stamp;  // of the state that it was counted of
    std::string note;   // JSON
};
Result<std::optional<Kept>> find_kept(db::Connection& connection, std::string_view name);
// Tells whether anything was written since: the newest change, what waits, closings, the month's
// rules.
Result<std::string> state_stamp(db::Connection& connection, std::string_view rules);

// Of children by age: how many were fed how (its detail is the class).
struct KeptFigure {
    FigureRow row;
    std::string detail;
};
// Of one figure, its code as the facts have it; empty: of all.
Result<std::vector<KeptFigure>> kept_figures(db::Connection& connection, std::string_view month,
                                             std::string_view indicator);
// In the place of what stood there. `kept.name` is the month.
Status keep_figures(db::Connection& connection, const Kept& kept,
                    const std::vector<KeptFigure>& figures, const KeptDifferences& differences);

struct KeptArrival {
    std::string unit;
    std::string user;  // who made the visits; empty: of the posyandu as a whole
    std::int64_t due = 0, arrived = 0, visits = 0;
};
Result<std::vector<KeptArrival>> kept_arrivals(db::Connection& connection);
Status keep_arrivals(db::Connection& connection, const Kept& kept,
                     const std::vector<KeptArrival>& arrivals);

// What arrivals are counted from, without reading anybody's record in full.
// Infants born on that day ("2026-05-01") or later, and who gave birth since: their ids.
Result<std::vector<std::string>> born_since(db::Connection& connection, std::string_view day);
// Visits of the month that stand, by unit and who made them.
struct VisitCount {
    std::string unit, user;
    std::int64_t visits = 0;
};
Result<std::vector<VisitCount>> visits_of(db::Connection& connection, std::string_view month);

// A referral of which nobody knows what came of it.
struct OpenReferral {
    std::string id, person, unit, raised_at, urgency, referred_to, told;
};
// When the first change arrived; nullopt: none did.
Result<std::optional<Instant>> first_change_at(db::Connection& connection);
// Of one laptop: changes that wait, conflicts that it brought.
Result<std::map<std::int64_t, std::int64_t>> problems_by_device(db::Connection& connection);

}  // namespace server_store
