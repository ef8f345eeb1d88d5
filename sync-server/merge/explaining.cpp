#include "sync-server/merge/explaining.h"

#include "shared/base/text.h"

#include <algorithm>
#include <cstdlib>
#include <map>

namespace merge {

using linking::Column;
namespace name_level = linking::name_level;
namespace date_level = linking::date_level;

namespace {

using Levels = std::map<std::string, int>;

Levels levels_in(const std::string& evidence) {
    Levels levels;
    for (const std::string& each : base::split(evidence, ' ')) {
        const auto sign = each.find('=');
        if (sign != std::string::npos) {
            levels[each.substr(0, sign)] = std::atoi(each.c_str() + sign + 1);
        }
    }
    return levels;
}

std::string relation_of_name(int level) {
    switch (level) {
        case name_level::Equal:
            return "same";
        case name_level::Near:
            return "alike";
        case name_level::Elsewhere:
            return "order";
        case name_level::Part:
            return "part";
        case name_level::Short:
            return "short";
        default:
            return "different";
    }
}

std::string relation_of_date(int level) {
    switch (level) {
        case date_level::Equal:
            return "same";
        case date_level::Exchanged:
            return "exchanged";
        case date_level::Slip:
        case date_level::TwoParts:
        case date_level::Close:
            return "near";
        case date_level::RoughlySame:
        case date_level::Year:
            return "year";
        default:
            return "different";
    }
}

// Numbers are not shown in a list (DOMAIN 1.4).
std::string relation_of(linking::Kind kind, int level) {
    if (kind == linking::Kind::Name) return relation_of_name(level);
    if (kind == linking::Kind::Date) return relation_of_date(level);
    if (level == 1) return "same";
    const bool is_number = kind == linking::Kind::Id || kind == linking::Kind::Phone;
    if (level == linking::different(kind)) return is_number ? "unlike" : "different";
    return is_number ? "slip" : "alike";
}

bool speaks_against(const std::string& relation) {
    return relation == "different" || relation == "unlike";
}

// Whose partner it is decides the word.
std::string field_of(const Column& column, const Profile& a, const Profile& b) {
    const bool is_mother = a.row.kind == "mother" || b.row.kind == "mother";
    if (column.name == profile::kPartner && a.row.kind == "infant") return "father";
    if (column.name == profile::kPartner && is_mother) return "husband";
    if (column.name == profile::kName && a.row.kind == "household") return "head_name";
    return column.name;
}

Agreement agreement_of(const Column& column, int level, const std::string& a,
                       const std::string& b) {
    if (a.empty() && b.empty()) return Agreement::BothMissing;
    if (a.empty() || b.empty()) return Agreement::OneMissing;
    if (level == linking::kUnsaid) return a == b ? Agreement::Same : Agreement::Different;
    const std::string relation = relation_of(column.kind, level);
    if (speaks_against(relation)) return Agreement::Different;
    return relation == "same" ? Agreement::Same : Agreement::Alike;
}

}  // namespace

std::vector<Reason> reasons_of(const Profile& a, const Profile& b, const std::string& evidence) {
    const Levels levels = levels_in(evidence);
    std::vector<Reason> reasons;
    for (const Column& column : schema_of(circle_of(a.row.kind)).columns) {
        const auto level = levels.find(column.name);
        if (level == levels.end()) continue;
        std::string relation = relation_of(column.kind, level->second);
        const bool is_written_otherwise =
            base::folded(a.fields.text(column.name)) != base::folded(b.fields.text(column.name));
        const bool is_name = column.kind == linking::Kind::Name;
        if (is_name && relation == "same" && is_written_otherwise) relation = "alike";
        const bool is_against = speaks_against(relation);
        const bool is_elsewhere = is_against && column.is_place;
        if (is_elsewhere || (column.name == profile::kSex && !is_against)) continue;
        reasons.push_back({field_of(column, a, b) + ":" + relation,
                           !is_against,
                           {a.fields.text(column.name), b.fields.text(column.name)}});
    }
    std::stable_partition(reasons.begin(), reasons.end(),
                          [](const Reason& each) { return each.speaks_for; });
    return reasons;
}

std::vector<FieldPair> fields_of(const Profile& a, const Profile& b, const std::string& evidence) {
    const Levels levels = levels_in(evidence);
    std::vector<FieldPair> fields;
    for (const Column& column : schema_of(circle_of(a.row.kind)).columns) {
        FieldPair pair;
        pair.field = field_of(column, a, b);
        pair.a = a.fields.text(column.name);
        pair.b = b.fields.text(column.name);
        const auto level = levels.find(column.name);
        const int found = level == levels.end() ? 0 : level->second;
        pair.agreement = agreement_of(column, found, pair.a, pair.b);
        fields.push_back(std::move(pair));
    }
    return fields;
}

}  // namespace merge
