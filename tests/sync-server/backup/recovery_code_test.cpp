// The code on paper: typed as people type, and any wrong letter noticed.
#include "sync-server/backup/recovery_code.h"

#include "shared/base/file.h"
#include "sync-server/backup/data_folder.h"
#include "tests/simulation/world.h"

#include <doctest/doctest.h>
#include <sys/stat.h>
#include <algorithm>
#include <cctype>

using namespace backup;

TEST_CASE("a recovery code reads back as its key, in small letters and without dashes too") {
    const crypto::BoxKey key = crypto::BoxKey::generate();
    const std::string code = recovery_code(key);
    CHECK(code.size() == 56 + 13);
    std::string typed = " " + code + "\n";
    std::replace(typed.begin(), typed.end(), '-', ' ');
    std::transform(typed.begin(), typed.end(), typed.begin(),
                   [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
    for (const std::string& each : {code, typed}) {
        const auto read = read_recovery_code(each);
        REQUIRE(read.ok());
        CHECK(read.value().bytes() == key.bytes());
    }
}

TEST_CASE("a code with any letter wrong, missing or too many is refused") {
    const std::string code = recovery_code(crypto::BoxKey::generate());
    for (std::size_t i = 0; i < code.size(); ++i) {
        if (code[i] == '-') continue;
        std::string wrong = code;
        wrong[i] = wrong[i] == '7' ? '8' : '7';
        CHECK(!read_recovery_code(wrong).ok());
    }
    CHECK(!read_recovery_code(code.substr(0, code.size() - 1)).ok());
    CHECK(!read_recovery_code(code + "7").ok());
    CHECK(!read_recovery_code("").ok());
}

TEST_CASE("the key's file is the owner's alone") {
    const simulation::ScratchFolder folder;
    const crypto::BoxKey key = crypto::BoxKey::generate();
    REQUIRE(base::make_directory(folder.path("data")).ok());
    CHECK(!find_key(folder.path("data")).value().has_value());
    REQUIRE(keep_key(folder.path("data"), key).ok());
    CHECK(find_key(folder.path("data")).value()->bytes() == key.bytes());
    struct stat file {};
    REQUIRE(::stat(key_path(folder.path("data")).c_str(), &file) == 0);
    CHECK((file.st_mode & 0777) == 0600);
    REQUIRE(base::replace_file(key_path(folder.path("data")), "damaged").ok());
    CHECK(!find_key(folder.path("data")).ok());
}
