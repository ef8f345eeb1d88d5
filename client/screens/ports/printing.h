// Pages on paper: shown in the desktop's browser, which prints them, or kept as a file where the
// user says. A page names people: only what she asked for reaches a disk.
#pragma once

#include "client/screens/ports/common.h"

#include <string>

namespace screens {

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
};

}  // namespace screens
