// The command lines about records that may be one.
#include "sync-server/app/command_lines/command_lines.h"
#include "sync-server/app/commands/duplicates.h"
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
        "Example of a map: {\"id\": \"rec_id\", \"given_name\": \"fname\", \"surname\": "
        "\"lname\", \"birth_date\": [\"by\", \"bm\", \"bd\"], \"street_number\": \"no\", "
        "\"address\": [\"address_1\", \"address_2\"], \"suburb\": \"suburb\", \"postcode\": "
        "\"zip\", \"soc_sec_id\": \"ssn\", \"sex\": \"sex\", \"age\": \"age\", \"email\": "
        "\"mail\", \"other\": [\"remarks\"]}\n"
        "Each field has a column or a list of columns; columns that the map does not name are not "
        "compared. Several columns of a name or of birth_date (year, month, day) are read "
        "together; "
        "of any other field each is compared by itself. Given name and surname may have changed "
        "places; a whole name in one column is \"name\". Dates are read in any common form, day or "
        "month first as most of the column shows. Empty cells, NA, NULL and unknown say nothing. "
        "\"other\" is compared as text, \"codes\" as equal or not, \"numbers\" by their digits. "
        "\"language\": \"id\" reads names by Indonesian spellings. Two files to be linked: put "
        "the rows of both into one file, with ids that differ; if a column tells which file a row "
        "is from, \"source\": \"that column\" pairs only rows of different files.\n"
        "The file: comma, semicolon, tab or bar; quotes as needed; UTF-8, UTF-16 or Latin-1.\n"
        "Fields: " +
        linking::fields_help());
    command->callback([&] { chosen = [&] { return duplicates_evaluate(given); }; });
}

CLI::App* of_centre(CLI::App& duplicates, const char* name, const char* what,
                    DuplicatesOptions& given) {
    CLI::App* command = duplicates.add_subcommand(name, what);
    command->add_option("--data", given.data, "the health centre's folder")->required();
    command->add_flag("--json", given.json, "print JSON");
    return command;
}

void add_work_list(CLI::App& duplicates, Chosen& chosen, DuplicatesOptions& given) {
    CLI::App* list = of_centre(duplicates, "list", "Pairs that may be one, best first", given);
    list->add_option("--state", given.state, "open, dismissed or merged (open)");
    list->add_option("--unit", given.units, "code of a posyandu; may be given again");
    list->add_option("--limit", given.limit, "so many at most");
    list->add_option("--language", given.language, "of the reasons: id or en (id)");
    list->callback([&] { chosen = [&] { return duplicates_list(given); }; });
    CLI::App* scan = of_centre(duplicates, "scan", "Compare the whole health centre anew", given);
    scan->callback([&] { chosen = [&] { return duplicates_scan(given); }; });
    CLI::App* stop = of_centre(duplicates, "stop", "Leave the comparison that is under way", given);
    stop->callback([&] { chosen = [&] { return duplicates_stop(given); }; });
    CLI::App* dismiss = of_centre(duplicates, "dismiss", "These are two, not one", given);
    dismiss->add_option("a", given.a, "id of the one")->required();
    dismiss->add_option("b", given.b, "id of the other")->required();
    dismiss->add_option("--reason", given.reason, "kept in the audit trail; write no name");
    dismiss->callback([&] { chosen = [&] { return duplicates_dismiss(given); }; });
}

}  // namespace

void add_duplicates(CLI::App& app, Chosen& chosen) {
    static DuplicatesOptions given;
    CLI::App* duplicates = app.add_subcommand("duplicates", "Records that may be one");
    duplicates->require_subcommand(1);
    add_work_list(*duplicates, chosen, given);
    add_evaluate(*duplicates, chosen, given);
}

}  // namespace server_app
