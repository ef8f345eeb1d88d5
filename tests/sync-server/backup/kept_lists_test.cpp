// What a restore may not forget: who was erased and who was shut out after the backup, also when
// the data folder is gone with its disk.
#include "sync-server/backup/kept_lists.h"

#include "sync-server/backup/data_folder.h"
#include "sync-server/backup/erased_list.h"
#include "sync-server/backup/restoring.h"
#include "sync-server/store/keeping/audit.h"
#include "sync-server/store/records/erasing.h"
#include "tests/sync-server/backup/night.h"

#include <doctest/doctest.h>

using namespace backup;
using namespace backup_trial;

TEST_CASE_FIXTURE(Night,
                  "SYNC 23: the list of the erased is beside the backups: a lost disk "
                  "brings nobody back") {
    put(1, kMarked);
    put(2, "Tetap");
    const std::string file = back_up().value().backup.file;
    const crypto::BoxKey opens = key();
    {
        auto connection = open();
        REQUIRE(add_to_erased_list(data, {record_id(1)}).ok());
        REQUIRE(server_store::apply_erased(connection, {record_id(1)}).ok());
        keep_lists(connection, data);
    }
    fs::remove_all(data);
    REQUIRE(base::make_directory(data, true).ok());
    const auto restored = restore(file, data, opens, clock);
    REQUIRE(restored.ok());
    CHECK(restored.value().knows_erased);
    CHECK(restored.value().knows_shut_out);
    CHECK(restored.value().erased == 1);
    CHECK(records() == 1);
    CHECK(read_erased_list(data).value() == std::vector<std::string>{record_id(1)});
}

TEST_CASE_FIXTURE(Night, "SYNC 24: who was shut out after the backup stays shut out") {
    for (const bool is_disk_lost : {false, true}) {
        const std::string file = back_up().value().backup.file;
        const crypto::BoxKey opens = key();
        {
            auto connection = open();
            auto device = server_store::find_device(connection, kDevice).value().value();
            CHECK_FALSE(device.is_revoked);
            REQUIRE(server_store::revoke(connection, device.no, clock.now()).ok());
            if (is_disk_lost) keep_lists(connection, data);
        }
        if (is_disk_lost) fs::remove_all(data);
        REQUIRE(base::make_directory(data, true).ok());
        const auto restored = restore(file, data, opens, clock);
        REQUIRE(restored.ok());
        CHECK(restored.value().shut_out == 1);
        auto connection = open();
        CHECK(server_store::find_device(connection, kDevice).value()->is_revoked);
        REQUIRE(connection.execute("UPDATE device SET revoked_at = NULL").ok());
        if (!is_disk_lost) fs::remove(shut_out_path(data));
    }
}

TEST_CASE_FIXTURE(Night, "SYNC 23, 24: a restore that nobody told of the erased says so") {
    put(1, kMarked);
    const std::string file = back_up().value().backup.file;
    const crypto::BoxKey opens = key();
    fs::remove_all(data);
    fs::remove(shelf + "/kawan-erased.txt");
    REQUIRE(base::make_directory(data, true).ok());
    const auto restored = restore(file, data, opens, clock);
    REQUIRE(restored.ok());
    CHECK_FALSE(restored.value().knows_erased);
    CHECK(restored.value().knows_shut_out);  // that list is there
    // No empty list that the next restore would take for a word.
    CHECK_FALSE(fs::exists(erased_path(data)));
    CHECK(fs::exists(shut_out_path(data)));
}

TEST_CASE_FIXTURE(Night,
                  "SYNC 23: a list that cannot be read stops the restore and is left alone") {
    put(1, kMarked);
    const std::string file = back_up().value().backup.file;
    // A folder of that name opens and fails at the first read, as a file on a dying disk.
    for (const std::string& list : {erased_path(data), shut_out_path(data),
                                    shelf + "/kawan-erased.txt", shelf + "/kawan-shut-out.txt"}) {
        fs::remove(list);
        fs::create_directory(list);
        CHECK_FALSE(restore(file, data, key(), clock).ok());
        CHECK(fs::is_directory(list));
        CHECK(epoch() == 1);
        fs::remove(list);
    }
    CHECK(restore(file, data, key(), clock).ok());
}

TEST_CASE_FIXTURE(Night,
                  "SYNC 23, 24: a present database that is older or another's tells nobody") {
    const std::string file = back_up().value().backup.file;
    const crypto::BoxKey opens = key();
    const std::int64_t schema = open().number("PRAGMA user_version").value();
    const std::string older = "PRAGMA user_version = " + std::to_string(schema - 1);
    const std::string another = "UPDATE meta SET value = 'x' WHERE key = 'signing_key'";
    for (const std::string& change : {std::string(), older, another}) {
        for (const std::string& list : {erased_path(data), shut_out_path(data),
                                        shelf + "/kawan-erased.txt", shelf + "/kawan-shut-out.txt"})
            fs::remove(list);
        if (!change.empty()) REQUIRE(open().execute(change.c_str()).ok());
        const auto restored = restore(file, data, opens, clock);
        REQUIRE(restored.ok());
        CHECK(restored.value().knows_erased == change.empty());
        CHECK(restored.value().knows_shut_out == change.empty());
        CHECK(fs::exists(erased_path(data)) == change.empty());
        clock.advance_ms(1000);
    }
}

TEST_CASE_FIXTURE(Night, "SYNC 23: a disk that fails keeps no other backup from its list") {
    const std::string first = shelf;
    REQUIRE(back_up().ok());
    shelf = folder.path("a-second-stick");
    REQUIRE(base::make_directory(shelf).ok());
    REQUIRE(back_up().ok());
    for (const std::string& bad : {first, shelf}) {
        const std::string good = bad == first ? shelf : first;
        fs::remove(bad + "/kawan-erased.txt");
        fs::create_directory(bad + "/kawan-erased.txt");
        fs::remove(good + "/kawan-erased.txt");
        auto connection = open();
        keep_lists(connection, data);
        CHECK(fs::is_regular_file(good + "/kawan-erased.txt"));
        fs::remove(bad + "/kawan-erased.txt");
    }
}

TEST_CASE_FIXTURE(Night, "what was decided of users after the backup is named by the restore") {
    const std::string file = back_up().value().backup.file;
    {
        auto connection = open();
        clock.advance_ms(1000);
        REQUIRE(server_store::audit(connection, {clock.now(), server_store::kCommandLine,
                                                 "user_unit_remove", "siapa"})
                    .ok());
    }
    const auto restored = restore(file, data, key(), clock);
    REQUIRE(restored.ok());
    CHECK(restored.value().decided_since == std::vector<std::string>{"user_unit_remove"});
}
