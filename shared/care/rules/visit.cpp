#include "shared/care/danger_signs.h"
#include "shared/care/rules/rules.h"

#include <algorithm>

namespace care::rules {

namespace {

constexpr std::int64_t kMinuteMs = 60'000;
constexpr int kReferralDays =
    2;  // a referral written up to two days later still tells of the visit

// Who of that kind had a sign at the visit; nullptr if nobody.
const Person* who_has_sign(const Events& checks, const Visit& visit, Subject subject) {
    for (const Event& check : checks) {
        if (check.visit == &visit && !signs_in(check.fields(), subject).empty()) {
            return check.person;
        }
    }
    return nullptr;
}

// Whose massage a danger sign stopped or put off at the visit: that check asks about them too.
const Person* who_told_before_massage(const Events& teachings, const Visit& visit) {
    for (const Event& teaching : teachings) {
        if (teaching.visit != &visit) continue;
        for (const std::string& reason : teaching.fields().codes("safety_reasons")) {
            if (reason == "XC01" || find_danger_sign(reason) != nullptr) return teaching.person;
        }
    }
    return nullptr;
}

bool is_told(const Family& family, const Visit& visit, const Person& person) {
    if (is_yes(visit.record->fields, "midwife_told")) return true;
    const Events& referrals = family.referrals();
    return std::any_of(referrals.begin(), referrals.end(), [&](const Event& referral) {
        if (referral.visit == &visit) return true;
        const int days = base::days_between(visit.on, referral.on);
        return referral.person == &person && days >= 0 && days <= kReferralDays;
    });
}

bool is_of_same_cadre(const Visit& a, const Visit& b) {
    const std::string_view provider = code(a.record->fields, "provider_id");
    return !provider.empty() && provider == code(b.record->fields, "provider_id");
}

bool has_strange_length(const Visit& visit) {
    if (!visit.is_contact || !visit.started || !visit.ended) return false;
    const std::int64_t minutes = (visit.ended->unix_ms - visit.started->unix_ms) / kMinuteMs;
    return minutes < 3 || minutes > 8 * 60;
}

// `later` began while `earlier` was still going on.
bool overlaps(const Visit& earlier, const Visit& later) {
    if (!is_of_same_cadre(earlier, later) || !earlier.ended || !later.started) return false;
    return earlier.started && *earlier.started <= *later.started && *later.started < *earlier.ended;
}

}  // namespace

Places visit_after_delivery(const CheckContext& context) {
    Places places;
    for (const Visit& visit : context.family.visits()) {
        const Record* named = context.family.record(code(visit.record->fields, "birth_event_id"));
        for (const Birth& birth : context.family.births()) {
            if (birth.record != named || visit.on >= birth.delivery_date) continue;
            places.push_back({visit.record, "started_at"});
        }
    }
    return places;
}

Places contact_in_window(const CheckContext& context) {
    Places places;
    for (const Event& contact : context.family.contacts()) {
        const std::string_view said = code(contact.fields(), "code");
        const bool is_kn = said.starts_with("KN");
        if (!is_kn && !said.starts_with("KF")) continue;
        const bool is_born_known = birth_of(context.family, contact) != nullptr ||
                                   (is_kn && contact.person->birth_date.has_value());
        if (!is_born_known) continue;
        if (window_code(context.family, contact, context.kf_rule) != said) {
            places.push_back({contact.record, "contact_date"});
        }
    }
    return places;
}

Places contact_unique(const CheckContext& context) {
    Places places;
    const Events& contacts = context.family.contacts();
    for (std::size_t i = 1; i < contacts.size(); ++i) {
        const std::string_view said = code(contacts[i].fields(), "code");
        if (!said.starts_with("KF") && !said.starts_with("KN")) continue;
        for (std::size_t j = i; j-- > 0 && contacts[j].person == contacts[i].person;) {
            if (code(contacts[j].fields(), "code") != said) continue;
            if (birth_of(context.family, contacts[j]) != birth_of(context.family, contacts[i])) {
                continue;
            }
            places.push_back({contacts[i].record, "code"});
            break;
        }
    }
    return places;
}

Places danger_sign_reported(const CheckContext& context) {
    const Family& family = context.family;
    Places places;
    for (const Visit& visit : family.visits()) {
        const Person* mother = who_has_sign(family.mother_checks(), visit, Subject::Mother);
        const Person* infant = who_has_sign(family.infant_checks(), visit, Subject::Infant);
        const Person* massaged = who_told_before_massage(family.teachings(), visit);
        const bool is_open = (massaged != nullptr && !is_told(family, visit, *massaged)) ||
                             (mother != nullptr && !is_told(family, visit, *mother)) ||
                             (infant != nullptr && !is_told(family, visit, *infant));
        if (is_open) places.push_back({visit.record, "midwife_told"});
    }
    return places;
}

Places visits_overlap(const CheckContext& context) {
    Places places;
    const auto& visits = context.family.visits();  // sorted by start
    for (std::size_t i = 0; i < visits.size(); ++i) {
        bool is_strange = has_strange_length(visits[i]);
        for (std::size_t j = 0; j < i && !is_strange; ++j) {
            is_strange = overlaps(visits[j], visits[i]);
        }
        if (is_strange) places.push_back({visits[i].record, "ended_at"});
    }
    return places;
}

}  // namespace care::rules
