// Quick entry, as a page.
#pragma once

#include "client/screens/frame/open_page.h"
#include "client/screens/quick/quick_model.h"

namespace screens {

class QuickPage final : public OpenPage {
public:
    QuickPage(const Ports& ports, QuickDay& day) : model_(ports, day) {}
    void refresh(Ways&) override { model_.refresh(); }
    bool keep() override { return model_.keep_row(); }
    void draw(Ways& ways) override;
    QuickModel& model() { return model_; }

private:
    QuickModel model_;
};

}  // namespace screens
