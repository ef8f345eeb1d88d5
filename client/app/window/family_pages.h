// The names of all families as one list, and the days of their last visits: read once from the
// store, kept up to date family by family.
#pragma once

#include "client/screens/ports.h"
#include "client/store/store.h"

#include <optional>
#include <span>
#include <string>
#include <vector>

namespace client_app {

struct FamilyPage {
    screens::FamilyRow row;
    std::string folded;  // all that is searched in
};

// Sorted by RW, RT and head.
base::Result<std::vector<FamilyPage>> read_pages(store::Store& store);
void sort_pages(std::vector<FamilyPage>& pages);
// Of one household out of its own records; nullopt if it was retracted.
std::optional<FamilyPage> page_of(const std::string& household,
                                  std::span<const records::Record> records);

// The day a record happened on, from its own answers.
std::optional<base::Date> own_day(const base::Fields& fields);

}  // namespace client_app
