// New versions of forms.
#include "sync-server/app/command_lines/command_lines.h"
#include "sync-server/app/commands/commands.h"

#include <CLI/CLI.hpp>

namespace server_app {

void add_form(CLI::App& app, Chosen& chosen) {
    static FormOptions given;
    CLI::App* form = app.add_subcommand("form", "The forms in force, and new versions of them");
    form->require_subcommand(1);
    CLI::App* list = form->add_subcommand("list", "Each type of record and its version");
    CLI::App* check = form->add_subcommand("check", "What is wrong with it, or what differs");
    CLI::App* publish = form->add_subcommand("publish", "Put it in force");
    for (CLI::App* command : {list, check, publish}) {
        command->add_option("--data", given.data, "the health centre's folder")->required();
        command->add_flag("--json", given.json, "print JSON");
    }
    for (CLI::App* command : {check, publish}) {
        command->add_option("file", given.file, "the definition (.json)")->required();
    }
    list->callback([&] { chosen = [&] { return form_list(given); }; });
    check->callback([&] { chosen = [&] { return form_check(given); }; });
    publish->callback([&] { chosen = [&] { return form_publish(given); }; });
}

}  // namespace server_app
