// SYNC 22: a laptop that was enrolled after the backup is unknown to the restored server. With a
// new code its store goes on under its id: nothing is lost, nothing is there twice, nothing
// conflicts.
#include "sync-server/store/meta.h"
#include "sync-server/store/people/devices.h"
#include "sync-server/store/people/people.h"
#include "sync-server/store/records/records.h"
#include "tests/simulation/village.h"

#include <doctest/doctest.h>

using namespace simulation;
using base::RecordId;

namespace {

// Tini comes after the backup.
struct NewLaptop : Village {
    std::string backup = folder.path("backup.db");
    std::optional<Device> tini;

    void enrol_tini() {
        server.back_up(backup);
        tini.emplace(folder.path("tini.db"), server, server.add_code("Siti"), clock, random);
        tini->sync();
    }
    void burn() {
        server.restore(backup);
        const auto cut = tini->sync();
        REQUIRE(cut.error);
        CHECK(cut.error->trouble == sync_client::Trouble::NotEnrolled);
    }
    void come_back() {
        REQUIRE(tini->enrol_again(server.add_code("Siti")) == accept::Refusal::None);
    }
    void all_agree() {
        for (int i = 0; i < 2; ++i) {
            for (Device* each : {&siti, &ani, &*tini}) {
                const auto total = each->sync();
                CHECK(!total.error);
            }
        }
        for (Device* each : {&siti, &ani, &*tini}) {
            CHECK(confirmed_rows(*each) == server_rows(server, {kUnit}));
            CHECK(each->status().is_green());
        }
        CHECK(open_contenders().empty());
        CHECK(held().empty());
    }
    base::Fields on_server(const RecordId& id) {
        auto found = server_store::find_record(server.connection(), id.text());
        REQUIRE(found.ok());
        REQUIRE(found.value().has_value());
        return found.value()->record.fields;
    }
    std::int64_t epoch() {
        return std::stoll(server_store::meta(server.connection(), server_store::kEpoch).value());
    }
};

}  // namespace

TEST_CASE_FIXTURE(NewLaptop, "SYNC 22: enrolled again, a laptop sends all it ever wrote, once") {
    const RecordId known = known_household("Sebelum");
    enrol_tini();
    const RecordId own = tini->add("household", household("Milik Tini"), kUnit);
    tini->edit(known, set("rt", "002"));
    tini->edit(known, set("rt", "003"));
    const RecordId of_ani = ani.add("household", household("Hanya di Tini"), kUnit);
    ani.sync();
    tini->sync();
    ani.sync();
    const RecordId unsent = tini->add("household", household("Belum terkirim"), kUnit);
    burn();
    CHECK(tini->has(own));
    come_back();
    const auto total = tini->sync();
    CHECK(!total.error);
    CHECK(total.turned);
    CHECK(total.sent_again == 3);
    CHECK(on_server(of_ani).text("head_name") == "Hanya di Tini");  // ani has not been here yet
    all_agree();
    CHECK(on_server(own).text("head_name") == "Milik Tini");
    CHECK(on_server(unsent).text("head_name") == "Belum terkirim");
    CHECK(on_server(known).text("rt") == "003");
}

TEST_CASE_FIXTURE(NewLaptop,
                  "SYNC 22: what others brought back of hers already is not merged twice") {
    const RecordId known = known_household("Sebelum");
    enrol_tini();
    tini->edit(known, set("rt", "002"));
    tini->sync();
    ani.sync();
    burn();
    ani.sync();  // brings back what tini wrote
    ani.edit(known, set("rt", "009"));
    ani.sync();
    come_back();
    all_agree();
    CHECK(on_server(known).text("rt") == "009");
}

TEST_CASE_FIXTURE(NewLaptop, "SYNC 22: a user who came after the backup is entered anew first") {
    server.back_up(backup);
    const std::string secret = server.add_user("Tini", "KADER", {kUnit});
    tini.emplace(folder.path("tini.db"), server, secret, clock, random);
    const RecordId own = tini->add("household", household("Milik Tini"), kUnit);
    tini->sync();
    burn();
    REQUIRE(tini->enrol_again(server.add_user("Tini", "KADER", {kUnit})) == accept::Refusal::None);
    all_agree();
    CHECK(on_server(own).text("head_name") == "Milik Tini");
}

TEST_CASE_FIXTURE(NewLaptop, "SYNC 22: a copy put back before it, a life of its own after it") {
    enrol_tini();
    const RecordId first = tini->add("household", household("Satu"), kUnit);
    tini->sync();
    tini->copy_to(folder.path("tini-copy.db"));
    tini->add("household", household("Dua"), kUnit);
    tini->sync();
    tini->restore_from(folder.path("tini-copy.db"));
    const RecordId third = tini->add("household", household("Tiga"), kUnit);
    tini->sync();  // a fork: numbered after the server's last
    burn();
    come_back();
    tini->sync();
    all_agree();
    for (const RecordId& id : {first, third}) CHECK(tini->has(id));
    CHECK(on_server(third).text("head_name") == "Tiga");
}

TEST_CASE_FIXTURE(NewLaptop, "SYNC 22: the answer to the new code is lost; the next is the same") {
    enrol_tini();
    const RecordId own = tini->add("household", household("Milik Tini"), kUnit);
    tini->sync();
    burn();
    come_back();
    come_back();  // another code, after the first one's answer got lost
    all_agree();
    CHECK(on_server(own).text("head_name") == "Milik Tini");
}

TEST_CASE_FIXTURE(NewLaptop,
                  "SYNC 22: a backup copied back by hand says the old epoch; it is left") {
    enrol_tini();
    const RecordId own = tini->add("household", household("Milik Tini"), kUnit);
    agree();
    tini->sync();
    burn();
    // Without the command nothing counted the epoch up.
    REQUIRE(server_store::set_meta(server.connection(), server_store::kEpoch, "1").ok());
    server.restart();
    come_back();
    CHECK(epoch() == 2);
    all_agree();
    CHECK(on_server(own).text("head_name") == "Milik Tini");
}

TEST_CASE_FIXTURE(NewLaptop, "SYNC 22: a code of another user opens nothing, and is not used up") {
    enrol_tini();
    burn();
    const std::string of_ani = server.add_code("Ani");
    CHECK(tini->enrol_again(of_ani) == accept::Refusal::CodeOfAnother);
    const auto code = ani.enrol_again(of_ani);
    CHECK(code == accept::Refusal::None);
    CHECK(!ani.sync().error);
    auto devices = server_store::devices(server.connection());
    REQUIRE(devices.ok());
    for (const auto& device : devices.value()) {
        CHECK(device.id.text() != tini->store().identity().value().device);
    }
}

TEST_CASE_FIXTURE(NewLaptop, "SYNC 22, 24: a revoked laptop is not let in again by a code") {
    const auto identity = siti.store().identity();
    auto found = server_store::find_device(server.connection(), identity.value().device);
    REQUIRE(found.ok());
    REQUIRE(server_store::revoke(server.connection(), found.value()->no, clock.now()).ok());
    CHECK(siti.enrol_again(server.add_code("Siti")) == accept::Refusal::Revoked);
}
