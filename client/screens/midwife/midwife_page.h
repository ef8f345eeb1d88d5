// The midwife's own page.
#pragma once

#include "client/screens/frame/open_page.h"
#include "client/screens/midwife/midwife_model.h"

namespace screens {

class MidwifePage final : public OpenPage {
public:
    explicit MidwifePage(const Ports& ports) : model_(ports) {}
    void refresh(Ways&) override { model_.refresh(); }
    void draw(Ways& ways) override;
    MidwifeModel& model() { return model_; }

private:
    MidwifeModel model_;
};

}  // namespace screens
