// The births to come, as a page.
#pragma once

#include "client/screens/births/births_model.h"
#include "client/screens/frame/open_page.h"

namespace screens {

class BirthsPage final : public OpenPage {
public:
    explicit BirthsPage(const Ports& ports) : model_(ports) {}
    void refresh(Ways&) override { model_.refresh(); }
    void draw(Ways& ways) override;
    BirthsModel& model() { return model_; }

private:
    BirthsModel model_;
};

}  // namespace screens
