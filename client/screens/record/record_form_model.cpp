#include "client/screens/record/record_form_model.h"

#include "shared/base/json.h"
#include "shared/base/text.h"

#include <algorithm>

namespace screens {

using forms::Question;
using forms::QuestionType;
using words::later;
using words::tr;

namespace {

constexpr const char* kFamilyForm = "household";
// When a record of these begins is when its form was opened; the person may change it.
constexpr const char* kStartedAt = "started_at";

const forms::Form* form_for(Records& records, const FormStart& start) {
    const forms::Form* form = records.forms().find(start.type);
    CHECK(form != nullptr);
    return form;
}

}  // namespace

RecordFormModel::RecordFormModel(const Ports& ports, FormStart start)
    : ports_(ports), start_(std::move(start)), form_(form_for(ports.records, start_)) {
    if (!start_.family.empty()) family_.emplace(ports_, start_.family);
    begin();
    for (const Question& question : form_->questions) {
        if (!question.reference_type.empty() && answers_.has(question.name)) {
            hidden_.insert(question.name);
        }
    }
    if (start_.type == kFamilyForm && !is_correction()) units_ = ports_.session.me().units;
    if (units_.size() == 1) unit_ = units_.front().code;
    if (units_.size() < 2) units_.clear();
    restore_typed();
    rebuild();
}

// Where the answers come from: a draft left behind, the record to be corrected, or nothing yet.
void RecordFormModel::begin() {
    draft_id_ = start_.draft.empty() ? ports_.records.new_draft_id() : start_.draft;
    for (const Draft& draft : ports_.records.drafts()) {
        if (start_.draft.empty() || draft.id != start_.draft) continue;
        answers_ = draft.answers;
        start_.record = draft.record;
        const forms::Form* begun_with = ports_.records.forms().find(draft.type, draft.form_version);
        if (begun_with != nullptr) form_ = begun_with;
        is_draft_written_ = true;
        return;
    }
    if (is_correction()) {
        auto answers = ports_.records.answers_of(start_.record);
        if (answers.ok()) before_ = std::move(answers).value();
        answers_ = before_;
        return;
    }
    answers_ = forms::defaults(*form_, context());
    answers_.apply(start_.known);
    fill_from_session(answers_);
}

void RecordFormModel::fill_from_session(Fields& answers) const {
    const Me me = ports_.session.me();
    for (const Question& question : form_->questions) {
        if (question.has_appearance("from-session")) {
            const bool is_user = question.type == QuestionType::Reference;
            answers.set(question.name, is_user ? me.user_id : me.role);
        }
        if (question.name == kStartedAt && question.type == QuestionType::DateTime) {
            answers.set(kStartedAt, base::to_date_time_text(ports_.clock.now(), ports_.zone()));
        }
    }
}

void RecordFormModel::restore_typed() {
    for (const Question& question : form_->questions) {
        if (!is_typed(question.type)) continue;
        typed_[question.name] = show_typed(question.type, answers_.text(question.name));
    }
}

forms::Context RecordFormModel::context() const {
    Records& records = ports_.records;
    return {
        .today = ports_.today(),
        .language = std::string(words::code()),
        .lookup = [&records](std::string_view type, std::string_view id, std::string_view field) {
            return records.lookup(type, id, field);
        }};
}

void RecordFormModel::rebuild() {
    build_sections();
    problems_ = forms::check(*form_, answers_, context());
}

void RecordFormModel::changed() {
    is_changed_ = true;
    changed_at_ = ports_.clock.now();
    trouble_ = {};
    rebuild();
}

void RecordFormModel::choose(const std::string& name, const std::string& code) {
    if (answers_.text(name) == code) {
        answers_.erase(name);
    } else {
        answers_.set(name, code);
    }
    touched_.insert(name);
    changed();
    keep_draft_now();
}

void RecordFormModel::choose_unit(const std::string& code) {
    unit_ = code;
    trouble_ = {};
}

void RecordFormModel::toggle(const std::string& name, const std::string& code) {
    const Question* question = form_->find(name);
    std::vector<std::string> chosen = answers_.codes(name);
    const auto at = std::find(chosen.begin(), chosen.end(), code);
    const auto is_alone = [&](const std::string& each) {
        const auto& alone = question->exclusive;
        return std::find(alone.begin(), alone.end(), each) != alone.end();
    };
    if (at != chosen.end()) {
        chosen.erase(at);
    } else {
        if (is_alone(code)) chosen.clear();
        std::erase_if(chosen, is_alone);
        chosen.push_back(code);
    }
    if (chosen.empty()) answers_.erase(name);
    if (!chosen.empty()) answers_.set(name, base::joined(chosen, " "));
    touched_.insert(name);
    changed();
    keep_draft_now();
}

void RecordFormModel::typed_changed(const std::string& name) {
    const Question* question = form_->find(name);
    const Typed& typed = typed_[name];
    const auto token = typed.empty()
                           ? std::nullopt
                           : read_typed(question->type, typed, ports_.today(), ports_.zone());
    if (token) {
        answers_.set_token(name, *token);
        touched_.insert(name);
    } else {
        answers_.erase(name);
        touched_.erase(name);  // half a date is no mistake yet
    }
    changed();
}

bool RecordFormModel::has_unreadable(const Question& question) const {
    const auto typed = typed_.find(question.name);
    return typed != typed_.end() && !typed->second.empty() && !answers_.has(question.name);
}

void RecordFormModel::touch_section(std::size_t section) {
    if (section >= sections_.size()) return;
    for (const Question* question : sections_[section].questions) touched_.insert(question->name);
}

void RecordFormModel::go(std::size_t section) {
    if (section >= sections_.size()) return;
    touch_section(at_);
    at_ = section;
    was_at_end_ = was_at_end_ || is_last();
    keep_draft_now();
}

void RecordFormModel::next() {
    go(at_ + 1);
}

void RecordFormModel::back() {
    if (at_ > 0) go(at_ - 1);
}

bool RecordFormModel::go_to_first_problem() {
    for (std::size_t i = 0; i < sections_.size(); ++i) {
        for (const Question* question : sections_[i].questions) {
            if (!error_of(*question)) continue;
            at_ = i;
            return true;
        }
    }
    return false;
}

void RecordFormModel::save_clicked() {
    ++tries_;
    for (std::size_t i = 0; i < sections_.size(); ++i) touch_section(i);
    rebuild();
    if (go_to_first_problem()) {
        trouble_ = {later("Not saved yet: some answers are missing or cannot be right. They are "
                          "marked below."),
                    {}};
        keep_draft_now();
        return;
    }
    if (!units_.empty() && unit_.empty()) {
        at_ = 0;
        trouble_ = {later("Not saved yet: choose the posyandu of this family."), {}};
        return;
    }
    for (const forms::Problem& problem : problems_) {
        if (problem.severity != forms::Severity::Error) continue;
        trouble_ = {later("Not saved yet: {0}"), {problem.message}};
        return;
    }
    const Fields kept = is_correction() ? answers_.changes_since(before_)
                                        : forms::relevant_only(*form_, answers_, context());
    auto saved = ports_.records.save({.type = form_->id,
                                      .form_version = form_->version,
                                      .record = start_.record,
                                      .unit = unit_,
                                      .answers = kept,
                                      .draft = draft_id_,
                                      .reason = {}});
    if (saved.ok()) {
        is_changed_ = false;
        saved_record_ = std::move(saved).value();
    } else if (saved.error().code == base::ErrorCode::DiskFull) {
        trouble_ = {later("Not saved: this laptop's disk is full. What you wrote stays on the "
                          "screen. Make room on the disk, then press Save again."),
                    {}};
    } else {
        trouble_ = {later("Not saved: this laptop's disk refused. What you wrote stays on the "
                          "screen. Press Save again; if that does not help, call the coordinator."),
                    {}};
    }
}

void RecordFormModel::discard_confirmed() {
    is_changed_ = false;
    is_discarded_ = !is_draft_written_ || ports_.records.discard_draft(draft_id_).ok();
    asks_to_discard_ = false;
}

Fields RecordFormModel::answers_with_raw_text() const {
    Fields all = answers_;
    for (const auto& [name, typed] : typed_) {
        if (typed.empty() || answers_.has(name)) continue;
        const bool two_parts = form_->find(name)->type == QuestionType::DateTime;
        all.set(name, two_parts ? raw_typed(typed) : typed.text);
    }
    return all;
}

void RecordFormModel::keep_draft_now() {
    if (!is_changed_) return;
    const base::Status kept = ports_.records.put_draft({.id = draft_id_,
                                                        .type = form_->id,
                                                        .record = start_.record,
                                                        .family = start_.family,
                                                        .form_version = form_->version,
                                                        .unit = unit_,
                                                        .answers = answers_with_raw_text(),
                                                        .saved_at = ports_.clock.now()});
    is_changed_ = false;
    is_draft_written_ = kept.ok();
    if (kept.ok()) return;
    trouble_ = {later("The draft could not be kept: this laptop's disk refused. Save as soon as "
                      "you can."),
                {}};
}

bool RecordFormModel::tick() {
    if (!is_changed_) return false;
    if (ports_.clock.now().unix_ms - changed_at_.unix_ms < kDraftPauseMs) return true;
    keep_draft_now();
    return false;
}

}  // namespace screens
