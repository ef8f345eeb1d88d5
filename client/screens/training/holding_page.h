// A training that is being held, as a page.
#pragma once

#include "client/screens/frame/open_page.h"
#include "client/screens/training/holding_model.h"

namespace screens {

class HoldingPage final : public OpenPage {
public:
    HoldingPage(const Ports& ports, const std::string& draft) : model_(ports, draft) {}
    void refresh(Ways& ways) override;
    bool keep() override {
        model_.keep_draft_now();
        return !model_.draft().is_changed();
    }
    void draw(Ways& ways) override;
    HoldingModel& model() { return model_; }

private:
    void draw_body();
    void draw_foot(Ways& ways);
    void draw_test(Ways& ways);

    HoldingModel model_;
};

}  // namespace screens
