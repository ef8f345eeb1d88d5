// A guided visit, as a page.
#pragma once

#include "client/screens/danger/danger_watch.h"
#include "client/screens/frame/open_page.h"
#include "client/screens/record/visit_model.h"

namespace screens {

class VisitPage final : public OpenPage {
public:
    VisitPage(const Ports& ports, const std::string& family, VisitKind kind)
        : model_(ports, family, kind), danger_(ports) {}
    void refresh(Ways& ways) override;
    bool keep() override { return model_.keep(); }
    void draw(Ways& ways) override;
    VisitModel& model() { return model_; }

private:
    void draw_step(Ways& ways);
    void draw_teaching(Ways& ways);

    VisitModel model_;
    DangerWatch danger_;
    bool shows_steps_ = false;  // all of them, where there is no room for the column
};

}  // namespace screens
