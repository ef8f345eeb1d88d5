// The quiz that somebody answers for herself: to learn, or to see what she knows. Nothing of it is
// sent or written into a record; a draft keeps it until she is done with it.
#pragma once

#include "client/screens/ports/ports.h"
#include "client/screens/training/quiz_model.h"
#include "client/ui/words/words.h"

#include <optional>
#include <string>

namespace screens {

inline constexpr const char* kOwnQuiz = "_quiz";  // the type of its draft

class OwnQuizModel {
public:
    OwnQuizModel(const Ports& ports, std::string draft);

    QuizModel& quiz() { return *quiz_; }
    const words::Sentence& trouble() const { return trouble_; }
    bool is_done() const { return is_done_; }

    // ---- what the user did
    void begin(QuizMode mode);
    void answered();       // anything in the quiz: kept at once
    bool keep();           // the page is left; false: the disk refused
    void again_clicked();  // from the beginning, in another order
    void done_clicked();

private:
    void start();
    void forget();

    Ports ports_;
    std::string draft_id_;
    std::optional<QuizModel> quiz_;
    words::Sentence trouble_;
    bool is_draft_written_ = false, is_done_ = false;
    bool is_kept_ = true;  // as it stands on the screen
};

}  // namespace screens
