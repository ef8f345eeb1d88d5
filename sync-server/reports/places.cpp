#include "sync-server/reports/places.h"

#include "sync-server/store/meta.h"
#include "sync-server/store/people/people.h"
#include "sync-server/store/records/records.h"
#include "sync-server/store/reports/activity.h"

#include <algorithm>

namespace reports {

using base::Done;
using base::Error;
using base::ErrorCode;
using base::Result;
using base::Status;
using sheets::Centre;
using sheets::Place;

namespace {

// "@33.74.01.1001", else by its name without spaces.
std::string village_id(const protocol::Unit& unit) {
    std::string id = unit.village_code.empty() ? unit.village : unit.village_code;
    std::replace(id.begin(), id.end(), ' ', '_');
    return "@" + id;
}

void add_unit(Centre& centre, const protocol::Unit& unit) {
    centre.posyandu.push_back({unit.code, unit.name, unit.village, unit.village_code, {unit.code}});
    centre.whole.units.push_back(unit.code);
    const auto village = std::find_if(centre.villages.begin(), centre.villages.end(),
                                      [&](const Place& each) { return each.name == unit.village; });
    if (village != centre.villages.end()) {
        village->units.push_back(unit.code);
        return;
    }
    centre.villages.push_back(
        {village_id(unit), unit.village, unit.village, unit.village_code, {unit.code}});
}

// A part has the posyandu's own id: its figures are neither the village's nor the health centre's.
void narrow(Centre& centre, std::size_t units_in_all, std::size_t units_in_village) {
    const Place posyandu = centre.posyandu.front();
    if (units_in_all > 1) {
        centre.whole.id = posyandu.id;
        centre.whole.name = posyandu.name;
    }
    if (units_in_village > 1) {
        Place& village = centre.villages.front();
        village.id = posyandu.id;
        village.name += " (Posyandu " + posyandu.name + ")";
        village.village_code.clear();  // the village's target is not this posyandu's
    }
}

// The newest record that says so counts; several of one kind are the coordinator's to clear up.
Status add_targets(db::Connection& connection, Centre& centre) {
    TRY_LET(ids, server_store::ids_of_type(connection, "target"));
    for (const std::string& id : ids) {
        TRY_LET(found, server_store::find_record(connection, id));
        if (!found || records::is_retracted(found->record)) continue;
        const base::Fields& fields = found->record.fields;
        const auto figure = fields.integer("figure");
        if (!figure) continue;
        centre.targets.push_back({fields.text("unit_code"), fields.text("period"),
                                  fields.text("indicator"), static_cast<int>(*figure),
                                  fields.text("kind") == "REAL"});
    }
    return Done{};
}

Status add_cadres(db::Connection& connection, const sheets::Period& period, Centre& centre) {
    const auto months = sheets::months_of(period);
    TRY_LET(providers, server_store::providers_by_unit(connection, base::to_text(months.front()),
                                                       base::to_text(months.back())));
    TRY_LET(users, server_store::users(connection));
    TRY_LET(units, server_store::unit_codes_by_user(connection));
    for (const server_store::User& user : users) {
        if (user.role != "KADER" || user.is_disabled) continue;
        for (const std::string& unit : units[user.id.text()]) {
            sheets::CadreCount& count = centre.cadres[unit];
            ++count.registered;
            if (providers[unit].count(user.id.text()) != 0) ++count.active;
        }
    }
    return Done{};
}

}  // namespace

Result<Centre> centre_of(db::Connection& connection, const sheets::Period& period,
                         const std::string& unit) {
    TRY_LET(centre, places_of(connection, unit));
    TRY(add_targets(connection, centre));
    TRY(add_cadres(connection, period, centre));
    return std::move(centre);
}

Result<Centre> places_of(db::Connection& connection, const std::string& unit) {
    Centre centre;
    TRY_LET(name, server_store::meta(connection, server_store::kCentre));
    centre.name = name;
    centre.whole.id = sheets::kEverywhere;
    centre.whole.name = name;
    TRY_LET(units, server_store::units(connection));
    for (const protocol::Unit& each : units) {
        if (unit.empty() || each.code == unit) add_unit(centre, each);
    }
    if (centre.posyandu.empty()) return Error{ErrorCode::NotFound, "there is no unit " + unit};
    if (!unit.empty()) {
        const std::string village = centre.villages.front().name;
        const auto in_village =
            std::count_if(units.begin(), units.end(),
                          [&](const protocol::Unit& each) { return each.village == village; });
        narrow(centre, units.size(), static_cast<std::size_t>(in_village));
    }
    std::sort(centre.villages.begin(), centre.villages.end(),
              [](const Place& a, const Place& b) { return a.name < b.name; });
    return centre;
}

Result<Place> find_place(const Centre& centre, const std::string& id) {
    if (id == sheets::kEverywhere) return centre.whole;
    for (const auto* list : {&centre.villages, &centre.posyandu}) {
        for (const Place& place : *list) {
            if (place.id == id) return place;
        }
    }
    // An id out of a district's file says whose it is.
    const auto colon = id.find(':');
    if (colon != std::string::npos) {
        const std::string place = id.substr(0, colon);
        if (sheets::place_in(centre.name, place) == id) return find_place(centre, place);
        return Error{ErrorCode::NotFound, "that figure is of " + id.substr(colon + 1) +
                                              ", not of " + centre.name +
                                              ": who is behind it is known there"};
    }
    return Error{ErrorCode::NotFound, "there is no place " + id +
                                          " here: a posyandu's code, @ with a village's code, or " +
                                          std::string(sheets::kEverywhere)};
}

}  // namespace reports
