#include "sync-server/overview/overview.h"

#include "shared/care/schedule.h"
#include "shared/indicators/facts.h"
#include "sync-server/reports/closure.h"
#include "sync-server/reports/district_choices.h"
#include "sync-server/store/records/moves.h"
#include "sync-server/store/records/records.h"

#include <set>

namespace overview {

using server_store::KeptArrival;

namespace {

const std::string kName = "arrivals";
// The last home visit is due when the child is six months old.
constexpr int kVisitedDays = 220;

std::string home_of(const records::Record& person) {
    const std::string household = person.fields.text("household_id");
    return household.empty() ? person.id.text() : household;
}

class Expecting {
public:
    Expecting(db::Connection& connection, Month month, base::Date today)
        : connection_(connection), month_(month), today_(today) {}

    Status add(const std::string& person) {
        TRY_LET(stored, server_store::find_record(connection_, person));
        if (!stored) return base::Done{};
        const std::string home = home_of(stored->record);
        if (!homes_.insert(home).second) return base::Done{};
        TRY_LET(records, reports::closure_of(connection_, home));
        const care::Family family{records};
        for (const care::Task& task : care::tasks(family, today_)) {
            if (home_of(*task.person->record) == home) add(task);
        }
        return base::Done{};
    }

    std::map<std::string, UnitArrivals>& units() { return units_; }

private:
    void add(const care::Task& task) {
        const bool is_visit = task.code.starts_with("KV");
        const bool is_now = base::month_of(task.due_to) == month_ && task.due_from <= today_;
        if (!is_visit || !is_now || task.status == care::TaskStatus::Cancelled) return;
        UnitArrivals& unit = units_[task.person->record->unit];
        ++unit.due;
        if (task.completed_on) ++unit.arrived;
    }

    db::Connection& connection_;
    Month month_;
    base::Date today_;
    std::set<std::string> homes_;
    std::map<std::string, UnitArrivals> units_;
};

Result<std::vector<KeptArrival>> arrivals_of(db::Connection& connection, base::Date today) {
    const Month month = base::month_of(today);
    Expecting expecting(connection, month, today);
    const base::Date since = base::add_days(base::first_day(month), -kVisitedDays);
    TRY_LET(persons, server_store::born_since(connection, base::to_text(since)));
    for (const std::string& person : persons) TRY(expecting.add(person));
    std::map<std::string, UnitArrivals>& units = expecting.units();
    std::vector<KeptArrival> found;
    TRY_LET(visits, server_store::visits_of(connection, base::to_text(month)));
    for (const server_store::VisitCount& each : visits) {
        units[each.unit].visits += each.visits;
        if (!each.user.empty()) found.push_back({each.unit, each.user, 0, 0, each.visits});
    }
    for (const auto& [unit, each] : units) {
        if (unit == server_store::kOutside) continue;  // visited by another health centre
        found.push_back({unit, "", each.due, each.arrived, each.visits});
    }
    return found;
}

}  // namespace

Result<std::optional<Arrivals>> kept_arrivals(db::Connection& connection) {
    TRY_LET(kept, server_store::find_kept(connection, kName));
    if (!kept) return std::optional<Arrivals>();
    const auto month = base::parse_month(kept->note);
    CHECK(month.has_value());  // only keep_arrivals writes it
    Arrivals found{kept->at, *month, {}, {}};
    TRY_LET(rows, server_store::kept_arrivals(connection));
    for (const KeptArrival& each : rows) {
        if (each.user.empty()) {
            found.units[each.unit] = {each.due, each.arrived, each.visits};
        } else {
            found.visits_by_user[each.user] += each.visits;
        }
    }
    return std::optional(std::move(found));
}

Status keep_arrivals(db::Connection& connection, Instant now, const base::Zone& zone) {
    const base::Date today = base::date_in(now, zone);
    TRY_LET(rules, reports::rules_in_force(connection));
    TRY_LET(state, server_store::state_stamp(connection, rules));
    const std::string stamp = state + " " + base::to_text(today);
    TRY_LET(standing, server_store::find_kept(connection, kName));
    if (standing && standing->stamp == stamp) return base::Done{};
    TRY_LET(arrivals, arrivals_of(connection, today));
    return server_store::keep_arrivals(
        connection, {kName, now, stamp, base::to_text(base::month_of(today))}, arrivals);
}

}  // namespace overview
