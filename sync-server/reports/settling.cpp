#include "sync-server/reports/settling.h"

#include "shared/indicators/facts.h"
#include "sync-server/reports/closure.h"
#include "sync-server/store/facts.h"
#include "sync-server/store/records.h"

#include <set>
#include <string>
#include <vector>

namespace reports {

namespace {

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
                    const records::Record& person, const std::vector<std::string>& months,
                    bool forget) {
    if (forget) TRY(server_store::forget_facts(connection, person.id.text()));
    for (const std::string& text : months) {
        const auto month = base::parse_month(text);
        CHECK(month.has_value());
        for (const indicators::Fact& fact : indicators::count(family, person, *month)) {
            TRY(server_store::put_fact(connection, row_of(fact, text), rules()));
        }
    }
    return base::Done{};
}

// Counts the persons of one home; those whom its records only mention are counted from theirs.
Status count_home(db::Connection& connection, const std::string& home,
                  const std::vector<std::string>& months, bool forget) {
    TRY_LET(records, closure_of(connection, home));
    const care::Family family{records};
    for (const records::Record& record : records) {
        if (record.type != "person" || home_of(record) != home) continue;
        TRY(count_person(connection, family, record, months, forget));
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

// A touched record can change the facts of everybody in its closure: an outcome those of an infant
// who lives elsewhere, a death those of the twin.
Result<std::set<std::string>> dirty_homes(db::Connection& connection,
                                          const std::vector<std::string>& dirty) {
    std::set<std::string> homes;
    for (const std::string& id : dirty) {
        if (homes.count(id) != 0) continue;  // its home is on the list already
        TRY_LET(records, closure_of(connection, id));
        for (const records::Record& record : records) {
            if (record.type == "person") homes.insert(home_of(record));
        }
    }
    return homes;
}

Status count_new_month(db::Connection& connection, const std::string& month) {
    TRY(server_store::forget_month(connection, month));
    TRY_LET(homes, all_homes(connection));
    for (const std::string& home : homes) TRY(count_home(connection, home, {month}, false));
    return server_store::mark_settled(connection, month, rules());
}

Status count_dirty(db::Connection& connection) {
    TRY_LET(dirty, server_store::dirty_persons(connection));
    if (dirty.empty()) return base::Done{};
    TRY_LET(months, server_store::settled_months(connection, rules()));
    TRY_LET(homes, dirty_homes(connection, dirty));
    for (const std::string& home : homes) TRY(count_home(connection, home, months, true));
    for (const std::string& id : dirty) TRY(server_store::clear_dirty(connection, id));
    return base::Done{};
}

}  // namespace

Status settle(db::Connection& connection, Month month) {
    TRY_LET(transaction, db::Transaction::begin(connection));
    TRY(count_dirty(connection));
    TRY_LET(is_settled, server_store::is_settled(connection, base::to_text(month), rules()));
    if (!is_settled) TRY(count_new_month(connection, base::to_text(month)));
    return transaction.commit();
}

}  // namespace reports
