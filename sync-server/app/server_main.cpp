// kawan-server: the health centre's server and its commands (DESIGN 10).
#include "shared/base/private_file.h"
#include "sync-server/app/command_lines/command_lines.h"
#include "sync-server/app/commands/output.h"

#include <CLI/CLI.hpp>

namespace {

int run(int count, char** words) {
    CLI::App app{"Kawan ASI: the health centre's server"};
    app.require_subcommand(1);
    server_app::Chosen chosen;
    server_app::add_init(app, chosen);
    server_app::add_serve(app, chosen);
    server_app::add_user(app, chosen);
    server_app::add_device(app, chosen);
    server_app::add_erase(app, chosen);
    server_app::add_conflicts(app, chosen);
    server_app::add_quarantine(app, chosen);
    server_app::add_duplicates(app, chosen);
    server_app::add_families(app, chosen);
    server_app::add_reports(app, chosen);
    server_app::add_research(app, chosen);
    server_app::add_evaluate(app, chosen);
    server_app::add_receipt(app, chosen);
    server_app::add_pin(app, chosen);
    server_app::add_bundle(app, chosen);
    server_app::add_form(app, chosen);
    server_app::add_import(app, chosen);
    server_app::add_training(app, chosen);
    server_app::add_check(app, chosen);
    server_app::add_backups(app, chosen);
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
    base::leave_no_core();
    try {
        return run(count, words);
    } catch (const std::exception& error) {
        std::fprintf(stderr, "kawan-server: stopped by its own mistake: %s\n", error.what());
        return 1;
    }
}
