// The tables of words/, found by indicator and by code.
#include "shared/base/result.h"
#include "shared/indicators/programme_table.h"
#include "shared/indicators/words/meaning.h"

#include <unordered_map>
#include <vector>

namespace indicators {

namespace {

std::vector<Meaning> gathered() {
    std::vector<Meaning> all;
    for (const auto family : {official_meanings(), programme_meanings(), care_meanings(),
                              growth_meanings(), who_meanings(), following_meanings()}) {
        all.insert(all.end(), family.begin(), family.end());
    }
    CHECK(all.size() == kIndicators);
    for (std::size_t i = 0; i < all.size(); ++i) {
        CHECK(all[i].indicator == static_cast<Indicator>(i));
    }
    return all;
}

const std::vector<Meaning>& meanings() {
    static const std::vector<Meaning> all = gathered();
    return all;
}

const Meaning& meaning_of(Indicator indicator) {
    return meanings()[static_cast<std::size_t>(indicator)];
}

const ProgrammeFigure* programme_figure(Indicator indicator) {
    for (const ProgrammeFigure& each : programme_figures()) {
        if (each.indicator == indicator) return &each;
    }
    return nullptr;
}

}  // namespace

std::span<const Indicator> all_indicators() {
    static const std::vector<Indicator> all = [] {
        std::vector<Indicator> found;
        for (const Meaning& each : meanings()) found.push_back(each.indicator);
        return found;
    }();
    return all;
}

std::string_view to_code(Indicator indicator) {
    return meaning_of(indicator).code;
}
std::string_view name_id(Indicator indicator) {
    return meaning_of(indicator).name_id;
}
std::string_view name_en(Indicator indicator) {
    return meaning_of(indicator).name_en;
}
Kind kind(Indicator indicator) {
    return meaning_of(indicator).kind;
}
bool is_percentage(Indicator indicator) {
    return kind(indicator) == Kind::Percentage;
}
bool counts_events(Indicator indicator) {
    return meaning_of(indicator).counts_events;
}

std::string_view definition_id(Indicator indicator) {
    const std::string_view own = meaning_of(indicator).definition_id;
    const ProgrammeFigure* figure = own.empty() ? programme_figure(indicator) : nullptr;
    return figure != nullptr ? figure->definition_id : own;
}

std::string_view source(Indicator indicator) {
    const std::string_view own = meaning_of(indicator).source;
    const ProgrammeFigure* figure = own.empty() ? programme_figure(indicator) : nullptr;
    return figure != nullptr ? figure->source : own;
}

std::optional<Indicator> parse_indicator(std::string_view code) {
    static const std::unordered_map<std::string_view, Indicator> by_code = [] {
        std::unordered_map<std::string_view, Indicator> found;
        for (const Meaning& each : meanings()) found.emplace(each.code, each.indicator);
        return found;
    }();
    const auto found = by_code.find(code);
    return found == by_code.end() ? std::nullopt : std::optional(found->second);
}

}  // namespace indicators
