#include "client/screens/record/visit_model.h"

#include "client/screens/frame/task_words.h"
#include "client/ui/words/dates.h"

#include <algorithm>

namespace screens {

using words::later;
using words::tr;

namespace {

constexpr const char* kEndedAt = "ended_at";
constexpr std::size_t kNextShown = 5;

bool is_open(const GuidedStep& step) {
    return step.state == StepState::Todo || step.state == StepState::Begun;
}

}  // namespace

VisitModel::VisitModel(const Ports& ports, const std::string& family, VisitKind kind)
    : ports_(ports), family_(ports, family), visit_(find_todays_visit()) {
    if (!visit_.empty()) notes_ = ports_.records.visit_notes(visit_);
    if (visit_.empty()) notes_.is_short = kind == VisitKind::Register;
    line_up();
    open_first();
}

// Where she was cut short; else what comes first.
void VisitModel::open_first() {
    for (std::size_t i = 0; i < steps_.size(); ++i) {
        if (steps_[i].state == StepState::Begun) return open(i);
    }
    if (is_open(steps_.front())) return open(0);
    open_next_after(0);
}

// One that reached somebody goes on; after an empty house she may come again the same day.
std::string VisitModel::find_todays_visit() const {
    const Entry* visit = family_.visit_today();
    return visit != nullptr ? visit->id : std::string();
}

const Entry* VisitModel::visit() const {
    for (const Entry& entry : family_.family().entries) {
        if (entry.id == visit_) return &entry;
    }
    return nullptr;
}

void VisitModel::line_up() {
    const std::string key = at_ < steps_.size() ? steps_[at_].key : std::string();
    steps_ = visit_steps(ports_, family_, visit_, notes_);
    for (std::size_t i = 0; i < steps_.size(); ++i) {
        if (steps_[i].key == key) at_ = i;
    }
    at_ = std::min(at_, steps_.size() - 1);
}

void VisitModel::refresh() {
    family_.refresh();
    if (form_ != nullptr && form_->is_saved()) return step_saved();
}

void VisitModel::step_saved() {
    if (visit_.empty()) {
        visit_ = form_->saved_record();
        const base::Status kept = ports_.records.keep_visit_notes(visit_, notes_);
        if (!kept.ok()) trouble_ = {later("What was passed over could not be noted."), {}};
    }
    is_saved_ = true;
    line_up();
    open_next_after(at_);
}

void VisitModel::open(std::size_t step) {
    at_ = step;
    is_at_teaching_ = steps_[step].is_teaching;
    if (is_at_teaching_) return form_.reset();
    FormStart start = steps_[step].start;
    const Entry* visit = this->visit();
    if (steps_[step].key == "ending" && visit != nullptr && !visit->fields.has(kEndedAt)) {
        const std::string now = base::to_date_time_text(ports_.clock.now(), ports_.zone());
        if (now >= visit->fields.text("started_at")) start.known.set(kEndedAt, now);
    }
    form_ = std::make_unique<RecordFormModel>(ports_, std::move(start));
}

void VisitModel::open_next_after(std::size_t step) {
    for (std::size_t i = step + 1; i < steps_.size(); ++i) {
        if (is_open(steps_[i])) return open(i);
    }
    form_.reset();
    is_at_teaching_ = false;
}

TeachingStart VisitModel::teaching() const {
    const FormStart& form = steps_[at_].start;
    TeachingStart start;
    start.family = family_.family().id;
    start.mother = form.known.text("mother_id");
    start.visit = visit_;
    start.learner = form.known.text("trainee_id");
    start.draft = form.draft;
    return start;
}

std::string VisitModel::title() const {
    if (is_at_end()) return tr("This visit");
    const GuidedStep& step = steps_[at_];
    return step.who.empty() ? step.title : step.title + "  ·  " + step.who;
}

std::string VisitModel::gentle_words() const {
    if (!is_grieving(ports_, family_.family())) return {};
    return tr(
        "This family has lost a baby. Listen, take your time. Nothing about milk or growth "
        "is asked here.");
}

void VisitModel::go(std::size_t step) {
    if (step >= steps_.size() || (step == at_ && !is_at_end())) return;
    if (!keep()) return;
    line_up();
    open(std::min(step, steps_.size() - 1));
}

void VisitModel::go_to_end() {
    if (visit_.empty() || !keep()) return;
    line_up();
    form_.reset();
    is_at_teaching_ = false;
}

bool VisitModel::may_pass_over() const {
    const bool is_open = !is_at_end() && !steps_[at_].is_visit;
    if (!is_open || steps_[at_].state == StepState::Done) return false;
    return form_ == nullptr || !form_->alarm_now();  // a sign was asked about, and is there
}

void VisitModel::pass_over() {
    if (!may_pass_over() || !keep()) return;
    const std::string& key = steps_[at_].key;
    auto& passed = notes_.passed_over;
    if (std::find(passed.begin(), passed.end(), key) == passed.end()) passed.push_back(key);
    const base::Status kept = ports_.records.keep_visit_notes(visit_, notes_);
    trouble_ = {};
    if (!kept.ok()) trouble_ = {later("What was passed over could not be noted."), {}};
    line_up();
    open_next_after(at_);
}

void VisitModel::make_full() {
    notes_.is_short = false;
    if (!visit_.empty() && !ports_.records.keep_visit_notes(visit_, notes_).ok()) {
        trouble_ = {later("What was passed over could not be noted."), {}};
    }
    if (!keep()) return;
    line_up();
    if (visit_.empty()) return open(0);
    open_next_after(0);
}

bool VisitModel::keep() {
    return form_ == nullptr || form_->keep_draft_now();
}

// ---- summing up

std::vector<VisitModel::Told> VisitModel::told() const {
    std::vector<Told> all;
    for (const GuidedStep& step : steps_) {
        const bool is_saved = step.state == StepState::Done;
        const bool is_sent =
            is_saved && ports_.records.sending_of(step.start.record) == Sending::Sent;
        all.push_back({step.title, step.who, step.state, is_sent});
    }
    return all;
}

bool VisitModel::is_met_at_all() const {
    const Entry* visit = this->visit();
    return visit != nullptr && is_met(visit->fields);
}

std::string VisitModel::outcome() const {
    const Entry* visit = this->visit();
    const forms::Form* form = ports_.records.forms().find("visit");
    const forms::Question* question = form != nullptr ? form->find("outcome") : nullptr;
    if (visit == nullptr || question == nullptr) return {};
    return read_aloud(*form, *question, visit->fields.text("outcome"));
}

std::vector<VisitModel::Next> VisitModel::next() const {
    std::vector<Next> all;
    const Entry* visit = this->visit();
    const auto day =
        visit == nullptr ? std::nullopt : base::parse_date(visit->fields.text("next_visit_date"));
    if (day) {
        const std::string what = is_met_at_all() ? tr("Next visit") : tr("Try again");
        all.push_back({what, "", words::long_date(*day), false});
    }
    for (const Due& due : family_.family().due) {
        if (all.size() >= kNextShown) break;
        all.push_back({task_title(due.code), family_.person_name(due.person), family_.due_text(due),
                       due.is_overdue});
    }
    return all;
}

int VisitModel::danger_signs() const {
    int signs = 0;
    for (const Entry& entry : family_.family().entries) {
        if (entry.fields.text("visit_id") == visit_ && !visit_.empty()) {
            signs += family_.danger_signs_in(entry);
        }
    }
    return signs;
}

std::vector<const Person*> VisitModel::to_be_marked_dead() const {
    std::vector<const Person*> persons;
    const Entry* visit = this->visit();
    const std::string outcome = visit == nullptr ? "" : visit->fields.text("outcome");
    for (const Person& person : family_.family().persons) {
        const bool is_meant = (outcome == "MOTHER_DIED" && person.is_mother) ||
                              (outcome == "INFANT_DIED" && person.is_infant);
        if (is_meant && !person.is_dead) persons.push_back(&person);
    }
    return persons;
}

}  // namespace screens
