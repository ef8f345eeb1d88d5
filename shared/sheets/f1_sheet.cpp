#include "shared/sheets/f1_sheet.h"

#include <array>

namespace sheets {

namespace {

enum class Rows { Address, Cadres, ActiveCadres, Empty, Total, ByAge, BySex };

struct Row {
    const char* header;  // as on the form
    Rows kind;
    const char* code = "";
    Share share = Share::Counted;
};
constexpr std::array<Row, 27> kRows = {{
    {"A. Alamat Posyandu (posyandu, RT/RW, kelurahan, puskesmas kelurahan, kecamatan, kota/kab, "
     "bulan, tahun)",
     Rows::Address},
    {"B.1 Jumlah Kader", Rows::Cadres},
    {"B.2 Jumlah Kader yang Aktif", Rows::ActiveCadres},
    {"C.1 Jumlah Ibu Hamil", Rows::Empty},
    {"C.2 Ibu Hamil FE III", Rows::Empty},
    {"C.3 Ibu Hamil KEK", Rows::Empty},
    {"C.4 Jumlah Ibu Nifas", Rows::Total, "ID_NIFAS"},
    {"C.5 Ibu Nifas mendapat kapsul Vitamin A Merah", Rows::Total, "ID_VITA"},
    {"D. Semua bayi/balita di posyandu (S)", Rows::ByAge, "TIMBANG_D", Share::Whole},
    {"E. Memiliki KMS (K)", Rows::ByAge, "TIMBANG_K"},
    {"F. Ditimbang (D)", Rows::ByAge, "TIMBANG_D"},
    {"G. Naik (N)", Rows::ByAge, "TIMBANG_N"},
    {"G. Tidak Naik (T)", Rows::ByAge, "TIMBANG_T"},
    {"G. Bulan lalu tidak datang (O)", Rows::ByAge, "TIMBANG_O"},
    {"G. Baru pertama kali (B)", Rows::ByAge, "TIMBANG_B"},
    {"H. BGM", Rows::Empty},
    {"I. BGM dirujuk", Rows::Empty},
    {"J. Atas Pita Hijau (APH)", Rows::Empty},
    {"K. APH dirujuk", Rows::Empty},
    {"L. 2T", Rows::ByAge, "TIMBANG_2T"},
    {"M. 2T dirujuk", Rows::ByAge, "TIMBANG_2T_RUJUK"},
    {"N. Vitamin A bayi/balita", Rows::Empty},
    {"O.1 0-5 bln 29 hr masih ASI saja (ASI Proses)", Rows::BySex, "ID_F1_1"},
    {"O.2 0-5 bln 29 hr sudah diberi selain ASI", Rows::BySex, "ID_F1_2"},
    {"O.3 0-5 bln 29 hr datang, tidak terdata ASI", Rows::BySex, "ID_F1_3"},
    {"O.4 Mencapai 6 bulan bulan ini", Rows::BySex, "ID_F1_4"},
    {"O.5 Lulus ASI eksklusif", Rows::BySex, "ID_F1_5"},
}};
constexpr std::size_t kAgeColumns = 8;  // 0-5, 6-11, 12-23, 24-59, each L and P

void fill_ages(const Counts& counts, const Place& posyandu, const Row& row,
               std::vector<Cell>& cells) {
    std::size_t column = 1;
    for (const indicators::AgeBand& band : indicators::kCardBands) {
        for (const char sex : {'L', 'P'}) {
            cells[column++] =
                counts.cell(posyandu, {row.code, row.share, sex, {band.from, band.to}});
        }
    }
}

void fill_sexes(const Counts& counts, const Place& posyandu, const Row& row,
                std::vector<Cell>& cells) {
    cells[kAgeColumns + 1] = counts.cell(posyandu, {row.code, row.share, 'L'});
    cells[kAgeColumns + 2] = counts.cell(posyandu, {row.code, row.share, 'P'});
    cells[kAgeColumns + 3] = counts.cell(posyandu, {row.code, row.share});
}

std::vector<Cell> row_of(const Centre& centre, const Counts& counts, const Place& posyandu,
                         const Row& row) {
    std::vector<Cell> cells(kAgeColumns + 4);
    cells[0] = text_cell(row.header);
    const auto cadres = centre.cadres.find(posyandu.id);
    const CadreCount count = cadres == centre.cadres.end() ? CadreCount() : cadres->second;
    switch (row.kind) {
        case Rows::Address:
            cells[0].text += ": " + posyandu.name + ", " + posyandu.village + ", " + centre.name +
                             ", " + words_id(counts.period());
            break;
        case Rows::Cadres:
            cells[kAgeColumns + 3] = integer_cell(count.registered);
            break;
        case Rows::ActiveCadres:
            cells[kAgeColumns + 3] = integer_cell(count.active);
            break;
        case Rows::Empty:
            break;
        case Rows::Total:
            cells[kAgeColumns + 3] = counts.cell(posyandu, {row.code, row.share});
            break;
        case Rows::ByAge:
            fill_ages(counts, posyandu, row, cells);
            fill_sexes(counts, posyandu, row, cells);
            break;
        case Rows::BySex:
            fill_sexes(counts, posyandu, row, cells);
            break;
    }
    return cells;
}

}  // namespace

Sheet f1_sheet(const Centre& centre, const Counts& counts, const Place& posyandu) {
    Sheet sheet;
    sheet.name = "F1 " + posyandu.id;
    sheet.title = "F1 – Laporan bulanan posyandu";
    sheet.place = posyandu.name + ", " + posyandu.village;
    sheet.headers = {"Uraian",      "0-5 bln L",   "0-5 bln P",   "6-11 bln L",
                     "6-11 bln P",  "12-23 bln L", "12-23 bln P", "24-59 bln L",
                     "24-59 bln P", "L",           "P",           "Jumlah"};
    for (const Row& row : kRows) {
        sheet.rows.push_back(row_of(centre, counts, posyandu, row));
        const bool is_ours = row.code[0] != '\0';
        const bool is_new =
            is_ours && (sheet.definitions.empty() || sheet.definitions.back().code != row.code);
        if (is_new) sheet.definitions.push_back(definition_of(row.code));
    }
    sheet.notes = {
        "Anak 24–59 bulan, ibu hamil, BGM, APH dan vitamin A anak tidak ada di aplikasi "
        "ini: kolom dan barisnya sengaja dikosongkan.",
        "Umur pada bagian O dihitung pada hari kejadian. Anak yang jenis kelaminnya "
        "belum diisi hanya ada di kolom Jumlah."};
    sheet.signer = "Kader posyandu";
    return sheet;
}

}  // namespace sheets
