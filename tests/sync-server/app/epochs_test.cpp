// An epoch is begun once, also by a database that was put back by hand; and what `check` says of
// laptops that know more than it.
#include "sync-server/backup/epochs.h"
#include "sync-server/app/centre.h"
#include "sync-server/app/commands/commands.h"
#include "sync-server/backup/health.h"
#include "sync-server/store/changes/ahead.h"
#include "sync-server/store/meta.h"
#include "sync-server/store/people/devices.h"
#include "tests/simulation/world.h"
#include "tests/sync-server/app/new_centre.h"

#include <doctest/doctest.h>
#include <filesystem>

using namespace server_app;

namespace {

struct Centred {
    simulation::ScratchFolder folder;
    std::string data = new_centre(folder);

    db::Connection open() {
        return std::move(server_store::open_database(database_path(data), false)).value();
    }
    std::int64_t epoch() {
        auto connection = open();
        return server_store::epoch(connection).value();
    }
};

}  // namespace

TEST_CASE_FIXTURE(Centred,
                  "SYNC 22: a new epoch is none that was begun before, whoever begins it") {
    REQUIRE(backup::keep_epoch(data, 7).ok());  // the database that stands says 1
    REQUIRE(new_epoch(data, true).ok());
    CHECK(epoch() == 8);
    CHECK(backup::begun_epoch(data).value() == 8);
    auto connection = open();
    REQUIRE(server_store::set_meta(connection, server_store::kEpoch, "1").ok());
    CHECK(accept::begin_epoch_after(connection, 3, epochs_of(data)).value() == 9);
    CHECK(accept::begin_epoch_after(connection, 20, epochs_of(data)).value() == 21);
    CHECK(backup::begun_epoch(data).value() == 21);
}

TEST_CASE_FIXTURE(Centred, "SYNC 22: no epoch begins while those that were begun cannot be read") {
    std::filesystem::create_directory(backup::epoch_path(data));
    CHECK_FALSE(new_epoch(data, true).ok());
    CHECK(epoch() == 1);
}

TEST_CASE_FIXTURE(Centred,
                  "a laptop that lies hides no overdue backup, and is silent when shut out") {
    auto connection = open();
    server_store::Device device;
    device.id = base::DeviceId("01890000-0000-7000-8000-000000000001");
    const base::Instant now{1772000000000};
    REQUIRE(server_store::add_device(connection, device, now).ok());
    const auto known = server_store::find_device(connection, device.id.text()).value().value();
    REQUIRE(server_store::note_ahead(connection, known.no, now).ok());
    REQUIRE(backup::write_schedule(connection, {folder.path("stick"), 14, 3'600'000, now}).ok());
    const auto both = check(data, true);
    REQUIRE(!both.ok());
    CHECK(both.error().message.find("know more") != std::string::npos);
    CHECK(both.error().message.find("older than twice") != std::string::npos);
    REQUIRE(server_store::revoke(connection, known.no, now).ok());
    CHECK(server_store::laptops_ahead(connection).value().empty());
    const auto one = check(data, true);
    REQUIRE(!one.ok());
    CHECK(one.error().message.find("know more") == std::string::npos);
}
