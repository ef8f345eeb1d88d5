#include "shared/sheets/formats/csv_file.h"

#include "shared/base/csv.h"

namespace formats {

namespace {

using sheets::Book;
using sheets::Sheet;

void add_list(std::string& text, const std::string& head, const std::vector<std::string>& lines) {
    if (lines.empty()) return;
    text += head + "\n";
    for (const std::string& line : lines) text += "- " + line + "\n";
    text += "\n";
}

void add_sheet(std::string& text, const Sheet& sheet) {
    text += "== " + sheet.title + " ==\n";
    for (const std::string& note : sheet.notes) text += note + "\n";
    for (const sheets::Definition& each : sheet.definitions) {
        text += each.code + ": " + each.name;
        if (!each.words.empty()) text += ". " + each.words;
        text += "\n";
    }
    text += "\n";
}

// A CSV's cells have no place for ids: they stand here, by line and column.
void add_ids(std::string& text, const Sheet& sheet) {
    std::string ids;
    for (std::size_t row = 0; row < sheet.rows.size(); ++row) {
        for (std::size_t column = 0; column < sheet.rows[row].size(); ++column) {
            const std::string& id = sheet.rows[row][column].figure;
            if (id.empty()) continue;
            ids += "baris " + std::to_string(row + 2) + ", " + sheet.headers[column] + ": " + id +
                   "\n";
        }
    }
    if (!ids.empty()) text += "Id angka, untuk melihat siapa di baliknya:\n" + ids + "\n";
}

}  // namespace

std::string csv_file(const Sheet& sheet) {
    std::string text = base::csv::line(sheet.headers);
    for (const auto& row : sheet.rows) {
        std::vector<std::string> cells;
        for (const sheets::Cell& cell : row) cells.push_back(to_text(cell));
        text += base::csv::line(cells);
    }
    return text;
}

std::string notes_text(const Book& book) {
    std::string text = book.centre + ", " + book.period + "\n\n";
    add_list(text, "Belum lengkap:", book.missing);
    if (book.missing.empty()) text += "Kelengkapan: tidak ada yang kurang.\n\n";
    add_list(text, "Bulan yang ditutup:", book.closing);
    for (const Sheet& sheet : book.sheets) {
        add_sheet(text, sheet);
        add_ids(text, sheet);
    }
    return text;
}

}  // namespace formats
