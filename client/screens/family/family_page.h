// One family, as a page.
#pragma once

#include "client/screens/danger/danger_watch.h"
#include "client/screens/families/empty_house.h"
#include "client/screens/family/family_page_model.h"
#include "client/screens/frame/open_page.h"

namespace screens {

class FamilyPage final : public OpenPage {
public:
    explicit FamilyPage(const Ports& ports, const std::string& id)
        : model_(ports, id), danger_(ports), empty_house_(ports) {}
    void refresh(Ways&) override { model_.refresh(); }
    void draw(Ways& ways) override;
    int part() const override { return static_cast<int>(model_.tab()); }
    void open_part(int part) override { model_.open_tab(static_cast<FamilyTab>(part)); }
    const FamilyModel& model() const { return model_.family(); }
    FamilyPageModel& page() { return model_; }

private:
    FamilyPageModel model_;
    DangerWatch danger_;
    EmptyHouse empty_house_;
};

}  // namespace screens
