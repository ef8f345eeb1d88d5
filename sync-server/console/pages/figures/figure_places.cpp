#include "sync-server/console/pages/figures/figure_places.h"

#include "sync-server/console/words/words.h"
#include "sync-server/reports/places.h"
#include "sync-server/store/people/people.h"

namespace console {

namespace {

// Each with those of its posyandu that she may see, if any.
std::vector<FigurePlace> seen_of(const Visit& visit, const std::vector<sheets::Place>& all) {
    std::vector<FigurePlace> found;
    for (const sheets::Place& place : all) {
        FigurePlace part{place.id, place.name, {}};
        for (const std::string& unit : place.units) {
            if (visit.may_in(Action::SeeFigures, unit)) part.units.push_back(unit);
        }
        if (!part.units.empty()) found.push_back(std::move(part));
    }
    return found;
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
    places.whole = {std::string(sheets::kEverywhere), visit.centre.name, {}};
    TRY_LET(units, server_store::units(visit.connection));
    if (units.empty()) return places;
    TRY_LET(centre, reports::places_of(visit.connection, ""));
    places.villages = seen_of(visit, centre.villages);
    places.posyandu = seen_of(visit, centre.posyandu);
    for (const FigurePlace& each : places.posyandu) places.whole.units.push_back(each.id);
    places.is_part = places.posyandu.size() < units.size();
    return places;
}

}  // namespace console
