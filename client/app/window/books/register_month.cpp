#include "client/app/window/books/register_month.h"

#include "client/app/recording/families.h"
#include "client/app/window/books/one_family.h"
#include "shared/sheets/evidence.h"

#include <algorithm>
#include <tuple>

namespace client_app {

using screens::Sending;

namespace {

using indicators::home_of;
using indicators::is_counted;

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

std::string day_behind(const care::Family& family, const std::string& evidence) {
    const records::Record* record = family.record(evidence);
    if (record == nullptr) return {};
    const std::string day = sheets::day_of(*record);
    const records::Record* visit = family.record(record->fields.text("visit_id"));
    return day.empty() && visit != nullptr ? sheets::day_of(*visit) : day;
}

auto by_name(const screens::Behind& each) {
    return std::tie(each.name, each.fact.person, each.fact.evidence);
}

}  // namespace

base::Result<std::vector<std::string>> homes(store::Store& store) {
    std::set<std::string> found;
    for (const char* type : {"person", "tally"}) {
        TRY_LET(counted, store.list(type));
        for (const records::Record& each : counted) found.insert(home_of(each));
    }
    TRY_LET(households, store.list("household"));
    for (const records::Record& each : households) found.insert(each.id.text());
    return std::vector<std::string>(found.begin(), found.end());
}

MonthCount::MonthCount(Posyandu posyandu, sheets::Period period, base::Date today)
    : posyandu_(std::move(posyandu)),
      today_(today),
      month_(std::make_shared<screens::RegisterMonth>()),
      forms_(posyandu_, period),
      shown_(forms_.codes()) {
    month_->period = period;
    month_->month = period.last;
    month_->unit = posyandu_.unit.code;
    for (const base::Month month : sheets::months_of(period)) {
        month_->note.not_asked.push_back({month, 0, 0});
    }
    shown_.emplace(to_code(indicators::Indicator::IdRecall));
    for (const auto indicator : screens::kF1Figures) shown_.emplace(to_code(indicator));
    for (const auto indicator : screens::kSigiziFigures) shown_.emplace(to_code(indicator));
}

base::Result<Sending> MonthCount::word_of(store::Store& store, const std::string& id) {
    const auto known = said_.find(id);
    if (known != said_.end()) return known->second;
    const Sending sending = own_word_of(store, id).sending;
    if (sending == Sending::Waiting) waiting_.insert(id);
    if (sending == Sending::Troubled) troubled_.insert(id);
    said_.emplace(id, sending);
    return sending;
}

base::Result<Sending> MonthCount::worst_of(store::Store& store, const std::set<std::string>& ids) {
    Sending worst = Sending::Sent;
    for (const std::string& id : ids) {
        TRY_LET(sending, word_of(store, id));
        const bool is_worse = sending == Sending::Troubled || worst == Sending::Sent;
        if (sending != Sending::Sent && is_worse) worst = sending;
    }
    return worst;
}

base::Status MonthCount::add_row(store::Store& store, const care::Family& family,
                                 const indicators::RegisterRow& row, const std::string& home) {
    const care::Person* infant = family.person(row.infant.text());
    if (infant == nullptr || home_of(*infant->record) != home) return base::Done{};
    TRY_LET(sending, worst_of(store, records_behind(family, *infant)));
    month_->lines.push_back({row, home, sending});
    return base::Done{};
}

base::Status MonthCount::add_weeks(store::Store& store, const sheets::HomeRows& home) {
    if (month_->period.kind != sheets::Period::Kind::OneMonth) return base::Done{};
    for (const sheets::WeeklyEntry& entry : sheets::weekly_entries(home, month_->month)) {
        screens::Behind behind;
        behind.weekly = entry.what;
        behind.fact.part = indicators::Part::Numerator;
        behind.fact.detail = to_code(entry.what);
        behind.fact.evidence = entry.record->id;
        behind.fact.unit = month_->unit;
        behind.fact.age_months = static_cast<int>(static_cast<unsigned>(entry.on.day()));
        behind.name = home.household.fields.text("head_name");
        if (entry.person != nullptr) {
            behind.fact.person = entry.person->id();
            behind.name = entry.person->record->fields.text("full_name");
        }
        behind.family = home.household.id.text();
        TRY_LET(sending, word_of(store, entry.record->id.text()));
        behind.sending = sending;
        behind.month = month_->month;
        behind.on = day_behind(home.family, entry.record->id.text());
        month_->weekly.push_back(std::move(behind));
    }
    return base::Done{};
}

base::Status MonthCount::add_facts(store::Store& store, const care::Family& family,
                                   const records::Record& person, base::Month month) {
    for (const indicators::Fact& fact :
         indicators::count_everything(family, person, month, posyandu_.settings)) {
        forms_.add_fact(fact, month);
        const bool is_here = fact.unit == month_->unit || fact.listed_in == month_->unit;
        if (!is_here || shown_.count(std::string(to_code(fact.indicator))) == 0) continue;
        const std::string evidence = fact.evidence.text();
        TRY_LET(sending, worst_of(store, records_behind(family, person, evidence)));
        month_->behind.push_back({fact, person.fields.text("full_name"),
                                  person.fields.text("household_id"), sending, month,
                                  day_behind(family, evidence), std::nullopt});
    }
    return base::Done{};
}

base::Status MonthCount::add_tables(store::Store& store, const care::Family& family,
                                    const records::Record& household) {
    const std::string home = household.id.text();
    for (const auto& row :
         indicators::register_rows(family, month_->month, today_, posyandu_.settings)) {
        TRY(add_row(store, family, row, home));
    }
    const sheets::HomeRows rows{household, family, forms_.place(), forms_.centre_name(),
                                posyandu_.settings.f1_row1};
    forms_.add_home(rows);
    return add_weeks(store, rows);
}

std::string MonthCount::unit_then(const records::Record& record, base::Month month) const {
    const auto was = moved_.find(record.id.text());
    if (was == moved_.end()) return record.unit;
    return records::unit_on(was->second.moves, base::last_day(month), record.unit);
}

indicators::Movers MonthCount::movers_of(const std::vector<records::Record>& records,
                                         const std::string& home) const {
    indicators::Movers found;
    for (const records::Record& each : records) {
        const bool is_hers = each.type == "person" && home_of(each) == home;
        if (!is_hers || moved_.count(each.id.text()) == 0) continue;
        found[each.id.text()] = unit_then(each, month_->month);
    }
    return found;
}

// In the tables stands the household where it was then, with those who were there: as the health
// centre's reports go through its homes.
base::Status MonthCount::add_household(store::Store& store,
                                       const std::vector<records::Record>& records,
                                       const records::Record& household) {
    const std::string home = household.id.text();
    if (household.unit == month_->unit && household.fields.text("merged_into").empty()) {
        month_->families.push_back({home, household.fields.text("head_name")});
    }
    records::Record then = household;
    then.unit = unit_then(household, month_->month);
    const indicators::Movers movers = movers_of(records, home);
    const bool has_one_here = std::any_of(movers.begin(), movers.end(), [&](const auto& each) {
        return each.second == month_->unit;
    });
    if (then.unit != month_->unit && !has_one_here) return base::Done{};
    if (moved_.empty()) return add_tables(store, care::Family{records}, household);
    const auto here = indicators::records_in(month_->unit, records, home, then.unit, movers);
    then.unit = month_->unit;
    return add_tables(store, care::Family{here}, then);
}

indicators::Moves MonthCount::moves_in(const indicators::Found& records) const {
    indicators::Moves found;
    for (std::size_t i = 0; i < records.size() && !moved_.empty(); ++i) {
        const auto was = moved_.find(records[i]->id.text());
        if (was != moved_.end()) found.emplace(i, was->second.moves);
    }
    return found;
}

base::Status MonthCount::add_persons_then(store::Store& store, const indicators::Found& records,
                                          const indicators::Moves& moved, const std::string& home,
                                          base::Month month) {
    std::vector<records::Record> then =
        indicators::records_on(records, moved, base::last_day(month));
    indicators::Found all;
    for (const records::Record& each : then) all.push_back(&each);
    for (const auto& [unit, ids] : indicators::counted_by_unit(all, moved, home)) {
        for (records::Record& each : then) {
            if (each.id.text() == home) each.unit = unit;
        }
        const care::Family family{then};
        for (const records::Record& each : then) {
            if (ids.count(each.id.text()) != 0) TRY(add_facts(store, family, each, month));
        }
    }
    return base::Done{};
}

base::Status MonthCount::add_persons(store::Store& store,
                                     const std::vector<records::Record>& records,
                                     const std::string& home) {
    indicators::Found all;
    for (const records::Record& each : records) all.push_back(&each);
    const indicators::Moves moved = moves_in(all);
    const care::Family family{records};
    for (const base::Month month : sheets::months_of(month_->period)) {
        if (!moved.empty()) {
            TRY(add_persons_then(store, all, moved, home, month));
            continue;
        }
        for (const records::Record& each : records) {
            if (!is_counted(each) || home_of(each) != home) continue;
            TRY(add_facts(store, family, each, month));
        }
    }
    return base::Done{};
}

base::Status MonthCount::add_home(store::Store& store, const std::string& home) {
    said_.clear();
    TRY_LET(records, closure_of(store, home));
    for (const records::Record& record : records) {
        const bool is_hers = record.id.text() == home && record.type == "household" &&
                             !records::is_retracted(record);
        if (is_hers) TRY(add_household(store, records, record));
    }
    return add_persons(store, records, home);
}

base::Status MonthCount::read_moves(store::Store& store) {
    TRY_LET(moved, store::moves(store));
    moved_ = std::move(moved);
    TRY_LET(knows_moves, store::knows_moves(store));
    month_->note.knows_moves = knows_moves;
    return count_left(store);
}

// Whom the health centre counts here, and whose records are not here any more.
base::Status MonthCount::count_left(store::Store& store) {
    const auto months = sheets::months_of(month_->period);
    for (const auto& [id, was] : moved_) {
        const auto is_here = [&, &moves = was.moves](base::Month month) {
            return records::unit_on(moves, base::last_day(month), moves.back().to) == month_->unit;
        };
        const bool was_here = std::any_of(months.begin(), months.end(), is_here);
        if (was.type != "person" || !was_here) continue;
        TRY_LET(known, store.find(id));
        if (!known) ++month_->note.left;
    }
    return base::Done{};
}

void MonthCount::sort() {
    std::sort(month_->lines.begin(), month_->lines.end(), [](const auto& a, const auto& b) {
        return std::tie(a.row.birth_date, a.row.name, a.row.infant) <
               std::tie(b.row.birth_date, b.row.name, b.row.infant);
    });
    const auto before = [](const auto& a, const auto& b) { return by_name(a) < by_name(b); };
    std::stable_sort(month_->behind.begin(), month_->behind.end(), before);
    std::stable_sort(month_->weekly.begin(), month_->weekly.end(),
                     [](const auto& a, const auto& b) {
                         return std::tie(a.on, a.name) < std::tie(b.on, b.name);
                     });
    std::sort(month_->families.begin(), month_->families.end(), [](const auto& a, const auto& b) {
        return std::tie(a.head, a.id) < std::tie(b.head, b.id);
    });
}

void MonthCount::take_note() {
    sheets::LaptopNote& note = month_->note;
    for (const screens::Behind& each : month_->behind) {
        const bool is_recall = each.fact.indicator == indicators::Indicator::IdRecall;
        if (!is_recall || each.fact.unit != month_->unit) continue;
        for (sheets::NotAsked& asked : note.not_asked) {
            if (asked.month != each.month || each.fact.part == indicators::Part::Excluded) continue;
            ++asked.of;
            if (!each.is_counted()) ++asked.infants;
        }
    }
    note.is_over = today_ >= base::last_day(month_->month);
    note.is_past = base::month_of(today_) > month_->month;
    note.not_sent = month_->not_sent = static_cast<int>(waiting_.size());
    note.troubled = month_->troubled = static_cast<int>(troubled_.size());
    note.synced_on = posyandu_.synced_on;
    note.counts_as_told = posyandu_.counts_as_told;
    for (const base::Month month : sheets::months_of(month_->period)) {
        if (posyandu_.closed.count(month) != 0) note.closed.push_back(month);
    }
}

base::Status MonthCount::finish(store::Store& store) {
    sort();
    TRY(forms_.read_centre(store));
    take_note();
    std::vector<indicators::RegisterRow> rows;
    for (const screens::RegisterLine& line : month_->lines) rows.push_back(line.row);
    forms_.make(rows, *month_);
    return base::Done{};
}

}  // namespace client_app
