#include "client/app/window/books/birth_book.h"

#include "client/app/recording/history.h"
#include "shared/base/log.h"
#include "shared/care/asking_again.h"

#include <algorithm>
#include <map>
#include <tuple>
#include <utility>

namespace client_app {

using base::Fields;
using records::Record;
using screens::ExpectedBirth;

namespace {

using ById = std::map<std::string, Record>;

base::Result<ById> all_of(store::Store& store, const char* type) {
    TRY_LET(listed, store.list(type));
    ById all;
    for (Record& record : listed) {
        if (!records::is_retracted(record)) all.emplace(record.id.text(), std::move(record));
    }
    return all;
}

// Whom a reference means now; a circle of merges must end.
const Record* person_at(const ById& persons, std::string id) {
    for (int steps = 0; steps < 8; ++steps) {
        const auto found = persons.find(id);
        if (found == persons.end()) return nullptr;
        id = found->second.fields.text("merged_into");
        if (id.empty()) return &found->second;
    }
    return nullptr;
}

bool goes_on(const Record& pregnancy) {
    const std::string outcome = pregnancy.fields.text("outcome");
    return outcome.empty() || outcome == "ONGOING" || outcome == "UNK";
}

// A birth closes a pregnancy, whatever the pregnancy says.
bool is_born(const Record& mother, base::Date expected, const ById& births, const ById& persons) {
    return std::any_of(births.begin(), births.end(), [&](const auto& entry) {
        const Fields& birth = entry.second.fields;
        const auto day = base::local_date_of(birth.text("delivery_date"));
        return day && care::is_birth_expected(expected, *day) &&
               person_at(persons, birth.text("mother_id")) == &mother;
    });
}

ExpectedBirth row_of(const Record& pregnancy, const Record& mother, const ById& households) {
    const Fields& fields = pregnancy.fields;
    ExpectedBirth row;
    row.pregnancy = pregnancy.id.text();
    row.mother = mother.id.text();
    row.mother_name = mother.fields.text("full_name");
    row.family = mother.fields.text("household_id");
    row.unit = pregnancy.unit;
    row.expected = base::local_date_of(fields.text("expected_date"));
    row.source = fields.text("source");
    row.planned_place = fields.text("planned_place");
    row.planned_place_name = fields.text("planned_place_name");
    row.wants_massage = fields.text("wants_massage") == "1";
    const auto household = households.find(row.family);
    if (household == households.end()) return row;
    row.head = household->second.fields.text("head_name");
    row.rt = household->second.fields.text("rt");
    row.rw = household->second.fields.text("rw");
    return row;
}

base::Result<std::vector<screens::Gathering>> read_gatherings(store::Store& store) {
    TRY_LET(all, all_of(store, "outreach"));
    std::vector<screens::Gathering> rows;
    for (const auto& [id, record] : all) {
        const auto day = base::local_date_of(record.fields.text("date"));
        if (!day) continue;
        TRY_LET(sent, is_sent(store, id));
        rows.push_back({id, *day, record.fields, sent});
    }
    std::sort(rows.begin(), rows.end(), [](const auto& a, const auto& b) {
        return std::tie(a.on, a.id) > std::tie(b.on, b.id);
    });
    return rows;
}

base::Result<std::vector<screens::Tally>> read_tallies(store::Store& store) {
    TRY_LET(all, all_of(store, "tally"));
    std::vector<screens::Tally> rows;
    for (const auto& [id, record] : all) {
        TRY_LET(sent, is_sent(store, id));
        rows.push_back({id, record.fields.text("month"), record.fields, sent});
    }
    std::sort(rows.begin(), rows.end(), [](const auto& a, const auto& b) {
        return std::tie(a.month, a.id) > std::tie(b.month, b.id);
    });
    return rows;
}

}  // namespace

base::Result<std::vector<ExpectedBirth>> read_expected_births(store::Store& store) {
    TRY_LET(pregnancies, all_of(store, "pregnancy"));
    TRY_LET(persons, all_of(store, "person"));
    TRY_LET(households, all_of(store, "household"));
    TRY_LET(births, all_of(store, "birth_event"));
    std::vector<ExpectedBirth> rows;
    for (const auto& [id, pregnancy] : pregnancies) {
        const Record* mother = person_at(persons, pregnancy.fields.text("mother_id"));
        if (mother == nullptr || !goes_on(pregnancy)) continue;
        if (mother->fields.text("vital_status") == "DEAD") continue;
        ExpectedBirth row = row_of(pregnancy, *mother, households);
        if (row.expected && is_born(*mother, *row.expected, births, persons)) continue;
        rows.push_back(std::move(row));
    }
    std::sort(rows.begin(), rows.end(), [](const ExpectedBirth& a, const ExpectedBirth& b) {
        return std::make_tuple(!a.expected, a.expected, a.mother_name, a.pregnancy) <
               std::make_tuple(!b.expected, b.expected, b.mother_name, b.pregnancy);
    });
    return rows;
}

base::Result<BirthBook::Lists> read_birth_lists(store::Store& store) {
    TRY_LET(expected, read_expected_births(store));
    TRY_LET(gatherings, read_gatherings(store));
    TRY_LET(tallies, read_tallies(store));
    return BirthBook::Lists{std::move(expected), std::move(gatherings), std::move(tallies)};
}

void BirthBook::open(Work& work) {
    work_ = &work;
    ++opened_;
}

void BirthBook::close() {
    work_ = nullptr;
    ++opened_;
    lists_ = {};
    is_wanted_ = false;
    ++version_;
}

void BirthBook::read_again() {
    if (work_ == nullptr || !is_wanted_) return;
    store::Store* back = work_->back.get();
    back_room_.ask([this, back, opening = opened_] {
        auto lists = read_birth_lists(*back);
        if (!lists.ok()) return base::log::warn("the births to come could not be read");
        back_room_.hand_over([this, opening, found = std::move(lists).value()]() mutable {
            if (opening != opened_) return;
            lists_ = std::move(found);
            ++version_;
        });
    });
}

const BirthBook::Lists& BirthBook::lists() {
    if (!std::exchange(is_wanted_, true)) read_again();
    return lists_;
}

std::vector<ExpectedBirth> BirthBook::expected() {
    return lists().expected;
}

std::vector<screens::Gathering> BirthBook::gatherings() {
    return lists().gatherings;
}

std::vector<screens::Tally> BirthBook::tallies() {
    return lists().tallies;
}

}  // namespace client_app
