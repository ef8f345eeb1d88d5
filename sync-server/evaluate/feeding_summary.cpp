#include "sync-server/evaluate/feeding_summary.h"

#include "shared/indicators/area_graph.h"

#include <cmath>
#include <cstdio>
#include <map>

namespace evaluate {

namespace {

using indicators::AgeBand;
using indicators::AreaGraph;

constexpr std::array<AgeBand, 4> kEbfBands = {{{0, 1}, {2, 3}, {4, 5}, {0, 3}}};
constexpr std::array<AgeBand, 10> kGraphColumns = {
    {{0, 5}, {0, 1}, {2, 3}, {4, 5}, {0, 0}, {1, 1}, {2, 2}, {3, 3}, {4, 4}, {5, 5}}};

constexpr std::array<AgeBand, kFigures> kFigureAges = {
    {{0, 23}, {0, 23}, {0, 23}, {0, 5}, {0, 5}, {12, 23}, {6, 8}, {0, 23}}};

struct Sum {
    double numerator = 0, denominator = 0;
    int n_numerator = 0, n_denominator = 0;

    void add(bool is_counted, double weight) {
        denominator += weight;
        ++n_denominator;
        if (!is_counted) return;
        numerator += weight;
        ++n_numerator;
    }
};

// One group: everybody, or the children of one value of a column.
struct Group {
    std::array<Sum, kFigures> figures;
    std::array<Sum, kEbfBands.size()> ebf_bands;
    AreaGraph graph, children;  // weighted, and heads
};

bool is_in(AgeBand band, int age) {
    return age >= band.from && age <= band.to;
}

void add(Group& group, const Child& child) {
    for (std::size_t i = 0; i < kFigures; ++i) {
        if (child.figures[i]) group.figures[i].add(*child.figures[i], child.weight);
    }
    const auto& ebf = child.figures[static_cast<std::size_t>(Figure::Ebf)];
    for (std::size_t i = 0; ebf && i < kEbfBands.size(); ++i) {
        if (is_in(kEbfBands[i], *child.age_months)) group.ebf_bands[i].add(*ebf, child.weight);
    }
    if (!child.feeding || !child.age_months) return;
    group.graph.add(*child.age_months, *child.feeding, child.weight);
    group.children.add(*child.age_months, *child.feeding);
}

std::string band_text(AgeBand band) {
    const std::string from = std::to_string(band.from);
    return band.from == band.to ? from : from + "-" + std::to_string(band.to);
}

// Sums of weights to six decimals, without idle zeros.
std::string number_text(double number) {
    char text[64];
    std::snprintf(text, sizeof text, "%.6f", number);
    std::string digits = text;
    digits.erase(digits.find_last_not_of('0') + 1);
    if (digits.back() == '.') digits.pop_back();
    return digits;
}

std::string percent_text(double numerator, double denominator) {
    if (!(denominator > 0)) return "";
    char text[32];
    std::snprintf(text, sizeof text, "%.2f",
                  std::floor(10'000 * numerator / denominator + 0.5) / 100);
    return text;
}

class Writer {
public:
    Writer(std::string& text, const std::string& by, const std::string& value)
        : text_(text), by_(by), value_(value) {}

    void add(std::string_view indicator, AgeBand band, const Sum& sum) {
        line(indicator, band, sum, percent_text(sum.numerator, sum.denominator));
    }
    void line(std::string_view indicator, AgeBand band, const Sum& sum,
              const std::string& percent) {
        text_ +=
            base::csv::line({by_, value_, std::string(indicator), band_text(band),
                             number_text(sum.numerator), number_text(sum.denominator), percent,
                             std::to_string(sum.n_numerator), std::to_string(sum.n_denominator)});
    }
    void median(double months) {
        char text[32];
        std::snprintf(text, sizeof text, "%.2f", months);
        text_ += base::csv::line({by_, value_, "MEDIAN_EBF_MONTHS", "0-23", text, "", "", "", ""});
    }

private:
    std::string& text_;
    const std::string& by_;
    const std::string& value_;
};

void add_graph(Writer& writer, const Group& group, Unknown unknown) {
    for (const AgeBand band : kGraphColumns) {
        AreaGraph graph = group.graph;
        AreaGraph heads = group.children;
        const auto counts = graph.counts(band);
        const auto n = heads.counts(band);
        const auto shares = graph.shares(band);
        for (std::size_t i = 0; i < AreaGraph::kClasses; ++i) {
            const auto feeding = indicators::kFeedingClasses[i];
            const bool is_unknown = feeding == care::FeedingClass::Unknown;
            if (is_unknown && unknown == Unknown::Exclude) continue;
            char percent[16];
            std::snprintf(percent, sizeof percent, "%.2f", shares[i] / 100.0);
            const Sum sum{counts[i], graph.total(band), static_cast<int>(n[i]),
                          static_cast<int>(heads.total(band))};
            writer.line("AG_" + std::string(care::to_code(feeding)), band, sum,
                        sum.denominator > 0 ? percent : "");
        }
    }
}

// Whether the table could tell at all stands in `asked`; a figure that it could not has no line.
void add_lines(std::string& text, const std::string& by, const std::string& value,
               const Group& group, const Feeding& feeding, const FeedingOptions& options) {
    Writer writer(text, by, value);
    const Asked& asked = feeding.asked;
    const std::array<bool, kFigures> can_tell = {
        asked.historic_ever, asked.first_feed, asked.two_days, asked.items,
        asked.milks,         asked.breast,     asked.solids,   asked.bottle};
    for (std::size_t i = 0; i < kFigures; ++i) {
        if (!can_tell[i]) continue;
        writer.add(code_of(static_cast<Figure>(i)), kFigureAges[i], group.figures[i]);
    }
    if (!asked.items) return;
    for (std::size_t i = 0; i < kEbfBands.size(); ++i) {
        writer.add(code_of(Figure::Ebf), kEbfBands[i], group.ebf_bands[i]);
    }
    add_graph(writer, group, options.rules.unknown);
    const Sum& ever = group.figures[static_cast<std::size_t>(Figure::Evbf)];
    const double share = ever.denominator > 0 ? ever.numerator / ever.denominator : 1;
    if (const auto median = group.graph.median_exclusive(share)) writer.median(*median);
}

}  // namespace

std::string summary_csv(const Feeding& feeding, const FeedingOptions& options) {
    Group all;
    std::vector<std::map<std::string, Group>> by(options.by.size());
    const bool drops_unknown = options.rules.unknown == Unknown::Exclude;
    for (const Child& each : feeding.children) {
        Child child = each;
        const bool is_unknown = child.feeding == care::FeedingClass::Unknown;
        if (drops_unknown && is_unknown) child.feeding.reset();
        add(all, child);
        for (std::size_t i = 0; i < by.size(); ++i) add(by[i][child.groups[i]], child);
    }
    std::string text = base::csv::line({"by", "group", "indicator", "age_months", "numerator",
                                        "denominator", "percent", "n_numerator", "n_denominator"});
    add_lines(text, "", "", all, feeding, options);
    for (std::size_t i = 0; i < by.size(); ++i) {
        for (const auto& [value, group] : by[i]) {
            add_lines(text, options.by[i], value, group, feeding, options);
        }
    }
    return text;
}

}  // namespace evaluate
