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

// "client/store/vfs/vfs.h" -> "client/store", "client/store/vfs"; none for what stands in no room.
std::vector<std::string> folders_of(const std::string& path) {
    std::vector<std::string> folders;
    for (const std::string_view wing : kWings) {
        if (!is_below(path, wing)) continue;
        for (auto end = path.find('/', wing.size() + 1); end != std::string::npos;
             end = path.find('/', end + 1)) {
            folders.push_back(path.substr(0, end));
        }
    }
    return folders;
}

void check_readmes(const std::vector<std::string>& paths, std::vector<Finding>& findings) {
    const std::set<std::string> known(paths.begin(), paths.end());
    std::set<std::string> folders;
    for (const std::string& path : paths) {
        if (!is_source(path)) continue;
        for (std::string& folder : folders_of(path)) folders.insert(std::move(folder));
    }
    for (const std::string& folder : folders) {
        if (!known.contains(folder + "/README.md")) {
            findings.push_back({folder + "/README.md", 1, "missing: each folder says what it is"});
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
