// A folder that is whole or is not there, also when its files are larger than what is held.
#include "sync-server/reports/research/folder.h"

#include "shared/base/file.h"
#include "tests/simulation/world.h"

#include <doctest/doctest.h>

#include <filesystem>

namespace {

using research::NewFolder;

base::Status yes() {
    return base::Done{};
}
base::Status no() {
    return base::Error{base::ErrorCode::DiskFull, "the disk is full"};
}

struct Parent {
    simulation::ScratchFolder folder;
    std::string target = folder.path("out");

    std::size_t left() const {
        std::size_t count = 0;
        for (const auto& each : std::filesystem::directory_iterator(folder.path(""))) {
            count += each.path().filename().string().starts_with("out") ? 1U : 0U;
        }
        return count;
    }
};

}  // namespace

TEST_CASE_FIXTURE(Parent, "a folder of all files, or none") {
    REQUIRE(base::replace_file(folder.path("file"), "").ok());
    CHECK_FALSE(NewFolder::beside(folder.path("none/out")).ok());
    CHECK_FALSE(NewFolder::beside(folder.path("file") + "/out").ok());
    {
        auto made = NewFolder::beside(target).value();
        REQUIRE(made.add("a.csv", "one\n").ok());
        CHECK(left() == 1);
    }
    CHECK(left() == 0);
    {
        auto made = NewFolder::beside(target).value();
        REQUIRE(made.add("a.csv", "one\n").ok());
        CHECK_FALSE(made.name_it(no).ok());
    }
    CHECK(left() == 0);
    {
        auto made = NewFolder::beside(target + "/").value();
        REQUIRE(made.add("a.csv", "one\n").ok());
        REQUIRE(made.add("empty.csv", "").ok());
        REQUIRE(made.add("a.csv", "two\n").ok());
        REQUIRE(made.name_it(yes).ok());
    }
    CHECK(left() == 1);
    CHECK(base::read_file(target + "/a.csv").value() == "one\ntwo\n");
    CHECK(base::read_file(target + "/empty.csv").value().empty());
    CHECK(NewFolder::beside(target).error().code == base::ErrorCode::Refused);
}

TEST_CASE_FIXTURE(Parent, "what is larger than a piece is whole, and nobody else may read it") {
    auto made = NewFolder::beside(target).value();
    std::string all;
    for (int each = 0; each < 3000; ++each) {
        const std::string line = std::to_string(each) + std::string(300, 'x') + "\n";
        REQUIRE(made.add("large.csv", line).ok());
        all += line;
    }
    REQUIRE(made.name_it(yes).ok());
    CHECK(base::read_file(target + "/large.csv").value() == all);
    using std::filesystem::perms;
    const auto mode = std::filesystem::status(target + "/large.csv").permissions();
    CHECK(mode == (perms::owner_read | perms::owner_write));
    CHECK(std::distance(std::filesystem::directory_iterator(target), {}) == 1);
}
