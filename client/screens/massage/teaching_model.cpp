#include "client/screens/massage/teaching_model.h"

#include "client/screens/record/typed_answers.h"
#include "client/ui/words/words.h"

#include <algorithm>

namespace screens {

namespace {

constexpr int kAdultFrom = 15;  // who is younger is warned about, not refused

// What a draft keeps beside the answers.
constexpr const char* kMother = "mother_id";
constexpr const char* kVisit = "visit_id";
constexpr const char* kLearner = "retest_of";
constexpr const char* kAt = "at";
constexpr const char* kStarted = "started_at";
constexpr const char* kHandsOn = "hands_on_at";
constexpr const char* kId = "teaching";
constexpr std::string_view kSafety = "safety.";

std::string local_day(const std::string& date_time) {
    return date_time.substr(0, std::min<std::size_t>(10, date_time.size()));
}

}  // namespace

bool is_teaching_of(const Draft& draft, const std::string& mother, const std::string& visit) {
    return draft.type == kTeaching && draft.answers.text(kMother) == mother &&
           draft.answers.text(kVisit) == visit;
}

Fields told_before_massage(const Draft& draft) {
    Fields check;
    check.set("mother_id", draft.answers.text(kMother));
    check.set("visit_id", draft.answers.text(kVisit));
    for (const care::DangerSign& sign : care::danger_signs()) {
        const std::string said = draft.answers.text(std::string(kSafety) + std::string(sign.code));
        if (!said.empty()) check.set(care::field_of(sign), said);
    }
    return check;
}

TeachingModel::TeachingModel(const Ports& ports, TeachingStart start)
    : ports_(ports),
      start_(std::move(start)),
      draft_(ports, start_.draft),
      family_(ports, start_.family),
      safety_(ports, start_.mother),
      procedure_(care::procedure_in(ports.records.forms())) {
    begin();
    begin_retest();
    safety_.look(family_.family());
    rebuild();
    if (!may_open(at_)) at_ = TeachingPart::Who;
}

void TeachingModel::begin() {
    teaching_id_ = ports_.records.new_id();
    started_at_ = now_text();
    const Entry* visit = family_.visit_today();
    if (start_.visit.empty() && visit != nullptr) start_.visit = visit->id;
    if (start_.draft.empty()) return;
    for (const Draft& draft : ports_.records.drafts()) {
        if (draft.id == start_.draft) restore(draft);
    }
}

void TeachingModel::restore(const Draft& draft) {
    Said safety;
    for (const auto& [name, token] : draft.answers.entries()) {
        const std::string text = draft.answers.text(name);
        if (name.starts_with(kSafety)) {
            safety[name.substr(kSafety.size())] = text;
        } else if (name.find('.') != std::string::npos) {
            said_[name] = text;
        }
    }
    start_.mother = draft.answers.text(kMother);
    safety_.restore(start_.mother, std::move(safety));
    start_.learner = draft.answers.text(kLearner);
    hands_on_at_ = draft.answers.text(kHandsOn);
    at_ = static_cast<TeachingPart>(draft.answers.integer(kAt).value_or(0));
    draft_.restored();
    const std::string begun = draft.answers.text(kStarted);
    if (has_hands_on() || local_day(begun) == local_day(started_at_)) {
        started_at_ = begun;
        teaching_id_ = draft.answers.text(kId);
        start_.visit = draft.answers.text(kVisit);
    } else {
        forget_other_day();
    }
}

// Checked on another day is not checked: only who learns is still true.
void TeachingModel::forget_other_day() {
    safety_.forget();
    std::erase_if(said_, [](const auto& each) {
        return each.first != "teaching.trainee_id" && each.first != "teaching.trainee_relation";
    });
    at_ = TeachingPart::Who;
}

// The same person, as she was taught: no mark of then is a mark of now.
void TeachingModel::begin_retest() {
    if (start_.learner.empty()) return;
    for (const Entry& entry : family_.family().entries) {  // newest first
        const bool is_same = entry.type == "massage_teaching" &&
                             entry.fields.text("trainee_id") == start_.learner &&
                             entry.fields.text("mother_id") == start_.mother;
        if (!is_same) continue;
        if (said("teaching.trainee_id").empty()) {
            said_["teaching.trainee_id"] = start_.learner;
            said_["teaching.trainee_relation"] = entry.fields.text("trainee_relation");
        }
        read_earlier_marks(entry.id);
        return;
    }
    if (said("teaching.trainee_id").empty()) said_["teaching.trainee_id"] = start_.learner;
}

void TeachingModel::read_earlier_marks(const std::string& teaching) {
    for (const records::Record& step : family_.family().records) {
        if (step.type != "massage_teaching_step") continue;
        if (step.fields.text("teaching_id") != teaching) continue;
        const std::string score = step.fields.text("score");
        if (score.size() == 1) earlier_[step.fields.text("step_code")] = score[0] - '0';
    }
}

std::string TeachingModel::now_text() const {
    return base::to_date_time_text(ports_.clock.now(), ports_.zone());
}

// Left open over night: what was asked yesterday is asked again, unless hands were on.
void TeachingModel::look_at_the_day() {
    const std::string now = now_text();
    if (is_saved_ || has_hands_on() || local_day(started_at_) == local_day(now)) return;
    started_at_ = now;
    start_.visit.clear();
    const Entry* visit = family_.visit_today();
    if (visit != nullptr) start_.visit = visit->id;
    forget_other_day();
    safety_.look(family_.family());
    rebuild();
}

// A record that came meanwhile may hold a danger sign: the check looks again.
void TeachingModel::refresh() {
    look_at_the_day();
    const auto before = family_.version();
    family_.refresh();
    if (before == family_.version() || is_saved_) return;
    safety_.look(family_.family());
    const Entry* visit = family_.visit_today();
    if (start_.visit.empty() && visit != nullptr) start_.visit = visit->id;
    rebuild();
    if (!may_open(at_)) at_ = has_hands_on() ? TeachingPart::After : TeachingPart::Safety;
}

TeachingGate TeachingModel::gate() const {
    const auto& persons = family_.family().persons;
    const auto mother = std::find_if(persons.begin(), persons.end(), [this](const Person& each) {
        return each.id == start_.mother;
    });
    if (mother == persons.end() || mother->is_dead) return TeachingGate::NotHere;
    if (has_hands_on()) return TeachingGate::Open;  // what has happened is written down
    if (safety_.facts().has_lost_baby) return TeachingGate::Grief;
    if (safety_.is_known_stop()) {
        return safety_.is_only_refused() ? TeachingGate::Refused : TeachingGate::DangerSign;
    }
    return start_.visit.empty() ? TeachingGate::NoVisit : TeachingGate::Open;
}

std::vector<const Person*> TeachingModel::mothers() const {
    std::vector<const Person*> all;
    for (const Person& person : family_.family().persons) {
        if (person.is_mother && !person.is_dead) all.push_back(&person);
    }
    return all;
}

void TeachingModel::choose_mother(const std::string& id) {
    start_.mother = id;
    safety_.restore(id, {});
    safety_.look(family_.family());
    rebuild();
}

// ---- what the user said

std::string TeachingModel::said(const std::string& key) const {
    const auto found = said_.find(key);
    return found == said_.end() ? std::string() : found->second;
}

void TeachingModel::changed(bool is_typing) {
    draft_.changed();
    is_typing_ = is_typing;
    trouble_ = {};
    rebuild();
    if (!is_typing) keep_draft_now();
}

void TeachingModel::safety_answered() {
    changed(false);
}

void TeachingModel::typed_changed() {
    changed(true);
}

void TeachingModel::choose(const std::string& key, const std::string& code) {
    said_[key] = said(key) == code ? std::string() : code;
    missed_.erase(at_);
    changed(false);
}

void TeachingModel::toggle(const Ask& ask, const std::string& code) {
    said_[ask.key()] = toggled(said(ask.key()), *ask.question, code);
    changed(false);
}

// ---- who learns

std::vector<TeachingModel::Learner> TeachingModel::learners() const {
    std::vector<Learner> all;
    for (const Person& person : family_.family().persons) {
        if (person.is_infant || person.is_dead || person.id == start_.mother) continue;
        Learner learner{person.id, person.name, {}};
        if (person.birth_date) {
            const int years = base::age_months(*person.birth_date, ports_.today()) / 12;
            learner.detail = words::tr("{0} years", {std::to_string(years)});
            if (years < kAdultFrom)
                learner.detail = words::tr("{0} years: too young", {std::to_string(years)});
        }
        all.push_back(std::move(learner));
    }
    return all;
}

std::string TeachingModel::learner() const {
    return family_.person_name(said("teaching.trainee_id"));
}

FormStart TeachingModel::somebody_new() const {
    FormStart start = family_.start("person");
    start.comes_back = true;
    return start;
}

// ---- the draft

Fields TeachingModel::draft_answers() const {
    Fields all;
    const auto set = [&](const std::string& name, const std::string& text) {
        if (!text.empty()) all.set(name, text);
    };
    for (const auto& [key, text] : said_) set(key, text);
    for (const auto& [key, text] : safety_.all_said()) set(std::string(kSafety) + key, text);
    set(kMother, start_.mother);
    set(kVisit, start_.visit);
    set(kLearner, start_.learner);
    set(kStarted, started_at_);
    set(kHandsOn, hands_on_at_);
    set(kId, teaching_id_);
    all.set_integer(kAt, static_cast<int>(at_));
    return all;
}

bool TeachingModel::tick() {
    if (!draft_.is_changed()) return false;
    if (draft_.is_being_typed()) return true;
    keep_draft_now();
    return false;
}

void TeachingModel::keep_draft_now() {
    if (!draft_.is_changed() || is_saved_) return;
    const bool is_kept = draft_.keep({.id = draft_.id(),
                                      .type = kTeaching,
                                      .record = {},
                                      .family = start_.family,
                                      .form_version = {},
                                      .unit = {},
                                      .answers = draft_answers(),
                                      .saved_at = ports_.clock.now()});
    if (!is_kept) trouble_ = draft_not_kept();
}

}  // namespace screens
