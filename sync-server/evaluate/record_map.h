// Whose column is what: a researcher's table read through a map (README.md has its words).
//
// What the map says is checked against the table once; cells are read as the map says, and a cell
// that cannot be read is an error with its line, its column and what it holds.
#pragma once

#include "shared/base/csv.h"
#include "shared/base/date.h"
#include "shared/base/result.h"

#include <map>
#include <optional>
#include <set>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace evaluate {

using base::Date;
using base::Result;
using base::Status;

// A table of any program: its own separator, its headings in the first row.
struct Records {
    std::vector<std::string> header;
    std::vector<base::csv::Row> rows;  // each as long as the header

    static Result<Records> parse(std::string_view text);
    std::optional<std::size_t> column(std::string_view heading) const;
};

// Where one thing stands, and how it is written down.
struct Source {
    std::string name;  // ours: "weight"
    std::vector<std::size_t> columns;
    std::vector<std::string> headings;         // theirs, for messages
    std::map<std::string, std::string> codes;  // theirs, in small letters, to ours; empty: ours
    std::set<std::string> missing;             // written for "no answer"
    std::string coding;                        // "dhs_m4", "cmc", "hours" ...; "" as it stands
    std::string format;                        // of a date: "DD/MM/YYYY"
    std::string unit;                          // "g", "kg", "cm", "mm", "m"
    double scale = 1;                          // the number is divided by it
    int day = 0;                               // stands for a missing day of three columns
};

// The first headings of the table: whoever misspelt one sees it at once.
std::string some_headings(const Records& records);

class RecordMap {
public:
    // `names`: what the evaluation knows. Refuses other names, and columns that the table lacks.
    static Result<RecordMap> parse(std::string_view json, std::span<const std::string_view> names,
                                   const Records& records);
    const Source* find(std::string_view name) const;  // nullptr: not in this table
    bool has(std::string_view name) const { return find(name) != nullptr; }

private:
    std::vector<Source> sources_;
};

// The cell without space around it, in small letters, "1.0" as "1"; "" where nothing was written
// ("NA", "NaN", ".", "null" and what the map calls missing).
std::string cell_of(const base::csv::Row& row, const Source& source, std::size_t which = 0);
// The cell as it stands; for names and groups.
const std::string& raw_cell(const base::csv::Row& row, const Source& source);

base::Error unreadable(const base::csv::Row& row, const Source& source, std::size_t which,
                       std::string_view what);
Result<std::optional<double>> number_of(const base::csv::Row& row, const Source& source);
// By its format or coding (of "cmc" the first of the month), or out of the columns of year, month
// and day; else as nobody can misread it: "2025-01-31" with or without an hour, "31jan2025".
Result<std::optional<Date>> date_of(const base::csv::Row& row, const Source& source);
// One of the codes of `usual`; it tells how they are commonly written. nullopt: nothing written.
struct UsualCode {
    std::string_view written, code;
};
Result<std::optional<std::string>> code_of(const base::csv::Row& row, const Source& source,
                                           std::span<const UsualCode> usual, std::size_t which = 0);

}  // namespace evaluate
