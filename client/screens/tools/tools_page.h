// "Alat": what a cadre needs at hand: counting breaths, the midwife's number.
#pragma once

#include "client/screens/danger/midwife_number.h"
#include "client/screens/frame/open_page.h"
#include "client/screens/frame/printout.h"
#include "client/screens/tools/breath_model.h"

namespace screens {

class ToolsPage final : public OpenPage {
public:
    explicit ToolsPage(const Ports& ports)
        : breath_(ports.clock), number_(ports), printout_(ports.printing) {}
    void draw(Ways& ways) override;
    MidwifeNumber& number() { return number_; }
    BreathModel& breath() { return breath_; }

private:
    void draw_number(Ways& ways);

    BreathModel breath_;
    MidwifeNumber number_;
    Printout printout_;
};

}  // namespace screens
