#include "client/screens/record/record_form_model.h"

#include "client/screens/record/typed_answers.h"
#include "shared/base/json.h"

namespace screens {

using forms::Question;
using forms::QuestionType;
using words::tr;

namespace {

constexpr const char* kFamilyForm = "household";
constexpr const char* kVisit = "visit";
constexpr const char* kMother = "mother_id";
// When a record of these begins, and a consent is given, is when its form was opened; the person
// may change it.
constexpr const char* kStartedAt = "started_at";
constexpr const char* kGivenAt = "given_at";
// The words of the consent form in which they are read out (DOMAIN 10.2).
constexpr const char* kTextVersion = "text_version";
constexpr const char* kConsentText = "2025-1";

// Nothing that they name says which posyandu they belong to.
bool is_of_no_family(const std::string& type) {
    return type == kFamilyForm || type == "outreach" || type == "tally";
}

const forms::Form* form_for(Records& records, const FormStart& start) {
    const forms::Form* form = records.forms().find(start.type);
    CHECK(form != nullptr);
    return form;
}

}  // namespace

RecordFormModel::RecordFormModel(const Ports& ports, FormStart start)
    : ports_(ports),
      start_(std::move(start)),
      form_(form_for(ports.records, start_)),
      likenesses_(ports) {
    if (!start_.family.empty()) family_.emplace(ports_, start_.family);
    begin();
    hide_known();
    if (is_of_no_family(start_.type) && !is_correction()) units_ = ports_.session.me().units;
    if (units_.size() == 1) unit_ = units_.front().code;
    if (units_.size() < 2) units_.clear();
    if (is_correction()) stood_before_ = forms::check(*form_, before_, context());
    restore_typed();
    rebuild();
    go_to_field();
    look_for_duplicates();
}

// Where the answers come from: a draft left behind, the record to be corrected, or nothing yet.
void RecordFormModel::begin() {
    draft_id_ = start_.draft.empty() ? ports_.records.new_draft_id() : start_.draft;
    if (!start_.draft.empty()) {
        for (const Draft& draft : ports_.records.drafts()) {
            if (draft.id == start_.draft) return begin_draft(draft);
        }
    }
    if (is_correction()) {
        begin_correction();
        answers_ = before_;
        answers_.apply(start_.known);
        // Whoever comes to mend one question has said already that she wants to change it.
        is_read_only_ = is_of_an_earlier_day() && start_.field.empty();
        return;
    }
    answers_ = forms::defaults(*form_, context());
    answers_.apply(start_.known);
    fill_from_session(answers_);
}

void RecordFormModel::begin_correction() {
    auto opened = ports_.records.open_record(start_.record);
    if (!opened.ok()) return;
    before_ = std::move(opened.value().answers);
    base_ = opened.value().base;
}

void RecordFormModel::begin_draft(const Draft& draft) {
    start_.record = draft.record;
    if (is_correction()) begin_correction();
    base_ = draft.base;  // when its answers were given, not today
    answers_ = before_;
    answers_.apply(draft.answers);
    unit_ = draft.unit;
    const forms::Form* begun_with = ports_.records.forms().find(draft.type, draft.form_version);
    is_form_gone_ = begun_with == nullptr;
    if (begun_with != nullptr) form_ = begun_with;
    is_draft_written_ = true;
}

// What is known before the first question is not asked, but for whom she met at the visit: the
// mother may be away, and the one question that she comes for.
void RecordFormModel::hide_known() {
    for (const Question& question : form_->questions) {
        const bool is_met = form_->id == kVisit && question.name == kMother;
        if (question.reference_type.empty() || !answers_.has(question.name)) continue;
        if (question.type != QuestionType::Reference) continue;
        if (!is_met && question.name != start_.field) hidden_.insert(question.name);
    }
}

void RecordFormModel::go_to_field() {
    if (start_.field.empty()) return;
    for (std::size_t i = 0; i < sections_.size(); ++i) {
        for (const Question* question : sections_[i].questions) {
            if (question->name != start_.field) continue;
            at_ = i;
            focus_ = start_.field;
            touched_.insert(start_.field);
        }
    }
}

void RecordFormModel::fill_from_session(Fields& answers) const {
    const Me me = ports_.session.me();
    for (const Question& question : form_->questions) {
        if (question.has_appearance("from-session")) {
            const bool is_user = question.type == QuestionType::Reference;
            if (is_user) answers.set(question.name, me.user_id);
            if (question.list == "user_role") answers.set(question.name, me.role);
            if (question.name == kTextVersion) answers.set(question.name, kConsentText);
        }
        const bool is_now = question.name == kStartedAt || question.name == kGivenAt;
        if (is_now && question.type == QuestionType::DateTime) {
            answers.set(question.name, base::to_date_time_text(ports_.clock.now(), ports_.zone()));
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
    look_for_duplicates();
}

void RecordFormModel::choose_unit(const std::string& code) {
    unit_ = code;
    changed();
    keep_draft_now();
}

void RecordFormModel::answer_current(const std::string& code) {
    const Question* question = current();
    if (question == nullptr || is_read_only_) return;
    for (const Offer& offer : offers(*question)) {
        if (offer.code != code) continue;
        choose(question->name, code);
        follows_ = true;
        return;
    }
}

void RecordFormModel::take_offer(const Question& question) {
    const auto offer = offered(question);
    if (!offer) return;
    typed_[question.name].text = offer->typed;
    typed_changed(question.name);
    keep_draft_now();
}

void RecordFormModel::toggle(const std::string& name, const std::string& code) {
    const Question* question = form_->find(name);
    const std::string chosen = toggled(answers_.text(name), *question, code);
    if (chosen.empty()) answers_.erase(name);
    if (!chosen.empty()) answers_.set(name, chosen);
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

bool RecordFormModel::tick() {
    if (!is_changed_) return false;
    if (ports_.clock.now().unix_ms - changed_at_.unix_ms < kDraftPauseMs) return true;
    keep_draft_now();
    look_for_duplicates();
    return false;
}

}  // namespace screens
