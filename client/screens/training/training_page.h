// "Pelatihan": who is trained in the massage and until when, the quiz, and trainings held.
#pragma once

#include "client/screens/frame/open_page.h"
#include "client/screens/training/training_model.h"

namespace screens {

class TrainingPage final : public OpenPage {
public:
    explicit TrainingPage(const Ports& ports) : model_(ports) {}
    void refresh(Ways&) override { model_.refresh(); }
    void draw(Ways& ways) override;
    int part() const override { return static_cast<int>(model_.at()); }
    void open_part(int part) override;
    TrainingModel& model() { return model_; }

private:
    TrainingModel model_;
};

}  // namespace screens
