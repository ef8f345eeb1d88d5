// Do this store and the server hold equal records? (SYNC 18) And which state asks: an answer's
// comparison, repair, receipt and fork count only for the state that they answer (SYNC 3).
#pragma once

#include "client/store/store.h"
#include "shared/protocol/hello.h"
#include "shared/records/agreement.h"

#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace store {

// A short name of how far the device is: incarnation, acknowledged, cursors. The hello carries it,
// the answer says it again.
Result<std::string> ask_of(Store& store, const Progress& progress);

// Of the units that are the user's now, also where the store holds nothing of them yet.
// As the configuration says; nothing while there is none.
Result<std::optional<std::set<std::string>>> units_in_scope(Store& store);
Result<std::map<std::string, records::Agreement>> agreements_in_scope(Store& store);
Status mark_differing(Store& store, const std::map<std::string, records::Agreement>& theirs);
Result<std::vector<std::string>> differing_units(Store& store);
// The records of a unit, summed per bucket, for a repair: 256 texts.
Result<std::vector<std::string>> bucket_sums(Store& store, std::string_view unit);
// Of the units that are the user's now.
Result<protocol::Cursors> cursors(Store& store);

}  // namespace store
