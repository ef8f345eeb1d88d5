// Births, contacts with health workers, mothers: what each figure means.
#include "shared/indicators/words/meaning.h"

#include <array>

namespace indicators {

namespace {

constexpr std::array<Meaning, 30> kCare = {{
    {Indicator::Births, "ID_BERSALIN", "Ibu bersalin", "Mothers delivered", Kind::Count,
     "Ibu yang bersalin di bulan ini, juga bila bayinya lahir mati.", "LB3 2"},
    {Indicator::BirthsSkilled, "ID_SALIN_NAKES", "Bersalin ditolong tenaga kesehatan",
     "Births with a health worker", Kind::Percentage,
     "Pembilang: ditolong bidan, dokter, dokter SpOG, atau perawat. Penyebut: ibu bersalin bulan "
     "ini.",
     "LB3 3"},
    {Indicator::BirthsFacility, "ID_SALIN_FASKES", "Bersalin di fasilitas kesehatan",
     "Births in a facility", Kind::Percentage,
     "Pembilang: bersalin di puskesmas, pustu, rumah sakit, klinik, atau praktik bidan. Penyebut: "
     "ibu bersalin bulan ini.",
     "LB3 4"},
    {Indicator::LowWeight, "ID_BBLR", "Berat bayi lahir rendah", "Low birth weight",
     Kind::Percentage,
     "Pembilang: berat lahir di bawah 2500 gram. Penyebut: bayi lahir hidup bulan ini yang berat "
     "lahirnya diketahui.",
     "GLOSARIUM BBLR"},
    {Indicator::PncInd5, "PNC_IND5", "IMD (pencatatan rutin WHO)",
     "Early initiation, routine WHO version", Kind::Percentage,
     "Pembilang: disusui segera atau dalam satu jam pertama. Penyebut: semua bayi lahir hidup "
     "bulan ini.",
     "DAK-I IND.5"},
    {Indicator::Kf1, "ID_KF1", "KF1", "KF1", Kind::Count,
     "Ibu dengan pelayanan tenaga kesehatan 6 jam sampai hari ke-2 setelah bersalin, di bulan "
     "pelayanannya.",
     "LB3 5; KF-1"},
    {Indicator::Kf2, "ID_KF2", "KF2", "KF2", Kind::Count,
     "Ibu dengan pelayanan tenaga kesehatan hari ke-3 sampai 7, di bulan pelayanannya.", "KF-1"},
    {Indicator::Kf3, "ID_KF3", "KF3", "KF3", Kind::Count,
     "Ibu dengan pelayanan tenaga kesehatan hari ke-8 sampai 28, di bulan pelayanannya.", "KF-1"},
    {Indicator::Kf4, "ID_KF4", "KF4", "KF4", Kind::Count,
     "Ibu dengan pelayanan tenaga kesehatan hari ke-29 sampai 42, di bulan pelayanannya.", "KF-1"},
    {Indicator::KfComplete, "ID_KF_LENGKAP", "KF lengkap", "Complete KF", Kind::Count,
     "Ibu dengan KF1 sampai KF4 lengkap, di bulan KF4.", "LB3 6; KFL"},
    {Indicator::Kn1, "ID_KN1", "KN1", "KN1", Kind::Count,
     "Bayi dengan pelayanan tenaga kesehatan 6 sampai 48 jam setelah lahir (menurut tanggal: "
     "sampai hari ke-2), di bulan pelayanannya; kembar dihitung dua.",
     "KNL; KFL"},
    {Indicator::Kn2, "ID_KN2", "KN2", "KN2", Kind::Count,
     "Bayi dengan pelayanan tenaga kesehatan hari ke-3 sampai 7, di bulan pelayanannya.", "KF-2"},
    {Indicator::Kn3, "ID_KN3", "KN3", "KN3", Kind::Count,
     "Bayi dengan pelayanan tenaga kesehatan hari ke-8 sampai 28, di bulan pelayanannya.", "KF-2"},
    {Indicator::KnComplete, "ID_KN_LENGKAP", "KN lengkap", "Complete KN", Kind::Count,
     "Bayi dengan KN1 sampai KN3 lengkap, di bulan KN3; kembar dihitung dua.",
     "KNL; KFL; PROFIL-KN"},
    {Indicator::PncWomen1, "PNC_IND1_1", "Kontak nifas dalam 24 jam",
     "Postnatal contact of women within 24 hours", Kind::Percentage,
     "Pembilang: ada pelayanan tenaga kesehatan dalam 24 jam. Penyebut: ibu dengan pelayanan nifas "
     "yang tercatat, di bulan hari ke-49.",
     "DAK-I IND.1; DAK-L S.01"},
    {Indicator::PncWomen2, "PNC_IND1_2", "Kontak nifas 48-72 jam",
     "Postnatal contact of women 48 to 72 hours", Kind::Percentage,
     "Pembilang: ada pelayanan tenaga kesehatan 48-72 jam. Penyebut: ibu dengan pelayanan nifas "
     "yang tercatat, di bulan hari ke-49.",
     "DAK-I IND.1; DAK-L S.01"},
    {Indicator::PncWomen3, "PNC_IND1_3", "Kontak nifas hari ke-7 sampai 14",
     "Postnatal contact of women day 7 to 14", Kind::Percentage,
     "Pembilang: ada pelayanan tenaga kesehatan hari ke-7 sampai 14. Penyebut: ibu dengan "
     "pelayanan nifas yang tercatat, di bulan hari ke-49.",
     "DAK-I IND.1; DAK-L S.01"},
    {Indicator::PncWomen4, "PNC_IND1_4", "Kontak nifas minggu ke-6",
     "Postnatal contact of women week 6", Kind::Percentage,
     "Pembilang: ada pelayanan tenaga kesehatan minggu ke-6. Penyebut: ibu dengan pelayanan nifas "
     "yang tercatat, di bulan hari ke-49.",
     "DAK-I IND.1; DAK-L S.01"},
    {Indicator::PncNewborn1, "PNC_IND2_1", "Kontak bayi baru lahir dalam 24 jam",
     "Postnatal contact of newborns within 24 hours", Kind::Percentage,
     "Pembilang: ada pelayanan tenaga kesehatan dalam 24 jam. Penyebut: bayi dengan pelayanan yang "
     "tercatat, di bulan hari ke-49.",
     "DAK-I IND.2; DAK-L S.01"},
    {Indicator::PncNewborn2, "PNC_IND2_2", "Kontak bayi baru lahir 48-72 jam",
     "Postnatal contact of newborns 48 to 72 hours", Kind::Percentage,
     "Pembilang: ada pelayanan tenaga kesehatan 48-72 jam. Penyebut: bayi dengan pelayanan yang "
     "tercatat, di bulan hari ke-49.",
     "DAK-I IND.2; DAK-L S.01"},
    {Indicator::PncNewborn3, "PNC_IND2_3", "Kontak bayi baru lahir hari ke-7 sampai 14",
     "Postnatal contact of newborns day 7 to 14", Kind::Percentage,
     "Pembilang: ada pelayanan tenaga kesehatan hari ke-7 sampai 14. Penyebut: bayi dengan "
     "pelayanan yang tercatat, di bulan hari ke-49.",
     "DAK-I IND.2; DAK-L S.01"},
    {Indicator::PncNewborn4, "PNC_IND2_4", "Kontak bayi baru lahir minggu ke-6",
     "Postnatal contact of newborns week 6", Kind::Percentage,
     "Pembilang: ada pelayanan tenaga kesehatan minggu ke-6. Penyebut: bayi dengan pelayanan yang "
     "tercatat, di bulan hari ke-49.",
     "DAK-I IND.2; DAK-L S.01"},
    {Indicator::Postpartum, "ID_NIFAS", "Ibu nifas", "Mothers in their first 42 days", Kind::Count,
     "Ibu yang salah satu dari hari ke-0 sampai 42-nya ada di bulan ini.", "F1 C.4"},
    {Indicator::VitaminA, "ID_VITA", "Vitamin A ibu nifas", "Postpartum vitamin A", Kind::Count,
     "Ibu nifas yang mendapat vitamin A, sekali untuk satu persalinan, di bulan pertama tercatat.",
     "LB3 7; F1 C.5"},
    {Indicator::IlpMothersCame, "ILP_IBU_DATANG", "Ibu nifas/menyusui yang datang",
     "Mothers who came", Kind::Percentage,
     "Pembilang: datang atau dikunjungi bulan ini. Penyebut: ibu nifas, dan ibu dengan anak hidup "
     "di bawah 2 tahun.",
     "ILP-REKAP"},
    {Indicator::IlpVitaminA, "ILP_IBU_VITA", "Ibu nifas mendapat vitamin A",
     "Postpartum vitamin A, of those asked", Kind::Percentage,
     "Pembilang: sudah mendapat vitamin A. Penyebut: ibu nifas yang ditanya.", "ILP-REKAP"},
    {Indicator::IlpContraception, "ILP_IBU_KB", "Ibu nifas/menyusui mengikuti KB",
     "Postpartum family planning, of those asked", Kind::Percentage,
     "Pembilang: memakai cara KB. Penyebut: ibu nifas/menyusui yang ditanya.", "ILP-REKAP"},
    {Indicator::IlpMothersTaught, "ILP_IBU_EDUKASI", "Ibu nifas/menyusui mendapat edukasi",
     "Mothers counselled", Kind::Count, "Ibu yang dikunjungi bulan ini dengan materi edukasi.",
     "ILP-REKAP"},
    {Indicator::IlpMothersReferred, "ILP_IBU_DIRUJUK", "Ibu nifas/menyusui dirujuk",
     "Mothers referred", Kind::Count, "Ibu dengan rujukan bulan ini.", "ILP-REKAP"},
    {Indicator::PncInd4, "PNC_IND4", "KB pasca persalinan", "Postpartum family-planning acceptor",
     Kind::Percentage,
     "Pembilang: memakai cara KB modern. Penyebut: ibu dengan pelayanan nifas yang tercatat, di "
     "bulan hari ke-42. MAL hanya dihitung bila kebijakan menghitungnya.",
     "DAK-I IND.4"},
}};

}  // namespace

std::span<const Meaning> care_meanings() {
    return kCare;
}

}  // namespace indicators
