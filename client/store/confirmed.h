// The confirmed half of the store: the server's records and the agreement about them.
#pragma once

#include "client/store/applying.h"

namespace store {

// Puts the server's text of a record in place if it is newer; keeps the unit's agreement. Returns
// whether it was.
Result<bool> confirm(Store& store, const records::Record& record, const NamedBy& named_by);
// A record that the server does not hold any more (repair): unless own changes wait on it.
Status drop_confirmed(Store& store, std::string_view id);

Result<std::map<std::string, records::Agreement>> agreements(Store& store);

}  // namespace store
