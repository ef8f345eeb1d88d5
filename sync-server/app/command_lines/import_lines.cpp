// Tables that a health centre keeps already.
#include "sync-server/app/command_lines/command_lines.h"
#include "sync-server/app/commands/commands.h"

#include <CLI/CLI.hpp>

namespace server_app {

namespace {

CLI::App* import_command(CLI::App& import, const char* name, const char* what,
                         ImportOptions& given) {
    CLI::App* command = import.add_subcommand(name, what);
    command->add_option("--data", given.data, "the health centre's folder")->required();
    command->add_flag("--json", given.json, "print JSON");
    return command;
}

void add_table_options(CLI::App& command, ImportOptions& given) {
    command.add_option("file", given.file, "CSV or XLSX: e-PPGBM, cohort register ...")->required();
    command.add_option("--map", given.map,
                       "JSON file: {\"infant.full_name\": \"Nama\", ...}; otherwise the columns "
                       "are known by their headings");
    command.add_option("--unit", given.unit, "posyandu of rows that name none");
    command.add_option("--another", given.other_rows, "these rows are other people than they seem");
    command.add_option("--without", given.left_out_rows, "leave these rows out");
}

}  // namespace

void add_import(CLI::App& app, Chosen& chosen) {
    static ImportOptions given;
    CLI::App* import = app.add_subcommand("import", "Infants, mothers and households of a table");
    import->require_subcommand(1);
    CLI::App* preview = import_command(*import, "preview", "What each row would become", given);
    CLI::App* take = import_command(*import, "take", "Bring all of it in, or nothing", given);
    for (CLI::App* command : {preview, take}) add_table_options(*command, given);
    CLI::App* list = import_command(*import, "list", "What was brought in", given);
    CLI::App* undo = import_command(*import, "undo", "Withdraw what nobody touched since", given);
    undo->add_option("import", given.import, "its id")->required();
    undo->add_option("--reason", given.reason, "kept in the records' history")->required();
    preview->callback([&] { chosen = [&] { return import_preview(given); }; });
    take->callback([&] { chosen = [&] { return import_take(given); }; });
    list->callback([&] { chosen = [&] { return import_list(given); }; });
    undo->callback([&] { chosen = [&] { return import_undo(given); }; });
}

}  // namespace server_app
