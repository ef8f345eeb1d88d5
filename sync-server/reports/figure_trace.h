// Behind a figure of any format: its id opens who counted in it, who did not and why, back to the
// visit. With names: it never leaves the health centre.
#pragma once

#include "shared/sheets/figure_id.h"
#include "sync-server/reports/counting.h"

#include <string>
#include <vector>

namespace reports {

struct Behind {
    std::string month;   // "2026-09"; of a quarter there are several
    std::string person;  // id; "" erased since
    std::string name, household_head, rt, rw;
    std::string unit;
    std::string part;                 // NUMERATOR, DENOMINATOR, EXCLUDED: as this figure counts her
    std::string reason;               // in Indonesian; "" of who is in the numerator
    std::string reason_code, detail;  // the same for who speaks another language
    std::string evidence, evidence_type;  // the record that decided
    std::string on;                       // its day
    std::string visit;                    // the visit that it was made at; "" none
    std::string visited_by;               // who was there, by name
    // False: registered at this place, and counted in the figure of another one, `unit`.
    bool is_counted_here = true;
};
struct FigureTrace {
    sheets::FigureId id;
    std::string name;          // of the indicator
    int value = 0;             // as the format shows it: how many are in it
    int of = 0;                // whom the percentage is of; equal to `value` for a plain count
    std::vector<Behind> rows;  // in it first, then by posyandu and name
    std::size_t rows_in_all = 0;
    int shown() const { return value_of({value, of}, id.share); }  // the number that is printed
    std::vector<std::string> closing;  // the figure is a closed month's, and what differs since
};
// NotFound, with a sentence, for an id of no figure, indicator or place of here.
base::Result<FigureTrace> trace_figure(db::Connection& connection, const std::string& id,
                                       const base::Zone& zone,
                                       Reading reading = Reading::AsReported);

// The same for a page: only whom its reader may see, and of them only so many, read from the
// database by themselves. Without `closing`.
struct TracePage {
    std::vector<std::string> units;  // the posyandu that she may see
    std::size_t first = 0, count = 50;
};
base::Result<FigureTrace> trace_page(db::Connection& connection, const std::string& id,
                                     const TracePage& page);

}  // namespace reports
