#include "shared/sheets/formats/svg.h"
#include "shared/base/markup.h"

#include "shared/base/json.h"
#include "shared/sheets/formats/html_file.h"

#include <algorithm>
#include <array>

namespace formats {

namespace {

using sheets::Cell;
using sheets::CellKind;
using sheets::Sheet;

constexpr double kWidth = 680, kLeft = 150, kTop = 14, kBar = 9, kRow = 22;
// From dark to light, so that copies in black and white can be read: breast milk only at the
// bottom, darkest.
constexpr std::array<const char*, 7> kShades = {"#1b5e56", "#3f8f7f", "#86bfae", "#e3c878",
                                                "#d9924a", "#b3543c", "#c9c9c9"};

std::string number(double value) {
    return base::json::decimal(static_cast<double>(static_cast<long>(value * 10 + 0.5)) / 10);
}

std::string text_at(double x, double y, std::string_view words, std::string_view more = "") {
    return "<text x=\"" + number(x) + "\" y=\"" + number(y) + "\" " + std::string(more) + ">" +
           base::escaped(words) + "</text>";
}

std::string box(double x, double y, double width, double height, std::string_view fill) {
    return "<rect x=\"" + number(x) + "\" y=\"" + number(y) + "\" width=\"" + number(width) +
           "\" height=\"" + number(height) + "\" fill=\"" + std::string(fill) + "\"/>";
}

std::string picture(double height, const std::string& title, const std::string& inside) {
    return "<svg viewBox=\"0 0 " + number(kWidth) + " " + number(height) +
           "\" width=\"180mm\" role=\"img\" font-size=\"11\" font-family=\"inherit\"><title>" +
           base::escaped(title) + "</title>" + inside + "</svg>";
}

std::vector<std::size_t> percent_columns(const Sheet& sheet) {
    std::vector<std::size_t> found;
    for (std::size_t i = 0; i < sheet.headers.size(); ++i) {
        for (const auto& row : sheet.rows) {
            const bool is_percent = i < row.size() && row[i].kind == CellKind::Percent;
            if (is_percent && (found.empty() || found.back() != i)) found.push_back(i);
        }
    }
    return found;
}

std::string row_name(const std::vector<Cell>& row) {
    std::string name;
    for (std::size_t i = 0; i < row.size() && i < 3; ++i) {
        if (row[i].kind == CellKind::Text) name = row[i].text;
    }
    return name;
}

// A bar as long as its percentage, with the percentage and how many it is of.
std::string bars_of_row(const Sheet& sheet, const std::vector<std::size_t>& columns,
                        const std::vector<Cell>& row, double y) {
    const double full = kWidth - kLeft - 50;
    std::string drawn = text_at(kLeft - 6, y + kBar, row_name(row), "text-anchor=\"end\"");
    for (std::size_t i = 0; i < columns.size(); ++i) {
        const Cell& cell = row[columns[i]];
        const double top = y + static_cast<double>(i) * (kBar + 3);
        const bool is_known = cell.kind == CellKind::Percent;
        drawn += box(kLeft, top, full, kBar, "#f1f1f1");
        if (is_known) drawn += box(kLeft, top, full * cell.number / 100, kBar, kShades[i % 4]);
        drawn += text_at(kLeft + full + 5, top + kBar - 1,
                         is_known ? to_text(cell) + " %" : std::string("–"), "font-size=\"9\"");
    }
    (void)sheet;
    return drawn;
}

std::string legend(const std::vector<std::string>& names, double y) {
    std::string drawn;
    double x = kLeft;
    for (std::size_t i = 0; i < names.size(); ++i) {
        drawn += box(x, y, 10, 10, kShades[i % kShades.size()]);
        drawn += text_at(x + 14, y + 9, names[i], "font-size=\"10\"");
        x += 26 + 5.6 * static_cast<double>(names[i].size());
        const bool is_full = i + 1 < names.size() &&
                             x + 14 + 5.6 * static_cast<double>(names[i + 1].size()) > kWidth;
        if (is_full) {
            x = kLeft;
            y += 15;
        }
    }
    return drawn;
}

// As people call it: a header that begins with an indicator's code.
std::string name_of(const Sheet& sheet, const std::string& header) {
    for (const sheets::Definition& each : sheet.definitions) {
        if (header.rfind(each.code + "_", 0) == 0 && !each.name.empty()) return each.name;
    }
    return header;
}

std::string bars(const Sheet& sheet) {
    const std::vector<std::size_t> columns = percent_columns(sheet);
    if (columns.empty() || sheet.rows.empty()) return "";
    const double row = std::max(kRow, static_cast<double>(columns.size()) * (kBar + 3) + 8);
    std::string drawn;
    double y = kTop;
    for (const auto& each : sheet.rows) {
        drawn += bars_of_row(sheet, columns, each, y);
        y += row;
    }
    std::vector<std::string> names;
    for (const std::size_t column : columns) names.push_back(name_of(sheet, sheet.headers[column]));
    return picture(y + 50, sheet.title, drawn + legend(names, y + 4));
}

// Shares of each class by row, stacked; a row of nobody is a gap. The last column is the sum.
std::string area_row(const std::vector<Cell>& row, double x, double width, double height) {
    double sum = 0;
    for (std::size_t i = 1; i + 1 < row.size(); ++i) {
        if (row[i].kind == CellKind::Integer) sum += static_cast<double>(row[i].integer);
    }
    std::string drawn;
    double below = kTop + height;
    for (std::size_t i = 1; i + 1 < row.size() && sum > 0; ++i) {
        if (row[i].kind != CellKind::Integer) continue;
        const double part = height * static_cast<double>(row[i].integer) / sum;
        below -= part;
        if (part > 0) drawn += box(x, below, width, part, kShades[(i - 1) % kShades.size()]);
    }
    const std::string words = sum > 0 ? "n = " + number(sum) : "–";
    drawn += text_at(x + width / 2, kTop + height + 14, to_text(row[0]), "text-anchor=\"middle\"");
    return drawn + text_at(x + width / 2, kTop + height + 27, words,
                           "text-anchor=\"middle\" font-size=\"9\"");
}

std::string area(const Sheet& sheet) {
    if (sheet.rows.empty()) return "";
    constexpr double kHeight = 190;
    const double left = 48;
    const double width = (kWidth - left) / static_cast<double>(sheet.rows.size());
    std::string drawn;
    for (const int percent : {0, 25, 50, 75, 100}) {
        const double y = kTop + kHeight * (100 - percent) / 100;
        drawn += text_at(left - 6, y + 4, std::to_string(percent) + " %",
                         "text-anchor=\"end\" font-size=\"9\"");
        drawn += box(left, y, kWidth - left, 0.5, "#999999");
    }
    for (std::size_t i = 0; i < sheet.rows.size(); ++i) {
        drawn += area_row(sheet.rows[i], left + width * static_cast<double>(i), width - 3, kHeight);
    }
    const std::vector<std::string> names(sheet.headers.begin() + 1, sheet.headers.end() - 1);
    return picture(kTop + kHeight + 74, sheet.title, drawn + legend(names, kTop + kHeight + 38));
}

}  // namespace

std::string chart_of(const Sheet& sheet) {
    switch (sheet.chart) {
        case sheets::Chart::None:
            return "";
        case sheets::Chart::Area:
            return area(sheet);
        case sheets::Chart::Bars:
            return bars(sheet);
    }
    return "";
}

}  // namespace formats
