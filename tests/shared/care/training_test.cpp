// What came of a training, until when it holds, and how many of a health centre are trained.
#include "shared/care/training.h"

#include <doctest/doctest.h>

using namespace care;

namespace {

Date day(const char* text) {
    return *base::parse_date(text);
}

Record training(const std::string& user, const std::string& more) {
    Record record;
    record.type = "cadre_training";
    record.unit = "P01";
    record.fields = base::Fields::parse(R"({"topic":"PIJAT_OKSITOSIN","participant_id":")" + user +
                                        R"(",)" + more + "}")
                        .value();
    return record;
}

std::vector<StepScore> sheet(int score) {
    std::vector<StepScore> scores;
    for (const ProcedureStep& step : shipped_procedure().steps) {
        scores.push_back({step.code, score});
    }
    return scores;
}

void score(std::vector<StepScore>& scores, std::string_view step, int points) {
    for (StepScore& each : scores) {
        if (each.step == step) each.score = points;
    }
}

TrainingState state(const std::vector<Record>& records, const char* on) {
    return Trainings(records).of("siti", day(on)).state;
}

}  // namespace

TEST_CASE("the worked example of DOMAIN 2.5 passes as a cadre's practical too") {
    std::vector<StepScore> scores = sheet(4);
    for (const char* step : {"P03", "P04", "M05", "C01", "C04"}) score(scores, step, 3);
    score(scores, "P05", 9);
    score(scores, "P09", 9);
    score(scores, "M04", 2);
    const auto practical = practical_of(scores);
    REQUIRE(practical.has_value());
    CHECK(practical->pct == 90);  // of 90.3
    CHECK(training_result(100, practical) == Competence::Pass);
    score(scores, "M04", 4);
    score(scores, "P08", 2);
    CHECK(training_result(100, practical_of(scores)) == Competence::Repeat);
}

TEST_CASE("nobody is written down with 80 who has not reached it") {
    // 57 of 72 points are 79.2 %; 64 of 80 are exactly 80 %.
    std::vector<StepScore> scores = sheet(3);
    score(scores, "P05", 9);
    score(scores, "P09", 9);
    for (const char* step : {"P03", "P04", "P07"}) score(scores, step, 4);
    CHECK(practical_of(scores)->pct == 79);
    CHECK(training_result(100, practical_of(scores)) == Competence::Repeat);
    scores = sheet(3);
    for (const char* step : {"P03", "P04", "P07", "M04"}) score(scores, step, 4);
    CHECK(practical_of(scores)->pct == 80);
    CHECK(training_result(100, practical_of(scores)) == Competence::Pass);
}

TEST_CASE("a critical step that nobody looked at is not passed") {
    std::vector<StepScore> scores = sheet(4);
    score(scores, "M07", 9);
    CHECK(training_result(100, practical_of(scores)) == Competence::Repeat);
}

TEST_CASE("without a practical, or without having come, nothing is assessed") {
    CHECK(!practical_of(sheet(9)).has_value());
    CHECK(training_result(100, std::nullopt) == Competence::NotAssessed);
    CHECK(training_result(0, practical_of(sheet(4))) == Competence::NotAssessed);
}

TEST_CASE("attendance is rounded half up and never more than all") {
    CHECK(attended_pct(2, 3) == 67);
    CHECK(attended_pct(1, 8) == 13);
    CHECK(attended_pct(5, 3) == 100);
    CHECK(attended_pct(0, 0) == 0);
}

TEST_CASE("a pass holds 24 months to its last day; sixty days before, a refresher is due") {
    const std::vector<Record> records = {
        training("siti", R"("result":"PASS","end_date":"2024-08-31")")};
    CHECK(Trainings(records).of("siti", day("2025-01-01")).valid_until == day("2026-08-31"));
    CHECK(state(records, "2026-07-01") == TrainingState::Valid);
    CHECK(state(records, "2026-07-02") == TrainingState::DueSoon);
    CHECK(state(records, "2026-08-31") == TrainingState::DueSoon);
    CHECK(state(records, "2026-09-01") == TrainingState::Expired);
}

TEST_CASE("what was passed holds to its end, also when a later training is to be repeated") {
    const std::vector<Record> records = {
        training("siti", R"("result":"REPEAT","end_date":"2025-06-01")"),
        training("siti", R"("result":"PASS","end_date":"2024-02-01","valid_until":"2026-02-01")")};
    const Standing standing = Trainings(records).of("siti", day("2025-07-01"));
    CHECK(standing.state == TrainingState::Valid);
    CHECK(standing.last_ended == day("2025-06-01"));
    CHECK(state({records[0]}, "2025-07-01") == TrainingState::NotPassed);
}

TEST_CASE("withdrawn trainings, other topics and other people train nobody") {
    std::vector<Record> records = {
        training("siti", R"("result":"PASS","end_date":"2026-01-01","retracted":"1")"),
        training("ani", R"("result":"PASS","end_date":"2026-01-01")"),
        training("siti", R"("result":"PASS","end_date":"2026-01-01")")};
    records[2].fields.set("topic", "PENCATATAN");
    CHECK(state(records, "2026-02-01") == TrainingState::Never);
}

TEST_CASE("coverage counts active cadres and midwives by unit, and each person once in all") {
    const std::vector<Worker> workers = {{"siti", "Siti", "KADER", {"P01"}, false},
                                         {"ani", "Ani", "KADER", {"P01", "P02"}, false},
                                         {"old", "Old", "KADER", {"P01"}, true},
                                         {"rina", "Rina", "BIDAN", {"P01", "P02"}, false},
                                         {"koord", "Koord", "KOORD", {"P01"}, false},
                                         {"none", "None", "KADER", {}, false}};
    const std::vector<Record> records = {
        training("siti", R"("result":"PASS","end_date":"2025-06-01")"),
        training("old", R"("result":"PASS","end_date":"2025-06-01")"),
        training("rina", R"("result":"PASS","end_date":"2023-06-01")")};
    const std::vector<std::string> units = {"P01", "P02", "P03"};
    const auto coverage = training_coverage(workers, Trainings(records), units, day("2026-03-05"));
    REQUIRE(coverage.units.size() == 3);
    CHECK(coverage.units[0].cadres.workers == 2);
    CHECK(coverage.units[0].cadres.trained == 1);
    CHECK(coverage.units[0].cadres.not_yet == 1);
    CHECK(coverage.units[1].midwives.expired == 1);
    CHECK(coverage.units[2].cadres.workers == 0);
    CHECK(coverage.cadres.workers == 3);
    CHECK(coverage.cadres.trained == 1);
    CHECK(coverage.midwives.workers == 1);
    CHECK(coverage.midwives.trained == 0);
}
