#include "sync-server/evaluate/feeding_table.h"

#include "shared/base/text.h"

namespace evaluate {

namespace {

using base::Error;
using base::ErrorCode;
using base::Fields;
using indicators::Verdict;

constexpr int kChildMonths = 24;

constexpr std::array<std::string_view, 7> kOwnNames = {
    "id", "birth_date", "visit_date", "age_days", "age_months", "weight", "include"};

std::vector<std::string_view> names() {
    std::vector<std::string_view> all(kOwnNames.begin(), kOwnNames.end());
    const auto answers = answer_names();
    all.insert(all.end(), answers.begin(), answers.end());
    return all;
}

struct Rule {
    Figure figure;
    std::string_view code;
    int from, to;        // completed months
    bool is_historic;    // asked once in a lifetime, not of the day before
    bool Asked::*asked;  // what the table must be able to tell
    std::string_view needs;
};
constexpr std::array<Rule, kFigures> kRules = {{
    {Figure::Evbf, "WHO_EVBF", 0, 23, true, &Asked::historic_ever, "bf_ever, or bf_start"},
    {Figure::Eibf, "WHO_EIBF", 0, 23, true, &Asked::first_feed, "bf_start, or bf_start_unit"},
    {Figure::Ebf2d, "WHO_EBF2D", 0, 23, true, &Asked::two_days,
     "prelacteal_2d, and bf_ever or bf_start"},
    {Figure::Ebf, "WHO_EBF", 0, 5, false, &Asked::items, "bf_yesterday, f_any and a drink (l_...)"},
    {Figure::Mixmf, "WHO_MIXMF", 0, 5, false, &Asked::milks,
     "bf_yesterday, and l_formula or l_milk"},
    {Figure::Cbf, "WHO_CBF", 12, 23, false, &Asked::breast, "bf_yesterday"},
    {Figure::Isssf, "WHO_ISSSF", 6, 8, false, &Asked::solids, "f_any"},
    {Figure::Bof, "WHO_BOF", 0, 23, false, &Asked::bottle, "bottle_yesterday"},
}};

Verdict verdict_of(Figure figure, const Fields& fields) {
    switch (figure) {
        case Figure::Evbf:
            return indicators::ever_breastfed(fields, fields);
        case Figure::Eibf:
            return indicators::early_initiation(fields, fields);
        case Figure::Ebf2d:
            return indicators::exclusive_two_days(fields, fields);
        case Figure::Ebf:
            return indicators::exclusive_yesterday(fields);
        case Figure::Mixmf:
            return indicators::mixed_milk_yesterday(fields);
        case Figure::Cbf:
            return indicators::breastfed_yesterday(fields);
        case Figure::Isssf:
            return indicators::solids_yesterday(fields);
        case Figure::Bof:
            return indicators::bottle_yesterday(fields);
    }
    return Verdict::Unknown;
}

void judge(Child& child, const Answers& answers, const Asked& asked, const AnswerRules& rules) {
    if (!child.age_months || *child.age_months >= kChildMonths) return;
    for (const Rule& rule : kRules) {
        if (!(asked.*rule.asked)) continue;
        if (*child.age_months < rule.from || *child.age_months > rule.to) continue;
        if (!rule.is_historic && !answers.was_recalled) continue;
        const Verdict verdict = verdict_of(rule.figure, answers.fields);
        const bool is_out = verdict == Verdict::Unknown && rules.unknown == Unknown::Exclude;
        if (is_out) continue;
        child.figures[static_cast<std::size_t>(rule.figure)] = verdict == Verdict::Yes;
    }
    if (asked.items && answers.was_recalled) child.feeding = care::feeding_class(answers.fields);
}

Status read_child(const base::csv::Row& row, const RecordMap& map, const FeedingOptions& options,
                  const Asked& asked, Child& child) {
    TRY_LET(age, age_of(row, map, options.age_rule));
    child.age_months = age.months;
    child.note = age.note;
    if (const Source* source = map.find("weight")) {
        TRY_LET(weight, number_of(row, *source));
        if (weight && *weight < 0) return unreadable(row, *source, 0, "below zero");
        child.weight = weight.value_or(0);
        if (!weight) child.note += child.note.empty() ? "no weight" : "; no weight";
    }
    TRY_LET(is_included, is_included_in(row, map));
    if (!is_included) {
        child.note += child.note.empty() ? "not included" : "; not included";
        return base::Done{};
    }
    TRY_LET(answers, answers_of(row, map, options.rules));
    judge(child, answers, asked, options.rules);
    return base::Done{};
}

std::vector<std::string> what_is_not_told(const Asked& asked) {
    std::vector<std::string> lines;
    for (const Rule& rule : kRules) {
        if (asked.*rule.asked) continue;
        lines.push_back(std::string(rule.code) + " is not told: the map must name " +
                        std::string(rule.needs));
    }
    return lines;
}

Status check_weight(const RecordMap& map) {
    const Source* weight = map.find("weight");
    if (weight == nullptr || weight->unit.empty()) return base::Done{};
    return Error{ErrorCode::Malformed,
                 "the map, \"weight\": here it is how much a child counts in the survey, and takes "
                 "no \"unit\"; \"scale\" divides it"};
}

Result<std::vector<std::size_t>> group_columns(const Records& records,
                                               const FeedingOptions& options) {
    std::vector<std::size_t> columns;
    for (const std::string& each : options.by) {
        const auto column = records.column(each);
        if (!column)
            return Error{ErrorCode::Usage, "--by: the table has no column \"" + each +
                                               "\"; it has " + some_headings(records)};
        columns.push_back(*column);
    }
    return columns;
}

std::string text_of(const std::optional<bool>& counted) {
    if (!counted) return "";
    return std::string(*counted ? "1" : "0");
}

}  // namespace

std::string_view code_of(Figure figure) {
    return kRules[static_cast<std::size_t>(figure)].code;
}

Result<Feeding> read_feeding(const Records& records, std::string_view map_json,
                             const FeedingOptions& options) {
    const auto known = names();
    TRY_LET(map, RecordMap::parse(map_json, known, records));
    TRY(check_ages(map));
    TRY(check_weight(map));
    TRY_LET(columns, group_columns(records, options));
    Feeding feeding;
    TRY_LET(asked, asked_by(map));
    feeding.asked = asked;
    feeding.messages = what_is_not_told(asked);
    std::size_t noted = 0;
    for (const base::csv::Row& row : records.rows) {
        Child child;
        const Status read = read_child(row, map, options, asked, child);
        if (!read.ok()) {
            if (!options.is_lenient) return read.error();
            child = Child{};
            child.note = read.error().message;
        }
        for (const std::size_t column : columns) child.groups.push_back(row.cells[column]);
        if (!child.note.empty()) ++noted;
        feeding.children.push_back(std::move(child));
    }
    if (noted > 0) {
        feeding.messages.push_back(std::to_string(noted) + " of " +
                                   std::to_string(records.rows.size()) + " rows carry a note");
    }
    return feeding;
}

Result<std::string> children_csv(const Records& records, std::string_view map_json,
                                 const Feeding& feeding) {
    const auto known = names();
    TRY_LET(map, RecordMap::parse(map_json, known, records));
    const Source* id = map.find("id");
    std::vector<std::string> head = {"row", "id", "age_months", "feeding_class"};
    for (const Rule& rule : kRules) head.emplace_back(rule.code);
    head.emplace_back("note");
    std::string text = base::csv::line(head);
    for (std::size_t i = 0; i < feeding.children.size(); ++i) {
        const Child& child = feeding.children[i];
        const std::string number = std::to_string(i + 1);
        std::vector<std::string> cells = {
            number, id == nullptr ? number : raw_cell(records.rows[i], *id),
            child.age_months ? std::to_string(*child.age_months) : std::string(),
            child.feeding ? std::string(care::to_code(*child.feeding)) : std::string()};
        for (const auto& counted : child.figures) cells.push_back(text_of(counted));
        cells.push_back(child.note);
        text += base::csv::line(cells);
    }
    return text;
}

}  // namespace evaluate
