#include "shared/care/rules/rules.h"

#include <array>

namespace care::rules {

namespace {

constexpr int kBirthsApartDays = 180;
constexpr int kColostrumDays = 14;

// The mother's latest birth on that day or before; nullptr if she has none.
const Birth* latest_birth(const Family& family, const Person& mother, Date on) {
    const Birth* latest = nullptr;
    for (const Birth& birth : family.births()) {
        if (birth.mother == &mother && birth.delivery_date <= on) latest = &birth;
    }
    return latest;
}

// Every child of the birth was stillborn or had died by that day.
bool is_grieving(const Family& family, const Birth& birth, Date on) {
    const auto outcomes = family.outcomes_of(birth);
    return !outcomes.empty() &&
           std::all_of(outcomes.begin(), outcomes.end(), [&](const auto* each) {
               if (each->kind == Outcome::Kind::Stillborn) return true;
               return each->infant != nullptr && each->infant->died_before(on);
           });
}

bool is_of_infant(std::string_view task) {
    return task.starts_with("ASI") || task.starts_with("KN");
}

}  // namespace

Places infant_born_on_delivery_day(const CheckContext& context) {
    Places places;
    for (const Outcome& each : context.family.outcomes()) {
        if (each.infant == nullptr || !each.infant->birth_date) continue;
        if (*each.infant->birth_date == each.birth->delivery_date) continue;
        places.push_back({each.infant->record, "birth_date"});
    }
    return places;
}

Places infant_age_against_mother(const CheckContext& context) {
    constexpr int kLeastMonths = 10 * 12;
    Places places;
    for (const Person& person : context.family.persons()) {
        if (!person.is_infant || !person.birth_date) continue;
        const Person* mother = context.family.mother_of(person);
        if (mother == nullptr || !mother->birth_date) continue;
        if (*person.birth_date < base::add_months(*mother->birth_date, kLeastMonths)) {
            places.push_back({person.record, "birth_date"});
        }
    }
    return places;
}

Places mother_age(const CheckContext& context) {
    Places places;
    for (const Birth& birth : context.family.births()) {
        if (!birth.mother->birth_date) continue;
        const int years = base::age_months(*birth.mother->birth_date, birth.delivery_date) / 12;
        if (years < 15 || years > 49) places.push_back({birth.mother->record, "birth_date"});
    }
    return places;
}

Places outcome_count(const CheckContext& context) {
    Places places;
    for (const Birth& birth : context.family.births()) {
        const auto fetuses = birth.record->fields.integer("fetus_count");
        if (!fetuses) continue;
        const auto outcomes = context.family.outcomes_of(birth);  // sorted by order
        bool is_right = static_cast<std::int64_t>(outcomes.size()) == *fetuses;
        for (std::size_t i = 0; i < outcomes.size(); ++i) {
            is_right = is_right && outcomes[i]->order == static_cast<std::int64_t>(i) + 1;
        }
        if (!is_right) places.push_back({birth.record, "fetus_count"});
    }
    return places;
}

Places neonatal_death_recorded(const CheckContext& context) {
    Places places;
    for (const Outcome& each : context.family.outcomes()) {
        if (each.kind != Outcome::Kind::DiedLater || each.infant == nullptr) continue;
        const Fields& fields = each.infant->record->fields;
        const bool is_recorded =
            code(fields, "vital_status") == "DEAD" && date(fields, "death_date");
        if (!is_recorded) places.push_back({each.infant->record, "death_date"});
    }
    return places;
}

Places nothing_after_infant_death(const CheckContext& context) {
    Places places;
    for (const Events* list : {&context.family.infant_checks(), &context.family.recalls()}) {
        for (const Event& event : *list) {
            const bool knows_day = event.person->death_date.has_value();
            if (knows_day && event.person->died_before(event.on)) {
                places.push_back({event.record, "infant_id"});
            }
        }
    }
    return places;
}

// Breast comfort stays on the grief path: the milk comes in all the same (DOMAIN 5.4).
Places grief_path(const CheckContext& context) {
    constexpr std::array<std::string_view, 4> kFeeding = {"breastfeeding_now", "perceived_supply",
                                                          "bf_problems", "confidence_nrs"};
    constexpr std::array<std::string_view, 2> kLetDown = {"letdown_signs", "expressed_ml"};
    Places places;
    const auto look = [&](const Event& event, std::span<const std::string_view> questions) {
        const Birth* birth = latest_birth(context.family, *event.person, event.on);
        if (birth == nullptr || !is_grieving(context.family, *birth, event.on)) return;
        for (const std::string_view question : questions) {
            const bool is_asked = has_any_code(event.fields(), question);
            if (is_asked && code(event.fields(), question) != "NA") {
                return places.push_back({event.record, question});
            }
        }
    };
    for (const Event& check : context.family.mother_checks()) look(check, kFeeding);
    for (const Event& session : context.family.sessions()) look(session, kLetDown);
    return places;
}

Places two_births_in_180_days(const CheckContext& context) {
    Places places;
    const auto& births = context.family.births();  // sorted by day
    for (std::size_t later = 1; later < births.size(); ++later) {
        for (std::size_t earlier = 0; earlier < later; ++earlier) {
            if (births[earlier].mother != births[later].mother) continue;
            const int apart =
                base::days_between(births[earlier].delivery_date, births[later].delivery_date);
            if (apart >= kBirthsApartDays) continue;
            places.push_back({births[later].record, "delivery_date"});
            break;
        }
    }
    return places;
}

// By days: an hour too early on the day itself is nobody's mistake worth a visit.
Places colostrum_time(const CheckContext& context) {
    Places places;
    for (const Outcome& each : context.family.outcomes()) {
        const Fields& fields = each.record->fields;
        const auto first = date(fields, "colostrum_first_at");
        if (!first) continue;
        int latest = kColostrumDays;
        const std::string_view unit = code(fields, "bf_start_unit");
        if (unit == "IMM" || unit == "HOUR") latest = 1;  // past midnight
        if (unit == "DAY")
            latest = static_cast<int>(fields.integer("bf_start_value").value_or(latest));
        const int day = base::days_between(each.birth->delivery_date, *first);
        if (day < 0 || day > latest) places.push_back({each.record, "colostrum_first_at"});
    }
    return places;
}

Places tasks_after_death(const CheckContext& context) {
    Places places;
    for (const Record* note : context.family.notes()) {
        const Person* person = context.family.person(note->fields, "person_id");
        if (person == nullptr) continue;
        const std::string_view task = code(note->fields, "task_code");
        const std::string_view reason = code(note->fields, "cancel_reason");
        const bool is_open = is_of_infant(task) && person->is_dead && reason.empty();
        const bool is_for_death = reason == "DEATH" || reason == "STILLBIRTH";
        const bool is_mothers = task.starts_with("KF") && !person->is_dead && is_for_death;
        if (is_open || is_mothers) places.push_back({note, "cancel_reason"});
    }
    return places;
}

}  // namespace care::rules
