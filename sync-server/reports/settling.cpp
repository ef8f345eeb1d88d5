#include "sync-server/reports/settling.h"

#include "shared/indicators/facts.h"
#include "sync-server/reports/closure.h"
#include "sync-server/store/facts.h"
#include "sync-server/store/records.h"

#include <algorithm>
#include <set>
#include <string>
#include <vector>

namespace reports {

namespace {

constexpr std::int64_t kChunk = 100;  // homes or touched records per transaction: some 50 ms

std::string rules() {
    return std::to_string(indicators::kRulesVersion);
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
            fact.sex == 0 ? std::string() : std::string(1, fact.sex)};
}

// Where a person is counted from: her household, or herself if it has not arrived.
std::string home_of(const records::Record& person) {
    const std::string household = person.fields.text("household_id");
    return household.empty() ? person.id.text() : household;
}

Status count_person(db::Connection& connection, const care::Family& family,
                    const records::Record& person, const std::vector<std::string>& months) {
    for (const std::string& text : months) {
        const auto month = base::parse_month(text);
        CHECK(month.has_value());
        TRY(server_store::forget_facts(connection, person.id.text(), text));
        for (const indicators::Fact& fact : indicators::count(family, person, *month)) {
            TRY(server_store::put_fact(connection, row_of(fact, text), rules()));
        }
    }
    return base::Done{};
}

// Counts the persons of one home; those whom its records only mention are counted from theirs.
Status count_home(db::Connection& connection, const std::string& home,
                  const std::vector<std::string>& months) {
    TRY_LET(records, closure_of(connection, home));
    const care::Family family{records};
    for (const records::Record& record : records) {
        if (record.type != "person" || home_of(record) != home) continue;
        TRY(count_person(connection, family, record, months));
    }
    return base::Done{};
}

Result<std::set<std::string>> all_homes(db::Connection& connection) {
    TRY_LET(persons, server_store::ids_of_type(connection, "person"));
    std::set<std::string> homes;
    for (const std::string& id : persons) {
        TRY_LET(stored, server_store::find_record(connection, id));
        if (stored) homes.insert(home_of(stored->record));
    }
    return homes;
}

// The touched record, what it names, and what those name: a step names its teaching, that its
// mother.
Status add_seeds(db::Connection& connection, const std::string& id, int depth,
                 std::set<std::string>& seeds) {
    seeds.insert(id);
    if (depth == 0) return base::Done{};
    TRY_LET(named, server_store::ids_named_by(connection, id));
    for (const std::string& each : named) TRY(add_seeds(connection, each, depth - 1, seeds));
    return base::Done{};
}

// `covered`: records of closures gathered before. What is reached from one of them was reached then.
Status add_homes(db::Connection& connection, const std::string& seed,
                 std::set<std::string>& covered, std::set<std::string>& homes) {
    if (covered.count(seed) != 0) return base::Done{};
    TRY_LET(records, closure_of(connection, seed));
    for (const records::Record& record : records) {
        covered.insert(record.id.text());
        if (record.type == "person") homes.insert(home_of(record));
    }
    return base::Done{};
}

// A touched record can change the facts of everybody in its closure: an outcome those of an infant
// who lives elsewhere, a death those of the twin.
Result<std::set<std::string>> dirty_homes(db::Connection& connection,
                                          const std::vector<std::string>& dirty) {
    std::set<std::string> seeds;
    for (const std::string& id : dirty) TRY(add_seeds(connection, id, 2, seeds));
    std::set<std::string> homes;
    std::set<std::string> covered;
    for (const std::string& seed : seeds) TRY(add_homes(connection, seed, covered, homes));
    return homes;
}

// One chunk in one transaction: what it clears is counted before anybody can touch it again.
Status count_dirty_chunk(db::Connection& connection, const std::vector<std::string>& ids) {
    TRY_LET(transaction, db::Transaction::begin(connection));
    TRY_LET(months, server_store::settled_months(connection, rules()));
    for (const std::string& id : ids) TRY(server_store::clear_dirty(connection, id));
    TRY_LET(homes, dirty_homes(connection, ids));
    for (const std::string& home : homes) TRY(count_home(connection, home, months));
    return transaction.commit();
}

Status count_dirty(db::Connection& connection) {
    for (;;) {
        TRY_LET(ids, server_store::dirty_persons(connection, kChunk));
        if (ids.empty()) return base::Done{};
        TRY(count_dirty_chunk(connection, ids));
    }
}

// Dirty means: counted in a settled month, and touched since. While no month is settled nothing is.
Status forget_dirty_if_never_settled(db::Connection& connection) {
    TRY_LET(transaction, db::Transaction::begin(connection));
    TRY_LET(months, server_store::settled_months(connection, rules()));
    if (months.empty()) TRY(server_store::clear_all_dirty(connection));
    return transaction.commit();
}

Status count_new_month(db::Connection& connection, const std::string& month) {
    TRY(forget_dirty_if_never_settled(connection));
    TRY(server_store::forget_month(connection, month));
    TRY_LET(all, all_homes(connection));
    const std::vector<std::string> homes(all.begin(), all.end());
    for (std::size_t start = 0; start < homes.size(); start += static_cast<std::size_t>(kChunk)) {
        TRY_LET(transaction, db::Transaction::begin(connection));
        const std::size_t end = std::min(start + static_cast<std::size_t>(kChunk), homes.size());
        for (std::size_t i = start; i < end; ++i) TRY(count_home(connection, homes[i], {month}));
        TRY(transaction.commit());
    }
    return server_store::mark_settled(connection, month, rules());
}

}  // namespace

Status settle(db::Connection& connection, Month month) {
    TRY_LET(is_settled, server_store::is_settled(connection, base::to_text(month), rules()));
    if (!is_settled) TRY(count_new_month(connection, base::to_text(month)));
    // Last: what was touched while the month was counted is among them.
    return count_dirty(connection);
}

}  // namespace reports
