#include "tools/demo/places.h"

#include "shared/base/id.h"
#include "shared/base/result.h"
#include "tools/demo/names.h"

#include <algorithm>
#include <array>
#include <set>

namespace demo {

namespace {

struct Village {
    const char* code;
    const char* name;
};
constexpr auto kVillages = std::to_array<Village>({
#include "villages.inc"
});

// Posyandu are named after flowers; a village keeps to one and counts.
constexpr auto kFlowers = std::to_array<const char*>(
    {"Melati",  "Mawar",    "Kenanga",      "Anggrek",    "Dahlia",      "Flamboyan", "Cempaka",
     "Teratai", "Kamboja",  "Seruni",       "Bougenvil",  "Asoka",       "Tulip",     "Matahari",
     "Sakura",  "Edelweis", "Wijayakusuma", "Nusa Indah", "Sedap Malam", "Aster"});
static_assert(kFlowers.size() >= kVillages.size());

constexpr int kMothersPerUnit = 12;
constexpr int kUnitsPerVillage = 3;
constexpr int kUnitsPerVillageMax = 8;
constexpr std::size_t kVillagesPerMidwife = 3;

std::string unit_code(std::string flower, int number) {
    std::replace(flower.begin(), flower.end(), ' ', '-');
    for (char& each : flower)
        each = each >= 'a' && each <= 'z' ? static_cast<char>(each - 32) : each;
    return flower + "-" + std::to_string(number);
}

// Every eighth posyandu writes little; the others differ a little.
void give_habits(Dice& dice, Unit& unit, std::size_t number) {
    unit.effort = dice.normal(1.0, 0.07);
    unit.late = dice.chance(0.3) ? 0.2 : 0.05;
    unit.teaches = dice.chance(0.25) ? 0.75 : 0.4;
    if (number % 8 != 3) return;
    unit.effort = 0.15;
    unit.teaches = 0;
}

std::vector<Unit> make_units(Dice& dice, int mothers) {
    const int wanted = std::max(3, (mothers + kMothersPerUnit - 1) / kMothersPerUnit);
    const int villages = std::min<int>((wanted + kUnitsPerVillage - 1) / kUnitsPerVillage,
                                       static_cast<int>(kVillages.size()));
    const int total = std::min(wanted, villages * kUnitsPerVillageMax);
    std::vector<Unit> units;
    for (int village = 0; village < villages; ++village) {
        const int count = total / villages + (village < total % villages ? 1 : 0);
        const auto place = static_cast<std::size_t>(village);
        for (int i = 1; i <= count; ++i) {
            Unit unit;
            unit.code = unit_code(kFlowers[place], i);
            unit.name = std::string("Posyandu ") + kFlowers[place] + " " + std::to_string(i);
            unit.village = kVillages[place].name;
            unit.village_code = kVillages[place].code;
            unit.village_number = place;
            give_habits(dice, unit, units.size());
            units.push_back(std::move(unit));
        }
    }
    return units;
}

class Staff {
public:
    explicit Staff(Dice& dice) : dice_(dice) {}

    // Names are how a server tells its users apart, so no two are alike, nor their files.
    User hire(const std::string& title, const std::string& role, char sex) {
        User user;
        do {
            user.name = title + make_name(dice_, sex, Generation::Parent);
        } while (!taken_.insert(slug(user.name)).second);
        user.role = role;
        user.id = base::make_uuid5("demo user " + user.name);
        return user;
    }

private:
    Dice& dice_;
    std::set<std::string> taken_;
};

void hire_cadres(Dice& dice, Staff& staff, Places& places) {
    places.cadres.resize(places.units.size());
    for (std::size_t unit = 0; unit < places.units.size(); ++unit) {
        const int count = dice.chance(0.35) ? 2 : 1;
        for (int i = 0; i < count; ++i) {
            User user = staff.hire("", "KADER", 'P');
            user.units = {places.units[unit].code};
            places.cadres[unit].push_back(places.users.size());
            places.users.push_back(std::move(user));
        }
    }
}

void hire_midwives(Staff& staff, Places& places) {
    const std::size_t villages = places.units.back().village_number + 1;
    for (std::size_t from = 0; from < villages; from += kVillagesPerMidwife) {
        User user = staff.hire("Bidan ", "BIDAN", 'P');
        for (const Unit& unit : places.units) {
            const std::size_t village = unit.village_number;
            if (village >= from && village < from + kVillagesPerMidwife)
                user.units.push_back(unit.code);
        }
        places.users.push_back(std::move(user));
    }
}

}  // namespace

Places make_places(Dice& dice, int mothers) {
    Places places;
    places.units = make_units(dice, mothers);
    Staff staff(dice);
    hire_cadres(dice, staff, places);
    hire_midwives(staff, places);
    User coordinator = staff.hire("", "KOORD", 'P');
    for (const Unit& unit : places.units) coordinator.units.push_back(unit.code);
    places.users.push_back(std::move(coordinator));
    return places;
}

}  // namespace demo
