#include "client/app/window/family_book.h"

#include "client/app/families.h"
#include "client/app/window/look_alikes.h"
#include "client/store/outbox.h"
#include "shared/base/log.h"

#include <algorithm>
#include <array>
#include <tuple>

namespace client_app {

using base::Fields;
using screens::FamilyRow;

namespace {

// What a record hangs on, the nearest first.
constexpr std::array<const char*, 6> kParents = {"visit_id",  "birth_event_id", "mother_id",
                                                 "infant_id", "person_id",      "teaching_id"};
constexpr int kParentsMax = 8;  // deep; a circle of references must end

bool is_in_timeline(const records::Record& record) {
    return record.type != "household" && record.type != "person" &&
           record.type != "massage_teaching_step" && !records::is_retracted(record);
}

bool is_waiting_for_us(care::TaskStatus status) {
    return status == care::TaskStatus::Due || status == care::TaskStatus::Overdue;
}

screens::Person person_of(const care::Person& person) {
    return {person.id().text(), person.record->fields.text("full_name"),
            person.is_mother,   person.is_infant,
            person.is_dead,     person.birth_date};
}

// Mothers first, then infants, then the others.
int rank(const screens::Person& person) {
    return person.is_mother ? 0 : person.is_infant ? 1 : 2;
}

std::vector<screens::Person> persons_of(const care::Family& family, const std::string& household) {
    std::vector<screens::Person> persons;
    for (const care::Person& person : family.persons()) {
        const bool lives_here = person.record->fields.text("household_id") == household;
        if (lives_here) persons.push_back(person_of(person));
    }
    std::stable_sort(persons.begin(), persons.end(),
                     [](const auto& a, const auto& b) { return rank(a) < rank(b); });
    return persons;
}

}  // namespace

void FamilyBook::open(Work& work) {
    work_ = &work;
    ++opened_;
    pages_ = std::move(work.pages);
    as_of_.reset();
    ++version_;
}

void FamilyBook::close() {
    work_ = nullptr;
    ++opened_;
    pages_.clear();
    duties_.clear();
    ++version_;
}

void FamilyBook::read_again() {
    if (work_ == nullptr) return;
    store::Store* back = work_->back.get();
    const std::int64_t opening = opened_;
    const base::Date today = work_->today(clock_);
    back_room_.ask([this, back, today, opening] {
        auto pages = read_pages(*back, today);
        if (!pages.ok()) return base::log::warn("the families could not be read from the store");
        back_room_.hand_over([this, opening, today, pages = std::move(pages).value()] {
            if (opening != opened_) return;
            pages_ = pages;
            as_of_ = today;
            show_duties();
        });
    });
}

void FamilyBook::put_duties(const DutiesOf& duties) {
    for (const auto& [household, of] : duties) duties_[household] = of;
    show_duties();
}

void FamilyBook::show_duties() {
    for (FamilyPage& page : pages_) {
        const auto found = duties_.find(page.row.id);
        page.row.due = found == duties_.end() ? 0 : found->second.due;
        page.row.overdue = found == duties_.end() ? 0 : found->second.overdue;
    }
    ++version_;
}

void FamilyBook::family_changed(const std::string& household) {
    if (work_ == nullptr) return;
    ++version_;
    const auto records = closure_of(*work_->store, household);
    if (!records.ok()) return base::log::warn("a changed family could not be read");
    auto page = page_of(household, records.value(), work_->today(clock_));
    std::erase_if(pages_, [&](const FamilyPage& each) { return each.row.id == household; });
    if (when_changed) when_changed(household);
    if (!page) return;
    const care::Family family{records.value()};
    Duties& duties = duties_[household] = {};
    for (const screens::Due& due : due_of(family, household)) {
        ++(due.is_overdue ? duties.overdue : duties.due);
    }
    page->row.due = duties.due;
    page->row.overdue = duties.overdue;
    pages_.push_back(std::move(*page));
    sort_pages(pages_);
}

std::vector<FamilyRow> FamilyBook::list(const std::string& query) {
    bring_up_to_today();
    const names::Query wanted(query);
    std::vector<FamilyRow> rows;
    for (const FamilyPage& page : pages_) {
        if (page.search.matches(wanted)) rows.push_back(page.row);
    }
    return rows;
}

// A laptop stays open past midnight: nobody is visited in a month that has just begun.
void FamilyBook::bring_up_to_today() {
    if (work_ == nullptr || as_of_ == work_->today(clock_)) return;
    as_of_ = work_->today(clock_);
    for (FamilyPage& page : pages_) bring_up_to(*as_of_, page);
}

std::vector<screens::LookAlike> FamilyBook::look_alikes(const Fields& household,
                                                        const Fields& person) {
    return client_app::look_alikes(pages_, household, person);
}

std::string FamilyBook::name_of(const std::string& household) const {
    for (const FamilyPage& page : pages_) {
        if (page.row.id != household) continue;
        if (!page.row.head.empty() || page.row.people.empty()) return page.row.head;
        return page.row.people.front();
    }
    return {};
}

screens::Sending FamilyBook::sending_of(const std::string& record) const {
    const auto changes = store::changes_of(*work_->store, record);
    if (!changes.ok()) return screens::Sending::Waiting;
    bool is_waiting = false;
    for (const store::Sent& change : changes.value()) {
        if (change.state == store::kWaiting) is_waiting = true;
        if (change.state == store::kQuarantined || change.state == store::kConflict ||
            change.state == store::kRejected) {
            return screens::Sending::Troubled;
        }
    }
    return is_waiting ? screens::Sending::Waiting : screens::Sending::Sent;
}

std::string FamilyBook::household_of(const std::string& type, const std::string& id,
                                     const Fields& answers) const {
    if (work_ == nullptr) return {};
    std::string type_now = type;
    std::string id_now = id;
    Fields now = answers;
    for (int depth = 0; depth < kParentsMax; ++depth) {
        if (type_now == "household") return id_now;
        if (now.has("household_id")) return now.text("household_id");
        std::string parent;
        for (const char* name : kParents) {
            if (parent.empty()) parent = now.text(name);
        }
        auto found = work_->store->find(parent);
        if (!found.ok() || !found.value()) return {};
        type_now = found.value()->record.type;
        id_now = parent;
        now = std::move(found.value()->record.fields);
    }
    return {};
}

std::vector<screens::Due> FamilyBook::due_of(const care::Family& family,
                                             const std::string& household) const {
    std::vector<screens::Due> due;
    for (const care::Task& task : care::tasks(family, work_->today(clock_))) {
        if (!is_waiting_for_us(task.status) || task.person == nullptr) continue;
        if (task.person->record->fields.text("household_id") != household) continue;
        due.push_back({task.code, task.person->id().text(), task.due_to,
                       task.status == care::TaskStatus::Overdue});
    }
    return due;
}

std::vector<screens::Entry> FamilyBook::entries_of(const std::vector<records::Record>& records,
                                                   const care::Family& family) const {
    std::vector<screens::Entry> entries;
    for (const records::Record& record : records) {
        if (!is_in_timeline(record)) continue;
        const records::Record* visit = family.record(record.fields.text("visit_id"));
        auto day = own_day(visit != nullptr ? visit->fields : record.fields);
        if (!day) day = own_day(record.fields);
        const std::string id = record.id.text();
        entries.push_back(
            {id, record.type, day.value_or(work_->today(clock_)), record.fields, sending_of(id)});
    }
    // Ids grow with time (UUIDv7), so that of one day the last written stands first.
    std::sort(entries.begin(), entries.end(), [](const auto& a, const auto& b) {
        return std::tie(a.on, a.id) > std::tie(b.on, b.id);
    });
    return entries;
}

base::Result<screens::Family> FamilyBook::family(const std::string& id) {
    if (work_ == nullptr) return base::Error{base::ErrorCode::NotFound, "nobody is signed in"};
    TRY_LET(household, work_->store->find(id));
    if (!household) return base::Error{base::ErrorCode::NotFound, "no such family here"};
    TRY_LET(records, closure_of(*work_->store, id));
    const care::Family known{records};
    screens::Family family;
    family.id = id;
    family.household = household->record.fields;
    family.sending = sending_of(id);
    family.persons = persons_of(known, id);
    family.entries = entries_of(records, known);
    family.due = due_of(known, id);
    return family;
}

}  // namespace client_app
