// The family learns the oxytocin massage, and gives it.
#pragma once

#include "tools/demo/checks.h"

namespace demo {

// Who was taught, so that later visits can ask how it goes.
struct Taught {
    std::string teaching;  // its id; "" not yet
    std::string trainee;
    std::string relation;
    bool must_repeat = false;  // the demonstration was not good enough yet

    bool is_taught() const { return !teaching.empty(); }
};

// Nothing is taught where nobody of the family is there or the mother does not wish it.
// Who has been taught before practises again.
Taught teach(Dice& dice, Notebook& book, const Family& family, const Taught& before,
             const VisitHere& visit);
// Sessions given at home after `after` and up to the visit, as the mother tells them.
void add_sessions(Dice& dice, Notebook& book, const Family& family, const Birth& birth,
                  const Taught& taught, Date after, const VisitHere& visit);

}  // namespace demo
