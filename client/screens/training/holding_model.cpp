#include "client/screens/training/holding_model.h"

#include "client/ui/words/dates.h"
#include "shared/base/text.h"

#include <algorithm>

namespace screens {

using words::tr;

namespace {

constexpr int kScoreMax = 100;

std::optional<int> score_in(const std::string& typed) {
    const std::string text = base::trimmed(typed);
    const bool is_number = !text.empty() && text.size() <= 3 &&
                           text.find_first_not_of("0123456789") == std::string::npos;
    if (!is_number) return std::nullopt;
    const int score = std::stoi(text);
    return score <= kScoreMax ? std::optional(score) : std::nullopt;
}

bool is_taught(const care::Worker& worker) {
    const bool is_one = worker.role == "KADER" || worker.role == "BIDAN" || worker.role == "KOORD";
    return is_one && !worker.has_left;
}

}  // namespace

std::string role_name(const std::string& role) {
    if (role == "KADER") return tr("Cadre");
    if (role == "BIDAN") return tr("Midwife");
    if (role == "KOORD") return tr("Coordinator");
    return role;
}

HoldingModel::HoldingModel(const Ports& ports, std::string draft)
    : ports_(ports),
      me_(ports.session.me()),
      procedure_(care::procedure_in(ports.records.forms())),
      draft_(ports, draft) {
    start_ = words::typed_date(ports_.today());
    trainer_ = me_.name;
    for (const Draft& kept : ports_.records.drafts()) {
        if (kept.id == draft_.id()) restore(kept.answers);
    }
    refresh();
}

void HoldingModel::refresh() {
    if (version_ == ports_.trainings.training_version()) return;
    workers_ = ports_.trainings.workers();
    version_ = ports_.trainings.training_version();
}

void HoldingModel::open(HoldingPart part) {
    at_ = part;
    person_.clear();
}

// ---- about the training

std::vector<HoldingModel::Option> HoldingModel::topics() const {
    const forms::Form* form = ports_.records.forms().find(care::kCadreTraining);
    const forms::Question* question = form != nullptr ? form->find("topic") : nullptr;
    std::vector<Option> all;
    if (question == nullptr) return all;
    for (const forms::Choice& choice : form->choices_of(*question)) {
        all.push_back({choice.code, choice.label.in(words::code())});
    }
    return all;
}

std::vector<HoldingModel::Option> HoldingModel::organisers() const {
    std::vector<Option> all = {{kHealthCentre, tr("The health centre")}};
    for (const Unit& unit : me_.units) all.push_back({unit.code, unit.name});
    return all;
}

void HoldingModel::choose_topic(const std::string& code) {
    topic_ = code;
    changed_now();
}

void HoldingModel::choose_organiser(const std::string& code) {
    organiser_ = organiser_ == code ? std::string() : code;
    changed_now();
}

void HoldingModel::choose_sessions(int count) {
    sessions_ = std::clamp(count, 1, kSessionsMax);
    for (auto& [user, taking] : people_) {
        std::erase_if(taking.came, [this](int session) { return session > sessions_; });
    }
    changed_now();
}

std::optional<Date> HoldingModel::day(const std::string& typed) const {
    return words::parse_typed_date(typed, ports_.today());
}

std::string HoldingModel::problem(const std::string& field) const {
    const bool is_date = field == "start_date" || field == "end_date";
    const std::string& typed = field == "start_date" ? start_ : end_;
    if (is_date && !base::trimmed(typed).empty() && !day(typed)) {
        return tr("This is no date. Write 5-3-2026.");
    }
    for (const forms::Problem& each : problems_of(about())) {
        if (each.field != field || each.severity != forms::Severity::Error) continue;
        if (each.code != "required" || tries_ > 0) return each.message;
    }
    return {};
}

std::string HoldingModel::remark() const {
    for (const forms::Problem& each : problems_of(about())) {
        if (each.severity != forms::Severity::Error) return each.message;
    }
    return {};
}

// ---- who takes part

const care::Worker* HoldingModel::worker(const std::string& user) const {
    for (const care::Worker& each : workers_) {
        if (each.id == user) return &each;
    }
    return nullptr;
}

bool HoldingModel::is_ours(const care::Worker& worker) const {
    return std::any_of(me_.units.begin(), me_.units.end(), [&](const Unit& unit) {
        return std::find(worker.units.begin(), worker.units.end(), unit.code) != worker.units.end();
    });
}

HoldingModel::Person HoldingModel::person_of(const care::Worker& worker) const {
    std::vector<std::string> detail = {role_name(worker.role)};
    for (const Unit& unit : me_.units) {
        const auto& theirs = worker.units;
        if (worker.role != "KADER") break;  // a midwife's are many
        if (std::find(theirs.begin(), theirs.end(), unit.code) != theirs.end()) {
            detail.push_back(unit.name);
        }
    }
    return {worker.id, worker.name, base::joined(detail, "  ·  "), is_ours(worker)};
}

std::vector<HoldingModel::Person> HoldingModel::people() const {
    std::vector<Person> all;
    const std::string wanted = base::folded(query_);
    for (const care::Worker& each : workers_) {
        if (!is_taught(each) && !takes_part(each.id)) continue;
        if (base::folded(each.name).find(wanted) == std::string::npos) continue;
        all.push_back(person_of(each));
    }
    std::stable_partition(all.begin(), all.end(), [](const Person& each) { return each.is_ours; });
    return all;
}

bool HoldingModel::takes_part(const std::string& user) const {
    return people_.contains(user);
}

bool HoldingModel::Taking::is_written() const {
    return !came.empty() || !pre.empty() || !post.empty() || !result.empty() || sheet.is_begun();
}

bool HoldingModel::is_written(const std::string& user) const {
    const auto found = people_.find(user);
    return found != people_.end() && found->second.is_written();
}

void HoldingModel::participant_pressed(const std::string& user) {
    if (is_written(user)) return;  // what was written down of her is not lost by a slip
    if (people_.erase(user) == 0) people_.emplace(user, Taking{StepSheet(procedure_)});
    changed_now();
}

std::vector<HoldingModel::Person> HoldingModel::participants() const {
    std::vector<Person> all;
    for (const care::Worker& each : workers_) {
        if (takes_part(each.id)) all.push_back(person_of(each));
    }
    return all;
}

// ---- what came of it

HoldingModel::Outcome HoldingModel::outcome(const std::string& user) const {
    const Taking& taking = people_.at(user);
    Outcome outcome;
    outcome.attended_pct = care::attended_pct(static_cast<int>(taking.came.size()), sessions_);
    outcome.pre = score_in(taking.pre);
    outcome.post = score_in(taking.post);
    if (is_massage()) {
        outcome.practical = taking.sheet.practical();
        outcome.result = care::training_result(outcome.attended_pct, outcome.practical);
    } else {
        for (const auto each : {care::Competence::Pass, care::Competence::Repeat}) {
            if (taking.result == care::to_code(each)) outcome.result = each;
        }
        outcome.is_result_open = taking.result.empty();
    }
    const auto ended = day(end_);
    if (outcome.result == care::Competence::Pass && ended) {
        outcome.valid_until = care::valid_until_of(*ended);
    }
    return outcome;
}

std::string HoldingModel::person_name() const {
    const care::Worker* found = worker(person_);
    return found != nullptr ? found->name : tr("not on this laptop yet");
}

void HoldingModel::open_person(const std::string& user) {
    person_ = takes_part(user) ? user : std::string();
}

void HoldingModel::close_person() {
    keep_draft_now();
    person_.clear();
}

bool HoldingModel::came(const std::string& user, int session) const {
    return people_.at(user).came.contains(session);
}

void HoldingModel::came_pressed(int session) {
    std::set<int>& came = taking().came;
    if (came.erase(session) == 0) came.insert(session);
    changed_now();
}

std::string& HoldingModel::typed_score(TestTime time) {
    return time == TestTime::Before ? taking().pre : taking().post;
}

std::string HoldingModel::score_problem(TestTime time) const {
    const std::string& typed = time == TestTime::Before ? taking().pre : taking().post;
    if (base::trimmed(typed).empty() || score_in(typed)) return {};
    return tr("Write a number from 0 to 100.");
}

void HoldingModel::mark_pressed(const std::string& step, int mark) {
    taking().sheet.mark_pressed(step, mark);
    changed_now();
}

void HoldingModel::choose_result(care::Competence result) {
    const std::string code(care::to_code(result));
    taking().result = taking().result == code ? std::string() : code;
    changed_now();
}

// ---- the test

void HoldingModel::test_clicked(TestTime time) {
    const bool is_before = time == TestTime::Before;
    test_.emplace(care::quiz_in(ports_.records.forms()),
                  draft_.id() + person_ + (is_before ? "before" : "after"));
    test_->begin(QuizMode::Test);
    test_time_ = time;
    changed_now();
}

void HoldingModel::test_done() {
    typed_score(test_time_) = std::to_string(test_->score());
    test_.reset();
    changed_now();
}

void HoldingModel::test_left() {
    test_.reset();
    changed_now();
}

// ---- the draft, when the typing pauses

void HoldingModel::changed() {
    draft_.changed();
    trouble_ = {};
}

void HoldingModel::changed_now() {
    changed();
    keep_draft_now();
}

bool HoldingModel::tick() {
    if (!draft_.is_changed()) return false;
    if (draft_.is_being_typed()) return true;
    keep_draft_now();
    return false;
}

}  // namespace screens
