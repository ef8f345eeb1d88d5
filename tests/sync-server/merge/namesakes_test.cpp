// How much of the desk's work list is right where far more people share a birthday than have moved,
// as in a large health centre.
#include "sync-server/merge/circles.h"
#include "sync-server/merge/scanning.h"
#include "sync-server/store/duplicates/candidates.h"
#include "sync-server/store/meta.h"
#include "tests/shared/db/scratch.h"
#include "tools/figures/compared_people.h"

#include <doctest/doctest.h>

#include <cstdlib>
#include <set>
#include <string>
#include <utility>

namespace {

// So many are needed: of few, each pair is drawn, and learning sees how a number of identity
// depends on a birth. Among so many it hardly does, as in a centre of three times their number.
constexpr int kMothers = 1'400;
constexpr int kYears = 12;  // in which everybody was born

// All years laid over a few: a day has as many births as one of a larger centre. The number of
// identity says the year too.
void crowd(records::Record& record) {
    const std::string born = record.fields.text("birth_date");
    if (record.type != "person" || born.size() != 10) return;
    const std::string year = std::to_string(1990 + std::atoi(born.substr(0, 4).c_str()) % kYears);
    record.fields.set("birth_date", year + born.substr(4));
    std::string nik = record.fields.text("nik");
    if (nik.size() == 16) record.fields.set("nik", nik.replace(10, 2, year.substr(2)));
}

struct WorkList {
    int right = 0, all = 0;
};

WorkList list_of_adults(const demo::Centre& centre) {
    const Scratch folder;
    auto connection = server_store::open_database(folder.file("centre.db"), true).value();
    auto people = figures::records_of(centre, true);
    for (auto& [id, record] : people) crowd(record);
    figures::fill(connection, people);
    const base::FixedClock clock{base::Instant{1'795'000'000'000}};
    REQUIRE(merge::settle_briefly(connection, clock, 1'000'000).ok());  // gathers; learns nothing
    REQUIRE(merge::compare_circle(connection, clock, merge::Circle::Adults, {}).value());
    std::set<std::pair<std::string, std::string>> truth;
    for (const auto& pair : centre.truth.pairs) truth.insert(std::minmax(pair.id_a, pair.id_b));
    server_store::CandidateFilter every;
    every.limit = -1;
    WorkList list;
    for (const auto& row : server_store::candidates(connection, every).value()) {
        list.all += 1;
        list.right += truth.count({row.a, row.b}) != 0 ? 1 : 0;
    }
    return list;
}

}  // namespace

TEST_CASE("who shares a birthday in another village is not taken for one who has moved") {
    const WorkList list = list_of_adults(
        demo::make_centre({.seed = 1, .mothers = kMothers, .registered_twice = 0.02}));
    CAPTURE(list.right);
    CAPTURE(list.all);
    CHECK(list.right >= 57);  // with movers looked for: 58 of 64; without: 58 of 58
    CHECK(list.right >= 0.97 * list.all);
}
