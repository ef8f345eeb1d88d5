#include "sync-server/app/command_lines/command_lines.h"
#include "sync-server/app/commands/commands.h"

#include <CLI/CLI.hpp>

namespace server_app {

namespace {

constexpr const char* kGrowthMap =
    R"(The map is a JSON object; each name takes a column's heading, or an object
{"column": ..., "codes": {ours: [theirs]}, "missing": [...], "unit": ..., "scale": ...,
"format": ...}.
  sex          L/P, 1/2, M/F, male/female, laki-laki/perempuan; codes: {"L": [...], "P": [...]}
  birth_date and visit_date, or age_days, or age_months (decimals are read)
  weight       "unit": "kg" or "g"        length, head   "unit": "cm", "mm" or "m"
  measure      L/1 lying, H/2 standing    oedema         y/1 yes, all others no   id
A date is 2019-07-13, 13jul2019 or 13-Jul-2019; or has a "format" ("DD/MM/YYYY", "DD MMM YYYY",
"YYYYMMDD"); or a "coding" ("cdc": days, "cmc": months of the century as DHS counts; "stata"); or
stands in three columns: {"columns": ["b2", "b1", "hw16"], "missing": ["98"], "day": 15} are year,
month and day, and the 15th stands for a day that is not known.
"scale" divides what stands in the column ("scale": 10 where 85 means 8.5 kg). "missing" lists what
is written for "not measured", as ["9994", "9996"]; empty cells, NA, NaN, null and "." are missing.
Decimal commas are read. Comma, semicolon, tab or bar between cells; UTF-8.

Scores to two decimals: waz weight, laz length, hcz head for age, wlz weight for length (45 to 110
cm; between two tenths interpolated), by WHO's daily tables of 0 to 730 days. *_flag is 1 outside
WHO's limits: waz -6 to 5, laz -6 to 6, wlz and hcz -5 to 5. A score that cannot be is empty, and
"note" says why: "older than 730 days" (the standing tables are not in here), "no sex", "born after
the visit" ... Ages in months become days by 30.4375, rounded half up. Standing adds 0.7 cm;
standing under 9 months is taken as lying, as WHO does, and noted. Oedema: no score from weight.
Without an age only wlz, of who was measured lying or is under 87 cm. There is no BMI for age.

Example: {"id": "child", "sex": "sex", "age_days": "age", "weight": {"column": "w", "unit": "g"},
"length": "len"}
Of DHS:  {"id": "caseid", "sex": "b4", "age_months": "hw1", "measure": {"column": "hw15",
"missing": ["0"]}, "weight": {"column": "hw2", "scale": 10, "missing": ["9994", "9995", "9996",
"9999"]}}. By dates instead of hw1, as WHO does: "birth_date": {"columns": ["b2", "b1", "hw16"],
"missing": ["98"], "day": 15}, "visit_date": ["hw19", "hw18", "hw17"]
Of R's anthro: {"sex": "sex", "age_days": "age", "weight": "weight", "length": "lenhei",
"measure": "measure", "head": "headc", "oedema": "oedema"}: waz, laz, wlz and hcz are its zwei,
zlen, zwfl and zhc.)";

constexpr const char* kFeedingMap =
    R"(The map is a JSON object; each name takes a column's heading, a
list of them (yes where any says yes), or an object {"column": ..., "codes": {"yes": [...],
"no": [...], "unknown": [...]}, "missing": [...], "coding": ...}.
  birth_date and visit_date (written as "evaluate growth --help" tells), or age_days, or age_months
  bf_ever  prelacteal_2d (anything but breast milk in the first two days)
  bf_yesterday  ebm_yesterday (expressed milk)  bottle_yesterday
  l_water l_formula l_milk l_yogurt l_choco l_soy l_juice l_soda l_tea l_broth l_other   f_any
  bf_start_unit (IMM/0, HOUR/1, DAY/2, NEVER, UNK) and bf_start_value, or bf_start with "coding":
  "who" or "dhs_m34" (0 at once, 100-199 hours, 200-299 days), "hours" or "minutes"
  bf_ever and bf_yesterday take "coding": "dhs_m4" (94 never, 95 still)
  weight, of the survey ("scale": 1000000 for DHS v005)   id
  include: only rows that say yes here count (several columns: yes in each); name it where others
  than those who were asked stand in the table. {"column": "b9", "codes": {"yes": ["0"], "no":
  ["1", "2", "4"]}}
Usual codes: 1 yes, 0 or 2 no, 8 or 9 don't know, empty: not answered.
Questions that the map does not name were not asked: they break nothing.
--unknown: keep       don't know stays in the denominator, not in the numerator (default)
           exclude    such a child is in neither
           as-no      as if no (as the DHS programs do; with --missing as-no)
           as-given   as if it had been given
A child none of whose questions on the day before is answered is in none of their denominators.
--age:     months     completed months between the two dates (default). Who was born on a 31st has
                      completed one on the last day of a shorter month: 31 August to 28 February
                      are 6 months.
           days       days / 30.4375, rounded down
Ages written in months are rounded down, ages in days divided by 30.4375, whatever --age says.

--out: feeding_class is EBF, BF_WATER, BF_NML (other drinks), BF_MILK, BF_CF (food), NOT_BF or UNK;
an indicator is 1 (numerator), 0 (denominator only) or empty (neither).
--summary: by, group (both empty: everybody), indicator, age_months, numerator, denominator (both
weighted), percent, and the unweighted numbers. AG_... are the classes of the area graph, by month
and band; MEDIAN_EBF_MONTHS is by current status in two-month groups, smoothed over three of them.
WHO_EVBF, EIBF (at once or hour 0), EBF2D 0-23 months; WHO_EBF, MIXMF 0-5; WHO_ISSSF 6-8; WHO_CBF
12-23; WHO_BOF 0-23.

Example of DHS: {"id": "caseid", "age_months": "b19", "weight": {"column": "v005", "scale":
1000000}, "bf_ever": {"column": "m4", "coding": "dhs_m4"}, "bf_yesterday": {"column": "m4",
"coding": "dhs_m4"}, "bf_start": {"column": "m34", "coding": "dhs_m34"}, "prelacteal_2d": "m55",
"bottle_yesterday": "m38", "l_water": "v409", "l_juice": "v410", "l_milk": "v411", "l_formula":
"v411a", "l_broth": "v412c", "l_other": "v413", "f_any": ["v414e", "v414f", "v414s"], "include":
{"column": "b9", "codes": {"yes": ["0"], "no": ["1", "2", "3", "4"]}}}. m4 is asked of every birth
and foods only of the youngest: leave the other rows out of the table.
Example of MICS: {"id": "LN", "age_months": "CAGE", "weight": "chweight", "bf_ever": "BD2",
"bf_yesterday": "BD3", "bottle_yesterday": "BD4", "bf_start_unit": "MN37U", "bf_start_value":
{"column": "MN37N", "missing": ["98", "99"]}, "prelacteal_2d": "MN38", "l_water": "BD7A",
"l_juice": "BD7B", "l_broth": "BD7C", "l_formula": "BD7D", "l_milk": "BD7E", "l_other": "BD7X",
"f_any": {"columns": ["BD8A", "BD8B", "BD8C"], "missing": ["9"]}})";

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
