// What a laptop knows of its colleagues and their trainings, and what a form makes of it.
#include "client/app/window/books/training_book.h"
#include "client/app/recording/recorder.h"
#include "tests/simulation/village.h"

#include <doctest/doctest.h>

using namespace simulation;

namespace {

struct Training : Village {
    Device rina{folder.path("rina.db"), server, server.add_user("Rina", "BIDAN", {kUnit, "POSY-2"}),
                clock, random};

    std::string me() { return rina.store().identity().value().user; }
    void write_down(const std::string& result, const std::string& end) {
        base::Fields fields = fields_of(
            R"({"topic":"PIJAT_OKSITOSIN","organiser_unit_id":"PKM","attended_pct":100})");
        fields.set("participant_id", me());
        fields.set("start_date", end);
        fields.set("end_date", end);
        fields.set("result", result);
        rina.add("cadre_training", fields, kUnit);
    }
    // Does the form of a teaching on this day say that the trainer's time is over?
    bool warns(const std::string& day) {
        client_app::Recorder recorder(rina.store(), forms::FormSet::builtin(), clock, random,
                                      rina.store().identity().value());
        base::Fields teaching;
        teaching.set("trainer_id", me());
        teaching.set("started_at", day + "T09:00:00+07:00");
        for (const forms::Problem& problem : recorder.check("massage_teaching", teaching)) {
            if (problem.code == "trainer_expired") return true;
        }
        return false;
    }
};

}  // namespace

TEST_CASE_FIXTURE(Training, "a laptop is told of its colleagues and where they work") {
    write_down("PASS", "2026-02-20");
    rina.sync();
    const auto lists = client_app::read_trainings(rina.store());
    REQUIRE(lists.ok());
    REQUIRE(lists.value().trainings.size() == 1);
    CHECK(lists.value().trainings[0].is_sent);
    // Siti and Ani were there before she was enrolled.
    REQUIRE(lists.value().workers.size() == 3);
    CHECK(lists.value().workers[0].name == "Ani");
    CHECK(lists.value().workers[0].units == std::vector<std::string>{kUnit});
    CHECK(lists.value().workers[1].units == std::vector<std::string>{kUnit, "POSY-2"});
    CHECK(!lists.value().workers[2].has_left);
}

TEST_CASE_FIXTURE(Training, "a training that is not sent yet is there and says so") {
    write_down("PASS", "2026-02-20");
    const auto lists = client_app::read_trainings(rina.store());
    REQUIRE(lists.ok());
    REQUIRE(lists.value().trainings.size() == 1);
    CHECK(!lists.value().trainings[0].is_sent);
}

TEST_CASE_FIXTURE(Training,
                  "a teaching warns from the day after the trainer's training has ended") {
    CHECK(!warns("2026-03-05"));  // nothing is written down of her: nothing is claimed
    write_down("PASS", "2024-02-20");
    CHECK(!warns("2026-02-20"));
    CHECK(warns("2026-02-21"));
    write_down("PASS", "2026-02-01");
    CHECK(!warns("2026-02-21"));
}
