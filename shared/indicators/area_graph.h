// The infant feeding area graph: of the children of each age, what share has which class; and how
// long exclusive breastfeeding lasts (DOMAIN 6.1; DHS Guide).
//
// The classes exclude each other and sum to 100 %; who answered "don't know" is a class of its own.
#pragma once

#include "shared/indicators/tally.h"

#include <array>

namespace indicators {

class AreaGraph {
public:
    static constexpr int kAges = 24;  // completed months 0 to 23
    static constexpr std::size_t kClasses = 7;
    using Classes = std::array<double, kClasses>;  // in the order of care::FeedingClass

    void add(int age_months, care::FeedingClass feeding, double weight = 1);
    void add(std::span<const Fact> facts);  // those of WhoAreaGraph

    Classes counts(AgeBand band) const;
    double total(AgeBand band) const;
    // In hundredths of a percent, by largest remainder: they sum to 10,000. All zero of nobody.
    std::array<int, kClasses> shares(AgeBand band) const;

    // In months, by current status: two-month groups, numerators and denominators each a moving
    // average over three of them (not the first and last), then the age at which the share falls
    // below a half, between the middles of two groups. At birth it is the share ever breastfed.
    // nullopt: a group before that has nobody, or the share never falls below a half.
    std::optional<double> median_exclusive(double ever_breastfed_share = 1) const;

private:
    std::array<Classes, kAges> counts_{};
};

inline constexpr std::array<care::FeedingClass, AreaGraph::kClasses> kFeedingClasses = {
    care::FeedingClass::Ebf,    care::FeedingClass::BfWater, care::FeedingClass::BfNonMilk,
    care::FeedingClass::BfMilk, care::FeedingClass::BfFood,  care::FeedingClass::NotBf,
    care::FeedingClass::Unknown};
std::optional<care::FeedingClass> parse_feeding_class(std::string_view code);

}  // namespace indicators
