// A closed month's figures stay; what differs since is said per figure and per person.
#include "sync-server/reports/month_closing.h"
#include "sync-server/reports/since_closing.h"

#include "shared/base/text.h"
#include "sync-server/reports/figure_trace.h"
#include "sync-server/store/records/erasing.h"
#include "tests/sync-server/reports/small_centre.h"

using namespace small_centre;

namespace {

// SIGIZI's columns of the only village.
std::string column(Centre& centre, std::size_t position) {
    return to_text(centre.book("sigizi").sheets.at(0).rows.at(0).at(position - 1));
}
base::Status close(Centre& centre) {
    return reports::close_month(centre.connection(), kMonth, kNow, kZone, "command-line");
}

}  // namespace

TEST_CASE_FIXTURE(Centre, "what arrives after the closing changes no figure, and is named") {
    const auto adi = add_infant("Adi", "2026-05-10");
    const auto wati = add_infant("Wati", "2026-06-10", "P");
    const auto visit = add_visit("2026-08-12");
    add_recall(adi, visit, "2026-08-12");
    siti.sync();
    REQUIRE(close(*this).ok());
    CHECK(column(*this, 22) == "1");
    add_recall(wati, visit, "2026-08-12", "1");
    siti.sync();
    CHECK(column(*this, 22) == "1");
    const auto since = reports::differences_since(connection(), kMonth);
    REQUIRE(since.ok());
    bool is_named = false;
    for (const auto& each : since.value().figures) {
        if (each.indicator != "SIGIZI_22") continue;
        is_named = true;
        CHECK(each.numerator_then == 1);
        CHECK(each.numerator_now == 2);
    }
    CHECK(is_named);
    bool is_she = false;
    for (const auto& each : since.value().persons) {
        if (each.indicator == "SIGIZI_22") is_she = each.person == wati.text();
    }
    CHECK(is_she);
    CHECK(book("sigizi").closing.size() > 1);

    const auto reported = reports::trace_figure(connection(), "SIGIZI_22:2026-08:SEMUA", kZone);
    REQUIRE(reported.ok());
    CHECK(reported.value().value == 1);
    // Of this figure, not of all that differ.
    REQUIRE(reported.value().closing.size() == 2);
    CHECK(reported.value().closing.back().find("SIGIZI_22 P1: dilaporkan 1") != std::string::npos);
    const auto now = reports::trace_figure(connection(), "SIGIZI_22:2026-08:SEMUA", kZone,
                                           reports::Reading::AsNow);
    REQUIRE(now.ok());
    CHECK(now.value().value == 2);
}

TEST_CASE_FIXTURE(Centre,
                  "what a closed month lacks is what its figures lack, whoever came since") {
    const auto adi = add_infant("Adi", "2026-05-10");
    const auto visit = add_visit("2026-08-12");
    siti.sync();
    const auto missing = [this](const std::string& unit) {
        auto asked_of = asked({"f1"});
        asked_of.unit = unit;
        const auto made = reports::make_book(connection(), asked_of);
        REQUIRE(made.ok());
        return base::joined(made.value().missing, " ");
    };
    const std::string not_asked = "1 dari 1 bayi 0–5 bulan belum ditanya";
    REQUIRE(missing("").find(not_asked) != std::string::npos);
    const std::string said = missing("");
    REQUIRE(close(*this).ok());
    add_recall(adi, visit, "2026-08-12");
    siti.sync();
    CHECK(column(*this, 22) == "0");
    CHECK(missing("") == said);
    CHECK(missing("P1").find(not_asked) != std::string::npos);
    REQUIRE(reports::reopen_month(connection(), kMonth, kNow, "command-line", "late").ok());
    CHECK(column(*this, 22) == "1");
    CHECK(missing("").find(not_asked) == std::string::npos);
    CHECK(missing("P1").find(not_asked) == std::string::npos);
}

TEST_CASE_FIXTURE(Centre,
                  "figures that agree are looked behind: another child in her place is said") {
    const auto adi = add_infant("Adi", "2026-05-10");
    const auto visit = add_visit("2026-08-12");
    add_recall(adi, visit, "2026-08-12");
    siti.sync();
    REQUIRE(close(*this).ok());
    const auto words = [this] {
        return reports::closing_words(connection(), kMonth, kZone).value();
    };
    CHECK(words().back().find("tidak ada yang berubah") != std::string::npos);
    const std::string other = std::string(adi.text().rbegin(), adi.text().rend());
    const std::string swap = "UPDATE closed_fact SET person = '" + other + "'";
    REQUIRE(connection().execute((swap + " WHERE indicator = 'SIGIZI_22'").c_str()).ok());
    REQUIRE(words().size() == 2);
    CHECK(words().back().find("orangnya berbeda pada 2 hitungan") != std::string::npos);
    const auto since = reports::differences_since(connection(), kMonth);
    REQUIRE(since.ok());
    REQUIRE(since.value().persons.size() == 2);
    for (const auto& each : since.value().persons) {
        const bool is_adi = each.person == adi.text();
        CHECK((is_adi || each.person == other));
        CHECK(each.part_then == (is_adi ? "" : "NUMERATOR"));
        CHECK(each.part_now == (is_adi ? "NUMERATOR" : ""));
    }
}

TEST_CASE_FIXTURE(Centre, "a file of one posyandu says what differs there, not elsewhere") {
    add_infant("Adi", "2026-05-10");
    siti.sync();
    REQUIRE(close(*this).ok());
    add_infant("Wati", "2026-06-10", "P");
    siti.sync();
    const auto words = [this](std::string_view unit) {
        return reports::closing_words(connection(), kMonth, kZone, {.unit = unit}).value();
    };
    CHECK(words("").size() > 2);
    CHECK(words("P1") == words(""));
    const auto elsewhere = words("P-OTHER");
    REQUIRE(elsewhere.size() == 2);
    CHECK(elsewhere.back().find("tidak ada yang berubah") != std::string::npos);
}

TEST_CASE_FIXTURE(Centre, "what differs since is read while somebody writes") {
    add_infant("Adi", "2026-05-10");
    siti.sync();
    REQUIRE(close(*this).ok());
    add_infant("Wati", "2026-06-10", "P");
    siti.sync();
    REQUIRE(reports::differences_since(connection(), kMonth).ok());  // counts whom she touched
    auto other = db::Connection::open(folder.path("centre.db"));
    REQUIRE(other.ok());
    const auto writing = db::Transaction::begin(other.value());
    REQUIRE(writing.ok());
    const auto since = reports::differences_since(connection(), kMonth);
    REQUIRE(since.ok());
    CHECK(since.value().persons.size() > 0);
    CHECK(reports::differences_since(connection(), base::add_months(kMonth, -1)).ok());
}

TEST_CASE_FIXTURE(Centre, "a month is closed once, after its end, and opened only with a reason") {
    siti.sync();
    const base::Instant early{1'786'800'000'000};  // 2026-08-15
    CHECK_FALSE(reports::close_month(connection(), kMonth, early, kZone, "x").ok());
    REQUIRE(close(*this).ok());
    CHECK_FALSE(close(*this).ok());
    CHECK_FALSE(reports::reopen_month(connection(), kMonth, kNow, "x", "  ").ok());
    REQUIRE(reports::reopen_month(connection(), kMonth, kNow, "x", "laptop Siti terlambat").ok());
    CHECK_FALSE(reports::reopen_month(connection(), kMonth, kNow, "x", "lagi").ok());
    CHECK(close(*this).ok());
}

TEST_CASE_FIXTURE(Centre, "who is erased stays counted in the closed month, without her id") {
    const auto adi = add_infant("Adi", "2026-05-10");
    add_recall(adi, add_visit("2026-08-12"), "2026-08-12");
    siti.sync();
    REQUIRE(close(*this).ok());
    REQUIRE(server_store::apply_erased(connection(), {adi.text()}).ok());
    CHECK(column(*this, 22) == "1");
    const auto since = reports::differences_since(connection(), kMonth);
    REQUIRE(since.ok());
    CHECK(since.value().erased > 0);
    const auto words = reports::closing_words(connection(), kMonth, kZone).value();
    CHECK(words.back().find("orang yang datanya dihapus sejak itu") != std::string::npos);
    const auto traced = reports::trace_figure(connection(), "SIGIZI_22:2026-08:SEMUA", kZone);
    REQUIRE(traced.ok());
    CHECK(traced.value().value == 1);
    for (const auto& row : traced.value().rows) CHECK(row.person != adi.text());
}
