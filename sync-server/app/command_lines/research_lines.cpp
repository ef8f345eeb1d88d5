// The data set for research.
#include "sync-server/app/command_lines/command_lines.h"
#include "sync-server/app/commands/commands.h"

#include <CLI/CLI.hpp>

namespace server_app {

void add_research(CLI::App& app, Chosen& chosen) {
    static ResearchOptions given;
    CLI::App* research = app.add_subcommand(
        "research", "A data set without names, of persons who agreed to research");
    research->add_option("--data", given.data, "the health centre's folder")->required();
    research->add_option("--from", given.from, "the study's first month, YYYY-MM")->required();
    research->add_option("--to", given.to, "its last month, YYYY-MM")->required();
    research->add_option("--out", given.out, "a new folder")->required();
    research->add_option("--k", given.k, "nobody stands in a smaller group than this; 5");
    research->add_option("--seed-file", given.seed_file,
                         "keeps the key, so that a later export has the same pseudonyms");
    research->add_flag("--json", given.json, "print JSON");
    research->callback([&] { chosen = [&] { return server_app::research_export(given); }; });
}

}  // namespace server_app
