#include "client/app/window/printer.h"

#include "shared/base/file.h"

#include <algorithm>
#include <cstdlib>

namespace client_app {

using base::Error;
using base::ErrorCode;

base::Status Printer::print_page(const std::string& html, const std::string& name) {
    return pages_.print_page(html, name);
}

base::Result<std::string> Printer::save_page(const std::string& html, const std::string& name,
                                             const std::string& folder) {
    return save_files({{name, ".html", html}}, folder);
}

// A file that is there already is another one's: all names go on with the same number.
base::Result<std::string> Printer::save_files(const std::vector<screens::KeptFile>& files,
                                              const std::string& folder) {
    if (folder.empty() || !base::file_exists(folder)) {
        return Error{ErrorCode::NotFound, "there is no such folder"};
    }
    std::string number;
    const auto path_of = [&](const screens::KeptFile& file) {
        return folder + "/" + file.name + number + file.ending;
    };
    const auto is_there = [&](const screens::KeptFile& file) {
        return base::file_exists(path_of(file));
    };
    for (int n = 2; std::any_of(files.begin(), files.end(), is_there); ++n) {
        number = "-" + std::to_string(n);
    }
    for (const screens::KeptFile& file : files) {
        TRY(base::replace_file(path_of(file), file.bytes, true));
    }
    return files.empty() ? folder : path_of(files.front());
}

std::string documents_folder() {
    const char* home = std::getenv("HOME");
    if (home == nullptr) return ".";
    for (const char* name : {"/Dokumen", "/Documents"}) {
        if (base::file_exists(std::string(home) + name)) return std::string(home) + name;
    }
    return home;
}

}  // namespace client_app
