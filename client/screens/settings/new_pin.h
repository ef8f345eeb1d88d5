// A PIN being chosen, typed twice: at enrolment, when it is changed, when it was forgotten.
#pragma once

#include "client/ui/words/words.h"

#include <string>

namespace screens {

inline constexpr std::size_t kPinCharactersMin = 8;  // DESIGN 6

struct NewPin {
    std::string pin, again;  // as typed

    bool is_good() const { return pin_problem().empty() && again_problem().empty(); }
    words::Sentence pin_problem() const;  // too short, or the first that anybody would try
    words::Sentence again_problem() const;
    void forget();
};

}  // namespace screens
