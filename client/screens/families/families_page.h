// The list of families, as a page.
#pragma once

#include "client/screens/families/families_model.h"
#include "client/screens/frame/open_page.h"
#include "client/ui/typed_ahead.h"

namespace screens {

class FamiliesPage final : public OpenPage {
public:
    explicit FamiliesPage(const Ports& ports) : model_(ports) {}
    void refresh(Ways&) override { model_.refresh(); }
    void draw(Ways& ways) override;
    FamiliesModel& model() { return model_; }

private:
    FamiliesModel model_;
    ui::keyboard::TypedAhead typed_;
};

}  // namespace screens
