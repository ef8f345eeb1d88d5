// The confirmed half of the store: the server's records and the agreement about them.
#pragma once

#include "client/store/applying.h"

namespace store {

// Puts the server's text of a record in place if it is newer; keeps the unit's agreement. Returns
// whether it was. `repairs`: also if it is the same revision with another text, which only a
// damaged store can hold.
Result<bool> confirm(Store& store, const records::Record& record, const NamedBy& named_by,
                     bool repairs = false);
// A record that the server does not hold any more (repair): unless own changes wait on it.
Status drop_confirmed(Store& store, std::string_view id);

Result<std::map<std::string, records::Agreement>> agreements(Store& store);
// Sums the unit anew from its rows: before a repair, since the kept sum itself may be wrong.
Status recount(Store& store, std::string_view unit);

}  // namespace store
