// The massages at home of one family, as a page.
#pragma once

#include "client/screens/danger/danger_watch.h"
#include "client/screens/frame/open_page.h"
#include "client/screens/home_massage/home_massage_model.h"

namespace screens {

class HomeMassagePage final : public OpenPage {
public:
    HomeMassagePage(const Ports& ports, const HomeMassageStart& start)
        : model_(ports, start), danger_(ports) {}
    void refresh(Ways&) override { model_.refresh(); }
    bool keep() override { return model_.keep_draft_now(); }
    void draw(Ways& ways) override;
    HomeMassageModel& model() { return model_; }

private:
    HomeMassageModel model_;
    DangerWatch danger_;
};

}  // namespace screens
