// A record being filled in, as a page.
#pragma once

#include "client/screens/danger/danger_watch.h"
#include "client/screens/frame/open_page.h"
#include "client/screens/record/record_form_model.h"

namespace screens {

class RecordFormPage final : public OpenPage {
public:
    explicit RecordFormPage(const Ports& ports, const FormStart& start)
        : model_(ports, start), danger_(ports) {}
    void refresh(Ways& ways) override;
    bool keep() override { return model_.keep_draft_now(); }
    void draw(Ways& ways) override;
    RecordFormModel& model() { return model_; }

private:
    RecordFormModel model_;
    DangerWatch danger_;
};

}  // namespace screens
