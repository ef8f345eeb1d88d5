// kawan-server: the health centre's server and its commands (DESIGN 10).
#include "sync-server/app/commands.h"
#include "sync-server/app/output.h"

#include <CLI/CLI.hpp>

#include <functional>

namespace {

using server_app::DeskOptions;
using server_app::DeviceOptions;
using server_app::InitOptions;
using server_app::ReportOptions;
using server_app::ServeOptions;
using server_app::UserOptions;

// What the command line chose; run after parsing, so that an exception of CLI11 cannot pass it.
using Chosen = std::function<base::Status()>;

struct Options {
    InitOptions init;
    ServeOptions serve;
    UserOptions user;
    DeviceOptions device;
    server_app::EraseOptions erase;
    DeskOptions desk;
    ReportOptions report;
    server_app::BundleOptions bundle;
    server_app::BackupOptions backup;
    std::string check_data;
    std::string receipt_file;
    std::string rescue_file;
    bool check_json = false;
};

void add_init(CLI::App& app, Options& options, Chosen& chosen) {
    CLI::App* command = app.add_subcommand("init", "Make a health centre's data folder");
    command->add_option("--data", options.init.data, "folder to make")->required();
    command->add_option("--centre", options.init.centre, "name of the health centre")->required();
    command->add_option("--units", options.init.units_file, "CSV: code,name,village,village_code")
        ->required();
    command->add_option("--zone", options.init.zone, "time zone (Asia/Jakarta)");
    command->add_option("--address", options.init.address, "HOST:PORT as the laptops reach it");
    command->callback([&] { chosen = [&] { return server_app::init(options.init); }; });
}

void add_serve(CLI::App& app, Options& options, Chosen& chosen) {
    CLI::App* command = app.add_subcommand("serve", "Answer the laptops until stopped");
    command->add_option("--data", options.serve.data, "the health centre's folder")->required();
    command->add_option("--listen", options.serve.listen, "HOST:PORT");
    command->add_flag("--plain-http", options.serve.plain_http, "without TLS; loopback only");
    command->add_option("--ready-file", options.serve.ready_file,
                        "write the address there once connections are accepted");
    command->add_option("--backup-to", options.serve.backup_to,
                        "make backups into this folder while serving");
    command->add_option("--backup-every", options.serve.backup_every_hours, "hours (24)");
    command->add_option("--backup-keep", options.serve.backup_keep, "how many backups stay (14)");
    command->callback([&] { chosen = [&] { return server_app::serve(options.serve); }; });
}

CLI::App* user_command(CLI::App& user, const char* name, const char* what, UserOptions& options) {
    CLI::App* command = user.add_subcommand(name, what);
    command->add_option("--data", options.data, "the health centre's folder")->required();
    command->add_flag("--json", options.json, "print JSON");
    return command;
}

void add_user(CLI::App& app, Options& options, Chosen& chosen) {
    CLI::App* user = app.add_subcommand("user", "Users and their enrolment codes");
    user->require_subcommand(1);
    UserOptions& given = options.user;
    CLI::App* add = user_command(*user, "add", "Add a user; prints the enrolment code", given);
    add->add_option("name", given.name, "full name");
    add->add_option("--role", given.role, "KADER, BIDAN, KOORD, DINKES, ADMIN");
    add->add_option("--unit", given.units, "code of a posyandu; may be given again");
    add->add_option("--file", given.file, "CSV: name,role,units");
    add->callback([&] { chosen = [&] { return server_app::user_add(given); }; });
    CLI::App* list = user_command(*user, "list", "List the users", given);
    list->callback([&] { chosen = [&] { return server_app::user_list(given); }; });
    CLI::App* disable = user_command(*user, "disable", "Shut a user out", given);
    disable->add_option("name", given.name, "full name")->required();
    disable->callback([&] { chosen = [&] { return server_app::user_disable(given); }; });
    CLI::App* code = user_command(*user, "code", "A new code, for one more laptop", given);
    code->add_option("name", given.name, "full name")->required();
    code->callback([&] { chosen = [&] { return server_app::user_code(given); }; });
}

void add_device(CLI::App& app, Options& options, Chosen& chosen) {
    CLI::App* device = app.add_subcommand("device", "The laptops, and shutting one out");
    device->require_subcommand(1);
    DeviceOptions& given = options.device;
    CLI::App* list = device->add_subcommand("list", "Whose, last seen when, and how far");
    CLI::App* revoke = device->add_subcommand("revoke",
                                              "A laptop is lost or given away: it sends "
                                              "once more, then erases what it holds");
    for (CLI::App* command : {list, revoke}) {
        command->add_option("--data", given.data, "the health centre's folder")->required();
        command->add_flag("--json", given.json, "print JSON");
    }
    revoke->add_option("device", given.device, "its id")->required();
    revoke->add_option("--reason", given.reason, "kept in the audit trail")->required();
    list->callback([&] { chosen = [&] { return server_app::device_list(given); }; });
    revoke->callback([&] { chosen = [&] { return server_app::device_revoke(given); }; });
}

void add_erase(CLI::App& app, Options& options, Chosen& chosen) {
    auto& given = options.erase;
    CLI::App* command = app.add_subcommand("erase", "Lawful erasure of a person, for good");
    command->add_option("person", given.person, "her id")->required();
    command->add_option("--data", given.data, "the health centre's folder")->required();
    command->add_option("--reason", given.reason, "kept in the audit trail; write no name");
    command->add_flag("--with-children", given.with_children, "and her children with her");
    command->add_flag("--dry-run", given.dry_run, "only say what would go");
    command->add_flag("--json", given.json, "print JSON");
    command->callback([&] { chosen = [&] { return server_app::erase(given); }; });
}

CLI::App* desk_command(CLI::App& parent, const char* name, const char* what, DeskOptions& options) {
    CLI::App* command = parent.add_subcommand(name, what);
    command->add_option("--data", options.data, "the health centre's folder")->required();
    command->add_flag("--json", options.json, "print JSON");
    return command;
}

void add_conflicts(CLI::App& app, Options& options, Chosen& chosen) {
    DeskOptions& given = options.desk;
    CLI::App* conflicts = app.add_subcommand("conflicts", "Values that two sides wrote apart");
    conflicts->require_subcommand(1);
    CLI::App* list = desk_command(*conflicts, "list", "Open conflicts", given);
    list->callback([&] { chosen = [&] { return server_app::conflicts_list(given); }; });
    CLI::App* resolve = desk_command(*conflicts, "resolve", "Decide one", given);
    resolve->add_option("conflict", given.conflict, "its id")->required();
    resolve->add_option("--choose", given.choice, "incoming, standing or third")->required();
    resolve->add_option("--set", given.set, "JSON object of the third values");
    resolve->add_option("--reason", given.reason, "what the authors will read");
    resolve->callback([&] { chosen = [&] { return server_app::conflicts_resolve(given); }; });
}

void add_quarantine(CLI::App& app, Options& options, Chosen& chosen) {
    DeskOptions& given = options.desk;
    CLI::App* quarantine = app.add_subcommand("quarantine", "Changes that could not be taken");
    quarantine->require_subcommand(1);
    CLI::App* list = desk_command(*quarantine, "list", "What waits, and why", given);
    list->callback([&] { chosen = [&] { return server_app::quarantine_list(given); }; });
    for (const bool is_mend : {true, false}) {
        CLI::App* command =
            is_mend ? desk_command(*quarantine, "mend", "Set fields and release it", given)
                    : desk_command(*quarantine, "reject", "Refuse it, with a reason", given);
        command->add_option("device", given.device, "the device's id")->required();
        command->add_option("n", given.n, "the change's number")->required();
        command->add_option("--reason", given.reason, "what the author will read");
        if (is_mend) command->add_option("--set", given.set, "JSON object of fields");
        command->callback([&, is_mend] {
            chosen = [&, is_mend] {
                return is_mend ? server_app::quarantine_mend(given)
                               : server_app::quarantine_reject(given);
            };
        });
    }
}

void add_reports(CLI::App& app, Options& options, Chosen& chosen) {
    ReportOptions& given = options.report;
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

void add_check(CLI::App& app, Options& options, Chosen& chosen) {
    CLI::App* command = app.add_subcommand("check", "Is the configuration and database whole?");
    command->add_option("--data", options.check_data, "the health centre's folder")->required();
    command->add_flag("--json", options.check_json, "print JSON");
    command->callback([&] {
        chosen = [&] { return server_app::check(options.check_data, options.check_json); };
    });
}

CLI::App* backup_command(CLI::App& app, const char* name, const char* what,
                         server_app::BackupOptions& options) {
    CLI::App* command = app.add_subcommand(name, what);
    command->add_option("--data", options.data, "the health centre's folder")->required();
    command->add_flag("--json", options.json, "print JSON");
    return command;
}

void add_backups(CLI::App& app, Options& options, Chosen& chosen) {
    server_app::BackupOptions& given = options.backup;
    CLI::App* make =
        backup_command(app, "backup", "Make a backup, also while serving, and verify it", given);
    make->add_option("--to", given.to, "folder for it, on another disk")->required();
    make->add_option("--keep", given.keep, "how many stay (14)");
    make->callback([&] { chosen = [&] { return server_app::backup_make(given); }; });
    CLI::App* verify = backup_command(app, "verify", "Is a backup whole?", given);
    verify->callback([&] { chosen = [&] { return server_app::backup_verify(given); }; });
    CLI::App* restore = backup_command(app, "restore", "Put a backup in place", given);
    restore->callback([&] { chosen = [&] { return server_app::backup_restore(given); }; });
    for (CLI::App* command : {verify, restore}) {
        command->add_option("file", given.file, "the backup (.kbk)")->required();
        command->add_option("--key", given.key,
                            "the recovery code, a file with it, or - (standard input)");
    }
}

void add_receipt(CLI::App& app, Options& options, Chosen& chosen) {
    CLI::App* receipt = app.add_subcommand("receipt", "The signed words given to laptops");
    receipt->require_subcommand(1);
    CLI::App* verify = receipt->add_subcommand("verify", "Is it ours, and do we hold it still?");
    verify->add_option("file", options.receipt_file, "the receipt, as JSON")->required();
    verify->add_option("--data", options.check_data, "the health centre's folder")->required();
    verify->add_flag("--json", options.check_json, "print JSON");
    verify->callback([&] {
        chosen = [&] {
            return server_app::receipt_verify(options.check_data, options.receipt_file,
                                              options.check_json);
        };
    });
}

void add_bundle(CLI::App& app, Options& options, Chosen& chosen) {
    CLI::App* bundle = app.add_subcommand("bundle", "What a courier brings from laptops");
    bundle->require_subcommand(1);
    CLI::App* receive = bundle->add_subcommand("receive", "Take bundles in and write the replies");
    receive->add_option("files", options.bundle.files, "bundles, or folders of them")->required();
    receive->add_option("--reply", options.bundle.reply,
                        "folder for the replies, or a file for one; otherwise beside each");
    receive->add_option("--data", options.bundle.data, "the health centre's folder")->required();
    receive->add_flag("--json", options.bundle.json, "print JSON");
    receive->callback([&] { chosen = [&] { return server_app::bundle_receive(options.bundle); }; });
}

void add_pin(CLI::App& app, Options& options, Chosen& chosen) {
    CLI::App* pin = app.add_subcommand("pin", "Forgotten PINs");
    pin->require_subcommand(1);
    CLI::App* rescue = pin->add_subcommand("rescue", "Answer a laptop whose user forgot her PIN");
    rescue->add_option("file", options.rescue_file, "the laptop's request; - is standard input")
        ->required();
    rescue->add_option("--data", options.check_data, "the health centre's folder")->required();
    rescue->add_flag("--json", options.check_json, "print JSON");
    rescue->callback([&] {
        chosen = [&] {
            return server_app::pin_rescue(options.check_data, options.rescue_file,
                                          options.check_json);
        };
    });
}

void add_training(CLI::App& app, Options& options, Chosen& chosen) {
    CLI::App* training = app.add_subcommand("training", "Who is trained in the massage");
    training->require_subcommand(1);
    CLI::App* list = training->add_subcommand("list", "Each cadre and midwife, and until when");
    CLI::App* coverage = training->add_subcommand("coverage", "How many are trained, by posyandu");
    for (CLI::App* command : {list, coverage}) {
        command->add_option("--data", options.check_data, "the health centre's folder")->required();
        command->add_flag("--json", options.check_json, "print JSON");
    }
    list->callback([&] {
        chosen = [&] { return server_app::training_list(options.check_data, options.check_json); };
    });
    coverage->callback([&] {
        chosen = [&] {
            return server_app::training_coverage(options.check_data, options.check_json);
        };
    });
}

int run(int count, char** words) {
    CLI::App app{"Kawan ASI: the health centre's server"};
    app.require_subcommand(1);
    Options options;
    Chosen chosen;
    add_init(app, options, chosen);
    add_serve(app, options, chosen);
    add_user(app, options, chosen);
    add_device(app, options, chosen);
    add_erase(app, options, chosen);
    add_conflicts(app, options, chosen);
    add_quarantine(app, options, chosen);
    add_reports(app, options, chosen);
    add_receipt(app, options, chosen);
    add_pin(app, options, chosen);
    add_bundle(app, options, chosen);
    add_training(app, options, chosen);
    add_check(app, options, chosen);
    add_backups(app, options, chosen);
    try {
        app.parse(count, words);
    } catch (const CLI::ParseError& error) {
        return app.exit(error) == 0 ? 0 : 2;
    }
    const base::Status done = chosen();
    return done.ok() ? 0 : server_app::fail(done.error());
}

}  // namespace

int main(int count, char** words) {
    try {
        return run(count, words);
    } catch (const std::exception& error) {
        std::fprintf(stderr, "kawan-server: stopped by its own mistake: %s\n", error.what());
        return 1;
    }
}
