#include "client/screens/danger/alarms.h"

#include "client/ui/words/words.h"
#include "shared/base/id.h"

#include <algorithm>
#include <set>

namespace screens {

using care::DangerSign;
using care::MassageAction;
using care::Subject;

namespace {

constexpr std::int64_t kBehindMs = 30LL * 24 * 60 * 60 * 1000;

std::optional<Subject> subject_of(const Entry& entry) {
    if (entry.type == "mother_check") return Subject::Mother;
    if (entry.type == "infant_check") return Subject::Infant;
    return std::nullopt;
}

std::string person_of(const Entry& check, Subject subject) {
    return check.fields.text(subject == Subject::Mother ? "mother_id" : "infant_id");
}

bool is_recent(Date on, Date today) {
    return base::days_between(on, today) <= kAlarmDays;
}

// What a record names was there before it. One that seems weeks older than that was made while the
// clock was behind, as after an empty battery; less may be two laptops whose clocks differ.
bool was_clock_behind(const Entry& check, Date today) {
    const auto made = base::made_at(check.id);
    for (const char* field : {"visit_id", "mother_id", "infant_id", "person_id"}) {
        const auto named = base::made_at(check.fields.text(field));
        if (!made || !named || base::date_in(*named, base::Zone{}) > today) continue;
        if (named->unix_ms - made->unix_ms > kBehindMs) return true;
    }
    return false;
}

// Of a day to come, or of a clock that was behind: nobody knows when it was.
bool is_undated(const Entry& check, Date today) {
    return check.on > today || was_clock_behind(check, today);
}

// A day long past may be told only now: a check that was copied from paper, or dated by a clock
// that was behind. When its record was made stands in the record's id.
bool is_told_recently(const Entry& check, Date today) {
    if (was_clock_behind(check, today)) return true;
    const auto made = base::made_at(check.id);
    return made && is_recent(base::date_in(*made, base::Zone{}), today);
}

// Of a day long past only what is red still stands; of what was also told long ago, nothing.
void forget_old(std::vector<Alarm>& checks, Date today) {
    for (Alarm& check : checks) {
        if (is_recent(check.on, today)) continue;
        std::erase_if(check.signs, [&](const DangerSign* sign) {
            return !check.is_told_recently || sign->urgency == care::Urgency::Yellow;
        });
    }
    std::erase_if(checks, [&](const Alarm& check) {
        return check.signs.empty() && !is_recent(check.on, today);
    });
}

void weigh(Alarm& alarm) {
    std::stable_sort(
        alarm.signs.begin(), alarm.signs.end(),
        [](const DangerSign* a, const DangerSign* b) { return a->urgency > b->urgency; });
    alarm.urgency = care::highest_urgency(alarm.signs).value_or(care::Urgency::Yellow);
    alarm.massage = care::massage_action(alarm.signs);
}

// Checks of one day are one picture of the person; a later day's takes its place.
void add_check(const Entry& entry, Subject subject, Date on, Date today,
               std::vector<Alarm>& newest) {
    const std::string person = person_of(entry, subject);
    const auto known = std::find_if(newest.begin(), newest.end(), [&](const Alarm& each) {
        return each.person == person && each.subject == subject;
    });
    if (known != newest.end() && known->on > on) return;
    Alarm alarm{subject, person, entry.fields.text("visit_id"), on,
                care::signs_in(entry.fields, subject)};
    alarm.is_told_recently = is_told_recently(entry, today);
    if (known == newest.end()) {
        newest.push_back(std::move(alarm));
        return;
    }
    known->is_told_recently = known->is_told_recently || alarm.is_told_recently;
    for (const DangerSign* sign : alarm.signs) {
        const bool is_new =
            std::find(known->signs.begin(), known->signs.end(), sign) == known->signs.end();
        if (is_new) known->signs.push_back(sign);
    }
}

// A check without a day that can be believed counts as of today: it takes no other check's place,
// and none takes its place but a referral.
std::vector<Alarm> newest_checks(const Family& family, Date today) {
    std::vector<Alarm> newest;
    for (const bool of_no_day : {false, true}) {
        for (const Entry& entry : family.entries) {  // newest first
            const auto subject = subject_of(entry);
            if (!subject || is_undated(entry, today) != of_no_day) continue;
            add_check(entry, *subject, of_no_day ? today : entry.on, today, newest);
        }
        forget_old(newest, today);
    }
    return newest;
}

// A questionnaire's item about harming herself, told as above 0, is the sign MDS23 (DOMAIN 3.3): an
// alarm of its own, which no later check takes the place of.
std::vector<Alarm> told_in_questionnaires(const Family& family, Date today) {
    std::vector<Alarm> told;
    const DangerSign* sign = care::find_danger_sign("MDS23");
    for (const Entry& entry : family.entries) {  // newest first
        const bool is_told = entry.type == "scale_result" &&
                             entry.fields.text("instrument") == "EPDS" &&
                             entry.fields.text("flag_item") == "1";
        if (!is_told || sign == nullptr) continue;
        const auto taken = base::local_date_of(entry.fields.text("taken_at"));
        Alarm alarm{Subject::Mother,
                    entry.fields.text("person_id"),
                    entry.fields.text("visit_id"),
                    std::min(taken.value_or(entry.on), today),
                    {sign}};
        alarm.is_told_recently = is_told_recently(entry, today);
        const bool is_there = std::any_of(told.begin(), told.end(), [&](const Alarm& each) {
            return each.person == alarm.person;
        });
        if (!is_there) told.push_back(std::move(alarm));
    }
    forget_old(told, today);
    return told;
}

std::vector<const DangerSign*> told_in(const Entry& teaching) {
    std::vector<const DangerSign*> told;
    for (const std::string& code : teaching.fields.codes("safety_reasons")) {
        const DangerSign* sign = care::find_danger_sign(code);
        if (sign != nullptr) told.push_back(sign);
    }
    return told;
}

// The check before a massage asks about her danger signs too (DOMAIN 2.4). It takes no other
// check's place, since it does not ask about each; a check of a later day takes its.
std::vector<Alarm> told_before_massage(const Family& family, Date today) {
    const std::vector<Alarm> checks = newest_checks(family, today);
    std::vector<Alarm> told;
    for (const Entry& entry : family.entries) {  // newest first
        if (entry.type != "massage_teaching") continue;
        Alarm alarm{Subject::Mother, entry.fields.text("mother_id"), entry.fields.text("visit_id"),
                    std::min(entry.on, today), told_in(entry)};
        alarm.is_told_recently = is_told_recently(entry, today);
        const bool is_over = std::any_of(checks.begin(), checks.end(), [&](const Alarm& check) {
            const bool is_hers = check.subject == Subject::Mother && check.person == alarm.person;
            return is_hers && check.on > alarm.on;
        });
        if (!alarm.signs.empty() && !is_over) told.push_back(std::move(alarm));
    }
    forget_old(told, today);
    return told;
}

// What was told elsewhere than at a check.
std::vector<Alarm> told_elsewhere(const Family& family, Date today) {
    std::vector<Alarm> told = told_in_questionnaires(family, today);
    for (Alarm& each : told_before_massage(family, today)) told.push_back(std::move(each));
    return told;
}

// Without those signs that an alarm of hers says already.
void leave_out_said(const std::vector<Alarm>& alarms, Alarm& alarm) {
    std::erase_if(alarm.signs, [&](const DangerSign* sign) {
        return std::any_of(alarms.begin(), alarms.end(), [&](const Alarm& each) {
            return each.person == alarm.person &&
                   std::find(each.signs.begin(), each.signs.end(), sign) != each.signs.end();
        });
    });
}

}  // namespace

std::vector<std::string> Alarm::codes() const {
    std::vector<std::string> all;
    for (const DangerSign* sign : signs) all.emplace_back(sign->code);
    return all;
}

std::optional<Alarm> unanswered(const Family& family, Alarm alarm) {
    std::set<std::string> named;
    for (const Entry& entry : family.entries) {
        if (entry.type != "referral" || entry.fields.text("person_id") != alarm.person) continue;
        const bool is_of_visit =
            !alarm.visit.empty() && entry.fields.text("visit_id") == alarm.visit;
        if (entry.on < alarm.on && !is_of_visit) continue;
        for (const std::string& code : entry.fields.codes("reasons")) named.insert(code);
    }
    std::erase_if(alarm.signs,
                  [&](const DangerSign* sign) { return named.contains(std::string(sign->code)); });
    if (alarm.signs.empty()) return std::nullopt;
    weigh(alarm);
    return alarm;
}

std::vector<Alarm> open_alarms(const Family& family, Date today) {
    std::vector<Alarm> alarms;
    for (Alarm& check : newest_checks(family, today)) {
        auto alarm = unanswered(family, std::move(check));
        if (alarm) alarms.push_back(std::move(*alarm));
    }
    for (Alarm& told : told_elsewhere(family, today)) {
        leave_out_said(alarms, told);
        if (told.signs.empty()) continue;
        auto alarm = unanswered(family, std::move(told));
        if (alarm) alarms.push_back(std::move(*alarm));
    }
    std::stable_sort(alarms.begin(), alarms.end(),
                     [](const Alarm& a, const Alarm& b) { return a.urgency > b.urgency; });
    return alarms;
}

std::vector<std::string> sign_words(const std::vector<const DangerSign*>& signs) {
    std::vector<std::string> words;
    bool has_private = false;
    for (const DangerSign* sign : signs) {
        has_private = has_private || sign->is_private;
        if (sign->is_private) continue;
        words.emplace_back(words::code() == "id" ? sign->label_id : sign->label_en);
    }
    if (has_private) words.emplace_back(words::tr("Something else, told to the midwife in person"));
    return words;
}

// Her newest check within the week, whether it was answered or not, and open referrals of hers.
MassageStop massage_stop(const Family& family, const std::string& mother, Date today) {
    MassageStop stop;
    for (Alarm& check : newest_checks(family, today)) {
        if (check.person != mother || check.subject != Subject::Mother) continue;
        weigh(check);
        const bool speaks_today = check.massage == MassageAction::Stop || check.on == today;
        if (check.massage < MassageAction::Defer || !speaks_today) continue;
        stop.action = check.massage;
        std::erase_if(check.signs,
                      [](const DangerSign* sign) { return sign->massage < MassageAction::Defer; });
        stop.signs = std::move(check.signs);
    }
    for (Alarm& told : told_elsewhere(family, today)) {
        weigh(told);
        const bool stops = told.massage == MassageAction::Stop;
        if (told.person != mother || !stops || stop.action == MassageAction::Stop) continue;
        stop.action = MassageAction::Stop;
        stop.signs = std::move(told.signs);
    }
    for (const Entry& entry : family.entries) {
        if (entry.type != "referral" || entry.fields.text("person_id") != mother) continue;
        const std::string outcome = entry.fields.text("outcome");
        const bool is_open = outcome.empty() || outcome == "REFUSED" || outcome == "LOST";
        if (!is_open || entry.fields.text("massage_withheld") != "1") continue;
        stop.action = MassageAction::Stop;
        if (stop.referral.empty()) stop.referral = entry.id;
    }
    return stop;
}

}  // namespace screens
