// The golden district (tests/end_to_end/golden/README.md has it worked out by hand): what the
// laptop's register counts is what the health centre's reports count.
#include "shared/indicators/register_table.h"
#include "sync-server/reports/figure_trace.h"
#include "sync-server/reports/month_report.h"
#include "sync-server/reports/settling.h"
#include "tests/client/app/window/golden_district.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <set>

namespace {

using indicators::Indicator;
using screens::Sending;

using golden::District;
using golden::kSeptember;
using golden::kToday;
using golden::month_of;

int counted(const screens::RegisterMonth& month, Indicator indicator) {
    return static_cast<int>(
        std::count_if(month.behind.begin(), month.behind.end(), [&](const screens::Behind& each) {
            return each.fact.indicator == indicator && each.is_counted() &&
                   each.fact.unit == month.unit;
        }));
}

std::set<std::string> traced(const screens::RegisterMonth& month, Indicator indicator) {
    std::set<std::string> all;
    for (const screens::Behind& each : month.behind) {
        if (each.fact.indicator != indicator) continue;
        all.insert(each.name + " " + std::string(indicators::to_code(each.fact.part)) + " " +
                   indicators::reason_id(each.fact.reason, each.fact.detail));
    }
    return all;
}

std::set<std::string> traced(db::Connection& server, const std::string& unit, Indicator indicator) {
    std::set<std::string> all;
    const std::string id = std::string(indicators::to_code(indicator)) + ":2026-09:" + unit;
    const auto found = reports::trace_figure(server, id, base::Zone{"Asia/Jakarta", 7 * 60});
    for (const reports::Behind& row : found.value().rows) {
        all.insert(row.name + " " + row.part + " " + row.reason);
    }
    return all;
}

std::vector<Indicator> all_figures() {
    std::vector<Indicator> all(screens::kF1Figures.begin(), screens::kF1Figures.end());
    all.insert(all.end(), screens::kSigiziFigures.begin(), screens::kSigiziFigures.end());
    return all;
}

void check_equal(District& district, simulation::Device& device, const std::string& unit) {
    const screens::RegisterMonth month = month_of(device, unit);
    db::Connection& server = district.server.connection();
    REQUIRE(reports::settle(server, kSeptember).ok());
    const auto tally = reports::tally_of(server, kSeptember, unit).value();
    for (const Indicator indicator : all_figures()) {
        CAPTURE(indicators::to_code(indicator));
        CHECK(counted(month, indicator) == tally.of(unit, indicator).numerator);
        CHECK(traced(month, indicator) == traced(server, unit, indicator));
    }
    std::vector<indicators::RegisterRow> rows;
    for (const screens::RegisterLine& line : month.lines) rows.push_back(line.row);
    CHECK(indicators::register_csv(rows) ==
          reports::register_csv(server, kSeptember, unit, kToday).value());
}

}  // namespace

TEST_CASE("a laptop that synced everything has the health centre's register, figure by figure") {
    District district;
    district.siti.sync();
    district.ani.sync();
    check_equal(district, district.siti, "MELATI-1");
    check_equal(district, district.ani, "MAWAR-1");
}

TEST_CASE(
    "the figures are those that were worked out by hand for the two posyandu of the village") {
    District district;
    const auto melati = month_of(district.siti, "MELATI-1");
    const auto mawar = month_of(district.ani, "MAWAR-1");
    const std::vector<int> by_hand = {3, 2, 8, 6, 4, 2, 1};  // SIGIZI 14 and 20 to 25
    for (std::size_t i = 0; i < by_hand.size(); ++i) {
        CAPTURE(indicators::to_code(screens::kSigiziFigures[i]));
        CHECK(counted(melati, screens::kSigiziFigures[i]) +
                  counted(mawar, screens::kSigiziFigures[i]) ==
              by_hand[i]);
    }
}

TEST_CASE("what is not sent stands apart, and after a sync all of it is received") {
    District district;
    const auto before = month_of(district.siti, "MELATI-1");
    REQUIRE_FALSE(before.lines.empty());
    CHECK(before.not_sent > 0);
    for (const auto& line : before.lines) CHECK(line.sending == Sending::Waiting);
    for (const auto& each : before.behind) CHECK(each.sending == Sending::Waiting);

    district.siti.sync();
    const auto after = month_of(district.siti, "MELATI-1");
    CHECK(after.not_sent == 0);
    CHECK(after.lines.size() == before.lines.size());
    for (const auto& line : after.lines) CHECK(line.sending == Sending::Sent);
    for (const auto& each : after.behind) CHECK(each.sending == Sending::Sent);
}

TEST_CASE("an edit of one recall makes that baby's line wait again, and nobody else's") {
    District district;
    district.siti.sync();
    const auto recalls = district.siti.store().list("feeding_recall").value();
    REQUIRE_FALSE(recalls.empty());
    base::Fields change;
    change.set("m_ors_med", "1");
    district.siti.edit(recalls.front().id, change);
    const auto month = month_of(district.siti, "MELATI-1");
    const std::string infant = recalls.front().fields.text("infant_id");
    for (const auto& line : month.lines) {
        CHECK((line.sending == Sending::Waiting) == (line.row.infant.text() == infant));
    }
    CHECK(month.not_sent == 1);
}
