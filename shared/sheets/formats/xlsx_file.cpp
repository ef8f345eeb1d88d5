#include "shared/sheets/formats/xlsx_file.h"

#include "shared/base/file.h"
#include "shared/base/text.h"

#include <xlsxwriter.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <set>

namespace formats {

using base::Error;
using base::ErrorCode;
using base::Result;
using sheets::Book;
using sheets::Cell;
using sheets::CellKind;
using sheets::Sheet;

namespace {

constexpr std::size_t kTabLetters = 31;
// A longer book's rows go to a file one by one, with their texts in them: the library would hold
// each cell, and of 100,000 persons' lists that is 200 MB. Texts that stand once in a shorter file
// make it smaller.
constexpr std::size_t kCellsHeld = 100'000;
constexpr double kWidthLeast = 9, kWidthMost = 46;

// The library only writes files: one of its own that nobody else may read, in memory where the
// system has such a place, and gone at the end.
class PrivateFolder {
public:
    PrivateFolder() {
        const std::string memory = "/dev/shm";
        const bool has_memory = base::file_exists(memory);
        path_ = (has_memory ? memory : std::filesystem::temp_directory_path().string()) +
                "/kawan-XXXXXX";
        is_made_ = mkdtemp(path_.data()) != nullptr;
    }
    ~PrivateFolder() {
        std::error_code ignored;
        if (is_made_) std::filesystem::remove_all(path_, ignored);
    }
    PrivateFolder(const PrivateFolder&) = delete;
    PrivateFolder& operator=(const PrivateFolder&) = delete;
    bool is_made() const { return is_made_; }
    const std::string& path() const { return path_; }

private:
    std::string path_;
    bool is_made_ = false;
};

lxw_row_t row_number(std::size_t row) {
    return static_cast<lxw_row_t>(row);
}
lxw_col_t column_number(std::size_t column) {
    return static_cast<lxw_col_t>(column);
}

// Whole characters, of at most so many bytes: never more letters than a tab may have.
std::string cut(const std::string& text, std::size_t bytes) {
    if (text.size() <= bytes) return text;
    while (bytes > 0 && (static_cast<unsigned char>(text[bytes]) & 0xC0) == 0x80) --bytes;
    return text.substr(0, bytes);
}

class Writer {
public:
    explicit Writer(lxw_workbook* workbook)
        : workbook_(workbook),
          head_(workbook_add_format(workbook)),
          percent_(workbook_add_format(workbook)),
          date_(workbook_add_format(workbook)),
          wrapped_(workbook_add_format(workbook)),
          bold_(workbook_add_format(workbook)) {
        format_set_bold(head_);
        format_set_text_wrap(head_);
        format_set_align(head_, LXW_ALIGN_VERTICAL_TOP);
        format_set_bg_color(head_, 0xE8E8E8);
        format_set_border(head_, LXW_BORDER_THIN);
        format_set_num_format(percent_, "0.0");
        format_set_num_format(date_, "yyyy-mm-dd");
        format_set_text_wrap(wrapped_);
        format_set_align(wrapped_, LXW_ALIGN_VERTICAL_TOP);
        format_set_bold(bold_);
    }

    bool has_failed() const { return has_failed_; }

    void add_sheet(const Sheet& sheet) {
        lxw_worksheet* page = add_page(sheet.name);
        if (page == nullptr) return;
        for (std::size_t i = 0; i < sheet.headers.size(); ++i) {
            worksheet_write_string(page, 0, column_number(i), sheet.headers[i].c_str(), head_);
            worksheet_set_column(page, column_number(i), column_number(i), width_of(sheet, i),
                                 nullptr);
        }
        worksheet_freeze_panes(page, 1, 0);
        worksheet_repeat_rows(page, 0, 0);
        worksheet_set_paper(page, 9);  // A4
        worksheet_fit_to_pages(page, 1, 0);
        if (sheet.is_wide) worksheet_set_landscape(page);
        for (std::size_t row = 0; row < sheet.rows.size(); ++row) {
            for (std::size_t i = 0; i < sheet.rows[row].size(); ++i) {
                write(page, row + 1, i, sheet.rows[row][i]);
            }
        }
    }

    void add_completeness(const Book& book) {
        lxw_worksheet* page = add_page("Kelengkapan");
        if (page == nullptr) return;
        worksheet_set_column(page, 0, 0, 120, wrapped_);
        line_ = 0;
        say(page, book.centre + ", " + book.period, bold_);
        say(page, "Dibuat " + base::to_text(book.made_on), wrapped_);
        say(page, book.missing.empty() ? "Tidak ada yang kurang." : "Belum lengkap:", bold_);
        for (const std::string& each : book.missing) say(page, each, wrapped_);
        for (const std::string& each : book.closing) say(page, each, wrapped_);
        for (const Sheet& sheet : book.sheets) {
            say(page, sheet.title, bold_);
            for (const std::string& note : sheet.notes) say(page, note, wrapped_);
        }
    }

    void add_definitions(const Book& book) {
        lxw_worksheet* page = add_page("Definisi");
        if (page == nullptr) return;
        const char* const heads[] = {"Formulir", "Kode", "Nama", "Cara menghitung"};
        const double widths[] = {24, 18, 48, 90};
        for (std::size_t i = 0; i < 4; ++i) {
            worksheet_write_string(page, 0, column_number(i), heads[i], head_);
            worksheet_set_column(page, column_number(i), column_number(i), widths[i], wrapped_);
        }
        worksheet_freeze_panes(page, 1, 0);
        lxw_row_t row = 0;
        for (const Sheet& sheet : book.sheets) {
            for (const sheets::Definition& each : sheet.definitions) {
                ++row;
                worksheet_write_string(page, row, 0, sheet.name.c_str(), wrapped_);
                worksheet_write_string(page, row, 1, each.code.c_str(), wrapped_);
                worksheet_write_string(page, row, 2, each.name.c_str(), wrapped_);
                worksheet_write_string(page, row, 3, each.words.c_str(), wrapped_);
            }
        }
    }

    // A figure's id in the same place of a tab of its own: comments would hide the form.
    void add_ids(const Sheet& sheet) {
        lxw_worksheet* page = add_page("Jejak " + sheet.name);
        if (page == nullptr) return;
        worksheet_freeze_panes(page, 1, 0);
        for (std::size_t i = 0; i < sheet.headers.size(); ++i) {
            worksheet_write_string(page, 0, column_number(i), sheet.headers[i].c_str(), head_);
            worksheet_set_column(page, column_number(i), column_number(i), 30, nullptr);
        }
        for (std::size_t row = 0; row < sheet.rows.size(); ++row) {
            for (std::size_t i = 0; i < sheet.rows[row].size(); ++i) {
                const Cell& cell = sheet.rows[row][i];
                const bool names_row = cell.kind == CellKind::Text && cell.figure.empty() && i < 4;
                const std::string& text = names_row ? cell.text : cell.figure.text();
                if (text.empty()) continue;
                worksheet_write_string(page, row_number(row + 1), column_number(i), text.c_str(),
                                       nullptr);
            }
        }
    }

private:
    lxw_worksheet* add_page(const std::string& wanted) {
        const std::string name = tab_name(wanted, taken_);
        lxw_worksheet* page = workbook_add_worksheet(workbook_, name.c_str());
        if (page == nullptr) has_failed_ = true;
        return page;
    }

    void say(lxw_worksheet* page, const std::string& words, lxw_format* format) {
        worksheet_write_string(page, line_++, 0, words.c_str(), format);
    }

    static double width_of(const Sheet& sheet, std::size_t column) {
        std::size_t most = std::min<std::size_t>(sheet.headers[column].size(), 18);
        for (const auto& row : sheet.rows) {
            if (column < row.size()) most = std::max(most, to_text(row[column]).size() + 1);
        }
        return std::clamp(static_cast<double>(most), kWidthLeast, kWidthMost);
    }

    void write(lxw_worksheet* page, std::size_t row, std::size_t column, const Cell& cell) {
        const lxw_row_t r = row_number(row);
        const lxw_col_t c = column_number(column);
        switch (cell.kind) {
            case CellKind::Text:
            case CellKind::NoData:  // as a string: a spreadsheet never computes with a text
                worksheet_write_string(page, r, c, to_text(cell).c_str(), nullptr);
                return;
            case CellKind::Integer:
                worksheet_write_number(page, r, c, static_cast<double>(cell.integer), nullptr);
                return;
            case CellKind::Decimal:
                worksheet_write_number(page, r, c, cell.number, nullptr);
                return;
            case CellKind::Percent:
                worksheet_write_number(page, r, c, cell.number, percent_);
                return;
            case CellKind::Date: {
                lxw_datetime day{static_cast<int>(cell.date.year()),
                                 static_cast<int>(static_cast<unsigned>(cell.date.month())),
                                 static_cast<int>(static_cast<unsigned>(cell.date.day())),
                                 0,
                                 0,
                                 0};
                worksheet_write_datetime(page, r, c, &day, date_);
                return;
            }
            case CellKind::NotOurs:
                return;
        }
    }

    lxw_workbook* workbook_;
    lxw_format *head_, *percent_, *date_, *wrapped_, *bold_;
    std::set<std::string> taken_;  // folded: spreadsheets compare names without case
    bool has_failed_ = false;
    lxw_row_t line_ = 0;
};

bool has_ids(const Sheet& sheet) {
    for (const auto& row : sheet.rows) {
        for (const Cell& cell : row) {
            if (!cell.figure.empty()) return true;
        }
    }
    return false;
}

std::size_t cells_in(const Book& book) {
    std::size_t count = 0;
    for (const Sheet& sheet : book.sheets) count += sheet.rows.size() * sheet.headers.size();
    return count;
}

// False: a tab was not taken.
bool fill(lxw_workbook* workbook, const Book& book) {
    Writer writer(workbook);
    for (const Sheet& sheet : book.sheets) writer.add_sheet(sheet);
    writer.add_completeness(book);
    writer.add_definitions(book);
    for (const Sheet& sheet : book.sheets) {
        if (has_ids(sheet)) writer.add_ids(sheet);
    }
    return !writer.has_failed();
}

}  // namespace

std::string tab_name(const std::string& wanted, std::set<std::string>& taken) {
    std::string name;
    for (const char letter : base::made_valid_utf8(wanted)) {
        name += std::string("[]:*?/\\'").find(letter) == std::string::npos ? letter : ' ';
    }
    if (base::trimmed(name).empty()) name = "Tabel";
    std::string tried = cut(name, kTabLetters);
    for (int number = 2; !taken.insert(base::folded(tried)).second; ++number) {
        const std::string end = " " + std::to_string(number);
        tried = cut(name, kTabLetters - end.size()) + end;
    }
    return tried;
}

Result<std::string> xlsx_file(const Book& book) {
    const PrivateFolder folder;
    if (!folder.is_made()) return Error{ErrorCode::Storage, "no folder for the spreadsheet"};
    const std::string file = folder.path() + "/book.xlsx";
    std::string parts = folder.path();
    lxw_workbook_options options{};
    options.tmpdir = parts.data();
    options.constant_memory = cells_in(book) > kCellsHeld ? LXW_TRUE : LXW_FALSE;
    lxw_workbook* workbook = workbook_new_opt(file.c_str(), &options);
    if (workbook == nullptr) return Error{ErrorCode::Storage, "no room for the spreadsheet"};
    const bool is_filled = fill(workbook, book);
    const lxw_error failed = workbook_close(workbook);
    if (!is_filled) return Error{ErrorCode::Storage, "a tab of the spreadsheet was not made"};
    if (failed != LXW_NO_ERROR) {
        return Error{ErrorCode::Storage,
                     std::string("the spreadsheet was not written: ") + lxw_strerror(failed)};
    }
    return base::read_file(file);
}

}  // namespace formats
