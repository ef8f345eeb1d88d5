// What the health centre's pages show at once, counted beside them and kept: a month's figures with
// what is missing, and what is due and has arrived of each posyandu. Reading it takes milliseconds
// at any size; counting it takes seconds, and is done where nobody waits.
#pragma once

#include "shared/indicators/tally.h"
#include "sync-server/store/reports/kept.h"

#include <map>
#include <optional>
#include <string>
#include <vector>

namespace overview {

using base::Instant;
using base::Month;
using base::Result;
using base::Status;

// How often what is kept is looked at again while somebody reads it.
inline constexpr std::int64_t kFreshMs = 10LL * 60 * 1000;

// No second count: the numbers of reports::completeness, kept; its names are read when shown, and
// what it found only by reading everything is not looked for again.
struct Missing {
    bool is_over = false;
    int silent = 0, late = 0, not_recalled = 0, infants = 0, quarantined = 0, conflicts = 0,
        orphans = 0;
    std::vector<std::string> silent_units;  // their codes: finding them reads every posyandu
    bool is_complete() const;
};
struct Fed {
    std::string unit;
    int age_months = 0;
    std::string feeding;  // the class: "EBF", ...
    int children = 0;
};
struct KeptMonth {
    Instant at;
    bool is_closed = false;
    Missing missing;
    std::map<std::pair<std::string, std::string>, indicators::Count> sums;  // by unit and code
    std::vector<Fed> fed;

    indicators::Count of(const std::vector<std::string>& units, const std::string& code) const;
};
// A closed month as it was reported. nullopt: nobody has counted it yet.
Result<std::optional<KeptMonth>> kept_month(db::Connection& connection, Month month);
// With the sums of these figures only, and with how children are fed if that is wanted: what one
// page shows is a small part of what is kept.
struct Wanted {
    std::vector<std::string> codes;
    bool is_feeding = false;
};
Result<std::optional<KeptMonth>> kept_month(db::Connection& connection, Month month,
                                            const Wanted& wanted);
// Counts the month if anything was written since it was counted.
Status keep_month(db::Connection& connection, Month month, Instant now, const base::Zone& zone);

// Home visits whose last day lies in the month and whose time has come: how many, and how many of
// them were made. `visits`: all that arrived of the month.
struct UnitArrivals {
    std::int64_t due = 0, arrived = 0, visits = 0;
};
struct Arrivals {
    Instant at;
    Month month;
    std::map<std::string, UnitArrivals> units;
    std::map<std::string, std::int64_t> visits_by_user;
};
Result<std::optional<Arrivals>> kept_arrivals(db::Connection& connection);
Status keep_arrivals(db::Connection& connection, Instant now, const base::Zone& zone);

}  // namespace overview
