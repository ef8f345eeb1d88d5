// Which words of a map mean something for which of its names: another would be passed over in
// silence, and a figure be wrong.
#pragma once

#include "sync-server/evaluate/record_map.h"

namespace evaluate {

// Refuses "unit" of an age, "format" of a weight, a list of columns for a number ...; writes a
// date's format in our letters.
Status check_words(Source& source);

}  // namespace evaluate
