// Whom to visit today, as a page: the first one after sign-in.
#pragma once

#include "client/screens/frame/open_page.h"
#include "client/screens/frame/printout.h"
#include "client/screens/record/kept_drafts.h"
#include "client/screens/today/today_model.h"

namespace screens {

class TodayPage final : public OpenPage {
public:
    TodayPage(const Ports& ports, TodayChoices& choices)
        : model_(ports, choices), drafts_(ports), printout_(ports.printing) {}
    void refresh(Ways&) override { model_.refresh(); }
    void draw(Ways& ways) override;
    TodayModel& model() { return model_; }

private:
    TodayModel model_;
    KeptDrafts drafts_;
    Printout printout_;
};

}  // namespace screens
