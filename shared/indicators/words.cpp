// Codes and words of the facts.
#include "shared/base/text.h"
#include "shared/indicators/facts.h"

#include <array>

namespace indicators {

namespace {

struct IndicatorWords {
    Indicator indicator;
    std::string_view code, name_id, name_en;
    bool is_percentage;
};

constexpr std::array<IndicatorWords, kIndicators> kIndicatorWords = {{
    {Indicator::Sigizi14, "SIGIZI_14", "Bayi lahir hidup bulan ini", "Live births this month",
     false},
    {Indicator::Sigizi20, "SIGIZI_20", "Bayi mendapat IMD", "Infants with early initiation", false},
    {Indicator::Sigizi21, "SIGIZI_21", "Bayi usia 0-5 bulan", "Infants 0-5 months", false},
    {Indicator::Sigizi22, "SIGIZI_22", "Bayi usia 0-5 bulan yang direcall",
     "Infants 0-5 months recalled", false},
    {Indicator::Sigizi23, "SIGIZI_23", "Bayi usia 0-5 bulan ASI eksklusif (recall 24 jam)",
     "Infants 0-5 months exclusively breastfed (24-hour recall)", false},
    {Indicator::Sigizi24, "SIGIZI_24", "Bayi usia 6 bulan", "Infants reaching 6 months", false},
    {Indicator::Sigizi25, "SIGIZI_25", "Bayi ASI eksklusif sampai 6 bulan",
     "Infants exclusively breastfed to 6 months", false},
    {Indicator::IdImd, "ID_IMD", "Bayi baru lahir mendapat IMD", "Newborns with early initiation",
     true},
    {Indicator::IdRecall, "ID_RECALL", "Cakupan recall 0-5 bulan", "Recall coverage 0-5 months",
     true},
    {Indicator::IdAsi05, "ID_ASI05", "Cakupan bayi < 6 bulan ASI eksklusif",
     "Exclusive breastfeeding under 6 months", true},
    {Indicator::IdAsi6, "ID_ASI6", "Bayi usia 6 bulan lulus ASI eksklusif",
     "Exclusively breastfed to 6 months", true},
    {Indicator::IdF1Row1, "ID_F1_1", "0-5 bln 29 hr masih ASI saja (ASI proses)",
     "0-5 months 29 days, still breast milk only", false},
    {Indicator::IdF1Row2, "ID_F1_2", "0-5 bln 29 hr sudah diberi selain ASI",
     "0-5 months 29 days, already given other", false},
    {Indicator::IdF1Row3, "ID_F1_3", "0-5 bln 29 hr datang, tidak terdata ASI",
     "0-5 months 29 days, came, feeding not recorded", false},
    {Indicator::IdF1Row4, "ID_F1_4", "Mencapai 6 bulan bulan ini", "Reached 6 months this month",
     false},
    {Indicator::IdF1Row5, "ID_F1_5", "Lulus ASI eksklusif", "Graduated: exclusive to 6 months",
     false},
    {Indicator::PrTaught, "PR_TEACH", "Keluarga diajari pijat", "Families taught the massage",
     true},
    {Indicator::PrCompetentFamily, "PR_COMP_FAM", "Keluarga dengan anggota yang sudah bisa memijat",
     "Taught families with a competent member", true},
    {Indicator::PrCompetent, "PR_COMP", "Yang dilatih dan sudah bisa memijat",
     "Learners who can do it", true},
    {Indicator::PrHusbandLearning, "PR_HUSB_LEARN", "Suami di antara yang dilatih",
     "Husbands among the learners", true},
    {Indicator::PrHusbandObserved, "PR_HUSB_OBS", "Pijat oleh suami, dilihat langsung",
     "Massages by the husband, observed", true},
    {Indicator::PrHusbandReported, "PR_HUSB_REP", "Pijat oleh suami, diceritakan keluarga",
     "Massages by the husband, reported", true},
    {Indicator::PrFirstDaysMothers, "PR_FREQ_MOTHERS",
     "Ibu diajari yang genap 14 hari setelah melahirkan",
     "Taught mothers whose first 14 days ended", false},
    {Indicator::PrFirstDaysObserved, "PR_FREQ_OBS", "Pijat dalam 14 hari pertama, dilihat langsung",
     "Massages in the first 14 days, observed", false},
    {Indicator::PrFirstDaysReported, "PR_FREQ_REP",
     "Pijat dalam 14 hari pertama, diceritakan keluarga", "Massages in the first 14 days, reported",
     false},
    {Indicator::PrAdherenceObserved, "PR_ADH_OBS", "Pijat sesuai langkah, dilihat langsung",
     "Massages as taught, observed", true},
    {Indicator::PrAdherenceReported, "PR_ADH_REP", "Pijat sesuai langkah, diceritakan keluarga",
     "Massages as taught, reported", true},
    {Indicator::PrHarmObserved, "PR_AE_OBS", "Pijat dengan keluhan, dilihat langsung",
     "Massages with a complaint, observed", true},
    {Indicator::PrHarmReported, "PR_AE_REP", "Pijat dengan keluhan, diceritakan keluarga",
     "Massages with a complaint, reported", true},
    {Indicator::PrHarmUnknownObserved, "PR_AE_UNK_OBS",
     "Pijat yang keluhannya tidak diketahui, dilihat langsung",
     "Massages of which complaints are not known, observed", true},
    {Indicator::PrHarmUnknownReported, "PR_AE_UNK_REP",
     "Pijat yang keluhannya tidak diketahui, diceritakan keluarga",
     "Massages of which complaints are not known, reported", true},
    {Indicator::PrMilkLate, "PR_DELAY", "ASI keluar banyak setelah lebih dari 72 jam",
     "Milk came in after more than 72 hours", true},
    {Indicator::PrEbfTaught0, "PR_EBF_TAUGHT_0", "ASI saja usia 0 bulan, ibu diajari pijat",
     "Breast milk only at 0 months, mother taught", true},
    {Indicator::PrEbfTaught1, "PR_EBF_TAUGHT_1", "ASI saja usia 1 bulan, ibu diajari pijat",
     "Breast milk only at 1 months, mother taught", true},
    {Indicator::PrEbfTaught2, "PR_EBF_TAUGHT_2", "ASI saja usia 2 bulan, ibu diajari pijat",
     "Breast milk only at 2 months, mother taught", true},
    {Indicator::PrEbfTaught3, "PR_EBF_TAUGHT_3", "ASI saja usia 3 bulan, ibu diajari pijat",
     "Breast milk only at 3 months, mother taught", true},
    {Indicator::PrEbfTaught4, "PR_EBF_TAUGHT_4", "ASI saja usia 4 bulan, ibu diajari pijat",
     "Breast milk only at 4 months, mother taught", true},
    {Indicator::PrEbfTaught5, "PR_EBF_TAUGHT_5", "ASI saja usia 5 bulan, ibu diajari pijat",
     "Breast milk only at 5 months, mother taught", true},
    {Indicator::PrEbfNotTaught0, "PR_EBF_NOT_TAUGHT_0",
     "ASI saja usia 0 bulan, ibu belum diajari pijat",
     "Breast milk only at 0 months, mother not taught", true},
    {Indicator::PrEbfNotTaught1, "PR_EBF_NOT_TAUGHT_1",
     "ASI saja usia 1 bulan, ibu belum diajari pijat",
     "Breast milk only at 1 months, mother not taught", true},
    {Indicator::PrEbfNotTaught2, "PR_EBF_NOT_TAUGHT_2",
     "ASI saja usia 2 bulan, ibu belum diajari pijat",
     "Breast milk only at 2 months, mother not taught", true},
    {Indicator::PrEbfNotTaught3, "PR_EBF_NOT_TAUGHT_3",
     "ASI saja usia 3 bulan, ibu belum diajari pijat",
     "Breast milk only at 3 months, mother not taught", true},
    {Indicator::PrEbfNotTaught4, "PR_EBF_NOT_TAUGHT_4",
     "ASI saja usia 4 bulan, ibu belum diajari pijat",
     "Breast milk only at 4 months, mother not taught", true},
    {Indicator::PrEbfNotTaught5, "PR_EBF_NOT_TAUGHT_5",
     "ASI saja usia 5 bulan, ibu belum diajari pijat",
     "Breast milk only at 5 months, mother not taught", true},
}};

constexpr std::array<Indicator, kIndicators> kAll = [] {
    std::array<Indicator, kIndicators> all{};
    for (std::size_t i = 0; i < all.size(); ++i) all[i] = kIndicatorWords[i].indicator;
    return all;
}();

struct ReasonWords {
    Reason reason;
    std::string_view code, text_id, text_en;  // {0}: the detail in words
};

constexpr std::array<ReasonWords, 39> kReasonWords = {{
    {Reason::None, "NONE", "", ""},
    {Reason::NotYetBorn, "NOT_YET_BORN", "belum lahir pada bulan ini", "not yet born this month"},
    {Reason::BornInAnotherMonth, "BORN_IN_ANOTHER_MONTH", "lahir di bulan lain",
     "born in another month"},
    {Reason::NoBirthDate, "NO_BIRTH_DATE", "tanggal lahir belum diisi", "no birth date"},
    {Reason::OlderThanFiveMonths, "OLDER_THAN_FIVE_MONTHS",
     "sudah genap 6 bulan pada hari terakhir bulan ini",
     "older than 5 months on the last day of the month"},
    {Reason::NotRecalled, "NOT_RECALLED", "belum ditanya bulan ini", "not recalled this month"},
    {Reason::AnswerUnknown, "ANSWER_UNKNOWN", "jawaban tidak tahu atau kosong: {0}",
     "answer not known or empty: {0}"},
    {Reason::OtherYesterday, "OTHER_YESTERDAY", "kemarin diberi selain ASI: {0}",
     "given other than breast milk yesterday: {0}"},
    {Reason::NotBreastfed, "NOT_BREASTFED", "kemarin tidak disusui", "not breastfed yesterday"},
    {Reason::ImdNo, "IMD_NO", "tidak mendapat IMD", "no early initiation"},
    {Reason::ImdUnknown, "IMD_UNKNOWN", "IMD tidak diketahui", "early initiation not known"},
    {Reason::SixMonthsInAnotherMonth, "SIX_MONTHS_IN_ANOTHER_MONTH", "genap 6 bulan di bulan lain",
     "six months old in another month"},
    {Reason::NotSeenAfterSixMonths, "NOT_SEEN_AFTER_SIX_MONTHS",
     "bulan ini belum ditanya lagi sejak genap 6 bulan",
     "not asked this month since turning six months"},
    {Reason::OtherSinceBirth, "OTHER_SINCE_BIRTH", "sejak lahir pernah diberi selain ASI",
     "given other than breast milk since birth"},
    {Reason::SinceBirthUnknown, "SINCE_BIRTH_UNKNOWN",
     "tidak diketahui apakah sejak lahir pernah diberi selain ASI",
     "not known whether anything else was given since birth"},
    {Reason::DidNotCome, "DID_NOT_COME", "tidak datang dan tidak dikunjungi bulan ini",
     "not seen this month"},
    {Reason::Stillborn, "STILLBORN", "lahir mati", "stillborn"},
    {Reason::Died, "DIED", "meninggal {0}", "died {0}"},
    {Reason::TemporaryResident, "TEMPORARY_RESIDENT",
     "tinggal sementara, dihitung di domisilinya {0}",
     "temporary resident, counted where domiciled {0}"},
    {Reason::Merged, "MERGED", "digabung dengan catatan lain", "merged into another record"},
    {Reason::NotVisited, "NOT_VISITED", "belum dikunjungi bulan ini", "not visited this month"},
    {Reason::NotTaught, "NOT_TAUGHT", "belum diajari pijat", "not taught the massage"},
    {Reason::MassageWithheld, "MASSAGE_WITHHELD", "pijat ditahan dulu karena tanda bahaya",
     "massage withheld because of a danger sign"},
    {Reason::MassageDeclined, "MASSAGE_DECLINED", "ibu tidak ingin dipijat",
     "the mother does not want it"},
    {Reason::MassageNotOffered, "MASSAGE_NOT_OFFERED", "pijat tidak ditawarkan",
     "the massage is not offered"},
    {Reason::ExplainedOnly, "EXPLAINED_ONLY", "baru dijelaskan, belum mempraktikkan ulang",
     "explained only"},
    {Reason::ToBeShownAgain, "TO_BE_SHOWN_AGAIN", "perlu diulang", "to be shown again"},
    {Reason::ByAnother, "BY_ANOTHER", "oleh {0}", "by {0}"},
    {Reason::StepsNotRecorded, "STEPS_NOT_RECORDED", "langkahnya tidak dicatat",
     "steps not written down"},
    {Reason::StepsMissed, "STEPS_MISSED", "langkah yang dilakukan {0} %", "steps done {0} %"},
    {Reason::DurationUnknown, "DURATION_UNKNOWN", "lamanya tidak diketahui", "duration not known"},
    {Reason::TooShort, "TOO_SHORT", "hanya {0} detik", "only {0} seconds"},
    {Reason::NoComplaint, "NO_COMPLAINT", "tidak ada keluhan", "no complaint"},
    {Reason::ComplaintUnknown, "COMPLAINT_UNKNOWN", "tidak diketahui apakah ada keluhan",
     "not known whether there was a complaint"},
    {Reason::ComplaintAsked, "COMPLAINT_ASKED", "keluhan sudah ditanyakan",
     "complaints were asked about"},
    {Reason::MilkOnsetUnknown, "MILK_ONSET_UNKNOWN", "belum diketahui kapan ASI keluar banyak",
     "onset of milk not known"},
    {Reason::MilkHourUnknown, "MILK_HOUR_UNKNOWN",
     "jamnya tidak diketahui, jadi tidak pasti lewat 72 jam atau belum",
     "hours not known, so 72 hours cannot be told"},
    {Reason::MilkInTime, "MILK_IN_TIME", "ASI keluar banyak dalam 72 jam",
     "milk came in within 72 hours"},
    {Reason::MotherUnknown, "MOTHER_UNKNOWN", "ibunya tidak tercatat",
     "the mother is not on record"},
}};

struct DetailWords {
    std::string_view detail, text_id, text_en;
};

constexpr std::array<DetailWords, 33> kDetailWords = {{
    {"bf_yesterday", "disusui kemarin", "breastfed yesterday"},
    {"l_water", "air putih", "plain water"},
    {"l_formula", "susu formula", "infant formula"},
    {"l_milk", "susu hewani", "animal milk"},
    {"l_yogurt", "yoghurt minum", "yoghurt drink"},
    {"l_choco", "minuman cokelat", "chocolate drink"},
    {"l_soy", "susu kedelai atau kacang", "soy or nut milk"},
    {"l_juice", "sari buah", "fruit juice"},
    {"l_soda", "soda atau minuman energi", "soda or energy drink"},
    {"l_tea", "teh, kopi atau jamu", "tea, coffee or herbal drink"},
    {"l_broth", "kuah bening atau air tajin", "clear broth or rice water"},
    {"l_other", "cairan lain", "other liquid"},
    {"f_any", "makanan", "food"},
    {"BF_WATER", "air putih", "plain water"},
    {"BF_NML", "cairan bukan susu", "non-milk liquid"},
    {"BF_MILK", "susu formula atau hewani", "formula or animal milk"},
    {"BF_CF", "makanan", "food"},
    {"NOT_BF", "tidak disusui", "not breastfed"},
    {"SENDIRI", "ibu sendiri", "the mother herself"},
    {"SUAMI", "suami", "the husband"},
    {"IBU_KANDUNG", "ibu kandung", "her own mother"},
    {"IBU_MERTUA", "ibu mertua", "her mother-in-law"},
    {"SAUDARA_P", "saudara perempuan", "a sister"},
    {"IPAR", "ipar", "a sister- or brother-in-law"},
    {"NENEK", "nenek", "a grandmother"},
    {"ANAK", "anak", "a child"},
    {"KERABAT", "kerabat lain", "another relative"},
    {"TETANGGA", "tetangga atau teman", "a neighbour or friend"},
    {"KADER", "kader", "a cadre"},
    {"BIDAN", "bidan atau perawat", "a midwife or nurse"},
    {"DUKUN", "dukun bayi", "a traditional birth attendant"},
    {"LAIN", "orang lain", "somebody else"},
    {"performer_relation", "yang memijat", "who massaged"},
}};

const IndicatorWords& words_of(Indicator indicator) {
    return kIndicatorWords[static_cast<std::size_t>(indicator)];
}

const ReasonWords& words_of(Reason reason) {
    return kReasonWords[static_cast<std::size_t>(reason)];
}

std::string in_words(std::string_view detail, bool is_indonesian) {
    for (const DetailWords& each : kDetailWords) {
        if (each.detail == detail) {
            return std::string(is_indonesian ? each.text_id : each.text_en);
        }
    }
    return std::string(detail);
}

}  // namespace

std::span<const Indicator> all_indicators() {
    return kAll;
}
std::string_view to_code(Indicator indicator) {
    return words_of(indicator).code;
}
std::string_view name_id(Indicator indicator) {
    return words_of(indicator).name_id;
}
std::string_view name_en(Indicator indicator) {
    return words_of(indicator).name_en;
}
bool is_percentage(Indicator indicator) {
    return words_of(indicator).is_percentage;
}
bool counts_events(Indicator indicator) {
    const bool is_massage =
        indicator >= Indicator::PrHusbandObserved && indicator <= Indicator::PrHarmUnknownReported;
    const bool is_learner =
        indicator == Indicator::PrCompetent || indicator == Indicator::PrHusbandLearning;
    return is_learner || (is_massage && indicator != Indicator::PrFirstDaysMothers);
}

std::optional<Indicator> parse_indicator(std::string_view code) {
    for (const IndicatorWords& each : kIndicatorWords) {
        if (each.code == code) return each.indicator;
    }
    return std::nullopt;
}

std::string_view to_code(Part part) {
    switch (part) {
        case Part::Numerator:
            return "NUMERATOR";
        case Part::Denominator:
            return "DENOMINATOR";
        case Part::Excluded:
            return "EXCLUDED";
    }
    return "";
}

std::optional<Part> parse_part(std::string_view code) {
    for (const Part part : {Part::Numerator, Part::Denominator, Part::Excluded}) {
        if (to_code(part) == code) return part;
    }
    return std::nullopt;
}

std::string_view to_code(Reason reason) {
    return words_of(reason).code;
}

std::optional<Reason> parse_reason(std::string_view code) {
    for (const ReasonWords& each : kReasonWords) {
        if (each.code == code) return each.reason;
    }
    return std::nullopt;
}

std::string reason_id(Reason reason, std::string_view detail) {
    return base::trimmed(base::filled(words_of(reason).text_id, {in_words(detail, true)}));
}

std::string reason_en(Reason reason, std::string_view detail) {
    return base::trimmed(base::filled(words_of(reason).text_en, {in_words(detail, false)}));
}

}  // namespace indicators
