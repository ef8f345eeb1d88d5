#include "sync-server/reports/research/gathering.h"

#include "shared/base/json.h"
#include "shared/base/text.h"
#include "sync-server/reports/research/closed_lists.h"

#include <algorithm>
#include <cmath>

namespace research {

using base::Date;
using care::Birth;
using care::Event;
using care::Family;

namespace {

// Deliveries as old as this still belong to somebody who is followed up (DOMAIN 8.3).
constexpr int kDeliveryMonths = 24;
// Larger than any weight in grams, shorter than any telephone number.
constexpr double kMeasurementMost = 30000;

const Birth* latest_birth(const Family& family, const care::Person& mother, Date day) {
    const Birth* latest = nullptr;
    for (const Birth& birth : family.births()) {
        if (birth.mother != &mother || day < birth.delivery_date) continue;
        if (latest == nullptr || latest->delivery_date < birth.delivery_date) latest = &birth;
    }
    return latest;
}

std::string age_band(const care::Person& mother, Date delivered) {
    if (!mother.birth_date) return "";
    const int years = base::age_months(*mother.birth_date, delivered) / 12;
    return years < 20 ? "UNDER20" : years < 35 ? "20TO34" : "35UP";
}

std::string parity_band(const base::Fields& birth) {
    const auto parity = birth.integer("parity");
    if (!parity) return "";
    return *parity <= 1 ? "0TO1" : *parity <= 3 ? "2TO3" : "4UP";
}

std::string education_band(const base::Fields& person) {
    const std::string_view code = care::code(person, "education");
    if (code == "NONE" || code == "SD" || code == "SMP") return "LOW";
    return code == "SMA" || code == "PT" ? "HIGH" : "";
}

std::string place_group(const base::Fields& birth) {
    const std::string_view place = care::code(birth, "place");
    if (place.empty()) return "";
    return place == "RUMAH" || place == "LAIN" ? "OTHER" : "FACILITY";
}

std::string mode_group(const base::Fields& birth) {
    const std::string_view mode = care::code(birth, "mode");
    if (mode.empty()) return "";
    return mode.starts_with("SC_") ? "CAESAREAN" : "VAGINAL";
}

std::string multiple(const Birth& birth) {
    const auto count = birth.record->fields.integer("fetus_count");
    return !count ? "" : *count > 1 ? "1" : "0";
}

}  // namespace

Gathering::Gathering(const Period& period, const forms::FormSet& forms,
                     const Pseudonyms& pseudonyms, DataSet& into)
    : first_(base::first_day(period.from)),
      last_(base::last_day(period.to)),
      period_(period),
      forms_(forms),
      pseudonyms_(pseudonyms),
      data_(into) {}

bool Gathering::has(Date day) const {
    return first_ <= day && day <= last_;
}

std::string Gathering::period_of(Date day) const {
    if (day < first_) return "BEFORE";
    const auto months = (base::month_of(day) - period_.from).count();
    return "Q" + std::to_string(months / 3 + 1);
}

const std::vector<std::string>& Gathering::codes_of(const Field& field) {
    const auto known = codes_.find(&field);
    if (known != codes_.end()) return known->second;
    return codes_.emplace(&field, codes_in(forms_, field)).first->second;
}

std::string Gathering::answer(const Field& field, const base::Fields& fields, const File& file) {
    const std::string name(field.name);
    std::string kept;
    bool is_refused = false;
    if (field.kind == Kind::Number) {
        const auto number = fields.number(name);
        is_refused = fields.has(name) && !(number && std::abs(*number) <= kMeasurementMost);
        if (number && !is_refused) kept = base::json::decimal(*number);
    } else {
        const std::vector<std::string>& list = codes_of(field);
        std::vector<std::string> found;
        for (const std::string& code : fields.codes(name)) {
            const bool is_known = std::find(list.begin(), list.end(), code) != list.end();
            if (is_known) found.push_back(code);
            is_refused = is_refused || !is_known;
        }
        if (field.kind == Kind::Codes || found.size() == 1) kept = base::joined(found, " ");
    }
    if (is_refused) ++data_.refused[std::string(file.name) + "." + name];
    return kept;
}

Row& Gathering::add(FileNumber number, const Who& who, const base::Fields& fields) {
    Table& table = data_.tables[number];
    Row row{who.own, who.mother.empty() ? who.own : who.mother, {}};
    for (const Field& field : table.file->fields) {
        row.cells.push_back(field.form.empty() ? "" : answer(field, fields, *table.file));
    }
    table.rows.push_back(std::move(row));
    return table.rows.back();
}

// In the row added last.
void Gathering::set(FileNumber number, std::string_view name, std::string value) {
    Table& table = data_.tables[number];
    table.cell(table.rows.back(), name) = std::move(value);
}

bool Gathering::has_any(const Who& who) const {
    const Family& family = who.family;
    for (const care::Events* events :
         {&family.recalls(), &family.infant_checks(), &family.mother_checks(), &family.teachings(),
          &family.sessions()}) {
        const auto hers = Family::of(*events, who.person);
        if (std::any_of(hers.begin(), hers.end(), [&](const Event& e) { return has(e.on); })) {
            return true;
        }
    }
    if (who.person.birth_date && has(*who.person.birth_date)) return true;
    return std::any_of(family.births().begin(), family.births().end(), [&](const Birth& birth) {
        return birth.mother == &who.person && has(birth.delivery_date);
    });
}

void Gathering::take(const Family& family, const care::Person& person) {
    const care::Person* mother = person.is_infant ? family.mother_of(person) : &person;
    Who who{family, person, pseudonyms_.of("person", person.id().text()), ""};
    if (mother != nullptr) who.mother = pseudonyms_.of("person", mother->id().text());
    if (!has_any(who)) return;
    if (person.is_infant) {
        take_infant(who);
    } else {
        take_mother(who);
    }
}

void Gathering::set_place(FileNumber file, const records::Record& person, Date born) {
    set(file, "posyandu", pseudonyms_.of("unit", person.unit));
    set(file, "birth_period", period_of(born));
}

void Gathering::take_delivery(const Who& who, const Birth& birth) {
    const base::Fields& fields = birth.record->fields;
    add(kMothers, who, fields);
    set(kMothers, "mother_id", who.own);
    set(kMothers, "delivery_id", pseudonyms_.of("birth", birth.record->id.text()));
    set(kMothers, "delivered_on", base::to_text(birth.delivery_date));
    set_place(kMothers, *who.person.record, birth.delivery_date);
    set(kMothers, "age_band", age_band(who.person, birth.delivery_date));
    set(kMothers, "parity_band", parity_band(fields));
    set(kMothers, "education_band", education_band(who.person.record->fields));
    set(kMothers, "place_group", place_group(fields));
    set(kMothers, "mode_group", mode_group(fields));
    set(kMothers, "multiple_birth", multiple(birth));
}

void Gathering::take_mother(const Who& who) {
    const Date oldest = base::first_day(base::add_months(period_.from, -kDeliveryMonths));
    const std::size_t before = data_.tables[kMothers].rows.size();
    for (const Birth& birth : who.family.births()) {
        const bool is_hers = birth.mother == &who.person;
        const bool is_near = oldest <= birth.delivery_date && birth.delivery_date <= last_;
        if (is_hers && is_near) take_delivery(who, birth);
    }
    if (data_.tables[kMothers].rows.size() == before) return;  // she was not followed up
    take_visits(who);
    take_events(kTeachings, "taught_on", who.family.teachings(), who);
    take_events(kSessions, "massaged_on", who.family.sessions(), who);
    take_events(kMotherChecks, "checked_on", who.family.mother_checks(), who);
}

// Who was not at home, moved away or had died is not told by a visit.
void Gathering::take_visits(const Who& who) {
    for (const care::Visit& visit : who.family.visits()) {
        const base::Fields& fields = visit.record->fields;
        const bool is_hers = who.family.person(fields, "mother_id") == &who.person;
        if (!is_hers || !visit.is_contact || !has(visit.on)) continue;
        add(kVisits, who, fields);
        set(kVisits, "visit_id", pseudonyms_.of("visit", visit.record->id.text()));
        set(kVisits, "mother_id", who.own);
        set(kVisits, "visited_on", base::to_text(visit.on));
        const Birth* birth = latest_birth(who.family, who.person, visit.on);
        if (birth == nullptr) continue;
        set(kVisits, "postpartum_day",
            std::to_string(base::days_between(birth->delivery_date, visit.on)));
    }
}

void Gathering::take_infant(const Who& who) {
    const care::Person& infant = who.person;
    if (!infant.birth_date || last_ < *infant.birth_date) return;
    const care::Outcome* outcome = who.family.outcome_of(infant);
    add(kInfants, who, outcome == nullptr ? base::Fields() : outcome->record->fields);
    set(kInfants, "infant_id", who.own);
    set(kInfants, "mother_id", who.mother);
    set(kInfants, "born_on", base::to_text(*infant.birth_date));
    set_place(kInfants, *infant.record, *infant.birth_date);
    set(kInfants, "sex", infant.sex == 0 ? "" : std::string(1, infant.sex));
    const std::string_view vital = care::code(infant.record->fields, "vital_status");
    const bool is_known = vital == "ALIVE" || vital == "DEAD";
    set(kInfants, "vital_status", is_known ? std::string(vital) : "UNK");
    if (outcome != nullptr) {
        set(kInfants, "delivery_id", pseudonyms_.of("birth", outcome->birth->record->id.text()));
        set(kInfants, "multiple_birth", multiple(*outcome->birth));
    }
    take_events(kRecalls, "recalled_on", who.family.recalls(), who);
    take_events(kInfantChecks, "checked_on", who.family.infant_checks(), who);
}

void Gathering::take_events(FileNumber file, std::string_view day_column,
                            const care::Events& events, const Who& who) {
    const bool is_infant = who.person.is_infant;
    for (const Event& event : Family::of(events, who.person)) {
        if (!has(event.on)) continue;
        add(file, who, event.fields());
        set(file, is_infant ? "infant_id" : "mother_id", who.own);
        if (event.visit != nullptr) {
            set(file, "visit_id", pseudonyms_.of("visit", event.visit->record->id.text()));
        }
        if (file == kTeachings) {
            set(file, "teaching_id", pseudonyms_.of("teaching", event.record->id.text()));
        }
        set(file, day_column, base::to_text(event.on));
        const Birth* birth = is_infant ? nullptr : latest_birth(who.family, who.person, event.on);
        const auto zero =
            birth != nullptr ? std::optional<Date>(birth->delivery_date) : who.person.birth_date;
        if (!zero || (!is_infant && birth == nullptr)) continue;
        set(file, is_infant ? "age_days" : "postpartum_day",
            std::to_string(base::days_between(*zero, event.on)));
    }
}

}  // namespace research
