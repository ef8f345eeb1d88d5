// How comparing writes beside others of the program, who wait for their turn: a laptop's commit
// does not ask SQLite's lock again and again until comparing happens to let go of it.
#pragma once

#include "shared/base/result.h"

#include <functional>

namespace merge {

// Runs `work`, a transaction of its own, while nobody else of the program writes; between two of
// them others do. Absent: just so.
using Work = std::function<base::Status()>;
using Alone = std::function<base::Status(const Work& work)>;

inline base::Status do_alone(const Alone& alone, const Work& work) {
    return alone ? alone(work) : work();
}

}  // namespace merge
