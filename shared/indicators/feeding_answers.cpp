#include "shared/indicators/feeding_answers.h"

namespace indicators {

namespace {

using base::Fields;
using care::Answer;

Verdict verdict(Answer said) {
    if (said == Answer::Yes) return Verdict::Yes;
    return said == Answer::No ? Verdict::No : Verdict::Unknown;
}

std::string_view start_unit(const Fields& birth) {
    return care::code(birth, "bf_start_unit");
}

}  // namespace

Verdict ever_breastfed(const Fields& birth, const Fields& recall) {
    const Verdict said = verdict(care::answer(recall, "bf_ever"));
    if (said != Verdict::Unknown) return said;
    const std::string_view unit = start_unit(birth);
    if (unit == "NEVER") return Verdict::No;
    const bool has_begun = unit == "IMM" || unit == "HOUR" || unit == "DAY";
    return has_begun || care::is_yes(recall, "bf_yesterday") ? Verdict::Yes : Verdict::Unknown;
}

Verdict early_initiation(const Fields& birth, const Fields& recall) {
    if (ever_breastfed(birth, recall) == Verdict::No) return Verdict::No;
    const std::string_view unit = start_unit(birth);
    if (unit == "IMM") return Verdict::Yes;
    if (unit == "DAY") return Verdict::No;
    const auto hours = birth.integer("bf_start_value");
    if (unit != "HOUR" || !hours) return Verdict::Unknown;
    return *hours == 0 ? Verdict::Yes : Verdict::No;
}

Verdict exclusive_two_days(const Fields& birth, const Fields& recall) {
    const Verdict ever = ever_breastfed(birth, recall);
    const Verdict other = verdict(care::answer(birth, "prelacteal_2d"));
    if (ever == Verdict::No || other == Verdict::Yes) return Verdict::No;
    const bool is_known = ever == Verdict::Yes && other == Verdict::No;
    return is_known ? Verdict::Yes : Verdict::Unknown;
}

Verdict breastfed_yesterday(const Fields& recall) {
    if (care::is_yes(recall, "bf_yesterday") || care::is_yes(recall, "ebm_yesterday")) {
        return Verdict::Yes;
    }
    const bool never = care::answer(recall, "bf_ever") == Answer::No;
    const Answer said = care::answer(recall, "bf_yesterday");
    return said == Answer::Missing && never ? Verdict::No : verdict(said);
}

Verdict exclusive_yesterday(const Fields& recall) {
    const care::FeedingClass feeding = care::feeding_class(recall);
    if (feeding == care::FeedingClass::Unknown) return Verdict::Unknown;
    return feeding == care::FeedingClass::Ebf ? Verdict::Yes : Verdict::No;
}

Verdict mixed_milk_yesterday(const Fields& recall) {
    const Verdict breast = breastfed_yesterday(recall);
    if (breast == Verdict::No) return Verdict::No;
    const Answer formula = care::answer(recall, "l_formula");
    const Answer milk = care::answer(recall, "l_milk");
    const bool has_milk = formula == Answer::Yes || milk == Answer::Yes;
    if (has_milk && breast == Verdict::Yes) return Verdict::Yes;
    const bool has_none = formula == Answer::No && milk == Answer::No;
    return has_none ? Verdict::No : Verdict::Unknown;
}

Verdict solids_yesterday(const Fields& recall) {
    return verdict(care::answer(recall, "f_any"));
}

Verdict bottle_yesterday(const Fields& recall) {
    return verdict(care::answer(recall, "bottle_yesterday"));
}

}  // namespace indicators
