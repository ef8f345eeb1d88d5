// Contacts with a health worker after birth, by the day of the contact, whenever a cadre saw it in
// the handbook (AMENDMENTS Data 1; DOMAIN 4.1, 4.2, 6.4).
//
// KF1-KF4 and KN1-KN3 count in the month of the first contact inside the window: one mother, each
// infant (twins two). Seen in the handbook and given directly, it is one. KF lengkap and KN lengkap
// count in the month of KF4 and KN3, if none is missing. The denominators are others: births of the
// month, or a target (LB3, KNL, KFL).
// PNC_IND1, PNC_IND2: of those with any contact on record by day 49, who had one within 24 hours
// (day 0 or 1), 48-72 hours (day 2 or 3), day 7-14, and in the sixth week (day 35 until the kit
// lets it lapse on day 49); counted in the month of day 49.
#include "shared/care/schedule.h"
#include "shared/indicators/count/families.h"

#include <array>

namespace indicators {

namespace {

using care::Event;
using care::Family;

struct Window {
    std::string_view code;
    Indicator indicator;
    int last_day;
};
constexpr std::array<Window, 4> kKf = {{{"KF1", Indicator::Kf1, 2},
                                        {"KF2", Indicator::Kf2, 7},
                                        {"KF3", Indicator::Kf3, 28},
                                        {"KF4", Indicator::Kf4, 42}}};
constexpr std::array<Window, 3> kKn = {
    {{"KN1", Indicator::Kn1, 2}, {"KN2", Indicator::Kn2, 7}, {"KN3", Indicator::Kn3, 28}}};

struct PncWindow {
    Indicator women, newborns;
    int first_day, last_day;
};
constexpr int kPncDays = 49;
constexpr std::array<PncWindow, 4> kPnc = {
    {{Indicator::PncWomen1, Indicator::PncNewborn1, 0, 1},
     {Indicator::PncWomen2, Indicator::PncNewborn2, 2, 3},
     {Indicator::PncWomen3, Indicator::PncNewborn3, 7, 14},
     {Indicator::PncWomen4, Indicator::PncNewborn4, 35, kPncDays}}};

// A birth as it concerns one person: the mother's own, or the infant's.
struct Born {
    const care::Birth* birth;  // nullptr: only the infant's birth date is known
    Date on;
    const records::Record& record;
};

const Event* first_in_window(const Counted& of, const Born& born, std::string_view code) {
    for (const Event& contact : Family::of(of.family.contacts(), of.person)) {
        if (care::code(contact.fields(), "code").substr(0, 2) != code.substr(0, 2)) continue;
        if (care::birth_of(of.family, contact) != born.birth) continue;
        const auto rule = of.settings.kf_rule;
        if (care::window_code(of.family, contact, rule) == code) return &contact;
    }
    return nullptr;
}

template <typename Windows>
void count_windows(const Counted& of, const Born& born, const Windows& windows, Indicator complete,
                   Placed& placed) {
    std::string missing;
    const Event* last = nullptr;
    for (const Window& window : windows) {
        last = first_in_window(of, born, window.code);
        if (last == nullptr) {
            missing += (missing.empty() ? "" : " ") + std::string(window.code);
            const bool ends_now = of.is_now(base::add_days(born.on, window.last_day));
            if (ends_now) placed.exclude(window.indicator, born.record, Reason::NoContactInWindow);
        } else if (of.is_now(last->on)) {
            placed.add(window.indicator, Part::Numerator, *last->record);
        }
    }
    if (last == nullptr || !of.is_now(last->on)) return;
    const Part part = missing.empty() ? Part::Numerator : Part::Excluded;
    const Reason reason = missing.empty() ? Reason::None : Reason::ContactsMissing;
    placed.add(complete, part, *last->record, reason, missing);
}

void count_pnc(const Counted& of, const Born& born, Placed& placed) {
    if (!of.is_now(base::add_days(born.on, kPncDays))) return;
    std::array<const Event*, kPnc.size()> inside{};
    const Event* any = nullptr;
    for (const Event& contact : Family::of(of.family.contacts(), of.person)) {
        if (care::birth_of(of.family, contact) != born.birth) continue;
        const int day = base::days_between(born.on, contact.on);
        if (day < 0 || day > kPncDays) continue;
        any = &contact;
        for (std::size_t i = 0; i < kPnc.size(); ++i) {
            const bool is_in = day >= kPnc[i].first_day && day <= kPnc[i].last_day;
            if (is_in && inside[i] == nullptr) inside[i] = &contact;
        }
    }
    for (std::size_t i = 0; i < kPnc.size(); ++i) {
        const Indicator which = of.person.is_infant ? kPnc[i].newborns : kPnc[i].women;
        if (inside[i] != nullptr) {
            placed.add(which, Part::Numerator, *inside[i]->record);
        } else {
            placed.add(which, any == nullptr ? Part::Excluded : Part::Denominator,
                       any == nullptr ? born.record : *any->record, Reason::NoContactInWindow);
        }
    }
}

}  // namespace

void count_contacts(const Counted& of, Placed& placed) {
    if (of.person.is_infant) {
        if (!of.person.birth_date) return;
        const care::Outcome* outcome = of.family.outcome_of(of.person);
        const care::Birth* birth = outcome == nullptr ? nullptr : outcome->birth;
        const Date on = birth == nullptr ? *of.person.birth_date : birth->delivery_date;
        const Born born{birth, on, *of.person.record};
        count_windows(of, born, kKn, Indicator::KnComplete, placed);
        count_pnc(of, born, placed);
        return;
    }
    for (const care::Birth& birth : of.family.births()) {
        if (birth.mother != &of.person) continue;
        const Born born{&birth, birth.delivery_date, *birth.record};
        count_windows(of, born, kKf, Indicator::KfComplete, placed);
        count_pnc(of, born, placed);
    }
}

}  // namespace indicators
