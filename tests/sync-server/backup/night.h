// A health centre whose backups are made and restored on its own disk.
#pragma once

#include "shared/base/file.h"
#include "shared/base/json.h"
#include "sync-server/app/commands/commands.h"
#include "sync-server/backup/making.h"
#include "sync-server/backup/recovery_code.h"
#include "sync-server/store/meta.h"
#include "sync-server/store/people/devices.h"
#include "sync-server/store/records/records.h"
#include "tests/simulation/world.h"
#include "tests/sync-server/app/new_centre.h"

#include <doctest/doctest.h>
#include <filesystem>

namespace backup_trial {

using namespace backup;
namespace fs = std::filesystem;

inline const std::string kMarked = "Sitti Bertanda Khusus";
inline const std::string kDevice = "01890000-0000-7000-8000-000000000001";
inline const std::string kRecord = "01890000-0000-7000-8000-00000000000";  // and one digit

// A health centre with a laptop that sent as many changes as `send` says.
struct Night {
    simulation::ScratchFolder folder;
    std::string data = server_app::new_centre(folder);
    std::string shelf = folder.path("stick");
    base::FixedClock clock{base::Instant{1772000000000}};

    Night() {
        REQUIRE(base::make_directory(shelf).ok());
        auto connection = open();
        server_store::Device device;
        device.id = base::DeviceId(kDevice);
        REQUIRE(server_store::add_device(connection, device, {}).ok());
    }
    db::Connection open() {
        return std::move(server_store::open_database(database_path(data), false)).value();
    }
    std::string record_id(int number) { return kRecord + std::to_string(number); }
    void put(int number, const std::string& name) {
        auto connection = open();
        server_store::StoredRecord stored;
        stored.record.id = base::RecordId(record_id(number));
        stored.record.type = "household";
        stored.record.unit = "P1";
        stored.record.revision = {1, 1};
        stored.record.fields.set("head_name", name);
        stored.fields_text = stored.record.fields.to_json();
        stored.writers = "{}";
        REQUIRE(server_store::put_record(connection, stored, std::nullopt, {}).ok());
    }
    void send(std::int64_t n) {
        auto connection = open();
        auto device = server_store::find_device(connection, kDevice).value().value();
        device.acknowledged = n;
        device.head = "head-" + std::to_string(n);
        REQUIRE(server_store::save_progress(connection, device).ok());
    }
    base::Result<Made> back_up(std::size_t keep = 14) {
        clock.advance_ms(3'600'000);
        return make_backup({data, shelf, keep}, clock);
    }
    std::int64_t safe() {
        auto connection = open();
        return server_store::safe_of(connection, kDevice).value();
    }
    crypto::BoxKey key() { return std::move(*find_key(data).value()); }
    std::int64_t records() {
        auto connection = open();
        return connection.number("SELECT count(*) FROM record").value();
    }
    std::int64_t epoch() {
        auto connection = open();
        const auto text = server_store::meta(connection, server_store::kEpoch).value();
        return base::json::integer_of(text).value();
    }
    std::string last_result() {
        auto connection = open();
        return server_store::last_backup(connection).value().value().result;
    }
    // No file below the folder holds the words.
    void check_nowhere(const std::string& words, const std::string& below) {
        for (const auto& each : fs::recursive_directory_iterator(below)) {
            if (!each.is_regular_file()) continue;
            const std::string bytes = base::read_file(each.path().string()).value();
            CHECK_MESSAGE(bytes.find(words) == std::string::npos, each.path().string());
        }
    }
    void check_somewhere(const std::string& words, const std::string& below) {
        bool is_found = false;
        for (const auto& each : fs::recursive_directory_iterator(below)) {
            if (!each.is_regular_file()) continue;
            const std::string bytes = base::read_file(each.path().string()).value();
            is_found = is_found || bytes.find(words) != std::string::npos;
        }
        CHECK(is_found);
    }
};

}  // namespace backup_trial
