// What stands in a form, neutrally: a heading, columns in their exact order, cells that know what
// they are. formats/ turns it into bytes; nothing is counted or laid out there.
#pragma once

#include "shared/base/date.h"

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace sheets {

enum class CellKind : std::uint8_t {
    Text,
    Integer,
    Decimal,
    Percent,  // 67.7, one decimal
    Date,
    NotOurs,  // another program or person fills it: stays empty, and the sheet says so
    NoData,   // there is nobody to divide by: a dash, never 0 %
};

// A text that most cells do not have: without one it takes no more room than a pointer.
class RareText {
public:
    RareText() = default;
    RareText(std::string text)
        : text_(text.empty() ? nullptr : std::make_unique<std::string>(std::move(text))) {}
    RareText(const RareText& other) : RareText(std::string(other.text())) {}
    RareText(RareText&&) noexcept = default;
    RareText& operator=(RareText other) noexcept {
        text_ = std::move(other.text_);
        return *this;
    }
    ~RareText() = default;

    bool empty() const { return text_ == nullptr; }
    const std::string& text() const {
        static const std::string none;
        return text_ == nullptr ? none : *text_;
    }
    operator const std::string&() const { return text(); }
    bool operator==(std::string_view other) const { return text() == other; }

private:
    std::unique_ptr<std::string> text_;
};

// A list of a whole health centre has two million of them.
struct Cell {
    CellKind kind = CellKind::NotOurs;
    bool is_name = false;  // on paper a number that somebody typed into it is masked
    base::Date date;
    std::string text;
    std::int64_t integer = 0;
    double number = 0;
    RareText figure;  // the id that `trace` opens (figure_id.h); "" of what is not counted
    RareText record;  // of a row's first cell: what the row is of; written nowhere
};
Cell text_cell(std::string_view words);
Cell name_cell(std::string_view words);
Cell integer_cell(std::int64_t value, std::string figure = {});
Cell decimal_cell(double value);
// Nothing to divide by gives the dash.
Cell percent_cell(int numerator, int denominator, std::string figure = {});
Cell date_cell(base::Date day);
inline Cell not_ours() {
    return {};
}
// As it is read by people and written where everything is text; "–" for no data.
std::string to_text(const Cell& cell);

struct Definition {
    std::string code;   // "SIGIZI_23"
    std::string name;   // as the office calls it
    std::string words;  // how it is counted
};

// A drawing above its table. Area: the columns of `sheet` are classes, its rows ages. Bars: a bar
// for each row and percentage.
enum class Chart { None, Area, Bars };

struct Sheet {
    std::string name;   // of a tab: at most 31 characters
    std::string title;  // of the page
    std::string place;  // "Posyandu Melati 1, Desa Sukamaju"; "" for the whole health centre
    std::vector<std::string> headers;  // exact where a receiving system matches on them
    std::vector<std::vector<Cell>> rows;
    std::vector<std::string> notes;  // what stays empty and why, how it is read
    std::vector<Definition> definitions;
    bool holds_names = false;  // never leaves the health centre
    bool is_wide = false;      // printed on its side
    Chart chart = Chart::None;
    std::string signer = "Petugas pelapor";  // who signs beside the head of the health centre
};

// What is sent or printed together, with what everybody who reads it must know.
struct Book {
    std::string centre;  // "Puskesmas Contoh"
    std::string period;  // "September 2026", "Triwulan III 2026 (kumulatif Januari–September)"
    std::string period_code;  // "2026-09", "2026-Q3"
    base::Date made_on;
    std::vector<std::string> missing;  // completeness, one sentence each; empty: nothing is
    std::vector<std::string> closing;  // of a closed month: since when, and what differs
    std::vector<Sheet> sheets;
    std::string known_by = {};   // who signs on the left; "": the head of the health centre
    std::string signed_by = {};  // the name of who signs on the right, where it is known
};
bool holds_names(const Book& book);

}  // namespace sheets
