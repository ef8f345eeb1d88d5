// What each zstd level saves and costs on a batch of 100 visits: behind kZstdLevel.
#include "shared/protocol/encoding.h"
#include "tools/figures/figure.h"
#include "tools/figures/measuring.h"
#include "tools/figures/visits.h"

#include <array>

namespace figures {

namespace {

constexpr std::int64_t kBatch = 100;
constexpr int kRuns = 21;
constexpr std::array<int, 5> kLevels = {3, 6, 9, 12, 19};

std::string bytes_name(int level) {
    return "zstd_" + std::to_string(level) + "_bytes_per_visit";
}
std::string time_name(int level) {
    return "zstd_" + std::to_string(level) + "_ms_per_batch";
}

std::vector<Figure> measure(const Options& options) {
    const std::int64_t n = options.n.value_or(kBatch);
    std::string text;
    for (const std::string& line : change_lines(make_visits({1, n, "P01"}))) text += line + "\n";
    const auto plain = static_cast<double>(text.size()) / static_cast<double>(n);
    std::vector<Figure> figures;
    std::optional<double> fastest;
    for (const int level : kLevels) {
        std::string packed;
        const double ms = median_ms(kRuns, [&] {
            packed = must(protocol::compress(protocol::Encoding::Zstd, text, level));
        });
        if (!fastest) fastest = ms;
        figures.push_back({bytes_name(level), "B",
                           static_cast<double>(packed.size()) / static_cast<double>(n), plain, n});
        figures.push_back({time_name(level), "ms", ms, fastest, n});
    }
    return figures;
}

}  // namespace

Measurement packing_levels() {
    Measurement measurement{{}, measure};
    for (const int level : kLevels) {
        measurement.figures.push_back(bytes_name(level));
        measurement.figures.push_back(time_name(level));
    }
    return measurement;
}

}  // namespace figures
