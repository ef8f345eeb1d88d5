// The part of RegisteringModel that saves: everything together, or nothing.
#include "client/screens/registering/registering_model.h"

namespace screens {

using words::later;

bool RegisteringModel::go_to_first_problem() {
    for (const Section& section : sections_) {
        for (const Ask& ask : section.asks) {
            if (!error_of(ask)) continue;
            focus_ = ask.key();
            return true;
        }
    }
    return false;
}

bool RegisteringModel::is_ready_to_save() {
    ++tries_;
    being_typed_.clear();
    rebuild();
    if (asks_for_family() && !units_.empty() && unit_.empty()) {
        trouble_ = {later("Not saved yet: choose the posyandu of this family."), {}};
        return false;
    }
    if (situation_ == Situation::Unsaid) {
        trouble_ = {later("Not saved yet: choose whom you are writing down."), {}};
        return false;
    }
    if (go_to_first_problem()) {
        trouble_ = {later("Not saved yet: some answers are missing or cannot be right. They are "
                          "marked below."),
                    {}};
        return false;
    }
    for (const auto& [key, problems] : problems_) {
        for (const forms::Problem& problem : problems) {
            if (problem.severity != forms::Severity::Error) continue;
            trouble_ = {later("Not saved yet: {0}"), {problem.message}};
            return false;
        }
    }
    return true;
}

std::vector<Save> RegisteringModel::saves() const {
    std::vector<Save> all;
    for (const RegisteredPart& part : parts_) {
        const bool may_be_known = is_person(part) || part.key == "household";
        all.push_back({.type = part.form->id,
                       .form_version = part.form->version,
                       .record = part.record,
                       .unit = part.key == "household" ? unit_ : std::string(),
                       .answers = answers_.at(part.key),
                       .draft = {},
                       .reason = may_be_known ? likenesses_.reason() : std::string()});
    }
    if (situation_ == Situation::Born && !start_.pregnancy.empty()) {
        Fields born;
        born.set("outcome", "BORN");
        born.set("birth_event_id", ids_.at("birth"));
        born.set("ended_on", answers_.at("birth").text("delivery_date"));
        const forms::Form* form = ports_.records.forms().find("pregnancy");
        all.push_back({.type = "pregnancy",
                       .form_version = form != nullptr ? form->version : std::string(),
                       .record = start_.pregnancy,
                       .unit = {},
                       .answers = born,
                       .draft = {},
                       .reason = {},
                       .base = base_});
    }
    if (!all.empty()) all.back().draft = draft_.id();
    return all;
}

void RegisteringModel::save_clicked() {
    if (is_saved_) return;
    if (!is_ready_to_save()) return keep_draft_now();
    // One last look, so that what she ticked is about what is saved.
    look_for_duplicates();
    keep_draft_now();
    const auto saved = ports_.records.save_all(saves());
    if (!saved.ok()) {
        trouble_ = not_saved(saved.error().code);
        return;
    }
    draft_.saved();
    is_saved_ = true;
    family_ = start_.family.empty() ? ids_.at("household") : start_.family;
}

}  // namespace screens
