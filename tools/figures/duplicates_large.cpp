// One new person among 100,000: what a laptop's push costs the one who compares, and what a page
// waits for before it shows its list.
#include "sync-server/app/serving/turn.h"
#include "sync-server/importing/families.h"
#include "sync-server/merge/comparing.h"
#include "sync-server/merge/scanning.h"
#include "sync-server/store/duplicates/profiles.h"
#include "sync-server/store/meta.h"
#include "sync-server/store/records/records.h"
#include "tools/figures/compared_people.h"
#include "tools/figures/figure.h"
#include "tools/figures/measuring.h"

#include <algorithm>
#include <atomic>
#include <limits>
#include <mutex>
#include <set>
#include <thread>

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

// Who has something to write every few milliseconds, as the laptops of a busy morning do; in turn
// with the comparing, as in `serve`.
class Beside {
public:
    explicit Beside(const std::string& file) : thread_([this, file] { run(file); }) {}
    ~Beside() {
        is_over_ = true;
        thread_.join();
    }
    merge::Alone alone() {
        return [this](const merge::Work& work) {
            const std::lock_guard guard(turn_);
            return work();
        };
    }
    // Since it was asked last: how long one waited at most.
    double longest_ms() { return longest_ms_.exchange(0); }

private:
    void run(const std::string& file) {
        auto connection = must(server_store::open_database(file, false));
        while (!is_over_) {
            const Stopwatch watch;
            {
                const std::lock_guard guard(turn_);
                auto transaction = must(db::Transaction::begin(connection));
                must(transaction.commit());
            }
            longest_ms_ = std::max(longest_ms_.load(), watch.ms());
            std::this_thread::sleep_for(std::chrono::milliseconds(5));
        }
    }
    server_app::Turn turn_;
    std::atomic<double> longest_ms_ = 0;
    std::atomic<bool> is_over_ = false;
    std::thread thread_;
};

// A batch of new people comes, and the whole centre is compared: how long a laptop's commit waits.
std::vector<Figure> waits_beside(db::Connection& connection, const std::string& file,
                                 const base::Clock& clock, const PeopleRecords& records,
                                 std::int64_t persons) {
    Beside beside(file);
    const auto never = [] { return false; };
    std::int64_t number = 0;
    for (const auto& [id, record] : records) {
        if (record.type != "person" || ++number > kNew) continue;
        auto stored = must(server_store::find_record(connection, id));
        stored->record.fields.set("phone", "0813" + std::to_string(10'000'000 + number));
        put(connection, stored->record, stored->no);
    }
    beside.longest_ms();
    const Stopwatch watch;
    must(merge::work_in_background(connection, clock, never, beside.alone()));
    const double hundred_ms = watch.ms();
    const double of_hundred = beside.longest_ms();
    must(merge::ask_for_scan(connection, clock, "bench"));
    must(merge::work_in_background(connection, clock, never, beside.alone()));
    const double of_scan = beside.longest_ms();
    return {{"duplicates_hundred_large", "ms", hundred_ms, std::nullopt, persons},
            {"duplicates_hundred_large_laptop_waits", "ms", of_hundred, std::nullopt, persons},
            {"duplicates_all_large_laptop_waits", "ms", of_scan, std::nullopt, persons}};
}

// A list of infants, half of whom are here: what the page works out before it shows the first row.
importing::Table list_of(const PeopleRecords& records, std::size_t rows) {
    std::string text = "Nama;JK;Tgl Lahir;Nama Ortu;Posyandu\n";
    std::size_t made = 0;
    for (const auto& [id, record] : records) {
        const bool is_infant = record.fields.text("is_infant") == "1";
        if (record.type != "person" || !is_infant || made == rows) continue;
        const std::string name = record.fields.text("full_name");
        text += (made++ % 2 == 0 ? name : "Lain " + name) + ";P;" +
                record.fields.text("birth_date") + ";Ibu " + name + ";" + record.unit + "\n";
    }
    return must(importing::read_table(text));
}

// The bare loop: everybody's bytes are read once.
double read_all_ms(db::Connection& connection) {
    const Stopwatch watch;
    auto rows = must(connection.prepare("SELECT fields FROM record WHERE type = 'person'"));
    std::size_t bytes = 0;
    while (must(rows.step())) bytes += rows.text(0).size();
    return bytes == 0 ? 0 : watch.ms();
}

Figure import_preview(db::Connection& connection, const PeopleRecords& records,
                      std::int64_t persons) {
    constexpr std::size_t kRows = 4'000;
    const importing::Table table = list_of(records, kRows);
    const importing::Columns columns = importing::likely_columns(table);
    base::SystemRandom random;
    const base::SystemClock clock;
    const base::Instant now = clock.now();
    const double bare = read_all_ms(connection);
    const Stopwatch watch;
    must(importing::families_of(connection, table, columns, {}, now,
                                base::date_in(now, base::Zone{}), random));
    return {"import_preview_large", "ms", watch.ms(), bare, persons};
}

std::vector<Figure> measure(const Options& options) {
    demo::Options wish;
    wish.mothers = static_cast<int>(options.n.value_or(kMothers));
    const PeopleRecords records = records_of(demo::make_centre(wish), true);
    const std::string file = options.scratch + "/duplicates.sqlite";
    auto connection = must(server_store::open_database(file, true));
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
    std::vector<Figure> figures = waits_beside(connection, file, clock, records, persons);
    figures.push_back(import_preview(connection, records, persons));
    const std::vector<Figure> others = {
        {"duplicates_all_large", "ms", all_ms, std::nullopt, persons},
        {"duplicates_leave_large", "ms", longest_ms, std::nullopt, persons},
        {"duplicates_one_new_large", "ms", median(times.one), median(times.block), persons},
        {"duplicates_one_new_large_p95", "ms", quantile(times.one, 0.95),
         quantile(times.block, 0.95), persons}};
    figures.insert(figures.end(), others.begin(), others.end());
    return figures;
}

}  // namespace

Measurement duplicates_large() {
    return {{"duplicates_all_large", "duplicates_leave_large", "duplicates_one_new_large",
             "duplicates_one_new_large_p95", "duplicates_hundred_large",
             "duplicates_hundred_large_laptop_waits", "duplicates_all_large_laptop_waits",
             "import_preview_large"},
            measure};
}

}  // namespace figures
