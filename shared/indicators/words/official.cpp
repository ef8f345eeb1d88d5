// What the ministry's breastfeeding figures mean (DOMAIN 6.4 to 6.6).
#include "shared/indicators/words/meaning.h"

#include <array>

namespace indicators {

namespace {

constexpr std::array<Meaning, 16> kOfficial = {{
    {Indicator::Sigizi14, "SIGIZI_14", "Bayi lahir hidup bulan ini", "Live births this month",
     Kind::Count, "Bayi lahir hidup dengan tanggal lahir di bulan ini.", "SIGIZI 14"},
    {Indicator::Sigizi20, "SIGIZI_20", "Bayi mendapat IMD", "Infants with early initiation",
     Kind::Count,
     "Dari bayi lahir hidup bulan ini: segera diletakkan di dada ibu, kulit ke kulit, paling "
     "sedikit satu jam.",
     "SIGIZI 20"},
    {Indicator::Sigizi21, "SIGIZI_21", "Bayi usia 0-5 bulan", "Infants 0-5 months", Kind::Count,
     "Bayi hidup yang pada hari terakhir bulan ini berumur 0 bulan sampai 5 bulan 29 hari.",
     "SIGIZI 21"},
    {Indicator::Sigizi22, "SIGIZI_22", "Bayi usia 0-5 bulan yang direcall",
     "Infants 0-5 months recalled", Kind::Count,
     "Dari bayi kolom 21: ada recall bulan ini yang semua jawabannya diketahui.", "SIGIZI 22"},
    {Indicator::Sigizi23, "SIGIZI_23", "Bayi usia 0-5 bulan ASI eksklusif (recall 24 jam)",
     "Infants 0-5 months exclusively breastfed (24-hour recall)", Kind::Count,
     "Dari bayi kolom 22: menurut recall lengkap terakhir, kemarin hanya ASI (obat, vitamin, dan "
     "oralit boleh).",
     "SIGIZI 23"},
    {Indicator::Sigizi24, "SIGIZI_24", "Bayi usia 6 bulan", "Infants reaching 6 months",
     Kind::Count, "Bayi hidup yang genap 6 bulan di bulan ini.", "SIGIZI 24"},
    {Indicator::Sigizi25, "SIGIZI_25", "Bayi ASI eksklusif sampai 6 bulan",
     "Infants exclusively breastfed to 6 months", Kind::Count,
     "Dari bayi kolom 24: menurut recall lengkap pertama pada hari genap 6 bulan atau sesudahnya, "
     "sejak lahir sampai 5 bulan 29 hari hanya diberi ASI.",
     "SIGIZI 25"},
    {Indicator::IdImd, "ID_IMD", "Bayi baru lahir mendapat IMD", "Newborns with early initiation",
     Kind::Percentage, "Pembilang: bayi dengan IMD. Penyebut: bayi lahir hidup bulan ini.",
     "PROFIL"},
    {Indicator::IdRecall, "ID_RECALL", "Cakupan recall 0-5 bulan", "Recall coverage 0-5 months",
     Kind::Percentage,
     "Pembilang: bayi 0-5 bulan yang direcall. Penyebut: semua bayi 0-5 bulan pada hari terakhir "
     "bulan ini.",
     "ASI-DO"},
    {Indicator::IdAsi05, "ID_ASI05", "Cakupan bayi < 6 bulan ASI eksklusif",
     "Exclusive breastfeeding under 6 months", Kind::Percentage,
     "Pembilang: bayi 0-5 bulan dengan ASI saja menurut recall 24 jam. Penyebut: bayi 0-5 bulan "
     "yang direcall bulan ini.",
     "ASI-DO; F1"},
    {Indicator::IdAsi6, "ID_ASI6", "Bayi usia 6 bulan lulus ASI eksklusif",
     "Exclusively breastfed to 6 months", Kind::Percentage,
     "Pembilang: bayi yang sejak lahir sampai 5 bulan 29 hari hanya diberi ASI, menurut recall "
     "lengkap pertama pada hari genap 6 bulan atau sesudahnya. Penyebut: bayi yang genap 6 bulan "
     "bulan ini.",
     "ASI-DO; F1"},
    {Indicator::IdF1Row1, "ID_F1_1", "0-5 bln 29 hr masih ASI saja (ASI proses)",
     "0-5 months 29 days, still breast milk only", Kind::Count,
     "Bayi di bawah 6 bulan pada hari ditanya, masih hanya ASI.", "F1 O.1"},
    {Indicator::IdF1Row2, "ID_F1_2", "0-5 bln 29 hr sudah diberi selain ASI",
     "0-5 months 29 days, already given other", Kind::Count,
     "Bayi di bawah 6 bulan pada hari ditanya, sudah diberi selain ASI.", "F1 O.2"},
    {Indicator::IdF1Row3, "ID_F1_3", "0-5 bln 29 hr datang, tidak terdata ASI",
     "0-5 months 29 days, came, feeding not recorded", Kind::Count,
     "Bayi di bawah 6 bulan yang datang atau dikunjungi, tetapi ASI-nya tidak terdata.", "F1 O.3"},
    {Indicator::IdF1Row4, "ID_F1_4", "Mencapai 6 bulan bulan ini", "Reached 6 months this month",
     Kind::Count, "Bayi hidup yang genap 6 bulan di bulan ini.", "F1 O.4"},
    {Indicator::IdF1Row5, "ID_F1_5", "Lulus ASI eksklusif", "Graduated: exclusive to 6 months",
     Kind::Count,
     "Dari baris 4: menurut recall lengkap pertama pada hari genap 6 bulan atau sesudahnya, sejak "
     "lahir sampai 5 bulan 29 hari hanya diberi ASI.",
     "F1 O.5"},
}};

}  // namespace

std::span<const Meaning> official_meanings() {
    return kOfficial;
}

}  // namespace indicators
