#include "shared/sheets/who_sheets.h"

#include <array>

namespace sheets {

namespace {

struct Class {
    const char* code;
    const char* name;
};
constexpr std::array<Class, 7> kClasses = {{{"EBF", "ASI saja"},
                                            {"BF_WATER", "ASI dan air putih"},
                                            {"BF_NML", "ASI dan minuman lain"},
                                            {"BF_MILK", "ASI dan susu lain"},
                                            {"BF_CF", "ASI dan makanan"},
                                            {"NOT_BF", "Tidak disusui"},
                                            {"UNK", "Tidak tahu"}}};
constexpr int kMonths = 6;

std::vector<Cell> row_of(const Place& place, const Counts& counts, const std::string& code) {
    std::vector<Cell> cells = {text_cell(code), text_cell(definition_of(code).name)};
    for (const char sex : {'L', 'P', '\0'}) {
        cells.push_back(counts.cell(place, {code, Share::Counted, sex}));
        cells.push_back(counts.cell(place, {code, Share::Whole, sex}));
    }
    cells.push_back(counts.percent_cell(place, {code}));
    return cells;
}

// The percentages whose code begins so.
Sheet sheet_of(const Centre& centre, const Counts& counts, std::string_view beginning) {
    Sheet sheet;
    sheet.is_wide = true;
    sheet.headers = {"Kode",       "Indikator", "L pembilang", "L penyebut", "P pembilang",
                     "P penyebut", "Pembilang", "Penyebut",    "%"};
    for (const indicators::Indicator each : indicators::all_indicators()) {
        const std::string code(to_code(each));
        if (code.rfind(beginning, 0) != 0 || !indicators::is_percentage(each)) continue;
        sheet.rows.push_back(row_of(centre.whole, counts, code));
        sheet.definitions.push_back(definition_of(code));
    }
    return sheet;
}

}  // namespace

Sheet who_sheet(const Centre& centre, const Counts& counts) {
    Sheet sheet = sheet_of(centre, counts, "WHO_");
    sheet.name = "WHO UNICEF 2021";
    sheet.title = "Indikator ASI WHO/UNICEF 2021";
    sheet.notes = {"Untuk pemantauan; ini bukan survei. Tidak tahu tetap dihitung dalam penyebut."};
    return sheet;
}

Sheet postnatal_sheet(const Centre& centre, const Counts& counts) {
    Sheet sheet = sheet_of(centre, counts, "PNC_");
    sheet.name = "WHO nifas rutin";
    sheet.title = "Indikator nifas WHO dari pencatatan rutin";
    sheet.notes = {
        "Penyebutnya lain dari indikator survei WHO: jangan digabung dalam satu grafik."};
    return sheet;
}

Sheet area_graph_sheet(const Centre& centre, const Counts& counts) {
    Sheet sheet;
    sheet.name = "Grafik area";
    sheet.title = "Pemberian makan bayi menurut umur";
    sheet.chart = Chart::Area;
    sheet.headers = {"Umur"};
    for (const Class& each : kClasses) sheet.headers.emplace_back(each.name);
    sheet.headers.emplace_back("Jumlah");
    for (int age = 0; age < kMonths; ++age) {
        std::vector<Cell> cells = {text_cell(std::to_string(age) + " bulan")};
        int sum = 0;
        for (const Class& each : kClasses) {
            const Wanted wanted{"WHO_AG", Share::Whole, 0, {age, age}, each.code};
            const int count = counts.of(centre.whole, wanted).denominator;
            sum += count;
            cells.push_back(integer_cell(count, to_text(counts.id_of(centre.whole, wanted))));
        }
        const Wanted everybody{"WHO_AG", Share::Whole, 0, {age, age}};
        cells.push_back(integer_cell(sum, to_text(counts.id_of(centre.whole, everybody))));
        sheet.rows.push_back(std::move(cells));
    }
    sheet.definitions.push_back(definition_of("WHO_AG"));
    sheet.notes = {"Tiap bayi yang ditanya ada di satu golongan saja; tiap kolom berjumlah 100 %."};
    return sheet;
}

}  // namespace sheets
