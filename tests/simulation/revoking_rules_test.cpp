// SYNC 24: a laptop that was lost, or whose user left, may bring what it still has, once; it gets
// nothing, and then it is told to erase itself.
#include "client/sync/courier.h"
#include "shared/crypto/keys.h"
#include "shared/crypto/password.h"
#include "shared/protocol/limits.h"
#include "shared/protocol/request.h"
#include "sync-server/accept/round/carried.h"
#include "sync-server/store/meta.h"
#include "sync-server/store/people/devices.h"
#include "sync-server/store/people/people.h"
#include "sync-server/store/records/records.h"
#include "tests/simulation/village.h"

#include <doctest/doctest.h>

using namespace simulation;
using base::RecordId;

namespace {

struct Leaving : Village {
    void revoke(Device& device) {
        const auto identity = device.store().identity();
        REQUIRE(identity.ok());
        auto found = server_store::find_device(server.connection(), identity.value().device);
        REQUIRE(found.ok());
        REQUIRE(found.value().has_value());
        REQUIRE(server_store::revoke(server.connection(), found.value()->no, clock.now()).ok());
    }
    // She says that she knows a later time than the health centre does.
    accept::Refusal tell_later_epoch(Device& device, int protocol) {
        const sync_client::Self self{"0.1.0", forms::FormSet::builtin().digest()};
        auto outgoing = sync_client::prepare(device.store(), clock, self, 1 << 20);
        REQUIRE(outgoing.ok());
        outgoing.value().hello.epoch = 5;
        outgoing.value().hello.protocol = protocol;
        const auto reply =
            server.handle(device.link().token,
                          protocol::request_text(outgoing.value().hello, outgoing.value().lines));
        REQUIRE(reply.ok());
        return reply.value().refusal;
    }
    std::int64_t epoch() { return server_store::epoch(server.connection()).value(); }
    void disable_siti() {
        const auto identity = siti.store().identity();
        REQUIRE(identity.ok());
        REQUIRE(server_store::disable_user(server.connection(), base::UserId(identity.value().user),
                                           clock.now())
                    .ok());
    }
    void give_role(const std::string& role) {
        const auto identity = siti.store().identity();
        REQUIRE(identity.ok());
        REQUIRE(
            server_store::set_role(server.connection(), base::UserId(identity.value().user), role)
                .ok());
    }
    // Her last change to it is sent back; the one before it still waits to be looked at.
    void check_stays_held(const RecordId& id) {
        const auto waiting = held();
        REQUIRE(waiting.size() == 2);
        REQUIRE(accept::reject_quarantined(server.desk(), waiting[1].device, waiting[1].n,
                                           "bukan dari beliau")
                    .ok());
        CHECK(held().size() == 1);
        CHECK(!server_store::find_record(server.connection(), id.text()).value());
        REQUIRE(
            accept::mend_quarantined(server.desk(), waiting[0].device, waiting[0].n, {}, "").ok());
        CHECK(server_store::find_record(server.connection(), id.text()).value());
    }
};

}  // namespace

TEST_CASE_FIXTURE(Leaving, "SYNC 24: what a revoked laptop had is in quarantine, then it must go") {
    const RecordId known = siti.add("household", household("Sebelum"), kUnit);
    agree();
    const RecordId last = siti.add("household", household("Belum terkirim"), kUnit);
    const RecordId of_ani = ani.add("household", household("Milik Ani"), kUnit);
    ani.sync();
    revoke(siti);
    const auto total = siti.sync();
    CHECK(!total.error);
    CHECK(total.must_erase);
    CHECK(!siti.has(of_ani));  // it pulls nothing
    REQUIRE(held().size() == 1);
    CHECK(held().front().code == "revoked");
    CHECK(held().front().line.find("Belum terkirim") != std::string::npos);
    CHECK(siti.status().waiting == 0);
    ani.sync();
    CHECK(ani.has(known));
    CHECK(!ani.has(last));  // until somebody at the health centre has looked at it
}

TEST_CASE_FIXTURE(Leaving,
                  "SYNC 24: the answer may be lost; it is told again, and never too early") {
    siti.add("household", household("Belum terkirim"), kUnit);
    revoke(siti);
    for (const Fault fault : {Fault::AnswerLost, Fault::AnswerCut, Fault::RequestLost}) {
        bool is_first = true;
        siti.link().fault = [&] { return std::exchange(is_first, false) ? fault : Fault::None; };
        const auto cut = siti.sync();
        CHECK(cut.error);
        CHECK(!cut.must_erase);
    }
    siti.link().fault = [] { return Fault::None; };
    const auto total = siti.sync();
    CHECK(!total.error);
    CHECK(total.must_erase);
    CHECK(held().size() == 1);
}

TEST_CASE_FIXTURE(Leaving, "SYNC 24: what she saves while her laptop is told to go goes first") {
    revoke(siti);
    bool is_first = true;
    siti.link().fault = [&] {  // she types while the answer is under way
        if (std::exchange(is_first, false)) {
            siti.add("household", household("Sambil menunggu"), kUnit);
        }
        return Fault::None;
    };
    const auto total = siti.sync();
    CHECK(!total.error);
    CHECK(total.must_erase);
    REQUIRE(held().size() == 1);
    CHECK(held().front().line.find("Sambil menunggu") != std::string::npos);
    CHECK(siti.status().waiting == 0);
}

TEST_CASE_FIXTURE(Leaving, "SYNC 24: saved after she was told, it follows; without end it is not") {
    revoke(siti);
    CHECK(siti.sync().must_erase);
    for (std::size_t late = 1; late <= 3; ++late) {
        siti.add("household", household("Sesudah"), kUnit);
        CHECK(siti.sync().must_erase);
        CHECK(siti.sync().must_erase);  // said again, it is no news
        CHECK(held().size() == late);
    }
    siti.add("household", household("Terus saja"), kUnit);
    const auto total = siti.sync();
    REQUIRE(total.error);
    CHECK(total.error->trouble == sync_client::Trouble::Revoked);
    CHECK(!total.must_erase);
    CHECK(siti.status().waiting == 1);
    CHECK(held().size() == 3);
}

TEST_CASE_FIXTURE(Leaving,
                  "SYNC 24: what the network refuses is taken from a stick, then she goes") {
    revoke(siti);
    for (int i = 0; i <= 3; ++i) {
        siti.sync();
        siti.add("household", household("Sesudah"), kUnit);
    }
    REQUIRE(siti.sync().error);
    const sync_client::Self self{"0.1.0", forms::FormSet::builtin().digest()};
    const auto identity = siti.store().identity().value();
    const auto stick = sync_client::make_request(siti.store(), identity, clock, self);
    REQUIRE(stick.ok());
    auto service =
        accept::Service::open(server.connection(), forms::FormSet::builtin(), clock, random);
    REQUIRE(service.ok());
    const auto received =
        accept::receive_bundle(service.value(), server.connection(), stick.value().bytes);
    REQUIRE(received.ok());
    CHECK(received.value().taken == 1);
    CHECK(held().size() == 4);
    CHECK(siti.sync().must_erase);  // nothing is new any more
}

TEST_CASE_FIXTURE(Leaving, "SYNC 24: a user who left is treated as her laptop would be") {
    siti.add("household", household("Belum terkirim"), kUnit);
    const auto identity = siti.store().identity();
    REQUIRE(identity.ok());
    REQUIRE(server_store::disable_user(server.connection(), base::UserId(identity.value().user),
                                       clock.now())
                .ok());
    const auto total = siti.sync();
    CHECK(!total.error);
    CHECK(total.must_erase);
    CHECK(held().size() == 1);
}

TEST_CASE_FIXTURE(Leaving, "SYNC 24: who looks after nobody any more gets no names by laptop") {
    for (const std::string role : {"DINKES", "ADMIN"}) {
        CAPTURE(role);
        give_role("KADER");
        siti.add("household", household("Belum terkirim " + role), kUnit);
        const RecordId of_ani = ani.add("household", household("Milik Ani"), kUnit);
        ani.sync();
        give_role(role);
        const auto total = siti.sync();
        CHECK(!total.error);
        CHECK(total.must_erase);
        CHECK(!siti.has(of_ani));
        REQUIRE(!held().empty());
        CHECK(held().back().line.find(role) != std::string::npos);
        CHECK(siti.status().waiting == 0);
    }
}

TEST_CASE_FIXTURE(Leaving, "a district or admin user enrols no laptop; the code stays good") {
    const crypto::SigningKey key = crypto::SigningKey::generate();
    for (const std::string role : {"DINKES", "ADMIN"}) {
        const std::string secret = server.add_user("Dinas " + role, role, {kUnit});
        const protocol::EnrolRequest wanted{secret, key.verify_key().text(), "laptop", "0.1.0"};
        CHECK(server.enrol(to_json(wanted)).refusal == accept::Refusal::CodeNoLaptop);
        const auto code =
            server_store::find_code(server.connection(), crypto::token_hash(secret)).value();
        REQUIRE(code);
        CHECK(code->used_by_key.empty());
    }
}

TEST_CASE_FIXTURE(Leaving, "a code that was used in a browser enrols no laptop") {
    const std::string secret = server.add_code("Siti");
    auto code = server_store::find_code(server.connection(), crypto::token_hash(secret)).value();
    REQUIRE(code);
    code->used_by_key = "console";
    REQUIRE(server_store::mark_code_used(server.connection(), *code).ok());
    const protocol::EnrolRequest as_browser{secret, "console", "laptop", "0.1.0"};
    CHECK(server.enrol(to_json(as_browser)).refusal == accept::Refusal::Malformed);
    const std::string key = crypto::SigningKey::generate().verify_key().text();
    CHECK(server.enrol(to_json(protocol::EnrolRequest{secret, key, "laptop", "0.1.0"})).refusal ==
          accept::Refusal::CodeUsed);
    // Nor does a key of which only the words are the same.
    code->used_by_key = key;
    REQUIRE(server_store::mark_code_used(server.connection(), *code).ok());
    CHECK(server.enrol(to_json(protocol::EnrolRequest{secret, key, "laptop", "0.1.0"})).refusal ==
          accept::Refusal::CodeUsed);
}

TEST_CASE_FIXTURE(Leaving, "SYNC 24: nothing that a revoked laptop brought is taken unseen") {
    const RecordId id = siti.add("household", household("Belum terkirim"), kUnit);
    siti.edit(id, set("rt", "009"));
    revoke(siti);
    siti.sync();
    check_stays_held(id);
}

TEST_CASE_FIXTURE(Leaving, "SYNC 24: nor what a user had who left") {
    const RecordId id = siti.add("household", household("Belum terkirim"), kUnit);
    siti.edit(id, set("rt", "009"));
    disable_siti();
    siti.sync();
    check_stays_held(id);
}

TEST_CASE_FIXTURE(Leaving, "SYNC 24: a revoked laptop does not say what time it is") {
    agree();
    revoke(siti);
    CHECK(tell_later_epoch(siti, protocol::kProtocolVersion) == accept::Refusal::None);
    CHECK(epoch() == 1);
    tell_later_epoch(ani, protocol::kProtocolVersion);
    CHECK(epoch() == 6);
}

TEST_CASE_FIXTURE(Leaving, "SYNC 25: nor does a laptop whose protocol is not known here") {
    agree();
    const int newer = protocol::kProtocolVersion + 1;
    CHECK(tell_later_epoch(siti, newer) == accept::Refusal::NewerProtocol);
    CHECK(epoch() == 1);
}
