#include "client/screens/record/visit_steps.h"

#include "client/screens/massage/teaching_model.h"
#include "client/ui/words/words.h"
#include "shared/care/danger_signs.h"

#include <algorithm>

namespace screens {

using words::tr;

namespace {

constexpr int kRecallMonths = 24;  // until then a baby's food of yesterday is asked about
constexpr const char* kNoInfants = "0";

const Entry* entry_of(const Family& family, const std::string& id) {
    for (const Entry& entry : family.entries) {
        if (entry.id == id) return &entry;
    }
    return nullptr;
}

const Person* person_of(const Family& family, const std::string& id) {
    for (const Person& person : family.persons) {
        if (person.id == id) return &person;
    }
    return nullptr;
}

std::string live_infants(const Ports& ports, const std::string& mother) {
    return ports.records.lookup("person", mother, "live_infants").value_or("");
}

// Whom a record is about, by the first of these that it answers.
std::string about(const Fields& answers) {
    for (const char* field : {"infant_id", "person_id", "mother_id"}) {
        if (answers.has(field)) return answers.text(field);
    }
    return {};
}

// A draft of the same form, for the same person, begun at the same visit.
bool is_of_step(const Fields& answers, const GuidedStep& step) {
    if (step.is_visit) return true;
    return about(answers) == about(step.start.known) &&
           answers.text("visit_id") == step.start.known.text("visit_id");
}

bool was_seen(const Fields& visit, const std::string& person) {
    const auto seen = visit.codes("persons_seen");
    return seen.empty() || std::find(seen.begin(), seen.end(), person) != seen.end();
}

// Lines up the steps of a visit; each is looked up among what is saved and what is begun.
class Lining {
public:
    Lining(const Ports& ports, const FamilyModel& model, const std::string& visit,
           const VisitNotes& notes)
        : ports_(ports),
          model_(model),
          family_(model.family()),
          visit_(entry_of(model.family(), visit)),
          visit_id_(visit),
          notes_(notes),
          drafts_(ports.records.drafts()) {
        mother_ = visit_ == nullptr ? nullptr : met_mother();
    }

    std::vector<GuidedStep> all() {
        add_beginning();
        if (visit_ == nullptr || !is_met(visit_->fields)) return std::move(steps_);
        if (!notes_.is_short) add_care();
        if (notes_.is_short) add_recalls();
        add_ending();
        return std::move(steps_);
    }

private:
    const Person* met_mother() const {
        const Person* mother = person_of(family_, visit_->fields.text("mother_id"));
        const bool is_there =
            mother != nullptr && !mother->is_dead && was_seen(visit_->fields, mother->id);
        return is_there ? mother : nullptr;
    }

    void add_care() {
        add_consent();
        if (mother_ != nullptr) add("mother_check", mother_->id);
        if (mother_ != nullptr) add_referral("mother_check", mother_->id, care::Subject::Mother);
        for (const Person& infant : family_.persons) {
            if (!infant.is_infant || infant.is_dead) continue;
            add("infant_check", infant.id);
            add_referral("infant_check", infant.id, care::Subject::Infant);
            if (is_young(infant)) add("feeding_recall", infant.id);
        }
        add_massage();
    }

    void add_recalls() {
        for (const Person& infant : family_.persons) {
            if (!infant.is_infant || infant.is_dead || !is_young(infant)) continue;
            add("feeding_recall", infant.id);
        }
    }

    bool is_young(const Person& infant) const {
        if (!infant.birth_date) return true;
        return base::age_months(*infant.birth_date, ports_.today()) < kRecallMonths;
    }

    void add_beginning();
    void add_consent();
    void add_referral(const std::string& check, const std::string& person, care::Subject subject);
    bool has_declined() const;
    void add_massage();
    void lead_to_teaching(GuidedStep& step) const;
    void add_ending();
    GuidedStep& add(const std::string& type, const std::string& person);
    void find_state(GuidedStep& step) const;
    bool is_of_parts(const Fields& answers, const std::vector<std::string>& parts) const;
    const Entry* record_of(const std::string& type, const std::string& person) const;
    bool is_stopped() const;
    bool touch_is_refused() const;

    const Ports& ports_;
    const FamilyModel& model_;
    const Family& family_;
    const Entry* visit_;
    std::string visit_id_;
    const VisitNotes& notes_;
    std::vector<Draft> drafts_;
    const Person* mother_ = nullptr;
    std::vector<GuidedStep> steps_;
};

const Entry* Lining::record_of(const std::string& type, const std::string& person) const {
    for (const Entry& entry : family_.entries) {
        if (entry.type != type || about(entry.fields) != person) continue;
        const bool is_of_visit = entry.fields.text("visit_id") == visit_id_;
        const bool is_of_today = !entry.fields.has("visit_id") && entry.on == ports_.today();
        if (is_of_visit || is_of_today) return &entry;
    }
    return nullptr;
}

// The visit is begun and ended by the same form: what was touched says which of them was open.
bool Lining::is_of_parts(const Fields& answers, const std::vector<std::string>& parts) const {
    if (parts.empty()) return true;
    const forms::Form* form = ports_.records.forms().find("visit");
    return std::any_of(answers.entries().begin(), answers.entries().end(),
                       [&](const Fields::Entry& answer) {
                           const forms::Question* question = form->find(answer.first);
                           if (question == nullptr || question->group_path.empty()) return false;
                           const std::string& part = question->group_path.front();
                           return std::find(parts.begin(), parts.end(), part) != parts.end();
                       });
}

void Lining::find_state(GuidedStep& step) const {
    for (const Draft& draft : drafts_) {
        const bool is_same = draft.type == step.start.type && draft.family == family_.id &&
                             draft.record == step.start.record;
        const bool is_new = step.start.record.empty();
        if (!is_same || (is_new && !is_of_step(draft.answers, step))) continue;
        if (!is_new && !is_of_parts(draft.answers, step.start.parts)) continue;
        step.start.draft = draft.id;
        step.state = StepState::Begun;
        break;
    }
    const auto& passed = notes_.passed_over;
    const bool is_passed = std::find(passed.begin(), passed.end(), step.key) != passed.end();
    if (is_passed && step.state == StepState::Todo) step.state = StepState::PassedOver;
}

GuidedStep& Lining::add(const std::string& type, const std::string& person) {
    GuidedStep step;
    step.key = type + " " + person;
    step.start = model_.start(type, person);
    const forms::Form* form = ports_.records.forms().find(type);
    step.title = form != nullptr ? form->title.in(words::code()) : type;
    step.who = model_.person_name(person);
    if (form != nullptr && form->find("visit_id") != nullptr) {
        step.start.known.set("visit_id", visit_id_);
    }
    if (const Entry* saved = record_of(type, person)) {
        step.start.record = saved->id;
        step.start.known = {};
        step.state = StepState::Done;
    }
    find_state(step);
    steps_.push_back(std::move(step));
    return steps_.back();
}

void Lining::add_beginning() {
    GuidedStep step;
    step.key = "visit";
    step.title = tr("Beginning of the visit");
    step.is_visit = true;
    step.start = model_.start("visit");
    step.start.parts = {"start", "people"};
    if (notes_.is_short) step.start.parts = {"start"};
    step.start.closing_part = "finish";
    if (visit_ != nullptr) {
        step.start.record = visit_->id;
        step.start.known = {};
        step.state = StepState::Done;
    }
    find_state(step);
    steps_.push_back(std::move(step));
}

// Asked where there is none, and again where it was withdrawn.
void Lining::add_consent() {
    const Person* who = mother_;
    for (const Person& person : family_.persons) {
        if (who == nullptr && person.is_infant && !person.is_dead) who = &person;
    }
    if (who == nullptr) return;
    for (const Entry& entry : family_.entries) {
        if (entry.type != "consent" || entry.fields.text("person_id") != who->id) continue;
        const bool is_standing = entry.fields.text("withdrawn") != "1";
        if (is_standing && entry.on != ports_.today()) return;
        if (is_standing) break;  // of this visit: shown as done
    }
    add("consent", who->id);
}

// First of all, where a sign was seen that does not wait.
void Lining::add_referral(const std::string& check, const std::string& person,
                          care::Subject subject) {
    const Entry* saved = record_of(check, person);
    if (saved == nullptr) return;
    const auto urgency = care::highest_urgency(care::signs_in(saved->fields, subject));
    if (!urgency || *urgency == care::Urgency::Yellow) return;
    add("referral", person);
}

bool Lining::is_stopped() const {
    const Entry* check = mother_ == nullptr ? nullptr : record_of("mother_check", mother_->id);
    if (check == nullptr) return false;
    const auto signs = care::signs_in(check->fields, care::Subject::Mother);
    return care::massage_action(signs) == care::MassageAction::Stop;
}

bool Lining::touch_is_refused() const {
    for (const Entry& entry : family_.entries) {
        if (entry.type != "consent" || entry.fields.text("person_id") != mother_->id) continue;
        const bool is_withdrawn = entry.fields.text("withdrawn") == "1" &&
                                  entry.fields.has_code("withdraw_scope", "TOUCH");
        return is_withdrawn || !entry.fields.has_code("scopes", "TOUCH");
    }
    return false;  // nobody has asked yet: the form asks before anybody is touched
}

// She said no the last time, and nobody was taught: it is hers to ask for it.
bool Lining::has_declined() const {
    for (const Entry& entry : family_.entries) {  // newest first
        if (entry.type != "massage_teaching") continue;
        const bool is_of_now = entry.fields.text("visit_id") == visit_id_;
        return !is_of_now && entry.fields.text("consent_touch") == "0";
    }
    return false;
}

// Who was taught before is asked how it goes at home; nobody is, whom a massage could hurt.
void Lining::add_massage() {
    if (mother_ == nullptr || is_stopped() || touch_is_refused()) return;
    if (live_infants(ports_, mother_->id) == kNoInfants) return;
    bool was_taught = false;
    for (const Entry& entry : family_.entries) {
        const bool is_earlier = entry.fields.text("visit_id") != visit_id_;
        if (entry.type != "massage_teaching" || !is_earlier) continue;
        was_taught = was_taught || entry.fields.text("safety_result") != "STOP";
    }
    if (!was_taught && has_declined()) return;
    const bool is_due_again =
        std::any_of(family_.due.begin(), family_.due.end(),
                    [](const Due& due) { return due.code == "RETEST" || due.code == "DEFER_FU"; });
    GuidedStep& step =
        add(was_taught && !is_due_again ? "massage_session" : "massage_teaching", mother_->id);
    if (step.start.type == "massage_teaching" && step.state != StepState::Done) {
        lead_to_teaching(step);
    }
}

// A report of an earlier teaching goes on in its form; teaching now goes past the safety check.
void Lining::lead_to_teaching(GuidedStep& step) const {
    if (!step.start.draft.empty()) step.start.is_report = true;
    if (step.start.is_report) return;
    step.is_teaching = true;
    for (const Due& due : family_.due) {
        if (due.code == "RETEST") step.start.known.set("trainee_id", due.person);
    }
    for (const Draft& draft : drafts_) {
        if (!is_teaching_of(draft, mother_->id, visit_id_)) continue;
        step.start.draft = draft.id;
        if (step.state == StepState::Todo) step.state = StepState::Begun;
    }
}

// What was talked about, whether the midwife was told, and when she comes again.
void Lining::add_ending() {
    GuidedStep step;
    step.key = "ending";
    step.title = tr("Advice and next visit");
    step.is_visit = true;
    step.start = model_.correction(*visit_);
    step.start.parts = {"education", "reporting", "finish"};
    if (notes_.is_short) step.start.parts = {"finish"};
    if (visit_->fields.has("ended_at")) step.state = StepState::Done;
    find_state(step);
    steps_.push_back(std::move(step));
}

}  // namespace

bool is_met(const Fields& visit) {
    const std::string outcome = visit.text("outcome");
    return outcome == "DONE" || outcome == "PARTIAL";
}

bool is_of_todays_visit(const Ports& ports, const Draft& draft) {
    if (draft.family.empty()) return false;
    const FamilyModel family(ports, draft.family);
    const Entry* today = family.visit_today();
    if (draft.type == "visit" && draft.record.empty()) return today == nullptr;
    if (today == nullptr) return false;
    return draft.record == today->id || draft.answers.text("visit_id") == today->id;
}

bool is_grieving(const Ports& ports, const Family& family) {
    return std::any_of(family.persons.begin(), family.persons.end(), [&](const Person& person) {
        return person.is_mother && !person.is_dead && live_infants(ports, person.id) == kNoInfants;
    });
}

std::vector<GuidedStep> visit_steps(const Ports& ports, const FamilyModel& family,
                                    const std::string& visit, const VisitNotes& notes) {
    return Lining(ports, family, visit, notes).all();
}

}  // namespace screens
