// kawan-bench: the figures that we answer for, each beside its bare loop in the same run.
#include "tools/figures/figure.h"
#include "tools/figures/measuring.h"

#include <CLI/CLI.hpp>

#include <algorithm>
#include <cstdio>
#include <filesystem>
#include <set>

namespace {

using figures::Measurement;

constexpr int kUsage = 2;

void list_figures() {
    for (const Measurement& each : figures::all_measurements()) {
        for (const std::string& name : each.figures) std::printf("%s\n", name.c_str());
    }
}

bool is_wanted(const Measurement& measurement, const std::set<std::string>& wanted) {
    if (wanted.empty()) return true;
    return std::any_of(measurement.figures.begin(), measurement.figures.end(),
                       [&](const std::string& name) { return wanted.count(name) != 0; });
}

// The first name that no measurement gives, or empty.
std::string unknown_of(std::set<std::string> wanted) {
    for (const Measurement& each : figures::all_measurements()) {
        for (const std::string& name : each.figures) wanted.erase(name);
    }
    return wanted.empty() ? std::string() : *wanted.begin();
}

void measure(const std::set<std::string>& wanted, figures::Options options) {
    for (const Measurement& each : figures::all_measurements()) {
        if (!is_wanted(each, wanted)) continue;
        const figures::ScratchFolder scratch(options.scratch);
        figures::Options own = options;
        own.scratch = scratch.path();
        for (const figures::Figure& figure : each.run(own)) {
            const std::string name = figure.name.substr(0, figure.name.find(' '));
            if (!wanted.empty() && wanted.count(name) == 0) continue;
            std::printf("%s\n", to_line(figure).c_str());
            std::fflush(stdout);
        }
    }
}

}  // namespace

int main(int argc, char** argv) {
    CLI::App app{"Measures Kawan ASI: one line of JSON per figure, beside a bare loop"};
    std::vector<std::string> names;
    figures::Options options;
    options.scratch = std::filesystem::current_path().string();
    options.programs = std::filesystem::read_symlink("/proc/self/exe").parent_path().string();
    bool only_list = false;
    app.add_option("FIGURE", names, "which; all of them if none is named");
    app.add_flag("--list", only_list, "names every figure and ends");
    app.add_option("--n", options.n, "how many records, instead of each figure's own number")
        ->check(CLI::PositiveNumber);
    app.add_option("--database", options.database,
                   "console_pages, report_process_peak: a database that is kept and used again");
    app.add_option("--scratch", options.scratch, "a folder on the disk to measure")
        ->check(CLI::ExistingDirectory);
    CLI11_PARSE(app, argc, argv);
    if (only_list) {
        list_figures();
        return 0;
    }
    const std::set<std::string> wanted(names.begin(), names.end());
    if (const std::string unknown = unknown_of(wanted); !unknown.empty()) {
        std::fprintf(stderr, "kawan-bench: no figure is called %s; --list names them\n",
                     unknown.c_str());
        return kUsage;
    }
    measure(wanted, options);
    return 0;
}
