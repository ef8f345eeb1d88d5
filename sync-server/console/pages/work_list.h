// A list of what waits for a decision, worked through one after the other: which of how many this
// one is, what comes before and after it, and where to go on once it is decided.
#pragma once

#include "sync-server/console/parts.h"

#include <functional>
#include <string>

namespace console {

struct WorkList {
    std::string path;  // of the whole list
    std::function<Result<std::int64_t>(db::Connection&)> count;
    // The address of the one that has so many before it; empty: there is none.
    std::function<Result<std::string>(db::Connection&, std::int64_t)> at;
};

// "3 of 10", the one before, the one after, the whole list.
Result<Html> place_in(const Visit& visit, const WorkList& list, std::int64_t before);
// Of one that came up out of its turn: how many wait, and on to where she was, the one with `after`
// before it.
Result<Html> place_between(const Visit& visit, const WorkList& list, std::int64_t before,
                           std::int64_t after);
// Begins with the first of them; nothing where there is none.
Html begin_button(const std::string& first);

// Where to go on when the one with so many before it is decided: to the one in its place, from the
// end back to the first, at last to the list. `stays`: it goes on waiting.
Result<std::string> next_of(db::Connection& connection, const WorkList& list, std::int64_t before,
                            bool stays = false);
// There, with what was done and that this is another one.
Reply go_on(const WorkList& list, const std::string& next, const std::string& said);

}  // namespace console
