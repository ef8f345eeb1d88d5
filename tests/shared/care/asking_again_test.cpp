#include "shared/care/asking_again.h"

#include "tests/shared/care/family_of.h"

#include <doctest/doctest.h>

using care::Task;
using care::TaskStatus;
using family_of::day;
using family_of::Records;

namespace {

Records expecting(const std::string& expected) {
    Records records;
    records.household();
    records.mother();
    records.add("pregnancy", "preg",
                {{"mother_id", "siti"}, {"expected_date", expected}, {"outcome", "ONGOING"}});
    return records;
}

std::optional<Task> find(const care::Family& family, const std::string& today,
                         std::string_view code) {
    for (const Task& task : care::tasks(family, day(today))) {
        if (task.code == code) return task;
    }
    return std::nullopt;
}

TaskStatus status(const Records& records, const std::string& code, const std::string& today) {
    const care::Family family = records.family();
    const auto task = find(family, today, code);
    REQUIRE(task);
    return task->status;
}

}  // namespace

TEST_CASE("a birth is asked about from two weeks before its day to the end of its nifas") {
    const Records records = expecting("2025-03-20");
    struct Row {
        const char* today;
        TaskStatus status;
    };
    for (const Row& row :
         {Row{"2025-03-05", TaskStatus::NotYet}, Row{"2025-03-06", TaskStatus::Due},
          Row{"2025-03-20", TaskStatus::Due}, Row{"2025-03-21", TaskStatus::Overdue},
          Row{"2025-05-01", TaskStatus::Overdue}, Row{"2025-05-02", TaskStatus::Missed}}) {
        CAPTURE(row.today);
        CHECK(status(records, "BIRTH_ASK", row.today) == row.status);
    }
}

TEST_CASE("two laptops ask of one pregnancy by one id") {
    const Records records = expecting("2025-03-20");
    const care::Family family = records.family();
    CHECK(find(family, "2025-03-10", "BIRTH_ASK")->id ==
          care::task_id("siti", "BIRTH_ASK", "preg"));
}

TEST_CASE("the birth answers the question, though nobody closed the pregnancy") {
    Records records = expecting("2025-03-20");
    records.birth("birth", "2025-03-12");
    CHECK(status(records, "BIRTH_ASK", "2025-03-21") == TaskStatus::Done);
}

TEST_CASE("an older birth of the same mother is not the one that is expected") {
    Records records = expecting("2025-03-20");
    records.birth("older", "2024-03-12");
    CHECK(status(records, "BIRTH_ASK", "2025-03-10") == TaskStatus::Due);
}

TEST_CASE("a pregnancy that ended otherwise is not asked about again") {
    for (const auto& [outcome, reason] :
         {std::pair{"LOSS", "LOSS"}, {"MOVED", "MOVED"}, {"MOTHER_DIED", "DEATH"}}) {
        Records records = expecting("2025-03-20");
        records.at("preg").fields.set("outcome", outcome);
        const care::Family family = records.family();
        const auto task = find(family, "2025-03-10", "BIRTH_ASK");
        REQUIRE(task);
        CHECK(task->status == TaskStatus::Cancelled);
        CHECK(task->cancel_reason == reason);
    }
    Records records = expecting("2025-03-20");
    records.at("preg").fields.set("outcome", "UNK");
    CHECK(status(records, "BIRTH_ASK", "2025-03-10") == TaskStatus::Due);
}

TEST_CASE("nobody asks a dead mother's family when she gives birth") {
    Records records = expecting("2025-03-20");
    records.at("siti").fields.set("vital_status", "DEAD");
    CHECK(status(records, "BIRTH_ASK", "2025-03-10") == TaskStatus::Cancelled);
}

TEST_CASE("a house where nobody was met is tried again from the next day, until somebody comes") {
    Records records;
    records.household();
    records.mother();
    records.visit("away", "2025-03-01", "NOT_HOME");
    CHECK(status(records, "RETRY", "2025-03-01") == TaskStatus::NotYet);
    CHECK(status(records, "RETRY", "2025-03-02") == TaskStatus::Due);
    CHECK(status(records, "RETRY", "2025-03-05") == TaskStatus::Overdue);
    CHECK(status(records, "RETRY", "2025-03-17") == TaskStatus::Missed);
    records.visit("met", "2025-03-03");
    CHECK(status(records, "RETRY", "2025-03-05") == TaskStatus::Done);
}

TEST_CASE("a day agreed for the next visit is the day to try again") {
    Records records;
    records.household();
    records.mother();
    records.visit("later", "2025-03-01", "POSTPONED").fields.set("next_visit_date", "2025-03-08");
    CHECK(status(records, "RETRY", "2025-03-07") == TaskStatus::NotYet);
    CHECK(status(records, "RETRY", "2025-03-08") == TaskStatus::Due);
}

TEST_CASE("a second empty house takes the place of the first, by an id of its own") {
    Records records;
    records.household();
    records.mother();
    records.visit("first", "2025-03-01", "NOT_HOME");
    records.visit("second", "2025-03-02", "NOT_HOME");
    const care::Family family = records.family();
    int open = 0;
    for (const Task& task : care::tasks(family, day("2025-03-03"))) {
        if (task.code != "RETRY" || task.status != TaskStatus::Due) continue;
        ++open;
        CHECK(task.id == care::task_id("home", "RETRY", "second"));
    }
    CHECK(open == 1);
}

TEST_CASE("a house without anybody living in the records makes no task") {
    Records records;
    records.household();
    records.visit("away", "2025-03-01", "NOT_HOME");
    const care::Family family = records.family();
    CHECK_FALSE(find(family, "2025-03-03", "RETRY"));
}

TEST_CASE("a task put off stays due; the day it was put off to is known beside it") {
    Records records;
    records.born("2025-03-01");
    records.add("followup_task", care::task_id("siti", "KV1", "birth"),
                {{"person_id", "siti"}, {"task_code", "KV1"}, {"postponed_to", "2025-03-02"}});
    const care::Family family = records.family();
    const auto task = find(family, "2025-03-01", "KV1");
    REQUIRE(task);
    CHECK(task->status == TaskStatus::Due);
    CHECK(task->postponed_to == day("2025-03-02"));
    CHECK(task->statement != nullptr);
}
