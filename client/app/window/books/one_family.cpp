#include "client/app/window/books/one_family.h"

#include "client/app/recording/families.h"
#include "client/app/recording/history.h"
#include "client/app/window/books/family_pages.h"
#include "client/store/outbox.h"
#include "shared/care/home.h"
#include "shared/care/schedule.h"

#include <algorithm>
#include <tuple>

namespace client_app {

namespace {

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
        if (lives_in(family, person, household)) persons.push_back(person_of(person));
    }
    std::stable_sort(persons.begin(), persons.end(),
                     [](const auto& a, const auto& b) { return rank(a) < rank(b); });
    return persons;
}

std::vector<screens::Entry> entries_of(store::Store& store, const care::Family& family,
                                       const std::vector<records::Record>& records,
                                       base::Date today) {
    std::vector<screens::Entry> entries;
    for (const records::Record& record : records) {
        if (!is_in_timeline(record)) continue;
        const records::Record* visit = family.record(record.fields.text("visit_id"));
        auto day = own_day(visit != nullptr ? visit->fields : record.fields);
        if (!day) day = own_day(record.fields);
        const std::string id = record.id.text();
        const OwnWord own = own_word_of(store, id);
        const bool is_corrected = record.revision.counter > 1 || own.changes > 1;
        entries.push_back(
            {id, record.type, day.value_or(today), record.fields, own.sending, is_corrected});
    }
    // Ids grow with time (UUIDv7), so that of one day the last written stands first.
    std::sort(entries.begin(), entries.end(), [](const auto& a, const auto& b) {
        return std::tie(a.on, a.id) > std::tie(b.on, b.id);
    });
    return entries;
}

screens::WriteState state_of(ChangeState state) {
    switch (state) {
        case ChangeState::Waiting:
            return screens::WriteState::Waiting;
        case ChangeState::Done:
            return screens::WriteState::Done;
        case ChangeState::Conflict:
            return screens::WriteState::Conflict;
        case ChangeState::Quarantined:
            return screens::WriteState::Held;
        case ChangeState::Rejected:
            return screens::WriteState::Refused;
        case ChangeState::Erased:
            return screens::WriteState::Erased;
    }
    return screens::WriteState::Waiting;
}

screens::Written written(HistoryEntry&& entry) {
    screens::Written made;
    made.at = entry.at;
    made.who = std::move(entry.who);
    made.role = std::move(entry.role);
    made.is_mine = entry.is_mine;
    made.is_clock_doubtful = entry.is_clock_doubtful;
    made.is_creation = entry.is_creation;
    made.is_last_of_several = entry.is_last_of_several;
    made.state = state_of(entry.state);
    made.reason = std::move(entry.reason);
    made.answer = std::move(entry.answer);
    for (FieldChange& change : entry.changes) {
        made.changes.push_back(
            {std::move(change.field), std::move(change.old_token), std::move(change.new_token)});
    }
    return made;
}

}  // namespace

OwnWord own_word_of(store::Store& store, const std::string& record) {
    OwnWord own;
    const auto changes = store::changes_of(store, record);
    if (!changes.ok()) return own;
    own.changes = changes.value().size();
    own.sending = screens::Sending::Sent;
    for (const store::Sent& change : changes.value()) {
        if (change.state == store::kWaiting) own.sending = screens::Sending::Waiting;
        if (change.state == store::kQuarantined || change.state == store::kConflict ||
            change.state == store::kRejected) {
            own.sending = screens::Sending::Troubled;
            return own;
        }
    }
    return own;
}

// The one that a household was joined into has its page (SYNC 17); a circle of aliases ends.
base::Result<std::string> that_counts(store::Store& store, std::string household) {
    constexpr int kHopsMax = 16;
    for (int hop = 0; hop < kHopsMax; ++hop) {
        TRY_LET(found, store.find(household));
        const std::string next = found ? found->record.fields.text("merged_into") : std::string();
        if (next.empty()) break;
        household = next;
    }
    return household;
}

std::vector<screens::Due> due_of(const care::Family& family, const std::string& household,
                                 base::Date today) {
    std::vector<screens::Due> due;
    for (const care::Task& task : care::tasks(family, today)) {
        if (!is_waiting_for_us(task.status) || task.person == nullptr) continue;
        if (!lives_in(family, *task.person, household)) continue;
        due.push_back({task.code, task.person->id().text(), task.due_to,
                       task.status == care::TaskStatus::Overdue});
    }
    return due;
}

base::Result<screens::Family> read_family(store::Store& store, const std::string& named,
                                          base::Date today) {
    TRY_LET(household, that_counts(store, named));
    TRY_LET(found, store.find(household));
    if (!found) return base::Error{base::ErrorCode::NotFound, "no such family here"};
    TRY_LET(records, closure_of(store, household));
    screens::Family family;
    {
        const care::Family known{records};
        family.persons = persons_of(known, household);
        family.entries = entries_of(store, known, records, today);
        family.due = due_of(known, household, today);
    }
    family.id = household;
    family.household = found->record.fields;
    family.sending = own_word_of(store, household).sending;
    family.records = std::move(records);
    return family;
}

base::Result<std::vector<screens::Written>> written_of(store::Store& store,
                                                       const std::string& record) {
    TRY_LET(entries, history_of(store, record));
    std::vector<screens::Written> all;
    for (HistoryEntry& entry : entries) all.push_back(written(std::move(entry)));
    return all;
}

}  // namespace client_app
