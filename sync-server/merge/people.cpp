#include "sync-server/merge/people.h"

#include "shared/names/likeness.h"

#include <cstdlib>

namespace merge {

using linking::Column;
using linking::Kind;
using linking::Schema;

namespace {

Column column(std::string_view name, Kind kind, double equal_by_chance, int bag = 0) {
    return {std::string(name), kind, bag, false, equal_by_chance};
}
Column place(std::string_view name, Kind kind, double equal_by_chance) {
    return {std::string(name), kind, 0, true, equal_by_chance};
}

void add_home(Schema& schema) {
    schema.columns.push_back(column(profile::kPhone, Kind::Phone, 0.01));
    schema.columns.push_back(place(profile::kKk, Kind::Id, 0.01));
    schema.columns.push_back(place(profile::kAddress, Kind::Text, 3));
    schema.columns.push_back(place(profile::kPlace, Kind::Code, 3));
    schema.columns.push_back(place(profile::kVillage, Kind::Code, 15));
    schema.columns.push_back(place(profile::kUnit, Kind::Code, 8));
}

int year_of(const Profile& profile) {
    return std::atoi(profile.fields.text(profile::kBirth).substr(0, 4).c_str());
}

bool differ(const Profile& a, const Profile& b, std::string_view field) {
    const std::string one = a.fields.text(field);
    const std::string other = b.fields.text(field);
    return !one.empty() && !other.empty() && one != other;
}

bool is_infant(const Profile& profile) {
    return profile.row.kind == "infant";
}

constexpr int kGeneration = 12;  // years; V013 lets a mother be 10 years older than her infant

std::optional<std::string> never_one_infant(const Profile& a, const Profile& b) {
    const std::string event = a.fields.text(profile::kEvent);
    if (!event.empty() && event == b.fields.text(profile::kEvent)) return "one_birth";
    if (differ(a, b, profile::kOrder)) return "other_twin";
    return std::nullopt;
}

std::optional<std::string> never_one_adult(const Profile& a, const Profile& b) {
    const int apart = std::abs(year_of(a) - year_of(b));
    const bool have_years = year_of(a) > 0 && year_of(b) > 0;
    if (a.row.home != b.row.home) return std::nullopt;
    if (have_years && apart >= kGeneration) return "parent_and_child";
    const double like =
        names::likeness(a.fields.text(profile::kName), b.fields.text(profile::kName));
    const bool have_names = a.fields.has(profile::kName) && b.fields.has(profile::kName);
    if (have_names && like < names::kSimilarName) return "one_household";
    const bool have_niks = a.fields.has(profile::kNikIsValid) && b.fields.has(profile::kNikIsValid);
    if (have_niks && differ(a, b, profile::kNik)) return "one_household";
    return std::nullopt;
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
    schema.columns.push_back(column(profile::kName, Kind::Name, 0.5));
    if (circle == Circle::Households) {
        schema.columns.push_back(column(profile::kWomen, Kind::Name, 0.5, 1));
        add_home(schema);
        return schema;
    }
    schema.columns.push_back(column(profile::kBirth, Kind::Date, 0.02));
    schema.columns.push_back(column(profile::kNik, Kind::Id, 0.003));
    schema.columns.push_back(column(profile::kSex, Kind::Code, 50));
    if (circle == Circle::Infants) {
        schema.columns.push_back(column(profile::kMother, Kind::Name, 0.5, 1));
        schema.columns.push_back(column(profile::kMotherBirth, Kind::Date, 0.02));
        schema.columns.push_back(column(profile::kOrder, Kind::Code, 50));
    }
    schema.columns.push_back(column(profile::kPartner, Kind::Name, 0.5, 2));
    add_home(schema);
    return schema;
}

std::vector<std::string> cells_of(const Profile& profile, const Schema& schema) {
    std::vector<std::string> cells;
    for (const Column& each : schema.columns) cells.push_back(profile.fields.text(each.name));
    return cells;
}

std::optional<std::string> never_one(const Profile& a, const Profile& b) {
    if (a.row.kind == "household" || b.row.kind == "household") return std::nullopt;
    if (is_infant(a) != is_infant(b)) return "parent_and_child";
    if (differ(a, b, profile::kSex) &&
        a.fields.text(profile::kNik) != b.fields.text(profile::kNik)) {
        return "other_sex";
    }
    return is_infant(a) ? never_one_infant(a, b) : never_one_adult(a, b);
}

std::optional<std::string> not_yet_one(const Profile& a, const Profile& b) {
    if (!is_infant(a) || !is_infant(b)) return std::nullopt;
    if (differ(a, b, profile::kMotherId)) return "mothers_first";
    if (differ(a, b, profile::kEvent)) return "births_first";
    return std::nullopt;
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
