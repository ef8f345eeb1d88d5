// The register of a month, as a page.
#pragma once

#include "client/screens/frame/open_page.h"
#include "client/screens/register/register_model.h"

namespace screens {

class RegisterPage final : public OpenPage {
public:
    explicit RegisterPage(const Ports& ports) : model_(ports) {}
    void refresh(Ways&) override { model_.refresh(); }
    void draw(Ways& ways) override;
    RegisterModel& model() { return model_; }

private:
    RegisterModel model_;
};

}  // namespace screens
