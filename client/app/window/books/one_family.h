// One family out of the store, as its page shows it, and the history of one record.
#pragma once

#include "client/screens/ports/families.h"
#include "client/store/store.h"
#include "shared/care/family.h"

#include <string>
#include <vector>

namespace client_app {

base::Result<screens::Family> read_family(store::Store& store, const std::string& household,
                                          base::Date today);
base::Result<std::vector<screens::Written>> written_of(store::Store& store,
                                                       const std::string& record);

// What waits for the cadre at this household, in the order of the work list.
std::vector<screens::Due> due_of(const care::Family& family, const std::string& household,
                                 base::Date today);

// What this laptop's own changes say of a record.
struct OwnWord {
    screens::Sending sending = screens::Sending::Waiting;
    std::size_t changes = 0;
};
OwnWord own_word_of(store::Store& store, const std::string& record);

}  // namespace client_app
