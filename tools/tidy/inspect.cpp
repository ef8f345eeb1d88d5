#include "tools/tidy/inspect.h"

#include <algorithm>
#include <optional>

namespace tidy {

namespace {

bool is_word(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_';
}

std::string_view name_of(std::string_view path) {
    const auto slash = path.rfind('/');
    return slash == std::string_view::npos ? path : path.substr(slash + 1);
}

bool is_script(std::string_view path) {
    const auto name = name_of(path);
    const bool has_no_ending = name.find('.') == std::string_view::npos;
    return name == "CMakeLists.txt" || name.ends_with(".cmake") || name.ends_with(".sh") ||
           (has_no_ending && is_below(path, "tools")) || path == ".ci/run";
}

bool is_room_readme(std::string_view path) {
    return name_of(path) == "README.md" && path != "README.md";
}

// Code points, since Indonesian texts and signs take more bytes than columns.
std::size_t columns_of(std::string_view line) {
    return static_cast<std::size_t>(std::count_if(line.begin(), line.end(), [](char c) {
        return (static_cast<unsigned char>(c) & 0xC0) != 0x80;
    }));
}

// The line without its // comment; a // inside a string stays.
std::string_view code_of(std::string_view line) {
    bool in_string = false;
    for (std::size_t at = 0; at + 1 < line.size(); ++at) {
        if (line[at] == '\\') {
            ++at;
        } else if (line[at] == '"') {
            in_string = !in_string;
        } else if (!in_string && line.substr(at, 2) == "//") {
            return line.substr(0, at);
        }
    }
    return line;
}

std::optional<std::string_view> quoted_include(std::string_view line) {
    constexpr std::string_view kStart = "#include \"";
    if (!line.starts_with(kStart)) return std::nullopt;
    line.remove_prefix(kStart.size());
    const auto end = line.find('"');
    if (end == std::string_view::npos) return std::nullopt;
    return line.substr(0, end);
}

bool mentions(std::string_view code, std::string_view call) {
    for (auto at = code.find(call); at != std::string_view::npos; at = code.find(call, at + 1)) {
        if (at == 0 || !is_word(code[at - 1])) return true;
    }
    return false;
}

bool is_at_home(const Home& home, std::string_view path) {
    return std::any_of(home.places.begin(), home.places.end(), [&](const Place& place) {
        return is_below(path, place.folder) && path.ends_with(place.file_ending);
    });
}

class Inspection {
public:
    Inspection(const House& house, std::string_view path) : house_(house), path_(path) {}

    void check_line(std::string_view line) {
        ++line_number_;
        check_machine_paths(line);
        if (is_source(path_) || is_script(path_)) check_columns(line);
        if (!is_source(path_)) return;
        if (const auto included = quoted_include(line)) check_include(*included);
        check_homes(code_of(line));
    }

    std::vector<Finding> finish() && {
        const bool is_code = is_source(path_) || is_script(path_);
        if (is_code && line_number_ > house_.file_lines_max) {
            add("longer than " + std::to_string(house_.file_lines_max) + " lines: split it");
        }
        if (is_room_readme(path_) && line_number_ > house_.readme_lines_max) {
            add("a README longer than " + std::to_string(house_.readme_lines_max) + " lines");
        }
        return std::move(findings_);
    }

private:
    void add(std::string what) {
        findings_.push_back({std::string(path_), line_number_, std::move(what)});
    }

    void check_columns(std::string_view line) {
        if (columns_of(line) > house_.line_columns_max) {
            add("longer than " + std::to_string(house_.line_columns_max) + " columns");
        }
    }

    void check_include(std::string_view included) {
        const Room* from = room_of(house_, path_);
        const Room* to = room_of(house_, included);
        if (from == nullptr) return add("this folder is no room yet; see tools/tidy/house.cpp");
        if (to == nullptr || from == to) return;
        const auto& allowed = from->may_include;
        const bool may = std::any_of(allowed.begin(), allowed.end(),
                                     [&](auto folder) { return is_below(included, folder); });
        if (!may) add(std::string(from->folder) + " may not include " + std::string(included));
    }

    void check_homes(std::string_view code) {
        if (is_below(path_, "tests")) return;
        for (const Home& home : house_.homes) {
            if (mentions(code, home.call) && !is_at_home(home, path_)) {
                add(std::string(home.call) + " lives elsewhere; see tools/tidy/house.cpp");
            }
        }
    }

    void check_machine_paths(std::string_view line) {
        for (const std::string_view folder : house_.machine_folders) {
            const std::string start = "/" + std::string(folder) + "/";
            const auto at = line.find(start);
            if (at == std::string_view::npos) continue;
            const char before = at == 0 ? ' ' : line[at - 1];
            if (!is_word(before) && before != '.' && before != '}') add("a path of one machine");
        }
    }

    const House& house_;
    std::string_view path_;
    std::size_t line_number_ = 0;
    std::vector<Finding> findings_;
};

}  // namespace

std::string to_text(const Finding& finding) {
    return finding.path + ":" + std::to_string(finding.line) + ": " + finding.what;
}

bool is_below(std::string_view path, std::string_view folder) {
    if (folder.empty() || path == folder) return true;
    return path.starts_with(folder) && path[folder.size()] == '/';
}

bool is_source(std::string_view path) {
    return path.ends_with(".h") || path.ends_with(".cpp");
}

const Room* room_of(const House& house, std::string_view path) {
    const Room* found = nullptr;
    for (const Room& room : house.rooms) {
        const bool fits = is_below(path, room.folder);
        if (fits && (found == nullptr || room.folder.size() > found->folder.size())) found = &room;
    }
    return found;
}

std::vector<Finding> inspect(const House& house, std::string_view path, std::string_view text) {
    Inspection inspection(house, path);
    while (!text.empty()) {
        const auto end = std::min(text.find('\n'), text.size());
        inspection.check_line(text.substr(0, end));
        text.remove_prefix(std::min(end + 1, text.size()));
    }
    return std::move(inspection).finish();
}

}  // namespace tidy
