// The tables that can be asked for, and the book that holds them: what `kawan-server report` and
// the console's report page make (AMENDMENTS Definitions: official forms are never suppressed).
#pragma once

#include "shared/db/connection.h"
#include "shared/sheets/centre.h"
#include "shared/sheets/counts.h"
#include "shared/sheets/period.h"
#include "shared/sheets/sheet.h"

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace reports {

struct ReportTable {
    std::string_view name;      // of --table: "sigizi"
    std::string_view title_id;  // for people
    bool holds_names = false;   // never leaves the health centre
    bool of_one_unit = false;   // needs a posyandu
    bool of_one_month = false;  // makes no sense of a quarter
};
std::span<const ReportTable> report_tables();
const ReportTable* find_report_table(std::string_view name);
// Every table that holds no names, in the order in which offices want them.
// `unit`: of one posyandu, without what is of the whole only.
std::vector<std::string> official_tables(std::string_view unit = {});

// Files that another system reads by itself.
bool is_exchange(std::string_view format);
// Lists of names and nothing else: nobody waits for them outside, so what is missing holds nothing
// back. An exchange always leaves.
bool stays_here(const std::vector<std::string>& tables, std::string_view format);
// What another system takes for everything of the village and the health centre: never made of one
// posyandu. `format`: "xlsx", "dhis2", ...
bool is_of_the_whole(const std::vector<std::string>& tables, std::string_view format);
inline constexpr std::string_view kOnlyWhole =
    "sigizi, dhis2, adx and month files are of the whole health centre: one posyandu's numbers "
    "would replace everybody's there. Leave the unit out";

struct Asked {
    sheets::Period period;
    std::string unit;                 // one posyandu; empty: all
    std::vector<std::string> tables;  // names
    base::Instant now;
    base::Zone zone;
    std::string household = {};  // of the tables of one family: its id
};
// What a book's tables are made of, and the book without any, with the completeness note. Refused
// before a period's last month has begun.
struct Ground {
    sheets::Centre centre;
    sheets::Counts counts;
    sheets::Book book;
};
base::Result<Ground> ground_of(db::Connection& connection, const Asked& asked);
// Of a closed month also with what differs since. Refused for SIGIZI before the month's last day:
// an upload would replace the month by a part.
base::Result<sheets::Book> make_book(db::Connection& connection, const Asked& asked);

}  // namespace reports
