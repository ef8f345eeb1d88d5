// Of whom a page of figures speaks: the health centre (or what of it she may see), its villages and
// posyandu, each with its id as figures are called by it (shared/sheets/figure_id.h).
#pragma once

#include "sync-server/console/parts.h"

#include <optional>
#include <string>
#include <vector>

namespace console {

struct FigurePlace {
    std::string id, name;
    std::vector<std::string> units;  // codes, of those that she may see
};
struct FigurePlaces {
    FigurePlace whole;
    std::vector<FigurePlace> villages, posyandu;
    bool is_part = false;  // she may see some units only

    const FigurePlace* find(const std::string& id) const;  // "" finds the whole; nullptr: none
    std::vector<Option> options(const std::string& chosen) const;
};
Result<FigurePlaces> figure_places(const Visit& visit);

}  // namespace console
