#include "shared/sheets/formats/html_file.h"

#include "shared/base/markup.h"
#include "shared/base/masked.h"
#include "shared/base/text.h"
#include "shared/sheets/formats/svg.h"

#include <algorithm>

namespace formats {

namespace {

using base::escaped;
using sheets::Book;
using sheets::Cell;
using sheets::CellKind;
using sheets::Sheet;

constexpr const char* kStyle = R"css(
*{box-sizing:border-box}
html{font:10pt/1.35 Inter,"Noto Sans","DejaVu Sans",Arial,sans-serif;color:#000;background:#fff}
body{margin:0}
h1{font-size:1.45em;line-height:1.15;margin:0 0 1.5mm}
h2{font-size:1.05em;margin:3mm 0 1mm;break-after:avoid}
p,ul{margin:0 0 1.5mm}
ul{padding-left:5mm}
section{break-before:page;padding-right:.5mm}
section:first-of-type{break-before:auto}
.head{display:flex;gap:4mm;align-items:baseline;border-bottom:.5mm solid #000;
 padding-bottom:1mm;margin-bottom:3mm}
.head .right{margin-left:auto;font-size:.8em;color:#333}
table{border-collapse:collapse;width:100%;margin-bottom:2mm}
thead{display:table-header-group}
tr{break-inside:avoid}
th,td{border:.25mm solid #444;padding:.8mm 1.2mm;vertical-align:top;text-align:left}
th{background:#e8e8e8;font-weight:600;overflow-wrap:anywhere;
 print-color-adjust:exact;-webkit-print-color-adjust:exact}
.many th{font-size:6.5pt;line-height:1.15;font-weight:500}
.many td{font-size:8pt}
th.empty,td.empty{background:#f6f6f6;color:#777;
 print-color-adjust:exact;-webkit-print-color-adjust:exact}
.number{text-align:right;white-space:nowrap}
.position{display:block;color:#555;font-size:6pt}
.small{font-size:.82em;color:#222}
.missing{border:.5mm solid #000;padding:2mm 3mm;margin-bottom:3mm;break-inside:avoid}
.missing b{display:block}
.signatures{display:flex;justify-content:space-between;margin-top:5mm;break-inside:avoid}
.signature{width:66mm;text-align:center}
.signature i{display:block;height:17mm;border-bottom:.25mm solid #000}
svg{display:block;max-width:100%;margin:1mm 0 3mm;break-inside:avoid}
@page{margin:12mm 12mm 15mm;
 @bottom-right{content:"Halaman " counter(page) " dari " counter(pages);
  font:7.5pt Inter,"Noto Sans","DejaVu Sans",Arial,sans-serif;color:#444}}
@media screen{html{background:#ddd}section{background:#fff;width:210mm;margin:6mm auto;
 padding:10mm;box-shadow:0 1mm 4mm #999}section.wide{width:297mm}}
)css";

constexpr std::size_t kManyColumns = 11;
constexpr std::size_t kVeryMany = 20;  // such a form is printed in two halves

std::string element(std::string_view tag, std::string_view attributes, std::string_view content) {
    std::string text = "<" + std::string(tag);
    if (!attributes.empty()) text += " " + std::string(attributes);
    return text + ">" + std::string(content) + "</" + std::string(tag) + ">";
}

bool is_number(const Cell& cell) {
    return cell.kind != CellKind::Text && cell.kind != CellKind::Date;
}

// No row has anything there: another fills it.
bool is_empty_column(const Sheet& sheet, std::size_t column) {
    for (const auto& row : sheet.rows) {
        if (column < row.size() && row[column].kind != CellKind::NotOurs) return false;
    }
    return !sheet.rows.empty();
}

std::string cell_html(const Cell& cell) {
    std::string attributes = is_number(cell) ? "class=\"number\"" : "";
    if (cell.kind == CellKind::NotOurs) attributes = "class=\"empty\"";
    if (!cell.figure.empty()) attributes += " title=\"" + escaped(cell.figure.text()) + "\"";
    const std::string words = to_text(cell);
    return element("td", attributes,
                   escaped(cell.is_name ? base::masked(words, base::kPhoneDigits) : words));
}

// Columns [from, to) of the table; `keep` columns that name the row stand in each part.
std::string table_html(const Sheet& sheet, const std::vector<std::size_t>& columns) {
    const bool is_many = sheet.headers.size() > kManyColumns;
    std::string head, body;
    for (const std::size_t column : columns) {
        std::string words = escaped(sheet.headers[column]);
        if (sheet.headers.size() > kVeryMany) {
            words = element("span", "class=\"position\"", std::to_string(column + 1)) + words;
        }
        head += element("th", is_empty_column(sheet, column) ? "class=\"empty\"" : "", words);
    }
    for (const auto& row : sheet.rows) {
        std::string cells;
        for (const std::size_t column : columns) {
            cells += cell_html(column < row.size() ? row[column] : Cell{});
        }
        body += element("tr", "", cells) + "\n";
    }
    return element("table", is_many ? "class=\"many\"" : "",
                   element("thead", "", element("tr", "", head)) + element("tbody", "", body));
}

// The columns that are empty on every row are printed at the end, in words, not as thirty thin
// stripes; a form of so many columns comes in two parts, each beginning with what names the row.
std::string tables_html(const Sheet& sheet) {
    std::vector<std::size_t> filled;
    std::string left_out;
    for (std::size_t column = 0; column < sheet.headers.size(); ++column) {
        const bool is_dropped = sheet.headers.size() > kVeryMany && is_empty_column(sheet, column);
        if (!is_dropped) {
            filled.push_back(column);
            continue;
        }
        left_out += (left_out.empty() ? "" : "; ") + std::to_string(column + 1) + ". " +
                    escaped(sheet.headers[column]);
    }
    std::string text = table_html(sheet, filled);
    if (!left_out.empty()) {
        text += element("p", "class=\"small\"", "Kolom yang dikosongkan: " + left_out + ".");
    }
    return text;
}

std::string list_html(const std::vector<std::string>& lines) {
    std::string items;
    for (const std::string& line : lines) items += element("li", "", escaped(line));
    return element("ul", "", items);
}

std::string missing_html(const Book& book) {
    std::string text;
    if (!book.missing.empty()) text += "<b>Belum lengkap</b>" + list_html(book.missing);
    if (!book.closing.empty()) text += "<b>Bulan yang ditutup</b>" + list_html(book.closing);
    return text.empty() ? "" : element("div", "class=\"missing\"", text);
}

std::string head_html(const Book& book, const Sheet& sheet) {
    std::string who = element("b", "", escaped(book.centre));
    if (!sheet.place.empty()) who += element("span", "", escaped(sheet.place));
    who += element("span", "class=\"right\"",
                   escaped(book.period) + " · dibuat " + base::to_text(book.made_on));
    return element("div", "class=\"head\"", who);
}

std::string signature_html(std::string_view role, std::string_view name = {}) {
    const std::string below =
        name.empty() ? element("span", "class=\"small\"", "Nama dan NIP") : escaped(name);
    return element("div", "class=\"signature\"", escaped(role) + "<i></i>" + below);
}

std::string notes_html(const Sheet& sheet) {
    std::string text;
    for (const std::string& note : sheet.notes) {
        text += element("p", "class=\"small\"", escaped(note));
    }
    std::string rows;
    for (const sheets::Definition& each : sheet.definitions) {
        if (each.words.empty()) continue;
        rows += element("li", "", element("b", "", escaped(each.code)) + " " + escaped(each.words));
    }
    if (!rows.empty()) {
        text += element("h2", "", "Cara menghitung") + element("ul", "class=\"small\"", rows);
    }
    return text;
}

// One size for the whole print: a browser lays a narrow page out as wide as a wide one beside it.
bool is_wide(const Book& book) {
    return std::any_of(book.sheets.begin(), book.sheets.end(),
                       [](const Sheet& sheet) { return sheet.is_wide; });
}

std::string section_html(const Book& book, const Sheet& sheet, bool is_first) {
    std::string text = head_html(book, sheet) + element("h1", "", escaped(sheet.title));
    if (is_first) text += missing_html(book);
    text += chart_of(sheet) + tables_html(sheet) + notes_html(sheet);
    const std::string known_by = book.known_by.empty() ? "Kepala " + book.centre : book.known_by;
    text += element(
        "div", "class=\"signatures\"",
        signature_html("Mengetahui, " + known_by) + signature_html(sheet.signer, book.signed_by));
    return element("section", is_wide(book) ? "class=\"wide\"" : "", text) + "\n";
}

}  // namespace

std::string html_file(const Book& book) {
    std::string text =
        "<!doctype html>\n<html lang=\"id\"><head><meta charset=\"utf-8\">"
        "<meta name=\"viewport\" content=\"width=device-width\"><title>" +
        escaped("Laporan " + book.centre + " " + book.period) + "</title><style>" + kStyle +
        (is_wide(book) ? "@page{size:A4 landscape}" : "@page{size:A4}") + "</style></head><body>\n";
    // In place: a list of a whole health centre is 40 MB, and not there twice.
    for (const Sheet& sheet : book.sheets) {
        text += section_html(book, sheet, &sheet == &book.sheets.front());
    }
    return text += "</body></html>\n";
}

}  // namespace formats
