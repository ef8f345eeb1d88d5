// What a restore may not forget: who was erased and who was shut out after the backup, also when
// the data folder is gone with its disk.
#include "sync-server/backup/kept_lists.h"

#include "sync-server/backup/data_folder.h"
#include "sync-server/backup/erased_list.h"
#include "sync-server/backup/restoring.h"
#include "sync-server/store/audit.h"
#include "sync-server/store/erasing.h"
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
    CHECK(restored.value().knows_lists);
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
    CHECK_FALSE(restored.value().knows_lists);
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
