// A forgotten PIN at the health centre: who gets an answer, and that it is written down.
#include "shared/base/file.h"
#include "shared/protocol/rescue.h"
#include "sync-server/app/centre.h"
#include "sync-server/app/commands/commands.h"
#include "sync-server/store/keeping/audit.h"
#include "sync-server/store/meta.h"
#include "sync-server/store/people/devices.h"
#include "sync-server/store/people/people.h"
#include "tests/simulation/world.h"
#include "tests/sync-server/app/new_centre.h"

#include <doctest/doctest.h>

using namespace server_app;
using base::ErrorCode;

namespace {

const std::string kDevice = "01890000-0000-7000-8000-000000000001";

// A health centre with Siti and her laptop.
struct Desk {
    simulation::ScratchFolder folder;
    std::string data = new_centre(folder);
    base::UserId user{"01890000-0000-7000-8000-000000000002"};

    Desk() {
        const auto centre = open_centre(data).value();
        server_store::Device device;
        device.id = base::DeviceId(kDevice);
        device.user = user;
        REQUIRE(
            server_store::add_user(centre->connection, {user, "Siti", "KADER", false}, {}).ok());
        REQUIRE(server_store::add_device(centre->connection, device, {}).ok());
    }
    crypto::BoxPublicKey box_key() {
        const auto centre = open_centre(data).value();
        const auto text = server_store::meta(centre->connection, server_store::kBoxKey).value();
        return crypto::BoxKey::from_text(text).value().public_key();
    }
    base::Status rescue(const crypto::BoxPublicKey& key, const std::string& owner) {
        const std::string file = folder.path("request.txt");
        const protocol::RescueRequest request{
            crypto::BoxKey::generate().public_key().bytes(),
            protocol::seal_rescue_box(key, {crypto::SecretBytes::random(32), owner}).value()};
        REQUIRE(base::replace_file(file, to_text(request)).ok());
        return pin_rescue(data, file, true);
    }
    ErrorCode refused(const crypto::BoxPublicKey& key, const std::string& owner) {
        const auto answered = rescue(key, owner);
        REQUIRE(!answered.ok());
        return answered.error().code;
    }
    std::vector<server_store::Audited> written_down() {
        const auto centre = open_centre(data).value();
        return server_store::audited(centre->connection, "pin_rescue").value();
    }
};

}  // namespace

TEST_CASE_FIXTURE(Desk, "a forgotten PIN is answered, and it is written down for which laptop") {
    REQUIRE(rescue(box_key(), kDevice).ok());
    const auto audited = written_down();
    REQUIRE(audited.size() == 1);
    CHECK(audited[0].subject == kDevice);
    CHECK(audited[0].actor == server_store::kCommandLine);
    CHECK(audited[0].at.unix_ms > 0);
}

TEST_CASE_FIXTURE(Desk, "no answer for a laptop of nobody here, of another centre, or shut out") {
    const auto key = box_key();
    CHECK(refused(key, "01890000-0000-7000-8000-00000000000f") == ErrorCode::NotFound);
    CHECK(refused(crypto::BoxKey::generate().public_key(), kDevice) == ErrorCode::Refused);
    REQUIRE(server_store::disable_user(open_centre(data).value()->connection, user, {1}).ok());
    CHECK(refused(key, kDevice) == ErrorCode::Refused);
    CHECK(written_down().empty());
}

TEST_CASE_FIXTURE(Desk, "a request with a slip of the hand is said to have one") {
    const std::string file = folder.path("request.txt");
    REQUIRE(base::replace_file(file, "ABCD-EFGH").ok());
    const auto answered = pin_rescue(data, file, true);
    REQUIRE(!answered.ok());
    CHECK(answered.error().message.find("typing mistake") != std::string::npos);
}
