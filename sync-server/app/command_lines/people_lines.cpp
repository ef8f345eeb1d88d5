// Users, their laptops, and what is done for one of them.
#include "sync-server/app/command_lines/command_lines.h"
#include "sync-server/app/commands/commands.h"

#include <CLI/CLI.hpp>

namespace server_app {

namespace {

CLI::App* user_command(CLI::App& user, const char* name, const char* what, UserOptions& options) {
    CLI::App* command = user.add_subcommand(name, what);
    command->add_option("--data", options.data, "the health centre's folder")->required();
    command->add_flag("--json", options.json, "print JSON");
    return command;
}

}  // namespace

void add_user(CLI::App& app, Chosen& chosen) {
    CLI::App* user = app.add_subcommand("user", "Users and their enrolment codes");
    user->require_subcommand(1);
    static UserOptions given;
    CLI::App* add = user_command(*user, "add", "Add a user; prints the enrolment code", given);
    add->add_option("name", given.name, "full name");
    add->add_option("--role", given.role, "KADER, BIDAN, KOORD, DINKES, ADMIN");
    add->add_option("--unit", given.units, "code of a posyandu; may be given again");
    add->add_option("--file", given.file, "CSV: name,role,units");
    add->callback([&] { chosen = [&] { return user_add(given); }; });
    CLI::App* list = user_command(*user, "list", "List the users", given);
    list->callback([&] { chosen = [&] { return user_list(given); }; });
    CLI::App* disable = user_command(*user, "disable", "Shut a user out", given);
    disable->add_option("name", given.name, "full name")->required();
    disable->callback([&] { chosen = [&] { return user_disable(given); }; });
    CLI::App* code = user_command(*user, "code", "A new code, for one more laptop", given);
    code->add_option("name", given.name, "full name")->required();
    code->callback([&] { chosen = [&] { return user_code(given); }; });
}

void add_device(CLI::App& app, Chosen& chosen) {
    CLI::App* device = app.add_subcommand("device", "The laptops, and shutting one out");
    device->require_subcommand(1);
    static DeviceOptions given;
    CLI::App* list = device->add_subcommand("list", "Whose, last seen when, and how far");
    CLI::App* revoke = device->add_subcommand("revoke",
                                              "A laptop is lost or given away: it sends "
                                              "once more, then erases what it holds");
    CLI::App* pause = device->add_subcommand("pause",
                                             "Stop the sending of a group for a while: its "
                                             "laptops keep everything");
    CLI::App* resume = device->add_subcommand("resume", "Let what was paused go on");
    for (CLI::App* command : {list, revoke, pause, resume}) {
        command->add_option("--data", given.data, "the health centre's folder")->required();
        command->add_flag("--json", given.json, "print JSON");
    }
    revoke->add_option("device", given.device, "its id")->required();
    revoke->add_option("--reason", given.reason, "kept in the audit trail")->required();
    for (CLI::App* command : {pause, resume}) {
        command->add_option("--unit", given.unit, "all who work in this posyandu: its code");
        command->add_option("--user", given.user, "all laptops of one user: full name");
        command->add_flag("--all", given.is_for_all, "every laptop");
        command->add_option("--reason", given.reason, "kept in the audit trail")->required();
    }
    pause->callback([&] { chosen = [&] { return device_pause(given); }; });
    resume->callback([&] { chosen = [&] { return device_resume(given); }; });
    list->callback([&] { chosen = [&] { return device_list(given); }; });
    revoke->callback([&] { chosen = [&] { return device_revoke(given); }; });
}

void add_erase(CLI::App& app, Chosen& chosen) {
    static EraseOptions given;
    CLI::App* command = app.add_subcommand("erase", "Lawful erasure of a person, for good");
    command->add_option("person", given.person, "her id")->required();
    command->add_option("--data", given.data, "the health centre's folder")->required();
    command->add_option("--reason", given.reason, "kept in the audit trail; write no name");
    command->add_flag("--with-children", given.with_children, "and her children with her");
    command->add_flag("--dry-run", given.dry_run, "only say what would go");
    command->add_flag("--json", given.json, "print JSON");
    command->callback([&] { chosen = [&] { return erase(given); }; });
}

void add_pin(CLI::App& app, Chosen& chosen) {
    static std::string file;
    static std::string data;
    static bool as_json = false;
    CLI::App* pin = app.add_subcommand("pin", "Forgotten PINs");
    pin->require_subcommand(1);
    CLI::App* rescue = pin->add_subcommand("rescue", "Answer a laptop whose user forgot her PIN");
    rescue->add_option("file", file, "the laptop's request; - is standard input")->required();
    rescue->add_option("--data", data, "the health centre's folder")->required();
    rescue->add_flag("--json", as_json, "print JSON");
    rescue->callback([&] { chosen = [&] { return pin_rescue(data, file, as_json); }; });
}

void add_training(CLI::App& app, Chosen& chosen) {
    static std::string data;
    static bool as_json = false;
    CLI::App* training = app.add_subcommand("training", "Who is trained in the massage");
    training->require_subcommand(1);
    CLI::App* list = training->add_subcommand("list", "Each cadre and midwife, and until when");
    CLI::App* coverage = training->add_subcommand("coverage", "How many are trained, by posyandu");
    for (CLI::App* command : {list, coverage}) {
        command->add_option("--data", data, "the health centre's folder")->required();
        command->add_flag("--json", as_json, "print JSON");
    }
    list->callback([&] { chosen = [&] { return training_list(data, as_json); }; });
    coverage->callback([&] { chosen = [&] { return training_coverage(data, as_json); }; });
}

}  // namespace server_app
