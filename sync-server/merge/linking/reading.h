// One cell of a column, read: folded, taken apart, with what does not matter left out.
#pragma once

#include "sync-server/merge/linking/table.h"

#include <string>
#include <string_view>
#include <vector>

namespace linking {

// "" for what only says that nothing is known (NA, NULL, -, unknown); cut to a sensible length.
std::string said(std::string_view cell);

class Reading {
public:
    // `cells`: all of the column, since 3/4/1948 is read as most of them must be.
    Reading(Kind kind, Spelling spelling, const std::vector<std::string>& cells);
    Value value_of(const std::string& cell, Words& words) const;

private:
    Kind kind_;
    Spelling spelling_;
    Order order_ = Order::DayFirst;
};

}  // namespace linking
