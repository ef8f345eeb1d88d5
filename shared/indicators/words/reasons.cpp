// Codes and words of parts and reasons.
#include "shared/base/text.h"
#include "shared/indicators/facts.h"

#include <array>

namespace indicators {

namespace {

struct ReasonWords {
    Reason reason;
    std::string_view code, text_id, text_en;  // {0}: the detail in words
};

constexpr std::array<ReasonWords, 64> kReasonWords = {{
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
    {Reason::AnswerNo, "ANSWER_NO", "jawabannya tidak: {0}", "the answer is no: {0}"},
    {Reason::AnsweredOtherwise, "ANSWERED_OTHERWISE", "dicatat: {0}", "recorded: {0}"},
    {Reason::AnswersSayNo, "ANSWERS_SAY_NO", "menurut jawabannya tidak", "by the answers, no"},
    {Reason::BirthWeightUnknown, "BIRTH_WEIGHT_UNKNOWN", "berat lahir tidak diketahui",
     "birth weight not known"},
    {Reason::BirthWeightEnough, "BIRTH_WEIGHT_ENOUGH", "berat lahir {0} gram",
     "birth weight {0} grams"},
    {Reason::FirstFeedUnknown, "FIRST_FEED_UNKNOWN", "tidak diketahui kapan pertama disusui",
     "first feed not known"},
    {Reason::FirstFeedLater, "FIRST_FEED_LATER",
     "pertama disusui setelah satu jam atau tidak pernah", "first feed after one hour, or never"},
    {Reason::NoContactInWindow, "NO_CONTACT_IN_WINDOW",
     "tidak ada pelayanan tenaga kesehatan pada waktunya", "no health worker's contact in time"},
    {Reason::ContactsMissing, "CONTACTS_MISSING", "belum lengkap: {0}", "missing: {0}"},
    {Reason::NotWeighed, "NOT_WEIGHED", "belum ditimbang bulan ini", "not weighed this month"},
    {Reason::OtherCardLetter, "OTHER_CARD_LETTER", "KMS: {0}", "growth card: {0}"},
    {Reason::NoScore, "NO_SCORE", "belum dapat dinilai dengan kurva", "no score by the standard"},
    {Reason::ScoreEnough, "SCORE_ENOUGH", "tidak di bawah -2 SD", "not below -2 SD"},
    {Reason::NoHusband, "NO_HUSBAND", "suami belum ikut", "the husband did not take part"},
    {Reason::NotMassaged, "NOT_MASSAGED", "belum ada pijat tercatat", "no massage on record"},
    {Reason::LetdownNotObserved, "LETDOWN_NOT_OBSERVED", "tanda ASI mengalir tidak diamati",
     "let-down was not watched for"},
    {Reason::NoLetdown, "NO_LETDOWN", "tidak ada tanda ASI mengalir", "no sign of let-down"},
    {Reason::MarkMissing, "MARK_MISSING", "nilai sebelum atau sesudah tidak dicatat",
     "mark before or after not written down"},
    {Reason::ColostrumUnknown, "COLOSTRUM_UNKNOWN", "belum diketahui kapan kolostrum keluar",
     "first colostrum not known"},
    {Reason::BirthHourUnknown, "BIRTH_HOUR_UNKNOWN", "jam lahir tidak diketahui",
     "hour of birth not known"},
    {Reason::ToldLate, "TOLD_LATE", "dilaporkan setelah lebih dari 60 menit",
     "told after more than 60 minutes"},
    {Reason::NotTold, "NOT_TOLD", "belum dilaporkan", "nobody was told"},
    {Reason::MassagedDespiteSign, "MASSAGED_DESPITE_SIGN", "tetap dipijat",
     "massaged all the same"},
    {Reason::TooFewMonths, "TOO_FEW_MONTHS", "baru {0} bulan terdata", "{0} months on record"},
    {Reason::WithoutName, "WITHOUT_NAME", "hitungan tanpa nama: {0} bayi",
     "a tally without names: {0} infants"},
}};

struct DetailWords {
    std::string_view detail, text_id, text_en;
};

constexpr std::array<DetailWords, 39> kDetailWords = {{
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
    {"attendant", "penolong persalinan", "birth attendant"},
    {"place", "tempat bersalin", "place of birth"},
    {"kb_method", "cara KB", "family planning method"},
    {"vit_a_1", "vitamin A", "vitamin A"},
    {"imm_up_to_date", "imunisasi sesuai umur", "immunisation up to date"},
    {"bottle_yesterday", "botol dot", "bottle"},
}};

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
