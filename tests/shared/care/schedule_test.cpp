#include "shared/care/schedule.h"

#include "tests/shared/care/family_of.h"

#include <doctest/doctest.h>

using care::Task;
using care::TaskStatus;
using family_of::day;
using family_of::Records;

namespace {

const Task& find(const std::vector<Task>& tasks, std::string_view code,
                 std::string_view person = "") {
    for (const Task& task : tasks) {
        if (task.code != code) continue;
        if (person.empty() || task.person->id().text() == person) return task;
    }
    base::check_failed(__FILE__, __LINE__, std::string(code).c_str());
}

std::string window(const Task& task) {
    return base::to_text(task.due_from) + ".." + base::to_text(task.due_to) + "/" +
           base::to_text(task.expires_on);
}

TaskStatus status(const Records& records, std::string_view code, const std::string& today) {
    const care::Family family = records.family();
    return find(care::tasks(family, day(today)), code).status;
}

}  // namespace

TEST_CASE("the worked example of DOMAIN 4.5: born on 30 January 2025") {
    Records records;
    records.born("2025-01-30");
    records.at("birth").fields.set("delivery_time", "14:00");
    const care::Family family = records.family();
    const auto tasks = care::tasks(family, day("2025-01-30"));
    CHECK(window(find(tasks, "KF1")) == "2025-01-30..2025-02-01/2025-02-01");
    CHECK(window(find(tasks, "KF2")) == "2025-02-02..2025-02-06/2025-02-06");
    CHECK(window(find(tasks, "KF3")) == "2025-02-07..2025-02-27/2025-02-27");
    CHECK(window(find(tasks, "KF4")) == "2025-02-28..2025-03-13/2025-03-13");
    CHECK(window(find(tasks, "KN1")) == "2025-01-30..2025-02-01/2025-02-01");
    CHECK(window(find(tasks, "KN2")) == "2025-02-02..2025-02-06/2025-02-06");
    CHECK(window(find(tasks, "KN3")) == "2025-02-07..2025-02-27/2025-02-27");
    CHECK(window(find(tasks, "ASI0")) == "2025-01-30..2025-02-27/2025-02-27");
    CHECK(window(find(tasks, "ASI1")) == "2025-02-28..2025-03-29/2025-03-29");
    CHECK(window(find(tasks, "ASI5")) == "2025-06-30..2025-07-29/2025-07-29");
    CHECK(window(find(tasks, "ASI6")) == "2025-07-30..2025-08-29/2025-08-29");
    CHECK(tasks.size() == 10 + 4 + 3 + 7);
}

TEST_CASE("a child of 31 August is six months old on the last day of February") {
    Records records;
    records.born("2024-08-31");
    const care::Family family = records.family();
    const auto tasks = care::tasks(family, day("2025-02-28"));
    CHECK(window(find(tasks, "ASI6")) == "2025-02-28..2025-03-30/2025-03-30");
    CHECK(find(tasks, "ASI6").status == TaskStatus::Due);
    CHECK(find(tasks, "ASI5").status == TaskStatus::Missed);
}

TEST_CASE("born on 28 August, the thirty days after six months end with the month of age") {
    Records records;
    records.born("2024-08-28");
    const care::Family family = records.family();
    CHECK(window(find(care::tasks(family, day("2025-01-01")), "ASI6")) ==
          "2025-02-28..2025-03-27/2025-03-27");
}

TEST_CASE("a task goes from not yet through due and overdue to missed") {
    Records records;
    records.born("2025-03-10");
    CHECK(status(records, "KV2", "2025-03-11") == TaskStatus::NotYet);
    CHECK(status(records, "KV2", "2025-03-12") == TaskStatus::Due);
    CHECK(status(records, "KV2", "2025-03-13") == TaskStatus::Due);
    CHECK(status(records, "KV2", "2025-03-14") == TaskStatus::Overdue);
    CHECK(status(records, "KV2", "2025-03-15") == TaskStatus::Overdue);
    CHECK(status(records, "KV2", "2025-03-16") == TaskStatus::Missed);
}

TEST_CASE("contacts sighted in the handbook on day 35 count on the days written there") {
    Records records;
    records.born("2025-03-01");
    records.contact("KF1", "2025-03-02");
    records.contact("KF2", "2025-03-09");  // day 8: outside its window
    records.contact("KF3", "2025-03-20");
    CHECK(status(records, "KF1", "2025-04-05") == TaskStatus::Done);
    CHECK(status(records, "KF2", "2025-04-05") == TaskStatus::DoneLate);
    CHECK(status(records, "KF3", "2025-04-05") == TaskStatus::Done);
    CHECK(status(records, "KF4", "2025-04-05") == TaskStatus::Due);
}

TEST_CASE("of two contacts of one code, the first inside the window counts") {
    Records records;
    records.born("2025-03-01");
    records.contact("KF2", "2025-03-03");  // day 2 is still KF1
    records.contact("KF2", "2025-03-06");
    records.contact("KF2", "2025-03-07");
    const care::Family family = records.family();
    const auto tasks = care::tasks(family, day("2025-04-05"));
    CHECK(find(tasks, "KF2").status == TaskStatus::Done);
    CHECK(find(tasks, "KF2").completed_on == day("2025-03-06"));
}

TEST_CASE("days decide by default; hours only where the district says so and the hour is known") {
    using care::ContactSeries;
    using care::KfRule;
    const auto kf = [](int d, std::optional<double> hours, KfRule rule) {
        return care::contact_code(ContactSeries::Kf, d, hours, rule);
    };
    CHECK(kf(0, std::nullopt, KfRule::ByDate) == "KF1");
    CHECK(kf(0, 3.0, KfRule::ByDate) == "");
    CHECK(care::contact_code(ContactSeries::Kn, 0, 3.0, KfRule::ByDate) == "KN0");
    CHECK(kf(2, 60.0, KfRule::ByDate) == "KF1");
    CHECK(kf(2, 60.0, KfRule::ByHours) == "KF1");
    CHECK(kf(2, 60.0, KfRule::ByHoursStrict) == "");
    CHECK(kf(7, 180.0, KfRule::ByHours) == "KF2");
    CHECK(kf(7, 180.0, KfRule::ByHoursStrict) == "");
    CHECK(kf(42, 1008.0, KfRule::ByHours) == "KF4");
    CHECK(kf(42, 1009.0, KfRule::ByHours) == "");
    CHECK(kf(43, std::nullopt, KfRule::ByHoursStrict) == "");
    CHECK(care::contact_code(ContactSeries::Kn, 28, std::nullopt, KfRule::ByDate) == "KN3");
    CHECK(care::contact_code(ContactSeries::Kn, 29, std::nullopt, KfRule::ByDate) == "");
    CHECK(care::contact_code(ContactSeries::Kn, 29, 697.0, KfRule::ByHours) == "");
}

TEST_CASE("a home visit counts when mother and infant were checked, not when nobody was home") {
    Records records;
    records.born("2025-03-01");
    records.visit("away", "2025-03-01", "NOT_HOME");
    records.mother_check("away");
    records.infant_check("away");
    CHECK(status(records, "KV1", "2025-03-02") == TaskStatus::Due);
    records.visit("half", "2025-03-02");
    records.mother_check("half");
    CHECK(status(records, "KV1", "2025-03-02") == TaskStatus::Due);
    records.infant_check("half");
    CHECK(status(records, "KV1", "2025-03-02") == TaskStatus::Done);
    CHECK(status(records, "KV2", "2025-03-04") == TaskStatus::Due);
}

TEST_CASE("one recall completes its month of age and the visit of that month") {
    Records records;
    records.born("2025-01-31");
    records.recalled("2025-04-30");  // three months: add_months(31 Jan, 3) is 30 April
    CHECK(status(records, "ASI3", "2025-05-01") == TaskStatus::Done);
    CHECK(status(records, "KV7", "2025-05-01") == TaskStatus::Done);
    CHECK(status(records, "ASI2", "2025-05-01") == TaskStatus::Missed);
    records.at("r-v-2025-04-30budi").fields.set("l_tea", "8");
    CHECK(status(records, "ASI3", "2025-05-01") == TaskStatus::Due);
}

TEST_CASE("an infant's death cancels what was open for the infant and nothing of the mother's") {
    Records records;
    records.born("2025-03-01");
    records.contact("KN1", "2025-03-02", "budi");
    records.at("budi").fields.set("vital_status", "DEAD");
    records.at("budi").fields.set("death_date", "2025-03-05");
    records.at("outcome").fields.set("outcome", "NND");
    CHECK(status(records, "KN1", "2025-03-10") == TaskStatus::Done);
    CHECK(status(records, "KN3", "2025-03-10") == TaskStatus::Cancelled);
    CHECK(status(records, "ASI0", "2025-03-10") == TaskStatus::Cancelled);
    CHECK(status(records, "KV7", "2025-03-10") == TaskStatus::Cancelled);
    CHECK(status(records, "KV3", "2025-03-10") == TaskStatus::Overdue);
    CHECK(status(records, "KF3", "2025-03-10") == TaskStatus::Due);
    records.visit("grief", "2025-03-08");
    records.mother_check("grief");
    CHECK(status(records, "KV3", "2025-03-10") == TaskStatus::Done);
}

TEST_CASE("a stillbirth opens no task for an infant; twins open them for each") {
    Records records;
    records.household();
    records.mother();
    records.birth("birth", "2025-03-01", "siti", 2);
    records.infant("rini", "2025-03-01", "P");
    records.outcome("o1", "birth", "rini", "LIVE", 1);
    records.outcome("o2", "birth", "", "STILL", 2);
    const care::Family one_living = records.family();
    CHECK(care::tasks(one_living, day("2025-03-01")).size() == 24);
    records.at("o2").fields.set("outcome", "LIVE");
    records.at("o2").fields.set("infant_id", "rina");
    records.infant("rina", "2025-03-01", "P");
    const care::Family twins = records.family();
    const auto tasks = care::tasks(twins, day("2025-03-01"));
    CHECK(tasks.size() == 34);
    CHECK(find(tasks, "ASI0", "rini").id != find(tasks, "ASI0", "rina").id);
}

TEST_CASE("a birth registered late does not begin with overdue tasks") {
    Records records;
    records.born("2025-03-10");
    // 2025-03-14T02:00Z, day 4: KV2 (due until day 3) could be caught up until day 5.
    family_of::Record late = records.at("birth");
    late.id = records::RecordId("019592a2-8f00-7000-8000-000000000000");
    records.at("outcome").fields.set("birth_event_id", late.id.text());
    records.at("birth").fields.set("retracted", "1");
    records.all().push_back(late);
    CHECK(status(records, "KV2", "2025-03-14") == TaskStatus::Missed);
    CHECK(status(records, "KV3", "2025-03-16") == TaskStatus::Due);
    // Asked about the 14th by somebody who had been there on the 12th, it is overdue.
    records.visit("early", "2025-03-12");
    CHECK(status(records, "KV2", "2025-03-14") == TaskStatus::Overdue);
}

TEST_CASE("a task keeps its id on every device and after its person was merged") {
    Records records;
    records.born("2025-03-01");
    const care::Family before = records.family();
    const std::string id = find(care::tasks(before, day("2025-03-02")), "ASI0").id;
    CHECK(id == base::make_uuid5("budi|ASI0|birth"));
    records.infant("budi-2", "2025-03-01");
    records.at("budi").fields.set("merged_into", "budi-2");
    const care::Family merged = records.family();
    const auto tasks = care::tasks(merged, day("2025-03-02"));
    CHECK(find(tasks, "ASI0").id == id);
    CHECK(find(tasks, "ASI0").person->id().text() == "budi-2");
}

TEST_CASE("a person's word about a task is found by its id") {
    Records records;
    records.born("2025-03-01");
    records.add("followup_task", care::task_id("siti", "KV1", "birth"),
                {{"cancel_reason", "REFUSED"}, {"assigned_to", "u1"}});
    CHECK(status(records, "KV1", "2025-03-01") == TaskStatus::Cancelled);
}

TEST_CASE("the list begins with danger signs, then what is overdue, then what is due") {
    Records records;
    records.born("2025-03-10");
    records.visit("v", "2025-03-12");
    records.add("referral", "ref",
                {{"person_id", "siti"},
                 {"visit_id", "v"},
                 {"reasons", "MDS07"},
                 {"raised_at", "2025-03-12T09:30:00+07:00"}});
    const care::Family family = records.family();
    const auto tasks = care::tasks(family, day("2025-03-14"));
    CHECK(tasks[0].code == "REFERRAL_FU");
    CHECK(tasks[1].code == "KV2");
    CHECK(tasks[1].status == TaskStatus::Overdue);
    CHECK(tasks[2].status == TaskStatus::Due);
    CHECK(tasks[2].due_to <= tasks[3].due_to);
}

TEST_CASE("a family that refuses the referral is called on again until it is closed") {
    Records records;
    records.born("2025-03-10");
    records.visit("v", "2025-03-12");
    records.add("referral", "ref",
                {{"person_id", "siti"},
                 {"visit_id", "v"},
                 {"reasons", "MDS07"},
                 {"outcome", "REFUSED"},
                 {"raised_at", "2025-03-12T09:30:00+07:00"}});
    CHECK(status(records, "REFERRAL_FU", "2025-03-13") == TaskStatus::Due);
    records.at("ref").fields.set("closed_at", "2025-03-13T10:00:00+07:00");
    CHECK(status(records, "REFERRAL_FU", "2025-03-13") == TaskStatus::Done);
    records.at("ref").fields.erase("closed_at");
    records.at("ref").fields.set("outcome", "ADMITTED");
    CHECK(status(records, "REFERRAL_FU", "2025-03-13") == TaskStatus::Done);
}

TEST_CASE("a family that must practise again is due in a week, and done when it did") {
    Records records;
    records.born("2025-03-01");
    records.add("person", "ali", {{"full_name", "Ali"}, {"household_id", "home"}});
    records.add("massage_teaching", "t1",
                {{"mother_id", "siti"},
                 {"trainee_id", "ali"},
                 {"return_demo", "1"},
                 {"safety_result", "GO"},
                 {"started_at", "2025-03-05T09:00:00+07:00"}});
    CHECK(status(records, "RETEST", "2025-03-11") == TaskStatus::NotYet);
    CHECK(status(records, "RETEST", "2025-03-12") == TaskStatus::Due);
    records.add("massage_teaching", "t2",
                {{"mother_id", "siti"},
                 {"trainee_id", "ali"},
                 {"return_demo", "1"},
                 {"safety_result", "STOP"},
                 {"started_at", "2025-03-13T09:00:00+07:00"}});
    CHECK(status(records, "RETEST", "2025-03-14") == TaskStatus::Done);
}

TEST_CASE("nobody is reminded of the massage where a baby or the mother died") {
    Records records;
    records.born("2025-03-01");
    records.add("person", "ali", {{"full_name", "Ali"}, {"household_id", "home"}});
    for (const char* safety : {"GO", "DEFER"}) {
        records.add("massage_teaching", std::string("t-") + safety,
                    {{"mother_id", "siti"},
                     {"trainee_id", "ali"},
                     {"return_demo", std::string(safety) == "GO" ? "1" : "0"},
                     {"safety_result", safety},
                     {"started_at", "2025-03-05T09:00:00+07:00"}});
    }
    const auto both = [&](TaskStatus expected) {
        CHECK(status(records, "RETEST", "2025-03-12") == expected);
        CHECK(status(records, "DEFER_FU", "2025-03-06") == expected);
    };
    both(TaskStatus::Due);
    SUBCASE("the baby died") {
        records.at("budi").fields.set("vital_status", "DEAD");
        both(TaskStatus::Cancelled);
    }
    SUBCASE("the mother died") {
        records.at("siti").fields.set("vital_status", "DEAD");
        both(TaskStatus::Cancelled);
    }
    SUBCASE("stillborn, and taught in the pregnancy") {
        records.at("birth").fields.set("delivery_date", "2025-04-20");
        records.at("outcome").fields.erase("infant_id");
        records.at("outcome").fields.set("outcome", "STILL");
        both(TaskStatus::Cancelled);
    }
    SUBCASE("a twin lives") {
        records.at("budi").fields.set("vital_status", "DEAD");
        records.infant("bima", "2025-03-01");
        records.outcome("outcome-2", "birth", "bima", "LIVE", 2);
        both(TaskStatus::Due);
    }
}
