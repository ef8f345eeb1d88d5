// The health centre's pages at 100,000 persons, on the server's side: each GET page as a
// coordinator opens it, the slowest first.
#include "tools/figures/figure.h"
#include "tools/figures/measuring.h"
#include "tools/figures/pages_centre.h"

#include <algorithm>

namespace figures {

namespace {

constexpr std::int64_t kMothers = 26'500;  // about 105,000 persons, 1.2 million changes
constexpr int kRuns = 5;

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
        const double ms = median_ms(kRuns, [&] {
            const http::Response answer = centre.get(address);
            if (answer.status != 200) {
                give_up(address + " answered " + std::to_string(answer.status));
            }
        });
        figures.push_back({"console_pages " + address, "ms", ms, bare, persons});
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
