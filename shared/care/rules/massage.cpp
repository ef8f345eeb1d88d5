#include "shared/care/danger_signs.h"
#include "shared/care/rules/rules.h"

#include <algorithm>

namespace care::rules {

namespace {

constexpr int kSessionsPerDay = 6;
constexpr std::int64_t kDoubleMs = 10 * 60'000;

bool is_stop_at(const Family& family, const Visit& visit) {
    for (const Event& check : family.mother_checks()) {
        if (check.visit != &visit) continue;
        if (massage_action(signs_in(check.fields(), Subject::Mother)) == MassageAction::Stop) {
            return true;
        }
    }
    const Events& teachings = family.teachings();
    return std::any_of(teachings.begin(), teachings.end(), [&](const Event& teaching) {
        return teaching.visit == &visit && code(teaching.fields(), "safety_result") == "STOP";
    });
}

// Told afterwards: it happened on a day on which she had a sign that speaks against any massage. It
// is kept, and the midwife looks at it (DOMAIN 2.4).
bool is_told_of_stop_day(const Family& family, const Event& session) {
    const auto checks = Family::of(family.mother_checks(), *session.person);
    return std::any_of(checks.begin(), checks.end(), [&](const Event& check) {
        return check.on == session.on &&
               massage_action(signs_in(check.fields(), Subject::Mother)) == MassageAction::Stop;
    });
}

// The sign appeared during the massage: the truth is kept (DOMAIN 2.4).
bool was_broken_off(const Event& session) {
    return is_yes(session.fields(), "stopped_early") || has_any_code(session.fields(), "adverse");
}

bool is_observed(const Event& session) {
    return code(session.fields(), "source") == "OBS";
}

bool is_same_performer(const Event& a, const Event& b) {
    for (const std::string_view field : {"performer_id", "performer_relation"}) {
        if (code(a.fields(), field) != code(b.fields(), field)) return false;
    }
    return true;
}

bool is_double(const Event& a, const Event& b) {
    const auto first = instant(a.fields(), "performed_at");
    const auto second = instant(b.fields(), "performed_at");
    if (!first || !second || !is_same_performer(a, b)) return false;
    const bool a_first = *first <= *second;
    const std::int64_t seconds = (a_first ? a : b).fields().integer("duration_s").value_or(0);
    const std::int64_t apart =
        a_first ? second->unix_ms - first->unix_ms : first->unix_ms - second->unix_ms;
    return apart < std::max(kDoubleMs, seconds * 1000);
}

// Minutes after midnight of a dateTime, on its own clock.
std::optional<int> minute_of(const Fields& fields, std::string_view name) {
    const std::string_view text = code(fields, name);
    if (text.size() < 16) return std::nullopt;
    Fields clock;
    clock.set("at", text.substr(11, 5));
    return minute_of_day(clock, "at");
}

bool is_before_delivery(const Event& session, const Birth& birth) {
    if (session.on != birth.delivery_date) return session.on < birth.delivery_date;
    const auto minute = minute_of(session.fields(), "performed_at");
    const bool knows_hour =
        is_yes(session.fields(), "time_known") && minute && birth.delivery_minute;
    return knows_hour && *minute < *birth.delivery_minute;
}

}  // namespace

Places no_massage_on_stop(const CheckContext& context) {
    Places places;
    for (const Event& teaching : context.family.teachings()) {
        const bool is_hands_on = is_yes(teaching.fields(), "return_demo");
        if (is_hands_on && teaching.visit != nullptr &&
            is_stop_at(context.family, *teaching.visit)) {
            places.push_back({teaching.record, "return_demo"});
        }
    }
    for (const Event& session : context.family.sessions()) {
        if (!is_observed(session)) {
            const bool is_told = !is_yes(session.fields(), "stopped_early") &&
                                 is_told_of_stop_day(context.family, session);
            if (is_told) places.push_back({session.record, "performed_at"});
            continue;
        }
        if (session.visit == nullptr || was_broken_off(session)) continue;
        if (is_stop_at(context.family, *session.visit))
            places.push_back({session.record, "source"});
    }
    return places;
}

Places session_after_delivery(const CheckContext& context) {
    Places places;
    for (const Event& session : context.family.sessions()) {
        if (session.birth != nullptr && is_before_delivery(session, *session.birth)) {
            places.push_back({session.record, "performed_at"});
        }
    }
    return places;
}

Places sessions_per_day(const CheckContext& context) {
    Places places;
    const Event* before = nullptr;
    int on_this_day = 0;
    for (const Event& session : context.family.sessions()) {  // sorted by mother and day
        const bool is_same_day =
            before != nullptr && before->person == session.person && before->on == session.on;
        on_this_day = is_same_day ? on_this_day + 1 : 1;
        if (on_this_day == kSessionsPerDay + 1) places.push_back({session.record, "performed_at"});
        before = &session;
    }
    return places;
}

Places bleeding_is_referred(const CheckContext& context) {
    Places places;
    for (const Event& session : context.family.sessions()) {
        const Fields& fields = session.fields();
        const bool is_grave =
            fields.has_code("adverse", "BLEED") || code(fields, "adverse_severity") == "3";
        if (!is_grave) continue;
        const std::string_view id = code(fields, "referral_id");
        const Record* referral = id.empty() ? nullptr : context.family.record(id);
        if (!id.empty() && referral == nullptr) continue;  // has not arrived
        const bool is_urgent =
            referral != nullptr && code(referral->fields, "urgency") == to_code(Urgency::RedNow);
        if (!is_urgent) places.push_back({session.record, "referral_id"});
    }
    return places;
}

Places double_session(const CheckContext& context) {
    Places places;
    const Events& sessions = context.family.sessions();
    for (std::size_t i = 1; i < sessions.size(); ++i) {
        for (std::size_t j = i; j-- > 0 && sessions[j].person == sessions[i].person;) {
            if (!is_observed(sessions[i]) || !is_observed(sessions[j])) continue;
            if (!is_double(sessions[j], sessions[i])) continue;
            places.push_back({sessions[i].record, "performed_at"});
            break;
        }
    }
    return places;
}

Places trainee_of_household(const CheckContext& context) {
    Places places;
    for (const Event& teaching : context.family.teachings()) {
        const Person* trainee = context.family.person(teaching.fields(), "trainee_id");
        if (trainee == nullptr) continue;
        const Record* home = context.family.household_of(*teaching.person);
        const bool lives_there = home != nullptr && home == context.family.household_of(*trainee);
        const bool is_family = lives_there || is_yes(trainee->record->fields, "is_supporter");
        const bool is_known = home != nullptr || trainee == teaching.person;
        if (is_known && (trainee == teaching.person || !is_family)) {
            places.push_back({teaching.record, "trainee_id"});
        }
    }
    return places;
}

}  // namespace care::rules
