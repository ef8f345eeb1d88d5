// What a sending would cost is told before it, from what would really go out.
#include "client/sync/cost.h"
#include "client/store/outbox.h"
#include "client/store/sendings.h"
#include "client/sync/link_speed.h"
#include "tests/simulation/one_laptop.h"

#include <doctest/doctest.h>

using namespace simulation;
using sync_client::LinkSpeed;

namespace {

struct Laptop : OneLaptop {
    sync_client::Self self{"0.1.0", forms::FormSet::builtin().digest()};

    void add(int count) {
        for (int i = 0; i < count; ++i) {
            siti.add("household", household("Keluarga " + std::to_string(random.below(100000))),
                     "POSY-1");
        }
    }
    sync_client::Total run() {
        return sync_client::run_all(
            siti.store(), siti.link(), clock,
            [](const records::Record&) { return std::vector<std::string>(); }, self,
            [](const sync_client::Total&) { return true; });
    }
};

}  // namespace

TEST_CASE_FIXTURE(Laptop, "the bytes told beforehand are those that then go out") {
    add(600);
    const auto cost = sync_client::cost_of(siti.store(), clock, self).value();
    CHECK(cost.changes == 600);
    const sync_client::Total total = run();
    REQUIRE_FALSE(total.error);
    CHECK(total.sent == 600);
    // Batches grow while the link is fast, and the last rounds only ask; both are small.
    CHECK(cost.bytes > total.body_bytes * 9 / 10 - 2000);
    CHECK(cost.bytes < total.body_bytes * 11 / 10 + 2000);
    const auto nothing = sync_client::cost_of(siti.store(), clock, self).value();
    CHECK(nothing.changes == 0);
    CHECK(nothing.bytes == 0);
}

TEST_CASE_FIXTURE(Laptop, "a link that was never measured tells no time") {
    add(3);
    CHECK_FALSE(sync_client::cost_of(siti.store(), clock, self).value().ms);
}

TEST_CASE_FIXTURE(Laptop, "what a link was like is known again the next time") {
    auto link = LinkSpeed::remembered(siti.store()).value();
    CHECK_FALSE(link.ms_for(10'000, 1));
    link.took(400, 600);       // asking
    link.took(2'400, 20'000);  // 20 KB in 2 s beside it
    REQUIRE(link.remember(siti.store()).ok());
    const auto again = LinkSpeed::remembered(siti.store()).value();
    CHECK(again.ms_for(10'000, 1) == 1'400);
    CHECK(again.ms_for(10'000, 2) == 1'800);
    CHECK(again.ms_for(500, 1) == 400);
}

TEST_CASE_FIXTURE(Laptop, "a clock set back during a round measures nothing") {
    auto link = LinkSpeed::remembered(siti.store()).value();
    link.took(-3'600'000, 20'000);
    CHECK_FALSE(link.ms_for(10'000, 1));
}

TEST_CASE_FIXTURE(Laptop, "what waits is told by record, and what went out by its numbers") {
    add(3);
    const auto waiting = store::waiting_records(siti.store()).value();
    REQUIRE(waiting.size() == 3);
    CHECK(waiting[0].changes == 1);
    CHECK(store::sent_between(siti.store(), 1, 3, 10).value().empty());
    REQUIRE_FALSE(run().error);
    CHECK(store::waiting_records(siti.store()).value().empty());
    const auto sent = store::sent_between(siti.store(), 1, 3, 10).value();
    REQUIRE(sent.size() == 3);
    CHECK(sent[0].state == store::kDone);
    CHECK(store::sent_between(siti.store(), 2, 3, 10).value().size() == 2);
    CHECK(store::sent_between(siti.store(), 1, 3, 1).value().size() == 1);
}
