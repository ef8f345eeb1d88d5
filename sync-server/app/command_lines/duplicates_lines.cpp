// The command lines about records that may be one.
#include "sync-server/app/command_lines/command_lines.h"
#include "sync-server/app/duplicates.h"
#include "sync-server/merge/linking/column_map.h"
#include "sync-server/merge/linking/evaluate.h"

#include <CLI/CLI.hpp>

namespace server_app {

namespace {

void add_evaluate(CLI::App& duplicates, Chosen& chosen, DuplicatesOptions& given) {
    CLI::App* command = duplicates.add_subcommand(
        "evaluate", "Compare the records of any CSV file with each other; needs no data folder");
    command->add_option("--records", given.records, "CSV with a heading")->required();
    command
        ->add_option("--map", given.map,
                     "JSON: which column is which field, as {\"id\": \"rec_id\", \"given_name\": "
                     "\"fname\", \"birth_date\": [\"year\", \"month\", \"day\"]}")
        ->required();
    command->add_option("--out", given.out, "CSV to write: id_a,id_b,score, best first")
        ->required();
    given.threshold = linking::kWorkList;
    command
        ->add_option("--threshold", given.threshold,
                     "least probability of a pair that is written (0.5, that of the work list)")
        ->check(CLI::Range(0.0, 1.0));
    command->add_flag("--json", given.json, "print JSON");
    command->footer(
        "Fields that the map may name, each with a column or a list of columns. Several columns "
        "of a name or birth_date are read together; of any other field each is compared by itself "
        "(\"address\": [\"address_1\", \"address_2\"]). \"other\" is compared as text, \"codes\" "
        "as equal or not. \"language\": \"id\" reads names by Indonesian spellings.\n" +
        linking::fields_help());
    command->callback([&] { chosen = [&] { return duplicates_evaluate(given); }; });
}

}  // namespace

void add_duplicates(CLI::App& app, Chosen& chosen) {
    static DuplicatesOptions given;
    CLI::App* duplicates = app.add_subcommand("duplicates", "Records that may be one");
    duplicates->require_subcommand(1);
    add_evaluate(*duplicates, chosen, given);
}

}  // namespace server_app
