// Drawings of figures as SVG: each stands above a table that says the same in numbers. They read on
// a phone and on black and white paper.
#pragma once

#include "sync-server/console/page.h"

#include <optional>
#include <string>
#include <vector>

namespace console {

struct Bar {
    std::string name;
    std::optional<double> percent;  // nullopt: nobody to speak of
    std::string words;              // "66,7 %", a dash
};
// A bar for each, as long as its percentage.
Html bar_chart(std::string_view title, const std::vector<Bar>& bars);

// Columns of shares that sum to the whole; a column of nobody stays empty.
struct Stack {
    std::string name;  // under the column
    std::vector<int> counts;
};
Html stacked_chart(std::string_view title, const std::vector<std::string>& classes,
                   const std::vector<Stack>& stacks);

}  // namespace console
