// Pages on paper: shown in the desktop's browser, which prints them, or kept as a file where the
// user says. A page names people: only what she asked for reaches a disk.
#pragma once

#include "client/screens/ports/common.h"

#include <string>
#include <vector>

namespace screens {

// What is kept beside a page: a spreadsheet, a table for other programs, a note.
struct KeptFile {
    std::string name, ending;  // "f1-2026-09", ".xlsx"
    std::string bytes;
};

class Printing {
public:
    virtual ~Printing() = default;
    // `name` is what the page is ("surat-rujukan"), never whom it is about: browsers remember
    // names. An error: this laptop cannot; offer save_page.
    virtual base::Status print_page(const std::string& html, const std::string& name) = 0;
    // The folder that is offered first.
    virtual std::string usual_folder() = 0;
    // The path of the file. NotFound: there is no such folder.
    virtual base::Result<std::string> save_page(const std::string& html, const std::string& name,
                                                const std::string& folder) = 0;
    // Each is whole or not there; the path of the first. NotFound as above.
    virtual base::Result<std::string> save_files(const std::vector<KeptFile>& files,
                                                 const std::string& folder) = 0;
};

}  // namespace screens
