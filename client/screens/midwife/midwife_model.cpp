#include "client/screens/midwife/midwife_model.h"

#include "client/paper/referral_letter.h"
#include "client/screens/frame/names.h"
#include "client/ui/words/dates.h"
#include "shared/base/text.h"

#include <algorithm>

namespace screens {

using care::Urgency;
using words::tr;

namespace {

constexpr std::int64_t kMinuteMs = 60LL * 1000;
constexpr std::int64_t kHourMs = 60 * kMinuteMs;
constexpr std::int64_t kDayMs = 24 * kHourMs;
constexpr int kNifasDays = 42;
constexpr std::size_t kAnsweredShown = 10;

bool waits_before(const ReferralRow& a, const ReferralRow& b) {
    if (a.urgency != b.urgency) return a.urgency > b.urgency;
    return a.raised_at.unix_ms < b.raised_at.unix_ms;
}

}  // namespace

void MidwifeModel::refresh() {
    if (version_ != ports_.referrals.referrals_version()) read();
}

void MidwifeModel::read() {
    version_ = ports_.referrals.referrals_version();
    waiting_.clear();
    answered_.clear();
    for (const ReferralRow& row : ports_.referrals.all()) {
        if (row.is_open()) {
            waiting_.push_back(row);
        } else if (answered_.size() < kAnsweredShown) {
            answered_.push_back(row);
        }
    }
    std::stable_sort(waiting_.begin(), waiting_.end(), waits_before);
    show(whom_);
    births_.clear();
    for (const MotherRow& mother : ports_.referrals.mothers()) {
        if (mother.is_pregnant) births_.push_back(mother);
    }
    std::stable_sort(births_.begin(), births_.end(), [](const MotherRow& a, const MotherRow& b) {
        if (a.expected.has_value() != b.expected.has_value()) return a.expected.has_value();
        return a.expected < b.expected;
    });
}

bool MidwifeModel::passes(Whom whom, const MotherRow& mother) const {
    switch (whom) {
        case Whom::All:
            return true;
        case Whom::Postpartum:
            return mother.last_birth &&
                   base::days_between(*mother.last_birth, ports_.today()) <= kNifasDays;
        case Whom::Pregnant:
            return mother.is_pregnant;
        case Whom::Worrying:
            return mother.has_danger_sign || mother.has_open_referral;
    }
    return false;
}

void MidwifeModel::show(Whom whom) {
    whom_ = whom;
    mothers_.clear();
    for (const MotherRow& mother : ports_.referrals.mothers()) {
        if (passes(whom, mother)) mothers_.push_back(mother);
    }
}

std::size_t MidwifeModel::count(Whom whom) const {
    const auto& all = ports_.referrals.mothers();
    return static_cast<std::size_t>(std::count_if(
        all.begin(), all.end(), [&](const MotherRow& each) { return passes(whom, each); }));
}

std::string MidwifeModel::title(const ReferralRow& row) const {
    const std::string name = name_if_here(row.person_name);
    return row.family_name.empty() ? name : name + "  ·  " + row.family_name;
}

// A laptop's clock may run behind the one that wrote the referral: never less than no time.
std::string MidwifeModel::waited(const ReferralRow& row) const {
    const std::int64_t ms =
        std::max<std::int64_t>(0, ports_.clock.now().unix_ms - row.raised_at.unix_ms);
    if (ms < kHourMs) return tr("waiting for {0} minutes", {std::to_string(ms / kMinuteMs)});
    if (ms < 2 * kDayMs) return tr("waiting for {0} hours", {std::to_string(ms / kHourMs)});
    return tr("waiting for {0} days", {std::to_string(ms / kDayMs)});
}

bool MidwifeModel::is_late(const ReferralRow& row) const {
    const std::int64_t ms = ports_.clock.now().unix_ms - row.raised_at.unix_ms;
    switch (row.urgency) {
        case Urgency::RedNow:
            return ms > kHourMs;
        case Urgency::RedToday:
            return base::date_in(row.raised_at, ports_.zone()) < ports_.today();
        case Urgency::Yellow:
            return ms > 2 * kDayMs;
    }
    return false;
}

std::string MidwifeModel::reasons(const ReferralRow& row) const {
    return base::joined(paper::reason_words(row.reasons), "; ");
}

std::string MidwifeModel::about(const MotherRow& mother) const {
    std::vector<std::string> parts;
    if (passes(Whom::Postpartum, mother)) {
        const int day = base::days_between(*mother.last_birth, ports_.today());
        parts.push_back(tr("day {0} after the birth", {std::to_string(day)}));
    }
    if (mother.is_pregnant) parts.push_back(expected(mother));
    const std::string place = place_text(mother.rt, mother.rw);
    if (!place.empty()) parts.push_back(place);
    return base::joined(parts, "  ·  ");
}

std::string MidwifeModel::expected(const MotherRow& mother) const {
    if (!mother.expected) return tr("pregnant, day of birth not known");
    const int days = base::days_between(ports_.today(), *mother.expected);
    const std::string day = words::short_date(*mother.expected);
    if (days < 0) return tr("birth expected {0}: {1} days ago", {day, std::to_string(-days)});
    return tr("birth expected {0}: in {1} days", {day, std::to_string(days)});
}

void MidwifeModel::mother_pressed(const MotherRow& mother) {
    pressed_ = mother;
    contacts_ = {{mother.id, tr("Record KF: {0}", {mother.name})}};
    const FamilyModel family(ports_, mother.family);
    for (const Person& person : family.family().persons) {
        if (!person.is_infant || person.is_dead) continue;
        contacts_.push_back({person.id, tr("Record KN: {0}", {person.name})});
    }
}

FormStart MidwifeModel::contact(const std::string& person) const {
    FormStart start = FamilyModel(ports_, pressed_->family).start("service_contact", person);
    start.known.set("person_id", person);
    start.known.set("source", "DIRECT");
    start.known.set("officer", me_.name);
    start.known.erase("visit_id");  // her own, not the cadre's visit of today
    return start;
}

}  // namespace screens
