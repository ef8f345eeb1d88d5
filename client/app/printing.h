// Pages for the printer, opened in the desktop's browser. A page names people, so it never reaches
// a disk: it is written into a folder that lives in memory, readable by this user alone, and goes
// with the lock, the exit, or the next start after a crash. (What the system swaps out is the
// system's; a laptop that swaps should encrypt its swap.)
#pragma once

#include "shared/base/result.h"

#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace client_app {

// Shows the file of this path, and returns at once.
using Opener = std::function<base::Status(const std::string& path)>;

// The desktop's own: xdg-open, started without a shell. NotFound: there is none, or it says that
// it knows no program for pages.
base::Status open_on_desktop(const std::string& path);

// XDG_RUNTIME_DIR, /dev/shm: where a folder in memory may be.
std::vector<std::string> memory_folders();
bool is_in_memory(const std::string& folder);  // tmpfs or ramfs

class Printing {
public:
    explicit Printing(Opener opener = open_on_desktop,
                      std::vector<std::string> folders = memory_folders());
    ~Printing();  // clears
    Printing(const Printing&) = delete;
    Printing& operator=(const Printing&) = delete;

    // `name` is what the page is ("surat-rujukan"), never whom it is about: browsers remember
    // names. Unsupported: no folder in memory. NotFound: no browser. After any error the screen
    // offers to save to a file that the user chooses; nothing of the page is left.
    base::Status print_page(std::string_view html, std::string_view name);

    void clear();  // every page is gone; for the lock

private:
    base::Result<std::string> folder();

    Opener opener_;
    std::vector<std::string> folders_;
    std::string folder_;  // "" until the first page
    int pages_ = 0;
};

}  // namespace client_app
