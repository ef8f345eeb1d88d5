// What a coordinator waits for, and how well she is served: records that may be one.
#include "sync-server/merge/scanning.h"
#include "sync-server/store/duplicates/candidates.h"
#include "sync-server/store/meta.h"
#include "sync-server/store/records/records.h"
#include "tools/figures/compared_people.h"
#include "tools/figures/figure.h"
#include "tools/figures/measuring.h"

#include <algorithm>
#include <map>
#include <set>
#include <utility>

namespace figures {

namespace {

constexpr std::int64_t kMothers = 3'300;  // about 10,500 persons
constexpr int kNew = 50;
constexpr std::int64_t kAll = 1'000'000;

using Pair = std::pair<std::string, std::string>;

// One record touched, compared with all others.
double new_one_ms(db::Connection& connection, const base::Clock& clock,
                  const PeopleRecords& records) {
    auto next = records.begin();
    int number = 0;
    return median_ms(kNew, [&] {
        while (next->second.fields.text("is_mother") != "1") ++next;
        auto stored = must(server_store::find_record(connection, next->first));
        stored->record.fields.set("phone", "08129999" + std::to_string(1000 + number++));
        put(connection, stored->record, stored->no);
        must(merge::settle(connection, clock, kAll));
        ++next;
    });
}

std::vector<Figure> measure(const Options& options) {
    demo::Options wish;
    wish.mothers = static_cast<int>(options.n.value_or(kMothers));
    const demo::Centre centre = demo::make_centre(wish);
    const auto records = records_of(centre, false);
    auto connection =
        must(server_store::open_database(options.scratch + "/duplicates.sqlite", true));
    const base::SystemClock clock;
    fill(connection, records);
    while (must(merge::settle(connection, clock, kAll)) > 0) continue;
    const Stopwatch watch;
    must(merge::scan(connection, clock, "bench", {}));
    const double scan_ms = watch.ms();
    std::set<Pair> truth;
    for (const auto& pair : centre.truth.pairs) truth.insert(std::minmax(pair.id_a, pair.id_b));
    server_store::CandidateFilter every;
    every.limit = -1;
    const auto found = must(server_store::candidates(connection, every));
    const auto right =
        static_cast<double>(std::count_if(found.begin(), found.end(), [&](const auto& row) {
            return truth.count({row.a, row.b});
        }));
    const auto persons = must(connection.number("SELECT count(*) FROM profile"));
    const auto pairs = static_cast<std::int64_t>(truth.size());
    return {
        {"duplicates_all", "ms", scan_ms, std::nullopt, persons},
        {"duplicates_one_new", "ms", new_one_ms(connection, clock, records), std::nullopt, persons},
        {"duplicates_recall", "share", right / std::max(static_cast<double>(pairs), 1.0),
         std::nullopt, pairs},
        {"duplicates_precision", "share", right / std::max(static_cast<double>(found.size()), 1.0),
         std::nullopt, static_cast<std::int64_t>(found.size())},
    };
}

}  // namespace

Measurement duplicates() {
    return {{"duplicates_all", "duplicates_one_new", "duplicates_recall", "duplicates_precision"},
            measure};
}

}  // namespace figures
