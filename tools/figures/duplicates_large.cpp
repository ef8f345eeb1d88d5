// One new person among 100,000: what a laptop's push costs the one who compares, and what a page
// waits for before it shows its list.
#include "sync-server/merge/comparing.h"
#include "sync-server/merge/scanning.h"
#include "sync-server/store/meta.h"
#include "sync-server/store/profiles.h"
#include "sync-server/store/records.h"
#include "tools/figures/compared_people.h"
#include "tools/figures/figure.h"
#include "tools/figures/measuring.h"

#include <algorithm>
#include <limits>
#include <set>

namespace figures {

namespace {

constexpr std::int64_t kMothers = 31'500;  // about 100,000 persons and 31,000 households
constexpr std::int64_t kNew = 100;
constexpr std::int64_t kAtOnce = 5'000;

// The bare loop: she is compared with everybody of her block - who shares any key with her - and
// all of them are in memory already.
double block_ms(db::Connection& connection, const std::string& record) {
    auto row = must(server_store::find_profile(connection, record));
    std::vector<merge::Profile> block = {must(merge::opened(std::move(*row)))};
    std::set<std::int64_t> numbers;
    for (const std::int64_t key : merge::keys_of(block.front())) {
        const auto found = must(server_store::profiles_with_key(
            connection, key, std::numeric_limits<std::int64_t>::max()));
        numbers.insert(found.begin(), found.end());
    }
    const merge::Circle circle = merge::circle_of(block.front().row.kind);
    for (const std::int64_t no : numbers) {
        auto other = must(server_store::profile_of_number(connection, no));
        const bool is_hers = no == block.front().row.no;
        if (is_hers || merge::circle_of(other->kind) != circle) continue;
        block.push_back(must(merge::opened(std::move(*other))));
    }
    const std::string learned =
        must(server_store::match_weights(connection, merge::to_code(circle)));
    const Stopwatch watch;
    must(merge::compare_first(block, circle, learned));
    return watch.ms();
}

// Of mothers, of their infants and of those of the family, in turn.
struct Times {
    std::vector<double> one, block;
};
Times touch_some(db::Connection& connection, const base::Clock& clock,
                 const PeopleRecords& records) {
    Times times;
    const auto step = static_cast<std::int64_t>(records.size()) / kNew;
    std::int64_t number = 0;
    for (const auto& [id, record] : records) {
        const bool is_one =
            record.type == "person" && number >= std::int64_t(times.one.size()) * step;
        ++number;
        if (!is_one) continue;
        auto stored = must(server_store::find_record(connection, id));
        stored->record.fields.set("phone", "0812" + std::to_string(10'000'000 + number));
        put(connection, stored->record, stored->no);
        const Stopwatch watch;
        must(merge::settle(connection, clock, kNew));
        times.one.push_back(watch.ms());
        times.block.push_back(block_ms(connection, id));
    }
    return times;
}

std::vector<Figure> measure(const Options& options) {
    demo::Options wish;
    wish.mothers = static_cast<int>(options.n.value_or(kMothers));
    const PeopleRecords records = records_of(demo::make_centre(wish), true);
    auto connection =
        must(server_store::open_database(options.scratch + "/duplicates.sqlite", true));
    const base::SystemClock clock;
    must(connection.execute("PRAGMA synchronous = OFF; PRAGMA cache_size = -500000"));
    fill(connection, records);
    for (std::int64_t waiting = 1; waiting > 0;) {
        must(merge::settle_briefly(connection, clock, kAtOnce));
        waiting = must(connection.number("SELECT count(*) FROM match_queue"));
    }
    const Stopwatch watch;
    // How long somebody who wants to leave the comparison waits at most until he is asked.
    double asked_at = 0, longest_ms = 0;
    must(merge::scan(connection, clock, "bench", [&](const merge::Progress&) {
        longest_ms = std::max(longest_ms, watch.ms() - asked_at);
        asked_at = watch.ms();
        return true;
    }));
    const double all_ms = watch.ms();
    must(connection.execute("PRAGMA synchronous = FULL; PRAGMA cache_size = -8192"));
    const auto persons =
        must(connection.number("SELECT count(*) FROM record WHERE type = 'person'"));
    const Times times = touch_some(connection, clock, records);
    return {{"duplicates_all_large", "ms", all_ms, std::nullopt, persons},
            {"duplicates_leave_large", "ms", longest_ms, std::nullopt, persons},
            {"duplicates_one_new_large", "ms", median(times.one), median(times.block), persons},
            {"duplicates_one_new_large_p95", "ms", quantile(times.one, 0.95),
             quantile(times.block, 0.95), persons}};
}

}  // namespace

Measurement duplicates_large() {
    return {{"duplicates_all_large", "duplicates_leave_large", "duplicates_one_new_large",
             "duplicates_one_new_large_p95"},
            measure};
}

}  // namespace figures
