#include "client/screens/births/births_model.h"

#include "client/screens/frame/names.h"
#include "client/ui/words/dates.h"
#include "shared/base/text.h"

#include <algorithm>

namespace screens {

using words::later;
using words::tr;

namespace {

constexpr int kPregnancyDays = 280;  // from the first day of the last period
constexpr int kSoonDays = 14;
constexpr std::size_t kFamiliesMax = 6;  // looked into while she types a name

Near near_of(const std::optional<Date>& expected, Date today) {
    if (!expected) return Near::Unknown;
    const int left = base::days_between(today, *expected);
    if (left < 0) return Near::Overdue;
    return left <= kSoonDays ? Near::Soon : Near::Later;
}

std::string urgency_of(Date expected, Date today) {
    const int left = base::days_between(today, expected);
    if (left < 0) {
        return tr("Expected {0} days ago, ask about the birth", {std::to_string(-left)});
    }
    if (left == 0) return tr("Expected today");
    return left <= kSoonDays ? tr("in {0} days", {std::to_string(left)}) : std::string();
}

}  // namespace

int weeks_pregnant(Date expected, Date today) {
    const int days = kPregnancyDays - base::days_between(today, expected);
    return days > 0 ? days / 7 : 0;
}

void BirthsModel::read() {
    version_ = ports_.births.births_version();
    as_of_ = ports_.today();
    rows_.clear();
    groups_.clear();
    for (const ExpectedBirth& birth : ports_.births.expected()) {
        rows_.push_back(row_of(birth));
        const Near near = rows_.back().near;
        if (groups_.empty() || groups_.back().near != near) groups_.push_back({near, 0});
        ++groups_.back().count;
    }
}

void BirthsModel::refresh() {
    if (version_ != ports_.births.births_version() || as_of_ != ports_.today()) read();
}

// In the words of the form; where the place has a name of its own, by that.
std::string BirthsModel::place_name(const ExpectedBirth& birth) const {
    if (!birth.planned_place_name.empty()) return birth.planned_place_name;
    const forms::Form* form = ports_.records.forms().find("pregnancy");
    const forms::Question* question = form != nullptr ? form->find("planned_place") : nullptr;
    if (question == nullptr || birth.planned_place.empty()) return {};
    const forms::Choice* choice = form->find_choice(*question, birth.planned_place);
    return choice != nullptr ? choice->label.in(words::code()) : std::string();
}

BirthsModel::Row BirthsModel::row_of(const ExpectedBirth& birth) const {
    const Date today = ports_.today();
    Row row{birth, near_of(birth.expected, today), {}, {}, {}};
    std::vector<std::string> parts;
    // Where she lives comes first: what follows may be cut off in a small window.
    if (const auto place = place_text(birth.rt, birth.rw); !place.empty()) parts.push_back(place);
    if (!birth.head.empty()) parts.push_back(tr("Family of {0}", {birth.head}));
    if (const auto place = place_name(birth); !place.empty()) {
        parts.push_back(tr("gives birth at: {0}", {place}));
    }
    if (birth.wants_massage) parts.emplace_back(tr("wants to learn the massage"));
    row.detail = base::joined(parts, "  ·  ");
    if (!birth.expected) {
        row.when = tr("Expected day not known");
        return row;
    }
    row.when =
        tr("Expected {0}  ·  {1} weeks", {words::short_date(*birth.expected),
                                          std::to_string(weeks_pregnant(*birth.expected, today))});
    row.urgency = urgency_of(*birth.expected, today);
    return row;
}

// ---- what became of it

void BirthsModel::pressed(std::size_t row) {
    asking_ = Asking{rows_.at(row), Asks::What, {}, {}};
    asking_->base = ports_.records.base_now(asking_->row.birth.pregnancy);
}

RegisterStart BirthsModel::born() const {
    RegisterStart start;
    start.family = asking_->row.birth.family;
    start.mother = asking_->row.birth.mother;
    start.pregnancy = asking_->row.birth.pregnancy;
    start.situation = "BORN";
    return start;
}

RegisterStart BirthsModel::stillborn() const {
    RegisterStart start = born();
    start.is_stillborn = true;
    return start;
}

FormStart BirthsModel::mend() const {
    FormStart start;
    start.type = "pregnancy";
    start.family = asking_->row.birth.family;
    start.record = asking_->row.birth.pregnancy;
    return start;
}

// The day may stay empty: nobody is made to ask it of her.
bool BirthsModel::end_confirmed() {
    Asking& asking = *asking_;
    Fields ended;
    ended.set("outcome", asking.asks == Asks::Loss ? "LOSS" : "MOVED");
    if (!base::trimmed(asking.day).empty()) {
        const auto day = words::parse_typed_date(base::trimmed(asking.day), ports_.today());
        if (!day) {
            asking.problem = {later("Write the day as day-month-year, for example 05-03-2026."),
                              {}};
            return false;
        }
        ended.set("ended_on", base::to_text(*day));
    }
    const forms::Form* form = ports_.records.forms().find("pregnancy");
    const auto saved =
        ports_.records.save({.type = "pregnancy",
                             .form_version = form != nullptr ? form->version : std::string(),
                             .record = asking.row.birth.pregnancy,
                             .unit = {},
                             .answers = ended,
                             .draft = {},
                             .reason = {},
                             .base = asking.base});
    if (!saved.ok()) {
        asking.problem = {later("Not saved: the laptop's disk refused. Try again."), {}};
        return false;
    }
    asking_.reset();
    return true;
}

// ---- a new one

void BirthsModel::new_clicked() {
    finding_ = Finding{};
    find();
}

void BirthsModel::query_typed() {
    if (finding_ && finding_->query != finding_->asked_for) find();
}

// Nobody is listed before something is typed: a village is longer than a dialog.
void BirthsModel::find() {
    finding_->asked_for = finding_->query;
    finding_->found.clear();
    if (base::trimmed(finding_->query).empty()) return;
    const auto rows = ports_.families.list(finding_->query);
    for (std::size_t i = 0; i < std::min(rows.size(), kFamiliesMax); ++i) {
        const auto family = ports_.families.family(rows[i].id);
        if (!family.ok()) continue;
        const std::string name = family_name(family.value().household, family.value().persons);
        const std::string place = place_text(rows[i].rt, rows[i].rw);
        const std::string detail =
            tr("Family of {0}", {name}) + (place.empty() ? "" : "  ·  " + place);
        for (const Person& person : family.value().persons) {
            if (!person.is_mother || person.is_dead) continue;
            finding_->found.push_back({rows[i].id, person.id, person.name, detail});
        }
        finding_->found.push_back({rows[i].id, {}, tr("Another woman of this family"), detail});
    }
}

RegisterStart BirthsModel::chosen(const Choice& choice) const {
    RegisterStart start;
    start.family = choice.family;
    start.mother = choice.mother;
    start.situation = "PREGNANT";
    return start;
}

RegisterStart BirthsModel::new_family() const {
    RegisterStart start;
    start.situation = "PREGNANT";
    return start;
}

}  // namespace screens
