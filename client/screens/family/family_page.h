// One family, as a page.
#pragma once

#include "client/screens/family/family_model.h"
#include "client/screens/frame/open_page.h"

namespace screens {

class FamilyPage final : public OpenPage {
public:
    explicit FamilyPage(const Ports& ports, const std::string& id) : model_(ports, id) {}
    void refresh(Ways&) override { model_.refresh(); }
    void draw(Ways& ways) override;
    FamilyModel& model() { return model_; }

private:
    FamilyModel model_;
};

}  // namespace screens
