// Reports, what stands behind their figures, closed months, and the district's file.
#include "sync-server/app/command_lines/command_lines.h"
#include "sync-server/app/commands/commands.h"
#include "sync-server/app/commands/settings.h"

#include <CLI/CLI.hpp>

namespace server_app {

namespace {

void add_report(CLI::App& app, Chosen& chosen) {
    static ReportOptions given;
    CLI::App* report = app.add_subcommand("report", "A month's tables as a file");
    report->add_option("--data", given.data, "the health centre's folder")->required();
    CLI::Option* month = report->add_option("--month", given.month, "YYYY-MM");
    report
        ->add_option("--period", given.period,
                     "2026-Q3 (from January), 2026-S1 (September to February), 2026-S2 (March to "
                     "August), 2026")
        ->excludes(month);
    report->add_option("--unit", given.unit, "one posyandu only");
    report->add_option("--table", given.tables, "which; may be given again; see --table help");
    report->add_option("--format", given.format, "csv, xlsx, html, dhis2, adx, fhir, month");
    report->add_option("--household", given.household, "of the tables of one family: its id");
    report->add_option("--mapping", given.mapping, "of dhis2 and adx: what they call our figures");
    report->add_flag("--published", given.is_published,
                     "for the public: by village, small cells hidden; as xlsx or html");
    report->add_flag("--incomplete", given.is_incomplete, "write it although something is missing");
    report->add_option("--out", given.out, "file to write; otherwise printed");
    report->add_flag("--json", given.json, "print JSON");
    report->callback([&] { chosen = [&] { return server_app::report(given); }; });
}

void add_trace(CLI::App& app, Chosen& chosen) {
    static TraceOptions given;
    CLI::App* trace = app.add_subcommand("trace", "Who stands behind a figure, and who does not");
    trace->add_option("figure", given.figure, "its id, like SIGIZI_23:2026-10:SEMUA");
    trace->add_option("--data", given.data, "the health centre's folder")->required();
    trace->add_option("--month", given.month, "instead of the id: YYYY-MM");
    trace->add_option("--indicator", given.indicator, "ID_ASI05, SIGIZI_23, PR_TEACH ...");
    trace->add_option("--unit", given.unit, "one posyandu only");
    trace->add_flag("--now", given.is_now, "of a closed month: as it is now");
    trace->add_flag("--json", given.json, "print JSON");
    trace->callback([&] { chosen = [&] { return server_app::trace(given); }; });
}

void add_month(CLI::App& app, Chosen& chosen) {
    static MonthOptions given;
    CLI::App* month = app.add_subcommand("month", "Closing a month: its figures stay as reported");
    month->require_subcommand(1);
    CLI::App* close = month->add_subcommand("close", "Keep the figures as they stand");
    CLI::App* reopen = month->add_subcommand("reopen", "Let them move again; with a reason");
    CLI::App* show = month->add_subcommand("show", "Open or closed, and what differs since");
    for (CLI::App* command : {close, reopen, show}) {
        command->add_option("--data", given.data, "the health centre's folder")->required();
        command->add_option("--month", given.month, "YYYY-MM")->required();
        command->add_flag("--json", given.json, "print JSON");
    }
    reopen->add_option("--reason", given.reason, "kept in the audit trail")->required();
    close->callback([&] { chosen = [&] { return server_app::month_close(given); }; });
    reopen->callback([&] { chosen = [&] { return server_app::month_reopen(given); }; });
    show->callback([&] { chosen = [&] { return server_app::month_show(given); }; });
}

void add_district(CLI::App& app, Chosen& chosen) {
    static DistrictOptions given;
    CLI::App* district = app.add_subcommand("district", "One file of several health centres");
    district->add_option("--in", given.in, "folder of their month files (report --format month)")
        ->required();
    CLI::Option* month = district->add_option("--month", given.month, "YYYY-MM");
    district->add_option("--period", given.period, "2026-Q3, cumulative from January; 2026")
        ->excludes(month);
    district->add_option("--centres", given.centres, "CSV with a column centre: who is expected");
    district->add_option("--format", given.format, "csv, xlsx or html");
    district->add_option("--out", given.out, "file to write; otherwise printed");
    district->add_flag("--json", given.json, "print JSON");
    district->callback([&] { chosen = [&] { return server_app::district(given); }; });
}

constexpr const char* kChoices =
    R"(Without --set it shows what is chosen; the first answer of each holds until somebody chooses.
  f1_row1  row 1 of F1 section O, "still breast milk only" under 6 months
           both           only breast milk yesterday, and never anything else since birth
           clockA         only breast milk yesterday, whatever was given before
  kf_rule  when care after birth counts as KF1-KF4 and KN1-KN3
           date           by the days between the dates; never before the 6th hour, where known
           hours          by the hours, where they are known; between two windows: the earlier
           hours_strict   the same, but what lies between two windows counts in neither
  mal      lactational amenorrhoea (MAL) as a modern method, in PNC_IND4
           no, yes
Months are counted anew at their next report; a closed month stays as it was reported. Laptops hear
it at their next sync. Who chose what is in the audit. Example: --set f1_row1=clockA mal=yes)";

void add_settings(CLI::App& app, Chosen& chosen) {
    static SettingsOptions given;
    CLI::App* command = app.add_subcommand(
        "settings", "How is counted where a form leaves it to the district; months follow anew");
    command->footer(kChoices);
    command->add_option("--data", given.data, "the health centre's folder")->required();
    command->add_option("--set", given.set,
                        "f1_row1=both|clockA, kf_rule=date|hours|hours_strict, mal=no|yes");
    command->add_flag("--json", given.json, "print JSON");
    command->callback([&] { chosen = [&] { return server_app::settings(given); }; });
}

}  // namespace

void add_reports(CLI::App& app, Chosen& chosen) {
    add_report(app, chosen);
    add_trace(app, chosen);
    add_month(app, chosen);
    add_district(app, chosen);
    add_settings(app, chosen);
}

}  // namespace server_app
