#include "shared/base/file.h"
#include "shared/base/paths.h"

#include <doctest/doctest.h>

#include <sys/stat.h>
#include <unistd.h>
#include <filesystem>
#include <fstream>

namespace {

namespace fs = std::filesystem;

class Folder {
public:
    Folder() : path_(fs::temp_directory_path() / ("kawan-file-" + std::to_string(::getpid()))) {
        fs::remove_all(path_);
        fs::create_directories(path_);
    }
    ~Folder() { fs::remove_all(path_); }
    Folder(const Folder&) = delete;
    Folder& operator=(const Folder&) = delete;

    std::string file(const std::string& name) const { return (path_ / name).string(); }
    std::ptrdiff_t count() const {
        return std::distance(fs::directory_iterator(path_), fs::directory_iterator());
    }

private:
    fs::path path_;
};

unsigned mode_of(const std::string& path) {
    struct stat facts {};
    REQUIRE(::stat(path.c_str(), &facts) == 0);
    return facts.st_mode & 0777U;
}

}  // namespace

TEST_CASE("a file holds the old bytes or the new ones, and nothing is left beside it") {
    const Folder folder;
    const std::string path = folder.file("settings");
    const std::string bytes("new\0bytes\r\n", 11);
    REQUIRE(base::replace_file(path, "old").ok());
    REQUIRE(base::replace_file(path, bytes).ok());
    CHECK(base::read_file(path).value() == bytes);
    CHECK(folder.count() == 1);
}

TEST_CASE("whoever has the old file open keeps reading the old file whole") {
    const Folder folder;
    const std::string path = folder.file("settings");
    REQUIRE(base::replace_file(path, "the old text").ok());
    std::ifstream reader(path);
    REQUIRE(base::replace_file(path, "new").ok());
    std::string text;
    std::getline(reader, text);
    CHECK(text == "the old text");
}

TEST_CASE("what a killed writer left beside the file is no obstacle and no leak") {
    const Folder folder;
    const std::string path = folder.file("key");
    std::ofstream(path + ".new") << "half a key, and longer than what comes";
    ::chmod((path + ".new").c_str(), 0644);
    REQUIRE(base::replace_file(path, "key", true).ok());
    CHECK(base::read_file(path).value() == "key");
    CHECK(mode_of(path) == 0600);
}

TEST_CASE("a private file is the owner's alone, and so is a private folder") {
    const Folder folder;
    REQUIRE(base::replace_file(folder.file("key"), "x", true).ok());
    CHECK(mode_of(folder.file("key")) == 0600);
    REQUIRE(base::make_directory(folder.file("a/b"), true).ok());
    CHECK(mode_of(folder.file("a/b")) == 0700);
    CHECK(base::make_directory(folder.file("a/b"), true).ok());
}

TEST_CASE("a file that cannot be replaced stays as it was, and no half of one stays behind") {
    const Folder folder;
    CHECK_FALSE(base::replace_file(folder.file("missing/settings"), "x").ok());
    fs::create_directories(folder.file("taken/inside"));
    CHECK_FALSE(base::replace_file(folder.file("taken"), "x").ok());
    CHECK(folder.count() == 1);
}

TEST_CASE("a full disk is told from other trouble, and the old file stays") {
    if (!base::file_exists("/dev/full")) return;
    const Folder folder;
    const std::string path = folder.file("settings");
    REQUIRE(base::replace_file(path, "old").ok());
    fs::create_symlink("/dev/full", path + ".new");
    const auto status = base::replace_file(path, "new");
    REQUIRE_FALSE(status.ok());
    CHECK(status.error().code == base::ErrorCode::DiskFull);
    CHECK(base::read_file(path).value() == "old");
}

TEST_CASE("a file that is missing, or is a folder, is not an empty file") {
    const Folder folder;
    const auto missing = base::read_file(folder.file("missing"));
    REQUIRE_FALSE(missing.ok());
    CHECK(missing.error().code == base::ErrorCode::NotFound);
    CHECK_FALSE(base::read_file(folder.file(".")).ok());
    REQUIRE(base::replace_file(folder.file("empty"), "").ok());
    CHECK(base::read_file(folder.file("empty")).value().empty());
}

TEST_CASE("the disk says how much room it has") {
    const Folder folder;
    CHECK(base::free_disk_bytes(folder.file(".")) > 0);
    CHECK(base::free_disk_bytes(folder.file("missing")) == -1);
}

TEST_CASE("a large file is copied whole, and privately where that is wanted") {
    const Folder folder;
    const std::string bytes(300'000, 'x');
    REQUIRE(base::replace_file(folder.file("a"), bytes).ok());
    REQUIRE(base::copy_file(folder.file("a"), folder.file("b"), true).ok());
    CHECK(base::read_file(folder.file("b")).value() == bytes);
    struct stat status {};
    REQUIRE(::stat(folder.file("b").c_str(), &status) == 0);
    CHECK((status.st_mode & 0777) == 0600);
    CHECK_FALSE(base::copy_file(folder.file("missing"), folder.file("c")).ok());
}

TEST_CASE("a copy that the disk does not take is an error") {
    if (!base::file_exists("/dev/full")) return;
    const Folder folder;
    REQUIRE(base::replace_file(folder.file("a"), "bytes").ok());
    fs::create_symlink("/dev/full", folder.file("b"));
    const auto copied = base::copy_file(folder.file("a"), folder.file("b"));
    REQUIRE_FALSE(copied.ok());
    CHECK(copied.error().code == base::ErrorCode::DiskFull);
}

TEST_CASE("a finished file is put in the place of another in one step") {
    const Folder folder;
    REQUIRE(base::replace_file(folder.file("a"), "old").ok());
    REQUIRE(base::replace_file(folder.file("a.new"), "new").ok());
    REQUIRE(base::put_in_place(folder.file("a.new"), folder.file("a")).ok());
    CHECK(base::read_file(folder.file("a")).value() == "new");
    CHECK(folder.count() == 1);
    CHECK_FALSE(base::put_in_place(folder.file("missing"), folder.file("a")).ok());
    CHECK(base::read_file(folder.file("a")).value() == "new");
}

TEST_CASE("a file of the current folder is in a folder, too") {
    CHECK(base::folder_of("/data/kawan/store.db") == "/data/kawan");
    CHECK(base::folder_of("store.db") == ".");
}

TEST_CASE("what is added stands at the end of the file, and privately where that is wanted") {
    const Folder folder;
    REQUIRE(base::append_file(folder.file("a"), "one ", true).ok());
    REQUIRE(base::append_file(folder.file("a"), "").ok());
    REQUIRE(base::append_file(folder.file("a"), "two").ok());
    CHECK(base::read_file(folder.file("a")).value() == "one two");
    CHECK(mode_of(folder.file("a")) == 0600U);
    CHECK_FALSE(base::append_file(folder.file("missing/a"), "x").ok());
    if (!base::file_exists("/dev/full")) return;
    const auto full = base::append_file("/dev/full", "x");
    REQUIRE_FALSE(full.ok());
    CHECK(full.error().code == base::ErrorCode::DiskFull);
}
