#include "client/app/window/family_book.h"

#include "client/app/families.h"
#include "client/store/outbox.h"
#include "shared/base/log.h"
#include "shared/base/text.h"

#include <algorithm>
#include <array>
#include <tuple>

namespace client_app {

using base::Fields;
using screens::FamilyRow;

namespace {

// On which day a record happened, by the first of these that it answers.
constexpr std::array<const char*, 9> kDays = {"started_at",   "performed_at",  "raised_at",
                                              "contact_date", "delivery_date", "expected_date",
                                              "given_at",     "taken_at",      "recall_date"};
// What a record hangs on, the nearest first.
constexpr std::array<const char*, 6> kParents = {"visit_id",  "birth_event_id", "mother_id",
                                                 "infant_id", "person_id",      "teaching_id"};
constexpr int kParentsMax = 8;  // deep; a circle of references must end

bool is_person(const records::Record& record) {
    return record.type == "person";
}

bool is_in_timeline(const records::Record& record) {
    return record.type != "household" && !is_person(record) &&
           record.type != "massage_teaching_step" && !records::is_retracted(record);
}

std::optional<base::Date> own_day(const Fields& fields) {
    for (const char* name : kDays) {
        const auto day = base::local_date_of(fields.text(name));
        if (day) return day;
    }
    return std::nullopt;
}

std::string key_of(const FamilyRow& row) {
    return base::folded(row.head);
}

bool comes_before(const FamilyRow& a, const FamilyRow& b) {
    return std::make_tuple(a.rw, a.rt, key_of(a)) < std::make_tuple(b.rw, b.rt, key_of(b));
}

bool is_waiting_for_us(care::TaskStatus status) {
    return status == care::TaskStatus::Due || status == care::TaskStatus::Overdue;
}

screens::Person person_of(const care::Person& person) {
    return {person.id().text(), person.record->fields.text("full_name"),
            person.is_mother,   person.is_infant,
            person.is_dead,     person.birth_date};
}

// Mothers first, then infants, then the others; as they were written down otherwise.
int rank(const screens::Person& person) {
    return person.is_mother ? 0 : person.is_infant ? 1 : 2;
}

}  // namespace

void FamilyBook::open(Work& work) {
    work_ = &work;
    ++opened_;
    read_again();
}

void FamilyBook::close() {
    work_ = nullptr;
    ++opened_;
    pages_.clear();
    ++version_;
}

void FamilyBook::read_again() {
    if (work_ == nullptr) return;
    read_names();
    ask_what_is_due();
    ++version_;
}

void FamilyBook::add_person(Page& page, const Fields& person) {
    const std::string name = person.text("full_name");
    page.folded += " " + base::folded(name + " " + person.text("phone") + " " + person.text("nik"));
    const bool is_mother = person.text("is_mother") == "1";
    if (!is_mother && person.text("is_infant") != "1") return;
    auto& people = page.row.people;
    people.insert(is_mother ? people.begin() : people.end(), name);
}

FamilyBook::Page FamilyBook::page_of(const records::Record& household) const {
    Page page;
    page.row.id = household.id.text();
    page.row.head = household.fields.text("head_name");
    page.row.rt = household.fields.text("rt");
    page.row.rw = household.fields.text("rw");
    page.folded =
        base::folded(page.row.head + " rt " + page.row.rt + " rw " + page.row.rw + " " +
                     household.fields.text("phone") + " " + household.fields.text("address_line"));
    return page;
}

void FamilyBook::read_names() {
    auto households = work_->store->list("household");
    auto persons = work_->store->list("person");
    auto visits = work_->store->list("visit");
    if (!households.ok() || !persons.ok() || !visits.ok()) {
        base::log::warn("the families could not be read from the store");
        return;
    }
    std::map<std::string, Page> by_id;
    for (const auto& household : households.value()) {
        if (!records::is_retracted(household)) by_id[household.id.text()] = page_of(household);
    }
    const auto at = [&](const Fields& fields) -> Page* {
        const auto found = by_id.find(fields.text("household_id"));
        return found == by_id.end() ? nullptr : &found->second;
    };
    for (const auto& person : persons.value()) {
        const bool counts = !records::is_retracted(person) && !person.fields.has("merged_into");
        if (Page* page = at(person.fields); page != nullptr && counts) {
            add_person(*page, person.fields);
        }
    }
    for (const auto& visit : visits.value()) {
        Page* page = records::is_retracted(visit) ? nullptr : at(visit.fields);
        const auto day = own_day(visit.fields);
        if (page == nullptr || !day) continue;
        if (!page->row.last_visit || *page->row.last_visit < *day) page->row.last_visit = day;
    }
    pages_.clear();
    for (auto& [id, page] : by_id) pages_.push_back(std::move(page));
    std::stable_sort(pages_.begin(), pages_.end(),
                     [](const Page& a, const Page& b) { return comes_before(a.row, b.row); });
}

void FamilyBook::ask_what_is_due() {
    store::Store* back = work_->back.get();
    const base::Date today = work_->today(clock_);
    const std::int64_t opening = opened_;
    back_room_.ask([this, back, today, opening] {
        auto tasks = due_tasks(*back, today);
        if (!tasks.ok()) return base::log::warn("what is due could not be worked out");
        DutiesOf duties;
        for (const DueTask& task : tasks.value()) {
            Duties& of = duties[task.household];
            ++(task.status == care::TaskStatus::Overdue ? of.overdue : of.due);
        }
        back_room_.hand_over([this, duties = std::move(duties), opening] {
            if (opening == opened_) put_duties(duties);
        });
    });
}

void FamilyBook::put_duties(const DutiesOf& duties) {
    for (Page& page : pages_) {
        const auto found = duties.find(page.row.id);
        page.row.due = found == duties.end() ? 0 : found->second.due;
        page.row.overdue = found == duties.end() ? 0 : found->second.overdue;
    }
    ++version_;
}

void FamilyBook::family_changed(const std::string&) {
    read_again();
}

std::vector<FamilyRow> FamilyBook::list(const std::string& query) {
    const auto words = base::split(base::folded(query), ' ');
    std::vector<FamilyRow> rows;
    for (const Page& page : pages_) {
        const bool fits = std::all_of(words.begin(), words.end(), [&](const std::string& word) {
            return page.folded.find(word) != std::string::npos;
        });
        if (fits) rows.push_back(page.row);
    }
    return rows;
}

std::string FamilyBook::name_of(const std::string& household) const {
    for (const Page& page : pages_) {
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
    const base::Date today = work_->today(clock_);
    for (const care::Person& person : known.persons()) {
        if (person.record->fields.text("household_id") == id) {
            family.persons.push_back(person_of(person));
        }
    }
    std::stable_sort(family.persons.begin(), family.persons.end(),
                     [](const auto& a, const auto& b) { return rank(a) < rank(b); });
    for (const records::Record& record : records) {
        if (!is_in_timeline(record)) continue;
        const records::Record* visit = known.record(record.fields.text("visit_id"));
        auto day = own_day(visit != nullptr ? visit->fields : record.fields);
        if (!day) day = own_day(record.fields);
        family.entries.push_back({record.id.text(), record.type, day.value_or(today), record.fields,
                                  sending_of(record.id.text())});
    }
    // Ids grow with time (UUIDv7), so that of one day the last written stands first.
    std::sort(family.entries.begin(), family.entries.end(), [](const auto& a, const auto& b) {
        return std::tie(a.on, a.id) > std::tie(b.on, b.id);
    });
    for (const care::Task& task : care::tasks(known, today)) {
        if (!is_waiting_for_us(task.status) || task.person == nullptr) continue;
        family.due.push_back({task.code, task.person->id().text(), task.due_to,
                              task.status == care::TaskStatus::Overdue});
    }
    return family;
}

}  // namespace client_app
