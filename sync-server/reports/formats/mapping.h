// What another system calls our places and figures: a file that its administrator writes
// (mapping-example.csv). Nothing is guessed: what is not in it is listed, and a hole is refused.
//
// Columns: kind,ours,theirs,category_option_combo,adx
//   dataset                  theirs: the data set
//   attribute_option_combo   theirs: of the data set; may be left out
//   place    ours: a posyandu's code, @village or SEMUA; theirs: the org unit
//   figure   ours: SIGIZI_23, ID_ASI05.DEN, ID_F1_1.L; theirs: the data element;
//            category_option_combo: of DHIS2, may be empty; adx: "sex=L", attributes of ADX
#pragma once

#include "shared/base/result.h"
#include "shared/sheets/centre.h"

#include <functional>
#include <string>
#include <utility>
#include <vector>

namespace formats {

struct MappedPlace {
    sheets::Place place;
    std::string org_unit;
};
struct MappedFigure {
    sheets::FigureId figure;  // without period and place
    std::string data_element, category_option_combo;
    std::vector<std::pair<std::string, std::string>> adx;
};
struct Mapping {
    std::string data_set, attribute_option_combo;
    std::vector<MappedPlace> places;
    std::vector<MappedFigure> figures;
};

// Refused with the line and what is wrong in it: a hole, something twice, two places in one of
// theirs, a place or figure that does not exist here, a name that ADX cannot hold.
base::Result<Mapping> parse_mapping(std::string_view csv, const sheets::Centre& centre);

// The same file with nothing in `theirs`: our villages and the columns of SIGIZI that are ours,
// each with its name beside it. The other system's administrator fills it in; a row may go.
std::string mapping_to_fill(const sheets::Centre& centre);

// What the report holds and the mapping does not name, in Indonesian sentences; empty: nothing.
// `wanted`: codes of the report's figures.
std::vector<std::string> unmapped(const Mapping& mapping, const sheets::Centre& centre,
                                  const std::vector<std::string>& wanted);

// What names a figure's cell in a place and month of theirs, in each format.
std::string dhis2_cell(const MappedFigure& figure);
std::string adx_cell(const MappedFigure& figure);
// Two of our figures in one cell of theirs are refused: the other system would keep one of them.
using CellName = std::function<std::string(const MappedFigure&)>;
base::Status one_figure_a_cell(const Mapping& mapping, const CellName& name_of);

// One value to send: the same for every exchange format.
struct Value {
    const MappedPlace* place;
    const MappedFigure* figure;
    int value;
    std::string id;  // that `trace` opens
};
std::vector<Value> values_of(const Mapping& mapping, const sheets::Counts& counts);

}  // namespace formats
