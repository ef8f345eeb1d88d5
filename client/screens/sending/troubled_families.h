// What needs a person's eye after sending, by family: why, in words, and what can be done.
#pragma once

#include "client/screens/frame/ways.h"
#include "client/screens/ports/ports.h"

#include <optional>
#include <string>
#include <vector>

namespace screens {

// One question with two answers.
struct TwoAnswers {
    std::string question, mine, standing;
    std::string by;  // "Bidan Ratna"; empty: not known
};

struct TroubleShown {
    std::string key;     // of its button
    std::string title;   // the form's
    std::string state;   // "Perlu diperbaiki"
    std::string reason;  // what is in the way, and who acts
    std::vector<TwoAnswers> differing;
    std::string button;             // empty: nothing to press
    std::optional<FormStart> mend;  // where the button leads; none: the family
    bool is_mend_waiting = false;
};

struct TroubledFamily {
    std::string family, name;  // empty: what belongs to no family
    std::vector<TroubleShown> rows;
};

// In the order they were made.
std::vector<TroubledFamily> troubled_families(const Ports& ports);

}  // namespace screens
