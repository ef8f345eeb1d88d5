// How each command is written on the command line: one function for each, in a file by its subject.
//
// What was given stands in statics of these functions: a process reads one command line.
#pragma once

#include "shared/base/result.h"

#include <functional>

namespace CLI {
class App;
}

namespace server_app {

// What the command line chose; run after parsing, so that an exception of CLI11 cannot pass it.
using Chosen = std::function<base::Status()>;

// centre_lines.cpp
void add_init(CLI::App& app, Chosen& chosen);
void add_serve(CLI::App& app, Chosen& chosen);
void add_check(CLI::App& app, Chosen& chosen);
void add_backups(CLI::App& app, Chosen& chosen);
// people_lines.cpp
void add_user(CLI::App& app, Chosen& chosen);
void add_device(CLI::App& app, Chosen& chosen);
void add_erase(CLI::App& app, Chosen& chosen);
void add_pin(CLI::App& app, Chosen& chosen);
void add_training(CLI::App& app, Chosen& chosen);
// desk_lines.cpp
void add_conflicts(CLI::App& app, Chosen& chosen);
void add_quarantine(CLI::App& app, Chosen& chosen);
void add_bundle(CLI::App& app, Chosen& chosen);
void add_receipt(CLI::App& app, Chosen& chosen);
// form_lines.cpp
void add_form(CLI::App& app, Chosen& chosen);
// import_lines.cpp
void add_import(CLI::App& app, Chosen& chosen);
// duplicates_lines.cpp
void add_duplicates(CLI::App& app, Chosen& chosen);
// families_lines.cpp; after add_user and add_duplicates
void add_families(CLI::App& app, Chosen& chosen);
// report_lines.cpp
void add_reports(CLI::App& app, Chosen& chosen);
// research_lines.cpp
void add_research(CLI::App& app, Chosen& chosen);
// evaluate_lines.cpp
void add_evaluate(CLI::App& app, Chosen& chosen);

}  // namespace server_app
