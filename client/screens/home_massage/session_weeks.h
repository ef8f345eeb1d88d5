// Massages by the week, Monday first: those that were seen and those that were told, side by side
// and never added together.
#pragma once

#include "shared/care/family.h"

#include <span>
#include <string>
#include <vector>

namespace screens {

struct SessionWeek {
    base::Date monday;
    int observed = 0, reported = 0;
};
// The newest first; weeks without any in between are there too.
std::vector<SessionWeek> weeks_of(std::span<const care::Event> sessions);

std::string day_words(base::Date date);                     // "Sen 16 Nov"
std::string span_words(base::Date first, base::Date last);  // "Sen 16 – Jum 20 Nov"
std::string week_words(base::Date monday);                  // "16–22 Nov"

}  // namespace screens
