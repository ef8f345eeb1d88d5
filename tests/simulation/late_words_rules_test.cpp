// SYNC 17: a joining is taken back while a laptop is away. What it records of "her" meanwhile may
// be about either of the two: nobody guesses, and a person is asked.
#include "sync-server/accept/joining/joining.h"
#include "sync-server/store/records/partings.h"
#include "tests/simulation/moving_village.h"

using namespace simulation;
using base::Fields;

namespace {

struct Parted : Neighbours {
    RecordId kept, other;
    std::string merge;

    // Joined, known to both laptops, and taken back while Ani is away.
    Parted() {
        home = siti.add("household", household("Budi"), kUnit);
        kept = siti.add("person", person("Rina", false), kUnit);
        other = siti.add("person", person("Rini", false), kUnit);
        agree();
        joining::Request asked;
        asked.winner = kept.text();
        asked.loser = other.text();
        asked.reason = "orang yang sama";
        asked.actor = server_store::kCommandLine;
        const auto joined = joining::join(server.desk(), asked);
        REQUIRE(joined.ok());
        merge = joined.value();
        agree();
        const auto undone = joining::undo(
            server.desk(), {merge, {}, "ternyata dua orang", server_store::kCommandLine, {}});
        REQUIRE(undone.ok());
    }
    RecordId task(Device& device, const RecordId& who, const std::string& code) {
        Fields fields;
        fields.set("person_id", who.text());
        fields.set("task_code", code);
        return device.add("followup_task", fields, kUnit);
    }
    joining::LateWords late() {
        auto found = joining::late_words(server.connection(), merge);
        REQUIRE(found.ok());
        return std::move(found).value();
    }
    base::Result<std::int64_t> settle(const std::vector<std::string>& move) {
        joining::UndoRequest request{
            merge, move, "ditanyakan ke kader", server_store::kCommandLine, {}};
        for (const auto& each : late().records) request.seen[each.id.text()] = each.revision;
        return joining::settle_late_words(server.desk(), request);
    }
};

}  // namespace

TEST_CASE_FIXTURE(Parted, "SYNC 17: whose is what came from a laptop that still saw one person?") {
    const RecordId of_kept = task(ani, kept, "KF1");
    const RecordId of_other = task(ani, kept, "KF2");
    ani.sync();
    REQUIRE(late().records.size() == 2);
    CHECK(server_store::count_late_words(server.connection()).value() == 2);
    const auto moved = settle({of_other.text()});
    REQUIRE(moved.ok());
    CHECK(moved.value() == 1);
    CHECK(late().records.empty());
    agree();
    for (Device* each : {&siti, &ani}) {
        CHECK(each->shown(of_kept).text("person_id") == kept.text());
        CHECK(each->shown(of_other).text("person_id") == other.text());
        CHECK(each->status().is_green());
    }
}

TEST_CASE_FIXTURE(Parted, "SYNC 17: who has heard that they are two is not asked again") {
    ani.sync();
    task(ani, kept, "KF1");
    task(siti, other, "KF2");  // names the other: nothing is in doubt
    agree();
    CHECK(late().records.empty());
}

TEST_CASE_FIXTURE(Parted,
                  "SYNC 17: what came while the page was open waits on, and nothing else goes") {
    const RecordId first = task(ani, kept, "KF1");
    ani.sync();
    joining::UndoRequest request{merge, {first.text()}, "miliknya", server_store::kCommandLine, {}};
    for (const auto& each : late().records) request.seen[each.id.text()] = each.revision;
    const auto stranger = settle({home.text()});
    REQUIRE(!stranger.ok());
    CHECK(stranger.error().code == base::ErrorCode::Refused);
    server_store::put_late_word(server.connection(), merge, home.text()).value();
    REQUIRE(joining::settle_late_words(server.desk(), request).ok());
    REQUIRE(late().records.size() == 1);
    CHECK(late().records.front().id == home);
}

TEST_CASE_FIXTURE(Parted,
                  "SYNC 17: a late record that was changed since it was shown is not handed over") {
    const RecordId first = task(ani, kept, "KF1");
    ani.sync();
    joining::UndoRequest request{merge, {first.text()}, "miliknya", server_store::kCommandLine, {}};
    for (const auto& each : late().records) request.seen[each.id.text()] = each.revision;
    ani.edit(first, set("note", "sudah"));
    ani.sync();
    const auto settled = joining::settle_late_words(server.desk(), request);
    REQUIRE(!settled.ok());
    CHECK(settled.error().code == base::ErrorCode::Refused);
    CHECK(late().records.size() == 1);
}
