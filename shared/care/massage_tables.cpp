#include "shared/care/massage.h"

#include <array>

namespace care {

namespace {

constexpr std::array<SafetyLine, 16> kLines = {{
    {"XC01", MassageAction::Stop, "Ada tanda bahaya ibu yang melarang pijat",
     "A danger sign of the mother that forbids the massage"},
    {"XC02", MassageAction::Stop, "Ibu tidak setuju / tidak nyaman disentuh",
     "Mother does not agree or is uneasy with touch"},
    {"XC03", MassageAction::Defer, "Kurang dari 2 jam setelah melahirkan tanpa bidan hadir",
     "Less than 2 h after birth with no midwife present"},
    {"XC04", MassageAction::Defer,
     "Luka, memar, luka bakar, ruam bernanah atau infeksi di punggung",
     "Wound, bruise, burn, pustular rash or infection on the back"},
    {"XC05", MassageAction::Defer,
     "Nyeri punggung hebat, cedera/operasi tulang belakang, skoliosis nyeri",
     "Severe back pain, spine injury or surgery"},
    {"XC06", MassageAction::Defer, "Demam ringan (37,5-37,9 °C) atau sakit menular",
     "Mild fever (37.5-37.9 °C) or contagious illness (mother or performer)"},
    {"XC07", MassageAction::Defer,
     "Riwayat pembekuan darah / sedang minum pengencer darah, atau gejala DVT",
     "Clot history, anticoagulants, or DVT symptoms"},
    {"XC08", MassageAction::Defer,
     "Mastitis/payudara merah-nyeri-demam: susui/perah dan rujuk dulu",
     "Mastitis signs: feed/express and refer first"},
    {"XC09", MassageAction::Caution,
     "Operasi sesar < 2 minggu: posisi miring, tekan ringan, jangan tekan perut",
     "Caesarean under 2 weeks: side-lying, light pressure, nothing on the abdomen"},
    {"XC10", MassageAction::Caution, "Anestesi spinal/epidural: hindari daerah suntikan",
     "Recent spinal/epidural: avoid the puncture site"},
    {"XC11", MassageAction::Caution, "Baru makan banyak (<30 menit) atau lapar",
     "Just ate a lot (<30 min) or is hungry"},
    {"XC12", MassageAction::Caution, "Alergi minyak/parfum; kulit sensitif",
     "Oil/fragrance allergy; sensitive skin"},
    {"XC13", MassageAction::Caution, "Tekanan darah tinggi yang diketahui (tanpa gejala)",
     "Known high blood pressure without symptoms"},
    {"XC14", MassageAction::Caution, "Hamil lagi", "Pregnant again"},
    {"XC15", MassageAction::Caution,
     "Bayi meninggal, lahir mati, atau ibu memilih tidak menyusui: jangan tawarkan untuk ASI",
     "Infant died, stillbirth, or mother chooses not to breastfeed: do not offer it for milk"},
    {"XC16", MassageAction::Caution, "HIV positif: ikuti konseling pemberian makan bayi dari nakes",
     "Mother living with HIV: follow the health worker's infant-feeding advice", true},
}};

}  // namespace

std::span<const SafetyLine> safety_lines() {
    return kLines;
}

}  // namespace care
