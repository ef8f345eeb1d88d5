#include "sync-server/merge/people.h"

#include "shared/names/likeness.h"

#include <cstdlib>

namespace merge {

using linking::Column;
using linking::Kind;
using linking::Schema;

namespace {

Column column(std::string_view name, Kind kind, double equal_by_chance, int bag = 0) {
    return {std::string(name), kind, bag, false, false, equal_by_chance};
}
// A mother and her child share them, or those of one place in part: a NIK tells birth and place.
Column of_family(std::string_view name, Kind kind, double equal_by_chance, int bag = 0) {
    return {std::string(name), kind, bag, false, true, equal_by_chance};
}
Column place(std::string_view name, Kind kind, double equal_by_chance) {
    return {std::string(name), kind, 0, true, false, equal_by_chance};
}

void add_home(Schema& schema) {
    schema.columns.push_back(column(profile::kPhone, Kind::Phone, 0.01));
    schema.columns.push_back(place(profile::kKk, Kind::Id, 0.01));
    schema.columns.push_back(place(profile::kAddress, Kind::Text, 3));
    schema.columns.push_back(place(profile::kPlace, Kind::Code, 3));
    schema.columns.push_back(place(profile::kVillage, Kind::Code, 15));
    schema.columns.push_back(place(profile::kUnit, Kind::Code, 8));
}

bool differ(const std::string& a, const std::string& b) {
    return !a.empty() && !b.empty() && a != b;
}

constexpr int kGeneration = 12;  // years; V013 lets a mother be 10 years older than her infant

std::string_view never_one_infant(const Facts& a, const Facts& b) {
    if (!a.event.empty() && a.event == b.event) return "one_birth";
    return differ(a.order, b.order) ? "other_twin" : "";
}

std::string_view never_one_adult(const Facts& a, const Facts& b) {
    if (a.home != b.home) return "";
    if (a.year > 0 && b.year > 0 && std::abs(a.year - b.year) >= kGeneration) {
        return "parent_and_child";
    }
    const bool have_names = !a.name.empty() && !b.name.empty();
    if (have_names && names::likeness(a.name, b.name) < names::kSimilarName) {
        return "one_household";
    }
    return a.is_nik_valid && b.is_nik_valid && differ(a.nik, b.nik) ? "one_household" : "";
}

}  // namespace

std::string_view to_code(Circle circle) {
    switch (circle) {
        case Circle::Adults:
            return "adults";
        case Circle::Infants:
            return "infants";
        case Circle::Households:
            return "households";
    }
    return "";
}

Circle circle_of(std::string_view kind) {
    if (kind == "infant") return Circle::Infants;
    return kind == "household" ? Circle::Households : Circle::Adults;
}

Schema schema_of(Circle circle) {
    Schema schema;
    schema.spelling = linking::Spelling::Indonesian;
    schema.known_pairs = 3000;
    schema.known_true = 60;
    // In one health centre far more women share a name and a birthday than have moved: with movers
    // looked for, a third of the work list were namesakes (decision 014).
    schema.is_of_movers = false;
    schema.columns.push_back(of_family(profile::kName, Kind::Name, 0.5));
    if (circle == Circle::Households) {
        schema.columns.push_back(of_family(profile::kWomen, Kind::Name, 0.5, 1));
        add_home(schema);
        return schema;
    }
    schema.columns.push_back(of_family(profile::kBirth, Kind::Date, 0.02));
    schema.columns.push_back(of_family(profile::kNik, Kind::Id, 0.003));
    schema.columns.push_back(of_family(profile::kSex, Kind::Code, 50));
    if (circle == Circle::Infants) {
        schema.columns.push_back(of_family(profile::kMother, Kind::Name, 0.5, 1));
        schema.columns.push_back(of_family(profile::kMotherBirth, Kind::Date, 0.02));
        schema.columns.push_back(of_family(profile::kOrder, Kind::Code, 50));
    }
    schema.columns.push_back(of_family(profile::kPartner, Kind::Name, 0.5, 2));
    add_home(schema);
    return schema;
}

std::vector<std::string> cells_of(const Profile& profile, const Schema& schema) {
    std::vector<std::string> cells;
    for (const Column& each : schema.columns) cells.push_back(profile.fields.text(each.name));
    return cells;
}

Facts facts_of(const Profile& profile) {
    const base::Fields& fields = profile.fields;
    Facts facts;
    facts.is_household = profile.row.kind == "household";
    facts.is_infant = profile.row.kind == "infant";
    facts.home = profile.row.home;
    facts.name = fields.text(profile::kName);
    facts.sex = fields.text(profile::kSex);
    facts.nik = fields.text(profile::kNik);
    facts.order = fields.text(profile::kOrder);
    facts.event = fields.text(profile::kEvent);
    facts.mother = fields.text(profile::kMotherId);
    facts.is_nik_valid = fields.has(profile::kNikIsValid);
    facts.year = std::atoi(fields.text(profile::kBirth).substr(0, 4).c_str());
    return facts;
}

std::string_view never_one(const Facts& a, const Facts& b) {
    if (a.is_household || b.is_household) return "";
    if (a.is_infant != b.is_infant) return "parent_and_child";
    if (differ(a.sex, b.sex) && (a.nik.empty() || a.nik != b.nik)) return "other_sex";
    return a.is_infant ? never_one_infant(a, b) : never_one_adult(a, b);
}

std::string_view not_yet_one(const Facts& a, const Facts& b) {
    if (!a.is_infant || !b.is_infant) return "";
    if (differ(a.mother, b.mother)) return "mothers_first";
    return differ(a.event, b.event) ? "births_first" : "";
}

void unsay_home(const Schema& schema, linking::Compared& compared) {
    for (std::size_t i = 0; i < schema.size(); ++i) {
        const Column& each = schema.columns[i];
        const bool is_of_home = each.is_place || each.name == profile::kPhone ||
                                each.name == profile::kPartner || each.name == profile::kMother ||
                                each.name == profile::kMotherBirth;
        if (is_of_home) compared.level[i] = linking::kUnsaid;
    }
}

}  // namespace merge
