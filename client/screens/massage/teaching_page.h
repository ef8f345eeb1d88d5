// Teaching a family the massage, as a page.
#pragma once

#include "client/screens/danger/danger_watch.h"
#include "client/screens/frame/open_page.h"
#include "client/screens/massage/teaching_model.h"

namespace screens {

class TeachingPage final : public OpenPage {
public:
    TeachingPage(const Ports& ports, const TeachingStart& start)
        : model_(ports, start), danger_(ports), number_(ports) {}
    void refresh(Ways& ways) override;
    bool keep() override {
        model_.keep_draft_now();
        return !model_.draft().is_changed();
    }
    void draw(Ways& ways) override;
    TeachingModel& model() { return model_; }

private:
    void draw_body(Ways& ways);
    void draw_stop(Ways& ways);
    void draw_stop_card(Ways& ways);
    void refer_now(Ways& ways);
    void draw_foot(Ways& ways);

    TeachingModel model_;
    DangerWatch danger_;
    MidwifeNumber number_;
    bool sees_answers_ = false;  // behind the page that says stop
};

}  // namespace screens
