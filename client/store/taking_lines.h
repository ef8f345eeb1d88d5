// The lines of an answer, each where it belongs: what became of one's own changes, records, moves,
// erasures.
#pragma once

#include "client/store/applying.h"

namespace store {

// `is_present`: the answer is to the state that stands; `is_ours`: it speaks of this very history.
// Gives whether the cursors may follow.
Result<bool> take_lines(Store& store, const protocol::Answer& answer, const NamedBy& named_by,
                        bool is_present, bool is_ours, const Progress& progress, Applied& applied);

}  // namespace store
