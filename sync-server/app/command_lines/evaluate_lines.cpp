#include "sync-server/app/command_lines/command_lines.h"
#include "sync-server/app/commands.h"

#include <CLI/CLI.hpp>

namespace server_app {

namespace {

constexpr const char* kGrowthMap =
    R"(The map is a JSON object; each name takes a column's heading, or an object
{"column": ..., "codes": {ours: [theirs]}, "missing": [...], "unit": ..., "format": ...}.
  sex          L/P, 1/2, M/F, male/female, laki-laki/perempuan; codes: {"L": [...], "P": [...]}
  birth_date and visit_date (YYYY-MM-DD, or "format": "DD/MM/YYYY"), or age_days, or age_months
  weight       "unit": "kg" or "g"        length, head   "unit": "cm", "mm" or "m"
  measure      L or lying, H or standing  oedema         1/0, yes/no       id
Ages in months become days by 30.4375. Scores: waz, laz, wlz, hcz to two decimals, flagged 1 outside
WHO's limits; 0 to 730 days. Standing adds 0.7 cm; standing under 9 months is taken as lying and
noted. Example: {"id": "child", "sex": "sex", "age_days": "age", "weight": {"column": "w",
"unit": "g"}, "length": "len"})";

constexpr const char* kFeedingMap =
    R"(The map is a JSON object; each name takes a column's heading, a
list of them (yes where any says yes), or an object {"column": ..., "codes": {"yes": [...],
"no": [...], "unknown": [...]}, "missing": [...], "coding": ...}.
  birth_date and visit_date ("format", or "coding": "cmc"), or age_days, or age_months
  bf_ever  prelacteal_2d  bf_yesterday  ebm_yesterday  bottle_yesterday
  l_water l_formula l_milk l_yogurt l_choco l_soy l_juice l_soda l_tea l_broth l_other   f_any
  bf_start_unit (IMM/0, HOUR/1, DAY/2, NEVER, UNK) and bf_start_value, or bf_start with "coding":
  "who" or "dhs_m34" (0 at once, 100-199 hours, 200-299 days), "hours" or "minutes"
  bf_ever and bf_yesterday take "coding": "dhs_m4" (94 never, 95 still)
  weight ("scale": 1000000 for DHS v005)   id
Usual codes: 1 yes, 0 or 2 no, 8 or 9 don't know, empty: not answered.
Questions that the map does not name were not asked: they break nothing.
--unknown: keep       don't know stays in the denominator, not in the numerator (default)
           exclude    such a child is in neither
           as-no      as if no (as the DHS programs do; with --missing as-no)
           as-given   as if it had been given
A child none of whose questions on the day before is answered is in none of their denominators.)";

void add_files(CLI::App& command, EvaluateOptions& given) {
    command.add_option("--records", given.records, "CSV, headings in the first row")->required();
    command.add_option("--map", given.map, "JSON: which column is what")->required();
    command.add_option("--out", given.out, "CSV to write: a row for every row")->required();
    command.add_flag("--note-bad-rows", given.is_lenient,
                     "note what cannot be read in its row, instead of refusing the table");
}

}  // namespace

void add_evaluate(CLI::App& app, Chosen& chosen) {
    static EvaluateOptions given;
    CLI::App* evaluate =
        app.add_subcommand("evaluate", "Anyone's table through our scores and indicators");
    evaluate->require_subcommand(1);
    CLI::App* growth = evaluate->add_subcommand("growth", "WHO z-scores of weights and lengths");
    add_files(*growth, given);
    growth->footer(kGrowthMap);
    CLI::App* feeding =
        evaluate->add_subcommand("feeding", "Feeding classes, and every indicator by group");
    add_files(*feeding, given);
    feeding->add_option("--summary", given.summary, "CSV of the indicators; otherwise printed");
    feeding->add_option("--by", given.by, "column to group by; may be given again");
    feeding->add_option("--unknown", given.unknown, "keep, exclude, as-no or as-given (keep)");
    feeding->add_option("--missing", given.missing,
                        "an empty answer: unknown (the class is not known) or as-no (unknown)");
    feeding->add_option("--age", given.age,
                        "completed months: months of the calendar, or days / 30.4375 (months)");
    feeding->footer(kFeedingMap);
    growth->callback([&] { chosen = [] { return evaluate_growth(given); }; });
    feeding->callback([&] { chosen = [] { return evaluate_feeding(given); }; });
}

}  // namespace server_app
