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

constexpr std::array<MassageStep, 20> kSteps = {{
    {"P01", "Minta izin ibu; jelaskan tujuan dan bahwa ibu boleh berhenti kapan saja",
     "Ask the mother's permission, explain, tell her she may stop at any time", 0, 0, true},
    {"P02", "Periksa tanda bahaya dan daftar tunda/jangan pijat",
     "Run the danger-sign and do-not-massage check", 0, 0, true},
    {"P03", "Pastikan ibu tidak lapar dan sudah minum",
     "Check that the mother is not hungry (and has drunk)", 0, 0, false},
    {"P04", "Siapkan ruang bersih, hangat, berventilasi, dan tertutup",
     "Prepare a clean, private, ventilated, comfortable room", 0, 0, false},
    {"P05", "Siapkan alat: kursi, bantal, 2 handuk, waslap, air hangat, minyak aman, kain penutup",
     "Prepare chair, pillow, towels, washcloth, warm water, safe oil, cover cloth", 0, 0, false},
    {"P06", "Cuci tangan pakai sabun; kuku pendek; lepas cincin/jam",
     "Wash hands with soap; short nails; remove rings/watch", 0, 0, true},
    {"P07",
     "Lepas pakaian atas dan bra, tutup bagian depan dengan handuk; ibu boleh tetap memakai baju "
     "tipis",
     "Remove upper clothing and bra, keep the front covered with a towel; she may keep a thin "
     "shirt on",
     0, 0, false},
    {"P08",
     "Ibu duduk nyaman menghadap meja/dinding/sandaran, badan condong ke depan di atas bantal, "
     "lengan terlipat, kepala bersandar, payudara bebas",
     "Mother seated, leaning forward on a pillow against a table or wall, arms folded, head "
     "resting, breasts hanging free",
     0, 0, true},
    {"P09", "Hangatkan minyak di telapak tangan; tanyakan alergi",
     "Warm the oil in the palms; ask about allergy", 0, 0, false},
    {"M01",
     "Ibu jari melingkar kecil dari leher ke bawah di kedua sisi tulang belakang, jangan di atas "
     "tulangnya",
     "Small thumb circles from the neck down both sides of the spine, never on the bone", 60, 45,
     true},
    {"M02", "Gerakan yang sama dari dasar tengkorak melewati tulang belikat",
     "Same movement from the base of the skull across the shoulder blades", 45, 30, true},
    {"M03",
     "Ibu jari melingkar di kedua sisi tulang belakang, jangan di atas tulangnya, dari atas ke "
     "bawah",
     "Thumb circles on both sides of the spine, never on the bone, top to bottom", 45, 30, true},
    {"M04", "Ulangi dari bawah ke atas", "Repeat from the bottom up", 45, 30, false},
    {"M05", "Kepalan tangan menekan lembut seluruh punggung sampai ibu rileks",
     "Use the fists over the whole back with gentle pressure until she feels relaxed", 45, 30,
     false},
    {"M06", "Usap seluruh punggung dengan telapak tangan hangat",
     "Finish by sweeping the whole back with a warm, comfortable touch", 30, 20, false},
    {"M07", "Tanyakan kenyamanan; hentikan bila nyeri, pusing, atau perdarahan bertambah",
     "Ask about comfort; stop for pain, dizziness or heavier bleeding", 0, 0, true},
    {"C01", "Bersihkan punggung dengan waslap hangat; bantu ibu berpakaian",
     "Wipe the back with a warm cloth; help the mother dress", 0, 0, false},
    {"C02", "Segera susui bayi atau perah ASI", "Breastfeed or express milk straight away", 0, 0,
     true},
    {"C03", "Amati tanda refleks pengeluaran ASI dan kondisi ibu-bayi",
     "Watch for let-down signs and the state of mother and infant", 0, 0, false},
    {"C04", "Cuci tangan, catat sesi", "Wash hands, record the session", 0, 0, false},
}};

}  // namespace

std::span<const SafetyLine> safety_lines() {
    return kLines;
}
std::span<const MassageStep> massage_steps() {
    return kSteps;
}

}  // namespace care
