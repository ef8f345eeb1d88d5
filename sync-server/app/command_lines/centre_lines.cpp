// The health centre itself: making, serving, checking and keeping it.
#include "sync-server/app/command_lines/command_lines.h"
#include "sync-server/app/commands/commands.h"

#include <CLI/CLI.hpp>

namespace server_app {

namespace {

CLI::App* backup_command(CLI::App& app, const char* name, const char* what,
                         BackupOptions& options) {
    CLI::App* command = app.add_subcommand(name, what);
    command->add_option("--data", options.data, "the health centre's folder")->required();
    command->add_flag("--json", options.json, "print JSON");
    return command;
}

}  // namespace

void add_init(CLI::App& app, Chosen& chosen) {
    static InitOptions given;
    CLI::App* command = app.add_subcommand("init", "Make a health centre's data folder");
    command->add_option("--data", given.data, "folder to make")->required();
    command->add_option("--centre", given.centre, "name of the health centre")->required();
    command->add_option("--units", given.units_file, "CSV: code,name,village,village_code")
        ->required();
    command->add_option("--zone", given.zone, "time zone (Asia/Jakarta)");
    command->add_option("--address", given.address, "HOST:PORT as the laptops reach it");
    command->callback([&] { chosen = [&] { return init(given); }; });
}

void add_serve(CLI::App& app, Chosen& chosen) {
    static ServeOptions given;
    CLI::App* command = app.add_subcommand("serve", "Answer the laptops until stopped");
    command->add_option("--data", given.data, "the health centre's folder")->required();
    command->add_option("--listen", given.listen, "HOST:PORT");
    command->add_flag("--plain-http", given.plain_http, "without TLS; loopback only");
    command->add_option("--ready-file", given.ready_file,
                        "write the address there once connections are accepted");
    command->add_option("--backup-to", given.backup_to,
                        "make backups into this folder while serving");
    command->add_option("--backup-every", given.backup_every_hours, "hours (24)");
    command->add_option("--backup-keep", given.backup_keep, "how many backups stay (14)");
    command->callback([&] { chosen = [&] { return serve(given); }; });
}

void add_check(CLI::App& app, Chosen& chosen) {
    static std::string data;
    static bool as_json = false;
    CLI::App* command = app.add_subcommand("check", "Is the configuration and database whole?");
    command->add_option("--data", data, "the health centre's folder")->required();
    command->add_flag("--json", as_json, "print JSON");
    command->callback([&] { chosen = [&] { return check(data, as_json); }; });
    CLI::App* epoch = app.add_subcommand(
        "new-epoch", "An older database was put back by hand: let laptops bring what it lacks");
    epoch->add_option("--data", data, "the health centre's folder")->required();
    epoch->add_flag("--json", as_json, "print JSON");
    epoch->callback([&] { chosen = [&] { return new_epoch(data, as_json); }; });
}

void add_backups(CLI::App& app, Chosen& chosen) {
    static BackupOptions given;
    CLI::App* make =
        backup_command(app, "backup", "Make a backup, also while serving, and verify it", given);
    make->add_option("--to", given.to, "folder for it, on another disk")->required();
    make->add_option("--keep", given.keep, "how many stay (14)");
    make->callback([&] { chosen = [&] { return backup_make(given); }; });
    CLI::App* verify = backup_command(app, "verify", "Is a backup whole?", given);
    verify->callback([&] { chosen = [&] { return backup_verify(given); }; });
    CLI::App* restore = backup_command(app, "restore", "Put a backup in place", given);
    restore->callback([&] { chosen = [&] { return backup_restore(given); }; });
    for (CLI::App* command : {verify, restore}) {
        command->add_option("file", given.file, "the backup (.kbk)")->required();
        command->add_option("--key", given.key,
                            "file with the recovery code, or - (standard input); otherwise "
                            "asked for where the folder has no key");
    }
}

}  // namespace server_app
