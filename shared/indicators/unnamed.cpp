#include "shared/indicators/unnamed.h"

#include <algorithm>
#include <array>

namespace indicators {

namespace {

struct Column {
    std::string_view field;
    Indicator indicator;
};
constexpr std::array<Column, 7> kCounts = {{{"live_births", Indicator::Sigizi14},
                                            {"imd", Indicator::Sigizi20},
                                            {"infants_0_5", Indicator::Sigizi21},
                                            {"recalled_0_5", Indicator::Sigizi22},
                                            {"ebf_0_5", Indicator::Sigizi23},
                                            {"turned_6", Indicator::Sigizi24},
                                            {"ebf_6", Indicator::Sigizi25}}};

struct Share {
    std::string_view part, whole;
    Indicator indicator;
};
constexpr std::array<Share, 4> kShares = {{{"imd", "live_births", Indicator::IdImd},
                                           {"recalled_0_5", "infants_0_5", Indicator::IdRecall},
                                           {"ebf_0_5", "recalled_0_5", Indicator::IdAsi05},
                                           {"ebf_6", "turned_6", Indicator::IdAsi6}}};

std::int64_t number_of(const records::Record& tally, std::string_view field) {
    return std::max<std::int64_t>(tally.fields.integer(field).value_or(0), 0);
}

// Infants number `from` to `to` of a column.
void add(const records::Record& tally, Indicator indicator, Part part, std::int64_t from,
         std::int64_t to, std::vector<Fact>& facts) {
    for (std::int64_t number = from; number <= to; ++number) {
        Fact fact;
        fact.indicator = indicator;
        fact.part = part;
        fact.reason = Reason::WithoutName;
        fact.person = tally.id;
        fact.evidence = RecordId(tally.id.text() + "#" + std::to_string(number));
        fact.unit = tally.unit;
        fact.sex = kUnnamed;
        facts.push_back(std::move(fact));
    }
}

}  // namespace

std::vector<Fact> count_unnamed(const records::Record& tally, Month month) {
    if (tally.type != "tally" || records::is_retracted(tally)) return {};
    if (tally.fields.text("month") != base::to_text(month)) return {};
    std::vector<Fact> facts;
    for (const Column& each : kCounts) {
        add(tally, each.indicator, Part::Numerator, 1, number_of(tally, each.field), facts);
    }
    for (const Share& each : kShares) {
        const std::int64_t part = number_of(tally, each.part);
        add(tally, each.indicator, Part::Numerator, 1, part, facts);
        add(tally, each.indicator, Part::Denominator, part + 1, number_of(tally, each.whole),
            facts);
    }
    return facts;
}

}  // namespace indicators
