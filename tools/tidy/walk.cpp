#include "tools/tidy/walk.h"

#include <algorithm>
#include <array>
#include <filesystem>
#include <fstream>
#include <set>
#include <sstream>

namespace tidy {

namespace {

namespace fs = std::filesystem;

// Folders whose children are rooms.
constexpr std::array<std::string_view, 4> kWings = {"client", "shared", "sync-server", "tools"};

bool is_skipped(const std::string& name) {
    return name.starts_with("build") || (name.starts_with(".") && name != ".ci");
}

bool is_text(const std::string& bytes) {
    return bytes.find('\0') == std::string::npos;
}

std::string read(const fs::path& file) {
    std::ifstream in(file, std::ios::binary);
    std::ostringstream text;
    text << in.rdbuf();
    return std::move(text).str();
}

std::vector<std::string> files_below(const fs::path& root) {
    std::vector<std::string> paths;
    for (auto at = fs::recursive_directory_iterator(root); at != fs::end(at); ++at) {
        if (at->is_directory() && is_skipped(at->path().filename().string())) {
            at.disable_recursion_pending();
        } else if (at->is_regular_file()) {
            paths.push_back(fs::relative(at->path(), root).generic_string());
        }
    }
    std::sort(paths.begin(), paths.end());
    return paths;
}

// "client/store/outbox.h" -> "client/store"; "" for a file that stands in no room.
std::string room_folder_of(const std::string& path) {
    for (const std::string_view wing : kWings) {
        const auto room_end = path.find('/', wing.size() + 1);
        if (is_below(path, wing) && room_end != std::string::npos) return path.substr(0, room_end);
    }
    return {};
}

void check_readmes(const std::vector<std::string>& paths, std::vector<Finding>& findings) {
    const std::set<std::string> known(paths.begin(), paths.end());
    std::set<std::string> folders;
    for (const std::string& path : paths) {
        if (is_source(path)) folders.insert(room_folder_of(path));
    }
    folders.erase("");
    for (const std::string& folder : folders) {
        if (!known.contains(folder + "/README.md")) {
            findings.push_back({folder + "/README.md", 1, "missing: each room says what it is"});
        }
    }
}

}  // namespace

Tour walk(const House& house, const std::string& root) {
    Tour tour;
    const std::vector<std::string> paths = files_below(root);
    for (const std::string& path : paths) {
        const std::string text = read(fs::path(root) / path);
        if (!is_text(text)) continue;
        ++tour.files;
        const auto found = inspect(house, path, text);
        tour.findings.insert(tour.findings.end(), found.begin(), found.end());
    }
    check_readmes(paths, tour.findings);
    return tour;
}

}  // namespace tidy
