#include "shared/sheets/village_sheets.h"

#include <functional>

namespace sheets {

namespace {

using RowOf = std::function<std::vector<Cell>(const Place&)>;

constexpr const char* kDeliveries = "DELIVERIES";
constexpr const char* kNeedsTarget =
    "Persen memakai sasaran ibu bersalin yang dimasukkan koordinator; tanpa sasaran ada tanda –.";

void add_villages(const Centre& centre, const RowOf& row_of, Sheet& sheet) {
    for (const Place& village : centre.villages) sheet.rows.push_back(row_of(village));
    if (centre.villages.size() > 1) sheet.rows.push_back(row_of(centre.whole));
}

void define(Sheet& sheet, std::initializer_list<const char*> codes) {
    for (const char* code : codes) sheet.definitions.push_back(definition_of(code));
}

// Not entered is not zero.
Cell target_cell(const std::optional<int>& target) {
    return target ? integer_cell(*target) : percent_cell(0, 0);
}

Cell share_of_target(const Counts& counts, const Place& place, const char* code,
                     const std::optional<int>& target) {
    const Wanted wanted{code};
    return percent_cell(counts.of(place, wanted).numerator, target.value_or(0),
                        to_text(counts.id_of(place, wanted)));
}

}  // namespace

Sheet lb3_sheet(const Centre& centre, const Counts& counts) {
    Sheet sheet;
    sheet.name = "LB3 KIA";
    sheet.title = "LB3 KIA – persalinan dan nifas";
    sheet.headers = {"Jumlah sasaran ibu bersalin", "Ibu bersalin", "Ibu bersalin ditolong nakes",
                     "Ibu bersalin di faskes",      "KF1",          "KF lengkap",
                     "Vitamin A ibu nifas",         "Kelurahan"};
    add_villages(
        centre,
        [&](const Place& place) {
            std::vector<Cell> cells = {
                target_cell(target_of(centre, place, counts.period(), kDeliveries))};
            for (const char* code : {"ID_BERSALIN", "ID_SALIN_NAKES", "ID_SALIN_FASKES", "ID_KF1",
                                     "ID_KF_LENGKAP", "ID_VITA"}) {
                cells.push_back(counts.cell(place, {code}));
            }
            cells.push_back(text_cell(place.name));
            return cells;
        },
        sheet);
    define(sheet, {"ID_BERSALIN", "ID_SALIN_NAKES", "ID_SALIN_FASKES", "ID_KF1", "ID_KF_LENGKAP",
                   "ID_VITA"});
    sheet.notes = {
        "Kolom Kelurahan ditambahkan di belakang. KF dihitung dari tanggal layanan, "
        "dilihat langsung atau di Buku KIA, sekali per ibu.",
        "Tanda – pada sasaran: belum dimasukkan."};
    sheet.is_wide = true;
    return sheet;
}

Sheet lb3_breastfeeding_sheet(const Centre& centre, const Counts& counts) {
    constexpr const char* kCodes[] = {"SIGIZI_14", "SIGIZI_20", "SIGIZI_21", "SIGIZI_22",
                                      "SIGIZI_23", "SIGIZI_24", "SIGIZI_25"};
    Sheet sheet;
    sheet.name = "LB3 Gizi ASI";
    sheet.title = "LB3 Gizi – IMD dan ASI";
    sheet.headers = {"Kelurahan",
                     "Bayi baru lahir",
                     "Mendapat IMD",
                     "Bayi 0-5 bulan",
                     "Bayi 0-5 bulan direcall",
                     "ASI eksklusif (recall)",
                     "Bayi 6 bulan",
                     "ASI eksklusif sampai 6 bulan"};
    add_villages(
        centre,
        [&](const Place& place) {
            std::vector<Cell> cells = {text_cell(place.name)};
            for (const char* code : kCodes) cells.push_back(counts.cell(place, {code}));
            return cells;
        },
        sheet);
    for (const char* code : kCodes) sheet.definitions.push_back(definition_of(code));
    sheet.is_wide = true;
    return sheet;
}

Sheet newborn_contacts_sheet(const Centre& centre, const Counts& counts) {
    Sheet sheet;
    sheet.name = "KN";
    sheet.title = "Kunjungan neonatal (KN)";
    sheet.headers = {"Kelurahan",    "Lahir hidup L", "Lahir hidup P",  "Lahir hidup L+P",
                     "KN1 L",        "KN1 P",         "KN1 L+P",        "KN1 %",
                     "KN lengkap L", "KN lengkap P",  "KN lengkap L+P", "KN lengkap %"};
    const auto add = [&](const Place& place, const char* code, std::vector<Cell>& cells) {
        for (const char sex : {'L', 'P', '\0'}) {
            cells.push_back(counts.cell(place, {code, Share::Counted, sex}));
        }
    };
    add_villages(
        centre,
        [&](const Place& place) {
            std::vector<Cell> cells = {text_cell(place.name)};
            add(place, "SIGIZI_14", cells);
            const int born = counts.of(place, {"SIGIZI_14"}).numerator;
            for (const char* code : {"ID_KN1", "ID_KN_LENGKAP"}) {
                add(place, code, cells);
                cells.push_back(share_of_target(counts, place, code, born));
            }
            return cells;
        },
        sheet);
    define(sheet, {"SIGIZI_14", "ID_KN1", "ID_KN_LENGKAP"});
    sheet.notes = {
        "Persen: dibagi bayi lahir hidup bulan ini. KN dihitung pada bulan layanannya, "
        "jadi persen sebulan bisa lebih dari 100."};
    sheet.is_wide = true;
    return sheet;
}

Sheet profile_sheet(const Centre& centre, const Counts& counts) {
    Sheet sheet;
    sheet.name = "Profil ASI";
    sheet.title = "Profil kesehatan – IMD dan ASI eksklusif";
    sheet.headers = {"Kecamatan",
                     "Puskesmas/Desa",
                     "Bayi baru lahir - jumlah",
                     "Mendapat IMD - jumlah",
                     "Mendapat IMD - %",
                     "Bayi < 6 bulan - jumlah",
                     "ASI eksklusif - jumlah",
                     "ASI eksklusif - %"};
    add_villages(
        centre,
        [&](const Place& place) {
            return std::vector<Cell>{not_ours(),
                                     text_cell(place.name),
                                     counts.cell(place, {"ID_IMD", Share::Whole}),
                                     counts.cell(place, {"ID_IMD"}),
                                     counts.percent_cell(place, {"ID_IMD"}),
                                     counts.cell(place, {"ID_ASI05", Share::Whole}),
                                     counts.cell(place, {"ID_ASI05"}),
                                     counts.percent_cell(place, {"ID_ASI05"})};
        },
        sheet);
    define(sheet, {"ID_IMD", "ID_ASI05"});
    sheet.notes = {
        "Bayi < 6 bulan di sini bayi yang direcall (petunjuk ASI eksklusif program). "
        "Bila kabupaten memakai bayi terdaftar, pakai kolom 21 SIGIZI.",
        "Kecamatan dikosongkan: aplikasi ini tidak menyimpan namanya."};
    return sheet;
}

Sheet jatim_sheet(const Centre& centre, const Counts& counts) {
    Sheet sheet;
    sheet.name = "Nifas Jatim";
    sheet.title = "Pelayanan nifas (Jawa Timur)";
    sheet.headers = {
        "jumlah_kf1",         "kf1_pct",         "jumlah_kf_lengkap", "kf_lengkap_pct",
        "jumlah_nifas_vit_a", "nifas_vit_a_pct", "anak_lahir_hidup",  "jumlah_ibu_bersalin_nifas",
        "Kelurahan"};
    add_villages(
        centre,
        [&](const Place& place) {
            const auto target = target_of(centre, place, counts.period(), kDeliveries);
            std::vector<Cell> cells;
            for (const char* code : {"ID_KF1", "ID_KF_LENGKAP", "ID_VITA"}) {
                cells.push_back(counts.cell(place, {code}));
                cells.push_back(share_of_target(counts, place, code, target));
            }
            cells.push_back(counts.cell(place, {"SIGIZI_14"}));
            cells.push_back(target_cell(target));
            cells.push_back(text_cell(place.name));
            return cells;
        },
        sheet);
    define(sheet, {"ID_KF1", "ID_KF_LENGKAP", "ID_VITA", "SIGIZI_14"});
    sheet.notes = {kNeedsTarget, "Kolom Kelurahan ditambahkan di belakang."};
    return sheet;
}

}  // namespace sheets
