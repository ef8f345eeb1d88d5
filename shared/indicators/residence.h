// Where a person counts. Who stays somewhere for a while counts where she is domiciled, is listed
// where she stays, and never counts twice (AMENDMENTS Data 4).
#pragma once

#include "shared/care/family.h"

#include <string>
#include <string_view>

namespace indicators {

struct Residence {
    std::string unit;       // where she counts; "" nowhere here
    std::string listed_in;  // where she stays, if she counts elsewhere
    std::string domicile;   // of a temporary resident, for people to read
    bool counts_nowhere = false;
};
// As it was on the last day of a month.
Residence residence_of(const care::Family& family, const care::Person& person, base::Date last);
// `unit`: where her household stands.
Residence residence_of(const records::Record& person, std::string_view unit, base::Date last);

}  // namespace indicators
