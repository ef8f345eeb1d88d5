// The health centre: its villages, their posyandu, and who works there.
#pragma once

#include "tools/demo/dice.h"

#include <string>
#include <vector>

namespace demo {

struct Unit {
    std::string code;  // "MELATI-1"
    std::string name;  // "Posyandu Melati 1"
    std::string village;
    std::string village_code;
    std::size_t village_number = 0;
    double effort = 1;     // share of the planned contacts that are made
    double late = 0.08;    // share of them typed in days later
    double teaches = 0.5;  // share of the families who learn the massage
};

struct User {
    std::string name;
    std::string role;
    std::vector<std::string> units;
    std::string id;  // stands for the user until a server gives its own
};

struct Places {
    std::vector<Unit> units;
    std::vector<User> users;                       // cadres first, in the order of the units
    std::vector<std::vector<std::size_t>> cadres;  // per unit: their numbers in users
};

inline constexpr const char* kSubdistrictDigits = "332104";  // Sayung, Demak

Places make_places(Dice& dice, int mothers);

}  // namespace demo
