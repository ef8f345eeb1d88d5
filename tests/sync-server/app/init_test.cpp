// Making a health centre: killed on the way, made twice, and text that no laptop could read.
#include "shared/base/file.h"
#include "sync-server/app/centre.h"
#include "sync-server/app/commands/commands.h"
#include "sync-server/store/meta.h"
#include "tests/simulation/world.h"
#include "tests/sync-server/app/new_centre.h"

#include <doctest/doctest.h>
#include <sys/stat.h>
#include <filesystem>

using namespace server_app;

namespace {

struct Folder {
    simulation::ScratchFolder folder;
    InitOptions options = centre_options(folder);
};

}  // namespace

TEST_CASE_FIXTURE(Folder,
                  "an init that was killed before its end is done again; a whole one is refused") {
    REQUIRE(base::make_directory(options.data, true).ok());
    REQUIRE(server_store::open_database(database_path(options.data), true).ok());
    const auto unfinished = open_centre(options.data);
    REQUIRE(!unfinished.ok());
    CHECK(unfinished.error().code == base::ErrorCode::Usage);
    REQUIRE(init(options).ok());
    CHECK(open_centre(options.data).ok());
    const auto again = init(options);
    REQUIRE(!again.ok());
    CHECK(again.error().code == base::ErrorCode::Refused);
}

TEST_CASE_FIXTURE(Folder, "names that are not UTF-8 make no centre and no user") {
    InitOptions odd = options;
    odd.centre = "Puskesmas \x96";
    CHECK(!init(odd).ok());
    REQUIRE(init(options).ok());
    UserOptions user;
    user.data = options.data;
    user.name = "Si\x96ti";
    user.units = {"P1"};
    const auto added = user_add(user);
    REQUIRE(!added.ok());
    CHECK(added.error().code == base::ErrorCode::Usage);
}

TEST_CASE_FIXTURE(Folder, "a posyandu's code that could not stand in an address makes no centre") {
    const auto made = [this](const std::string& row) {
        const std::string text = "code,name,village,village_code\nP1,Melati,Desa,1\n" + row + "\n";
        REQUIRE(base::replace_file(options.units_file, text).ok());
        return init(options);
    };
    for (const std::string code :
         {"..", ".a", "-1", "A/1", "A 1", "Mawar é", "\"A\nB\"", "KODE-YANG-TERLALU-PANJANG"}) {
        CAPTURE(code);
        const auto done = made(code + ",Mawar,Desa,2");
        REQUIRE(!done.ok());
        CHECK(done.error().code == base::ErrorCode::Usage);
        CHECK(done.error().message.find("row 3") != std::string::npos);
        CHECK(done.error().message.find("at most 20 letters, digits") != std::string::npos);
        CHECK(!base::file_exists(database_path(options.data)));
    }
    const auto twice = made("P1,Mawar,Desa,2");
    REQUIRE(!twice.ok());
    CHECK(twice.error().message.find("stands twice") != std::string::npos);
    CHECK(made("P.2_b-1,Mawar,Desa,2").ok());
}

TEST_CASE_FIXTURE(Folder, "the database is its owner's alone, whoever may look into the folder") {
    namespace fs = std::filesystem;
    const auto is_private = [](const std::string& path) {
        const fs::perms others = fs::perms::group_all | fs::perms::others_all;
        return fs::exists(path) && (fs::status(path).permissions() & others) == fs::perms::none;
    };
    REQUIRE(init(options).ok());
    const std::string database = database_path(options.data);
    CHECK(is_private(options.data));
    CHECK(is_private(database));
    // One that an earlier version left open to all, with its log.
    REQUIRE(::chmod(database.c_str(), 0644) == 0);
    const auto centre = open_centre(options.data);
    REQUIRE(centre.ok());
    REQUIRE(centre.value()->connection.execute("UPDATE meta SET value = value").ok());
    for (const char* ending : {"", "-wal", "-shm"}) CHECK(is_private(database + ending));
}
