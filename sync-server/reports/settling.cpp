#include "sync-server/reports/settling.h"

#include "shared/indicators/facts.h"
#include "shared/indicators/where_then.h"
#include "sync-server/reports/closure.h"
#include "sync-server/reports/district_choices.h"
#include "sync-server/store/records/moves.h"
#include "sync-server/store/records/records.h"
#include "sync-server/store/reports/facts.h"

#include <algorithm>
#include <map>
#include <set>
#include <string>
#include <tuple>
#include <vector>

namespace reports {

namespace {

using indicators::counted_by_unit;
using indicators::home_of;
using indicators::is_counted;
using indicators::Moves;
using server_store::MonthState;

constexpr std::int64_t kChunk = 100;  // homes or touched records per transaction: some 50 ms

// By which facts are counted: this program's and what the district chose.
struct Rules {
    std::string name;
    indicators::Settings settings;
};
Result<Rules> rules_of(db::Connection& connection) {
    TRY_LET(name, rules_in_force(connection));
    TRY_LET(settings, settings_of(connection));
    return Rules{std::move(name), settings};
}

server_store::FactRow row_of(const indicators::Fact& fact, const std::string& month) {
    return {fact.person.text(),
            month,
            fact.unit,
            fact.listed_in,
            std::string(to_code(fact.indicator)),
            std::string(to_code(fact.part)),
            std::string(to_code(fact.reason)),
            fact.detail,
            fact.evidence.text(),
            fact.sex == 0 ? std::string() : std::string(1, fact.sex),
            fact.age_months ? std::optional<std::int64_t>(*fact.age_months) : std::nullopt};
}

// The same facts as last time are not written again: most records change few of them.
Status keep_facts(db::Connection& connection, const std::string& person, const std::string& month,
                  std::vector<server_store::FactRow> rows, const Rules& rules) {
    const auto key = [](const server_store::FactRow& row) {
        return std::tie(row.indicator, row.part, row.evidence);
    };
    std::sort(rows.begin(), rows.end(),
              [&](const auto& one, const auto& other) { return key(one) < key(other); });
    TRY_LET(kept, server_store::facts_of_person(connection, person, month));
    if (kept == rows) return base::Done{};
    if (!kept.empty()) TRY(server_store::forget_facts(connection, person, month));
    for (const server_store::FactRow& row : rows) {
        TRY(server_store::put_fact(connection, row, rules.name));
    }
    return base::Done{};
}

Status count_person(db::Connection& connection, const care::Family& family,
                    const records::Record& person, const std::vector<std::string>& months,
                    const Rules& rules) {
    for (const std::string& text : months) {
        const auto month = base::parse_month(text);
        CHECK(month.has_value());
        std::vector<server_store::FactRow> rows;
        // Who is with another health centre in that month is counted there (SYNC 16).
        if (person.unit != server_store::kOutside) {
            for (const auto& fact :
                 indicators::count_everything(family, person, *month, rules.settings)) {
                rows.push_back(row_of(fact, text));
            }
        }
        TRY(keep_facts(connection, person.id.text(), text, std::move(rows), rules));
    }
    return base::Done{};
}

using Ids = std::set<std::string>;
using Found = Closures::Found;

Status count_persons(db::Connection& connection, const Found& records, const Ids& asked,
                     const std::vector<std::string>& months, const Rules& rules) {
    const care::Family family{records};
    for (const records::Record* record : records) {
        if (asked.count(record->id.text()) == 0) continue;
        TRY(count_person(connection, family, *record, months, rules));
    }
    return base::Done{};
}

Result<Moves> moves_in(db::Connection& connection, const Found& records) {
    Moves found;
    TRY_LET(has_any, server_store::has_moves(connection));
    if (!has_any) return found;
    for (std::size_t i = 0; i < records.size(); ++i) {
        if (records[i]->type != "household" && records[i]->type != "person") continue;
        TRY_LET(moves, server_store::moves_of(connection, records[i]->id.text()));
        if (!moves.empty()) found.emplace(i, std::move(moves));
    }
    return found;
}

Found all_of(const std::vector<records::Record>& records) {
    Found found;
    for (const records::Record& each : records) found.push_back(&each);
    return found;
}

// Counts the persons of one home; those whom its records only mention are counted from theirs. Who
// moved counts in a month where she was on its last day (DOMAIN 6.7).
Status count_home(db::Connection& connection, Closures& closures, const std::string& home,
                  const std::vector<std::string>& months, const Rules& rules) {
    TRY_LET(records, closures.look_at(home));
    TRY_LET(moved, moves_in(connection, records));
    if (moved.empty()) {
        Ids all;
        for (const auto& [unit, ids] : counted_by_unit(records, moved, home)) {
            all.insert(ids.begin(), ids.end());
        }
        return count_persons(connection, records, all, months, rules);
    }
    for (const std::string& month : months) {
        std::vector<records::Record> then =
            indicators::records_on(records, moved, base::last_day(*base::parse_month(month)));
        const Found all = all_of(then);
        for (const auto& [unit, ids] : counted_by_unit(all, moved, home)) {
            for (records::Record& each : then) {
                if (each.id.text() == home) each.unit = unit;
            }
            TRY(count_persons(connection, all, ids, {month}, rules));
        }
    }
    return base::Done{};
}

// One posyandu after another: facts written together then stand together in the index.
Result<std::vector<std::string>> all_homes(db::Connection& connection) {
    std::map<std::string, std::string> units;
    const auto add = [&](const records::Record& person) {
        units.try_emplace(home_of(person), person.unit);
    };
    TRY(server_store::each_of_type(connection, "person", add));
    TRY(server_store::each_of_type(connection, "tally", add));
    std::vector<std::pair<std::string, std::string>> sorted;
    for (const auto& [home, unit] : units) sorted.emplace_back(unit, home);
    std::sort(sorted.begin(), sorted.end());
    std::vector<std::string> homes;
    for (auto& [unit, home] : sorted) homes.push_back(std::move(home));
    return homes;
}

// The touched record, what it names, and what those name: a step names its teaching, that its
// mother. `seeds`: how deep was looked from each.
using Seeds = std::map<std::string, int>;
Status add_seeds(db::Connection& connection, const std::string& id, int depth, Seeds& seeds) {
    const auto [at, is_new] = seeds.try_emplace(id, depth);
    if (!is_new && at->second >= depth) return base::Done{};
    at->second = depth;
    if (depth == 0) return base::Done{};
    TRY_LET(named, server_store::ids_named_by(connection, id));
    for (const std::string& each : named) TRY(add_seeds(connection, each, depth - 1, seeds));
    return base::Done{};
}

// Homes whose persons are counted, and records of closures gathered before.
struct Counting {
    std::set<std::string> homes, covered;
};

// A touched record can change the facts of everybody in its closure: an outcome those of an infant
// who lives elsewhere, a death those of the twin. What is reached from a record that was covered
// was reached then.
Status count_around(db::Connection& connection, const std::string& seed, Counting& counting,
                    const std::vector<std::string>& months, const Rules& rules) {
    if (counting.covered.count(seed) != 0) return base::Done{};
    Closures closures(connection);
    TRY_LET(records, closures.look_at(seed));
    std::set<std::string> homes;
    for (const records::Record* record : records) {
        counting.covered.insert(record->id.text());
        if (is_counted(*record)) homes.insert(home_of(*record));
    }
    for (const std::string& home : homes) {
        if (!counting.homes.insert(home).second) continue;
        TRY(count_home(connection, closures, home, months, rules));
    }
    return base::Done{};
}

// Inside a transaction: what it clears is counted before anybody can touch it again.
Status count_dirty_ids(db::Connection& connection, const std::vector<std::string>& ids) {
    TRY_LET(rules, rules_of(connection));
    TRY_LET(months, server_store::begun_months(connection, rules.name));
    Seeds seeds;
    for (const std::string& id : ids) {
        TRY(server_store::clear_dirty(connection, id));
        TRY(add_seeds(connection, id, 2, seeds));
    }
    Counting counting;
    for (const auto& [seed, depth] : seeds) {
        TRY(count_around(connection, seed, counting, months, rules));
    }
    return base::Done{};
}

Status count_dirty(db::Connection& connection) {
    for (;;) {
        // Most often there is nobody: who only reads waits for no writer.
        TRY_LET(any, server_store::dirty_persons(connection, 1));
        if (any.empty()) return base::Done{};
        TRY_LET(transaction, db::Transaction::begin(connection));
        TRY_LET(ids, server_store::dirty_persons(connection, kChunk));
        if (ids.empty()) return base::Done{};
        TRY(count_dirty_ids(connection, ids));
        TRY(transaction.commit());
    }
}

// Dirty means: counted in a month that is begun, and touched since. While none is, nothing is.
Status forget_dirty_if_none_begun(db::Connection& connection, const Rules& rules) {
    TRY_LET(months, server_store::begun_months(connection, rules.name));
    if (months.empty()) TRY(server_store::clear_all_dirty(connection));
    return base::Done{};
}

// From here on whoever counts dirty persons counts them for this month too. Facts of a month that
// another process is counting, or was killed at, are true as far as they go, and stay.
Result<bool> begin_month(db::Connection& connection, const std::string& month, const Rules& rules) {
    TRY_LET(transaction, db::Transaction::begin(connection));
    TRY_LET(state, server_store::month_state(connection, month, rules.name));
    if (state == MonthState::Settled) return false;
    if (state == MonthState::NotCounted) {
        TRY(forget_dirty_if_none_begun(connection, rules));
        TRY(server_store::forget_facts_of_month(connection, month));
        TRY(server_store::set_month_state(connection, month, rules.name, MonthState::Counting));
    }
    TRY(transaction.commit());
    return true;
}

// A program of other rules has begun the month anew, or the district chose otherwise: what this one
// would write is not wanted.
Status check_is_ours(db::Connection& connection, const std::string& month, const Rules& rules) {
    TRY_LET(state, server_store::month_state(connection, month, rules.name));
    if (state != MonthState::NotCounted) return base::Done{};
    return base::Error{base::ErrorCode::Refused,
                       "the month is being counted by other rules; try again later"};
}

Status count_homes(db::Connection& connection, const std::string& month,
                   const std::vector<std::string>& homes, const Rules& rules,
                   const BetweenChunks& between_chunks) {
    for (std::size_t start = 0; start < homes.size(); start += static_cast<std::size_t>(kChunk)) {
        TRY_LET(transaction, db::Transaction::begin(connection));
        TRY(check_is_ours(connection, month, rules));
        const std::size_t end = std::min(start + static_cast<std::size_t>(kChunk), homes.size());
        for (std::size_t i = start; i < end; ++i) {
            Closures closures(connection);
            TRY(count_home(connection, closures, homes[i], {month}, rules));
        }
        TRY(transaction.commit());
        if (between_chunks) between_chunks();
    }
    return base::Done{};
}

// Everybody, whoever else may be counting the month: each person's facts are worked out from the
// records as they stand, so two that count at once write the same.
Status count_new_month(db::Connection& connection, const std::string& month,
                       const BetweenChunks& between_chunks) {
    TRY_LET(rules, rules_of(connection));
    TRY_LET(is_begun, begin_month(connection, month, rules));
    if (!is_begun) return base::Done{};
    TRY_LET(all, all_homes(connection));
    TRY(count_homes(connection, month, all, rules, between_chunks));
    TRY_LET(transaction, db::Transaction::begin(connection));
    TRY(check_is_ours(connection, month, rules));
    TRY(server_store::set_month_state(connection, month, rules.name, MonthState::Settled));
    return transaction.commit();
}

}  // namespace

Result<bool> is_settled(db::Connection& connection, Month month) {
    TRY_LET(rules, rules_in_force(connection));
    TRY_LET(state, server_store::month_state(connection, base::to_text(month), rules));
    return state == MonthState::Settled;
}

Status settle(db::Connection& connection, Month month, const BetweenChunks& between_chunks) {
    const std::string text = base::to_text(month);
    TRY_LET(rules, rules_in_force(connection));
    TRY_LET(state, server_store::month_state(connection, text, rules));
    if (state != MonthState::Settled) TRY(count_new_month(connection, text, between_chunks));
    // Last: what was touched while the month was counted is among them.
    return count_dirty(connection);
}

Result<db::Transaction> settle_and_hold(db::Connection& connection, Month month) {
    for (;;) {
        TRY(settle(connection, month));
        TRY_LET(transaction, db::Transaction::begin(connection));
        TRY_LET(rules, rules_in_force(connection));
        TRY_LET(state, server_store::month_state(connection, base::to_text(month), rules));
        TRY_LET(ids, server_store::dirty_persons(connection, kChunk));
        const bool is_little = static_cast<std::int64_t>(ids.size()) < kChunk;
        if (state != MonthState::Settled || !is_little) continue;  // somebody was quicker
        TRY(count_dirty_ids(connection, ids));
        return std::move(transaction);
    }
}

}  // namespace reports
