#include "shared/indicators/area_graph.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace indicators {

namespace {

constexpr int kWhole = 10'000;
constexpr int kGroups = AreaGraph::kAges / 2;

std::size_t place(care::FeedingClass feeding) {
    return static_cast<std::size_t>(feeding);
}

// The share of each two-month group after smoothing; nullopt of a group without anybody.
std::array<std::optional<double>, kGroups> smoothed(const std::array<double, kGroups>& exclusive,
                                                    const std::array<double, kGroups>& all) {
    std::array<std::optional<double>, kGroups> shares;
    for (std::size_t i = 0; i < kGroups; ++i) {
        const bool is_edge = i == 0 || i + 1 == kGroups;
        const std::size_t from = is_edge ? i : i - 1;
        const std::size_t to = is_edge ? i : i + 1;
        double part = 0;
        double whole = 0;
        for (std::size_t j = from; j <= to; ++j) {
            part += exclusive[j];
            whole += all[j];
        }
        if (whole > 0) shares[i] = part / whole;
    }
    return shares;
}

}  // namespace

void AreaGraph::add(int age_months, care::FeedingClass feeding, double weight) {
    if (age_months < 0 || age_months >= kAges) return;
    counts_[static_cast<std::size_t>(age_months)][place(feeding)] += weight;
}

void AreaGraph::add(std::span<const Fact> facts) {
    for (const Fact& fact : facts) {
        if (fact.indicator != Indicator::WhoAreaGraph || fact.part != Part::Numerator) continue;
        const auto feeding = parse_feeding_class(fact.detail);
        if (feeding && fact.age_months) add(*fact.age_months, *feeding);
    }
}

AreaGraph::Classes AreaGraph::counts(AgeBand band) const {
    Classes sum{};
    for (int age = std::max(0, band.from); age <= std::min(band.to, kAges - 1); ++age) {
        const Classes& here = counts_[static_cast<std::size_t>(age)];
        for (std::size_t i = 0; i < kClasses; ++i) sum[i] += here[i];
    }
    return sum;
}

double AreaGraph::total(AgeBand band) const {
    const Classes sum = counts(band);
    return std::accumulate(sum.begin(), sum.end(), 0.0);
}

std::array<int, AreaGraph::kClasses> AreaGraph::shares(AgeBand band) const {
    std::array<int, kClasses> shares{};
    const Classes sum = counts(band);
    const double all = total(band);
    if (!(all > 0)) return shares;
    std::array<std::size_t, kClasses> order{};
    std::iota(order.begin(), order.end(), std::size_t{0});
    Classes rest{};
    int given = 0;
    for (std::size_t i = 0; i < kClasses; ++i) {
        const double exact = kWhole * sum[i] / all;
        shares[i] = static_cast<int>(std::floor(exact));
        rest[i] = exact - shares[i];
        given += shares[i];
    }
    std::stable_sort(order.begin(), order.end(),
                     [&](std::size_t a, std::size_t b) { return rest[a] > rest[b]; });
    for (std::size_t i = 0; given < kWhole; ++i, ++given) ++shares[order[i % kClasses]];
    return shares;
}

std::optional<double> AreaGraph::median_exclusive(double ever_breastfed_share) const {
    std::array<double, kGroups> exclusive{};
    std::array<double, kGroups> all{};
    for (std::size_t i = 0; i < kGroups; ++i) {
        const AgeBand band{static_cast<int>(2 * i), static_cast<int>(2 * i + 1)};
        exclusive[i] = counts(band)[place(care::FeedingClass::Ebf)];
        all[i] = total(band);
    }
    const auto shares = smoothed(exclusive, all);
    double before = ever_breastfed_share;
    double middle_before = 0;
    for (std::size_t i = 0; i < kGroups; ++i) {
        if (!shares[i]) return std::nullopt;
        const double middle = static_cast<double>(2 * i + 1);
        if (*shares[i] < 0.5) {
            if (before < 0.5) return 0.0;
            const double way = (before - 0.5) / (before - *shares[i]);
            return middle_before + way * (middle - middle_before);
        }
        before = *shares[i];
        middle_before = middle;
    }
    return std::nullopt;
}

std::optional<care::FeedingClass> parse_feeding_class(std::string_view code) {
    for (const care::FeedingClass each : kFeedingClasses) {
        if (care::to_code(each) == code) return each;
    }
    return std::nullopt;
}

}  // namespace indicators
