#include "client/screens/training/training_model.h"

#include "client/ui/words/dates.h"
#include "shared/base/text.h"

#include <algorithm>
#include <array>

namespace screens {

using care::TrainingState;
using words::tr;

namespace {

// Who has most need of a day for it stands first; within a group it is the name that sorts.
constexpr std::array<TrainingState, 4> kDueFirst = {TrainingState::Expired, TrainingState::DueSoon,
                                                    TrainingState::NotPassed, TrainingState::Never};

}  // namespace

std::string state_name(TrainingState state) {
    switch (state) {
        case TrainingState::Never:
            return tr("Not trained yet");
        case TrainingState::NotPassed:
            return tr("Trained, not passed yet");
        case TrainingState::Valid:
            return tr("Trained");
        case TrainingState::DueSoon:
            return tr("Refresher due soon");
        case TrainingState::Expired:
            return tr("No longer valid");
    }
    return {};
}

TrainingModel::TrainingModel(const Ports& ports) : ports_(ports), me_(ports.session.me()) {
    if (!is_taught() && holds_trainings()) at_ = TrainingPart::Due;
    read();
    read_drafts();
}

void TrainingModel::refresh() {
    const bool is_same =
        version_ == ports_.trainings.training_version() && today_ == ports_.today();
    if (!is_same) read();
}

void TrainingModel::read() {
    version_ = ports_.trainings.training_version();
    today_ = ports_.today();
    workers_ = ports_.trainings.workers();
    written_ = ports_.trainings.trainings();
    std::vector<records::Record> records;
    for (const WrittenTraining& each : written_) records.push_back(each.record);
    const care::Trainings trainings(records);
    mine_ = trainings.of(me_.user_id, today_);
    if (!holds_trainings()) return;
    read_due(trainings);
    read_coverage(trainings);
    read_held();
}

void TrainingModel::read_drafts() {
    for (Draft& draft : ports_.records.drafts()) {
        if (draft.type == kOwnQuiz) quiz_ = draft;
        if (draft.type == kHolding) unfinished_.push_back(std::move(draft));
    }
}

// ---- her own

std::string TrainingModel::my_state() const {
    if (!mine_.valid_until) return state_name(mine_.state);
    const std::string day = words::long_date(*mine_.valid_until);
    return mine_.state == TrainingState::Expired ? tr("Was valid until {0}", {day})
                                                 : tr("Valid until {0}", {day});
}

std::string TrainingModel::what_next() const {
    switch (mine_.state) {
        case TrainingState::Never:
            return tr(
                "Your training in the massage is not written down here. Ask the midwife when "
                "the next one is.");
        case TrainingState::NotPassed:
            return tr("Practise the steps with the guide, and show them again to the midwife.");
        case TrainingState::Valid:
            return tr(
                "Plan the refresher from {0} on.",
                {words::long_date(base::add_days(*mine_.valid_until, -care::kRefresherDays))});
        case TrainingState::DueSoon:
            return tr("It is time for a refresher. Ask the midwife when the next training is.");
        case TrainingState::Expired:
            return tr("A refresher is needed. Ask the midwife when the next training is.");
    }
    return {};
}

Draft TrainingModel::quiz_to_open() const {
    if (quiz_) return *quiz_;
    Draft draft;
    draft.id = ports_.records.new_draft_id();
    draft.type = kOwnQuiz;
    return draft;
}

// ---- who is due, and coverage

bool TrainingModel::is_ours(const care::Worker& worker) const {
    const bool is_counted = worker.role == "KADER" || worker.role == "BIDAN";
    if (worker.has_left || !is_counted) return false;
    return std::any_of(me_.units.begin(), me_.units.end(), [&](const Unit& unit) {
        return std::find(worker.units.begin(), worker.units.end(), unit.code) != worker.units.end();
    });
}

std::string TrainingModel::unit_names(const care::Worker& worker) const {
    std::vector<std::string> names;
    for (const Unit& unit : me_.units) {
        const auto& theirs = worker.units;
        const bool is_hers = std::find(theirs.begin(), theirs.end(), unit.code) != theirs.end();
        if (is_hers) names.push_back(unit.name);
    }
    return base::joined(names, ", ");
}

void TrainingModel::read_due(const care::Trainings& trainings) {
    due_.clear();
    groups_.clear();
    for (const TrainingState state : kDueFirst) {
        Group group{state, 0};
        for (const care::Worker& worker : workers_) {
            const care::Standing standing = trainings.of(worker.id, today_);
            if (!is_ours(worker) || standing.state != state) continue;
            due_.push_back({worker.id, worker.name,
                            role_name(worker.role) + "  ·  " + unit_names(worker), standing});
            ++group.count;
        }
        if (group.count > 0) groups_.push_back(group);
    }
}

std::string TrainingModel::when(const Row& row) const {
    if (row.standing.valid_until) {
        return tr("until {0}", {words::short_date(*row.standing.valid_until)});
    }
    if (row.standing.last_ended) {
        return tr("training of {0}", {words::short_date(*row.standing.last_ended)});
    }
    return {};
}

void TrainingModel::read_coverage(const care::Trainings& trainings) {
    std::vector<std::string> codes;
    for (const Unit& unit : me_.units) codes.push_back(unit.code);
    std::vector<care::Worker> ours;
    std::copy_if(workers_.begin(), workers_.end(), std::back_inserter(ours),
                 [this](const care::Worker& each) { return is_ours(each); });
    coverage_ = care::training_coverage(ours, trainings, codes, today_);
    units_.clear();
    for (std::size_t i = 0; i < me_.units.size(); ++i) {
        units_.push_back({me_.units[i].name, coverage_.units[i].cadres});
    }
    knows_units_ = std::any_of(workers_.begin(), workers_.end(), [this](const auto& each) {
        return each.id != me_.user_id && !each.units.empty();
    });
}

// ---- what was held

std::string TrainingModel::choice(const Fields& fields, const char* name) const {
    const forms::Form* form = ports_.records.forms().find(care::kCadreTraining);
    const forms::Question* question = form != nullptr ? form->find(name) : nullptr;
    const std::string code = fields.text(name);
    const forms::Choice* found = question != nullptr ? form->find_choice(*question, code) : nullptr;
    return found != nullptr ? found->label.in(words::code()) : code;
}

TrainingModel::Participant TrainingModel::participant_of(const WrittenTraining& training) const {
    const Fields& fields = training.record.fields;
    Participant participant;
    participant.record = training.record.id.text();
    participant.is_sent = training.is_sent;
    const std::string user = fields.text("participant_id");
    const auto found = std::find_if(workers_.begin(), workers_.end(),
                                    [&](const care::Worker& each) { return each.id == user; });
    participant.name = found != workers_.end() ? found->name : tr("not on this laptop yet");
    std::vector<std::string> detail = {choice(fields, "result")};
    const auto add = [&](const char* name, const char* words) {
        if (const auto number = fields.integer(name)) {
            detail.push_back(tr(words, {std::to_string(*number)}));
        }
    };
    add("attended_pct", words::later("attended {0} %"));
    add("pre_score", words::later("test before {0}"));
    add("post_score", words::later("test after {0}"));
    add("practical_pct", words::later("practical {0} %"));
    participant.detail = base::joined(detail, "  ·  ");
    return participant;
}

// The records of one topic, days and organiser are one training.
void TrainingModel::read_held() {
    held_.clear();
    std::vector<std::string> keys;
    for (const WrittenTraining& each : written_) {
        const Fields& fields = each.record.fields;
        std::string key;
        for (const char* name : {"topic", "start_date", "end_date", "organiser_unit_id"}) {
            key += fields.text(name) + "|";
        }
        const auto found = std::find(keys.begin(), keys.end(), key);
        if (found != keys.end()) {
            const auto at = static_cast<std::size_t>(found - keys.begin());
            held_[at].participants.push_back(participant_of(each));
            continue;
        }
        keys.push_back(key);
        const auto end = base::local_date_of(fields.text("end_date"));
        held_.push_back({choice(fields, "topic"),
                         end ? words::long_date(*end) : std::string(),
                         {participant_of(each)}});
    }
    for (Held& each : held_) {
        std::sort(each.participants.begin(), each.participants.end(),
                  [](const auto& a, const auto& b) { return a.name < b.name; });
    }
}

Draft TrainingModel::new_training() const {
    Draft draft;
    draft.id = ports_.records.new_draft_id();
    draft.type = kHolding;
    return draft;
}

}  // namespace screens
