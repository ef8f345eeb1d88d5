#include "client/app/window/register_month.h"

#include "client/app/families.h"
#include "client/app/window/one_family.h"

#include <algorithm>
#include <tuple>

namespace client_app {

using screens::Sending;

namespace {

std::string home_of(const records::Record& person) {
    const std::string household = person.fields.text("household_id");
    return household.empty() ? person.id.text() : household;
}

bool is_shown(indicators::Indicator indicator) {
    const auto has = [&](const auto& figures) {
        return std::find(figures.begin(), figures.end(), indicator) != figures.end();
    };
    return has(screens::kF1Figures) || has(screens::kSigiziFigures);
}

// A fact rests on the person, her household, the record that decided and what that hangs on.
std::set<std::string> records_behind(const care::Family& family, const records::Record& person,
                                     const std::string& evidence) {
    std::set<std::string> ids = {person.id.text(), person.fields.text("household_id"), evidence};
    if (const records::Record* record = family.record(evidence)) {
        ids.insert(record->fields.text("visit_id"));
        ids.insert(record->fields.text("birth_event_id"));
    }
    ids.erase("");
    return ids;
}

// The register's row rests on her outcome and on every recall.
std::set<std::string> records_behind(const care::Family& family, const care::Person& infant) {
    const care::Outcome* outcome = family.outcome_of(infant);
    auto ids = records_behind(family, *infant.record,
                              outcome != nullptr ? outcome->record->id.text() : std::string());
    for (const care::Event& recall : care::Family::of(family.recalls(), infant)) {
        ids.insert(recall.record->id.text());
        if (recall.visit != nullptr) ids.insert(recall.visit->record->id.text());
    }
    return ids;
}

}  // namespace

base::Result<std::vector<std::string>> homes(store::Store& store) {
    TRY_LET(persons, store.list("person"));
    std::set<std::string> found;
    for (const records::Record& person : persons) found.insert(home_of(person));
    return std::vector<std::string>(found.begin(), found.end());
}

MonthCount::MonthCount(base::Month month, std::string unit, base::Date today) : today_(today) {
    month_.month = month;
    month_.unit = std::move(unit);
}

base::Result<Sending> MonthCount::worst_of(store::Store& store, const std::set<std::string>& ids) {
    Sending worst = Sending::Sent;
    for (const std::string& id : ids) {
        switch (own_word_of(store, id).sending) {
            case Sending::Sent:
                break;
            case Sending::Waiting:
                waiting_.insert(id);
                if (worst == Sending::Sent) worst = Sending::Waiting;
                break;
            case Sending::Troubled:
                troubled_.insert(id);
                worst = Sending::Troubled;
                break;
        }
    }
    return worst;
}

base::Status MonthCount::add_row(store::Store& store, const care::Family& family,
                                 const indicators::RegisterRow& row, const std::string& home) {
    const care::Person* infant = family.person(row.infant.text());
    if (infant == nullptr || home_of(*infant->record) != home) return base::Done{};
    TRY_LET(sending, worst_of(store, records_behind(family, *infant)));
    month_.lines.push_back({row, home, sending});
    return base::Done{};
}

base::Status MonthCount::add_facts(store::Store& store, const care::Family& family,
                                   const records::Record& person) {
    for (const indicators::Fact& fact : indicators::count(family, person, month_.month)) {
        const bool is_here = fact.unit == month_.unit || fact.listed_in == month_.unit;
        if (!is_here || !is_shown(fact.indicator)) continue;
        TRY_LET(sending, worst_of(store, records_behind(family, person, fact.evidence.text())));
        month_.behind.push_back(
            {fact, person.fields.text("full_name"), person.fields.text("household_id"), sending});
    }
    return base::Done{};
}

base::Status MonthCount::add_home(store::Store& store, const std::string& home) {
    TRY_LET(records, closure_of(store, home));
    const care::Family family{records};
    const records::Record* household = family.record(home);
    const bool is_of_unit =
        household != nullptr && household->type == "household" && household->unit == month_.unit;
    if (is_of_unit) {
        for (const auto& row : indicators::register_rows(family, month_.month, today_)) {
            TRY(add_row(store, family, row, home));
        }
    }
    for (const records::Record& record : records) {
        if (record.type != "person" || home_of(record) != home) continue;
        TRY(add_facts(store, family, record));
    }
    return base::Done{};
}

void MonthCount::sort() {
    std::sort(month_.lines.begin(), month_.lines.end(), [](const auto& a, const auto& b) {
        return std::tie(a.row.birth_date, a.row.name, a.row.infant) <
               std::tie(b.row.birth_date, b.row.name, b.row.infant);
    });
    std::sort(month_.behind.begin(), month_.behind.end(), [](const auto& a, const auto& b) {
        return std::tie(a.name, a.fact.person) < std::tie(b.name, b.fact.person);
    });
    month_.not_sent = static_cast<int>(waiting_.size());
    month_.troubled = static_cast<int>(troubled_.size());
}

}  // namespace client_app
