#include "client/screens/sign_in/rescue_model.h"

namespace screens {

using words::later;
using words::Sentence;
using Outcome = AccessState::Outcome;

RescueModel::RescueModel(Access& access, const std::string& user) : access_(access), user_(user) {
    auto request = access_.pin_request(user_);
    is_readable_ = request.ok();
    if (is_readable_) request_ = std::move(request).value();
}

void RescueModel::save_clicked() {
    is_saved_ = false;
    folder_trouble_ = folder.empty() ? FolderTrouble::NotChosen : FolderTrouble::None;
    if (folder.empty()) return;
    is_saved_ = access_.write_request(user_, folder).ok();
    if (!is_saved_) folder_trouble_ = FolderTrouble::NotWritten;
}

void RescueModel::read_clicked() {
    is_read_ = false;
    folder_trouble_ = folder.empty() ? FolderTrouble::NotChosen : FolderTrouble::None;
    if (folder.empty()) return;
    auto found = access_.read_answer(folder);
    is_read_ = found.ok();
    if (!is_read_) folder_trouble_ = FolderTrouble::NoAnswer;
    if (is_read_) answer = std::move(found).value();
}

void RescueModel::set_clicked() {
    if (is_working()) return;
    says_problems_ = true;
    outcome_ = Outcome::Idle;
    if (answer.empty() || !pin.is_good()) return;
    access_.set_rescued_pin(user_, answer, pin.pin);
    is_asked_ = true;
}

void RescueModel::refresh() {
    if (!is_asked_) return;
    const AccessState state = access_.state();
    if (state.outcome == Outcome::Working) return;
    is_asked_ = false;
    outcome_ = state.outcome;
    access_.forget();
}

Sentence RescueModel::folder_problem() const {
    switch (folder_trouble_) {
        case FolderTrouble::None:
            return {};
        case FolderTrouble::NotChosen:
            return {later("Choose a stick or a folder first."), {}};
        case FolderTrouble::NotWritten:
            return {later("It could not be written there. Is the stick full or write-protected?"),
                    {}};
        case FolderTrouble::NoAnswer:
            break;
    }
    return {later("No answer of the coordinator lies there."), {}};
}

Sentence RescueModel::answer_problem() const {
    if (says_problems_ && answer.empty()) {
        return {later("Paste the coordinator's answer, or read it from the stick."), {}};
    }
    if (outcome_ == Outcome::Mistyped) {
        return {later("The answer is not whole, or mistyped. Compare it letter by letter."), {}};
    }
    if (outcome_ == Outcome::NotOurs) {
        return {later("This answer belongs to another request. Send the coordinator the request "
                      "that this laptop shows."),
                {}};
    }
    if (outcome_ == Outcome::Failed) {
        return {later("The new PIN could not be kept: the laptop's disk did not take it. Your "
                      "records are safe."),
                {}};
    }
    return {};
}

}  // namespace screens
