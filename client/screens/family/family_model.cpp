#include "client/screens/family/family_model.h"

#include "client/screens/frame/names.h"
#include "client/ui/words/dates.h"
#include "shared/base/text.h"
#include "shared/care/danger_signs.h"

#include <algorithm>
#include <array>

namespace screens {

using words::tr;

namespace {

// Whom a record is about, by the first of these that it answers.
constexpr std::array<const char*, 4> kAbout = {"infant_id", "person_id", "mother_id", "trainee_id"};

std::optional<care::Subject> checked(const std::string& type) {
    if (type == "mother_check") return care::Subject::Mother;
    if (type == "infant_check") return care::Subject::Infant;
    return std::nullopt;
}

std::vector<const care::DangerSign*> signs_of(const Entry& entry) {
    const auto subject = checked(entry.type);
    if (!subject) return {};
    return care::signs_in(entry.fields, *subject);
}

std::string about(const Entry& entry) {
    for (const char* field : kAbout) {
        const std::string id = entry.fields.text(field);
        if (!id.empty()) return id;
    }
    return {};
}

bool is_for(const Entry& entry, const std::string& type, const std::string& visit,
            const std::string& person) {
    return entry.type == type && entry.fields.text("visit_id") == visit && about(entry) == person;
}

}  // namespace

FamilyModel::FamilyModel(const Ports& ports, std::string id) : ports_(ports), id_(std::move(id)) {
    read();
}

void FamilyModel::read() {
    version_ = ports_.families.version();
    auto family = ports_.families.family(id_);
    is_found_ = family.ok();
    if (is_found_) family_ = std::move(family).value();
}

void FamilyModel::refresh() {
    if (version_ != ports_.families.version()) read();
}

std::string FamilyModel::name() const {
    return family_name(family_.household, family_.persons);
}

std::string FamilyModel::place() const {
    const std::string place =
        place_text(family_.household.text("rt"), family_.household.text("rw"));
    const std::string address = family_.household.text("address_line");
    if (address.empty()) return place;
    return place.empty() ? address : place + "  ·  " + address;
}

const Person* FamilyModel::person(const std::string& id) const {
    for (const Person& each : family_.persons) {
        if (each.id == id) return &each;
    }
    return nullptr;
}

std::string FamilyModel::person_name(const std::string& id) const {
    const Person* found = person(id);
    return found != nullptr ? found->name : std::string();
}

std::string FamilyModel::entry_title(const Entry& entry) const {
    const forms::Form* form = ports_.records.forms().find(entry.type);
    return form != nullptr ? form->title.in(words::code()) : entry.type;
}

std::string FamilyModel::entry_detail(const Entry& entry) const {
    std::vector<std::string> parts = {words::short_date(entry.on)};
    const std::string who = person_name(about(entry));
    if (!who.empty()) parts.push_back(who);
    const forms::Form* form = ports_.records.forms().find(entry.type);
    const forms::Question* outcome = form != nullptr ? form->find("outcome") : nullptr;
    if (outcome != nullptr && entry.fields.has("outcome")) {
        const forms::Choice* choice = form->find_choice(*outcome, entry.fields.text("outcome"));
        if (choice != nullptr) parts.push_back(choice->label.in(words::code()));
    }
    return base::joined(parts, "  ·  ");
}

int FamilyModel::danger_signs_in(const Entry& entry) const {
    return static_cast<int>(signs_of(entry).size());
}

std::string FamilyModel::due_text(const Due& due) const {
    const Date today = ports_.today();
    if (due.due_to >= today) return tr("until {0}", {words::short_date(due.due_to)});
    return tr("{0} days late", {std::to_string(base::days_between(due.due_to, today))});
}

const Entry* FamilyModel::visit_today() const {
    for (const Entry& entry : family_.entries) {
        const std::string outcome = entry.fields.text("outcome");
        const bool met = outcome == "DONE" || outcome == "PARTIAL";
        if (entry.type == "visit" && entry.on == ports_.today() && met) return &entry;
    }
    return nullptr;
}

std::vector<VisitStep> FamilyModel::visit_steps() const {
    const Entry* visit = visit_today();
    if (visit == nullptr) return {};
    std::vector<VisitStep> steps;
    const auto add = [&](const std::string& type, const std::string& of) {
        VisitStep step{type, of, {}, {}};
        const forms::Form* form = ports_.records.forms().find(type);
        step.title = form != nullptr ? form->title.in(words::code()) : type;
        for (const Entry& entry : family_.entries) {
            if (is_for(entry, type, visit->id, of)) step.record = entry.id;
        }
        steps.push_back(step);
    };
    const Person* mother = person(visit->fields.text("mother_id"));
    if (mother != nullptr && !mother->is_dead) add("mother_check", mother->id);
    for (const Person& each : family_.persons) {
        if (!each.is_infant || each.is_dead) continue;
        add("infant_check", each.id);
        add("feeding_recall", each.id);
    }
    if (mother != nullptr && !mother->is_dead) add("massage_teaching", mother->id);
    return steps;
}

const Person* FamilyModel::only(bool Person::*kind) const {
    const Person* found = nullptr;
    for (const Person& each : family_.persons) {
        if (!(each.*kind) || each.is_dead) continue;
        if (found != nullptr) return nullptr;
        found = &each;
    }
    return found;
}

std::string FamilyModel::latest(const std::string& type) const {
    for (const Entry& entry : family_.entries) {
        if (entry.type == type) return entry.id;
    }
    return {};
}

void FamilyModel::fill_for(Fields& known, const forms::Form& form, const std::string& id) const {
    const Person* meant = person(id);
    const auto set = [&](const char* field, const std::string& value) {
        if (form.find(field) != nullptr && !value.empty()) known.set(field, value);
    };
    const Person* mother = meant != nullptr && meant->is_mother ? meant : only(&Person::is_mother);
    const Person* infant = meant != nullptr && meant->is_infant ? meant : only(&Person::is_infant);
    if (mother != nullptr) set("mother_id", mother->id);
    if (infant != nullptr) set("infant_id", infant->id);
    if (meant != nullptr) set("person_id", meant->id);
    if (form.id == "massage_teaching" && meant != nullptr && !meant->is_mother &&
        !meant->is_infant) {
        set("trainee_id", meant->id);  // who shows it again, to whom it was taught for
        for (const Entry& entry : family_.entries) {
            if (entry.type != form.id || entry.fields.text("trainee_id") != meant->id) continue;
            set("mother_id", entry.fields.text("mother_id"));
            break;
        }
    }
    if (infant == nullptr || form.id != "person") set("birth_event_id", latest("birth_event"));
}

FormStart FamilyModel::start(const std::string& type, const std::string& person) const {
    FormStart start;
    start.type = type;
    start.family = id_;
    const forms::Form* form = ports_.records.forms().find(type);
    if (form == nullptr) return start;
    if (form->find("household_id") != nullptr) start.known.set("household_id", id_);
    fill_for(start.known, *form, person);
    const Entry* visit = visit_today();
    if (visit != nullptr && form->find("visit_id") != nullptr) {
        start.known.set("visit_id", visit->id);
    }
    return start;
}

FormStart FamilyModel::correction(const Entry& entry) const {
    FormStart start;
    start.type = entry.type;
    start.family = id_;
    start.record = entry.id;
    return start;
}

}  // namespace screens
