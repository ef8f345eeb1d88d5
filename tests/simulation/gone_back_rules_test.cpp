// SYNC 22: the server's file of last night was put back by hand, or its disk lost the end of the
// log: it says the same epoch and holds less. No laptop gives up what it holds, and the server's
// own receipt, shown by a laptop, begins the epoch that brings everything back.
#include "client/store/status.h"
#include "client/sync/courier.h"
#include "shared/protocol/request.h"
#include "sync-server/accept/round/carried.h"
#include "sync-server/store/changes/ahead.h"
#include "sync-server/store/keeping/audit.h"
#include "sync-server/store/meta.h"
#include "sync-server/store/records/records.h"
#include "tests/simulation/village.h"

#include <doctest/doctest.h>

using namespace simulation;
using base::RecordId;
namespace fs = std::filesystem;

namespace {

struct SameEpoch : Village {
    std::string night = folder.path("night.db");
    RecordId before = known_household("Sebelum");
    RecordId visit;

    SameEpoch() {
        server.back_up(night);
        visit = siti.add("household", household("Sesudah"), kUnit);
        siti.edit(before, simulation::set("rt", "009"));
        agree();
    }
    void go_back() {
        server.stop();
        for (const char* tail : {"", "-wal", "-shm"}) fs::remove(folder.path("centre.db") + tail);
        fs::copy_file(night, folder.path("centre.db"));
        server.restart();
    }
    bool is_on_server(const RecordId& id) {
        auto found = server_store::find_record(server.connection(), id.text());
        REQUIRE(found.ok());
        return found.value().has_value();
    }
    std::string rt_on_server() {
        return server_store::find_record(server.connection(), before.text())
            .value()
            ->record.fields.text("rt");
    }
    std::int64_t epoch() { return server_store::epoch(server.connection()).value(); }
    std::size_t laptops_ahead() {
        auto found = server_store::laptops_ahead(server.connection());
        REQUIRE(found.ok());
        return found.value().size();
    }
    void everything_is_back() {
        CHECK(is_on_server(visit));
        CHECK(rt_on_server() == "009");
        CHECK(siti.status().is_green());
        CHECK(ani.status().is_green());
        CHECK(laptops_ahead() == 0);
        CHECK(open_contenders().empty());
    }
};

}  // namespace

TEST_CASE_FIXTURE(SameEpoch, "SYNC 22: a file put back by hand heals by a laptop's receipt") {
    go_back();
    agree();
    CHECK(epoch() == 2);
    everything_is_back();
}

TEST_CASE_FIXTURE(SameEpoch,
                  "SYNC 22: whoever has read more than the server holds loses nothing by it") {
    go_back();
    for (int i = 0; i < 3; ++i) {
        const auto total = ani.sync();
        CHECK(total.error.has_value());
        CHECK(ani.has(visit));
        CHECK(ani.shown(before).text("rt") == "009");
    }
    CHECK(epoch() == 1);  // she has no receipt that proves it
    CHECK(laptops_ahead() == 1);
    siti.sync();
    CHECK(epoch() == 2);
    agree();
    everything_is_back();
}

TEST_CASE_FIXTURE(SameEpoch,
                  "SYNC 22: what only she still holds comes back when a person says so") {
    go_back();
    ani.sync();
    CHECK(laptops_ahead() == 1);
    // Siti's laptop fell into the river; the operator saw what `check` says.
    REQUIRE(server_store::begin_epoch(server.connection(), 0).ok());
    CHECK(laptops_ahead() == 0);
    ani.sync();
    CHECK(is_on_server(visit));
    CHECK(rt_on_server() == "009");
    CHECK(ani.status().is_green());
}

TEST_CASE_FIXTURE(SameEpoch,
                  "SYNC 22: who was found to know more stays whole when others write on past her") {
    go_back();
    CHECK(ani.sync().error.has_value());
    CHECK(laptops_ahead() == 1);
    Device tono{folder.path("tono.db"), server, server.add_user("Tono", "KADER", {kUnit}), clock,
                random};
    for (int i = 0; i < 8; ++i) tono.add("household", household("Milik Tono"), kUnit);
    CHECK(!tono.sync().error.has_value());
    CHECK(ani.sync().error.has_value());
    CHECK(ani.has(visit));
    REQUIRE(server_store::begin_epoch(server.connection(), 0).ok());
    ani.sync();
    CHECK(is_on_server(visit));
}

TEST_CASE_FIXTURE(SameEpoch,
                  "SYNC 22: a laptop that only says it was further begins no epoch, others go on") {
    const RecordId more = ani.add("household", household("Milik Ani"), kUnit);
    auto progress = ani.store().progress().value();
    progress.acknowledged += 50;  // a lie: her receipts say less
    progress.last_n += 50;
    REQUIRE(ani.store().set_progress(progress).ok());
    CHECK(ani.sync().error.has_value());
    CHECK(epoch() == 1);
    CHECK(laptops_ahead() == 1);
    siti.edit(before, simulation::set("rt", "010"));
    siti.sync();
    CHECK(rt_on_server() == "010");
    CHECK(siti.status().is_green());
}

namespace {

// Siti's next hello, with the receipt as `change` left it.
std::string with_receipt(Device& siti, const base::Clock& clock,
                         const std::function<void(protocol::Receipt&)>& change) {
    auto outgoing = sync_client::prepare(siti.store(), clock, {}, 100000);
    REQUIRE(outgoing.ok());
    auto receipt = store::best_receipt(siti.store());
    REQUIRE(receipt.ok());
    REQUIRE(receipt.value().has_value());
    change(*receipt.value());
    outgoing.value().hello.receipt = *receipt.value();
    return protocol::request_text(outgoing.value().hello, outgoing.value().lines);
}

}  // namespace

TEST_CASE_FIXTURE(SameEpoch, "SYNC 22: only a receipt that the server signed for her proves it") {
    const std::string token = siti.store().identity().value().token;
    const std::vector<std::function<void(protocol::Receipt&)>> lies = {
        [](protocol::Receipt& each) { ++each.last_n; },
        [](protocol::Receipt& each) { ++each.epoch; },
        [](protocol::Receipt& each) { each.head = "x"; },
        [](protocol::Receipt& each) { each.signature = "x"; },
        [&](protocol::Receipt& each) {
            each.device = base::DeviceId(ani.store().identity().value().device);
        }};
    go_back();
    for (const auto& lie : lies) {
        const auto reply = server.handle(token, with_receipt(siti, clock, lie));
        CHECK(reply.value().refusal == accept::Refusal::Gap);
        CHECK(epoch() == 1);
    }
    CHECK(server.handle(token, with_receipt(siti, clock, [](protocol::Receipt&) {})).ok());
    CHECK(epoch() == 2);
}

TEST_CASE_FIXTURE(SameEpoch, "SYNC 22: a receipt of what the server holds proves nothing") {
    const std::string token = siti.store().identity().value().token;
    const auto as_it_is = [](protocol::Receipt&) {};
    const auto reply = server.handle(token, with_receipt(siti, clock, as_it_is));
    CHECK(reply.value().refusal == accept::Refusal::None);
    CHECK(epoch() == 1);
    go_back();
    agree();
    CHECK(epoch() == 2);
    // Nor one of the time before: it is Siti's word of an epoch that has ended.
    CHECK(server.handle(token, with_receipt(siti, clock, as_it_is)).ok());
    CHECK(epoch() == 2);
}

TEST_CASE_FIXTURE(SameEpoch, "SYNC 22: the receipt goes along on a stick") {
    go_back();
    siti.edit(before, simulation::set("rt", "011"));
    auto forms_set = forms::FormSet::builtin();
    auto service = accept::Service::open(server.connection(), forms_set, clock, random);
    REQUIRE(service.ok());
    const store::NamedBy names_nobody = [](const records::Record&) {
        return std::vector<std::string>();
    };
    for (int trips = 0; trips < 8; ++trips) {
        const auto identity = siti.store().identity().value();
        auto made = sync_client::make_request(siti.store(), identity, clock, {});
        REQUIRE(made.ok());
        auto received =
            accept::receive_bundle(service.value(), server.connection(), made.value().bytes);
        REQUIRE(received.ok());
        REQUIRE(received.value().refusal == accept::Refusal::None);
        const auto taken = sync_client::take_reply(siti.store(), identity, clock, names_nobody, {},
                                                   received.value().reply);
        REQUIRE(taken.ok());
    }
    CHECK(epoch() == 2);
    CHECK(is_on_server(visit));
    CHECK(rt_on_server() == "011");
}

TEST_CASE_FIXTURE(SameEpoch,
                  "SYNC 22: one laptop's claims of later epochs keep nobody from sending") {
    const auto claim = [&] {
        auto progress = ani.store().progress().value();
        progress.epoch += 1;
        REQUIRE(ani.store().set_progress(progress).ok());
        ani.round();
    };
    claim();
    const std::int64_t begun = epoch();
    siti.edit(before, simulation::set("rt", "002"));
    for (int i = 0; i < 5; ++i) {
        claim();
        siti.round();
        clock.advance_ms(60'000);
    }
    siti.sync();
    CHECK(epoch() == begun);  // believed once a day
    CHECK(siti.status().waiting == 0);
    CHECK(rt_on_server() == "002");
    CHECK(laptops_ahead() == 1);
    const auto told = server_store::audited(server.connection(), "epoch_begun");
    REQUIRE(told.value().size() == 1);
    CHECK(told.value()[0].subject == ani.store().identity().value().device);
}

TEST_CASE_FIXTURE(SameEpoch, "SYNC 22: a receipt of a later epoch is believed at any time") {
    go_back();
    agree();
    siti.edit(before, simulation::set("rt", "002"));
    agree();
    REQUIRE(epoch() == 2);
    for (int again = 0; again < 2; ++again) {
        go_back();  // it says the first epoch
        siti.sync();
        agree();
        CHECK(epoch() > 2);
        CHECK(rt_on_server() == "002");
        CHECK(siti.status().is_green());
        siti.edit(before, simulation::set("rw", "00" + std::to_string(again)));
        siti.sync();
    }
}

TEST_CASE_FIXTURE(SameEpoch,
                  "SYNC 22: a stick to a restored server says that nothing was taken yet") {
    server.restore(night);
    siti.edit(before, simulation::set("rt", "011"));
    const auto identity = siti.store().identity().value();
    auto made = sync_client::make_request(siti.store(), identity, clock, {});
    REQUIRE(made.ok());
    auto forms_set = forms::FormSet::builtin();
    auto service = accept::Service::open(server.connection(), forms_set, clock, random);
    auto received =
        accept::receive_bundle(service.value(), server.connection(), made.value().bytes);
    REQUIRE(received.ok());
    CHECK(received.value().taken == 0);
    CHECK(received.value().is_reset);
}
