#include "client/screens/register/sheet_view.h"

#include "client/ui/buttons.h"
#include "client/ui/draw.h"
#include "client/ui/icons.h"
#include "client/ui/keyboard.h"
#include "client/ui/layout.h"
#include "client/ui/look.h"
#include "client/ui/status.h"
#include "client/ui/widgets/table.h"
#include "client/ui/words/dates.h"

#include <algorithm>
#include <array>

namespace screens {

using sheets::Cell;
using sheets::CellKind;
using sheets::Sheet;
using words::tr;
using words::word;

namespace {

// A few rows stand side by side, with the columns' heads below each other as on the form.
constexpr std::size_t kSideBySide = 5;

std::string words_of(const Cell& cell) {
    return cell.kind == CellKind::Date ? words::typed_date(cell.date) : to_text(cell);
}

ui::Cell shown(const Cell& cell) {
    ui::Cell made{.text = words_of(cell)};
    made.opens = !cell.figure.empty() && cell.kind != CellKind::NoData;
    return made;
}

bool is_filled_column(const Sheet& sheet, std::size_t column) {
    return std::any_of(sheet.rows.begin(), sheet.rows.end(), [&](const auto& row) {
        return column < row.size() && row[column].kind != CellKind::NotOurs;
    });
}

// More than its head: what other programs fill has nothing to show.
bool is_filled_row(const std::vector<Cell>& row) {
    return std::any_of(row.begin() + 1, row.end(),
                       [](const Cell& cell) { return cell.kind != CellKind::NotOurs; });
}

std::vector<std::size_t> filled_columns(const Sheet& sheet) {
    std::vector<std::size_t> columns;
    for (std::size_t i = 0; i < sheet.headers.size(); ++i) {
        if (is_filled_column(sheet, i)) columns.push_back(i);
    }
    return columns;
}

std::vector<std::size_t> filled_rows(const Sheet& sheet) {
    std::vector<std::size_t> rows;
    for (std::size_t i = 0; i < sheet.rows.size(); ++i) {
        if (is_filled_row(sheet.rows[i])) rows.push_back(i);
    }
    return rows;
}

void press(const Cell& cell, RegisterModel& model) {
    if (!cell.figure.empty()) model.cell_pressed(cell.figure);
}

// Columns of the form as lines: "KF1  12".
void draw_side_by_side(const std::string& key, const Sheet& sheet,
                       const std::vector<std::size_t>& rows, RegisterModel& model) {
    std::vector<std::size_t> lines = filled_columns(sheet);
    const bool names_rows = rows.size() > 1;
    const std::string head = sheet.holds_names ? std::string() : tr("Figure");
    std::vector<ui::Column> columns = {{.title = names_rows ? sheet.headers[0] : head}};
    for (const std::size_t row : rows) {
        const std::string name = to_text(sheet.rows[row][0]);  // "8–14 Maret 2026"
        const std::string title = names_rows ? name.substr(0, name.find(' ')) : std::string();
        columns.push_back(
            {.title = title, .width = names_rows ? 112.0F : 230.0F, .is_number = true});
    }
    if (names_rows && !lines.empty()) lines.erase(lines.begin());
    const auto cell_at = [&](std::size_t line, std::size_t column) -> const Cell& {
        return sheet.rows[rows[column - 1]][lines[line]];
    };
    const auto pressed = ui::table(key, columns, lines.size(),
                                   [&](std::size_t line, std::size_t column) -> ui::Cell {
                                       if (column == 0) return {.text = sheet.headers[lines[line]]};
                                       return shown(cell_at(line, column));
                                   });
    if (pressed && pressed->column) press(cell_at(pressed->row, *pressed->column), model);
}

// "12-23 bln L" has no room in a column of numbers.
std::string short_head(std::string head) {
    const std::string months = " bln";
    const auto at = head.find(months);
    if (at != std::string::npos) head.erase(at, months.size());
    return head;
}

void draw_as_form(const std::string& key, const Sheet& sheet, RegisterModel& model) {
    const std::vector<std::size_t> fields = filled_columns(sheet);
    const std::vector<std::size_t> rows = filled_rows(sheet);
    // Of many columns the last three, the totals, stay where there is little room.
    constexpr std::size_t kMany = 8, kTotals = 3;
    const std::size_t kept = fields.size() > kMany ? kTotals : fields.size();
    std::vector<ui::Column> columns;
    for (std::size_t i = 0; i < fields.size(); ++i) {
        const bool gives_way = i > 0 && i + kept < fields.size();
        columns.push_back({.title = short_head(sheet.headers[fields[i]]),
                           .width = i == 0 ? 0.0F : 68.0F,
                           .is_number = i > 0,
                           .only_if_wide = gives_way});
    }
    const auto pressed =
        ui::table(key, columns, rows.size(), [&](std::size_t row, std::size_t column) {
            return shown(sheet.rows[rows[row]][fields[column]]);
        });
    if (pressed && pressed->column) {
        press(sheet.rows[rows[pressed->row]][fields[*pressed->column]], model);
    }
}

std::size_t column_named(const Sheet& sheet, std::initializer_list<const char*> names) {
    for (const char* name : names) {
        const auto at = std::find(sheet.headers.begin(), sheet.headers.end(), name);
        if (at != sheet.headers.end()) {
            return static_cast<std::size_t>(std::distance(sheet.headers.begin(), at));
        }
    }
    return 0;
}

// The persons of a list; one that is pressed is shown with all that stands in her row.
void draw_persons(const std::string& key, const Sheet& sheet, RegisterModel& model) {
    const std::array<std::size_t, 3> fields = {column_named(sheet, {"Nama"}),
                                               column_named(sheet, {"Tanggal lahir", "Tgl Lahir"}),
                                               column_named(sheet, {"Nama ibu", "Nama Ortu"})};
    const std::vector<ui::Column> columns = {{.title = tr("Baby's name")},
                                             {.title = tr("Born on"), .width = 130},
                                             {.title = tr("Mother"), .only_if_wide = true}};
    ui::TableStyle style;
    style.rows_open = true;
    const auto pressed = ui::table(
        key, columns, sheet.rows.size(),
        [&](std::size_t row, std::size_t column) -> ui::Cell {
            return {.text = words_of(sheet.rows[row][fields[column]])};
        },
        style);
    if (pressed) model.row_pressed(pressed->row);
}

void draw_one_person(const std::string& key, const Sheet& sheet, std::size_t row,
                     RegisterModel& model) {
    const bool leaves = ui::button(word("Back to the list"), {.icon = ui::icon::kBack});
    draw_side_by_side(key + " one", sheet, {row}, model);
    if (leaves || ui::keyboard::escape_pressed()) model.closed();
}

}  // namespace

void draw_sheet(const std::string& key, const Sheet& sheet, RegisterModel& model) {
    const ui::Card card;
    ui::section(sheet.title);
    if (sheet.rows.empty()) {
        ui::muted(tr("Nobody stands in this form in this month."), ui::available());
        return;
    }
    const bool is_list = sheet.holds_names;
    std::vector<std::size_t> all(sheet.rows.size());
    for (std::size_t i = 0; i < all.size(); ++i) all[i] = i;
    if (is_list && model.row()) {
        draw_one_person(key, sheet, *model.row(), model);
    } else if (is_list) {
        draw_persons(key, sheet, model);
    } else if (sheet.rows.size() <= kSideBySide) {
        draw_side_by_side(key, sheet, all, model);
    } else {
        draw_as_form(key, sheet, model);
    }
    ui::gap(8);
    for (const std::string& note : sheet.notes) ui::muted(note, ui::available());
}

}  // namespace screens
