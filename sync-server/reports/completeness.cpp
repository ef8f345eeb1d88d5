#include "sync-server/reports/completeness.h"

#include "sync-server/store/changes/waiting_lists.h"
#include "sync-server/store/people/devices.h"
#include "sync-server/store/people/people.h"
#include "sync-server/store/reports/activity.h"
#include "sync-server/store/reports/closings.h"

#include <algorithm>
#include <set>

namespace reports {

using base::Done;
using base::Result;
using base::Status;

namespace {

constexpr std::int64_t kDayMs = 24LL * 60 * 60 * 1000;

// The first moment of the next month, where the health centre is.
base::Instant end_of(base::Month month, const base::Zone& zone) {
    const auto day = std::chrono::sys_days(base::first_day(base::add_months(month, 1)));
    const std::int64_t ms =
        std::chrono::duration_cast<std::chrono::milliseconds>(day.time_since_epoch()).count();
    return {ms - std::int64_t{zone.offset_minutes} * 60'000};
}

// Who has a laptop to record on: a midwife's work is missed as much as a cadre's.
bool records_visits(const server_store::User& user) {
    return user.role == "KADER" || user.role == "BIDAN";
}

std::string month_words(base::Month month, Wording wording) {
    return wording == Wording::Indonesian ? sheets::words_id(month) : base::to_text(month);
}

class Gathering {
public:
    Gathering(db::Connection& connection, base::Month month, const std::string& unit)
        : connection_(connection), unit_(unit) {
        found_.month = month;
    }

    Status add_silent(const Known* known) {
        TRY_LET(units, server_store::units(connection_));
        const auto is_known_silent = [&](const std::string& code) {
            return std::find(known->silent.begin(), known->silent.end(), code) !=
                   known->silent.end();
        };
        std::set<std::string> working;
        if (known == nullptr) {
            TRY_LET(found, server_store::units_with_work(connection_, base::to_text(found_.month)));
            working = std::move(found);
        }
        for (const protocol::Unit& each : units) {
            if (!is_asked(each.code)) continue;
            names_[each.code] = each.name;
            const bool is_silent =
                known == nullptr ? working.count(each.code) == 0 : is_known_silent(each.code);
            if (is_silent) found_.silent.push_back({each.code, each.name, each.village});
        }
        return Done{};
    }

    Status add_late(base::Instant month_end) {
        TRY_LET(devices, server_store::devices(connection_));
        TRY_LET(units, server_store::unit_codes_by_user(connection_));
        for (const server_store::Device& each : devices) {
            const bool is_late = !each.last_seen_at || *each.last_seen_at < month_end;
            if (each.is_revoked || each.no == 0 || !is_late) continue;
            TRY_LET(user, server_store::find_user(connection_, each.user));
            if (!user || user->is_disabled || !records_visits(*user)) continue;
            const auto& codes = units[user->id.text()];
            if (!std::any_of(codes.begin(), codes.end(),
                             [&](const std::string& code) { return is_asked(code); })) {
                continue;
            }
            found_.late.push_back(
                {each.id.text(), each.name, user->name, codes, each.last_seen_at});
        }
        return Done{};
    }

    Status add_not_recalled(Reading reading) {
        TRY_LET(counts, recalls(reading));
        for (const auto& [code, name] : names_) {
            const indicators::Count count = counts.of({code, name, "", "", {code}}, {"ID_RECALL"});
            found_.infants += count.denominator;
            const int missing = count.denominator - count.numerator;
            found_.infants_not_recalled += missing;
            if (missing > 0)
                found_.not_recalled.push_back({code, name, missing, count.denominator});
        }
        return Done{};
    }

    // Of whichever month: what waits may belong to any.
    Status add_waiting(const Known* known) {
        TRY_LET(quarantined, server_store::count_quarantine(connection_));
        found_.quarantined = static_cast<int>(quarantined);
        TRY_LET(conflicts, server_store::count_contenders(connection_, {}));
        found_.conflicts = static_cast<int>(conflicts);
        if (known != nullptr) {
            found_.orphans = known->orphans;
            return Done{};
        }
        TRY_LET(orphans, server_store::orphans_by_unit(connection_));
        for (const auto& [unit, count] : orphans) {
            if (is_asked(unit)) found_.orphans += count;
        }
        return Done{};
    }

    Completeness& found() { return found_; }

private:
    Result<sheets::Counts> recalls(Reading reading) {
        TRY_LET(closing, server_store::closing_of(connection_, base::to_text(found_.month)));
        if (reading == Reading::AsNow || !closing) {
            return counts_now(connection_, found_.month, "ID_RECALL");
        }
        return counts_of(connection_, sheets::period_of(found_.month), Reading::AsReported);
    }

    bool is_asked(const std::string& unit) const { return unit_.empty() || unit == unit_; }

    db::Connection& connection_;
    std::string unit_;
    std::map<std::string, std::string> names_;
    Completeness found_;
};

Result<Completeness> gathered(Gathering gathering, const Known* known, base::Month month,
                              base::Instant now, const base::Zone& zone, Reading reading) {
    gathering.found().is_over = base::date_in(now, zone) >= base::last_day(month);
    TRY(gathering.add_silent(known));
    // While the month still runs, nobody is late; on its last day, who was not heard that day.
    const base::Instant end = end_of(month, zone);
    const base::Instant since = now < end ? base::Instant{end.unix_ms - kDayMs} : end;
    if (gathering.found().is_over) TRY(gathering.add_late(since));
    TRY(gathering.add_not_recalled(reading));
    TRY(gathering.add_waiting(known));
    return std::move(gathering.found());
}

Result<std::vector<std::string>> missing_of(db::Connection& connection, base::Month month,
                                            const std::string& unit, base::Instant now,
                                            const base::Zone& zone, Wording wording) {
    if (unit.empty() && wording == Wording::Indonesian) {
        TRY_LET(closing, server_store::closing_of(connection, base::to_text(month)));
        if (closing) return std::move(closing->missing);
    }
    TRY_LET(found, completeness(connection, month, unit, now, zone, Reading::AsReported));
    return sentences(found, zone, wording);
}

}  // namespace

Result<Completeness> completeness(db::Connection& connection, base::Month month,
                                  const std::string& unit, base::Instant now,
                                  const base::Zone& zone, Reading reading) {
    return gathered(Gathering(connection, month, unit), nullptr, month, now, zone, reading);
}

Result<Completeness> completeness(db::Connection& connection, base::Month month, const Known& known,
                                  base::Instant now, const base::Zone& zone) {
    return gathered(Gathering(connection, month, ""), &known, month, now, zone, Reading::AsNow);
}

Result<std::vector<std::string>> missing_in(db::Connection& connection,
                                            const sheets::Period& period, const std::string& unit,
                                            base::Instant now, const base::Zone& zone,
                                            Wording wording) {
    const auto months = sheets::months_of(period);
    std::vector<std::string> lines;
    for (const base::Month month : months) {
        TRY_LET(found, missing_of(connection, month, unit, now, zone, wording));
        for (const std::string& line : found) {
            lines.push_back(months.size() == 1 ? line : month_words(month, wording) + ": " + line);
        }
    }
    return lines;
}

}  // namespace reports
