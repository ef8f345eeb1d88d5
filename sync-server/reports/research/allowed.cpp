#include "sync-server/reports/research/allowed.h"

#include "shared/base/result.h"

#include <string>

namespace research {

namespace {

Field pseudonym(std::string_view name, std::string_view label) {
    return {name, Kind::Pseudonym, {}, false, label, {}, {}};
}
Field day(std::string_view name, std::string_view label) {
    return {name, Kind::Day, {}, false, label, {}, {}};
}
Field days_since(std::string_view name, std::string_view label) {
    return {name, Kind::Number, {}, false, label, {}, "d"};
}
Field quasi(std::string_view name, std::string_view label, std::string_view codes) {
    return {name, Kind::Code, {}, true, label, codes, {}};
}
// Worked out by the program that wrote it: the form has no list of its codes.
Field worked_out(std::string_view name, std::string_view form, std::string_view label,
                 std::string_view codes) {
    return {name, Kind::Code, form, false, label, codes, {}};
}

// "feeds_24h#" is a number, "topics*" several codes, any other one code.
void take(File& file, std::string_view form, std::initializer_list<std::string_view> names) {
    for (std::string_view name : names) {
        Field field;
        field.form = form;
        if (name.ends_with('#')) field.kind = Kind::Number;
        if (name.ends_with('*')) field.kind = Kind::Codes;
        if (field.kind != Kind::Code) name.remove_suffix(1);
        field.name = name;
        file.fields.push_back(field);
    }
}

constexpr std::string_view kPosyandu = "Posyandu (nama samaran) / Posyandu (pseudonym)";
constexpr std::string_view kPeriod =
    "Masa lahir, dihitung dari awal penelitian: Qn tiga bulan ke-n, Hn enam bulan ke-n / "
    "Time of birth counted from the start of the study: Qn its n-th three months, Hn six months";
constexpr std::string_view kMultiple = "Lahir kembar / Multiple birth";
constexpr std::string_view kYesNo = "1=Ya / Yes|0=Tidak / No";
constexpr std::string_view kMotherId = "Ibu / Mother";
constexpr std::string_view kInfantId = "Bayi / Infant";
constexpr std::string_view kVisitId = "Kunjungan / Visit";
constexpr std::string_view kSincePart = "Hari sejak persalinan / Days since delivery";
constexpr std::string_view kAge = "Umur dalam hari / Age in days";
constexpr std::string_view kDay = "Tanggal, digeser / Day, shifted";

File mothers() {
    File file{"mothers", "Ibu, satu baris per persalinan / Mothers, a row for each delivery", {}};
    file.fields = {
        pseudonym("mother_id", kMotherId),
        pseudonym("delivery_id", "Persalinan / Delivery"),
        day("delivered_on", "Tanggal persalinan, digeser / Day of delivery, shifted"),
        quasi("posyandu", kPosyandu, {}),
        quasi("birth_period", kPeriod, {}),
        quasi("age_band", "Umur ibu saat melahirkan / Mother's age at delivery",
              "UNDER20=di bawah 20 / under 20|20TO34=20-34|35UP=35 ke atas / 35 and over"),
        quasi("parity_band", "Paritas / Parity", "0TO1=0-1|2TO3=2-3|4UP=4 ke atas / 4 and over"),
        quasi("education_band", "Pendidikan / Education",
              "LOW=sampai SMP / up to junior secondary|HIGH=SMA ke atas / senior secondary and up"),
        quasi("place_group", "Tempat persalinan / Place of delivery",
              "FACILITY=Fasilitas kesehatan / Health facility|OTHER=Lainnya / Elsewhere"),
        quasi("mode_group", "Cara persalinan / Mode of delivery",
              "VAGINAL=Pervaginam / Vaginal|CAESAREAN=Operasi sesar / Caesarean"),
        quasi("multiple_birth", kMultiple, kYesNo)};
    take(file, "birth_event", {"gestation_weeks#"});
    return file;
}

File infants() {
    File file{"infants", "Bayi / Infants", {}};
    file.fields = {pseudonym("infant_id", kInfantId),
                   pseudonym("mother_id", kMotherId),
                   pseudonym("delivery_id", "Persalinan / Delivery"),
                   day("born_on", "Tanggal lahir, digeser / Day of birth, shifted"),
                   quasi("posyandu", kPosyandu, {}),
                   quasi("birth_period", kPeriod, {}),
                   quasi("sex", "Jenis kelamin / Sex", "L=Laki-laki / Male|P=Perempuan / Female"),
                   quasi("multiple_birth", kMultiple, kYesNo),
                   quasi("vital_status", "Status hidup / Vital status",
                         "ALIVE=Hidup / Alive|DEAD=Meninggal / Dead|UNK=Tidak tahu / Unknown")};
    take(file, "birth_outcome",
         {"birth_weight_g#", "imd", "skin_to_skin_min#", "bf_start_unit", "bf_start_value#",
          "prelacteal_2d", "prelacteal_types*"});
    return file;
}

File visits() {
    File file{"visits", "Kunjungan pada ibu, yang terlaksana / Visits to mothers, held", {}};
    file.fields = {pseudonym("visit_id", kVisitId), pseudonym("mother_id", kMotherId),
                   day("visited_on", kDay), days_since("postpartum_day", kSincePart)};
    take(file, "visit", {"visit_type", "outcome", "provider_role", "companion*", "topics*"});
    return file;
}

File recalls() {
    File file{"recalls", "Tanya-ulang 24 jam / 24-hour recalls", {}};
    file.fields = {pseudonym("infant_id", kInfantId), pseudonym("visit_id", kVisitId),
                   day("recalled_on", kDay), days_since("age_days", kAge)};
    take(file, "feeding_recall",
         {"respondent",
          "bf_ever",
          "bf_yesterday",
          "ebm_yesterday",
          "bottle_yesterday",
          "l_water",
          "l_formula",
          "l_formula_n#",
          "l_milk",
          "l_milk_n#",
          "l_yogurt",
          "l_choco",
          "l_soy",
          "l_juice",
          "l_soda",
          "l_tea",
          "l_broth",
          "l_other",
          "m_ors_med",
          "f_any",
          "f_groups*",
          "meals_n#",
          "other_ever",
          "other_first_age_d#"});
    file.fields.push_back(worked_out(
        "feeding_class", "feeding_recall", "Kelas pemberian makan / Feeding class",
        "EBF=ASI saja / Exclusive breast milk|BF_WATER=ASI + air putih / Breast milk + water|"
        "BF_NML=ASI + cairan bukan susu / Breast milk + non-milk liquids|"
        "BF_MILK=ASI + susu lain / Breast milk + other milk|"
        "BF_CF=ASI + makanan / Breast milk + foods|NOT_BF=Tidak disusui / Not breastfed|"
        "UNK=Tidak lengkap / Incomplete"));
    return file;
}

File teachings() {
    File file{"teachings", "Pelatihan keluarga / Teaching of families", {}};
    file.fields = {pseudonym("teaching_id", "Pelatihan / Teaching"),
                   pseudonym("mother_id", kMotherId), pseudonym("visit_id", kVisitId),
                   day("taught_on", kDay), days_since("postpartum_day", kSincePart)};
    take(file, "massage_teaching",
         {"trainee_relation", "safety_result", "consent_touch", "methods*", "return_demo",
          "leaflet_left", "score_pct#"});
    file.fields.push_back(
        worked_out("competence", "massage_teaching", "Kompetensi / Competence",
                   "PASS=Kompeten / Competent|REPEAT=Perlu ulang / Needs repeat|"
                   "NA=Belum dinilai / Not assessed|STOPPED=Dihentikan (tanda bahaya) / Stopped"));
    return file;
}

File sessions() {
    File file{"sessions", "Pijat di rumah / Massage sessions", {}};
    file.fields = {pseudonym("mother_id", kMotherId), pseudonym("visit_id", kVisitId),
                   day("massaged_on", kDay), days_since("postpartum_day", kSincePart)};
    take(file, "massage_session",
         {"source", "performer_relation", "duration_s#", "steps_done*", "position", "clothing",
          "oil_type", "fed_2h", "feed_relation", "min_to_feed#", "letdown_signs*", "letdown_min#",
          "expressed_ml#", "relax_before#", "relax_after#", "comfort#", "adverse*",
          "adverse_severity", "stopped_early"});
    return file;
}

File mother_checks() {
    File file{"mother_checks", "Pemeriksaan ibu / Checks of mothers", {}};
    file.fields = {pseudonym("mother_id", kMotherId), pseudonym("visit_id", kVisitId),
                   day("checked_on", kDay), days_since("postpartum_day", kSincePart)};
    take(file, "mother_check",
         {"temp_c#",  "ds_mds01", "ds_mds02", "ds_mds03", "ds_mds04",  "ds_mds05",
          "ds_mds06", "ds_mds07", "ds_mds08", "ds_mds09", "ds_mds10",  "ds_mds11",
          "ds_mds12", "ds_mds13", "ds_mds14", "ds_mds15", "ds_mds16",  "ds_mds17",
          "ds_mds18", "ds_mds19", "ds_mds20", "ds_mds21", "ds_mds22",  "ds_mds24",
          "ds_mds26", "ds_mds27", "bp_sys#",  "bp_dia#",  "bp_sys_2#", "bp_dia_2#"});
    take(file, "mother_check",
         {"pulse#",
          "fundal_height",
          "fundal_height_cm#",
          "fundal_tone",
          "lochia_type",
          "lochia_amount",
          "lochia_foul",
          "pads_24h#",
          "vit_a_1",
          "vit_a_2",
          "iron_tablets",
          "breastfeeding_now",
          "breast_condition*",
          "milk_in",
          "perceived_supply",
          "bf_problems*",
          "confidence_nrs#",
          "anxiety_nrs#",
          "family_support_nrs#",
          "ate_today",
          "sleep_hours#",
          "kb_method"});
    return file;
}

File infant_checks() {
    File file{"infant_checks", "Pemeriksaan bayi / Checks of infants", {}};
    file.fields = {pseudonym("infant_id", kInfantId), pseudonym("visit_id", kVisitId),
                   day("checked_on", kDay), days_since("age_days", kAge)};
    take(file, "infant_check",
         {"temp_c#",  "resp_rate#", "ds_ids01", "ds_ids02", "ds_ids03", "ds_ids04", "ds_ids05",
          "ds_ids06", "ds_ids07",   "ds_ids08", "ds_ids09", "ds_ids10", "ds_ids11", "ds_ids12",
          "ds_ids13", "ds_ids14",   "ds_ids15", "ds_ids16", "ds_ids17", "ds_ids18", "ds_ids19",
          "ds_ids20", "ds_ids21",   "ds_ids22", "ds_ids23"});
    take(file, "infant_check",
         {"weight_g#", "weight_scale", "length_cm#", "measure_method", "head_circ_cm#", "oedema",
          "bb_trend", "feeds_24h#", "night_feeds#", "swallow_heard", "content_after", "wet_24h#",
          "urine_color", "stools_24h#", "stool_color", "jaundice", "imm_up_to_date"});
    return file;
}

}  // namespace

const std::vector<File>& allowed() {
    static const std::vector<File> files = {mothers(),       infants(),      visits(),
                                            recalls(),       teachings(),    sessions(),
                                            mother_checks(), infant_checks()};
    return files;
}

std::size_t column(const File& file, std::string_view name) {
    for (std::size_t at = 0; at < file.fields.size(); ++at) {
        if (file.fields[at].name == name) return at;
    }
    base::check_failed(__FILE__, __LINE__, "a column that is not on the list");
}

}  // namespace research
