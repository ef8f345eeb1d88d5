#include "sync-server/console/pages/figure_places.h"

#include "sync-server/console/words/words.h"
#include "sync-server/store/people.h"

#include <algorithm>

namespace console {

namespace {

std::string village_id(const protocol::Unit& unit) {
    std::string id = unit.village_code.empty() ? unit.village : unit.village_code;
    std::replace(id.begin(), id.end(), ' ', '_');
    return "@" + id;
}

void add(const protocol::Unit& unit, FigurePlaces& places) {
    places.whole.units.push_back(unit.code);
    places.posyandu.push_back({unit.code, unit.name, {unit.code}});
    for (FigurePlace& village : places.villages) {
        if (village.name != unit.village) continue;
        village.units.push_back(unit.code);
        return;
    }
    places.villages.push_back({village_id(unit), unit.village, {unit.code}});
}

}  // namespace

const FigurePlace* FigurePlaces::find(const std::string& id) const {
    if (id.empty() || id == whole.id) return &whole;
    for (const auto* list : {&villages, &posyandu}) {
        for (const FigurePlace& place : *list) {
            if (place.id == id) return &place;
        }
    }
    return nullptr;
}

std::vector<Option> FigurePlaces::options(const std::string& chosen) const {
    std::vector<Option> found = {{"", is_part ? tr("all my posyandu") : whole.name, false}};
    for (const FigurePlace& place : villages) {
        found.push_back({place.id, tr("Village {0}", {place.name}), place.id == chosen});
    }
    for (const FigurePlace& place : posyandu) {
        found.push_back({place.id, tr("Posyandu {0}", {place.name}), place.id == chosen});
    }
    return found;
}

Result<FigurePlaces> figure_places(const Visit& visit) {
    FigurePlaces places;
    places.whole = {"SEMUA", visit.centre.name, {}};
    TRY_LET(units, server_store::units(visit.connection));
    for (const protocol::Unit& unit : units) {
        if (visit.may_in(Action::SeeFigures, unit.code)) add(unit, places);
    }
    places.is_part = places.whole.units.size() < units.size();
    std::sort(places.villages.begin(), places.villages.end(),
              [](const FigurePlace& a, const FigurePlace& b) { return a.name < b.name; });
    return places;
}

}  // namespace console
