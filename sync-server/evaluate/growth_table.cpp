#include "sync-server/evaluate/growth_table.h"

#include "shared/base/text.h"
#include "shared/care/growth.h"
#include "sync-server/evaluate/ages.h"

#include <array>
#include <cstdio>

namespace evaluate {

namespace {

constexpr std::array<std::string_view, 11> kNames = {
    "id",     "sex",    "birth_date", "visit_date", "age_days", "age_months",
    "weight", "length", "measure",    "head",       "oedema"};

constexpr std::array<UsualCode, 19> kSexes = {{{"l", "L"},
                                               {"laki-laki", "L"},
                                               {"m", "L"},
                                               {"male", "L"},
                                               {"boy", "L"},
                                               {"b", "L"},
                                               {"1", "L"},
                                               {"p", "P"},
                                               {"perempuan", "P"},
                                               {"f", "P"},
                                               {"female", "P"},
                                               {"girl", "P"},
                                               {"g", "P"},
                                               {"2", "P"},
                                               {"laki", "L"},
                                               {"w", "P"},
                                               {"boys", "L"},
                                               {"girls", "P"},
                                               {"wanita", "P"}}};
constexpr std::array<UsualCode, 11> kPositions = {{{"l", "lying"},
                                                   {"lying", "lying"},
                                                   {"1", "lying"},
                                                   {"h", "standing"},
                                                   {"standing", "standing"},
                                                   {"2", "standing"},
                                                   {"length", "lying"},
                                                   {"recumbent", "lying"},
                                                   {"telentang", "lying"},
                                                   {"height", "standing"},
                                                   {"berdiri", "standing"}}};
// Who is not known to have it has none, as in WHO's program.
constexpr std::array<UsualCode, 14> kOedema = {{{"1", "yes"},
                                                {"y", "yes"},
                                                {"yes", "yes"},
                                                {"ya", "yes"},
                                                {"0", "no"},
                                                {"2", "no"},
                                                {"n", "no"},
                                                {"no", "no"},
                                                {"tidak", "no"},
                                                {"t", "no"},
                                                {"8", "no"},
                                                {"9", "no"},
                                                {"u", "no"},
                                                {"unknown", "no"}}};

// One row as it was read; what is empty was not written down.
struct Child {
    char sex = 0;
    Age age;
    std::optional<double> weight_kg, length_cm, head_cm;
    bool is_lying = false, is_standing = false, has_oedema = false;  // both false: not written
};

struct Scores {
    std::optional<double> weight, length, weight_for_length, head;
    std::vector<std::string> notes;
};

double in_unit(double number, const Source& source) {
    if (source.unit == "g") return number / 1000;
    if (source.unit == "mm") return number / 10;
    return source.unit == "m" ? number * 100 : number;
}

Status check_unit(const RecordMap& map, std::string_view name,
                  std::initializer_list<std::string_view> known) {
    const Source* source = map.find(name);
    if (source == nullptr || source->unit.empty()) return base::Done{};
    for (const std::string_view each : known) {
        if (source->unit == each) return base::Done{};
    }
    const std::vector<std::string> units(known.begin(), known.end());
    return base::Error{base::ErrorCode::Malformed,
                       "the map, \"" + std::string(name) + "\": unit \"" + source->unit +
                           "\" is not known; it is " + base::joined(units, ", ")};
}

Status check(const RecordMap& map) {
    TRY(check_ages(map));
    TRY(check_unit(map, "weight", {"kg", "g"}));
    TRY(check_unit(map, "length", {"cm", "mm", "m"}));
    TRY(check_unit(map, "head", {"cm", "mm", "m"}));
    const bool measures = map.has("weight") || map.has("length") || map.has("head");
    if (map.has("sex") && measures) return base::Done{};
    return base::Error{base::ErrorCode::Malformed,
                       "the map must name sex, and weight, length or head"};
}

Result<std::optional<double>> measured(const base::csv::Row& row, const RecordMap& map,
                                       std::string_view name) {
    const Source* source = map.find(name);
    if (source == nullptr) return std::optional<double>();
    TRY_LET(number, number_of(row, *source));
    if (!number) return std::optional<double>();
    return std::optional(in_unit(*number, *source));
}

// "" where nothing is written.
Result<std::string> coded(const base::csv::Row& row, const RecordMap& map, std::string_view name,
                          std::span<const UsualCode> usual) {
    const Source* source = map.find(name);
    if (source == nullptr) return std::string();
    TRY_LET(code, code_of(row, *source, usual));
    return code.value_or("");
}

Result<Child> child_of(const base::csv::Row& row, const RecordMap& map) {
    Child child;
    TRY_LET(sex, coded(row, map, "sex", kSexes));
    if (!sex.empty()) child.sex = sex[0];
    TRY_LET(age, age_of(row, map, AgeRule::Days));
    child.age = age;
    TRY_LET(weight, measured(row, map, "weight"));
    TRY_LET(length, measured(row, map, "length"));
    TRY_LET(head, measured(row, map, "head"));
    child.weight_kg = weight;
    child.length_cm = length;
    child.head_cm = head;
    TRY_LET(position, coded(row, map, "measure", kPositions));
    child.is_lying = position == "lying";
    child.is_standing = position == "standing";
    TRY_LET(oedema, coded(row, map, "oedema", kOedema));
    child.has_oedema = oedema == "yes";
    return child;
}

// WHO's own program takes a child under nine months as lying, whatever was written down.
void lay_down(Child& child, Scores& scores) {
    if (!child.is_standing || !child.length_cm || !child.age.days) return;
    if (*child.age.exact_days < care::kStandsFromMonths * care::kDaysOfMonth) {
        scores.notes.emplace_back("standing under 9 months: taken as lying");
        return;
    }
    *child.length_cm += care::kStandingShorterCm;
}

bool is_not_above_zero(const std::optional<double>& measured) {
    return measured && !(*measured > 0);
}

void note_why(const Child& child, Scores& scores) {
    if (child.sex == 0) scores.notes.emplace_back("no sex");
    if (!child.age.note.empty()) scores.notes.push_back(child.age.note);
    const bool is_too_old = child.age.days && *child.age.days > care::kGrowthTableDays;
    if (is_too_old) scores.notes.emplace_back("older than 730 days");
    if (is_not_above_zero(child.weight_kg)) scores.notes.emplace_back("weight not above zero");
    if (is_not_above_zero(child.length_cm)) scores.notes.emplace_back("length not above zero");
    if (is_not_above_zero(child.head_cm)) scores.notes.emplace_back("head not above zero");
    if (child.has_oedema) scores.notes.emplace_back("oedema: no score from weight");
}

void score_weight_for_length(const Child& child, Scores& scores) {
    if (!child.weight_kg || !child.length_cm || child.has_oedema || child.sex == 0) return;
    scores.weight_for_length =
        care::weight_for_length_z(child.sex, *child.length_cm, *child.weight_kg);
    const bool is_measured = *child.weight_kg > 0 && *child.length_cm > 0;
    if (scores.weight_for_length || !is_measured) return;
    scores.notes.emplace_back("length not 45 to 110 cm: no weight for length");
}

// Without an age WHO takes as lying who was measured so, or is shorter than 87 cm.
bool may_be_under_two(const Child& child) {
    constexpr double kStandsFromCm = 87;
    if (!child.age.is_missing || child.is_standing) return false;
    return child.is_lying || (child.length_cm && *child.length_cm < kStandsFromCm);
}

Scores scores_of(Child& child) {
    Scores scores;
    lay_down(child, scores);
    note_why(child, scores);
    if (may_be_under_two(child)) score_weight_for_length(child, scores);
    if (!child.age.days || *child.age.days > care::kGrowthTableDays) return scores;
    const int age = *child.age.days;
    if (child.weight_kg && !child.has_oedema) {
        scores.weight = care::weight_for_age_z(child.sex, age, *child.weight_kg);
    }
    if (child.length_cm) {
        scores.length = care::length_for_age_z(child.sex, age, *child.length_cm);
    }
    score_weight_for_length(child, scores);
    if (child.head_cm) scores.head = care::head_for_age_z(child.sex, age, *child.head_cm);
    return scores;
}

std::string two_decimals(const std::optional<double>& z) {
    if (!z) return "";
    char text[32];
    std::snprintf(text, sizeof text, "%.2f", *z == 0 ? 0.0 : *z);
    return text;
}

std::string decimals(const std::optional<double>& number) {
    if (!number) return "";
    char text[40];
    std::snprintf(text, sizeof text, "%.6g", *number);
    return text;
}

template <typename IsPlausible>
void add_score(std::vector<std::string>& cells, const std::optional<double>& z,
               IsPlausible is_plausible) {
    cells.push_back(two_decimals(z));
    cells.emplace_back(!z ? "" : is_plausible(*z) ? "0" : "1");
}

std::vector<std::string> cells_of(const Child& child, const Scores& scores) {
    std::vector<std::string> cells = {
        child.sex == 0 ? std::string() : std::string(1, child.sex),
        child.age.days ? std::to_string(*child.age.days) : std::string(), decimals(child.weight_kg),
        decimals(child.length_cm)};
    add_score(cells, scores.weight, care::is_plausible_weight_z);
    add_score(cells, scores.length, care::is_plausible_length_z);
    add_score(cells, scores.weight_for_length, care::is_plausible_weight_for_length_z);
    add_score(cells, scores.head, care::is_plausible_head_z);
    cells.emplace_back(scores.weight ? care::name_id(care::weight_class(*scores.weight)) : "");
    cells.push_back(base::joined(scores.notes, "; "));
    return cells;
}

// Grams taken for kilograms flag nearly every score: a unit that the map does not tell.
struct Flags {
    std::size_t scored = 0, flagged = 0;

    template <typename IsPlausible>
    void add(const std::optional<double>& z, IsPlausible is_plausible) {
        if (!z) return;
        ++scored;
        if (!is_plausible(*z)) ++flagged;
    }
    void doubt(std::string_view name, std::vector<std::string>& messages) const {
        if (2 * flagged <= scored) return;
        messages.push_back(std::to_string(flagged) + " of " + std::to_string(scored) +
                           " scores of " + std::string(name) +
                           " are flagged: has the map its \"unit\", \"scale\" and \"missing\"?");
    }
};

}  // namespace

Result<Evaluated> evaluate_growth(const Records& records, std::string_view map_json,
                                  bool is_lenient) {
    TRY_LET(map, RecordMap::parse(map_json, kNames, records));
    TRY(check(map));
    Evaluated done;
    done.csv = base::csv::line({"row", "id", "sex", "age_days", "weight_kg", "length_cm", "waz",
                                "waz_flag", "laz", "laz_flag", "wlz", "wlz_flag", "hcz", "hcz_flag",
                                "bb_u", "note"});
    std::size_t noted = 0;
    Flags weights, lengths;
    for (std::size_t i = 0; i < records.rows.size(); ++i) {
        const base::csv::Row& row = records.rows[i];
        auto read = child_of(row, map);
        if (!read.ok() && !is_lenient) return std::move(read).error();
        Child child = read.ok() ? read.value() : Child{};
        Scores scores = read.ok() ? scores_of(child) : Scores{};
        if (!read.ok()) scores.notes = {read.error().message};
        if (!scores.notes.empty()) ++noted;
        weights.add(scores.weight, care::is_plausible_weight_z);
        lengths.add(scores.length, care::is_plausible_length_z);
        const Source* id = map.find("id");
        std::vector<std::string> cells = {
            std::to_string(i + 1), id == nullptr ? std::to_string(i + 1) : raw_cell(row, *id)};
        for (std::string& each : cells_of(child, scores)) cells.push_back(std::move(each));
        done.csv += base::csv::line(cells);
    }
    if (noted > 0) {
        done.messages.push_back(std::to_string(noted) + " of " +
                                std::to_string(records.rows.size()) + " rows carry a note");
    }
    weights.doubt("weight", done.messages);
    lengths.doubt("length", done.messages);
    return done;
}

}  // namespace evaluate
