// Growth and the recap of infants: what each figure means.
#include "shared/indicators/words/meaning.h"

#include <array>

namespace indicators {

namespace {

constexpr std::array<Meaning, 17> kGrowth = {{
    {Indicator::Weighed, "TIMBANG_D", "Anak di bawah 2 tahun yang ditimbang (D/S)",
     "Children under two weighed (D/S)", Kind::Percentage,
     "Pembilang (D): ditimbang bulan ini, juga bila beratnya mustahil. Penyebut (S): anak di "
     "bawah 2 tahun yang terdaftar, umur pada hari terakhir bulan ini.",
     "F1 D, F"},
    {Indicator::HasBook, "TIMBANG_K", "Memiliki Buku KIA/KMS (K)", "Has the handbook (K)",
     Kind::Count, "Anak di bawah 2 tahun yang terdaftar dan memiliki Buku KIA.", "F1 E"},
    {Indicator::Gained, "TIMBANG_N", "Naik berat badannya (N/D)", "Gained weight (N/D)",
     Kind::Percentage,
     "Pembilang (N): kenaikan sejak penimbangan terakhir bulan lalu, 20 sampai 45 hari sebelumnya, "
     "mencapai KBM. Penyebut (D): ditimbang bulan ini.",
     "F1 G; KBM"},
    {Indicator::NotGained, "TIMBANG_T", "Tidak naik (T)", "Did not gain (T)", Kind::Count,
     "Kenaikan sejak penimbangan terakhir bulan lalu, 20 sampai 45 hari sebelumnya, di bawah KBM.",
     "F1 G; KBM"},
    {Indicator::NotLastMonth, "TIMBANG_O", "Bulan lalu tidak ditimbang (O)",
     "Not weighed last month (O)", Kind::Count,
     "Ditimbang bulan ini dan pernah sebelumnya, tetapi tidak sekali pun bulan lalu. Berat yang "
     "mustahil (salah timbang atau salah tulis) tidak ikut dihitung.",
     "F1 G"},
    {Indicator::FirstWeighing, "TIMBANG_B", "Baru pertama kali ditimbang (B)", "First weighing (B)",
     Kind::Count,
     "Ditimbang bulan ini dan belum pernah sebelum bulan ini, juga bila dua kali bulan ini. Berat "
     "yang mustahil (salah timbang atau salah tulis) tidak ikut dihitung.",
     "F1 G"},
    {Indicator::NotGainedTwice, "TIMBANG_2T", "Dua kali berturut-turut tidak naik (2T)",
     "T twice running (2T)", Kind::Count,
     "T bulan ini dan T bulan lalu, menurut penimbangan terakhir tiap bulan.", "F1 L"},
    {Indicator::NotGainedTwiceReferred, "TIMBANG_2T_RUJUK", "2T yang dirujuk", "2T referred",
     Kind::Count, "Dari 2T: dirujuk bulan ini sejak hari ditimbang.", "F1 M"},
    {Indicator::Measured, "UKUR_PB", "Diukur panjang badannya", "Length measured", Kind::Count,
     "Anak di bawah 2 tahun yang panjang badannya diukur bulan ini.", "SIGIZI 9"},
    {Indicator::WeighedMeasured, "UKUR_BB_PB", "Ditimbang dan diukur", "Weighed and measured",
     Kind::Count, "Ditimbang dan diukur panjang badannya bulan ini.", "SIGIZI 8"},
    {Indicator::Underweight, "BBU_KURANG", "Berat badan kurang atau sangat kurang", "Underweight",
     Kind::Percentage,
     "Pembilang: BB/U di bawah -2 SD. Penyebut: ditimbang bulan ini dan dapat dinilai (bukan "
     "prematur, sejak hari ke-15).",
     "Permenkes 2/2020; WHO"},
    {Indicator::IlpInfantsCame, "ILP_BAYI_DATANG", "Bayi 0-11 bulan yang datang",
     "Infants who came", Kind::Percentage,
     "Pembilang: datang atau dikunjungi bulan ini. Penyebut: bayi 0-11 bulan yang terdaftar.",
     "ILP-REKAP"},
    {Indicator::IlpExclusive, "ILP_BAYI_ASI", "ASI eksklusif (0-6 bulan)",
     "Exclusively breastfed (0-6 months)", Kind::Count,
     "Bayi dengan status bulan ini ASI saja (E) atau lulus (G).", "ILP-REKAP"},
    {Indicator::IlpFood, "ILP_BAYI_MPASI", "MP-ASI (> 6 bulan)", "Complementary food (> 6 months)",
     Kind::Count, "Bayi 6-11 bulan yang kemarin makan.", "ILP-REKAP"},
    {Indicator::IlpImmunised, "ILP_BAYI_IMUNISASI", "Imunisasi sesuai umur", "Immunised for age",
     Kind::Percentage,
     "Pembilang: imunisasi sesuai umur. Penyebut: bayi 0-11 bulan yang ditanya bulan ini.",
     "ILP-REKAP"},
    {Indicator::IlpInfantsTaught, "ILP_BAYI_EDUKASI", "Bayi: keluarga mendapat edukasi",
     "Infants: family counselled", Kind::Count,
     "Bayi yang dikunjungi bulan ini dengan materi edukasi.", "ILP-REKAP"},
    {Indicator::IlpInfantsReferred, "ILP_BAYI_DIRUJUK", "Bayi dirujuk", "Infants referred",
     Kind::Count, "Bayi dengan rujukan bulan ini.", "ILP-REKAP"},
}};

}  // namespace

std::span<const Meaning> growth_meanings() {
    return kGrowth;
}

}  // namespace indicators
