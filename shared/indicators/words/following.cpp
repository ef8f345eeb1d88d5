// What else the programme asks; the definitions stand in programme_words.cpp.
#include "shared/indicators/words/meaning.h"

#include <array>

namespace indicators {

namespace {

constexpr std::array<Meaning, 11> kFollowing = {{
    {Indicator::PrHusband, "PR_HUSB", "Suami terlibat", "Husband involved", Kind::Percentage},
    {Indicator::PrFrequencyObserved, "PR_FREQ_DAY_OBS",
     "Pijat per hari, hari 0-7, dilihat langsung", "Massages a day, days 0-7, observed",
     Kind::Median},
    {Indicator::PrFrequencyReported, "PR_FREQ_DAY_REP",
     "Pijat per hari, hari 0-7, diceritakan keluarga", "Massages a day, days 0-7, reported",
     Kind::Median},
    {Indicator::PrLetdownObserved, "PR_LETDOWN_OBS", "Tanda ASI mengalir, dilihat langsung",
     "Let-down seen, observed", Kind::Percentage, "", "", true},
    {Indicator::PrLetdownReported, "PR_LETDOWN_REP", "Tanda ASI mengalir, diceritakan keluarga",
     "Let-down seen, reported", Kind::Percentage, "", "", true},
    {Indicator::PrRelaxObserved, "PR_RELAX_OBS", "Perubahan rileks, dilihat langsung",
     "Relaxation change, observed", Kind::Mean, "", "", true},
    {Indicator::PrRelaxReported, "PR_RELAX_REP", "Perubahan rileks, diceritakan keluarga",
     "Relaxation change, reported", Kind::Mean, "", "", true},
    {Indicator::PrColostrum, "PR_COL", "Waktu kolostrum (jam)", "Time to first colostrum (hours)",
     Kind::Median},
    {Indicator::PrReferral, "PR_REF", "Rujukan tepat waktu", "Timely referral", Kind::Percentage,
     "", "", true},
    {Indicator::PrHeld, "PR_HOLD", "Pijat ditahan saat tanda bahaya",
     "Massage withheld with danger sign", Kind::Percentage, "", "", true},
    {Indicator::PrFollowed, "PR_SUPP", "Bayi dipantau sampai 6 bulan", "Follow-up to 6 months",
     Kind::Percentage},
}};

}  // namespace

std::span<const Meaning> following_meanings() {
    return kFollowing;
}

}  // namespace indicators
