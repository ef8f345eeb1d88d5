#include "sync-server/evaluate/feeding_answers_of.h"

#include <array>
#include <cmath>

namespace evaluate {

namespace {

using base::Error;
using base::ErrorCode;
using base::Fields;

constexpr std::string_view kYes = "1", kNo = "0", kDontKnow = "8";

constexpr std::array<std::string_view, 12> kItems = {"l_water", "l_formula", "l_milk",  "l_yogurt",
                                                     "l_choco", "l_soy",     "l_juice", "l_soda",
                                                     "l_tea",   "l_broth",   "l_other", "f_any"};
constexpr std::array<std::string_view, 3> kBreast = {"bf_yesterday", "ebm_yesterday",
                                                     "bottle_yesterday"};
constexpr std::array<std::string_view, 2> kHistoric = {"bf_ever", "prelacteal_2d"};
constexpr std::array<std::string_view, 20> kNames = {
    "bf_ever",      "prelacteal_2d", "bf_start",         "bf_start_unit", "bf_start_value",
    "bf_yesterday", "ebm_yesterday", "bottle_yesterday", "l_water",       "l_formula",
    "l_milk",       "l_yogurt",      "l_choco",          "l_soy",         "l_juice",
    "l_soda",       "l_tea",         "l_broth",          "l_other",       "f_any"};

constexpr std::array<UsualCode, 25> kAnswers = {{{"1", kYes},
                                                 {"yes", kYes},
                                                 {"y", kYes},
                                                 {"ya", kYes},
                                                 {"true", kYes},
                                                 {"0", kNo},
                                                 {"2", kNo},
                                                 {"no", kNo},
                                                 {"n", kNo},
                                                 {"tidak", kNo},
                                                 {"false", kNo},
                                                 {"8", kDontKnow},
                                                 {"9", kDontKnow},
                                                 {"98", kDontKnow},
                                                 {"99", kDontKnow},
                                                 {"88", kDontKnow},
                                                 {"dk", kDontKnow},
                                                 {"unk", kDontKnow},
                                                 {"unknown", kDontKnow},
                                                 {"don't know", kDontKnow},
                                                 {"dont know", kDontKnow},
                                                 {"tidak tahu", kDontKnow},
                                                 {"t", kNo},
                                                 {"3", kDontKnow},
                                                 {"don\u2019t know", kDontKnow}}};

constexpr std::array<UsualCode, 25> kUnits = {
    {{"0", "IMM"},           {"1", "HOUR"},       {"2", "DAY"},      {"imm", "IMM"},
     {"immediately", "IMM"}, {"hour", "HOUR"},    {"hours", "HOUR"}, {"day", "DAY"},
     {"days", "DAY"},        {"never", "NEVER"},  {"unk", "UNK"},    {"dk", "UNK"},
     {"8", "UNK"},           {"langsung", "IMM"}, {"jam", "HOUR"},   {"hari", "DAY"},
     {"immediate", "IMM"},   {"at once", "IMM"},  {"h", "HOUR"},     {"d", "DAY"},
     {"9", "UNK"},           {"98", "UNK"},       {"99", "UNK"},     {"unknown", "UNK"},
     {"don't know", "UNK"}}};

// Years of DHS: m4, months of breastfeeding: 93 stopped, 94 never, 95 still, 97-98 not known.
std::string_view by_dhs_months(std::string_view name, double code) {
    if (code >= 97) return kDontKnow;
    if (name == "bf_ever") return code == 94 ? kNo : kYes;
    return code == 95 ? kYes : kNo;
}

Result<std::string> dhs_months(const base::csv::Row& row, const Source& source) {
    TRY_LET(code, number_of(row, source));
    if (!code) return std::string();
    if (*code < 0 || *code > 99) return unreadable(row, source, 0, "no code of DHS m4");
    if (*code == 99) return std::string();
    return std::string(by_dhs_months(source.name, *code));
}

// Of several columns: yes where any says so, else don't know where any does, else no where any was
// answered.
Result<std::string> answer_of(const base::csv::Row& row, const Source& source) {
    if (source.coding == "dhs_m4") return dhs_months(row, source);
    std::string found;
    for (std::size_t i = 0; i < source.columns.size(); ++i) {
        TRY_LET(code, code_of(row, source, kAnswers, i));
        if (!code) continue;
        const std::string_view said = *code;
        const bool outweighs =
            found.empty() || said == kYes || (said == kDontKnow && found != kYes);
        if (outweighs) found = said;
    }
    return found;
}

// DHS m34: 0 at once, 100 to 199 hours, 200 to 299 days; 199, 299 and 998 are not known.
Status set_dhs_start(const base::csv::Row& row, const Source& source, Fields& fields) {
    TRY_LET(code, number_of(row, source));
    if (!code || *code == 999) return base::Done{};
    const int value = static_cast<int>(*code);
    if (value == 0) {
        fields.set("bf_start_unit", "IMM");
    } else if (value >= 100 && value < 300) {
        fields.set("bf_start_unit", value < 200 ? "HOUR" : "DAY");
        if (value % 100 != 99) fields.set_integer("bf_start_value", value % 100);
    } else if (value == 998) {
        fields.set("bf_start_unit", "UNK");
    } else {
        return unreadable(row, source, 0, "no code of DHS m34");
    }
    return base::Done{};
}

Status set_start(const base::csv::Row& row, const RecordMap& map, Fields& fields) {
    if (const Source* source = map.find("bf_start")) {
        if (source->coding == "dhs_m34" || source->coding == "who") {
            return set_dhs_start(row, *source, fields);
        }
        TRY_LET(number, number_of(row, *source));
        if (!number) return base::Done{};
        if (*number < 0) return unreadable(row, *source, 0, "below zero");
        const double hours = source->coding == "minutes" ? *number / 60 : *number;
        fields.set("bf_start_unit", "HOUR");
        fields.set_integer("bf_start_value", static_cast<std::int64_t>(std::floor(hours)));
        return base::Done{};
    }
    if (const Source* source = map.find("bf_start_unit")) {
        TRY_LET(unit, code_of(row, *source, kUnits));
        if (unit) fields.set("bf_start_unit", *unit);
    }
    if (const Source* source = map.find("bf_start_value")) {
        TRY_LET(value, number_of(row, *source));
        if (value) {
            fields.set_integer("bf_start_value", static_cast<std::int64_t>(std::floor(*value)));
        }
    }
    return base::Done{};
}

void set_by_rules(Fields& fields, std::string_view name, std::string said,
                  const AnswerRules& rules) {
    if (said.empty() && rules.missing == Missing::AsNo) said = kNo;
    if (said == kDontKnow && rules.unknown == Unknown::AsNo) said = kNo;
    if (said == kDontKnow && rules.unknown == Unknown::AsGiven) said = kYes;
    if (!said.empty()) fields.set(name, said);
}

Status check_start(const RecordMap& map) {
    const Source* start = map.find("bf_start");
    if (start == nullptr) return base::Done{};
    const bool is_known = start->coding == "dhs_m34" || start->coding == "who" ||
                          start->coding == "hours" || start->coding == "minutes";
    if (is_known && !map.has("bf_start_unit")) return base::Done{};
    return Error{
        ErrorCode::Malformed,
        "the map, \"bf_start\": its coding is who, dhs_m34, hours or minutes, and it stands "
        "instead of bf_start_unit"};
}

}  // namespace

Result<bool> is_included_in(const base::csv::Row& row, const RecordMap& map) {
    const Source* source = map.find("include");
    if (source == nullptr) return true;
    bool is_in = true;
    for (std::size_t i = 0; i < source->columns.size(); ++i) {
        TRY_LET(code, code_of(row, *source, kAnswers, i));
        is_in = is_in && code == std::string(kYes);
    }
    return is_in;
}

std::span<const std::string_view> answer_names() {
    return kNames;
}

Result<Asked> asked_by(const RecordMap& map) {
    TRY(check_start(map));
    Asked asked;
    asked.first_feed = map.has("bf_start") || map.has("bf_start_unit");
    asked.historic_ever = map.has("bf_ever") || asked.first_feed;
    asked.two_days = map.has("prelacteal_2d") && asked.historic_ever;
    asked.breast = map.has("bf_yesterday");
    asked.bottle = map.has("bottle_yesterday");
    asked.solids = map.has("f_any");
    asked.milks = asked.breast && (map.has("l_formula") || map.has("l_milk"));
    bool has_drink = false;
    for (const std::string_view item : kItems) has_drink |= item != "f_any" && map.has(item);
    asked.items = asked.breast && asked.solids && has_drink;
    const bool says_anything = asked.historic_ever || asked.breast || asked.bottle || asked.solids;
    if (says_anything) return asked;
    return Error{ErrorCode::Malformed, "the map names no question about feeding"};
}

Result<Answers> answers_of(const base::csv::Row& row, const RecordMap& map,
                           const AnswerRules& rules) {
    Answers answers;
    std::vector<std::pair<std::string_view, std::string>> day_before;
    const auto read = [&](std::string_view name) -> Status {
        const Source* source = map.find(name);
        if (source == nullptr) return base::Done{};
        TRY_LET(said, answer_of(row, *source));
        if (!said.empty()) answers.was_recalled = true;
        day_before.emplace_back(name, said);
        return base::Done{};
    };
    for (const std::string_view name : kBreast) TRY(read(name));
    for (const std::string_view name : kItems) TRY(read(name));
    for (const std::string_view name : kHistoric) {
        const Source* source = map.find(name);
        if (source == nullptr) continue;
        TRY_LET(said, answer_of(row, *source));
        set_by_rules(answers.fields, name, said, rules);
    }
    TRY(set_start(row, map, answers.fields));
    if (!answers.was_recalled) return answers;
    for (const auto& [name, said] : day_before) {
        // Expressed milk is asked only of who was not put to the breast: no answer is no "no".
        const AnswerRules as_they_are{rules.unknown, Missing::Unknown};
        set_by_rules(answers.fields, name, said, name == "ebm_yesterday" ? as_they_are : rules);
    }
    // What this survey did not ask of anybody cannot break exclusive breastfeeding in it.
    for (const std::string_view item : kItems) {
        if (!map.has(item)) answers.fields.set(item, kNo);
    }
    return answers;
}

}  // namespace evaluate
