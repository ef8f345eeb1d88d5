// One referral, as a page.
#pragma once

#include "client/screens/danger/referral_model.h"
#include "client/screens/frame/open_page.h"

namespace screens {

class ReferralPage final : public OpenPage {
public:
    ReferralPage(const Ports& ports, const std::string& id) : model_(ports, id) {}
    void refresh(Ways&) override { model_.refresh(); }
    void draw(Ways& ways) override;
    ReferralModel& model() { return model_; }

private:
    ReferralModel model_;
};

}  // namespace screens
