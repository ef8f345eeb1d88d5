// The English of what each indicator means. A programme figure has its own in programme_table.
#include "shared/indicators/definitions.h"

#include "shared/indicators/programme_table.h"

#include <array>

namespace indicators {

namespace {

struct English {
    Indicator indicator;
    std::string_view text;
};

constexpr auto kEnglish = std::to_array<English>({
    {Indicator::Sigizi14, "Infants born alive with a birth date in this month."},
    {Indicator::Sigizi20,
     "Of the infants born alive this month: laid on the mother's chest at once, skin to skin, for "
     "one hour at least."},
    {Indicator::Sigizi21,
     "Living infants who on the last day of the month are 0 months to 5 months and 29 days old."},
    {Indicator::Sigizi22,
     "Of the infants of column 21: there is a recall of this month with every answer known."},
    {Indicator::Sigizi23,
     "Of the infants of column 22: by the last complete recall only breast milk yesterday "
     "(medicine, vitamins and ORS allowed)."},
    {Indicator::Sigizi24, "Living infants who turn 6 months in this month."},
    {Indicator::Sigizi25,
     "Of the infants of column 24: by the first complete recall on the day they turned 6 months or "
     "later, given only breast milk from birth to 5 months and 29 days."},
    {Indicator::IdImd,
     "Numerator: infants with early initiation. Denominator: infants born alive this month."},
    {Indicator::IdRecall,
     "Numerator: infants of 0-5 months with a recall. Denominator: all infants of 0-5 months on "
     "the last day of the month."},
    {Indicator::IdAsi05,
     "Numerator: infants of 0-5 months with breast milk only by the 24-hour recall. Denominator: "
     "infants of 0-5 months with a recall this month."},
    {Indicator::IdAsi6,
     "Numerator: infants given breast milk only from birth to 5 months and 29 days, by the first "
     "complete recall on the day they turned 6 months or later. Denominator: infants who turn 6 "
     "months this month."},
    {Indicator::IdF1Row1,
     "Infants under 6 months on the day they were asked about, still on breast milk only."},
    {Indicator::IdF1Row2,
     "Infants under 6 months on the day they were asked about, already given something else."},
    {Indicator::IdF1Row3,
     "Infants under 6 months who came or were visited, but whose feeding was not written down."},
    {Indicator::IdF1Row4, "Living infants who turn 6 months in this month."},
    {Indicator::IdF1Row5,
     "Of row 4: by the first complete recall on the day they turned 6 months or later, breast milk "
     "only from birth to 5 months and 29 days."},
    {Indicator::Births, "Mothers who gave birth in this month, also if the child was stillborn."},
    {Indicator::BirthsSkilled,
     "Numerator: attended by a midwife, doctor, obstetrician or nurse. Denominator: mothers who "
     "gave birth this month."},
    {Indicator::BirthsFacility,
     "Numerator: birth in a puskesmas, pustu, hospital, clinic or midwife's practice. Denominator: "
     "mothers who gave birth this month."},
    {Indicator::LowWeight,
     "Numerator: birth weight under 2500 grams. Denominator: infants born alive this month whose "
     "birth weight is known."},
    {Indicator::PncInd5,
     "Numerator: breastfed immediately or within the first hour. Denominator: all infants born "
     "alive this month."},
    {Indicator::Kf1,
     "Mothers with a health worker's care from 6 hours to day 2 after birth, in the month of that "
     "care."},
    {Indicator::Kf2,
     "Mothers with a health worker's care on days 3 to 7, in the month of that care."},
    {Indicator::Kf3,
     "Mothers with a health worker's care on days 8 to 28, in the month of that care."},
    {Indicator::Kf4,
     "Mothers with a health worker's care on days 29 to 42, in the month of that care."},
    {Indicator::KfComplete, "Mothers with KF1 to KF4 complete, in the month of KF4."},
    {Indicator::Kn1,
     "Infants with a health worker's care 6 to 48 hours after birth (by dates: to day 2), in the "
     "month of that care; twins count as two."},
    {Indicator::Kn2,
     "Infants with a health worker's care on days 3 to 7, in the month of that care."},
    {Indicator::Kn3,
     "Infants with a health worker's care on days 8 to 28, in the month of that care."},
    {Indicator::KnComplete,
     "Infants with KN1 to KN3 complete, in the month of KN3; twins count as two."},
    {Indicator::PncWomen1,
     "Numerator: a health worker's care within 24 hours. Denominator: mothers with recorded "
     "postnatal care, in the month of day 49."},
    {Indicator::PncWomen2,
     "Numerator: a health worker's care at 48-72 hours. Denominator: mothers with recorded "
     "postnatal care, in the month of day 49."},
    {Indicator::PncWomen3,
     "Numerator: a health worker's care on days 7 to 14. Denominator: mothers with recorded "
     "postnatal care, in the month of day 49."},
    {Indicator::PncWomen4,
     "Numerator: a health worker's care in week 6. Denominator: mothers with recorded postnatal "
     "care, in the month of day 49."},
    {Indicator::PncNewborn1,
     "Numerator: a health worker's care within 24 hours. Denominator: infants with recorded care, "
     "in the month of day 49."},
    {Indicator::PncNewborn2,
     "Numerator: a health worker's care at 48-72 hours. Denominator: infants with recorded care, "
     "in the month of day 49."},
    {Indicator::PncNewborn3,
     "Numerator: a health worker's care on days 7 to 14. Denominator: infants with recorded care, "
     "in the month of day 49."},
    {Indicator::PncNewborn4,
     "Numerator: a health worker's care in week 6. Denominator: infants with recorded care, in the "
     "month of day 49."},
    {Indicator::Postpartum, "Mothers of whose days 0 to 42 after birth one lies in this month."},
    {Indicator::VitaminA,
     "Mothers given vitamin A after birth, once for each birth, in the first month in which it is "
     "recorded."},
    {Indicator::IlpMothersCame,
     "Numerator: came or were visited this month. Denominator: mothers after birth, and mothers "
     "with a living child under 2 years."},
    {Indicator::IlpVitaminA,
     "Numerator: have been given vitamin A. Denominator: mothers after birth who were asked."},
    {Indicator::IlpContraception,
     "Numerator: use a family planning method. Denominator: mothers after birth or breastfeeding "
     "who were asked."},
    {Indicator::IlpMothersTaught, "Mothers visited this month with something taught."},
    {Indicator::IlpMothersReferred, "Mothers with a referral this month."},
    {Indicator::PncInd4,
     "Numerator: use a modern family planning method. Denominator: mothers with recorded postnatal "
     "care, in the month of day 42. LAM counts only where the policy counts it."},
    {Indicator::Weighed,
     "Numerator (D): weighed this month, also where the weight cannot be. Denominator (S): "
     "registered children under 2 years by their age on the last day of the month."},
    {Indicator::HasBook, "Registered children under 2 years who have a KIA book."},
    {Indicator::Gained,
     "Numerator (N): gain since last month's last weighing, 20 to 45 days before, reached the "
     "minimum (KBM). Denominator (D): weighed this month."},
    {Indicator::NotGained,
     "Gain since last month's last weighing, 20 to 45 days before, under the minimum (KBM)."},
    {Indicator::NotLastMonth,
     "Weighed this month and at some time before, but not once last month. A weight that cannot be "
     "does not count."},
    {Indicator::FirstWeighing,
     "Weighed this month and never before it, also if twice this month. A weight that cannot be "
     "does not count."},
    {Indicator::NotGainedTwice,
     "No sufficient gain (T) this month and last month, by the last weighing of each."},
    {Indicator::NotGainedTwiceReferred,
     "Of those without sufficient gain twice: referred this month since the day of the weighing."},
    {Indicator::Measured, "Children under 2 years whose length was measured this month."},
    {Indicator::WeighedMeasured, "Weighed and measured in length this month."},
    {Indicator::Underweight,
     "Numerator: weight for age under -2 SD. Denominator: weighed this month and assessable (not "
     "preterm, from day 15 on)."},
    {Indicator::IlpInfantsCame,
     "Numerator: came or were visited this month. Denominator: registered infants of 0-11 months."},
    {Indicator::IlpExclusive,
     "Infants whose state this month is breast milk only (E) or completed (G)."},
    {Indicator::IlpFood, "Infants of 6-11 months who ate food yesterday."},
    {Indicator::IlpImmunised,
     "Numerator: immunised for their age. Denominator: infants of 0-11 months asked about this "
     "month."},
    {Indicator::IlpInfantsTaught, "Infants visited this month with something taught."},
    {Indicator::IlpInfantsReferred, "Infants with a referral this month."},
    {Indicator::WhoEvbf,
     "Numerator: ever breastfed. Denominator: living children of 0-23 months on the last day of "
     "the month."},
    {Indicator::WhoEibf,
     "Numerator: put to the breast immediately or at hour 0 (hour 1 does not count). Denominator: "
     "living children of 0-23 months."},
    {Indicator::WhoEbf2d,
     "Numerator: ever breastfed and given nothing but breast milk in the first 2 days. "
     "Denominator: living children of 0-23 months."},
    {Indicator::WhoEbf,
     "Numerator: only breast milk yesterday. Denominator: infants of 0-5 months asked about this "
     "month; not known stays in the denominator. Age on the day of asking."},
    {Indicator::WhoMixmf,
     "Numerator: breast milk and formula or animal milk yesterday. Denominator: infants of 0-5 "
     "months asked about this month."},
    {Indicator::WhoCbf,
     "Numerator: breast milk yesterday. Denominator: children of 12-23 months asked about this "
     "month."},
    {Indicator::WhoIsssf,
     "Numerator: solid, semi-solid or soft food yesterday. Denominator: infants of 6-8 months "
     "asked about this month."},
    {Indicator::WhoBof,
     "Numerator: drank from a bottle with a nipple yesterday, whatever was in it. Denominator: "
     "children of 0-23 months asked about this month."},
    {Indicator::WhoAreaGraph,
     "Children of 0-23 months asked about this month, by class of feeding and age; the graph shows "
     "0-5 months."},
    {Indicator::PncInd3,
     "Numerator: only breast milk yesterday. Denominator: all infants of 0-5 months seen this "
     "month, asked about or not."},
    {Indicator::PncInd3Newborn, "As PNC_IND3, infants under 28 days."},
    {Indicator::PncInd3Months2To3, "As PNC_IND3, infants of 2-3 months."},
});

}  // namespace

std::string_view definition_en(Indicator indicator) {
    for (const English& each : kEnglish) {
        if (each.indicator == indicator) return each.text;
    }
    for (const ProgrammeFigure& each : programme_figures()) {
        if (each.indicator == indicator) return each.definition_en;
    }
    return {};
}

}  // namespace indicators
