#include "client/app/window/printer.h"

#include "shared/base/file.h"

#include <cstdlib>

namespace client_app {

using base::Error;
using base::ErrorCode;

base::Status Printer::print_page(const std::string& html, const std::string& name) {
    return pages_.print_page(html, name);
}

// A page that is there already is another one's: the name goes on with a number.
base::Result<std::string> Printer::save_page(const std::string& html, const std::string& name,
                                             const std::string& folder) {
    if (folder.empty() || !base::file_exists(folder)) {
        return Error{ErrorCode::NotFound, "there is no such folder"};
    }
    std::string path = folder + "/" + name + ".html";
    for (int n = 2; base::file_exists(path); ++n) {
        path = folder + "/" + name + "-" + std::to_string(n) + ".html";
    }
    TRY(base::replace_file(path, html, true));
    return path;
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
