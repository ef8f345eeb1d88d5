// Signing in, as a page.
#pragma once

#include "client/screens/frame/open_page.h"
#include "client/screens/sign_in/sign_in_model.h"

namespace screens {

class SignInPage final : public OpenPage {
public:
    explicit SignInPage(const Ports& ports) : model_(ports.session, ports.clock) {}
    void refresh(Ways& ways) override {
        model_.refresh();
        if (model_.is_open()) ways.signed_in();
    }
    void draw(Ways& ways) override;
    SignInModel& model() { return model_; }

private:
    SignInModel model_;
};

}  // namespace screens
