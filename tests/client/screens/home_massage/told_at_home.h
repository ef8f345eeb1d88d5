// A mother who is followed, and what is told of her massages at home.
#pragma once

#include "client/screens/home_massage/home_massage_model.h"
#include "tests/client/desk/followed_family.h"

#include <string>
#include <vector>

namespace told {

using desk::Desk;
using desk::FollowedFamily;
using screens::Complaint;
using screens::HomeMassageModel;

inline screens::HomeMassageStart start_of(const FollowedFamily& family) {
    screens::HomeMassageStart start;
    start.family = family.household;
    start.mother = family.mother;
    return start;
}

inline const forms::Question& question(const HomeMassageModel& model, const char* name) {
    return *model.form().find(name);
}

inline void say(HomeMassageModel& model, const char* name, const char* code) {
    model.log().choose(question(model, name), code);
    model.changed();
}

inline void tell_one(HomeMassageModel& model, const char* day) {
    model.log().typed("day") = day;
    say(model, "source", "MOTHER");
    say(model, "performer_relation", "SUAMI");
}

// "Twice a day since Saturday."
inline void tell_many(HomeMassageModel& model, const char* from, const char* to, int times = 2) {
    model.choose_several(true);
    model.tally().from = from;
    model.tally().to = to;
    model.tally().times_pressed(times);
    model.tally().choose(question(model, "source"), "MOTHER");
    model.tally().choose(question(model, "performer_relation"), "SUAMI");
    model.tally().complaint_said(Complaint::None);
    model.changed();
}

inline std::vector<const desk::StoredRecord*> new_sessions(const Desk& desk) {
    std::vector<const desk::StoredRecord*> all;
    for (const auto* each : desk.all("massage_session")) {
        if (each->sending == screens::Sending::Waiting) all.push_back(each);
    }
    return all;
}

struct House {
    Desk desk;
    FollowedFamily family = desk::settle_followed(desk);
    HomeMassageModel model{desk.ports(), start_of(family)};
};

}  // namespace told
