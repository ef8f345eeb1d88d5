// WHO/UNICEF 2021 and WHO routine records: what each figure means.
#include "shared/indicators/words/meaning.h"

#include <array>

namespace indicators {

namespace {

constexpr std::array<Meaning, 12> kWho = {{
    {Indicator::WhoEvbf, "WHO_EVBF", "Pernah disusui", "Ever breastfed (EvBF)", Kind::Percentage,
     "Pembilang: pernah disusui. Penyebut: anak hidup 0-23 bulan pada hari terakhir bulan ini.",
     "UNICEF; DHS nt_bf_ever"},
    {Indicator::WhoEibf, "WHO_EIBF", "IMD/EIBF", "Early initiation of breastfeeding (EIBF)",
     Kind::Percentage,
     "Pembilang: disusui segera atau pada jam 0 (jam 1 tidak dihitung). Penyebut: anak hidup 0-23 "
     "bulan.",
     "UNICEF; DHS nt_bf_start_1hr"},
    {Indicator::WhoEbf2d, "WHO_EBF2D", "ASI saja 2 hari pertama",
     "Exclusively breastfed first two days (EBF2D)", Kind::Percentage,
     "Pembilang: pernah disusui dan dalam 2 hari pertama tidak diberi apa pun selain ASI. "
     "Penyebut: anak hidup 0-23 bulan.",
     "UNICEF; DHS nt_ebf_2days"},
    {Indicator::WhoEbf, "WHO_EBF", "ASI eksklusif < 6 bulan (WHO)", "Exclusive breastfeeding (EBF)",
     Kind::Percentage,
     "Pembilang: kemarin hanya ASI. Penyebut: bayi 0-5 bulan yang ditanya bulan ini; tidak tahu "
     "tetap di penyebut. Umur pada hari ditanya.",
     "IYCF-STATA; DHS nt_ebf"},
    {Indicator::WhoMixmf, "WHO_MIXMF", "ASI dan susu lain < 6 bulan", "Mixed milk feeding (MixMF)",
     Kind::Percentage,
     "Pembilang: kemarin ASI dan susu formula atau susu hewani. Penyebut: bayi 0-5 bulan yang "
     "ditanya bulan ini.",
     "IYCF-STATA; DHS nt_milkmix"},
    {Indicator::WhoCbf, "WHO_CBF", "Masih disusui 12-23 bulan",
     "Continued breastfeeding 12-23 months (CBF)", Kind::Percentage,
     "Pembilang: kemarin minum ASI. Penyebut: anak 12-23 bulan yang ditanya bulan ini.",
     "DHS nt_bf_curr"},
    {Indicator::WhoIsssf, "WHO_ISSSF", "Mulai MPASI 6-8 bulan",
     "Introduction of solid, semi-solid or soft foods (ISSSF)", Kind::Percentage,
     "Pembilang: kemarin makan makanan padat, setengah padat, atau lunak. Penyebut: bayi 6-8 bulan "
     "yang ditanya bulan ini.",
     "IYCF-STATA; DHS nt_food_bf"},
    {Indicator::WhoBof, "WHO_BOF", "Memakai botol dot", "Bottle feeding 0-23 months (BoF)",
     Kind::Percentage,
     "Pembilang: kemarin minum dari botol berdot, apa pun isinya. Penyebut: anak 0-23 bulan yang "
     "ditanya bulan ini.",
     "IYCF-BOF; DHS nt_bottle"},
    {Indicator::WhoAreaGraph, "WHO_AG", "Grafik area pemberian makan",
     "Infant feeding area graph (AG)", Kind::Count,
     "Anak 0-23 bulan yang ditanya bulan ini, menurut kelas pemberian makan dan umur; grafiknya "
     "memakai 0-5 bulan.",
     "DHS nt_bf_status"},
    {Indicator::PncInd3, "PNC_IND3", "ASI eksklusif (pencatatan rutin WHO)",
     "Exclusive breastfeeding, routine WHO version", Kind::Percentage,
     "Pembilang: kemarin hanya ASI. Penyebut: semua bayi 0-5 bulan yang dilihat bulan ini, ditanya "
     "atau tidak.",
     "DAK-I IND.3"},
    {Indicator::PncInd3Newborn, "PNC_IND3_28D", "ASI eksklusif < 28 hari (pencatatan rutin WHO)",
     "Exclusive breastfeeding under 28 days, routine", Kind::Percentage,
     "Seperti PNC_IND3, bayi di bawah 28 hari.", "DAK-I IND.3"},
    {Indicator::PncInd3Months2To3, "PNC_IND3_2_3M",
     "ASI eksklusif 2-3 bulan (pencatatan rutin WHO)",
     "Exclusive breastfeeding at 2-3 months, routine", Kind::Percentage,
     "Seperti PNC_IND3, bayi 2-3 bulan.", "DAK-I IND.3"},
}};

}  // namespace

std::span<const Meaning> who_meanings() {
    return kWho;
}

}  // namespace indicators
