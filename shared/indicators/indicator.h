// The indicators: what each is called and how its figure is made of facts (facts.h).
//
// Their definitions stand in words/, a family a file, beside the function that counts them. A code
// is permanent: it is stored, traced and mapped to by others.
#pragma once

#include <optional>
#include <span>
#include <string_view>

namespace indicators {

enum class Indicator {
    Sigizi14,  // live births in the month
    Sigizi20,  // of these with IMD
    Sigizi21,  // aged 0 to 5 months on the last day
    Sigizi22,  // of these recalled in the month, answer known
    Sigizi23,  // of these breast milk only (clock A)
    Sigizi24,  // six months old in the month
    Sigizi25,  // of these exclusively breastfed since birth (clock B)
    IdImd,     // 20 of 14
    IdRecall,  // 22 of 21
    IdAsi05,   // 23 of 22: of those recalled, not of those registered
    IdAsi6,    // 25 of 24
    IdF1Row1,  // form F1, section O; ages on the day of the event
    IdF1Row2,
    IdF1Row3,
    IdF1Row4,
    IdF1Row5,
    // The programme (programme.h). Observed and reported massages are never one figure.
    PrTaught,               // mothers visited in their first 42 days: families taught
    PrCompetentFamily,      // of these families: somebody can do it
    PrCompetent,            // learners who showed it: who can do it
    PrHusbandLearning,      // learners: husbands
    PrHusbandObserved,      // massages: by the husband
    PrHusbandReported,      //
    PrFirstDaysMothers,     // taught mothers whose first 14 days ended in the month
    PrFirstDaysObserved,    // their massages in these days
    PrFirstDaysReported,    //
    PrAdherenceObserved,    // massages with steps written down: as taught
    PrAdherenceReported,    //
    PrHarmObserved,         // massages: with a complaint
    PrHarmReported,         //
    PrHarmUnknownObserved,  // massages: nobody knows whether there was one
    PrHarmUnknownReported,  //
    PrMilkLate,             // births with a known onset of milk: after 72 hours
    PrEbfTaught0,  // infants recalled, by month of age, of mothers taught before: class EBF
    PrEbfTaught1,
    PrEbfTaught2,
    PrEbfTaught3,
    PrEbfTaught4,
    PrEbfTaught5,
    PrEbfNotTaught0,  // the same of mothers not taught
    PrEbfNotTaught1,
    PrEbfNotTaught2,
    PrEbfNotTaught3,
    PrEbfNotTaught4,
    PrEbfNotTaught5,

    // Births of the month (count/births.cpp).
    Births,          // mothers delivered
    BirthsSkilled,   // of these with a health worker
    BirthsFacility,  // of these in a health facility
    LowWeight,       // live births weighed: below 2,500 g
    PncInd5,         // live births: at the breast within the hour
    // Contacts with a health worker, by the day of the contact (count/contacts.cpp).
    Kf1,
    Kf2,
    Kf3,
    Kf4,
    KfComplete,  // in the month of KF4
    Kn1,
    Kn2,
    Kn3,
    KnComplete,  // in the month of KN3
    PncWomen1,   // mothers whose day 49 lies in the month: contact within 24 hours
    PncWomen2,   // 48 to 72 hours
    PncWomen3,   // day 7 to 14
    PncWomen4,   // the sixth week
    PncNewborn1,
    PncNewborn2,
    PncNewborn3,
    PncNewborn4,
    // Mothers after birth (count/mothers.cpp).
    Postpartum,        // mothers with one of their days 0 to 42 in the month
    VitaminA,          // mothers given vitamin A
    IlpMothersCame,    // mothers registered: came or visited
    IlpVitaminA,       // of those asked: got vitamin A
    IlpContraception,  // of those asked: use a method
    IlpMothersTaught,
    IlpMothersReferred,
    PncInd4,  // mothers whose day 42 lies in the month: a modern method
    // Growth, of children under two (count/growing.cpp).
    Weighed,        // S: weighed in the month (D)
    HasBook,        // S: has the handbook (K)
    Gained,         // D: N
    NotGained,      // T
    NotLastMonth,   // O
    FirstWeighing,  // B
    NotGainedTwice,
    NotGainedTwiceReferred,
    Measured,
    WeighedMeasured,
    Underweight,  // D with a score: below -2 SD
    // Infants 0 to 11 months as the ILP recap has them (count/infants.cpp).
    IlpInfantsCame,
    IlpExclusive,
    IlpFood,
    IlpImmunised,
    IlpInfantsTaught,
    IlpInfantsReferred,
    // WHO/UNICEF 2021 (count/recalls.cpp).
    WhoEvbf,
    WhoEibf,
    WhoEbf2d,
    WhoEbf,
    WhoMixmf,
    WhoCbf,
    WhoIsssf,
    WhoBof,
    WhoAreaGraph,  // detail: the class; by age
    PncInd3,       // infants 0 to 5 months with a contact: breast milk only
    PncInd3Newborn,
    PncInd3Months2To3,
    // What else the programme asks (count/following.cpp).
    PrHusband,            // mothers with a massage: the husband takes part
    PrFrequencyObserved,  // massages a day in days 0 to 7, median over mothers
    PrFrequencyReported,
    PrLetdownObserved,
    PrLetdownReported,
    PrRelaxObserved,  // change of the mother's mark, mean over massages
    PrRelaxReported,
    PrColostrum,  // hours from birth to the first milk, median over births
    PrReferral,   // referrals at once: told within the hour
    PrHeld,       // visits with a sign that stops: no massage
    PrFollowed,   // infants reaching six months: five monthly answers or more
};
inline constexpr int kIndicators = static_cast<int>(Indicator::PrFollowed) + 1;
std::span<const Indicator> all_indicators();
std::string_view to_code(Indicator indicator);  // "SIGIZI_14", "ID_ASI05", "ID_F1_1" ...
std::optional<Indicator> parse_indicator(std::string_view code);
std::string_view name_id(Indicator indicator);
std::string_view name_en(Indicator indicator);
// What the indicator counts, of whom, and when, in one sentence; and where that comes from.
std::string_view definition_id(Indicator indicator);
std::string_view source(Indicator indicator);

// A Mean or Median is made of the numbers in the details of its Numerator facts.
enum class Kind { Count, Percentage, Mean, Median };
Kind kind(Indicator indicator);
bool is_percentage(Indicator indicator);
// Massages and learners are counted, not persons: a mother has a fact for each, told apart by the
// evidence.
bool counts_events(Indicator indicator);

}  // namespace indicators
