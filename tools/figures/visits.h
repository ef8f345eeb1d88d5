// Visits as a cadre records them, about 760 bytes each as a change: what is pushed and pulled.
//
// Equal seeds give equal visits. All of them pass the check of the visit form; people and words
// are invented.
#pragma once

#include "shared/base/random.h"
#include "shared/records/record.h"

#include <cstdint>
#include <string>
#include <vector>

namespace figures {

struct Visits {
    std::uint64_t seed = 1;
    std::int64_t count = 0;
    std::string unit = "P01";
};
// Two visits to each family on average, some minutes to hours apart.
std::vector<records::Record> make_visits(const Visits& wanted);
// The change that first writes each, as it travels.
std::vector<std::string> change_lines(const std::vector<records::Record>& records);

}  // namespace figures
