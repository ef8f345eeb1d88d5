#include "client/app/printing.h"

#include "shared/base/file.h"

#include <doctest/doctest.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

#include <filesystem>
#include <string>
#include <vector>

namespace {

namespace fs = std::filesystem;
using client_app::Printing;

// A folder in memory that belongs to the test.
class Memory {
public:
    Memory() {
        std::string pattern = "/dev/shm/printing-test.XXXXXX";
        REQUIRE(::mkdtemp(pattern.data()) != nullptr);
        path = pattern;
    }
    ~Memory() { fs::remove_all(path); }

    std::size_t entries() const {
        return static_cast<std::size_t>(std::distance(fs::recursive_directory_iterator(path),
                                                      fs::recursive_directory_iterator()));
    }
    std::string path;
};

unsigned mode_of(const fs::path& path) {
    struct stat facts {};
    REQUIRE(::stat(path.c_str(), &facts) == 0);
    return facts.st_mode & 0777U;
}

struct Shown {
    std::vector<std::string> paths;
    client_app::Opener opener() {
        return [this](const std::string& path) {
            paths.push_back(path);
            return base::Status(base::Done{});
        };
    }
};

base::Status nobody_opens(const std::string&) {
    return base::Error{base::ErrorCode::NotFound, "nobody"};
}

}  // namespace

TEST_CASE("a page is shown from memory, readable by its user alone") {
    const Memory memory;
    REQUIRE(client_app::is_in_memory(memory.path));
    Shown shown;
    Printing printing(shown.opener(), {memory.path});
    REQUIRE(printing.print_page("<p>Siti</p>", "surat-rujukan").ok());
    REQUIRE(shown.paths.size() == 1);
    const fs::path page = shown.paths.front();
    CHECK(page.string().starts_with(memory.path + "/"));
    CHECK(page.filename() == "surat-rujukan-1.html");
    CHECK(base::read_file(page).value() == "<p>Siti</p>");
    CHECK(mode_of(page) == 0600);
    CHECK(mode_of(page.parent_path()) == 0700);
}

TEST_CASE("the lock and the exit remove every page") {
    const Memory memory;
    Shown shown;
    {
        Printing printing(shown.opener(), {memory.path});
        REQUIRE(printing.print_page("a", "rute").ok());
        REQUIRE(printing.print_page("b", "rute").ok());
        CHECK(shown.paths[0] != shown.paths[1]);
        CHECK(memory.entries() == 3);
        printing.clear();
        CHECK(memory.entries() == 0);
        REQUIRE(printing.print_page("c", "rute").ok());
        CHECK(memory.entries() == 2);
    }
    CHECK(memory.entries() == 0);
}

TEST_CASE("a start removes what a crash left, and leaves a running neighbour's pages") {
    const Memory memory;
    // No process has a number this high (the kernel's limit is 2^22).
    const std::string crashed = memory.path + "/kawan-asi-pages.4999999.AbCdEf";
    const std::string neighbour =
        memory.path + "/kawan-asi-pages." + std::to_string(::getppid()) + ".AbCdEf";
    const std::string other = memory.path + "/somebody-elses";
    for (const std::string& each : {crashed, neighbour, other}) {
        fs::create_directory(each);
        REQUIRE(base::replace_file(each + "/page.html", "Siti").ok());
    }
    const Printing printing(nobody_opens, {memory.path});
    CHECK_FALSE(fs::exists(crashed));
    CHECK(fs::exists(neighbour));
    CHECK(fs::exists(other));
}

TEST_CASE("a page is never written where it could reach a disk") {
    Shown shown;
    const std::string folder = std::string(KAWAN_BINARY_DIR) + "/not-in-memory";
    fs::create_directories(folder);
    // A build folder may itself lie in memory; /proc never is a tmpfs and takes no folders.
    CHECK_FALSE(client_app::is_in_memory("/proc"));
    CHECK_FALSE(client_app::is_in_memory("/there/is/no/such/folder"));
    for (const std::string& each : {std::string("/proc"), folder}) {
        if (client_app::is_in_memory(each)) continue;
        Printing printing(shown.opener(), {each});
        const base::Status printed = printing.print_page("Siti", "rute");
        REQUIRE_FALSE(printed.ok());
        CHECK(printed.error().code == base::ErrorCode::Unsupported);
    }
    CHECK(shown.paths.empty());
    CHECK(fs::is_empty(folder));
}

TEST_CASE("the first folder that is in memory is taken") {
    const Memory memory;
    Shown shown;
    Printing printing(shown.opener(), {"/there/is/none", "/proc", memory.path});
    REQUIRE(printing.print_page("a", "rute").ok());
    CHECK(shown.paths.front().starts_with(memory.path));
}

TEST_CASE("without a browser nothing of the page is left, and the screen is told") {
    const Memory memory;
    Printing printing(nobody_opens, {memory.path});
    const base::Status printed = printing.print_page("Siti", "rute");
    REQUIRE_FALSE(printed.ok());
    CHECK(printed.error().code == base::ErrorCode::NotFound);
    CHECK(memory.entries() == 1);  // the empty folder
}

TEST_CASE("the file is named for what it is: no path and no person's spelling gets in") {
    const Memory memory;
    Shown shown;
    Printing printing(shown.opener(), {memory.path});
    REQUIRE(printing.print_page("a", "../../etc/Siti Aminah").ok());
    CHECK(fs::path(shown.paths.front()).filename() == "etcitiminah-1.html");
    REQUIRE(printing.print_page("a", "").ok());
    CHECK(fs::path(shown.paths.back()).filename() == "page-2.html");
}

TEST_CASE("the desktop's opener is started without a shell, and its refusal is heard") {
    const Memory memory;
    const std::string path_before = ::getenv("PATH") == nullptr ? "" : ::getenv("PATH");
    const auto as_xdg_open = [&](const std::string& script) {
        REQUIRE(base::replace_file(memory.path + "/xdg-open", "#!/bin/sh\n" + script + "\n").ok());
        REQUIRE(::chmod((memory.path + "/xdg-open").c_str(), 0700) == 0);
    };
    ::setenv("PATH", (memory.path + ":/usr/bin:/bin").c_str(), 1);
    as_xdg_open("printf '%s' \"$1\" > " + memory.path + "/opened");
    const std::string page = memory.path + "/a page;$(touch oh).html";
    CHECK(client_app::open_on_desktop(page).ok());
    CHECK(base::read_file(memory.path + "/opened").value() == page);

    as_xdg_open("exit 3");
    CHECK(client_app::open_on_desktop(page).error().code == base::ErrorCode::NotFound);

    as_xdg_open("exec sleep 1");  // became the browser: stays
    CHECK(client_app::open_on_desktop(page).ok());

    ::setenv("PATH", "/there/is/none", 1);
    CHECK(client_app::open_on_desktop(page).error().code == base::ErrorCode::NotFound);
    ::setenv("PATH", path_before.c_str(), 1);
}
