// What else the programme asks (DOMAIN 6.6, PR_*): never observed and reported in one figure, no
// causal claim in any.
//
// PR_HUSB: of mothers massaged in the month within their 42 days, whose husband massaged in it or
// was taught. PR_FREQ: massages a day of days 0 to 7, from the day she was taught; in the month of
// day 7. PR_LETDOWN: of massages where it was watched for. PR_RELAX: mark after less mark before.
// PR_COL: hours from the birth to the first colostrum; births of the month. PR_REF: referrals at
// once that were told within 60 minutes. PR_HOLD: visits with a mother's sign that stops, and no
// massage at them. PR_SUPP: infants six months old in the month with five monthly statuses.
#include "shared/base/json.h"
#include "shared/care/danger_signs.h"
#include "shared/indicators/count/families.h"
#include "shared/indicators/massages.h"
#include "shared/indicators/programme.h"

#include <algorithm>
#include <cmath>

namespace indicators {

namespace {

using care::Event;
using care::Family;

constexpr int kFrequencyDays = 8;  // 0 to 7
constexpr int kStatusesEnough = 5;
constexpr std::int64_t kMinuteMs = 60'000;

std::string rounded(double value) {
    return base::json::decimal(std::round(value * 100) / 100);
}

bool is_by_husband(const Event& session) {
    return care::code(session.fields(), "performer_relation") == "SUAMI";
}

void count_husband(const Counted& of, const std::vector<const Event*>& sessions, Placed& placed) {
    const care::Birth* birth = birth_before(of.family, of.person, of.last());
    if (birth == nullptr) return;
    const Date end = base::add_days(birth->delivery_date, kPostpartumDaysCounted);
    const Event* any = nullptr;
    const Event* his = nullptr;
    for (const Event* each : sessions) {
        if (each->on < birth->delivery_date || each->on > end) continue;
        any = each;
        if (is_by_husband(*each)) his = each;
    }
    if (any == nullptr) return;
    const Date from = base::add_days(birth->delivery_date, -kPregnancyDays);
    const Date until = std::min(end, of.last());
    for (const Event* each : between(of.family.teachings(), of.person, from, until)) {
        const bool is_his = care::code(each->fields(), "trainee_relation") == "SUAMI";
        if (his == nullptr && is_his && was_taught(*each)) his = each;
    }
    placed.judge(Indicator::PrHusband, his != nullptr ? *his->record : *any->record,
                 his != nullptr ? Reason::None : Reason::NoHusband);
}

void count_frequency(const Counted& of, Placed& placed) {
    for (const care::Birth& birth : of.family.births()) {
        const Date end = base::add_days(birth.delivery_date, kFrequencyDays - 1);
        if (birth.mother != &of.person || !of.is_now(end)) continue;
        if (!has_living_infant(of.family, birth, end)) continue;
        const Date from = base::add_days(birth.delivery_date, -kPregnancyDays);
        const Event* taught = first_taught(of.family, of.person, from, end);
        if (taught == nullptr) {
            placed.exclude(Indicator::PrFrequencyObserved, *birth.record, Reason::NotTaught);
            placed.exclude(Indicator::PrFrequencyReported, *birth.record, Reason::NotTaught);
            continue;
        }
        const Date start = std::max(birth.delivery_date, taught->on);
        const int days = base::days_between(start, end) + 1;
        int observed = 0;
        int reported = 0;
        for (const Event* each : between(of.family.sessions(), of.person, start, end)) {
            ++(is_observed(*each) ? observed : reported);
        }
        placed.add(Indicator::PrFrequencyObserved, Part::Numerator, *taught->record, Reason::None,
                   rounded(static_cast<double>(observed) / days));
        placed.add(Indicator::PrFrequencyReported, Part::Numerator, *taught->record, Reason::None,
                   rounded(static_cast<double>(reported) / days));
    }
}

void count_letdown(const Event& session, Placed& placed) {
    const Indicator indicator =
        is_observed(session) ? Indicator::PrLetdownObserved : Indicator::PrLetdownReported;
    const auto signs = session.fields().codes("letdown_signs");
    const bool is_watched = std::any_of(signs.begin(), signs.end(),
                                        [](const std::string& each) { return each != "NA"; });
    if (!is_watched) {
        return placed.exclude(indicator, *session.record, Reason::LetdownNotObserved);
    }
    const bool has_any = std::any_of(signs.begin(), signs.end(), [](const std::string& each) {
        return each != "NA" && each != "NONE";
    });
    placed.judge(indicator, *session.record, has_any ? Reason::None : Reason::NoLetdown);
}

void count_relaxation(const Event& session, Placed& placed) {
    const Indicator indicator =
        is_observed(session) ? Indicator::PrRelaxObserved : Indicator::PrRelaxReported;
    const auto before = session.fields().integer("relax_before");
    const auto after = session.fields().integer("relax_after");
    if (!before || !after) return placed.exclude(indicator, *session.record, Reason::MarkMissing);
    placed.add(indicator, Part::Numerator, *session.record, Reason::None,
               std::to_string(*after - *before));
}

// The hours as they were written down, whatever the zone: both are of one place.
std::optional<double> hours_to(const care::Birth& birth, const care::Outcome& outcome) {
    const std::string_view text = care::code(outcome.record->fields, "colostrum_first_at");
    const auto day = base::local_date_of(text);
    if (!day || text.size() < 16) return std::nullopt;
    base::Fields hour;
    hour.set("hour", text.substr(11, 5));
    const auto minute = care::minute_of_day(hour, "hour");
    if (!minute || !birth.delivery_minute) return std::nullopt;
    return base::days_between(birth.delivery_date, *day) * 24 +
           (*minute - *birth.delivery_minute) / 60.0;
}

void count_colostrum(const Counted& of, Placed& placed) {
    for (const care::Birth& birth : of.family.births()) {
        if (birth.mother != &of.person || !of.is_now(birth.delivery_date)) continue;
        std::optional<double> first;
        bool is_known = false;
        const care::Outcome* decided = nullptr;
        for (const care::Outcome* each : of.family.outcomes_of(birth)) {
            is_known = is_known || each->record->fields.has("colostrum_first_at");
            const auto hours = hours_to(birth, *each);
            if (!hours || *hours < 0 || (first && *first <= *hours)) continue;
            first = hours;
            decided = each;
        }
        if (first) {
            placed.add(Indicator::PrColostrum, Part::Numerator, *decided->record, Reason::None,
                       rounded(*first));
        } else {
            placed.exclude(Indicator::PrColostrum, *birth.record,
                           is_known ? Reason::BirthHourUnknown : Reason::ColostrumUnknown);
        }
    }
}

void count_referrals(const Counted& of, Placed& placed) {
    for (const Event* each : between(of.family.referrals(), of.person, of.first(), of.last())) {
        const base::Fields& fields = each->fields();
        if (care::code(fields, "urgency") != "MERAH_SEKARANG") continue;
        const auto raised = care::instant(fields, "raised_at");
        const auto told = care::instant(fields, "notified_at");
        Reason reason = Reason::NotTold;
        if (raised && told) {
            const std::int64_t minutes = (told->unix_ms - raised->unix_ms) / kMinuteMs;
            reason = minutes >= 0 && minutes <= 60 ? Reason::None : Reason::ToldLate;
        }
        placed.judge(Indicator::PrReferral, *each->record, reason);
    }
}

bool is_massaged_at(const Family& family, const care::Person& mother, const care::Visit& visit) {
    const auto is_here = [&](const Event& event) { return event.visit == &visit; };
    const auto sessions = Family::of(family.sessions(), mother);
    const auto teachings = Family::of(family.teachings(), mother);
    return std::any_of(sessions.begin(), sessions.end(),
                       [&](const Event& each) { return is_here(each) && is_observed(each); }) ||
           std::any_of(teachings.begin(), teachings.end(), [&](const Event& each) {
               return is_here(each) && care::is_yes(each.fields(), "return_demo") &&
                      !is_stopped(each);
           });
}

void count_held(const Counted& of, Placed& placed) {
    for (const Event* check :
         between(of.family.mother_checks(), of.person, of.first(), of.last())) {
        const auto signs = care::signs_in(check->fields(), care::Subject::Mother);
        const bool stops = care::massage_action(signs) == care::MassageAction::Stop;
        if (!stops || check->visit == nullptr) continue;
        const bool is_massaged = is_massaged_at(of.family, of.person, *check->visit);
        placed.judge(Indicator::PrHeld, *check->visit->record,
                     is_massaged ? Reason::MassagedDespiteSign : Reason::None);
    }
}

void count_followed(const Counted& of, Placed& placed) {
    const auto reached = care::six_month_day(of.person);
    if (!reached || !of.is_now(*reached) || of.person.died_before(*reached)) return;
    int known = 0;
    for (Month month = base::month_of(*of.person.birth_date); month <= of.month;
         month = base::add_months(month, 1)) {
        const care::AsiStatus status =
            care::asi_month_status(of.family, of.person, month, of.settings.f1_row1);
        if (status != care::AsiStatus::U && status != care::AsiStatus::NotApplicable) ++known;
    }
    placed.judge(Indicator::PrFollowed, *of.person.record,
                 known >= kStatusesEnough ? Reason::None : Reason::TooFewMonths,
                 std::to_string(known));
}

}  // namespace

void count_following(const Counted& of, Placed& placed) {
    count_referrals(of, placed);
    if (of.person.is_infant) return count_followed(of, placed);
    const auto sessions = between(of.family.sessions(), of.person, of.first(), of.last());
    for (const Event* session : sessions) {
        count_letdown(*session, placed);
        count_relaxation(*session, placed);
    }
    count_held(of, placed);
    count_colostrum(of, placed);
    if (of.person.died_before(of.first())) return;
    count_husband(of, sessions, placed);
    count_frequency(of, placed);
}

}  // namespace indicators
