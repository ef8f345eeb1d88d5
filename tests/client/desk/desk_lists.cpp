// The desk's families as a list: searched, filtered, and whom a new one looks like.
#include "shared/names/likeness.h"
#include "shared/names/search_text.h"
#include "tests/client/desk/desk.h"

#include <algorithm>

namespace desk {

namespace {

names::SearchText search_text(const StoredRecord& household) {
    names::SearchText text;
    text.add_name(household.fields.text("head_name"));
    text.add_text(household.fields.text("address_line"));
    text.add_place(household.fields.text("rt"), household.fields.text("rw"));
    text.add_phone(household.fields.text("phone"));
    return text;
}

bool is_same(const Fields& a, const Fields& b, const char* field) {
    return a.has(field) && a.text(field) == b.text(field);
}

void add_reasons(const Fields& household, const Fields& person, const Fields& known_household,
                 const Fields& known, LookAlike& like) {
    const auto add = [&](bool is_so, LikeReason reason, int points) {
        if (is_so) like.reasons.push_back(reason);
        like.score += is_so ? points : 0;
    };
    const double husband =
        names::likeness(household.text("head_name"), known_household.text("head_name"));
    add(husband >= names::kSimilarName, LikeReason::SameHusband, 4);
    add(is_same(person, known, "birth_date"), LikeReason::SameBirthDate, 5);
    add(is_same(person, known, "phone"), LikeReason::SamePhone, 1);
    add(is_same(household, known_household, "rt"), LikeReason::SameRt, 1);
}

}  // namespace

void Desk::add_what_filters_ask(FamilyRow& row) const {
    const Date today = base::date_in(clock.now(), base::Zone{});
    row.visited_this_month =
        row.last_visit && base::month_of(*row.last_visit) == base::month_of(today);
    for (const Person& person : persons_of(row.id)) {
        if (person.is_dead) continue;
        if (person.is_mother && row.mother.empty()) row.mother = person.name;
        if (!person.is_infant || person.birth_date < row.youngest_born) continue;
        row.youngest = person.name;
        row.youngest_born = person.birth_date;
    }
    if (row.youngest_born) row.youngest_months = base::age_months(*row.youngest_born, today);
    for (const StoredRecord* birth : all("birth_event")) {
        const auto day = base::parse_date(birth->fields.text("delivery_date"));
        if (!day || household_of(*birth) != row.id) continue;
        const int since = base::days_between(*day, today);
        row.is_nifas = row.is_nifas || (since >= 0 && since <= 42);
    }
}

std::vector<FamilyRow> Desk::list(const std::string& query) {
    const names::Query wanted(query);
    std::vector<FamilyRow> rows;
    for (const StoredRecord* each : all("household")) {
        names::SearchText text = search_text(*each);
        for (const StoredRecord* person : all("person")) {
            if (household_of(*person) != each->id) continue;
            text.add_name(person->fields.text("full_name"));
            text.add_nik(person->fields.text("nik"));
            text.add_phone(person->fields.text("phone"));
        }
        if (text.matches(wanted)) rows.push_back(row_of(*each));
    }
    return rows;
}

std::vector<LookAlike> Desk::look_alikes(const Fields& household, const Fields& person) {
    std::vector<LookAlike> found;
    for (const StoredRecord* known : all("person")) {
        const Fields& fields = known->fields;
        const double likeness = names::likeness(person.text("full_name"), fields.text("full_name"));
        const StoredRecord* house = find(household_of(*known));
        const bool is_twin = is_same(person, fields, "mother_person_id");
        if (likeness < names::kSimilarName || house == nullptr || is_twin) continue;
        LookAlike like;
        const bool is_one_sound = likeness >= names::kOneSound;
        like.reasons = {is_one_sound ? LikeReason::SameName : LikeReason::SimilarName};
        like.score = is_one_sound ? 5 : 3;
        add_reasons(household, person, house->fields, fields, like);
        if (like.reasons.size() < 2) continue;
        like.family = house->id;
        like.person = known->id;
        like.family_name = house->fields.text("head_name");
        like.person_name = fields.text("full_name");
        like.rt = house->fields.text("rt");
        like.rw = house->fields.text("rw");
        like.known_since = base::made_at(known->id);
        like.is_likely = like.score >= 8;
        found.push_back(std::move(like));
    }
    std::stable_sort(found.begin(), found.end(),
                     [](const LookAlike& a, const LookAlike& b) { return a.score > b.score; });
    return found;
}

}  // namespace desk
