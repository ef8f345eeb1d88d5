// Before the PIN: signing in, a new user for this laptop, a forgotten PIN, or practising.
#pragma once

#include "client/screens/frame/open_page.h"
#include "client/screens/sign_in/enrol_model.h"
#include "client/screens/sign_in/rescue_model.h"
#include "client/screens/sign_in/sign_in_model.h"

#include <optional>

namespace screens {

class SignInPage final : public OpenPage {
public:
    explicit SignInPage(const Ports& ports) : ports_(ports), model_(ports.session, ports.clock) {}
    void refresh(Ways& ways) override;
    void draw(Ways& ways) override;
    SignInModel& model() { return model_; }

    void enrol_clicked() { enrol_.emplace(ports_.access, model_.users()); }
    void forgotten_clicked() { rescue_.emplace(ports_.access, model_.chosen()); }
    void back_clicked();
    void closed_was_read();

private:
    void sign_in_with(const std::string& user, const std::string& pin);
    void draw_sign_in(Ways& ways);
    void draw_enrol();
    void draw_closed(const Closed& closed);
    void draw_rescue(Ways& ways);

    Ports ports_;
    SignInModel model_;
    std::optional<EnrolModel> enrol_;
    std::optional<RescueModel> rescue_;
};

}  // namespace screens
