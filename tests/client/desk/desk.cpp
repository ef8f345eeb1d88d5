#include "tests/client/desk/desk.h"

#include "shared/base/text.h"

#include <algorithm>
#include <array>

namespace desk {

namespace {

constexpr std::array<const char*, 7> kDayFields = {"started_at",   "performed_at",  "raised_at",
                                                   "contact_date", "delivery_date", "weighed_on",
                                                   "recall_date"};

Date day_of(const Fields& fields, Date otherwise) {
    for (const char* name : kDayFields) {
        const auto day = base::local_date_of(fields.text(name));
        if (day) return *day;
    }
    return otherwise;
}

records::Record record_of(const StoredRecord& stored) {
    records::Record record;
    record.id = records::RecordId(stored.id);
    record.type = stored.type;
    record.unit = "P03";
    record.fields = stored.fields;
    return record;
}

}  // namespace

Desk::Desk() : clock(thursday()) {}

Ports Desk::ports() {
    return {*this,    *this,          *this,     *this,    courier,   agenda,
            settings, access,         keeping,   printing, referrals, births,
            births,   register_month, trainings, speaker,  clock};
}

base::Instant thursday() {
    return *base::parse_date_time("2026-03-05T09:30:00+07:00");
}

std::string Desk::put(const std::string& type, const std::string& answers, Sending sending) {
    const std::string id = base::make_uuid7(clock.now(), random_);
    records_.push_back({id, type, base::Fields::parse(answers).value(), sending});
    ++version_;
    return id;
}

void Desk::retract(const std::string& id, const std::string& reason) {
    for (StoredRecord& each : records_) {
        if (each.id != id) continue;
        each.fields.set(records::kRetracted, "1");
        each.fields.set(records::kRetractReason, reason);
    }
    ++version_;
}

void Desk::change(const std::string& id, const std::string& answers) {
    for (StoredRecord& each : records_) {
        if (each.id == id) each.fields.apply(base::Fields::parse(answers).value());
    }
    ++version_;
}

const StoredRecord* Desk::find(const std::string& id) const {
    for (const StoredRecord& each : records_) {
        if (each.id == id) return &each;
    }
    return nullptr;
}

std::vector<const StoredRecord*> Desk::all(const std::string& type) const {
    std::vector<const StoredRecord*> found;
    for (const StoredRecord& each : records_) {
        if (each.type == type) found.push_back(&each);
    }
    return found;
}

void Desk::practise(bool anew) {
    practised_anew += anew ? 1 : 0;
    pin_was_right_ = is_practice_ = true;
    frames_left_ = frames_of_unlocking;
}

void Desk::unlock(const std::string&, const std::string& pin) {
    is_practice_ = false;
    pin_was_right_ = pin == right_pin;
    frames_left_ = frames_of_unlocking;
}

Unlocking Desk::unlocking() {
    if (frames_left_-- > 0) return {Unlocking::State::Working, 0, {}};
    if (!pin_was_right_) return answer_to_wrong;
    return {Unlocking::State::Open, 0, {}};
}

Me Desk::me() {
    return {"01890000-0000-7000-8000-000000000001",
            local_users.empty() ? "" : local_users.front().name,
            role,
            units,
            is_practice_,
            "Puskesmas Sukamaju"};
}

// The family that a record belongs to, found through what it names.
std::string Desk::household_of(const StoredRecord& record) const {
    if (record.type == "household") return record.id;
    const std::string own = record.fields.text("household_id");
    if (!own.empty()) return own;
    for (const char* name :
         {"mother_id", "infant_id", "person_id", "visit_id", "birth_event_id", "teaching_id"}) {
        const StoredRecord* parent = find(record.fields.text(name));
        if (parent != nullptr) return household_of(*parent);
    }
    return {};
}

std::vector<Person> Desk::persons_of(const std::string& household) const {
    std::vector<Person> persons;
    for (const StoredRecord* each : all("person")) {
        const Fields& f = each->fields;
        if (f.text("household_id") != household || f.has("merged_into")) continue;
        persons.push_back({each->id, f.text("full_name"), f.text("is_mother") == "1",
                           f.text("is_infant") == "1", f.text("vital_status") == "DEAD",
                           base::parse_date(f.text("birth_date"))});
    }
    return persons;
}

FamilyRow Desk::row_of(const StoredRecord& household) const {
    FamilyRow row;
    row.id = household.id;
    row.head = household.fields.text("head_name");
    row.unit = household.fields.text("unit");
    row.rt = household.fields.text("rt");
    row.rw = household.fields.text("rw");
    for (const Person& person : persons_of(household.id)) row.people.push_back(person.name);
    for (const StoredRecord* visit : all("visit")) {
        if (household_of(*visit) != household.id) continue;
        row.last_visit = base::local_date_of(visit->fields.text("started_at"));
    }
    add_what_filters_ask(row);
    const auto due = due_of.find(household.id);
    if (due == due_of.end()) return row;
    for (const Due& each : due->second) ++(each.is_overdue ? row.overdue : row.due);
    return row;
}

// A baby is cared for here, his mother lives in another house.
void Desk::add_named_mothers(Family& family) const {
    const std::size_t own = family.records.size();
    for (std::size_t i = 0; i < own; ++i) {
        const StoredRecord* mother = find(family.records[i].fields.text("mother_person_id"));
        if (mother == nullptr || household_of(*mother) == family.id) continue;
        family.records.push_back(record_of(*mother));
    }
}

base::Result<Family> Desk::family(const std::string& id) {
    const StoredRecord* household = find(id);
    if (household == nullptr) return base::Error{base::ErrorCode::NotFound, "no such family"};
    Family family;
    family.id = id;
    family.household = household->fields;
    family.sending = household->sending;
    family.persons = persons_of(id);
    const Date today = base::date_in(clock.now(), base::Zone{});
    for (const StoredRecord& each : records_) {
        if (household_of(each) != id) continue;
        family.records.push_back(record_of(each));
        const bool is_shown = each.type != "household" && each.type != "person" &&
                              each.type != "massage_teaching_step";
        if (!is_shown || records::is_retracted(each.fields)) continue;
        const StoredRecord* visit = find(each.fields.text("visit_id"));
        const Date on =
            visit != nullptr ? day_of(visit->fields, today) : day_of(each.fields, today);
        family.entries.push_back(
            {each.id, each.type, on, each.fields, each.sending, written[each.id].size() > 1});
    }
    add_named_mothers(family);
    std::reverse(family.entries.begin(), family.entries.end());
    std::stable_sort(family.entries.begin(), family.entries.end(),
                     [](const Entry& a, const Entry& b) { return a.on > b.on; });
    family.due = due_of[id];
    return family;
}

std::optional<std::string> Desk::lookup(std::string_view, std::string_view id,
                                        std::string_view field) {
    if (field == "massage_trainer_until" && id == me().user_id) return trainer_until;
    const StoredRecord* record = find(std::string(id));
    if (record == nullptr || !record->fields.has(field)) return std::nullopt;
    return record->fields.text(field);
}

base::Result<Fields> Desk::answers_of(const std::string& record) {
    const StoredRecord* found = find(record);
    if (found == nullptr) return base::Error{base::ErrorCode::NotFound, "no such record"};
    return found->fields;
}

base::Result<Opened> Desk::open_record(const std::string& record) {
    TRY_LET(answers, answers_of(record));
    return Opened{std::move(answers), confirmed_at};
}

base::Result<std::string> Desk::save(const Save& save) {
    if (disk_refuses) return base::Error{*disk_refuses, "the disk refused"};
    saves.push_back(save);
    drafts_.erase(save.draft);
    ++version_;
    ++sync.waiting;
    for (StoredRecord& each : records_) {
        if (each.id != save.record) continue;
        each.fields.apply(save.answers);
        each.sending = Sending::Waiting;
        return each.id;
    }
    const std::string id = put(save.type, save.answers.to_json(), Sending::Waiting);
    if (!save.record.empty()) records_.back().id = save.record;
    return save.record.empty() ? id : save.record;
}

base::Result<std::vector<std::string>> Desk::save_all(const std::vector<Save>& all_of_them) {
    std::vector<std::string> ids;
    for (const Save& each : all_of_them) {
        TRY_LET(id, save(each));
        ids.push_back(id);
    }
    return ids;
}

base::Status Desk::put_draft(const Draft& draft) {
    if (disk_refuses) return base::Error{*disk_refuses, "the disk refused"};
    ++drafts_written;
    drafts_[draft.id] = draft;
    return base::Done{};
}

Sending Desk::sending_of(const std::string& record) {
    const StoredRecord* found = find(record);
    return found != nullptr ? found->sending : Sending::Waiting;
}

base::Status Desk::keep_visit_notes(const std::string& visit, const VisitNotes& notes) {
    if (disk_refuses) return base::Error{*disk_refuses, "the disk refused"};
    notes_[visit] = notes;
    return base::Done{};
}

std::vector<Draft> Desk::drafts() {
    std::vector<Draft> all;
    for (const auto& [id, draft] : drafts_) all.push_back(draft);
    return all;
}

base::Status Desk::discard_draft(const std::string& id) {
    drafts_.erase(id);
    return base::Done{};
}

}  // namespace desk
