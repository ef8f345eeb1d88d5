#include "shared/sheets/register_sheet.h"

#include "shared/indicators/register_table.h"

#include <algorithm>
#include <array>

namespace sheets {

namespace {

using indicators::RegisterRow;

constexpr const char* kLegend =
    "√ hanya ASI menurut recall bulan itu; X sudah diberi yang lain; A tidak ditanya atau tidak "
    "tahu; kosong: umurnya belum sampai. Arti A menunggu pengesahan Dinas Kesehatan.";

std::string place_words(const Place& posyandu) {
    return posyandu.name + ", " + posyandu.village;
}

std::string sex_words(char sex) {
    return sex == 0 ? std::string() : std::string(1, sex);
}

std::vector<Cell> row_of(const RegisterRow& row, int number) {
    std::vector<Cell> cells = {integer_cell(number), name_cell(row.name),
                               text_cell(sex_words(row.sex)), date_cell(row.birth_date)};
    for (const care::Mark mark : row.marks) cells.push_back(text_cell(care::to_sign(mark)));
    cells.push_back(text_cell(row.is_dead ? "" : care::to_code(row.this_month)));
    cells.push_back(text_cell(row.is_dead ? "" : care::to_words(row.recap)));
    cells.push_back(text_cell(indicators::remark(row)));
    return cells;
}

int count_marks(std::span<const RegisterRow> rows, std::size_t age, care::Mark mark) {
    return static_cast<int>(std::count_if(rows.begin(), rows.end(), [&](const RegisterRow& row) {
        return !row.is_temporary && row.marks[age] == mark;
    }));
}

int count_recap(std::span<const RegisterRow> rows, care::HalfYear recap) {
    return static_cast<int>(std::count_if(rows.begin(), rows.end(), [&](const RegisterRow& row) {
        return !row.is_temporary && !row.is_dead && row.recap == recap;
    }));
}

// Listed here, counted where they are domiciled (AMENDMENTS Data 4).
std::string guests_words(std::span<const RegisterRow> rows) {
    const auto guests = std::count_if(rows.begin(), rows.end(),
                                      [](const RegisterRow& row) { return row.is_temporary; });
    return "Tinggal sementara: " + std::to_string(guests) +
           " bayi ada di register ini, tetapi dihitung di domisilinya.";
}

}  // namespace

Sheet register_sheet(const Place& posyandu, std::span<const RegisterRow> rows) {
    Sheet sheet;
    sheet.name = "Register " + posyandu.id;
    sheet.title = "Register ASI eksklusif";
    sheet.place = place_words(posyandu);
    sheet.headers = {"No", "Nama bayi", "L/P", "Tanggal lahir"};
    for (int age = 0; age < care::kExclusiveMonths; ++age) {
        sheet.headers.push_back(std::to_string(age) + " bln");
    }
    sheet.headers.insert(sheet.headers.end(), {"Status bulan ini", "Setengah tahun", "Keterangan"});
    int number = 0;
    for (const RegisterRow& row : rows) sheet.rows.push_back(row_of(row, ++number));
    sheet.notes = {kLegend};
    sheet.holds_names = true;
    sheet.is_wide = true;
    sheet.signer = "Kader posyandu";
    return sheet;
}

Sheet recap_sheet(const Place& posyandu, std::span<const RegisterRow> rows) {
    constexpr std::array kMarks = {care::Mark::Exclusive, care::Mark::Other, care::Mark::NotKnown};
    Sheet sheet;
    sheet.name = "Rekap " + posyandu.id;
    sheet.title = "Rekap setengah tahun ASI eksklusif";
    sheet.place = place_words(posyandu);
    sheet.headers = {"Umur", "√", "X", "A", "Jumlah"};
    for (std::size_t age = 0; age < static_cast<std::size_t>(care::kExclusiveMonths); ++age) {
        std::vector<Cell> cells = {text_cell(std::to_string(age) + " bulan")};
        int sum = 0;
        for (const care::Mark mark : kMarks) {
            cells.push_back(integer_cell(count_marks(rows, age, mark)));
            sum += count_marks(rows, age, mark);
        }
        cells.push_back(integer_cell(sum));
        sheet.rows.push_back(std::move(cells));
    }
    sheet.notes = {
        "Lulus ASI eksklusif " + std::to_string(count_recap(rows, care::HalfYear::Graduated)) +
            ", tidak lulus " + std::to_string(count_recap(rows, care::HalfYear::NotGraduated)) +
            ", belum tercatat " + std::to_string(count_recap(rows, care::HalfYear::NotKnown)) +
            ", masih berjalan " + std::to_string(count_recap(rows, care::HalfYear::Running)) +
            ". Sekali diberi selain ASI sejak lahir: tidak lulus.",
        guests_words(rows), kLegend};
    sheet.signer = "Kader posyandu";
    return sheet;
}

bool has_recap(Month month) {
    const auto number = static_cast<unsigned>(month.month());
    return number == 2 || number == 8;
}

}  // namespace sheets
