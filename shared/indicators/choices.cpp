#include "shared/indicators/choices.h"

#include <algorithm>
#include <array>

namespace indicators {

namespace {

// F1 O.1: both clocks, or yesterday's alone.
constexpr std::array<std::string_view, 2> kF1Row1 = {"both", "clockA"};
// KF and KN windows by the date, or by hours since the delivery where they are known.
constexpr std::array<std::string_view, 3> kContacts = {"date", "hours", "hours_strict"};
// Does MAL count as a modern method?
constexpr std::array<std::string_view, 2> kMal = {"no", "yes"};

const std::array<DistrictChoice, 3> kChoices = {
    {{"f1_row1", kF1Row1}, {"kf_rule", kContacts}, {"mal", kMal}}};

void take(std::string_view name, std::string_view answer, Chosen& into) {
    const DistrictChoice* const choice = find_choice(name);
    const bool is_known =
        choice != nullptr &&
        std::find(choice->answers.begin(), choice->answers.end(), answer) != choice->answers.end();
    if (!is_known) {
        into.is_known = false;
        return;
    }
    Settings& settings = into.settings;
    if (answer == "clockA") settings.f1_row1 = care::F1Row1::ClockA;
    if (answer == "hours") settings.kf_rule = care::KfRule::ByHours;
    if (answer == "hours_strict") settings.kf_rule = care::KfRule::ByHoursStrict;
    if (name == "mal") settings.counts_lactational_method = answer == "yes";
}

}  // namespace

std::span<const DistrictChoice> district_choices() {
    return kChoices;
}

const DistrictChoice* find_choice(std::string_view name) {
    for (const DistrictChoice& each : kChoices) {
        if (each.name == name) return &each;
    }
    return nullptr;
}

Chosen settings_of(std::string_view choices) {
    Chosen chosen;
    while (!choices.empty()) {
        const std::string_view pair = choices.substr(0, choices.find(' '));
        choices.remove_prefix(std::min(choices.size(), pair.size() + 1));
        if (pair.empty()) continue;
        const auto at = pair.find('=');
        if (at == std::string_view::npos) {
            chosen.is_known = false;
            continue;
        }
        take(pair.substr(0, at), pair.substr(at + 1), chosen);
    }
    return chosen;
}

}  // namespace indicators
