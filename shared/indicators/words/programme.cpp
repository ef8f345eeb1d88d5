// The programme's figures; their definitions stand in programme_words.cpp.
#include "shared/indicators/words/meaning.h"

#include <array>

namespace indicators {

namespace {

constexpr std::array<Meaning, 28> kProgramme = {{
    {Indicator::PrTaught, "PR_TEACH", "Keluarga diajari pijat", "Families taught the massage",
     Kind::Percentage},
    {Indicator::PrCompetentFamily, "PR_COMP_FAM", "Keluarga dengan anggota yang sudah bisa memijat",
     "Taught families with a competent member", Kind::Percentage},
    {Indicator::PrCompetent, "PR_COMP", "Yang dilatih dan sudah bisa memijat",
     "Learners who can do it", Kind::Percentage, "", "", true},
    {Indicator::PrHusbandLearning, "PR_HUSB_LEARN", "Suami di antara yang dilatih",
     "Husbands among the learners", Kind::Percentage, "", "", true},
    {Indicator::PrHusbandObserved, "PR_HUSB_OBS", "Pijat oleh suami, dilihat langsung",
     "Massages by the husband, observed", Kind::Percentage, "", "", true},
    {Indicator::PrHusbandReported, "PR_HUSB_REP", "Pijat oleh suami, diceritakan keluarga",
     "Massages by the husband, reported", Kind::Percentage, "", "", true},
    {Indicator::PrFirstDaysMothers, "PR_FREQ_MOTHERS",
     "Ibu diajari yang genap 14 hari setelah melahirkan",
     "Taught mothers whose first 14 days ended", Kind::Count},
    {Indicator::PrFirstDaysObserved, "PR_FREQ_OBS", "Pijat dalam 14 hari pertama, dilihat langsung",
     "Massages in the first 14 days, observed", Kind::Count, "", "", true},
    {Indicator::PrFirstDaysReported, "PR_FREQ_REP",
     "Pijat dalam 14 hari pertama, diceritakan keluarga", "Massages in the first 14 days, reported",
     Kind::Count, "", "", true},
    {Indicator::PrAdherenceObserved, "PR_ADH_OBS", "Pijat sesuai langkah, dilihat langsung",
     "Massages as taught, observed", Kind::Percentage, "", "", true},
    {Indicator::PrAdherenceReported, "PR_ADH_REP", "Pijat sesuai langkah, diceritakan keluarga",
     "Massages as taught, reported", Kind::Percentage, "", "", true},
    {Indicator::PrHarmObserved, "PR_AE_OBS", "Pijat dengan keluhan, dilihat langsung",
     "Massages with a complaint, observed", Kind::Percentage, "", "", true},
    {Indicator::PrHarmReported, "PR_AE_REP", "Pijat dengan keluhan, diceritakan keluarga",
     "Massages with a complaint, reported", Kind::Percentage, "", "", true},
    {Indicator::PrHarmUnknownObserved, "PR_AE_UNK_OBS",
     "Pijat yang keluhannya tidak diketahui, dilihat langsung",
     "Massages of which complaints are not known, observed", Kind::Percentage, "", "", true},
    {Indicator::PrHarmUnknownReported, "PR_AE_UNK_REP",
     "Pijat yang keluhannya tidak diketahui, diceritakan keluarga",
     "Massages of which complaints are not known, reported", Kind::Percentage, "", "", true},
    {Indicator::PrMilkLate, "PR_DELAY", "ASI keluar banyak setelah lebih dari 72 jam",
     "Milk came in after more than 72 hours", Kind::Percentage},
    {Indicator::PrEbfTaught0, "PR_EBF_TAUGHT_0", "ASI saja usia 0 bulan, ibu diajari pijat",
     "Breast milk only at 0 months, mother taught", Kind::Percentage},
    {Indicator::PrEbfTaught1, "PR_EBF_TAUGHT_1", "ASI saja usia 1 bulan, ibu diajari pijat",
     "Breast milk only at 1 month, mother taught", Kind::Percentage},
    {Indicator::PrEbfTaught2, "PR_EBF_TAUGHT_2", "ASI saja usia 2 bulan, ibu diajari pijat",
     "Breast milk only at 2 months, mother taught", Kind::Percentage},
    {Indicator::PrEbfTaught3, "PR_EBF_TAUGHT_3", "ASI saja usia 3 bulan, ibu diajari pijat",
     "Breast milk only at 3 months, mother taught", Kind::Percentage},
    {Indicator::PrEbfTaught4, "PR_EBF_TAUGHT_4", "ASI saja usia 4 bulan, ibu diajari pijat",
     "Breast milk only at 4 months, mother taught", Kind::Percentage},
    {Indicator::PrEbfTaught5, "PR_EBF_TAUGHT_5", "ASI saja usia 5 bulan, ibu diajari pijat",
     "Breast milk only at 5 months, mother taught", Kind::Percentage},
    {Indicator::PrEbfNotTaught0, "PR_EBF_NOT_TAUGHT_0",
     "ASI saja usia 0 bulan, ibu belum diajari pijat",
     "Breast milk only at 0 months, mother not taught", Kind::Percentage},
    {Indicator::PrEbfNotTaught1, "PR_EBF_NOT_TAUGHT_1",
     "ASI saja usia 1 bulan, ibu belum diajari pijat",
     "Breast milk only at 1 month, mother not taught", Kind::Percentage},
    {Indicator::PrEbfNotTaught2, "PR_EBF_NOT_TAUGHT_2",
     "ASI saja usia 2 bulan, ibu belum diajari pijat",
     "Breast milk only at 2 months, mother not taught", Kind::Percentage},
    {Indicator::PrEbfNotTaught3, "PR_EBF_NOT_TAUGHT_3",
     "ASI saja usia 3 bulan, ibu belum diajari pijat",
     "Breast milk only at 3 months, mother not taught", Kind::Percentage},
    {Indicator::PrEbfNotTaught4, "PR_EBF_NOT_TAUGHT_4",
     "ASI saja usia 4 bulan, ibu belum diajari pijat",
     "Breast milk only at 4 months, mother not taught", Kind::Percentage},
    {Indicator::PrEbfNotTaught5, "PR_EBF_NOT_TAUGHT_5",
     "ASI saja usia 5 bulan, ibu belum diajari pijat",
     "Breast milk only at 5 months, mother not taught", Kind::Percentage},
}};

}  // namespace

std::span<const Meaning> programme_meanings() {
    return kProgramme;
}

}  // namespace indicators
