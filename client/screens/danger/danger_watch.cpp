#include "client/screens/danger/danger_watch.h"

#include "client/screens/danger/letter.h"
#include "shared/base/text.h"

#include <algorithm>

namespace screens {

using care::MassageAction;
using care::Urgency;
using words::later;
using words::tr;

namespace {

std::string key(const Alarm& alarm, const care::DangerSign& sign) {
    return alarm.person + " " + std::string(sign.code);
}

bool has(const Alarm& alarm, std::string_view code) {
    return std::any_of(alarm.signs.begin(), alarm.signs.end(),
                       [&](const care::DangerSign* sign) { return sign->code == code; });
}

// What is on the page now; a record of an earlier day is no news.
std::optional<Alarm> typed_alarm(const RecordFormModel* form, Date today) {
    if (form == nullptr || form->is_read_only() || form->needs_reason()) return std::nullopt;
    auto now = form->alarm_now();
    if (!now) return std::nullopt;
    return Alarm{now->subject, now->person, form->answer("visit_id"), today, std::move(now->signs),
                 now->urgency, now->massage};
}

std::string place_of(const RecordFormModel* form) {
    if (form == nullptr) return {};
    return form->start().type + " " + std::to_string(form->at()) + " " + form->start().record;
}

// The form that is open is that person's check.
bool is_about(const RecordFormModel* form, const std::string& type, const std::string& person) {
    if (form == nullptr || form->start().type != type) return false;
    return form->answer(type == "mother_check" ? "mother_id" : "infant_id") == person;
}

std::string told_of(const forms::Form* form, const std::string& record, const char* field) {
    return form != nullptr && form->find(field) != nullptr ? record : std::string();
}

}  // namespace

void DangerWatch::follow(const RecordFormModel* form, const std::string& family,
                         const std::string& told_of) {
    if (family.empty()) return;  // one that is being registered
    if (!family_ || family_->family().id != family) family_.emplace(ports_, family);
    family_->refresh();
    look(form, family_->family());
    take_over_if_new(form);
    look_at_massage(form, told_of);
    is_first_look_ = false;
}

void DangerWatch::look(const RecordFormModel* form, const Family& family) {
    const bool has_turned = is_first_look_ || place_of(form) != at_;
    if (has_turned || version_ != ports_.families.version()) {
        version_ = ports_.families.version();
        saved_ = open_alarms(family, ports_.today());
        add_begun(form, family);
    }
    alarms_ = saved_;
    auto typed = typed_alarm(form, ports_.today());
    if (typed) typed = unanswered(family, std::move(*typed));
    if (typed) {
        std::erase_if(alarms_, [&](const Alarm& each) { return each.person == typed->person; });
        alarms_.push_back(std::move(*typed));
    }
    std::stable_sort(alarms_.begin(), alarms_.end(),
                     [](const Alarm& a, const Alarm& b) { return a.urgency > b.urgency; });
    if (alarms_.empty()) is_taken_over_ = is_refusing_ = false;
}

// What was answered in a check that was left half done stands too, whatever is open now.
void DangerWatch::add_begun(const RecordFormModel* form, const Family& family) {
    for (const Draft& draft : ports_.records.drafts()) {
        if (draft.id == own_draft_) continue;
        for (Alarm& begun : begun_alarms(ports_, family, draft)) {
            if (is_about(form, draft.type, begun.person)) continue;
            const bool is_said = std::any_of(saved_.begin(), saved_.end(), [&](const Alarm& each) {
                return each.person == begun.person && each.urgency >= begun.urgency;
            });
            if (!is_said) saved_.push_back(std::move(begun));
        }
    }
}

// What was known when the page opened only stands as a band: she has seen it before.
void DangerWatch::take_over_if_new(const RecordFormModel* form) {
    const std::string at = place_of(form);
    const bool has_moved = at != at_ || form == nullptr;
    at_ = at;
    for (const Alarm& alarm : alarms_) {
        for (const care::DangerSign* sign : alarm.signs) {
            const bool is_due = is_first_look_ || has_moved || sign->urgency == Urgency::RedNow;
            if (!is_due || !shown_.insert(key(alarm, *sign)).second || is_first_look_) continue;
            is_taken_over_ = true;
        }
    }
}

void DangerWatch::look_at_massage(const RecordFormModel* form, const std::string& told_of) {
    const std::string otherwise = told_of.empty() ? "" : "massage_session";
    const std::string type = form == nullptr ? otherwise : form->start().type;
    const bool is_massage = type == "massage_teaching" || type == "massage_session";
    const bool is_new = is_massage && form != nullptr && form->start().record.empty();
    const std::string mother = is_new ? form->answer("mother_id") : told_of;
    const std::string what = mother.empty() ? "" : type + " " + mother;
    if (what == massage_form_) return;
    massage_form_ = what;
    stop_.reset();
    is_massage_read_ = false;
    is_session_ = type == "massage_session";
    if (what.empty()) return;
    mother_ = mother;
    mother_name_ = family_->person_name(mother);
    MassageStop stop = massage_stop(family_->family(), mother, ports_.today());
    if (stop.action >= MassageAction::Defer) stop_ = std::move(stop);
}

std::string DangerWatch::who(const Alarm& alarm) const {
    const std::string name = family_ ? family_->person_name(alarm.person) : "";
    const bool is_mother = alarm.subject == care::Subject::Mother;
    if (name.empty()) return is_mother ? tr("Mother") : tr("Baby");
    return (is_mother ? tr("Mother: {0}", {name}) : tr("Baby: {0}", {name}));
}

std::string DangerWatch::first_line(const Alarm& alarm) const {
    return urgency_line(alarm.urgency);
}

// DOMAIN 5.2 and 5.3, and nothing more: the cadre calls, goes along, and gives no treatment.
std::vector<std::string> DangerWatch::steps(const Alarm& alarm) const {
    std::vector<std::string> all;
    const bool is_now = alarm.urgency == Urgency::RedNow;
    std::string call = is_now ? tr("Call the midwife now.")
                       : alarm.urgency == Urgency::RedToday
                           ? tr("Call the midwife today.")
                           : tr("Tell the midwife within 24 hours.");
    if (!number_.is_writing()) call += std::string(" ") + tr("Her number is below.");
    all.push_back(std::move(call));
    if (has(alarm, "MDS01")) all.push_back(tr("Let the mother lie down and keep her warm."));
    if (alarm.urgency != Urgency::Yellow) {
        all.push_back(is_now ? tr("Set out now, with somebody who goes along.")
                             : tr("Go today, with somebody who goes along."));
        all.push_back(tr("Take the mother and child handbook and the referral letter."));
    }
    if (alarm.massage == MassageAction::Stop) all.push_back(tr("Do not massage yet."));
    if (alarm.massage == MassageAction::Defer) {
        all.push_back(tr("No massage today. Explaining it is all right."));
    }
    return all;
}

std::string DangerWatch::message(const Me& me) const {
    if (alarm() == nullptr || !family_) return call_me_message(me);
    return paper::referral_message(letter_of(ports_, me, family_->family(), *alarm()),
                                   letterhead(ports_, me).unit);
}

// Of a referral raised at this visit already: the new signs come to it.
FormStart DangerWatch::referral() const {
    FormStart start = family_->start("referral", alarm()->person);
    const Alarm& alarm = *this->alarm();
    const forms::Form* form = ports_.records.forms().find("referral");
    const std::string visit = told_of(form, alarm.visit, "visit_id");
    if (!visit.empty()) start.known.set("visit_id", visit);
    start.known.set("person_id", alarm.person);
    start.known.set("raised_at", base::to_date_time_text(ports_.clock.now(), ports_.zone()));
    start.known.set("reasons", base::joined(alarm.codes(), " "));
    // By the rule, not by judgement: the highest of the reasons, and STOP (DOMAIN 5.3).
    start.known.set("urgency", std::string(care::to_code(alarm.urgency)));
    start.known.set("massage_withheld", alarm.massage == MassageAction::Stop ? "1" : "0");
    return start;
}

FormStart DangerWatch::massage_referral() const {
    FormStart start = family_->start("referral", mother_);
    start.known.set("person_id", mother_);
    start.known.set("raised_at", base::to_date_time_text(ports_.clock.now(), ports_.zone()));
    std::vector<std::string> codes;
    for (const care::DangerSign* sign : stop_->signs) codes.emplace_back(sign->code);
    if (!codes.empty()) start.known.set("reasons", base::joined(codes, " "));
    start.known.set("massage_withheld", "1");
    return start;
}

bool DangerWatch::is_refusal_said() const {
    return !base::trimmed(refusal_).empty();
}

void DangerWatch::refuse_confirmed() {
    if (!is_refusal_said() || alarm() == nullptr) return;
    Fields answers = referral().known;
    answers.set("outcome", "REFUSED");
    answers.set("refusal_reason", base::trimmed(refusal_));
    const forms::Form* form = ports_.records.forms().find("referral");
    const auto saved =
        ports_.records.save({.type = "referral",
                             .form_version = form != nullptr ? form->version : std::string(),
                             .record = {},
                             .unit = {},
                             .answers = answers,
                             .draft = {},
                             .reason = {}});
    if (!saved.ok()) {
        trouble_ = {later("Not saved: this laptop's disk refused. Press the button again; if that "
                          "does not help, call the coordinator."),
                    {}};
        return;
    }
    (void)ports_.referrals.mark_seen(saved.value(), "REFUSED");
    trouble_ = {};
    refusal_.clear();
    is_refusing_ = is_taken_over_ = false;
}

}  // namespace screens
