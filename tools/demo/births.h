// A birth as it happened, the children with what will become of them, and writing it down.
#pragma once

#include "tools/demo/family.h"
#include "tools/demo/truth.h"

#include <optional>
#include <vector>

namespace demo {

inline constexpr int kNever = 100000;  // days

struct Child {
    char sex = 'L';
    bool is_live = true;  // at birth
    std::string name;
    std::string by_name;  // "By Ny Siti": until the family has chosen
    bool is_named = true;
    int weight_g = 3100;
    double length_cm = 49;
    double z = 0;  // of the birth weight
    bool has_imd = true;
    bool had_prelacteal = false;
    int first_suck_h = 0;
    int other_from_day = kNever;       // age at the first food or drink besides breast milk
    int breastfed_until_day = kNever;  // age
    std::optional<Date> death;
    bool is_death_written = false;
    std::string id;          // of the person, once written down
    std::string outcome_id;  // of the birth_outcome

    bool is_living_on(Date day) const { return is_live && (!death || day < *death); }
};

struct Birth {
    Date on;
    int minute = 0;
    int gestation_weeks = 39;
    std::string place, attendant, mode, complications;
    std::vector<Child> children;
    std::string id;  // once written down

    bool is_written() const { return !id.empty(); }
    bool has_living(Date day) const;
};

Birth make_birth(Dice& dice, const Family& family, Date on);

std::string add_pregnancy(Dice& dice, Notebook& book, const Family& family, Date expected);
// The delivery, its children, and the end of the pregnancy if it was known ("" if not).
void add_birth(Dice& dice, Notebook& book, const Family& family, Birth& birth,
               const std::string& pregnancy, Truth& truth);
// What has changed by that day: a name given at last, a death. Says whether it was a death.
bool update_children(Dice& dice, Notebook& book, const Family& family, Birth& birth, Date day,
                     Truth& truth);

}  // namespace demo
