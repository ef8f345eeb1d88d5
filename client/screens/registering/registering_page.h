// A family written down in one go, as a page.
#pragma once

#include "client/screens/frame/open_page.h"
#include "client/screens/registering/registering_model.h"

namespace screens {

class RegisteringPage final : public OpenPage {
public:
    RegisteringPage(const Ports& ports, const RegisterStart& start) : model_(ports, start) {}
    void refresh(Ways& ways) override;
    bool keep() override {
        model_.keep_draft_now();
        return !model_.draft().is_changed();
    }
    void draw(Ways& ways) override;
    RegisteringModel& model() { return model_; }

private:
    RegisteringModel model_;
};

}  // namespace screens
