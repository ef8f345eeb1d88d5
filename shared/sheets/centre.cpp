#include "shared/sheets/centre.h"

#include <algorithm>

namespace sheets {

namespace {

const Target* find_target(const Centre& centre, const std::string& unit, const std::string& period,
                          std::string_view indicator) {
    const Target* found = nullptr;
    for (const Target& each : centre.targets) {
        const bool is_it =
            each.unit == unit && each.period == period && each.indicator == indicator;
        if (is_it && (found == nullptr || (each.is_real && !found->is_real))) found = &each;
    }
    return found;
}

// Of the village by its own code, or added up from all of its posyandu.
std::optional<int> target_in(const Centre& centre, const Place& place, const std::string& period,
                             std::string_view indicator) {
    if (!place.village_code.empty()) {
        const Target* whole = find_target(centre, place.village_code, period, indicator);
        if (whole != nullptr) return whole->figure;
    }
    int sum = 0;
    for (const std::string& unit : place.units) {
        const Target* part = find_target(centre, unit, period, indicator);
        if (part == nullptr) return std::nullopt;
        sum += part->figure;
    }
    return place.units.empty() ? std::nullopt : std::optional<int>(sum);
}

// A target of a village stands for its posyandu: the whole is the sum of the villages then.
std::optional<int> target_of_whole(const Centre& centre, const std::string& period,
                                   std::string_view indicator) {
    int sum = 0;
    for (const Place& village : centre.villages) {
        const auto part = target_in(centre, village, period, indicator);
        if (!part) return std::nullopt;
        sum += *part;
    }
    return centre.villages.empty() ? std::nullopt : std::optional<int>(sum);
}

}  // namespace

std::optional<int> target_of(const Centre& centre, const Place& place, const Period& period,
                             std::string_view indicator) {
    const auto in = [&](const std::string& text) {
        return place.id == kEverywhere ? target_of_whole(centre, text, indicator)
                                       : target_in(centre, place, text, indicator);
    };
    const auto exact = in(to_text(period));
    if (exact || period.kind == Period::Kind::OneMonth) return exact;
    int sum = 0;
    for (const Month month : months_of(period)) {
        const auto part = in(base::to_text(month));
        if (!part) return std::nullopt;
        sum += *part;
    }
    return sum;
}

}  // namespace sheets
