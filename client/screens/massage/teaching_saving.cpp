// The half of TeachingModel that makes records of what was said: the teaching, a mark for each
// step, and the massage that was seen; all of them saved together or none.
#include "client/screens/massage/teaching_model.h"

#include "client/ui/words/words.h"
#include "shared/base/json.h"
#include "shared/base/text.h"

#include <algorithm>

namespace screens {

using care::Safety;
using words::later;

namespace {

constexpr int kMinutesMost = 60;
constexpr int kSecondsOfMinute = 60;

const std::vector<std::string> kTeachingAsked = {"trainee_id", "trainee_relation", "consent_touch",
                                                 "return_demo", "leaflet_left"};
const std::vector<std::string> kSessionAsked = {
    "relax_before", "relax_after",   "comfort",          "position",     "clothing",
    "oil_type",     "feed_relation", "min_to_feed",      "expressed_ml", "letdown_signs",
    "letdown_min",  "adverse",       "adverse_severity", "stopped_early"};

std::vector<std::string> names_of(TeachingPart part) {
    switch (part) {
        case TeachingPart::Who:
            return {"trainee_relation"};
        case TeachingPart::Consent:
            return {"consent_touch", "relax_before"};
        case TeachingPart::Explain:
            return {"methods"};
        case TeachingPart::Show:
            return {"return_demo"};
        case TeachingPart::After:
            return {"adverse", "adverse_severity", "stopped_early", "relax_after",
                    "comfort", "position",         "clothing",      "oil_type"};
        case TeachingPart::Feed:
            return {"feed_relation", "min_to_feed", "expressed_ml", "letdown_signs", "letdown_min"};
        case TeachingPart::Finish:
            return {"leaflet_left"};
        case TeachingPart::Safety:
        case TeachingPart::Practise:
            break;
    }
    return {};
}

void put(Fields& fields, const forms::Form* form, const char* name, const std::string& value) {
    if (form != nullptr && form->find(name) != nullptr && !value.empty()) fields.set(name, value);
}

}  // namespace

// ---- what is asked of the forms

std::vector<TeachingModel::Ask> TeachingModel::asks(TeachingPart part) const {
    std::vector<Ask> all;
    for (const std::string& name : names_of(part)) {
        for (const RegisteredPart& record : records_) {
            const forms::Question* question = record.form->find(name);
            const bool is_felt_now = name == "relax_before" && (is_hands_off() || refuses());
            if (question == nullptr || is_felt_now) continue;
            const auto applies = forms::relevance(*record.form, answers_.at(record.key), context());
            if (applies.is_relevant(name)) all.push_back({&record, question});
            break;
        }
    }
    return all;
}

bool TeachingModel::is_required(const Ask& ask) const {
    return ask.question->required.has_value() || ask.question->name == "adverse_severity";
}

std::optional<TeachingModel::Remark> TeachingModel::remark(const Ask& ask) const {
    const PartAnswers reading(said_, ports_.today(), ports_.zone());
    if (reading.is_unreadable(*ask.part, *ask.question)) {
        return Remark{words::tr("Write a number here, digits only."), forms::Severity::Error};
    }
    const bool is_empty = !answers_.at(ask.part->key).has(ask.question->name);
    for (const forms::Problem& problem : problems_.at(ask.part->key)) {
        if (problem.field != ask.question->name) continue;
        if (is_empty && problem.code == "required" && !missed_.contains(at_)) continue;
        return Remark{problem.message, problem.severity};
    }
    return std::nullopt;
}

std::string TeachingModel::trainer_remark() const {
    const auto found = problems_.find("teaching");
    if (found == problems_.end()) return {};
    for (const forms::Problem& problem : found->second) {
        if (problem.code == "trainer_expired") return problem.message;
    }
    return {};
}

void TeachingModel::build_parts() {
    records_.clear();
    for (const char* type : {"massage_teaching", "massage_session"}) {
        RegisteredPart part;
        part.form = ports_.records.forms().find(type);
        if (part.form == nullptr) continue;
        const bool is_teaching = part.form->id == "massage_teaching";
        part.key = is_teaching ? "teaching" : "session";
        part.record = is_teaching ? teaching_id_ : std::string();
        part.asked = is_teaching ? kTeachingAsked : kSessionAsked;
        part.known = is_teaching ? teaching_known() : session_known();
        records_.push_back(std::move(part));
    }
}

void TeachingModel::rebuild() {
    build_parts();
    const PartAnswers reading(said_, ports_.today(), ports_.zone());
    for (const RegisteredPart& part : records_) {
        answers_[part.key] = reading.of(part, context());
        problems_[part.key] = forms::check(*part.form, answers_[part.key], context());
    }
}

Fields TeachingModel::teaching_known() const {
    const forms::Form* form = ports_.records.forms().find("massage_teaching");
    Fields known;
    const auto set = [&](const char* name, const std::string& value) {
        put(known, form, name, value);
    };
    set("visit_id", start_.visit);
    set("mother_id", start_.mother);
    set("trainer_id", ports_.session.me().user_id);
    set("started_at", started_at_);
    set("sop_version", procedure_.sop_version);
    if (!safety_.is_decided()) return known;
    std::vector<std::string> reasons = safety_.reasons();
    if (refuses()) reasons.insert(reasons.begin(), "XC02");
    const bool says_no = std::find(reasons.begin(), reasons.end(), "XC02") != reasons.end();
    set("safety_result", std::string(care::to_code(outcome())));
    set("safety_reasons", base::joined(reasons, " "));
    set("cautions", base::joined(safety_.kept_cautions(), " "));
    if (says_no) set("consent_touch", "0");
    std::string methods = said("teaching.methods");
    const auto add = [&](const char* code) {
        methods += (methods.empty() ? "" : " ") + std::string(code);
    };
    if (said("show.done") == "1" && !is_hands_off()) add("DEMO");
    if (may_practise()) add("RETURN_DEMO");
    set("methods", methods);
    if (is_hands_off() && outcome() == Safety::Go) set("return_demo", "0");
    return known;
}

Fields TeachingModel::session_known() const {
    const forms::Form* form = ports_.records.forms().find("massage_session");
    Fields known;
    const auto set = [&](const char* name, const std::string& value) {
        put(known, form, name, value);
    };
    set("mother_id", start_.mother);
    set("birth_event_id", safety_.facts().birth);
    set("performed_at", hands_on_at_);
    set("time_known", "1");
    set("source", "OBS");
    set("visit_id", start_.visit);
    set("performer_relation", said("teaching.trainee_relation"));
    set("performer_id", said("teaching.trainee_id"));
    set("taught_by_teaching_id", teaching_id_);
    set("sop_version", procedure_.sop_version);
    if (is_interrupted()) set("stopped_early", "1");
    const auto minutes = base::json::integer_of(base::trimmed(said("session.minutes")));
    if (minutes && *minutes > 0 && *minutes <= kMinutesMost) {
        known.set_integer("duration_s", *minutes * kSecondsOfMinute);
    }
    std::vector<std::string> done;
    for (const care::StepScore& each : scores()) {
        const bool was_done = each.score == 3 || each.score == 4;
        const auto* movements = form != nullptr ? form->find("steps_done") : nullptr;
        const bool is_one = movements != nullptr && form->find_choice(*movements, each.step);
        if (was_done && is_one) done.push_back(each.step);
    }
    set("steps_done", base::joined(done, " "));
    return known;
}

forms::Context TeachingModel::context() const {
    return {.today = ports_.today(),
            .language = std::string(words::code()),
            .lookup = [this](std::string_view type, std::string_view id, std::string_view field) {
                return lookup(type, id, field);
            }};
}

std::optional<std::string> TeachingModel::lookup(std::string_view type, std::string_view id,
                                                 std::string_view field) const {
    const auto teaching = answers_.find("teaching");
    if (id != teaching_id_ || teaching == answers_.end()) {
        return ports_.records.lookup(type, id, field);
    }
    if (!teaching->second.has(field)) return std::nullopt;
    return teaching->second.text(field);
}

// ---- saving

std::vector<Save> TeachingModel::saves() {
    std::vector<Save> all;
    const auto add = [&](const char* type, const std::string& record, Fields answers) {
        const forms::Form* form = ports_.records.forms().find(type);
        if (form == nullptr) return;
        all.push_back({.type = type,
                       .form_version = form->version,
                       .record = record,
                       .unit = {},
                       .answers = std::move(answers),
                       .draft = {},
                       .reason = {}});
    };
    Fields teaching = answers_.at("teaching");
    const std::string now = now_text();
    if (now >= started_at_) teaching.set("ended_at", now);
    add("massage_teaching", teaching_id_, std::move(teaching));
    for (const care::StepScore& each : scores()) {
        Fields step;
        step.set("teaching_id", teaching_id_);
        step.set("step_code", each.step);
        step.set("score", std::to_string(each.score));
        add("massage_teaching_step", ports_.records.new_id(), std::move(step));
    }
    if (gives_session()) {
        add("massage_session", ports_.records.new_id(), answers_.at("session"));
    }
    all.back().draft = draft_.id();
    return all;
}

// A stop is saved where it is met; everything else at the end, when all before it is said.
bool TeachingModel::may_save() const {
    if (is_saved_ || gate() != TeachingGate::Open) return false;
    if (!is_complete(TeachingPart::Who)) return false;
    if (has_hands_on() && !is_complete(TeachingPart::After)) return false;
    if (is_stopped()) return true;
    if (is_interrupted()) return safety_.is_decided();
    const auto all = parts();
    return std::all_of(all.begin(), all.end(),
                       [this](TeachingPart each) { return is_complete(each); });
}

void TeachingModel::save_clicked() {
    if (!may_save()) {
        missed_.insert(at_);
        return;
    }
    rebuild();
    for (const auto& [key, problems] : problems_) {
        if (key == "session" && !gives_session()) continue;
        for (const forms::Problem& problem : problems) {
            if (problem.severity != forms::Severity::Error) continue;
            trouble_ = {later("Not saved yet: {0}"), {problem.message}};
            return;
        }
    }
    keep_draft_now();
    const auto saved = ports_.records.save_all(saves());
    if (!saved.ok()) {
        trouble_ = not_saved(saved.error().code);
        return;
    }
    draft_.saved();
    is_saved_ = true;
}

// ---- what follows

bool TeachingModel::needs_referral() const {
    return is_stopped() && !is_only_refused();
}

bool TeachingModel::asks_referral_for_harm() const {
    const std::string adverse = " " + said("session.adverse") + " ";
    return has_hands_on() && (adverse.find(" BLEED ") != std::string::npos ||
                              said("session.adverse_severity") == "3");
}

// A sign that was not named may be any of them.
Alarm TeachingModel::alarm() const {
    Alarm alarm{care::Subject::Mother, start_.mother, start_.visit, ports_.today(),
                safety_.signs()};
    alarm.urgency = care::highest_urgency(alarm.signs).value_or(care::Urgency::RedNow);
    alarm.massage = care::MassageAction::Stop;
    return alarm;
}

// References and the signs she ticked, by the rule the highest urgency; how they go is asked.
FormStart TeachingModel::referral() const {
    FormStart start = family_.start("referral", start_.mother);
    if (!start_.visit.empty()) start.known.set("visit_id", start_.visit);
    start.known.set("person_id", start_.mother);
    start.known.set("raised_at", now_text());
    const Alarm alarm = this->alarm();
    if (!alarm.signs.empty()) {
        start.known.set("reasons", base::joined(alarm.codes(), " "));
        start.known.set("urgency", std::string(care::to_code(alarm.urgency)));
    }
    start.known.set("massage_withheld", "1");
    return start;
}

FormStart TeachingModel::report() const {
    FormStart start = family_.start("massage_teaching", start_.mother);
    start.is_report = true;
    return start;
}

}  // namespace screens
