// The household that a record belongs to, found through what it names.
#pragma once

#include "client/store/store.h"

#include <string>

namespace client_app {

// "" if there is none, or the chain to it is not all here.
std::string household_of(store::Store& store, const std::string& type, const std::string& id,
                         const base::Fields& answers);

}  // namespace client_app
