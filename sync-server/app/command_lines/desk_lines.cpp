// What a coordinator decides, and what couriers bring.
#include "sync-server/app/command_lines/command_lines.h"
#include "sync-server/app/commands/commands.h"

#include <CLI/CLI.hpp>

namespace server_app {

namespace {

CLI::App* desk_command(CLI::App& parent, const char* name, const char* what, DeskOptions& options) {
    CLI::App* command = parent.add_subcommand(name, what);
    command->add_option("--data", options.data, "the health centre's folder")->required();
    command->add_flag("--json", options.json, "print JSON");
    return command;
}

}  // namespace

void add_conflicts(CLI::App& app, Chosen& chosen) {
    static DeskOptions given;
    CLI::App* conflicts = app.add_subcommand("conflicts", "Values that two sides wrote apart");
    conflicts->require_subcommand(1);
    CLI::App* list = desk_command(*conflicts, "list", "Open conflicts", given);
    list->callback([&] { chosen = [&] { return conflicts_list(given); }; });
    CLI::App* resolve = desk_command(*conflicts, "resolve", "Decide one", given);
    resolve->add_option("conflict", given.conflict, "its id")->required();
    resolve->add_option("--choose", given.choice, "incoming, standing or third")->required();
    resolve->add_option("--set", given.set, "JSON object of the third values");
    resolve->add_option("--reason", given.reason, "what the authors will read");
    resolve->callback([&] { chosen = [&] { return conflicts_resolve(given); }; });
    CLI::App* reopen = desk_command(*conflicts, "reopen", "Take a decision back", given);
    reopen->add_option("conflict", given.conflict, "its id")->required();
    reopen->add_option("--reason", given.reason, "kept in the log")->required();
    reopen->callback([&] { chosen = [&] { return conflicts_reopen(given); }; });
}

void add_quarantine(CLI::App& app, Chosen& chosen) {
    static DeskOptions given;
    CLI::App* quarantine = app.add_subcommand("quarantine", "Changes that could not be taken");
    quarantine->require_subcommand(1);
    CLI::App* list = desk_command(*quarantine, "list", "What waits, and why", given);
    list->callback([&] { chosen = [&] { return quarantine_list(given); }; });
    const auto about_one = [&](const char* name, const char* what, auto work) {
        CLI::App* command = desk_command(*quarantine, name, what, given);
        command->add_option("device", given.device, "the device's id")->required();
        command->add_option("n", given.n, "the change's number")->required();
        command->add_option("--reason", given.reason, "what the author will read");
        command->callback([&chosen, work] { chosen = [work] { return work(given); }; });
        return command;
    };
    about_one("mend", "Set fields and release it", quarantine_mend)
        ->add_option("--set", given.set, "JSON object of fields");
    about_one("reject", "Refuse it, with a reason", quarantine_reject);
    about_one("reopen", "Take a refusal back: it waits again", quarantine_reopen);
}

void add_bundle(CLI::App& app, Chosen& chosen) {
    static BundleOptions given;
    CLI::App* bundle = app.add_subcommand("bundle", "What a courier brings from laptops");
    bundle->require_subcommand(1);
    CLI::App* receive = bundle->add_subcommand("receive", "Take bundles in and write the replies");
    receive->add_option("files", given.files, "bundles, or folders of them")->required();
    receive->add_option("--reply", given.reply,
                        "folder for the replies, or a file for one; otherwise beside each");
    receive->add_option("--data", given.data, "the health centre's folder")->required();
    receive->add_flag("--json", given.json, "print JSON");
    receive->callback([&] { chosen = [&] { return bundle_receive(given); }; });
}

void add_receipt(CLI::App& app, Chosen& chosen) {
    static std::string file;
    static std::string data;
    static bool as_json = false;
    CLI::App* receipt = app.add_subcommand("receipt", "The signed words given to laptops");
    receipt->require_subcommand(1);
    CLI::App* verify = receipt->add_subcommand("verify", "Is it ours, and do we hold it still?");
    verify->add_option("file", file, "the receipt, as JSON")->required();
    verify->add_option("--data", data, "the health centre's folder")->required();
    verify->add_flag("--json", as_json, "print JSON");
    verify->callback([&] { chosen = [&] { return receipt_verify(data, file, as_json); }; });
}

}  // namespace server_app
