// Definitions, sources and the caveat of the programme's figures.
#include "shared/indicators/programme_table.h"

#include <array>

namespace indicators {

namespace {

using Table = ProgrammeTable;

struct Words {
    std::string_view id, en;
};

constexpr Words kTaught = {
    "Ibu yang dikunjungi bulan ini pada hari 0-42 setelah melahirkan; dari mereka, yang "
    "keluarganya sudah diajari, sejak hamil sampai hari ke-42. Keluarga yang bayinya meninggal "
    "tidak dihitung.",
    "Mothers visited this month on days 0-42 after the birth; of these, whose family was taught, "
    "from the pregnancy until day 42. Families whose baby died are not counted."};
constexpr Words kCompetentFamily = {
    "Keluarga yang sudah diajari (pembilang PR_TEACH); dari mereka, yang mempunyai anggota yang "
    "lulus saat mempraktikkan ulang.",
    "Families taught (numerator of PR_TEACH); of these, with a member who passed the return "
    "demonstration."};
constexpr Words kCompetent = {
    "Orang yang mempraktikkan ulang bulan ini; dari mereka, yang nilainya 80 % ke atas dan semua "
    "langkah pentingnya bisa. Yang dihitung praktik terakhir bulan ini.",
    "Learners with a return demonstration this month; of these, who scored 80 % or more with every "
    "critical step. The latest of the month counts."};
constexpr Words kHusbandLearning = {"Orang yang diajari bulan ini; dari mereka, suami ibu.",
                                    "Learners taught this month; of these, the mother's husband."};
constexpr Words kHusband = {
    "Pijat bulan ini yang diketahui siapa pemijatnya; dari semua itu, oleh suami. Yang dilihat "
    "langsung dan yang diceritakan tidak dijumlahkan.",
    "Massages this month whose performer is known; of these, by the husband. Observed and reported "
    "ones are not added."};
constexpr Words kFirstMothers = {
    "Ibu yang hari ke-13 setelah melahirkannya jatuh bulan ini dan keluarganya sudah diajari pada "
    "hari itu.",
    "Mothers whose 13th day after the birth lies in this month and whose family was taught by "
    "then."};
constexpr Words kFirst = {
    "Pijat pada hari 0-13 dari ibu PR_FREQ_MOTHERS, dibagi minggu ibu (dua minggu per ibu). Pijat "
    "yang tidak dilihat dan tidak diceritakan siapa pun tidak ada di sini.",
    "Massages on days 0-13 of the mothers of PR_FREQ_MOTHERS, by mother-weeks (two each). What "
    "nobody saw or told of is not in here."};
constexpr Words kAdherence = {
    "Pijat bulan ini yang langkahnya dicatat; dari semua itu, yang 80 % langkahnya dilakukan dan "
    "lamanya 3 menit atau lebih.",
    "Massages this month with steps written down; of these, with 80 % of the steps and 3 minutes "
    "or more."};
constexpr Words kHarm = {
    "Semua pijat bulan ini; dari semua itu, yang ada keluhannya. Yang keluhannya tidak diketahui "
    "ada di baris PR_AE_UNK.",
    "All massages this month; of these, with a complaint. Those of which it is not known are in "
    "PR_AE_UNK."};
constexpr Words kHarmUnknown = {
    "Semua pijat bulan ini; dari semua itu, yang tidak diketahui apakah ada keluhan.",
    "All massages this month; of these, of which nobody knows whether there was a complaint."};
constexpr Words kMilkLate = {
    "Ibu yang melahirkan bulan ini dan diketahui kapan ASI-nya keluar banyak (cerita ibu); dari "
    "mereka, yang lebih dari 72 jam setelah melahirkan. Bila jamnya tidak pasti, tidak dihitung.",
    "Births this month with a known onset of milk (the mother's word); of these, after more than "
    "72 hours. Where the hour leaves it open, it is not counted."};
constexpr Words kEbfTaught = {
    "Bayi umur ini pada hari terakhir bulan, ditanya bulan ini, ibunya sudah diajari pijat sebelum "
    "atau pada hari ditanya; dari mereka, yang kemarin hanya ASI.",
    "Infants of this age on the month's last day, recalled this month, whose mother was taught by "
    "the day of the recall; of these, breast milk only yesterday."};
constexpr Words kEbfNotTaught = {
    "Bayi umur ini pada hari terakhir bulan, ditanya bulan ini, ibunya belum diajari pijat pada "
    "hari ditanya; dari mereka, yang kemarin hanya ASI.",
    "Infants of this age on the month's last day, recalled this month, whose mother was not taught "
    "by the day of the recall; of these, breast milk only yesterday."};

constexpr Words kHusbandInvolved = {
    "Ibu dalam 42 hari setelah bersalin yang dipijat bulan ini; dari mereka, yang suaminya memijat "
    "bulan ini atau sudah diajari sampai hari ke-42.",
    "Mothers massaged this month within 42 days of the birth; of these, whose husband massaged "
    "this month or was taught until day 42."};
constexpr Words kFrequency = {
    "Pijat dibagi hari yang diamati (hari 0-7, sejak diajari), median antar ibu yang hari ke-7-nya "
    "jatuh bulan ini.",
    "Massages by days observed (days 0-7, since she was taught), median over mothers whose day 7 "
    "lies in this month."};
constexpr Words kLetdown = {
    "Pijat bulan ini yang tanda ASI mengalirnya diamati; dari semua itu, yang ada tandanya.",
    "Massages this month at which let-down was watched for; of these, with a sign of it."};
constexpr Words kRelax = {
    "Rata-rata nilai sesudah dikurangi nilai sebelum pijat pada ibu yang sama.",
    "Mean of the mark after less the mark before, of the same mother."};
constexpr Words kColostrum = {
    "Persalinan bulan ini yang jam lahir dan jam kolostrum pertamanya diketahui: median jamnya.",
    "Births this month whose hour and first colostrum are known: median of the hours between."};
constexpr Words kReferral = {
    "Rujukan SEKARANG bulan ini; dari semua itu, yang dilaporkan dalam 60 menit.",
    "Referrals at once this month; of these, told within 60 minutes."};
constexpr Words kHeld = {
    "Kunjungan bulan ini dengan tanda bahaya ibu yang menghentikan pijat; dari semua itu, yang "
    "pijatnya ditahan.",
    "Visits this month with a mother's sign that stops the massage; of these, without a massage."};
constexpr Words kFollowed = {
    "Bayi yang genap 6 bulan bulan ini; dari mereka, yang status ASI-nya diketahui pada 5 bulan "
    "atau lebih.",
    "Infants reaching six months this month; of these, with a known status in five months or "
    "more."};

constexpr ProgrammeFigure figure(Indicator indicator, Table table, const Words& words,
                                 std::string_view source) {
    return {indicator, table, words.id, words.en, source};
}
constexpr Indicator after(Indicator first, int steps) {
    return static_cast<Indicator>(static_cast<int>(first) + steps);
}

constexpr std::string_view kReview = "tinjauan pustaka proyek; rancangan program";
constexpr std::string_view kHusbandSource = "artikel sumber proyek; rancangan program";
constexpr std::string_view kStepsSource = "artikel sumber proyek dan tinjauan pustaka; rancangan";
constexpr std::string_view kFirstSource = "SOP 10-15 menit, dua kali sehari; rancangan program";
constexpr std::string_view kOwn = "rancangan program";
constexpr std::string_view kMilkSource = "Chapman & Perez-Escamilla, J Nutr 2000;130:2972";
constexpr std::string_view kEbfSource = "WHO/UNICEF 2021 (recall 24 jam); ID_ASI05";

constexpr std::array<ProgrammeFigure, 39> kFigures = [] {
    std::array<ProgrammeFigure, 39> all{};
    std::size_t next = 0;
    const auto add = [&](Indicator indicator, Table table, const Words& words,
                         std::string_view source) {
        all[next++] = figure(indicator, table, words, source);
    };
    add(Indicator::PrTaught, Table::Teaching, kTaught, kReview);
    add(Indicator::PrCompetentFamily, Table::Teaching, kCompetentFamily, kReview);
    add(Indicator::PrCompetent, Table::Teaching, kCompetent, kReview);
    add(Indicator::PrHusbandLearning, Table::Teaching, kHusbandLearning, kHusbandSource);
    add(Indicator::PrHusbandObserved, Table::Practice, kHusband, kHusbandSource);
    add(Indicator::PrHusbandReported, Table::Practice, kHusband, kHusbandSource);
    add(Indicator::PrFirstDaysMothers, Table::Practice, kFirstMothers, kFirstSource);
    add(Indicator::PrFirstDaysObserved, Table::Practice, kFirst, kFirstSource);
    add(Indicator::PrFirstDaysReported, Table::Practice, kFirst, kFirstSource);
    add(Indicator::PrAdherenceObserved, Table::Practice, kAdherence, kStepsSource);
    add(Indicator::PrAdherenceReported, Table::Practice, kAdherence, kStepsSource);
    add(Indicator::PrHusband, Table::Practice, kHusbandInvolved, kHusbandSource);
    add(Indicator::PrFrequencyObserved, Table::Practice, kFrequency, kFirstSource);
    add(Indicator::PrFrequencyReported, Table::Practice, kFrequency, kFirstSource);
    add(Indicator::PrLetdownObserved, Table::Practice, kLetdown, kReview);
    add(Indicator::PrLetdownReported, Table::Practice, kLetdown, kReview);
    add(Indicator::PrRelaxObserved, Table::Practice, kRelax, kHusbandSource);
    add(Indicator::PrRelaxReported, Table::Practice, kRelax, kHusbandSource);
    add(Indicator::PrHarmObserved, Table::Harm, kHarm, kOwn);
    add(Indicator::PrHarmReported, Table::Harm, kHarm, kOwn);
    add(Indicator::PrHarmUnknownObserved, Table::Harm, kHarmUnknown, kOwn);
    add(Indicator::PrHarmUnknownReported, Table::Harm, kHarmUnknown, kOwn);
    add(Indicator::PrHeld, Table::Harm, kHeld, kOwn);
    add(Indicator::PrReferral, Table::Harm, kReferral, kOwn);
    add(Indicator::PrMilkLate, Table::Milk, kMilkLate, kMilkSource);
    add(Indicator::PrColostrum, Table::Milk, kColostrum, kReview);
    add(Indicator::PrFollowed, Table::Milk, kFollowed, kOwn);
    for (int age = 0; age < 6; ++age) {
        add(after(Indicator::PrEbfTaught0, age), Table::EbfTaught, kEbfTaught, kEbfSource);
    }
    for (int age = 0; age < 6; ++age) {
        add(after(Indicator::PrEbfNotTaught0, age), Table::EbfNotTaught, kEbfNotTaught, kEbfSource);
    }
    return all;
}();

constexpr std::array<Words, 6> kTitles = {{
    {"1. Keluarga yang diajari", "1. Families taught"},
    {"2. Pijat di rumah", "2. Massage at home"},
    {"3. Keluhan saat pijat", "3. Complaints"},
    {"4. ASI keluar banyak", "4. Milk coming in"},
    {"5. ASI saja menurut umur, ibu yang diajari pijat",
     "5. Breast milk only by age, mothers taught"},
    {"6. ASI saja menurut umur, ibu yang belum diajari pijat",
     "6. Breast milk only by age, mothers not taught"},
}};

}  // namespace

std::span<const ProgrammeFigure> programme_figures() {
    return kFigures;
}
std::string_view title_id(ProgrammeTable table) {
    return kTitles[static_cast<std::size_t>(table)].id;
}
std::string_view title_en(ProgrammeTable table) {
    return kTitles[static_cast<std::size_t>(table)].en;
}

std::string_view caveat_id() {
    return "Untuk pemantauan program, bukan bukti. Keluarga yang diajari berbeda dari yang belum: "
           "jangan disimpulkan sebab-akibat dari tabel ini. Penelitian pijat yang ada masih kecil "
           "dan mutunya rendah sampai sedang. Untuk penelitian perlu protokol, izin etik, "
           "persetujuan, kelompok pembanding dan hasil yang ditetapkan lebih dulu.";
}
std::string_view caveat_en() {
    return "For monitoring the programme, no proof. Families that were taught differ from those "
           "that were not: these tables say nothing about cause and effect. Studies of the massage "
           "are small and of low to moderate quality. Research needs a protocol, ethics approval, "
           "consent, a control group and an outcome decided beforehand.";
}

}  // namespace indicators
