#include "shared/care/rules/rules.h"
#include "shared/names/likeness.h"

#include <algorithm>

namespace care::rules {

namespace {

constexpr double kSameName = 0.9;  // of one day of birth, so that a typing error may be allowed

bool are_twins(const Family& family, const Person& a, const Person& b) {
    const Outcome* of_a = family.outcome_of(a);
    const Outcome* of_b = family.outcome_of(b);
    return of_a != nullptr && of_b != nullptr && of_a->birth == of_b->birth;
}

bool look_alike(const Family& family, const Person& a, const Person& b) {
    if (a.record->unit != b.record->unit || are_twins(family, a, b)) return false;
    const std::string_view nik = code(a.record->fields, "nik");
    if (!nik.empty() && nik == code(b.record->fields, "nik")) return true;
    if (!a.birth_date || a.birth_date != b.birth_date) return false;
    const Person* mother = a.is_infant && b.is_infant ? family.mother_of(a) : nullptr;
    if (mother != nullptr && mother == family.mother_of(b) && a.sex == b.sex) return true;
    return names::likeness(a.record->fields.text("full_name"),
                           b.record->fields.text("full_name")) >= kSameName;
}

bool withdraws_care(const Fields& consent) {
    const bool is_withdrawn = is_yes(consent, "withdrawn") || date(consent, "withdrawn_at");
    return is_withdrawn &&
           (code(consent, "withdraw_scope").empty() || consent.has_code("withdraw_scope", "CARE"));
}

// Consent is what the latest paper says; a withdrawal ends it until a later paper gives it again.
bool has_care_consent(const Family& family, const Person& person) {
    bool is_given = false;
    for (const Event& consent : Family::of(family.consents(), person)) {
        is_given = consent.fields().has_code("scopes", "CARE") && !withdraws_care(consent.fields());
    }
    return is_given;
}

}  // namespace

Places nik_matches_person(const CheckContext& context) {
    Places places;
    for (const Person& person : context.family.persons()) {
        const Fields& fields = person.record->fields;
        const std::string_view nik = code(fields, "nik");
        if (nik.empty() || code(fields, "nik_status") == "MISMATCH") continue;  // known already
        if (check_nik(nik, person.birth_date, person.sex) == NikVerdict::Mismatch) {
            places.push_back({person.record, "nik"});
        }
    }
    return places;
}

Places nik_area_known(const CheckContext& context) {
    Places places;
    if (!context.knows_kecamatan) return places;
    for (const Person& person : context.family.persons()) {
        const std::string_view nik = code(person.record->fields, "nik");
        if (nik.size() == 16 && !context.knows_kecamatan(nik.substr(0, 6))) {
            places.push_back({person.record, "nik"});
        }
    }
    return places;
}

Places nik_unique(const CheckContext& context) {
    Places places;
    const auto& persons = context.family.persons();
    for (const Person& person : persons) {
        const std::string_view nik = code(person.record->fields, "nik");
        if (nik.empty()) continue;
        const bool is_double =
            std::any_of(persons.begin(), persons.end(), [&](const Person& other) {
                return &other != &person && code(other.record->fields, "nik") == nik;
            });
        const bool is_taken = context.is_nik_taken && context.is_nik_taken(nik, person.id());
        if (is_double || is_taken) places.push_back({person.record, "nik"});
    }
    return places;
}

// For an infant the mother's consent stands until a parent gave one for the infant itself.
Places care_consent(const CheckContext& context) {
    Places places;
    for (const Person& person : context.family.persons()) {
        if (!person.is_mother && !person.is_infant) continue;
        const Person* asked = &person;
        const bool has_own = !Family::of(context.family.consents(), person).empty();
        if (person.is_infant && !has_own) asked = context.family.mother_of(person);
        if (asked == nullptr || !has_care_consent(context.family, *asked)) {
            places.push_back({person.record, "full_name"});
        }
    }
    return places;
}

Places same_person(const CheckContext& context) {
    Places places;
    const auto& persons = context.family.persons();
    for (std::size_t later = 1; later < persons.size(); ++later) {
        for (std::size_t earlier = 0; earlier < later; ++earlier) {
            if (!look_alike(context.family, persons[earlier], persons[later])) continue;
            places.push_back({persons[later].record, "full_name"});
            break;
        }
    }
    return places;
}

// Two outcomes of one birth that now name one infant: somebody merged twins.
Places twins_never_merged(const CheckContext& context) {
    Places places;
    const auto& outcomes = context.family.outcomes();  // sorted by birth
    for (std::size_t i = 1; i < outcomes.size(); ++i) {
        for (std::size_t j = i; j-- > 0 && outcomes[j].birth == outcomes[i].birth;) {
            if (outcomes[i].infant == nullptr || outcomes[j].infant != outcomes[i].infant) continue;
            places.push_back({outcomes[i].record, "infant_id"});
            break;
        }
    }
    return places;
}

}  // namespace care::rules
