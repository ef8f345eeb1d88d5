#include "client/app/window/books/family_pages.h"

#include <doctest/doctest.h>

#include <string>
#include <vector>

namespace {

using client_app::FamilyPage;
using screens::Filter;

records::Record record(const std::string& id, const std::string& type, const std::string& json) {
    records::Record made;
    made.id = base::RecordId(id);
    made.type = type;
    made.fields = base::Fields::parse(json).value();
    return made;
}

base::Date day(const char* text) {
    return base::parse_date(text).value();
}

const char* const kMother =
    R"({"household_id":"h","full_name":"Ny. Siti Aminah","is_mother":"1","is_infant":"0",)"
    R"("nik":"3321044204980007","phone":"081234567890"})";

std::vector<records::Record> family() {
    return {record("h", "household", R"({"head_name":"Moh. Agus","rt":"003","rw":"001"})"),
            record("m", "person", kMother)};
}

FamilyPage page(const std::vector<records::Record>& records, const char* today) {
    return client_app::page_of("h", records, day(today)).value();
}

bool finds(const FamilyPage& page, const char* typed) {
    return page.search.matches(names::Query(typed));
}

}  // namespace

TEST_CASE("a family is found by whoever is in it, its RT, a NIK's end and a telephone number") {
    auto records = family();
    records.push_back(
        record("i", "person", R"({"household_id":"h","full_name":"By Ny Siti","is_infant":"1"})"));
    records.push_back(record("w", "person", R"({"household_id":"h","full_name":"Nenek Sumi"})"));
    const FamilyPage found = page(records, "2026-03-05");
    for (const char* typed :
         {"sitti", "muhammad agus", "rt 3", "0007", "0812", "sumi", "bayi siti"}) {
        CAPTURE(std::string(typed));
        CHECK(finds(found, typed));
    }
    CHECK_FALSE(finds(found, "rt 4"));
    CHECK(found.row.people == std::vector<std::string>{"Ny. Siti Aminah", "By Ny Siti"});
}

TEST_CASE("nifas lasts 42 days from the birth, whatever its outcome, while the mother lives") {
    struct Case {
        const char* delivery;
        bool is_nifas;
    };
    const std::vector<Case> kCases = {{"2026-03-05", true},  {"2026-03-04", true},
                                      {"2026-01-22", true},  {"2026-01-21", false},
                                      {"2026-03-06", false}, {"", false}};
    for (const Case& each : kCases) {
        CAPTURE(std::string(each.delivery));
        auto records = family();
        records.push_back(
            record("b", "birth_event",
                   R"({"mother_id":"m","delivery_date":")" + std::string(each.delivery) + R"("})"));
        CHECK(page(records, "2026-03-05").row.is_nifas == each.is_nifas);
        records[1].fields.set("vital_status", "DEAD");
        CHECK_FALSE(page(records, "2026-03-05").row.is_nifas);
    }
}

TEST_CASE("an infant without a recorded birth, and a birth of a mother merged since, count too") {
    auto records = family();
    records.push_back(record("i", "person",
                             R"({"household_id":"h","full_name":"Aisyah","is_infant":"1",)"
                             R"("birth_date":"2026-02-12","mother_person_id":"m"})"));
    CHECK(page(records, "2026-03-05").row.is_nifas);
    records.pop_back();
    records.push_back(
        record("old", "person", R"({"household_id":"h","full_name":"Siti","merged_into":"m"})"));
    records.push_back(
        record("b", "birth_event", R"({"mother_id":"old","delivery_date":"2026-02-12"})"));
    CHECK(page(records, "2026-03-05").row.is_nifas);
    records.back().fields.set("retracted", "1");
    CHECK_FALSE(page(records, "2026-03-05").row.is_nifas);
}

TEST_CASE("the youngest living infant says how old the family's infants are") {
    auto records = family();
    CHECK_FALSE(page(records, "2026-03-05").row.youngest_months.has_value());
    const std::string infant = R"({"household_id":"h","full_name":"A","is_infant":"1",)";
    records.push_back(record("i", "person", infant + R"("birth_date":"2025-09-05"})"));
    records.push_back(record("j", "person", infant + R"("birth_date":"2024-09-05"})"));
    CHECK(page(records, "2026-03-04").row.youngest_months == 5);
    CHECK(page(records, "2026-03-05").row.youngest_months == 6);
    records[2].fields.set("vital_status", "DEAD");
    CHECK(page(records, "2026-03-05").row.youngest_months == 18);
}

TEST_CASE("a month's visit counts only if somebody was seen") {
    auto records = family();
    records.push_back(record("v", "visit",
                             R"({"household_id":"h","started_at":"2026-03-02T09:00:00+07:00",)"
                             R"("outcome":"NOT_HOME"})"));
    CHECK_FALSE(page(records, "2026-03-05").row.visited_this_month);
    CHECK(page(records, "2026-03-05").row.last_visit == day("2026-03-02"));
    records.back().fields.set("outcome", "PARTIAL");
    CHECK(page(records, "2026-03-05").row.visited_this_month);
    CHECK_FALSE(page(records, "2026-04-01").row.visited_this_month);
}

TEST_CASE("the next day the filters ask anew") {
    auto records = family();
    records.push_back(
        record("b", "birth_event", R"({"mother_id":"m","delivery_date":"2026-01-22"})"));
    FamilyPage kept = page(records, "2026-03-05");
    CHECK(kept.row.is_nifas);
    client_app::bring_up_to(day("2026-03-06"), kept);
    CHECK_FALSE(kept.row.is_nifas);
}

TEST_CASE("filters pass what they are named for") {
    screens::FamilyRow row;
    CHECK(passes(Filter::All, row));
    CHECK_FALSE(passes(Filter::Postpartum, row));
    CHECK_FALSE(passes(Filter::UnderSixMonths, row));
    CHECK(passes(Filter::NotVisitedThisMonth, row));
    row.is_nifas = true;
    row.youngest_months = 5;
    row.visited_this_month = true;
    CHECK(passes(Filter::Postpartum, row));
    CHECK(passes(Filter::UnderSixMonths, row));
    CHECK_FALSE(passes(Filter::NotVisitedThisMonth, row));
    row.youngest_months = 6;
    CHECK_FALSE(passes(Filter::UnderSixMonths, row));
}

TEST_CASE("families stand by RW, RT and head; without a head by their first mother") {
    std::vector<FamilyPage> pages;
    const auto add = [&](const char* id, const std::string& household, const char* person) {
        std::vector<records::Record> records = {record(id, "household", household)};
        if (person != nullptr) {
            records.push_back(record(std::string(id) + "p", "person", person));
            records.back().fields.set("household_id", id);
        }
        pages.push_back(client_app::page_of(id, records, day("2026-03-05")).value());
    };
    add("1", R"({"head_name":"Yanto","rt":"001","rw":"002"})", nullptr);
    add("2", R"({"head_name":"Slamet","rt":"001","rw":"001"})", nullptr);
    add("3", R"({"rt":"001","rw":"001"})", R"({"full_name":"Rina","is_mother":"1"})");
    add("4", R"({"head_name":"agus","rt":"001","rw":"001"})", nullptr);
    client_app::sort_pages(pages);
    std::string order;
    for (const FamilyPage& each : pages) order += each.row.id;
    CHECK(order == "4321");
}

TEST_CASE("SYNC 17: who lived in a household that was joined is on the page of the other") {
    auto records = family();
    records.push_back(record("h2", "household", R"({"head_name":"Agus","merged_into":"h"})"));
    records.push_back(
        record("i", "person", R"({"household_id":"h2","full_name":"By Ny Siti","is_infant":"1"})"));
    records.push_back(record(
        "v", "visit",
        R"({"household_id":"h2","started_at":"2026-03-02T09:00:00+07:00","outcome":"DONE"})"));
    const FamilyPage found = page(records, "2026-03-05");
    CHECK(found.row.people == std::vector<std::string>{"Ny. Siti Aminah", "By Ny Siti"});
    CHECK(found.row.last_visit == day("2026-03-02"));
    CHECK_FALSE(client_app::page_of("h2", records, day("2026-03-05")).has_value());
}
