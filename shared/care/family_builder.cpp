#include "shared/care/family.h"

namespace care {

// Lists are finished in an order in which each points only at lists finished before it.
class FamilyBuilder {
public:
    explicit FamilyBuilder(Family& family) : family_(family) {}

    void take(const Record& record);
    void build() {
        list_live();
        add_persons();
        add_births();
        add_outcomes();
        add_visits();
        add_events();
        add_parts();
    }

private:
    struct Parent {
        const Record* record = nullptr;
        bool is_retracted = false;
        bool is_missing = false;  // named, but not here
    };

    void list_live();
    void add_persons();
    void add_births();
    void add_outcomes();
    void add_visits();
    void add_events();
    void add_parts();
    void add_event(Events& list, const Record& record, const Person* person, const Visit* visit,
                   std::optional<Date> on);
    void add_visit_child(Events& list, const Record& record, std::string_view person_field);
    void add_recall(const Record& record);
    void add_dated(Events& list, const Record& record, std::string_view person_field,
                   std::string_view date_field);

    Parent parent(const Record& record, std::string_view name) const;
    // Is the parent usable? If it has not arrived, the record goes on the list of those left out.
    bool settle(const Record& record, const Parent& parent);
    template <typename Item>
    const Item* item(const std::vector<Item>& list, const Record* record) const {
        const auto found = family_.place_.find(record);
        if (found == family_.place_.end() || found->second >= list.size()) return nullptr;
        const Item& there = list[found->second];
        return there.record == record ? &there : nullptr;  // a reference to another type is none
    }
    template <typename Item>
    void remember(const std::vector<Item>& list) {
        for (std::size_t i = 0; i < list.size(); ++i) family_.place_[list[i].record] = i;
    }
    template <typename Act>
    void each(std::string_view type, Act act) {
        for (const Record* record : live_) {
            if (record->type == type) act(*record);
        }
    }

    Family& family_;
    std::vector<const Record*> live_;  // neither retracted nor merged away, sorted by id
};

void FamilyBuilder::take(const Record& record) {
    const auto [at, is_new] = family_.by_id_.try_emplace(record.id.text(), &record);
    if (!is_new && at->second->revision < record.revision) at->second = &record;
}

void FamilyBuilder::list_live() {
    for (const auto& [id, record] : family_.by_id_) {
        if (records::is_retracted(*record)) continue;
        if (code(record->fields, "merged_into").empty()) live_.push_back(record);
    }
    std::sort(live_.begin(), live_.end(),
              [](const Record* a, const Record* b) { return a->id < b->id; });
}

FamilyBuilder::Parent FamilyBuilder::parent(const Record& record, std::string_view name) const {
    const std::string_view id = code(record.fields, name);
    if (id.empty()) return {};
    const Record* found = family_.record(id);
    if (found == nullptr) return {nullptr, false, true};
    if (records::is_retracted(*found)) return {nullptr, true, false};
    return {found, false, false};
}

bool FamilyBuilder::settle(const Record& record, const Parent& parent) {
    if (parent.is_missing) family_.left_out_.push_back(&record);
    return !parent.is_missing && !parent.is_retracted;
}

void FamilyBuilder::add_persons() {
    each("person", [&](const Record& record) {
        Person person;
        person.record = &record;
        const std::string_view sex = code(record.fields, "sex");
        if (sex == "L" || sex == "P") person.sex = sex[0];
        person.birth_date = date(record.fields, "birth_date");
        person.is_dead = code(record.fields, "vital_status") == "DEAD";
        if (person.is_dead) person.death_date = date(record.fields, "death_date");
        person.is_infant = is_yes(record.fields, "is_infant");
        person.is_mother = is_yes(record.fields, "is_mother");
        family_.persons_.push_back(person);
    });
    remember(family_.persons_);
}

void FamilyBuilder::add_births() {
    each("birth_event", [&](const Record& record) {
        const Parent mother = parent(record, "mother_id");
        if (!settle(record, mother)) return;
        const Person* person = item(family_.persons_, mother.record);
        const auto delivered = date(record.fields, "delivery_date");
        if (person == nullptr || !delivered) {
            family_.left_out_.push_back(&record);
            return;
        }
        family_.births_.push_back(
            {&record, person, *delivered, minute_of_day(record.fields, "delivery_time")});
    });
    std::stable_sort(
        family_.births_.begin(), family_.births_.end(),
        [](const Birth& a, const Birth& b) { return a.delivery_date < b.delivery_date; });
    remember(family_.births_);
}

Outcome::Kind kind_of(const Record& record) {
    const std::string_view text = code(record.fields, "outcome");
    if (text == "LIVE") return Outcome::Kind::Live;
    if (text == "STILL") return Outcome::Kind::Stillborn;
    return text == "NND" ? Outcome::Kind::DiedLater : Outcome::Kind::Unknown;
}

void FamilyBuilder::add_outcomes() {
    each("birth_outcome", [&](const Record& record) {
        const Parent birth = parent(record, "birth_event_id");
        const Parent infant = parent(record, "infant_id");
        if (!settle(record, birth) || !settle(record, infant)) return;
        Outcome outcome{&record, item(family_.births_, birth.record),
                        item(family_.persons_, infant.record), kind_of(record),
                        record.fields.integer("birth_order").value_or(0)};
        if (outcome.kind == Outcome::Kind::Stillborn) outcome.infant = nullptr;
        if (outcome.birth == nullptr) {
            family_.left_out_.push_back(&record);
            return;
        }
        family_.outcomes_.push_back(outcome);
    });
    std::stable_sort(family_.outcomes_.begin(), family_.outcomes_.end(),
                     [](const Outcome& a, const Outcome& b) {
                         return a.birth != b.birth ? a.birth < b.birth : a.order < b.order;
                     });
    remember(family_.outcomes_);
    for (const Outcome& each : family_.outcomes_) {
        if (each.infant == nullptr) continue;
        // After a merge two outcomes can name one infant: hers is the one written with her own id.
        const bool is_hers = code(each.record->fields, "infant_id") == each.infant->id().text();
        const auto [at, is_new] = family_.outcome_by_infant_.try_emplace(each.infant, &each);
        if (!is_new && is_hers) at->second = &each;
        Person& infant = family_.persons_[family_.place_[each.infant->record]];
        infant.is_infant = true;
        if (!infant.birth_date) infant.birth_date = each.birth->delivery_date;
        if (each.kind == Outcome::Kind::DiedLater) infant.is_dead = true;
        if (infant.is_dead) infant.death_date = date(infant.record->fields, "death_date");
    }
}

// Where the hour is not known, the visit comes first on its day.
std::int64_t hour_of(const Visit& visit) {
    return visit.started ? visit.started->unix_ms : 0;
}

void FamilyBuilder::add_visits() {
    each("visit", [&](const Record& record) {
        const auto on = date(record.fields, "started_at");
        if (!on) {
            family_.left_out_.push_back(&record);
            return;
        }
        const std::string_view outcome = code(record.fields, "outcome");
        family_.visits_.push_back({&record, *on, instant(record.fields, "started_at"),
                                   instant(record.fields, "ended_at"),
                                   outcome == "DONE" || outcome == "PARTIAL"});
    });
    std::stable_sort(family_.visits_.begin(), family_.visits_.end(),
                     [](const Visit& a, const Visit& b) {
                         return a.on != b.on ? a.on < b.on : hour_of(a) < hour_of(b);
                     });
    remember(family_.visits_);
}

void FamilyBuilder::add_event(Events& list, const Record& record, const Person* person,
                              const Visit* visit, std::optional<Date> on) {
    const Parent birth = parent(record, "birth_event_id");
    if (!settle(record, birth)) return;
    if (person == nullptr || !on) {
        family_.left_out_.push_back(&record);
        return;
    }
    list.push_back({&record, person, visit, item(family_.births_, birth.record), *on});
}

// A check: its day is the visit's, its person is named in it or is the visit's mother.
void FamilyBuilder::add_visit_child(Events& list, const Record& record,
                                    std::string_view person_field) {
    const Parent visit = parent(record, "visit_id");
    const Visit* at = item(family_.visits_, visit.record);
    Parent person = parent(record, person_field);
    const bool is_named = person.record != nullptr || person.is_missing || person.is_retracted;
    if (!is_named && at != nullptr) person = parent(*at->record, "mother_id");
    if (!settle(record, visit) || !settle(record, person)) return;
    add_event(list, record, item(family_.persons_, person.record), at,
              at == nullptr ? std::nullopt : std::optional(at->on));
}

// recall_date is the day that was recalled: she was asked on the day after it (DOMAIN 6.2).
void FamilyBuilder::add_recall(const Record& record) {
    const Parent visit = parent(record, "visit_id");
    const Parent infant = parent(record, "infant_id");
    if (!settle(record, visit) || !settle(record, infant)) return;
    const Visit* at = item(family_.visits_, visit.record);
    std::optional<Date> asked = date(record.fields, "recall_date");
    if (asked) asked = base::add_days(*asked, 1);
    if (at != nullptr) asked = at->on;
    add_event(family_.recalls_, record, item(family_.persons_, infant.record), at, asked);
}

void FamilyBuilder::add_dated(Events& list, const Record& record, std::string_view person_field,
                              std::string_view date_field) {
    const Parent visit = parent(record, "visit_id");
    const Parent person = parent(record, person_field);
    if (!settle(record, visit) || !settle(record, person)) return;
    const Visit* at = item(family_.visits_, visit.record);
    std::optional<Date> on = date(record.fields, date_field);
    if (!on && at != nullptr) on = at->on;
    add_event(list, record, item(family_.persons_, person.record), at, on);
}

void FamilyBuilder::add_events() {
    Family& f = family_;
    each("feeding_recall", [&](const Record& r) { add_recall(r); });
    each("infant_check",
         [&](const Record& r) { add_visit_child(f.infant_checks_, r, "infant_id"); });
    each("mother_check",
         [&](const Record& r) { add_visit_child(f.mother_checks_, r, "mother_id"); });
    each("service_contact",
         [&](const Record& r) { add_dated(f.contacts_, r, "person_id", "contact_date"); });
    each("massage_teaching",
         [&](const Record& r) { add_dated(f.teachings_, r, "mother_id", "started_at"); });
    each("massage_session",
         [&](const Record& r) { add_dated(f.sessions_, r, "mother_id", "performed_at"); });
    each("referral",
         [&](const Record& r) { add_dated(f.referrals_, r, "person_id", "raised_at"); });
    each("consent", [&](const Record& r) { add_dated(f.consents_, r, "person_id", "given_at"); });
    const auto earlier = [](const Event& a, const Event& b) {
        if (a.person != b.person) return a.person < b.person;
        if (a.on != b.on) return a.on < b.on;
        const std::int64_t a_hour = a.visit == nullptr ? 0 : hour_of(*a.visit);
        const std::int64_t b_hour = b.visit == nullptr ? 0 : hour_of(*b.visit);
        return a_hour != b_hour ? a_hour < b_hour : a.record->id < b.record->id;
    };
    for (Events* list : {&f.recalls_, &f.infant_checks_, &f.mother_checks_, &f.contacts_,
                         &f.teachings_, &f.sessions_, &f.referrals_, &f.consents_}) {
        std::sort(list->begin(), list->end(), earlier);
    }
}

void FamilyBuilder::add_parts() {
    each("massage_teaching_step", [&](const Record& record) {
        if (settle(record, parent(record, "teaching_id"))) family_.steps_.push_back(&record);
    });
    each("followup_task", [&](const Record& record) { family_.notes_.push_back(&record); });
    each("pregnancy", [&](const Record& record) {
        if (settle(record, parent(record, "mother_id"))) family_.pregnancies_.push_back(&record);
    });
}

Family::Family(std::span<const Record> records) {
    FamilyBuilder builder(*this);
    for (const Record& each : records) builder.take(each);
    builder.build();
}

Family::Family(std::span<const Record* const> records) {
    FamilyBuilder builder(*this);
    for (const Record* each : records) builder.take(*each);
    builder.build();
}

}  // namespace care
