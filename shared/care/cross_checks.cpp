#include "shared/care/cross_checks.h"

#include "shared/care/rules/rules.h"

#include <array>

namespace care {

namespace {

constexpr auto kError = Severity::Error;
constexpr auto kWarning = Severity::Warning;
constexpr auto kFlag = Severity::Flag;

constexpr std::array<CrossCheck, 35> kChecks = {{
    {"V001", "infant_born_on_delivery_day", kError,
     "Tanggal lahir bayi tidak sama dengan tanggal persalinan",
     "The infant's birth date is not the delivery date", rules::infant_born_on_delivery_day},
    {"V002", "visit_after_delivery", kWarning, "Kunjungan tercatat sebelum persalinan",
     "The visit is dated before the delivery", rules::visit_after_delivery},
    {"V004", "infant_age_against_mother", kError,
     "Tanggal lahir bayi tidak masuk akal terhadap umur ibu",
     "The infant's birth date does not fit the mother's age", rules::infant_age_against_mother},
    {"V005", "mother_age", kWarning, "Umur ibu saat bersalin di luar 15-49 tahun, periksa lagi",
     "The mother's age at delivery is outside 15 to 49 years, check again", rules::mother_age},
    {"V007", "nik_matches_person", kWarning,
     "NIK tidak cocok dengan tanggal lahir atau jenis kelamin",
     "The NIK does not fit the birth date or the sex", rules::nik_matches_person},
    {"V008", "nik_area_known", kWarning, "6 angka pertama NIK bukan kode kecamatan yang dikenal",
     "The first 6 digits of the NIK are no known subdistrict", rules::nik_area_known},
    {"V009", "nik_unique", kWarning,
     "NIK ini juga dipakai orang lain, periksa apakah rekaman ganda",
     "Somebody else has this NIK too, check for a duplicate", rules::nik_unique},
    {"V011", "outcome_count", kError, "Jumlah hasil persalinan tidak sama dengan jumlah janin",
     "The number of outcomes is not the number of fetuses", rules::outcome_count},
    {"V013", "neonatal_death_recorded", kError, "Tanggal meninggal bayi belum diisi",
     "The infant's date of death is missing", rules::neonatal_death_recorded},
    {"V014", "nothing_after_infant_death", kError, "Tercatat sesudah tanggal bayi meninggal",
     "Dated after the infant's death", rules::nothing_after_infant_death},
    {"V015", "grief_path", kError, "Keluarga berduka: pertanyaan menyusui tidak ditanyakan",
     "A grieving family is not asked about feeding", rules::grief_path},
    {"V019", "other_ever_is_sticky", kFlag, "Pernah tercatat diberi selain ASI sebelumnya",
     "Something other than breast milk was recorded earlier", rules::other_ever_is_sticky},
    {"V020", "prelacteal_is_other", kError,
     "Dua hari pertama diberi selain ASI, jadi sejak lahir pernah diberi selain ASI",
     "Given other than breast milk in the first two days, so given other since birth",
     rules::prelacteal_is_other},
    {"V022", "one_recall_per_visit", kError, "Recall ganda untuk bayi ini pada kunjungan yang sama",
     "A second recall of this infant at the same visit", rules::one_recall_per_visit},
    {"V024", "weight_z_plausible", kWarning, "Berat tidak wajar untuk umur, timbang ulang",
     "The weight is not plausible for the age, weigh again", rules::weight_z_plausible},
    {"V025", "weight_change_plausible", kWarning, "Perubahan berat terlalu besar, timbang ulang",
     "The weight changed too much, weigh again", rules::weight_change_plausible},
    {"V026", "newborn_weight_loss", kWarning, "Berat turun lebih dari 10% dari berat lahir, rujuk",
     "Lost more than 10% of the birth weight, refer", rules::newborn_weight_loss},
    {"V027", "birth_weight_regained", kWarning, "Berat belum kembali ke berat lahir",
     "The birth weight is not regained", rules::birth_weight_regained},
    {"V034", "contact_in_window", kWarning, "Kode KF/KN tidak sesuai dengan tanggal pelayanan",
     "The KF/KN code does not fit the day of the service", rules::contact_in_window},
    {"V036", "contact_unique", kWarning, "KF/KN ini sudah tercatat",
     "This KF/KN is already recorded", rules::contact_unique},
    {"V037", "danger_sign_reported", kFlag, "Tanda bahaya belum dilaporkan ke bidan",
     "A danger sign has not been reported to the midwife", rules::danger_sign_reported},
    {"V038", "no_massage_on_stop", kError, "Ada tanda bahaya: jangan dipijat, hubungi bidan dahulu",
     "A danger sign: no massage, call the midwife first", rules::no_massage_on_stop},
    {"V039", "session_after_delivery", kWarning, "Waktu pijat sebelum persalinan",
     "The massage is dated before the delivery", rules::session_after_delivery},
    {"V040", "sessions_per_day", kWarning, "Lebih dari 6 kali pijat dalam sehari, periksa lagi",
     "More than 6 massages in one day, check again", rules::sessions_per_day},
    {"V041", "bleeding_is_referred", kFlag, "Keluhan berat atau perdarahan: rujuk sekarang",
     "A severe complaint or bleeding: refer now", rules::bleeding_is_referred},
    {"V042", "double_session", kWarning, "Sesi pijat mungkin tercatat dua kali",
     "The massage may have been recorded twice", rules::double_session},
    {"V043", "trainee_of_household", kError,
     "Yang dilatih bukan anggota atau pendukung keluarga ini",
     "The trainee is not a member or supporter of this family", rules::trainee_of_household},
    {"V047", "wet_nappies", kWarning, "BAK kurang dari yang diharapkan untuk umurnya",
     "Fewer wet nappies than expected at this age", rules::wet_nappies},
    {"V048", "visits_overlap", kWarning, "Periksa jam kunjungan", "Check the visit's hours",
     rules::visits_overlap},
    {"V049", "care_consent", kError, "Belum ada persetujuan pencatatan",
     "There is no consent to keep a record", rules::care_consent},
    {"V053", "two_births_in_180_days", kFlag,
     "Dua persalinan dalam 180 hari, mungkin tercatat ganda",
     "Two deliveries within 180 days, maybe recorded twice", rules::two_births_in_180_days},
    {"V054", "same_person", kWarning, "Kemungkinan orang yang sama", "Perhaps the same person",
     rules::same_person},
    {"V055", "twins_never_merged", kError, "Bayi kembar telah digabung menjadi satu",
     "Twins have been merged into one", rules::twins_never_merged},
    {"V058", "colostrum_time", kWarning, "Waktu kolostrum pertama tidak wajar",
     "The time of the first colostrum is not plausible", rules::colostrum_time},
    {"V059", "tasks_after_death", kError, "Tugas bayi dibatalkan, tugas ibu tetap",
     "The infant's tasks are cancelled, the mother's stay", rules::tasks_after_death},
}};

void run(const CrossCheck& check, const CheckContext& context, std::vector<Finding>& into) {
    for (const Place& place : check.find(context)) {
        into.push_back({&check, place.record->id, place.field});
    }
}

}  // namespace

std::span<const CrossCheck> cross_checks() {
    return kChecks;
}

std::vector<Finding> findings(const CheckContext& context) {
    std::vector<Finding> all;
    for (const CrossCheck& check : kChecks) run(check, context, all);
    return all;
}

std::vector<Finding> findings(const CheckContext& context, std::string_view check_name) {
    std::vector<Finding> found;
    for (const CrossCheck& check : kChecks) {
        if (check.name == check_name) run(check, context, found);
    }
    return found;
}

}  // namespace care
