// "Panduan pijat": the massage step by step, for whoever gives or teaches it.
#pragma once

#include "client/screens/frame/open_page.h"
#include "client/screens/guide/guide_model.h"

namespace screens {

class GuidePage final : public OpenPage {
public:
    GuidePage(const Ports& ports, const GuideStart& start) : model_(ports, start) {}
    void draw(Ways& ways) override;
    // Somebody walked in, or the page is left: it waits where it is.
    bool keep() override {
        model_.pause();
        return true;
    }
    int part() const override { return static_cast<int>(model_.timeline().at()); }
    void open_part(int part) override {
        if (part > 0) model_.go_to(static_cast<std::size_t>(part));
    }
    bool is_watched() const override { return model_.timeline().is_running(); }
    GuideModel& model() { return model_; }

private:
    GuideModel model_;
};

}  // namespace screens
