// A training written down by a midwife: the server takes it, the participant's laptop receives it,
// and the health centre sees who is trained.
#include "client/app/recording/families.h"
#include "sync-server/reports/training_report.h"
#include "sync-server/store/people/people.h"
#include "tests/simulation/village.h"

#include <doctest/doctest.h>

using namespace simulation;

namespace {

struct Training : Village {
    Device rina{folder.path("rina.db"), server, server.add_user("Rina", "BIDAN", {kUnit, "POSY-2"}),
                clock, random};

    std::string id_of(const std::string& name) {
        const auto user = server_store::find_user_by_name(server.connection(), name);
        REQUIRE(user.ok());
        REQUIRE(user.value().has_value());
        return user.value()->id.text();
    }
    base::Fields passed(const std::string& name) {
        base::Fields fields = fields_of(
            R"({"topic":"PIJAT_OKSITOSIN","start_date":"2026-02-20","end_date":"2026-02-21",)"
            R"("organiser_unit_id":"PKM","attended_pct":100,"practical_pct":93,"result":"PASS",)"
            R"("valid_until":"2028-02-21"})");
        fields.set("participant_id", id_of(name));
        return fields;
    }
    const reports::TrainedWorker& found(const std::vector<reports::TrainedWorker>& all,
                                        const std::string& name) {
        for (const reports::TrainedWorker& each : all) {
            if (each.worker.name == name) return each;
        }
        throw std::runtime_error("nobody of that name");
    }
};

const base::Date kToday = *base::parse_date("2026-03-05");

}  // namespace

TEST_CASE_FIXTURE(Training, "a midwife's training of a cadre is applied and reaches that cadre") {
    const auto id = rina.add("cadre_training", passed("Siti"), kUnit);
    rina.sync();
    CHECK(outcome_of(rina, id).find("\"applied\"") != std::string::npos);
    CHECK(held().empty());
    siti.sync();
    REQUIRE(siti.has(id));
    CHECK(client_app::look_up(siti.store(), "user", id_of("Siti"), "massage_trainer_until") ==
          "2028-02-21");
    CHECK(!client_app::look_up(siti.store(), "user", id_of("Ani"), "massage_trainer_until"));
}

TEST_CASE_FIXTURE(Training, "a training put into a posyandu that is not the writer's waits") {
    const auto id = siti.add("cadre_training", passed("Siti"), "POSY-2");
    siti.sync();
    REQUIRE(held().size() == 1);
    CHECK(outcome_of(siti, id).find("\"scope\"") != std::string::npos);
    // And nobody is trained by what only waits.
    const auto workers = reports::trained_workers(server.connection(), kToday);
    REQUIRE(workers.ok());
    CHECK(found(workers.value(), "Siti").standing.state == care::TrainingState::Never);
}

TEST_CASE_FIXTURE(Training, "the health centre sees who is trained, and how many by posyandu") {
    rina.add("cadre_training", passed("Siti"), kUnit);
    rina.add("cadre_training", passed("Rina"), kUnit);
    rina.sync();
    const auto workers = reports::trained_workers(server.connection(), kToday);
    REQUIRE(workers.ok());
    CHECK(found(workers.value(), "Siti").standing.state == care::TrainingState::Valid);
    CHECK(found(workers.value(), "Ani").standing.state == care::TrainingState::Never);
    const auto units = reports::coverage_by_unit(server.connection(), kToday);
    REQUIRE(units.ok());
    REQUIRE(units.value().size() == 3);
    CHECK(units.value()[0].unit.code == kUnit);
    CHECK(units.value()[0].cadres.workers == 2);
    CHECK(units.value()[0].cadres.trained == 1);
    CHECK(units.value()[1].midwives.trained == 1);  // she works in both
    CHECK(units.value()[2].cadres.workers == 2);
    CHECK(units.value()[2].midwives.workers == 1);  // and is one person
}

TEST_CASE_FIXTURE(Training, "a cadre who has left is in no coverage any more") {
    rina.add("cadre_training", passed("Siti"), kUnit);
    rina.sync();
    REQUIRE(
        server_store::disable_user(server.connection(), base::UserId(id_of("Siti")), clock.now())
            .ok());
    const auto units = reports::coverage_by_unit(server.connection(), kToday);
    REQUIRE(units.ok());
    CHECK(units.value().back().cadres.workers == 1);
    CHECK(units.value().back().cadres.trained == 0);
}
