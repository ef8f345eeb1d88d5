// Reports and what stands behind their figures.
#include "sync-server/app/command_lines/command_lines.h"
#include "sync-server/app/commands.h"

#include <CLI/CLI.hpp>

namespace server_app {

void add_reports(CLI::App& app, Chosen& chosen) {
    static ReportOptions given;
    CLI::App* report = app.add_subcommand("report", "A month's table as a file");
    CLI::App* trace = app.add_subcommand("trace", "Who stands behind a figure, and who does not");
    for (CLI::App* command : {report, trace}) {
        command->add_option("--data", given.data, "the health centre's folder")->required();
        command->add_option("--month", given.month, "YYYY-MM")->required();
        command->add_option("--unit", given.unit, "one posyandu only");
        command->add_flag("--json", given.json, "print JSON");
    }
    report->add_option("--format", given.format, "csv");
    report->add_option("--table", given.table,
                       "sigizi, indicators, register, programme, or families: who practises the "
                       "massage and who needs a second visit (with names)");
    report->add_option("--out", given.out, "file to write; otherwise printed");
    trace->add_option("--indicator", given.indicator, "ID_ASI05, SIGIZI_23, PR_TEACH ...")
        ->required();
    report->callback([&] { chosen = [&] { return server_app::report(given); }; });
    trace->callback([&] { chosen = [&] { return server_app::trace(given); }; });
}

}  // namespace server_app
