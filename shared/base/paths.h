// Parts of a file's path.
#pragma once

#include <filesystem>
#include <string>

namespace base {

// The folder that a file is in; "." for one of the current folder.
inline std::string folder_of(const std::string& file) {
    const std::string folder = std::filesystem::path(file).parent_path().string();
    return folder.empty() ? "." : folder;
}

}  // namespace base
