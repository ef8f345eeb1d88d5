// What a health centre sends to its district: a month's figures by village and sex, with what was
// missing. Counts only: no person, no posyandu.
#pragma once

#include "shared/base/result.h"
#include "shared/sheets/centre.h"

namespace formats {

struct MonthFigure {
    std::string village, code;  // the village's id; the indicator's code
    char sex = 0;               // 0: who is of neither, and nobody at all
    int numerator = 0, denominator = 0;
};
struct MonthFile {
    std::string centre;
    sheets::Month month;
    std::string made_at;
    bool is_closed = false;
    std::vector<std::string> missing;
    std::vector<sheets::Place> villages;  // their `units` are their own ids
    std::vector<MonthFigure> figures;
};

MonthFile month_file_of(const sheets::Centre& centre, const sheets::Counts& counts,
                        const std::vector<std::string>& codes);
std::string to_json(const MonthFile& file);
// Refused with what is wrong: not JSON, not a month file, of a newer program, a negative count.
base::Result<MonthFile> parse_month_file(std::string_view json);

}  // namespace formats
