// Which of our figures stands in which column of a form (DOMAIN 6.6), and which function gives each
// figure that the programme knows by name. What is not ours stays empty in the form, and the reason
// is said beside it.
#pragma once

#include "shared/indicators/tally.h"

#include <span>
#include <string_view>

namespace indicators {

// What of a count goes into the column. Rest: the denominator without the numerator ("tidak
// datang"). None: not ours.
enum class FormPart { None, Numerator, Denominator, Rest, Percent };

inline constexpr AgeBand kAllAges{-1, 1000};

struct FormColumn {
    std::string_view form;  // "F1_POSY"
    int position;           // from 1
    std::string_view header;
    std::string_view code;  // of an indicator; "" if not ours
    FormPart part;
    AgeBand ages;           // kAllAges: whatever the indicator counts
    std::string_view note;  // what is not ours, and why; or what the figure leaves out
};
// Columns that name the place, the period or a person have no line.
std::span<const FormColumn> form_columns();
const FormColumn* form_column(std::string_view form, int position);  // nullptr: no line

// A code of the programme's list, the indicators that make it, and the file that counts them.
struct FigureSource {
    std::string_view code, indicators, file;
};
std::span<const FigureSource> figure_sources();

}  // namespace indicators
