// What a family's living infants were fed: the register's six months and every recall behind them
// (DOMAIN 6.3, 6.5; AMENDMENTS Definitions).
#pragma once

#include "client/screens/family/family_context.h"
#include "shared/care/feeding.h"

#include <optional>
#include <string>
#include <vector>

namespace screens {

struct AsiMonth {
    care::Mark mark = care::Mark::NotYet;
    bool is_now = false;  // runs, and nobody has asked yet
    std::string record;   // the recall that decided it; empty: none
};

struct AskedRow {
    std::string record;
    std::string day, age, fed;  // "ASI saja"
    std::string other_ever;     // "Pernah diberi selain ASI", or empty
    bool is_complete = true;
};

struct InfantAsi {
    std::string id, name;
    std::vector<AsiMonth> months;  // 0 to 5
    std::string half_year;         // "masih berjalan"
    care::HalfYear recap = care::HalfYear::Running;
    std::vector<AskedRow> asked;  // newest first
};
std::vector<InfantAsi> asi_of(const FamilyContext& context);

std::string fed_text(care::FeedingClass feeding);

}  // namespace screens
