#include "shared/indicators/register_table.h"

#include "shared/base/csv.h"

namespace indicators {

namespace {

std::vector<std::string> header() {
    std::vector<std::string> cells = {"No", "Nama bayi", "L/P", "Tanggal lahir"};
    for (int month = 0; month < care::kExclusiveMonths; ++month) {
        cells.push_back(std::to_string(month) + " bulan");
    }
    cells.insert(cells.end(), {"Status bulan ini", "0-6 bulan", "Keterangan"});
    return cells;
}

}  // namespace

std::string remark(const RegisterRow& row) {
    if (row.is_dead) return "meninggal";
    return row.is_temporary ? "tinggal sementara" : "";
}

std::string register_csv(std::span<const RegisterRow> rows) {
    std::string text = base::csv::line(header());
    int number = 0;
    for (const RegisterRow& row : rows) {
        std::vector<std::string> cells = {std::to_string(++number), row.name,
                                          row.sex == 0 ? "" : std::string(1, row.sex),
                                          base::to_text(row.birth_date)};
        for (const care::Mark mark : row.marks) cells.emplace_back(care::to_sign(mark));
        cells.emplace_back(care::to_code(row.this_month));
        cells.emplace_back(care::to_words(row.recap));
        cells.push_back(remark(row));
        text += base::csv::line(cells);
    }
    return text;
}

}  // namespace indicators
