// The massage of a family: the days it was seen or told of, never added together, and what came of
// each teaching (DOMAIN 2.5, 2.6).
#pragma once

#include "client/screens/family/family_context.h"

#include <map>
#include <optional>
#include <string>
#include <vector>

namespace screens {

struct SessionRow {
    std::string record;
    std::string when, detail;  // "5 Mar 2026 pukul 09:00", "Suami · 4 menit"
    bool is_observed = false;
};

struct MassageDay {
    int observed = 0, reported = 0;
    std::vector<SessionRow> sessions;
};

struct TeachingRow {
    std::string record, learner;
    std::string who, day, result;
    bool is_passed = false, is_to_repeat = false;
    std::string retest;  // "Dipraktikkan ulang mulai 12 Mar 2026"; empty: not asked for
};

struct MotherMassage {
    std::string id, name;
    int observed = 0, reported = 0;  // sessions
    std::map<Date, MassageDay> days;
    std::vector<TeachingRow> teachings;  // newest first
    Date first, last;                    // what the calendar may show
};
// Of mothers with a session or a teaching; none of a mother who died.
std::vector<MotherMassage> massage_of(const FamilyContext& context);

}  // namespace screens
