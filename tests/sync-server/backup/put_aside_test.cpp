// What a restore puts aside, and the settings that come back with it.
#include "sync-server/backup/put_aside.h"

#include "shared/base/file.h"
#include "sync-server/app/commands/commands.h"
#include "sync-server/backup/erased_list.h"
#include "sync-server/backup/restoring.h"
#include "sync-server/store/keeping/backups.h"
#include "sync-server/store/meta.h"
#include "tests/sync-server/backup/night.h"

#include <doctest/doctest.h>

#include <fstream>

using namespace backup;
using namespace backup_trial;

namespace {

constexpr std::int64_t kDayMs = 24LL * 3'600'000;

struct Aside : Night {
    std::string aside;

    // The present database, with the marked one in it, makes room for an empty one.
    Aside() {
        const std::string file = back_up().value().backup.file;
        put(1, kMarked);
        const auto restored = restore(file, data, key(), clock);
        REQUIRE_MESSAGE(restored.ok(), (restored.ok() ? "" : restored.error().message));
        aside = restored.value().aside;
    }
    void look_after() { REQUIRE(look_after_put_aside(data, clock.now()).ok()); }
};

}  // namespace

TEST_CASE_FIXTURE(Aside, "SYNC 23: a database that was put aside says until when, and goes then") {
    REQUIRE(base::file_exists(aside));
    REQUIRE(put_aside_in(data).size() == 1);
    CHECK(put_aside_in(data).front().file == aside);
    const auto day = base::date_in(clock.now(), base::Zone{"UTC", 0});
    CHECK(put_aside_in(data).front().until == base::to_text(base::add_days(day, 30)));
    clock.advance_ms(30 * kDayMs - 1000);
    look_after();
    CHECK(base::file_exists(aside));
    clock.advance_ms(2000);
    REQUIRE(back_up().ok());  // each night's backup looks after it
    CHECK(!base::file_exists(aside));
    CHECK(put_aside_in(data).empty());
    CHECK(base::file_exists(database_path(data)));
}

TEST_CASE_FIXTURE(Aside, "SYNC 23: who is erased is erased from databases put aside too") {
    check_somewhere(kMarked, data);
    REQUIRE(add_to_erased_list(data, {record_id(1)}).ok());
    look_after();
    CHECK(base::file_exists(aside));
    check_nowhere(kMarked, data);
    auto connection = std::move(server_store::open_database(aside, false)).value();
    CHECK(connection.number("SELECT count(*) FROM record").value() == 0);
}

TEST_CASE_FIXTURE(Aside, "SYNC 23: one in which nobody can be erased goes as a whole") {
    std::ofstream(aside, std::ios::binary | std::ios::trunc) << "no database: " << kMarked;
    look_after();
    CHECK(base::file_exists(aside));  // nobody is to be erased
    REQUIRE(add_to_erased_list(data, {record_id(1)}).ok());
    look_after();
    CHECK(!base::file_exists(aside));
    CHECK(base::file_exists(database_path(data)));
}

TEST_CASE_FIXTURE(Night, "the health centre's own massage comes back with a backup") {
    REQUIRE(base::replace_file(procedure_path(data), "{\"ours\":1}").ok());
    const std::string file = back_up().value().backup.file;
    REQUIRE(base::replace_file(procedure_path(data), "{\"ours\":2}").ok());
    const auto restored = restore(file, data, key(), clock);
    REQUIRE(restored.ok());
    CHECK(restored.value().settings == std::vector<std::string>{"massage_procedure.json"});
    CHECK(base::read_file(procedure_path(data)).value() == "{\"ours\":1}");
    bool has_other = false;
    for (const auto& each : fs::directory_iterator(data)) {
        const std::string name = each.path().filename().string();
        if (!name.starts_with("massage_procedure.json.before-restore-")) continue;
        has_other = base::read_file(each.path().string()).value() == "{\"ours\":2}";
    }
    CHECK(has_other);
    // The list of the erased is no setting: it stands outside of every backup.
    REQUIRE(add_to_erased_list(data, {record_id(1)}).ok());
    REQUIRE(restore(file, data, key(), clock).ok());
    CHECK(read_erased_list(data).value().size() == 1);
}

TEST_CASE_FIXTURE(Night, "a backup without settings leaves those that stand") {
    const std::string file = back_up().value().backup.file;
    REQUIRE(base::replace_file(procedure_path(data), "{\"ours\":2}").ok());
    const auto restored = restore(file, data, key(), clock);
    REQUIRE(restored.ok());
    CHECK(restored.value().settings.empty());
    CHECK(base::read_file(procedure_path(data)).value() == "{\"ours\":2}");
}

TEST_CASE_FIXTURE(Night, "failed attempts leave no files, and the last of them say why") {
    const std::string part = shelf + "/kawan-20200101-000000.kbk.part";
    std::ofstream(part) << "half";
    REQUIRE(back_up().ok());
    CHECK(!base::file_exists(part));
    fs::rename(shelf, shelf + "-away");
    for (int i = 0; i < 30; ++i) CHECK(!back_up().ok());
    auto connection = open();
    CHECK(connection.number("SELECT count(*) FROM backup WHERE verified_at IS NULL").value() == 20);
    CHECK(server_store::offered_backups(connection).value().size() == 1);
    CHECK(last_result().starts_with("failed: "));
}
