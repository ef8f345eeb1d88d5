// What is missing is said before a month goes out, and it is all that is missing.
#include "sync-server/reports/completeness.h"

#include "tests/sync-server/reports/small_centre.h"

using namespace small_centre;

namespace {

reports::Completeness found_in(Centre& centre, base::Instant now = kNow) {
    auto found = reports::completeness(centre.connection(), kMonth, "", now, kZone);
    REQUIRE(found.ok());
    return std::move(found).value();
}

}  // namespace

TEST_CASE_FIXTURE(Centre, "a posyandu that sent nothing, a late laptop and infants not asked") {
    const auto infant = add_infant("Adi", "2026-05-10");
    add_infant("Wati", "2026-06-10", "P");
    add_recall(infant, add_visit("2026-08-12"), "2026-08-12");
    siti.sync();
    const auto found = found_in(*this);
    CHECK(found.is_over);
    REQUIRE(found.silent.size() == 1);
    CHECK(found.silent[0].code == "P2");
    CHECK(found.late.empty());  // she sent after the month's end
    CHECK(found.infants == 2);
    CHECK(found.infants_not_recalled == 1);
    CHECK(reports::sentences(found, kZone).size() == 2);
}

TEST_CASE_FIXTURE(Centre,
                  "a laptop that was last seen before the month's end is late, by posyandu") {
    clock.set(base::Instant{1'785'000'000'000});  // 2026-07-25
    siti.sync();
    const auto found = found_in(*this);
    REQUIRE(found.late.size() == 1);
    const auto lines = reports::sentences(found, kZone);
    for (const std::string& line : lines) CHECK(line.find("Siti") == std::string::npos);
}

TEST_CASE_FIXTURE(Centre, "a midwife's silent laptop is late as a cadre's is") {
    Device wati{folder.path("wati.db"), server, server.add_user("Wati", "BIDAN", {"P2"}), clock,
                random};
    clock.set(base::Instant{1'785'000'000'000});  // 2026-07-25
    wati.sync();
    clock.set(kNow);
    siti.sync();
    const auto found = found_in(*this);
    REQUIRE(found.late.size() == 1);
    CHECK(found.late[0].units == std::vector<std::string>{"P2"});
}

TEST_CASE_FIXTURE(Centre, "on the last day only who was not heard that day is late") {
    const base::Instant last_day{1'788'152'400'000};  // 2026-08-31 12:00 in Jakarta
    clock.set(base::Instant{last_day.unix_ms - 3LL * 60 * 60 * 1000});
    siti.sync();
    CHECK(found_in(*this, last_day).is_over);
    CHECK(found_in(*this, last_day).late.empty());
    clock.set(base::Instant{last_day.unix_ms - 24LL * 60 * 60 * 1000});
    siti.sync();
    CHECK(found_in(*this, last_day).late.size() == 1);
}

TEST_CASE_FIXTURE(Centre, "while the month runs nobody is late, and that it runs is said") {
    const auto found = found_in(*this, base::Instant{1'786'800'000'000});  // 2026-08-15
    CHECK_FALSE(found.is_over);
    CHECK(found.late.empty());
    CHECK(reports::sentences(found, kZone)[0].find("2026-08-31") != std::string::npos);
}

TEST_CASE_FIXTURE(Centre, "what is missing is said in English too, with the same numbers") {
    add_infant("Adi", "2026-05-10");
    clock.set(base::Instant{1'785'000'000'000});  // 2026-07-25
    siti.sync();
    const auto found = found_in(*this);
    const auto indonesian = reports::sentences(found, kZone);
    const auto english = reports::sentences(found, kZone, reports::Wording::English);
    REQUIRE(english.size() == indonesian.size());
    REQUIRE(english.size() == 3);
    CHECK(indonesian[0].find("2 posyandu") == 0);
    CHECK(english[0].find("Posyandu that have sent no visit at all this month: 2: ") == 0);
    CHECK(indonesian[2].find("1 dari 1 bayi 0–5 bulan belum ditanya ASI-nya: ") == 0);
    CHECK(english[2].find("Babies of 0–5 months not asked about breastfeeding: 1 of 1: ") == 0);
}

TEST_CASE_FIXTURE(Centre, "a record whose parent has not arrived is counted as waiting") {
    const auto infant = add_infant("Adi", "2026-05-10");
    const auto never = base::RecordId("01890000-0000-7000-8000-0000000000a1");
    add_recall(infant, never, "2026-08-12");
    siti.sync();
    CHECK(found_in(*this).orphans == 1);
}

TEST_CASE_FIXTURE(Centre, "what was found already is said with the names of now, not looked for") {
    add_infant("Adi", "2026-05-10");
    siti.sync();
    const auto all = found_in(*this);
    REQUIRE(all.silent.size() == 2);
    const auto again = reports::completeness(
        connection(), kMonth, reports::Known{{"P1", "P2"}, all.orphans}, kNow, kZone);
    REQUIRE(again.ok());
    CHECK(reports::sentences(again.value(), kZone) == reports::sentences(all, kZone));
    const auto other =
        reports::completeness(connection(), kMonth, reports::Known{{"P2"}, 7}, kNow, kZone);
    REQUIRE(other.ok());
    REQUIRE(other.value().silent.size() == 1);
    CHECK(other.value().silent[0].code == "P2");
    CHECK(other.value().orphans == 7);
    CHECK(other.value().infants_not_recalled == all.infants_not_recalled);
}
