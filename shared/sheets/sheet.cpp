#include "shared/sheets/sheet.h"

#include "shared/base/json.h"
#include "shared/indicators/tally.h"

#include <algorithm>

namespace sheets {

namespace {

constexpr std::string_view kNoData = "–";

std::string one_decimal(double number) {
    const std::string text = base::json::decimal(number);
    return text.find('.') == std::string::npos ? text + ".0" : text;
}

}  // namespace

Cell text_cell(std::string_view words) {
    Cell cell;
    cell.kind = CellKind::Text;
    cell.text = words;
    return cell;
}

Cell name_cell(std::string_view words) {
    Cell cell = text_cell(words);
    cell.is_name = true;
    return cell;
}

Cell integer_cell(std::int64_t value, std::string figure) {
    Cell cell;
    cell.kind = CellKind::Integer;
    cell.integer = value;
    cell.figure = std::move(figure);
    return cell;
}

Cell decimal_cell(double value) {
    Cell cell;
    cell.kind = CellKind::Decimal;
    cell.number = value;
    return cell;
}

Cell percent_cell(int numerator, int denominator, std::string figure) {
    Cell cell;
    const auto share = indicators::percent({numerator, denominator});
    cell.kind = share ? CellKind::Percent : CellKind::NoData;
    cell.number = share.value_or(0);
    cell.figure = std::move(figure);
    return cell;
}

Cell date_cell(base::Date day) {
    Cell cell;
    cell.kind = CellKind::Date;
    cell.date = day;
    return cell;
}

std::string to_text(const Cell& cell) {
    switch (cell.kind) {
        case CellKind::Text:
            return cell.text;
        case CellKind::Integer:
            return std::to_string(cell.integer);
        case CellKind::Decimal:
            return base::json::decimal(cell.number);
        case CellKind::Percent:
            return one_decimal(cell.number);
        case CellKind::Date:
            return base::to_text(cell.date);
        case CellKind::NotOurs:
            return "";
        case CellKind::NoData:
            return std::string(kNoData);
    }
    return "";
}

bool holds_names(const Book& book) {
    return std::any_of(book.sheets.begin(), book.sheets.end(),
                       [](const Sheet& sheet) { return sheet.holds_names; });
}

}  // namespace sheets
