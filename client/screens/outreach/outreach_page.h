// What was done for many at once, as a page.
#pragma once

#include "client/screens/frame/open_page.h"
#include "client/screens/outreach/outreach_model.h"

namespace screens {

class OutreachPage final : public OpenPage {
public:
    explicit OutreachPage(const Ports& ports) : model_(ports) {}
    void refresh(Ways&) override { model_.refresh(); }
    void draw(Ways& ways) override;
    OutreachModel& model() { return model_; }

private:
    OutreachModel model_;
};

}  // namespace screens
