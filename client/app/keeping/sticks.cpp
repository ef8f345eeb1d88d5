#include "client/app/keeping/sticks.h"

#include <filesystem>
#include <fstream>
#include <sstream>

namespace client_app {

namespace {

// Spaces and the like stand there as \040.
std::string plain(const std::string& escaped) {
    std::string text;
    for (std::size_t i = 0; i < escaped.size(); ++i) {
        if (escaped[i] != '\\' || i + 3 >= escaped.size()) {
            text += escaped[i];
            continue;
        }
        int value = 0;
        for (std::size_t digit = i + 1; digit <= i + 3; ++digit) {
            value = value * 8 + (escaped[digit] - '0');
        }
        text += static_cast<char>(value);
        i += 3;
    }
    return text;
}

}  // namespace

std::vector<Stick> sticks_in(const std::string& mounts) {
    std::vector<Stick> found;
    std::istringstream lines(mounts);
    for (std::string line; std::getline(lines, line);) {
        std::istringstream words(line);
        std::string device;
        std::string folder;
        words >> device >> folder;
        const std::string at = plain(folder);
        if (!at.starts_with("/media/") && !at.starts_with("/run/media/")) continue;
        found.push_back({std::filesystem::path(at).filename().string(), at});
    }
    return found;
}

std::vector<Stick> sticks() {
    const std::ifstream in("/proc/mounts");
    std::ostringstream text;
    text << in.rdbuf();
    return sticks_in(text.str());
}

}  // namespace client_app
