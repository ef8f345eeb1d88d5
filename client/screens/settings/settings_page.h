// "Pengaturan": a tab for each part. How each is drawn stands in its own *_view.cpp.
#pragma once

#include "client/screens/frame/open_page.h"
#include "client/screens/settings/settings_model.h"

namespace screens {

class SettingsPage final : public OpenPage {
public:
    explicit SettingsPage(const Ports& ports) : model_(ports) {}
    void refresh(Ways&) override { model_.refresh(); }
    void draw(Ways& ways) override;
    SettingsModel& model() { return model_; }

private:
    SettingsModel model_;
};

// The parts, drawn into the body of the page.
void draw_look_part(SettingsModel& model);
void draw_copy_part(SettingsModel& model, const Ways& ways);
void draw_safety_part(SettingsModel& model, Ways& ways);
void draw_laptop_part(SettingsModel& model, const Ways& ways);
void draw_about_part(const SettingsModel& model);

}  // namespace screens
