#include "shared/sheets/ilp_recap_sheets.h"

#include <algorithm>
#include <span>

namespace sheets {

namespace {

struct Column {
    const char* header;
    const char* code = "";  // "": not ours
    Share share = Share::Counted;
    Ages ages = {};
};
constexpr Ages kInfants = {0, 11};

constexpr Column kMothers[] = {
    {"Ibu Hamil"},
    {"Ibu Nifas/Menyusui", "ILP_IBU_DATANG", Share::Whole},
    {"Datang - Ibu Nifas/Menyusui", "ILP_IBU_DATANG"},
    {"Tidak Datang - Ibu Nifas/Menyusui", "ILP_IBU_DATANG", Share::Rest},
    {"Ibu Nifas Mendapatkan Vitamin A - Ya", "ILP_IBU_VITA"},
    {"Ibu Nifas Mendapatkan Vitamin A - Tidak", "ILP_IBU_VITA", Share::Rest},
    {"Ibu Nifas/Menyusui Mengikuti KB Pasca Persalinan - Ya", "ILP_IBU_KB"},
    {"Ibu Nifas/Menyusui Mengikuti KB Pasca Persalinan - Tidak", "ILP_IBU_KB", Share::Rest},
    {"Mendapatkan Edukasi", "ILP_IBU_EDUKASI"},
    {"Sasaran Dirujuk - Ibu Nifas/Menyusui", "ILP_IBU_DIRUJUK"},
};
constexpr Column kBabies[] = {
    {"Bayi (0-11 bln)", "ILP_BAYI_DATANG", Share::Whole},
    {"Datang - Bayi", "ILP_BAYI_DATANG"},
    {"Tidak Datang - Bayi", "ILP_BAYI_DATANG", Share::Rest},
    {"BB Naik (N)", "TIMBANG_N", Share::Counted, kInfants},
    {"BB Tidak Naik/Bawah Garis Merah/Atas Oranye", "TIMBANG_T", Share::Counted, kInfants},
    {"ASI Eksklusif (0-6 bulan)", "ILP_BAYI_ASI"},
    {"MP ASI (>6 bulan)", "ILP_BAYI_MPASI"},
    {"Imunisasi (Bayi/Balita)", "ILP_BAYI_IMUNISASI"},
    {"Mendapatkan Edukasi", "ILP_BAYI_EDUKASI"},
    {"Sasaran Dirujuk - Bayi", "ILP_BAYI_DIRUJUK"},
};

void add_definition(Sheet& sheet, const std::string& code) {
    const auto is_it = [&](const Definition& each) { return each.code == code; };
    const bool is_new = std::none_of(sheet.definitions.begin(), sheet.definitions.end(), is_it);
    if (!code.empty() && is_new) sheet.definitions.push_back(definition_of(code));
}

Sheet sheet_of(const Centre& centre, const Counts& counts, std::span<const Column> columns) {
    Sheet sheet;
    sheet.is_wide = true;
    sheet.headers = {"Bulan dan Tahun"};
    for (const Column& column : columns) {
        sheet.headers.emplace_back(column.header);
        add_definition(sheet, column.code);
    }
    sheet.headers.emplace_back("Posyandu");
    for (const Place& posyandu : centre.posyandu) {
        std::vector<Cell> cells = {text_cell(words_id(counts.period()))};
        for (const Column& column : columns) {
            const Wanted wanted{column.code, column.share, 0, column.ages};
            cells.push_back(wanted.code.empty() ? not_ours() : counts.cell(posyandu, wanted));
        }
        cells.push_back(text_cell(posyandu.name));
        sheet.rows.push_back(std::move(cells));
    }
    sheet.notes = {"Kolom Posyandu ditambahkan di belakang; kolom lain seperti pada formulir."};
    return sheet;
}

}  // namespace

Sheet ilp_mothers_sheet(const Centre& centre, const Counts& counts) {
    Sheet sheet = sheet_of(centre, counts, kMothers);
    sheet.name = "ILP Ibu";
    sheet.title = "Rekap ILP – ibu nifas/menyusui";
    sheet.notes.push_back(
        "Ibu hamil tidak dihitung aplikasi ini: kolomnya dikosongkan. Ya dan "
        "tidak hanya dari ibu yang ditanya.");
    return sheet;
}

Sheet ilp_infants_sheet(const Centre& centre, const Counts& counts) {
    Sheet sheet = sheet_of(centre, counts, kBabies);
    sheet.name = "ILP Bayi";
    sheet.title = "Rekap ILP – bayi";
    sheet.notes.push_back(
        "Di bawah garis merah dan di atas oranye tidak dihitung aplikasi ini: "
        "kolom BB tidak naik berisi T saja.");
    return sheet;
}

}  // namespace sheets
