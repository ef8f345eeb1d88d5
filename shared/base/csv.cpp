#include "shared/base/csv.h"

#include "shared/base/json.h"
#include "shared/base/text.h"

#include <algorithm>
#include <array>
#include <map>

namespace base::csv {

namespace {

constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";

// Where a program that divides at semicolons, as in Indonesia, or takes no quotes in the middle of
// a line begins another cell of its own.
constexpr std::string_view kEndsElsewhere = ";\t\r\n";
// = + - @, also in the full width that some programs take for them.
constexpr std::array<std::string_view, 8> kFormulaSigns = {"=",      "+",      "-",      "@",
                                                           "\uFF1D", "\uFF0B", "\uFF0D", "\uFF20"};

bool starts_formula(std::string_view text) {
    text.remove_prefix(std::min(text.find_first_not_of('"'), text.size()));
    const bool has_sign =
        std::any_of(kFormulaSigns.begin(), kFormulaSigns.end(),
                    [text](std::string_view sign) { return text.starts_with(sign); });
    return has_sign && !json::number_of(text).has_value();
}

// With a ' before every part that some spreadsheet would run.
std::string disarmed(std::string_view text) {
    std::string safe;
    if (text.starts_with('\t') || text.starts_with('\r')) safe.assign(1, '\'');
    for (;;) {
        const std::size_t end = std::min(text.find_first_of(kEndsElsewhere), text.size());
        if (starts_formula(text.substr(0, end))) safe += '\'';
        safe += text.substr(0, end);
        if (end == text.size()) return safe;
        safe += text[end];
        text.remove_prefix(end + 1);
    }
}

struct Reader {
    std::string_view text;
    char separator = ',';
    std::size_t at = 0;
    std::size_t line_number = 1;

    bool done() const { return at >= text.size(); }

    Result<std::string> quoted_cell() {
        std::string cell;
        for (++at; at < text.size(); ++at) {
            if (text[at] == '\n') ++line_number;
            if (text[at] != '"') {
                cell += text[at];
            } else if (at + 1 < text.size() && text[at + 1] == '"') {
                cell += text[++at];
            } else {
                ++at;
                if (done() || ends_cell(text[at])) return cell;
                return malformed("text after a closing quote");
            }
        }
        return malformed("a quote is never closed");
    }

    bool ends_cell(char c) const { return c == separator || c == '\r' || c == '\n'; }

    Error malformed(const char* what) const {
        return {ErrorCode::Malformed, "line " + std::to_string(line_number) + ": " + what};
    }

    std::string plain_cell() {
        const std::size_t from = at;
        while (!done() && !ends_cell(text[at])) ++at;
        return std::string(text.substr(from, at - from));
    }

    Result<std::vector<std::string>> row() {
        std::vector<std::string> cells;
        for (;;) {
            if (!done() && text[at] == '"') {
                TRY_LET(cell, quoted_cell());
                cells.push_back(std::move(cell));
            } else {
                cells.push_back(plain_cell());
            }
            if (done()) return cells;
            if (text[at] == separator) {
                ++at;
                continue;
            }
            if (text[at] == '\r') ++at;
            if (!done() && text[at] == '\n') ++at;
            ++line_number;
            return cells;
        }
    }
};

// More than one is what joining two exports leaves.
std::string_view without_byte_order_mark(std::string_view text) {
    while (text.starts_with(kByteOrderMark)) text.remove_prefix(kByteOrderMark.size());
    return text;
}

// Where the text stops being UTF-8, as a line from 1. A line end is a character in any encoding.
std::size_t first_unreadable_line(std::string_view text) {
    std::size_t line_number = 1;
    for (;; ++line_number) {
        const std::size_t end = text.find_first_of("\r\n");
        if (end == std::string_view::npos || !is_valid_utf8(text.substr(0, end))) {
            return line_number;
        }
        text.remove_prefix(end + (text.substr(end, 2) == "\r\n" ? 2 : 1));
    }
}

// How many of the first rows a separator divides alike, and into how many cells. Rows, not lines: a
// cell in quotes may hold line ends. Not the widest row: decimal commas may outnumber semicolons.
struct Likeness {
    int rows = 0;
    std::size_t cells = 1;
};
Likeness likeness_of(std::string_view text, char separator) {
    constexpr int kRowsLookedAt = 10;
    std::map<std::size_t, int> rows_of_width;
    Reader reader{text, separator};
    for (int i = 0; i < kRowsLookedAt && !reader.done(); ++i) {
        const auto cells = reader.row();
        if (!cells.ok()) break;
        if (cells.value().size() > 1) ++rows_of_width[cells.value().size()];
    }
    Likeness most;
    for (const auto& [cells, rows] : rows_of_width) {
        if (rows >= most.rows) most = {rows, cells};
    }
    return most;
}

}  // namespace

std::string cell(std::string_view text) {
    const std::string safe = disarmed(text);
    // In the first cell of a file a byte order mark would be taken for the file's own.
    const bool is_plain =
        safe.find_first_of(",\"\r\n") == std::string::npos && !safe.starts_with(kByteOrderMark);
    if (is_plain) return safe;
    std::string quoted = "\"";
    for (const char c : safe) {
        if (c == '"') quoted += '"';
        quoted += c;
    }
    return quoted + "\"";
}

std::string line(const std::vector<std::string>& cells) {
    std::string text;
    for (const std::string& each : cells) {
        if (&each != cells.data()) text += ',';
        text += cell(each);
    }
    return text + "\r\n";
}

std::string Table::at(std::size_t row, std::string_view heading) const {
    for (std::size_t column = 0; column < header.size(); ++column) {
        if (header[column] == heading) return rows[row][column];
    }
    return {};
}

Result<std::vector<Row>> rows_of(std::string_view text, char separator, std::size_t cells_max) {
    text = without_byte_order_mark(text);
    if (!is_valid_utf8(text)) {
        return Error{ErrorCode::Malformed, "line " + std::to_string(first_unreadable_line(text)) +
                                               ": unreadable letters; save the file as UTF-8"};
    }
    Reader reader{text, separator};
    std::vector<Row> rows;
    std::size_t cells_so_far = 0;
    while (!reader.done()) {
        const std::size_t line_number = reader.line_number;
        TRY_LET(cells, reader.row());
        cells_so_far += cells.size();
        if (cells_so_far > cells_max) {
            return Error{ErrorCode::Malformed, "line " + std::to_string(line_number) +
                                                   ": this table has too many cells; divide it"};
        }
        if (cells.size() == 1 && cells[0].empty()) continue;
        rows.push_back({line_number, std::move(cells)});
    }
    return rows;
}

char likely_separator(std::string_view text) {
    char best = ',';
    Likeness most;
    for (const char candidate : {',', ';', '\t', '|'}) {
        const Likeness found = likeness_of(without_byte_order_mark(text), candidate);
        if (found.rows < most.rows) continue;
        if (found.rows == most.rows && found.cells <= most.cells) continue;
        most = found;
        best = candidate;
    }
    return best;
}

Result<Table> parse(std::string_view text, char separator) {
    TRY_LET(rows, rows_of(text, separator));
    Table table;
    for (Row& row : rows) {
        if (table.header.empty()) {
            table.header = std::move(row.cells);
            continue;
        }
        if (row.cells.size() != table.header.size()) {
            return Error{ErrorCode::Malformed, "line " + std::to_string(row.line) + ": " +
                                                   std::to_string(row.cells.size()) +
                                                   " cells, but the header has " +
                                                   std::to_string(table.header.size())};
        }
        table.rows.push_back(std::move(row.cells));
    }
    return table;
}

Result<Table> parse_filled_in(std::string_view text) {
    return parse(text, likely_separator(text));
}

}  // namespace base::csv
