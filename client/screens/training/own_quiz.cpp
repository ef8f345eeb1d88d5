#include "client/screens/training/own_quiz.h"

namespace screens {

using words::later;

OwnQuizModel::OwnQuizModel(const Ports& ports, std::string draft)
    : ports_(ports), draft_id_(std::move(draft)) {
    start();
    for (const Draft& kept : ports_.records.drafts()) {
        if (kept.id != draft_id_) continue;
        is_draft_written_ = true;
        // Answers to another quiz than the one in force are not taken over.
        if (kept.form_version == quiz_->quiz().version) quiz_->restore(kept.answers);
    }
}

void OwnQuizModel::start() {
    quiz_.emplace(care::quiz_in(ports_.records.forms()), draft_id_);
}

void OwnQuizModel::begin(QuizMode mode) {
    quiz_->begin(mode);
}

void OwnQuizModel::answered() {
    if (quiz_->answered() == 0) return;  // only looked at
    const base::Status kept = ports_.records.put_draft({.id = draft_id_,
                                                        .type = kOwnQuiz,
                                                        .record = {},
                                                        .family = {},
                                                        .form_version = quiz_->quiz().version,
                                                        .unit = {},
                                                        .answers = quiz_->answers(),
                                                        .saved_at = ports_.clock.now()});
    is_draft_written_ = is_draft_written_ || kept.ok();
    is_kept_ = kept.ok();
    trouble_ = kept.ok() ? words::Sentence{}
                         : words::Sentence{later("Your answers could not be kept: this laptop's "
                                                 "disk refused."),
                                           {}};
}

bool OwnQuizModel::keep() {
    if (!is_kept_) answered();
    return is_kept_;
}

void OwnQuizModel::forget() {
    if (is_draft_written_ && !ports_.records.discard_draft(draft_id_).ok()) return;
    is_draft_written_ = false;
}

void OwnQuizModel::again_clicked() {
    forget();
    is_kept_ = true;  // nothing is answered
    draft_id_ = ports_.records.new_draft_id();
    start();
}

void OwnQuizModel::done_clicked() {
    forget();
    is_kept_ = true;  // she has read it, and wants it no more
    is_done_ = true;
}

}  // namespace screens
