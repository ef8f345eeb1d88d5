#include "shared/care/danger_signs.h"

#include <algorithm>
#include <array>

namespace care {

namespace {

constexpr std::array<DangerSign, 50> kSigns = {{
    {"MDS01", Subject::Mother, Urgency::RedNow, MassageAction::Stop,
     "Perdarahan banyak lewat jalan lahir (lebih dari 1 pembalut basah dalam 5 menit, atau "
     "gumpalan besar)",
     "Heavy vaginal bleeding (more than one pad soaked in 5 minutes, or large clots)"},
    {"MDS02", Subject::Mother, Urgency::RedNow, MassageAction::Stop, "Kejang", "Convulsions"},
    {"MDS03", Subject::Mother, Urgency::RedNow, MassageAction::Stop, "Tidak sadar / pingsan",
     "Unconscious / fainted"},
    {"MDS04", Subject::Mother, Urgency::RedNow, MassageAction::Stop, "Tampak sakit berat",
     "Looks very ill"},
    {"MDS05", Subject::Mother, Urgency::RedNow, MassageAction::Stop, "Bibir/lidah kebiruan",
     "Central cyanosis"},
    {"MDS06", Subject::Mother, Urgency::RedNow, MassageAction::Stop,
     "Napas pendek/terengah-engah atau nyeri dada", "Breathlessness or chest pain"},
    {"MDS07", Subject::Mother, Urgency::RedNow, MassageAction::Stop, "Sakit kepala hebat",
     "Severe headache"},
    {"MDS08", Subject::Mother, Urgency::RedNow, MassageAction::Stop, "Pandangan kabur",
     "Blurred vision"},
    {"MDS09", Subject::Mother, Urgency::RedNow, MassageAction::Stop, "Nyeri ulu hati",
     "Epigastric pain"},
    {"MDS10", Subject::Mother, Urgency::RedToday, MassageAction::Stop,
     "Bengkak di wajah atau tangan (kaki saja: pantau)",
     "Swelling of the face or hands (feet only: watch)"},
    {"MDS11", Subject::Mother, Urgency::RedToday, MassageAction::Stop,
     "Demam (suhu 38,0 °C atau lebih)", "Fever (38.0 °C or more)"},
    {"MDS12", Subject::Mother, Urgency::RedToday, MassageAction::Stop,
     "Nyeri perut bawah yang hebat atau makin berat, atau disertai demam, atau darah nifas berbau "
     "atau banyak",
     "Severe or worsening lower abdominal pain, or with fever, or with foul or heavy lochia"},
    {"MDS13", Subject::Mother, Urgency::RedNow, MassageAction::Stop, "Nyeri perut hebat",
     "Severe abdominal pain"},
    {"MDS14", Subject::Mother, Urgency::RedToday, MassageAction::Stop, "Muntah hebat",
     "Severe vomiting"},
    {"MDS15", Subject::Mother, Urgency::RedToday, MassageAction::Defer,
     "Payudara bengkak kemerahan disertai nyeri, benjolan nyeri, atau keluhan menyusui",
     "Red, swollen, painful breast, painful lump, or trouble breastfeeding"},
    {"MDS16", Subject::Mother, Urgency::RedToday, MassageAction::Defer,
     "Tidak bisa BAK, BAK sedikit tapi sering, panas, atau keluar tanpa disadari",
     "Cannot pass urine, frequent small burning urine, or incontinence"},
    {"MDS17", Subject::Mother, Urgency::RedToday, MassageAction::Defer,
     "Sekitar kelamin bengkak, nyeri, atau luka terbuka",
     "Swollen, painful or open wound around the genitals"},
    {"MDS18", Subject::Mother, Urgency::RedToday, MassageAction::Stop,
     "Luka operasi merah, bernanah, terbuka atau berbau",
     "Caesarean wound red, purulent, open or foul"},
    {"MDS19", Subject::Mother, Urgency::RedToday, MassageAction::Caution,
     "Keluar cairan dari jalan lahir", "Fluid from the birth canal"},
    {"MDS20", Subject::Mother, Urgency::RedToday, MassageAction::Caution,
     "Keputihan berlebih, berwarna dan berbau", "Heavy, coloured, foul vaginal discharge"},
    {"MDS21", Subject::Mother, Urgency::RedToday, MassageAction::Defer, "Jantung berdebar",
     "Palpitations"},
    {"MDS22", Subject::Mother, Urgency::RedToday, MassageAction::Caution,
     "Sedih, mudah menangis, merasa bersalah, kehilangan minat, gelisah, gangguan "
     "tidur/konsentrasi",
     "Low mood, tearful, guilt, loss of interest, restless, sleep or concentration trouble"},
    {"MDS23", Subject::Mother, Urgency::RedNow, MassageAction::Stop,
     "Pikiran menyakiti diri atau bayi", "Thoughts of harming herself or the infant", true},
    {"MDS24", Subject::Mother, Urgency::RedToday, MassageAction::Stop,
     "Betis nyeri/bengkak/kemerahan satu sisi", "One-sided painful, swollen or red calf"},
    {"MDS25", Subject::Mother, Urgency::RedToday, MassageAction::Caution,
     "Kekerasan dalam rumah tangga (diungkapkan ibu)", "Violence at home (if disclosed)", true},
    {"MDS26", Subject::Mother, Urgency::Yellow, MassageAction::Caution,
     "Sakit kepala (tidak hebat)", "Headache, not severe"},
    {"MDS27", Subject::Mother, Urgency::RedToday, MassageAction::Caution, "Batuk lebih dari 2 hari",
     "Cough for more than 2 days"},
    {"IDS01", Subject::Infant, Urgency::RedNow, MassageAction::None,
     "Tidak mau/tidak bisa menyusu atau mengisap lemah", "Not able to feed or not feeding well"},
    {"IDS02", Subject::Infant, Urgency::RedNow, MassageAction::None, "Kejang", "Convulsions"},
    {"IDS03", Subject::Infant, Urgency::RedNow, MassageAction::None,
     "Napas cepat (≥ 60 kali/menit)", "Fast breathing (≥ 60/min)"},
    {"IDS04", Subject::Infant, Urgency::RedNow, MassageAction::None,
     "Tarikan dinding dada ke dalam, atau merintih disertai sesak napas",
     "Severe chest in-drawing, or grunting with breathing trouble"},
    {"IDS05", Subject::Infant, Urgency::RedNow, MassageAction::None,
     "Bergerak hanya bila dirangsang / tidak bergerak / lemah",
     "Moves only when stimulated, or not at all; weak"},
    {"IDS06", Subject::Infant, Urgency::RedNow, MassageAction::None, "Demam (suhu > 37,5 °C)",
     "Fever (> 37.5 °C)"},
    {"IDS07", Subject::Infant, Urgency::RedNow, MassageAction::None,
     "Suhu rendah (< 35,5 °C) / teraba dingin", "Low temperature (< 35.5 °C) / cold to touch"},
    {"IDS08", Subject::Infant, Urgency::RedNow, MassageAction::None,
     "Kulit kuning pada 24 jam pertama, atau telapak tangan/kaki kuning pada umur berapa pun",
     "Yellow skin in the first 24 hours, or yellow palms or soles at any age"},
    {"IDS09", Subject::Infant, Urgency::RedToday, MassageAction::None,
     "Kulit atau mata kuning (lainnya)", "Other yellow skin or eyes"},
    {"IDS10", Subject::Infant, Urgency::RedNow, MassageAction::None,
     "Kebiruan / pucat / seperti marmer", "Blue, pale or mottled skin"},
    {"IDS11", Subject::Infant, Urgency::RedToday, MassageAction::None,
     "Tali pusat merah meluas, bernanah, berbau, atau berdarah",
     "Cord red spreading to skin, pus, foul, or bleeding"},
    {"IDS12", Subject::Infant, Urgency::RedToday, MassageAction::None, "Mata merah/bernanah",
     "Red or purulent eyes"},
    {"IDS13", Subject::Infant, Urgency::RedToday, MassageAction::None,
     "Tidak kencing 6 jam atau lebih, atau warna urine tidak normal",
     "No urine for 6 h or abnormal urine colour"},
    {"IDS14", Subject::Infant, Urgency::RedToday, MassageAction::None,
     "Belum BAB lebih dari 48 jam setelah lahir", "No stool by 48 h after birth"},
    {"IDS15", Subject::Infant, Urgency::RedToday, MassageAction::None,
     "Diare: BAB cair lebih dari 3 kali sehari", "Diarrhoea: more than 3 liquid stools a day"},
    {"IDS16", Subject::Infant, Urgency::RedToday, MassageAction::None, "Tinja pucat/dempul",
     "Pale (clay) stools"},
    {"IDS17", Subject::Infant, Urgency::RedNow, MassageAction::None,
     "Muntah hijau atau muntah terus", "Green or persistent vomiting"},
    {"IDS18", Subject::Infant, Urgency::RedToday, MassageAction::None,
     "Menangis lemah atau merengek terus", "Weak cry or whimpering all the time"},
    {"IDS19", Subject::Infant, Urgency::RedToday, MassageAction::None, "Perut kembung",
     "Abdominal distension"},
    {"IDS20", Subject::Infant, Urgency::RedToday, MassageAction::None,
     "Bintil bernanah / kelainan kulit", "Skin pustules / skin abnormality"},
    {"IDS21", Subject::Infant, Urgency::Yellow, MassageAction::None,
     "Belum imunisasi awal (HB-0/BCG)", "Early vaccines missing (HB-0/BCG)"},
    {"IDS22", Subject::Infant, Urgency::RedToday, MassageAction::None,
     "Berat turun > 10% dari berat lahir, atau belum kembali ke berat lahir pada hari ke-14",
     "Weight loss > 10% of birth weight, or birth weight not regained by day 14"},
    {"IDS23", Subject::Infant, Urgency::RedToday, MassageAction::None,
     "Berat lahir < 1500 g / < 2000 g atau lahir < 37 minggu dan sulit menyusu",
     "Birth weight < 1500 g (refer) / < 2000 g or preterm with feeding trouble"},
}};

// A thermometer that shows the sign outweighs a box that was not ticked (V031).
std::string_view sign_of_temperature(std::optional<double> temp_c, Subject subject) {
    if (!temp_c) return {};
    if (subject == Subject::Mother) return *temp_c >= kMotherFeverC ? "MDS11" : "";
    if (*temp_c > kInfantFeverC) return "IDS06";
    return *temp_c < kInfantColdC ? "IDS07" : "";
}

}  // namespace

std::span<const DangerSign> danger_signs() {
    return kSigns;
}

const DangerSign* find_danger_sign(std::string_view code) {
    const auto at = std::find_if(kSigns.begin(), kSigns.end(),
                                 [&](const DangerSign& sign) { return sign.code == code; });
    return at == kSigns.end() ? nullptr : at;
}

std::string field_of(const DangerSign& sign) {
    std::string name = "ds_";
    for (const char c : sign.code) {
        name += c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    }
    return name;
}

std::vector<const DangerSign*> signs_in(const base::Fields& check, Subject subject) {
    const std::string_view measured = sign_of_temperature(check.number("temp_c"), subject);
    std::vector<const DangerSign*> found;
    for (const DangerSign& sign : kSigns) {
        if (sign.subject != subject) continue;
        if (sign.code == measured || check.text(field_of(sign)) == "1") found.push_back(&sign);
    }
    return found;
}

std::optional<Urgency> highest_urgency(std::span<const DangerSign* const> signs) {
    std::optional<Urgency> highest;
    for (const DangerSign* sign : signs) highest = std::max(highest, std::optional(sign->urgency));
    return highest;
}

MassageAction massage_action(std::span<const DangerSign* const> signs) {
    MassageAction action = MassageAction::None;
    for (const DangerSign* sign : signs) action = std::max(action, sign->massage);
    return action;
}

std::string_view to_code(Urgency urgency) {
    switch (urgency) {
        case Urgency::Yellow:
            return "KUNING";
        case Urgency::RedToday:
            return "MERAH_HARI_INI";
        case Urgency::RedNow:
            return "MERAH_SEKARANG";
    }
    return "";
}

std::optional<Urgency> parse_urgency(std::string_view code) {
    for (const Urgency each : {Urgency::Yellow, Urgency::RedToday, Urgency::RedNow}) {
        if (to_code(each) == code) return each;
    }
    return std::nullopt;
}

std::string_view label_id(Urgency urgency) {
    switch (urgency) {
        case Urgency::Yellow:
            return "PANTAU: hubungi bidan dalam 24 jam";
        case Urgency::RedToday:
            return "RUJUK HARI INI";
        case Urgency::RedNow:
            return "RUJUK SEKARANG";
    }
    return "";
}

std::string_view label_en(Urgency urgency) {
    switch (urgency) {
        case Urgency::Yellow:
            return "WATCH: call the midwife within 24 hours";
        case Urgency::RedToday:
            return "REFER TODAY";
        case Urgency::RedNow:
            return "REFER NOW";
    }
    return "";
}

std::string_view to_code(MassageAction action) {
    switch (action) {
        case MassageAction::None:
            return "";
        case MassageAction::Caution:
            return "CAUTION";
        case MassageAction::Defer:
            return "DEFER";
        case MassageAction::Stop:
            return "STOP";
    }
    return "";
}

}  // namespace care
