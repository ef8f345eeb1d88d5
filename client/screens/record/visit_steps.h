// The steps of one visit, in the order in which they are asked (DOMAIN 8.5): worked out from what
// is saved, what is begun and what was passed over, so that nothing of a visit is lost with the
// window.
#pragma once

#include "client/screens/family/family_model.h"

#include <string>
#include <vector>

namespace screens {

enum class StepState { Todo, Begun, Done, PassedOver };

struct GuidedStep {
    std::string key;  // "mother_check 0190...": its form and whom it is about
    FormStart start;  // of its form; a saved step opens its record, a begun one its draft
    std::string title, who;
    StepState state = StepState::Todo;
    bool is_visit = false;     // the visit itself: it cannot be passed over
    bool is_teaching = false;  // of the massage: it has a page of its own, past the safety check
};

// `visit`: the id of today's visit; empty: it has not begun, and its first step is all there is.
std::vector<GuidedStep> visit_steps(const Ports& ports, const FamilyModel& family,
                                    const std::string& visit, const VisitNotes& notes);

// Left behind in the visit that goes on, or at its beginning: recovering it goes on with the visit.
bool is_of_todays_visit(const Ports& ports, const Draft& draft);
// Somebody was met, so that there is something to ask.
bool is_met(const Fields& visit);
// A mother whose baby was stillborn or has died: no question about milk, growth or feeding.
bool is_grieving(const Ports& ports, const Family& family);

}  // namespace screens
