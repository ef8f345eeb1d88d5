// The births to come: pregnancies that go on, of mothers in the user's units.
#pragma once

#include "client/screens/ports/common.h"

#include <optional>
#include <string>
#include <vector>

namespace screens {

struct ExpectedBirth {
    std::string pregnancy;  // its record
    std::string mother, mother_name;
    std::string family, head;
    std::string rt, rw, unit;
    std::optional<Date> expected;  // HPL
    std::string source;            // code: "USG"
    std::string planned_place;     // code: "PKM"; empty: not said
    std::string planned_place_name;
    bool wants_massage = false;  // to learn it before the birth
};

class Births {
public:
    virtual ~Births() = default;
    // By HPL, those without one at the end.
    virtual std::vector<ExpectedBirth> expected() = 0;
    virtual std::int64_t births_version() = 0;  // changes whenever that list may have
};

}  // namespace screens
