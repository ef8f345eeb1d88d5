// kawan-demo: a believable health centre as files, from a seed.
#include "tools/demo/writer.h"

#include <CLI/CLI.hpp>

#include <cstdio>

namespace {

constexpr int kDone = 0;
constexpr int kRefused = 1;
constexpr int kUsage = 2;
constexpr int kMothersMax = 100'000;

int fail(const std::string& message, int status) {
    std::fprintf(stderr, "kawan-demo: %s\n", message.c_str());
    return status;
}

int make(const demo::Options& options, const std::string& folder) {
    const demo::Centre centre = demo::make_centre(options);
    const base::Status written = demo::write_centre(centre, folder);
    if (!written.ok()) return fail(written.error().message, kRefused);
    std::printf("%s: %zu posyandu, %zu users, %zu records and edits, %zu planted pairs\n",
                folder.c_str(), centre.places.units.size(), centre.places.users.size(),
                centre.lines.size(), centre.truth.pairs.size());
    return kDone;
}

}  // namespace

int main(int count, char** words) {
    CLI::App app("A believable health centre as files: equal options give equal bytes");
    demo::Options options;
    std::string folder;
    std::string today = base::to_text(options.today);
    app.add_option("--seed", options.seed, "any number")->capture_default_str();
    app.add_option("--mothers", options.mothers, "how many mothers")
        ->check(CLI::Range(1, kMothersMax))
        ->capture_default_str();
    app.add_option("--today", today, "YYYY-MM-DD; births in the 18 months before")
        ->capture_default_str();
    app.add_option("--out", folder, "folder to write into")->required();
    try {
        app.parse(count, words);
    } catch (const CLI::ParseError& error) {
        return app.exit(error) == 0 ? kDone : kUsage;
    }
    const auto day = base::parse_date(today);
    if (!day) return fail("--today must be a day, YYYY-MM-DD", kUsage);
    options.today = *day;
    return make(options, folder);
}
