// A health centre's backups on its own disk: made, proven, rotated, restored as a new epoch.
#include "sync-server/backup/making.h"

#include "shared/base/file.h"
#include "shared/base/json.h"
#include "sync-server/app/centre.h"
#include "sync-server/app/commands/commands.h"
#include "sync-server/app/serving/backup_schedule.h"
#include "sync-server/backup/recovery_code.h"
#include "sync-server/backup/restoring.h"
#include "sync-server/backup/shelf.h"
#include "sync-server/store/meta.h"
#include "sync-server/store/people/devices.h"
#include "sync-server/store/people/people.h"
#include "sync-server/store/records/records.h"
#include "tests/sync-server/backup/night.h"

#include <doctest/doctest.h>
#include <filesystem>
#include <fstream>

using namespace backup;
using namespace backup_trial;
using base::ErrorCode;

TEST_CASE_FIXTURE(Night,
                  "a backup holds what stood when it was made, sealed, and leaves no scratch") {
    put(1, kMarked);
    send(12);
    const auto made = back_up();
    REQUIRE_MESSAGE(made.ok(), made.error().message);
    CHECK(made.value().held.records() == 1);
    CHECK(made.value().held.devices.at(kDevice) == server_store::DeviceHolding{12, "head-12"});
    CHECK(last_result() == server_store::kVerified);
    CHECK(!base::file_exists(scratch_path(data)));
    check_nowhere(kMarked, shelf);
    CHECK(read_label(made.value().backup.file).value().centre == "Puskesmas Melati");
}

TEST_CASE_FIXTURE(Night, "SYNC 21: safe is what the oldest backup on offer holds; without one, 0") {
    send(5);
    CHECK(safe() == 0);
    REQUIRE(back_up(2).ok());
    CHECK(safe() == 5);
    send(9);
    REQUIRE(back_up(2).ok());
    CHECK(safe() == 5);
    send(14);
    REQUIRE(back_up(2).ok());
    CHECK(safe() == 9);
    CHECK(backups_in(shelf).size() == 2);
    auto connection = open();
    CHECK(server_store::safe_of(connection, "a laptop enrolled since").value() == 0);
}

TEST_CASE_FIXTURE(Night,
                  "a backup that somebody took away is on offer no more; one on a stick in a "
                  "drawer still is") {
    send(5);
    const std::string first = back_up().value().backup.file;
    send(9);
    REQUIRE(back_up().ok());
    auto connection = open();
    fs::rename(shelf, shelf + "-away");
    REQUIRE(forget_missing(connection, clock.now()).ok());
    CHECK(safe() == 5);
    fs::rename(shelf + "-away", shelf);
    fs::remove(first);
    REQUIRE(forget_missing(connection, clock.now()).ok());
    CHECK(safe() == 9);
}

TEST_CASE_FIXTURE(Night,
                  "files of a time that was given up go when all newer ones hold more; those of "
                  "another health centre stay") {
    const std::string unknown = shelf + "/kawan-20200101-000000.kbk";
    const std::string other = shelf + "/kawan-20200101-000001.kbk";
    const auto other_key = crypto::BoxKey::generate();
    for (const auto& [file, sealed_to] :
         {std::pair{unknown, key().public_key()}, std::pair{other, other_key.public_key()}}) {
        const Label label{"X", key_name(sealed_to), base::Instant{1577836800000}, 1};
        REQUIRE(write_backup_file(file, label, sealed_to, "{}", database_path(data)).ok());
    }
    std::ofstream(shelf + "/kawan-20200101-000002.kbk.part") << "left by a killed one";
    REQUIRE(back_up().ok());
    CHECK(!base::file_exists(unknown));
    CHECK(base::file_exists(other));
    CHECK(!base::file_exists(shelf + "/kawan-20200101-000002.kbk.part"));
}

TEST_CASE_FIXTURE(Night,
                  "a backup that fails says why, is noted, leaves nothing, and removes none") {
    REQUIRE(back_up(1).ok());
    const auto away = make_backup({data, folder.path("no-such-stick"), 1}, clock);
    REQUIRE(!away.ok());
    CHECK(away.error().code == ErrorCode::NotFound);
    CHECK(last_result().starts_with("failed: "));
    clock.advance_ms(1000);
    const auto stopped = make_backup({data, shelf, 1}, clock, [] { return true; });
    REQUIRE(!stopped.ok());
    CHECK(std::distance(fs::directory_iterator(shelf), {}) == 3);  // the one before, two lists
    CHECK(!base::file_exists(scratch_path(data)));
    CHECK(!make_backup({data, data, 1}, clock).ok());
    fs::remove(key_path(data));
    CHECK(make_backup({data, shelf, 1}, clock).error().code == ErrorCode::Usage);
}

TEST_CASE_FIXTURE(Night, "two backups at once: the second is told to wait") {
    const auto hold = Hold::of_backups(data);
    REQUIRE(hold.ok());
    CHECK(back_up().error().code == ErrorCode::Refused);
}

TEST_CASE_FIXTURE(Night,
                  "a restore puts the database of before aside and begins an epoch that never "
                  "was, also from the same file again") {
    put(1, kMarked);
    const std::string file = back_up().value().backup.file;
    put(2, "Sesudah");
    const auto first = restore(file, data, key(), clock);
    REQUIRE_MESSAGE(first.ok(), first.error().message);
    CHECK(records() == 1);
    CHECK(epoch() == 2);
    auto aside = server_store::open_database(first.value().aside, false);
    REQUIRE(aside.ok());
    CHECK(aside.value().number("SELECT count(*) FROM record").value() == 2);

    clock.advance_ms(1000);
    REQUIRE(restore(file, data, key(), clock).ok());
    CHECK(epoch() == 3);
    // The folder is lost: what stands beside the backup tells.
    const crypto::BoxKey paper = read_recovery_code(recovery_code(key())).value();
    fs::remove_all(data);
    REQUIRE(base::make_directory(data).ok());
    REQUIRE(restore(file, data, paper, clock).ok());
    CHECK(epoch() == 4);
    CHECK(records() == 1);
}

TEST_CASE_FIXTURE(Night, "the restored backup is on offer, and safe is what it holds") {
    send(5);
    const std::string file = back_up().value().backup.file;
    send(9);
    REQUIRE(back_up().ok());
    REQUIRE(restore(file, data, key(), clock).ok());
    CHECK(safe() == 5);
}

TEST_CASE_FIXTURE(Night, "a damaged backup or a wrong key changes nothing") {
    put(1, kMarked);
    const std::string file = back_up().value().backup.file;
    put(2, "Sesudah");
    CHECK(restore(file, data, crypto::BoxKey::generate(), clock).error().code ==
          ErrorCode::Refused);
    std::string bytes = base::read_file(file).value();
    bytes[bytes.size() / 2] = static_cast<char>(bytes[bytes.size() / 2] ^ 1);
    std::ofstream(file, std::ios::binary) << bytes;
    CHECK(restore(file, data, key(), clock).error().code == ErrorCode::Malformed);
    CHECK(records() == 2);
    CHECK(epoch() == 1);
    CHECK(!base::file_exists(scratch_path(data)));
}

TEST_CASE_FIXTURE(Night,
                  "SYNC 23: what was erased since the backup is out before anything is served") {
    put(1, kMarked);
    put(2, "Tetap");
    const std::string file = back_up().value().backup.file;
    REQUIRE(base::replace_file(erased_path(data), record_id(1) + "\r\nno such id\n").ok());
    const auto restored = restore(file, data, key(), clock);
    REQUIRE(restored.ok());
    CHECK(restored.value().erased == 1);
    CHECK(records() == 1);
    auto connection = open();
    const auto state = server_store::unit_state(connection, "P1").value();
    CHECK(state.agreement == server_store::holdings_of(connection).value().units.at("P1"));
    fs::remove(restored.value().aside);
    check_nowhere(kMarked, data);
}

TEST_CASE_FIXTURE(Night,
                  "a second name that a killed restore gave the database goes at the next start; "
                  "databases that were put aside stay") {
    const std::string second = data + "/before-restore-20260101-000000.db";
    const std::string aside = data + "/before-restore-20250101-000000.db";
    fs::create_hard_link(database_path(data), second);
    fs::copy_file(database_path(data), aside);
    REQUIRE(remove_leftovers(data).ok());
    CHECK(!base::file_exists(second));
    CHECK(base::file_exists(aside));
    CHECK(records() == 0);
}

TEST_CASE_FIXTURE(Night,
                  "a killed backup's plain copy goes at the next start, not while one is made") {
    REQUIRE(base::make_directory(scratch_path(data)).ok());
    std::ofstream(scratch_path(data) + "/copy.db") << kMarked;
    {
        const auto hold = Hold::of_backups(data);
        REQUIRE(remove_leftovers(data).ok());
        CHECK(base::file_exists(scratch_path(data)));
    }
    REQUIRE(remove_leftovers(data).ok());
    CHECK(!base::file_exists(scratch_path(data)));
}

TEST_CASE_FIXTURE(Night,
                  "no restore while somebody works with the folder, and nobody while one runs") {
    const std::string file = back_up().value().backup.file;
    server_app::BackupOptions options;
    options.data = data;
    options.file = file;
    {
        const auto centre = server_app::open_centre(data);
        REQUIRE(centre.ok());
        CHECK(server_app::backup_restore(options).error().code == ErrorCode::Refused);
    }
    {
        const auto alone = Hold::alone(data);
        CHECK(server_app::open_centre(data).error().code == ErrorCode::Refused);
    }
    fs::permissions(data, fs::perms::owner_all | fs::perms::others_read);
    CHECK(server_app::backup_restore(options).ok());
    CHECK(fs::status(data).permissions() == fs::perms::owner_all);
}

TEST_CASE_FIXTURE(Night,
                  "check knows the schedule: overdue is older than twice, and never is too") {
    auto connection = open();
    const auto overdue = [&] {
        return server_app::backup_health(connection, clock.now()).value().is_overdue;
    };
    CHECK(!overdue());
    REQUIRE(server_store::set_meta(connection, "backup_every_ms", "3600000").ok());
    REQUIRE(server_store::set_meta(connection, "backup_since", std::to_string(clock.now().unix_ms))
                .ok());
    clock.advance_ms(7'200'001);
    CHECK(overdue());
    REQUIRE(back_up().ok());
    CHECK(!overdue());
    clock.advance_ms(7'200'001);
    CHECK(overdue());
    REQUIRE(server_app::forget_schedule(connection).ok());
    CHECK(!overdue());
}
