// The health centre's pages at 100,000 persons, on the server's side: each GET page as whoever may
// open it does, the slowest first.
#include "tools/figures/figure.h"
#include "tools/figures/measuring.h"
#include "tools/figures/pages_centre.h"

#include <algorithm>

namespace figures {

namespace {

constexpr std::int64_t kMothers = 31'500;  // about 100,000 persons, 1.3 million changes
constexpr int kRuns = 5;
constexpr int kOk = 200;
constexpr int kForbidden = 403;  // not a page of this role

// The least that a page with a list can need: fifty records, each found by its id.
double bare_list_ms(db::Connection& connection) {
    auto all = must(connection.prepare("SELECT id FROM record WHERE type = 'person' LIMIT 50"));
    std::vector<std::string> ids;
    while (must(all.step())) ids.push_back(all.text(0));
    return median_ms(kRuns, [&] {
        for (const std::string& id : ids) {
            auto row = must(connection.prepare("SELECT fields FROM record WHERE id = $1"));
            row.bind(1, id);
            must(row.step());
        }
    });
}

struct PageTime {
    double ms = 0, processor_ms = 0;
};
// Absent: not for this role, or nothing to show of another's posyandu.
std::optional<PageTime> page_time(PagesCentre& centre, const std::string& role,
                                  const std::string& address) {
    const int status = centre.get(role, address).status;
    const bool is_hers = status != kForbidden && (role == "KOORD" || status == kOk);
    if (!is_hers) return std::nullopt;
    if (status != kOk) {
        std::fprintf(stderr, "console_pages: %s answered %d\n", address.c_str(), status);
        return std::nullopt;
    }
    std::vector<double> processor;
    PageTime time;
    time.ms = median_ms(kRuns, [&] {
        const double before = processor_ms();
        centre.get(role, address);
        processor.push_back(processor_ms() - before);
    });
    time.processor_ms = median(processor);
    return time;
}

std::vector<Figure> measure(const Options& options) {
    const std::string file =
        options.database.empty() ? options.scratch + "/centre.db" : options.database;
    PagesCentre centre(file, options.n.value_or(kMothers));
    db::Connection& connection = centre.connection();
    const auto persons =
        must(connection.number("SELECT count(*) FROM record WHERE type = 'person'"));
    const double bare = bare_list_ms(connection);
    std::vector<Figure> figures;
    for (const std::string& address : centre.addresses()) {
        for (const char* role : {"KOORD", "BIDAN", "DINKES", "ADMIN"}) {
            const auto time = page_time(centre, role, address);
            if (!time) continue;
            std::fprintf(stderr, "console_pages: %7.1f ms, %7.1f of the processor: %s %s\n",
                         time->ms, time->processor_ms, role, address.c_str());
            figures.push_back({std::string("console_pages ") + role + " " + address, "ms", time->ms,
                               bare, persons});
        }
    }
    std::stable_sort(figures.begin(), figures.end(),
                     [](const Figure& a, const Figure& b) { return a.value > b.value; });
    return figures;
}

}  // namespace

Measurement console_pages() {
    return {{"console_pages"}, measure};
}

}  // namespace figures
