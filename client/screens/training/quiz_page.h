// The quiz that somebody answers for herself, as a page.
#pragma once

#include "client/screens/frame/open_page.h"
#include "client/screens/training/own_quiz.h"

namespace screens {

class QuizPage final : public OpenPage {
public:
    QuizPage(const Ports& ports, const std::string& draft) : model_(ports, draft) {}
    void refresh(Ways& ways) override;
    bool keep() override { return model_.keep(); }
    void draw(Ways& ways) override;
    OwnQuizModel& model() { return model_; }

private:
    void draw_choice();
    void draw_foot(Ways& ways);

    OwnQuizModel model_;
};

}  // namespace screens
