// How a training that is being held is kept, and how it becomes a record for each participant.
#include "client/screens/training/holding_model.h"
#include "client/ui/words/dates.h"
#include "shared/base/text.h"

#include <algorithm>

namespace screens {

using words::later;
using words::tr;

namespace {

// What the draft keeps of the whole, and, under "p.<user>.", of each who takes part.
constexpr const char* kTopic = "topic";
constexpr const char* kOrganiser = "organiser";
constexpr const char* kStart = "start";
constexpr const char* kEnd = "end";
constexpr const char* kTrainer = "trainer";
constexpr const char* kSessions = "sessions";
constexpr const char* kPeople = "people";
constexpr const char* kTestOf = "test_of";
constexpr const char* kTestTime = "test_time";
const std::string kTest = "test.";

std::string of(const std::string& user) {
    return "p." + user + ".";
}

void set(Fields& fields, const std::string& name, const std::string& text) {
    if (!text.empty()) fields.set(name, text);
}

// The entries whose names begin so, without that beginning.
Fields part_of(const Fields& kept, const std::string& before) {
    Fields part;
    for (const auto& [name, token] : kept.entries()) {
        if (name.starts_with(before)) part.set_token(name.substr(before.size()), token);
    }
    return part;
}

}  // namespace

std::string holding_title(const Draft& draft) {
    const auto people = draft.answers.codes(kPeople).size();
    if (people == 0) return tr("A training");
    return tr("A training of {0} people", {std::to_string(people)});
}

// ---- the draft

Fields HoldingModel::draft_answers() const {
    Fields kept;
    kept.set(kTopic, topic_);
    set(kept, kOrganiser, organiser_);
    set(kept, kStart, start_);
    set(kept, kEnd, end_);
    set(kept, kTrainer, trainer_);
    kept.set_integer(kSessions, sessions_);
    std::vector<std::string> users;
    for (const auto& [user, taking] : people_) {
        users.push_back(user);
        std::vector<std::string> came;
        for (const int session : taking.came) came.push_back(std::to_string(session));
        set(kept, of(user) + "came", base::joined(came, " "));
        set(kept, of(user) + "pre", taking.pre);
        set(kept, of(user) + "post", taking.post);
        set(kept, of(user) + "result", taking.result);
        taking.sheet.keep(kept, of(user) + "step.");
    }
    kept.set(kPeople, base::joined(users, " "));
    if (!test_) return kept;
    kept.set(kTestOf, person_);
    kept.set(kTestTime, test_time_ == TestTime::Before ? "before" : "after");
    const Fields test = test_->answers();
    for (const auto& [name, token] : test.entries()) kept.set_token(kTest + name, token);
    return kept;
}

void HoldingModel::restore_person(const Fields& kept, const std::string& user) {
    Taking taking{StepSheet(procedure_)};
    for (const std::string& session : kept.codes(of(user) + "came")) {
        taking.came.insert(std::stoi(session));
    }
    taking.pre = kept.text(of(user) + "pre");
    taking.post = kept.text(of(user) + "post");
    taking.result = kept.text(of(user) + "result");
    taking.sheet.restore(kept, of(user) + "step.");
    people_.emplace(user, std::move(taking));
}

void HoldingModel::restore(const Fields& kept) {
    draft_.restored();
    topic_ = kept.text(kTopic);
    organiser_ = kept.text(kOrganiser);
    start_ = kept.text(kStart);
    end_ = kept.text(kEnd);
    trainer_ = kept.text(kTrainer);
    sessions_ = static_cast<int>(kept.integer(kSessions).value_or(1));
    for (const std::string& user : kept.codes(kPeople)) restore_person(kept, user);
    at_ = people_.empty() ? HoldingPart::About : HoldingPart::Scores;
    const std::string tested = kept.text(kTestOf);
    if (!takes_part(tested)) return;
    person_ = tested;
    test_time_ = kept.text(kTestTime) == "before" ? TestTime::Before : TestTime::After;
    test_.emplace(care::quiz_in(ports_.records.forms()),
                  draft_.id() + person_ + kept.text(kTestTime));
    test_->restore(part_of(kept, kTest));
}

void HoldingModel::keep_draft_now() {
    if (!draft_.is_changed()) return;
    const bool is_kept = draft_.keep({.id = draft_.id(),
                                      .type = kHolding,
                                      .record = {},
                                      .family = {},
                                      .form_version = {},
                                      .unit = {},
                                      .answers = draft_answers(),
                                      .saved_at = ports_.clock.now()});
    if (!is_kept) trouble_ = draft_not_kept();
}

// ---- the records

Fields HoldingModel::about() const {
    Fields answers;
    answers.set("topic", topic_);
    if (const auto start = day(start_)) answers.set("start_date", base::to_text(*start));
    if (const auto end = day(end_)) answers.set("end_date", base::to_text(*end));
    set(answers, "organiser_unit_id", organiser_);
    set(answers, "trainer_name", base::trimmed(trainer_));
    return answers;
}

Fields HoldingModel::record_of(const std::string& user) const {
    const Outcome outcome = this->outcome(user);
    Fields answers = about();
    answers.set("participant_id", user);
    answers.set_integer("attended_pct", outcome.attended_pct);
    if (outcome.pre) answers.set_integer("pre_score", *outcome.pre);
    if (outcome.post) answers.set_integer("post_score", *outcome.post);
    if (outcome.practical) answers.set_integer("practical_pct", outcome.practical->pct);
    answers.set("result", care::to_code(outcome.result));
    if (outcome.valid_until) answers.set("valid_until", base::to_text(*outcome.valid_until));
    return answers;
}

std::vector<forms::Problem> HoldingModel::problems_of(const Fields& answers) const {
    const forms::Form* form = ports_.records.forms().find(care::kCadreTraining);
    if (form == nullptr) return {};
    forms::Context context;
    context.today = ports_.today();
    context.language = std::string(words::code());
    return forms::check(*form, answers, context);
}

// Where she reads it herself; of somebody from elsewhere, where the trainer works. The server takes
// no record of another unit than the writer's.
std::string HoldingModel::unit_of(const std::string& user) const {
    const care::Worker* found = worker(user);
    for (const Unit& unit : me_.units) {
        if (found == nullptr) break;
        if (std::find(found->units.begin(), found->units.end(), unit.code) != found->units.end()) {
            return unit.code;
        }
    }
    return me_.units.empty() ? std::string() : me_.units.front().code;
}

bool HoldingModel::refuse(HoldingPart part, const char* msgid, std::vector<std::string> values) {
    at_ = part;
    person_.clear();
    trouble_ = {msgid, std::move(values)};
    return false;
}

bool HoldingModel::is_ready_to_save() {
    ++tries_;
    for (const char* field : {"start_date", "end_date", "organiser_unit_id", "trainer_name"}) {
        if (problem(field).empty()) continue;
        return refuse(HoldingPart::About, later("Not saved yet: some answers are missing or cannot "
                                                "be right. They are marked below."));
    }
    if (people_.empty())
        return refuse(HoldingPart::Who, later("Not saved yet: nobody takes part."));
    for (const auto& [user, taking] : people_) {
        const care::Worker* found = worker(user);
        const std::string name = found != nullptr ? found->name : std::string();
        const bool is_score_wrong = (!base::trimmed(taking.pre).empty() && !outcome(user).pre) ||
                                    (!base::trimmed(taking.post).empty() && !outcome(user).post);
        if (is_score_wrong) {
            return refuse(HoldingPart::Scores,
                          later("Not saved yet: a test score of {0} is no number from 0 to 100."),
                          {name});
        }
        if (is_massage() && taking.sheet.is_begun() && taking.sheet.unmarked() > 0) {
            return refuse(HoldingPart::Scores,
                          later("Not saved yet: {1} steps of {0} have no mark yet."),
                          {name, std::to_string(taking.sheet.unmarked())});
        }
        if (outcome(user).is_result_open) {
            return refuse(HoldingPart::Scores, later("Not saved yet: choose the result of {0}."),
                          {name});
        }
    }
    return true;
}

std::vector<Save> HoldingModel::saves() const {
    const forms::Form* form = ports_.records.forms().find(care::kCadreTraining);
    std::vector<Save> all;
    for (const auto& [user, taking] : people_) {
        Save save;
        save.type = care::kCadreTraining;
        save.form_version = form != nullptr ? form->version : std::string();
        save.unit = unit_of(user);
        save.answers = record_of(user);
        all.push_back(std::move(save));
    }
    all.back().draft = draft_.id();
    return all;
}

void HoldingModel::save_clicked() {
    if (is_saved_) return;
    if (!is_ready_to_save()) return keep_draft_now();
    keep_draft_now();
    const auto saved = ports_.records.save_all(saves());
    if (!saved.ok()) {
        trouble_ = not_saved(saved.error().code);
        return;
    }
    draft_.saved();
    is_saved_ = true;
}

}  // namespace screens
