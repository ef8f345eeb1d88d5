// What a cadre asks and measures at a visit: mother's and infant's danger signs, weight, feeding
// and output; and the referral when there is a danger sign.
#pragma once

#include "tools/demo/births.h"

#include <string>
#include <vector>

namespace demo {

struct Raised {
    std::string referral;  // id
    Instant at;
};

struct VisitHere {
    std::string id;
    Instant started;
    std::vector<Raised> raised;  // here, still open
    Date day() const { return day_of(started); }
};

enum class Alarm { None, Sign, Stop };  // Stop: no massage today

Alarm add_mother_check(Dice& dice, Notebook& book, const Family& family, const Birth& birth,
                       VisitHere& visit);
Alarm add_infant_check(Dice& dice, Notebook& book, const Birth& birth, const Child& child,
                       VisitHere& visit);
// Days later: where she was treated, as the cadre hears it.
void close_referral(Dice& dice, Notebook& book, const Raised& raised);

// Grams on a scale at that age: the loss of the first days, then along the WHO's curves.
int weight_at(Dice& dice, const Child& child, int age_days);

}  // namespace demo
