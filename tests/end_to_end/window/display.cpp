#include "tests/end_to_end/window/display.h"

#include <chrono>
#include <cstdlib>
#include <fstream>
#include <sstream>
#include <stdexcept>
#include <thread>

namespace smoke {

namespace {

std::vector<std::string> server_words() {
    for (const char* tool : {"Xvfb", "xdotool"}) {
        const auto found = end_to_end::run({"/usr/bin/which", tool});
        if (found.exit_code != 0) throw std::runtime_error(std::string("not installed: ") + tool);
    }
    // It finds a free number itself and writes it to its standard output.
    return {"/usr/bin/env", "Xvfb",       "-displayfd", "1",         "-screen", "0",
            "1366x768x24",  "+extension", "GLX",        "-nolisten", "tcp"};
}

}  // namespace

Display::Display() : server_(server_words(), scratch_.path("log")) {
    for (int i = 0; i < 200 && name_.empty(); ++i) {
        std::this_thread::sleep_for(std::chrono::milliseconds(50));
        std::istringstream log(end_to_end::read_text(scratch_.path("log")));
        for (std::string line; std::getline(log, line);) {
            const bool is_number =
                !line.empty() && line.find_first_not_of("0123456789") == std::string::npos;
            if (is_number && !log.eof()) name_ = ":" + line;
        }
    }
    if (name_.empty()) throw std::runtime_error("Xvfb did not start");
}

Display::~Display() {
    server_.terminate();  // killed, it would leave its lock file behind
}

std::vector<std::string> Display::with(std::vector<std::string> words) const {
    words.insert(words.begin(), {"/usr/bin/env", "DISPLAY=" + name_});
    return words;
}

void Display::xdotool(std::vector<std::string> words) const {
    words.insert(words.begin(), "xdotool");
    const auto finished = end_to_end::run(with(std::move(words)));
    if (finished.exit_code != 0) throw std::runtime_error("xdotool: " + finished.err);
}

long cpu_ticks(pid_t process) {
    std::ifstream file("/proc/" + std::to_string(process) + "/stat");
    std::string line;
    std::getline(file, line);
    std::istringstream rest(line.substr(line.rfind(')') + 2));
    std::string skipped;
    for (int i = 0; i < 11; ++i) rest >> skipped;
    long user = 0;
    long system = 0;
    rest >> user >> system;
    return user + system;
}

}  // namespace smoke
