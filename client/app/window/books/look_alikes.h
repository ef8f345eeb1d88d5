// Whom a registration might repeat, out of the names in memory (DOMAIN 8.7): somebody whose name
// sounds alike and who shares one more thing, or somebody with the same NIK.
#pragma once

#include "client/app/window/books/family_pages.h"

#include <span>
#include <vector>

namespace client_app {

// At most ten, the best first, one of each family. What is registered is `person` in `household`,
// or a household alone, known by its head.
std::vector<screens::LookAlike> look_alikes(std::span<const FamilyPage> pages,
                                            const base::Fields& household,
                                            const base::Fields& person);

}  // namespace client_app
