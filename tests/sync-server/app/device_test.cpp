// Shutting out a laptop at the health centre (SYNC 24): what is refused, and that it is written
// down.
#include "sync-server/app/centre.h"
#include "sync-server/app/commands/commands.h"
#include "sync-server/store/keeping/audit.h"
#include "sync-server/store/people/devices.h"
#include "sync-server/store/people/people.h"
#include "tests/simulation/world.h"
#include "tests/sync-server/app/new_centre.h"

#include <doctest/doctest.h>

using namespace server_app;
using base::ErrorCode;

namespace {

const std::string kDevice = "01890000-0000-7000-8000-000000000001";

struct Desk {
    simulation::ScratchFolder folder;
    base::UserId user{"01890000-0000-7000-8000-000000000002"};
    DeviceOptions options;

    Desk() {
        options.data = new_centre(folder);
        const auto centre = open_centre(options.data).value();
        server_store::Device device;
        device.id = base::DeviceId(kDevice);
        device.user = user;
        REQUIRE(
            server_store::add_user(centre->connection, {user, "Siti", "KADER", false}, {}).ok());
        REQUIRE(server_store::add_device(centre->connection, device, {}).ok());
    }
    base::Status revoke(const std::string& device, const std::string& reason) {
        options.device = device;
        options.reason = reason;
        return device_revoke(options);
    }
    bool is_revoked() {
        const auto centre = open_centre(options.data).value();
        return server_store::find_device(centre->connection, kDevice).value()->is_revoked;
    }
    std::vector<server_store::Audited> audited(const char* what) {
        const auto centre = open_centre(options.data).value();
        return server_store::audited(centre->connection, what).value();
    }
};

}  // namespace

TEST_CASE_FIXTURE(Desk, "a revoked laptop is written down with the reason") {
    REQUIRE(revoke(kDevice, "laptop hilang di pasar").ok());
    CHECK(is_revoked());
    const auto done = audited("device_revoke");
    REQUIRE(done.size() == 1);
    CHECK(done.front().subject == kDevice);
    CHECK(done.front().reason == "laptop hilang di pasar");
    CHECK(device_list(options).ok());
}

TEST_CASE_FIXTURE(Desk, "nothing is revoked without a reason, twice, or that is no laptop") {
    CHECK(revoke(kDevice, "").error().code == ErrorCode::Usage);
    CHECK(!is_revoked());
    CHECK(revoke(user.text(), "salah ketik").error().code == ErrorCode::NotFound);
    CHECK(revoke(std::string(server_store::kConsoleDevice), "meja").error().code ==
          ErrorCode::NotFound);
    REQUIRE(revoke(kDevice, "hilang").ok());
    CHECK(revoke(kDevice, "hilang lagi").error().code == ErrorCode::Refused);
    CHECK(audited("device_revoke").size() == 1);
}

TEST_CASE_FIXTURE(Desk, "a user who was shut out is written down too") {
    UserOptions wanted;
    wanted.data = options.data;
    wanted.name = "Siti";
    REQUIRE(user_disable(wanted).ok());
    CHECK(audited("user_disable").size() == 1);
    CHECK(audited("user_disable").front().subject == user.text());
}

TEST_CASE_FIXTURE(Desk, "a pause and its end are written down, with whom and why") {
    options.reason = "wabah di Melati";
    options.unit = "P1";
    REQUIRE(device_pause(options).ok());
    options.reason = "selesai";
    REQUIRE(device_resume(options).ok());
    CHECK(device_resume(options).error().code == ErrorCode::NotFound);
    const auto paused = audited("sync_pause");
    REQUIRE(paused.size() == 1);
    CHECK(paused[0].subject == "P1");
    CHECK(paused[0].reason == "wabah di Melati");
    REQUIRE(audited("sync_resume").size() == 1);
    options.unit.clear();
    options.user = "Siti";
    options.reason = "laptop diperiksa";
    REQUIRE(device_pause(options).ok());
    CHECK(audited("sync_pause").back().subject == user.text());  // never a name
}
