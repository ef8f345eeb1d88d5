// What comes to a new laptop of a large health centre (ANCHORS c, C38).
#include "client/store/outbox.h"
#include "client/sync/round.h"
#include "shared/protocol/limits.h"
#include "tests/simulation/one_laptop.h"

#include <doctest/doctest.h>

#include <algorithm>

using namespace simulation;

namespace {

constexpr std::int64_t kRecords = 10'500;

struct LargeCentre : OneLaptop {
    Device ani{folder.path("ani.db"), server, server.add_user("Ani", "KADER", {"POSY-1"}), clock,
               random};

    LargeCentre() {
        auto transaction = db::Transaction::begin(siti.store().connection());
        REQUIRE(transaction.ok());
        for (std::int64_t i = 0; i < kRecords; ++i) {
            base::Fields fields = household("Keluarga " + std::to_string(i));
            fields.set("note", std::string(300, 'x'));
            const base::RecordId id(base::make_uuid7(clock.now(), random));
            const store::Write write{"household", id, "POSY-1", fields, "1", "", ""};
            REQUIRE(store::save_inside(siti.store(), write, {}, clock.now()).ok());
        }
        REQUIRE(transaction.value().commit().ok());
        REQUIRE(run(siti).sent == kRecords);
    }
    sync_client::Total run(Device& device, std::vector<std::int64_t>* told = nullptr) {
        return sync_client::run_all(
            device.store(), device.link(), clock,
            [](const records::Record&) { return std::vector<std::string>(); },
            {"0.1.0", forms::FormSet::builtin().digest()},
            [&](const sync_client::Total& total) {
                if (told != nullptr) told->push_back(total.received);
                return true;
            });
    }
};

}  // namespace

TEST_CASE_FIXTURE(
    LargeCentre,
    "a first pull of over 10,000 records comes in pages, tells how far it is, and goes "
    "on where it was cut") {
    int requests = 0;
    ani.link().fault = [&requests] { return ++requests == 4 ? Fault::AnswerCut : Fault::None; };
    std::vector<std::int64_t> told;
    const auto first = run(ani, &told);
    REQUIRE(first.error.has_value());
    CHECK(first.received > 0);
    CHECK(first.received < kRecords);
    const auto second = run(ani, &told);
    CHECK_FALSE(second.error.has_value());
    CHECK(first.received + second.received == kRecords);  // none of them twice
    CHECK(second.agreed);
    CHECK(told.size() >= 5);
    CHECK(std::is_sorted(told.begin(), told.begin() + first.rounds));
    for (const std::string& answer : ani.link().answers) {
        CHECK(answer.size() < protocol::kAnswerBytesMax);
    }
    CHECK(ani.link().answers.front().size() <
          1'000'000);  // no page before the link has shown itself
}
