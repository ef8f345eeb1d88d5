// What a laptop must say with its own figures: what the health centre does not have yet, who was
// not asked, and whose word counts. The same note stands in every file that is made there.
#pragma once

#include "shared/sheets/period.h"

#include <optional>
#include <string>
#include <vector>

namespace sheets {

struct NotAsked {
    Month month;
    int infants = 0;  // not asked, or the answers are not complete
    int of = 0;       // aged 0 to 5 months on the last day
};

struct LaptopNote {
    bool is_over = false;                  // the period's last day has come
    bool is_past = false;                  // a later month has begun
    bool knows_moves = false;              // it counts who moved since where she was then
    int left = 0;                          // persons who moved away since, with their records
    int not_sent = 0;                      // records behind the figures that only this laptop has
    int troubled = 0;                      // that the health centre has, and somebody must mend
    std::vector<NotAsked> not_asked = {};  // by month
    std::optional<base::Date> synced_on = std::nullopt;  // nullopt: never
    std::vector<Month> closed = {};  // at the health centre: what was reported stays
    bool counts_as_told = true;  // false: the health centre's choices are newer than this program
};
// One sentence in Indonesian for each; the last one always stands: on whose word it is.
std::vector<std::string> sentences(const LaptopNote& note, const Period& period);

}  // namespace sheets
