// The health centre as its forms name it: villages, posyandu, targets and cadres, out of the store.
#pragma once

#include "shared/db/connection.h"
#include "shared/sheets/centre.h"

namespace reports {

// `unit` restricts to one posyandu; empty: all. NotFound for one that does not exist. A village of
// which it is only a part, and the whole, then go by the posyandu's id: their figures are its own.
base::Result<sheets::Centre> centre_of(db::Connection& connection, const sheets::Period& period,
                                       const std::string& unit);
// Its places only: no targets, no cadres.
base::Result<sheets::Centre> places_of(db::Connection& connection, const std::string& unit);
// What a figure's id calls a place; NotFound, with the words that can be found.
base::Result<sheets::Place> find_place(const sheets::Centre& centre, const std::string& id);

}  // namespace reports
