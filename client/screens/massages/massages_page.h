// The place "Pijat" of the navigation, as a page.
#pragma once

#include "client/screens/frame/open_page.h"
#include "client/screens/massages/massages_model.h"

namespace screens {

class MassagesPage final : public OpenPage {
public:
    explicit MassagesPage(const Ports& ports) : model_(ports) {}
    void refresh(Ways&) override { model_.refresh(); }
    void draw(Ways& ways) override;
    int part() const override { return model_.is_about() ? 1 : 0; }
    void open_part(int part) override {
        if (part == 1) model_.about_clicked();
    }
    MassagesModel& model() { return model_; }

private:
    MassagesModel model_;
};

}  // namespace screens
