#include "client/screens/family/people_model.h"

#include "client/ui/words/dates.h"
#include "client/ui/words/words.h"

#include <algorithm>
#include <tuple>

namespace screens {

using words::tr;

namespace {

constexpr int kPregnancyDays = 280;  // the expected date lies so long after it began
constexpr int kDaysOfWeek = 7;

std::string role_of(PersonKind kind) {
    switch (kind) {
        case PersonKind::Mother:
            return tr("Mother");
        case PersonKind::Infant:
        case PersonKind::Stillborn:
            return tr("Baby");
        case PersonKind::Other:
            return tr("Family member");
    }
    return {};
}

PersonKind kind_of(const care::Person& person) {
    if (person.is_mother) return PersonKind::Mother;
    return person.is_infant ? PersonKind::Infant : PersonKind::Other;
}

std::string detail_of(const care::Person& person, const FamilyContext& context) {
    const std::string role = role_of(kind_of(person));
    if (person.is_dead && person.death_date) {
        return role + "  ·  " + tr("died on {0}", {words::short_date(*person.death_date)});
    }
    if (person.is_dead) return role + "  ·  " + tr("has died");
    if (!person.birth_date || *person.birth_date > context.today) return role;
    return role + "  ·  " + tr("aged {0}", {age_text(*person.birth_date, context.today)});
}

void add_twin(const care::Person& person, const FamilyContext& context, PersonCard& card) {
    const care::Outcome* outcome = context.known.outcome_of(person);
    if (outcome == nullptr || outcome->birth == nullptr) return;
    const std::size_t children = context.known.outcomes_of(*outcome->birth).size();
    if (children < 2) return;
    card.notes.push_back(tr("Born as number {0} of {1}",
                            {std::to_string(outcome->order), std::to_string(children)}));
}

// Of a living baby whose mother is not in this house.
void add_mother_away(const care::Person& person, const FamilyContext& context, PersonCard& card) {
    const care::Person* mother = context.known.mother_of(person);
    if (!person.is_infant || person.is_dead || mother == nullptr) return;
    const std::string name = mother->record->fields.text("full_name");
    if (mother->is_dead) {
        card.notes.push_back(tr("The mother, {0}, has died", {name}));
    } else if (!lives_here(*mother, context)) {
        card.notes.push_back(tr("The mother, {0}, lives in another house", {name}));
    }
}

void add_residence(const care::Person& person, PersonCard& card) {
    const Fields& fields = person.record->fields;
    if (fields.text("residence") != "TEMPORARY") return;
    const std::string from = fields.text("residence_from_text");
    card.notes.push_back(from.empty() ? tr("Here only for a while")
                                      : tr("Here only for a while, from {0}", {from}));
}

void add_joined(const care::Person& person, const FamilyContext& context, PersonCard& card) {
    for (const records::Record& record : context.family.records) {
        if (record.type != "person" || !record.fields.has("merged_into")) continue;
        if (record.id == person.id() || context.known.person(record.id.text()) != &person) continue;
        card.notes.push_back(tr("Joined with {0}", {record.fields.text("full_name")}));
    }
}

void add_pregnancy(const care::Person& person, const FamilyContext& context, PersonCard& card) {
    if (person.is_dead) return;
    for (const records::Record* pregnancy : context.known.pregnancies()) {
        const std::string outcome = pregnancy->fields.text("outcome");
        if (context.known.person(pregnancy->fields, "mother_id") != &person) continue;
        if (!outcome.empty() && outcome != "ONGOING") continue;
        const auto due = care::date(pregnancy->fields, "expected_date");
        if (!due) {
            card.notes.push_back(tr("Pregnant"));
            continue;
        }
        const int left = base::days_between(context.today, *due);
        const int weeks = (kPregnancyDays - left) / kDaysOfWeek;
        const std::string day = words::short_date(*due);
        card.notes.push_back(left < 0 ? tr("Pregnant  ·  baby was expected on {0}", {day})
                                      : tr("Pregnant, {0} weeks  ·  baby expected on {1}",
                                           {std::to_string(std::max(weeks, 0)), day}));
    }
}

PersonCard card_of(const care::Person& person, const FamilyContext& context) {
    PersonCard card;
    card.id = person.id().text();
    card.kind = kind_of(person);
    card.is_dead = person.is_dead;
    card.name = person.record->fields.text("full_name");
    if (card.name.empty()) card.name = tr("No name yet");
    card.detail = detail_of(person, context);
    add_pregnancy(person, context, card);
    add_twin(person, context, card);
    add_mother_away(person, context, card);
    add_residence(person, card);
    add_joined(person, context, card);
    return card;
}

void add_stillborn(const FamilyContext& context, std::vector<PersonCard>& cards) {
    for (const care::Outcome& outcome : context.known.outcomes()) {
        if (outcome.kind != care::Outcome::Kind::Stillborn || outcome.birth == nullptr) continue;
        PersonCard card;
        card.id = outcome.record->id.text();
        card.kind = PersonKind::Stillborn;
        card.is_dead = true;
        card.name = context.name_of(outcome.birth->mother->id().text());
        card.name = card.name.empty() ? tr("Baby") : tr("Baby of {0}", {card.name});
        card.detail = tr("died before or at birth");
        card.notes.push_back(words::short_date(outcome.birth->delivery_date));
        cards.push_back(std::move(card));
    }
}

}  // namespace

std::vector<PersonCard> people_of(const FamilyContext& context) {
    std::vector<const care::Person*> here;
    for (const care::Person& person : context.known.persons()) {
        if (lives_here(person, context)) here.push_back(&person);
    }
    const auto rank = [&](const care::Person* person) {
        const care::Outcome* outcome = context.known.outcome_of(*person);
        return std::tuple(kind_of(*person), person->birth_date.value_or(context.today),
                          outcome != nullptr ? outcome->order : 0, person->id().text());
    };
    std::sort(here.begin(), here.end(),
              [&](const auto* a, const auto* b) { return rank(a) < rank(b); });
    std::vector<PersonCard> cards;
    for (const care::Person* person : here) cards.push_back(card_of(*person, context));
    add_stillborn(context, cards);
    return cards;
}

std::string household_note(const FamilyContext& context) {
    const std::string status = context.family.household.text("status");
    if (status == "MOVED") return tr("This family has moved away. What was recorded stays here.");
    if (status == "MERGED") return tr("This family was joined with another one.");
    return {};
}

FormStart start_details(const FamilyContext& context, const PersonCard& person) {
    const bool is_born = person.kind != PersonKind::Stillborn;
    return context.opening(is_born ? "person" : "birth_outcome", person.id);
}

FormStart start_died(const FamilyContext& context, const PersonCard& person) {
    return context.opening("person", person.id, "vital_status");
}

FormStart start_moved(const FamilyContext& context, const PersonCard& person) {
    return context.opening("person", person.id, "household_id");
}

FormStart start_family_moved(const FamilyContext& context) {
    return context.opening("household", context.family.id, "status");
}

}  // namespace screens
