#include "shared/care/schedule.h"

#include <array>

namespace care {

namespace {

struct Contact {
    std::string_view kf;
    std::string_view kn;
    int first_day, last_day;       // by date
    double first_hour, last_hour;  // as published
};

constexpr std::array<Contact, 4> kContacts = {{{"KF1", "KN1", 0, 2, 6, 48},
                                               {"KF2", "KN2", 3, 7, 72, 168},
                                               {"KF3", "KN3", 8, 28, 192, 672},
                                               {"KF4", "", 29, 42, 696, 1008}}};
constexpr double kFirstHours = 6;

std::string_view name_in(ContactSeries series, const Contact& contact) {
    return series == ContactSeries::Kf ? contact.kf : contact.kn;
}

std::string_view by_day(ContactSeries series, int day) {
    for (const Contact& each : kContacts) {
        if (day >= each.first_day && day <= each.last_day) return name_in(series, each);
    }
    return {};
}

// The published hours leave gaps; they go to the earlier contact (DOMAIN 4.1).
std::string_view by_hours(ContactSeries series, double hours) {
    for (std::size_t i = kContacts.size(); i-- > 0;) {
        const Contact& each = kContacts[i];
        if (hours < each.first_hour) continue;
        const bool is_past_last = i + 1 == kContacts.size() && hours > each.last_hour;
        const bool is_past_neonatal =
            series == ContactSeries::Kn && hours >= kContacts[3].first_hour;
        return is_past_last || is_past_neonatal ? std::string_view{} : name_in(series, each);
    }
    return {};
}

std::string_view by_hours_strict(ContactSeries series, double hours) {
    for (const Contact& each : kContacts) {
        if (hours >= each.first_hour && hours <= each.last_hour) return name_in(series, each);
    }
    return {};
}

}  // namespace

std::string_view contact_code(ContactSeries series, int day, std::optional<double> hours,
                              KfRule rule) {
    if (day < 0 || (hours && *hours < 0)) return {};
    if (hours && *hours < kFirstHours) return series == ContactSeries::Kn ? "KN0" : "";
    if (!hours) return by_day(series, day);
    switch (rule) {
        case KfRule::ByDate:
            return by_day(series, day);
        case KfRule::ByHours:
            return by_hours(series, *hours);
        case KfRule::ByHoursStrict:
            return by_hours_strict(series, *hours);
    }
    return {};
}

const Birth* birth_of(const Family& family, const Event& contact) {
    if (contact.birth != nullptr) return contact.birth;
    const Outcome* outcome = family.outcome_of(*contact.person);
    if (outcome != nullptr) return outcome->birth;
    const Birth* latest = nullptr;  // births are sorted by day
    for (const Birth& each : family.births()) {
        if (each.mother == contact.person && each.delivery_date <= contact.on) latest = &each;
    }
    return latest;
}

std::string_view window_code(const Family& family, const Event& contact, KfRule rule) {
    const bool is_kn = code(contact.fields(), "code").starts_with("KN");
    const Birth* birth = birth_of(family, contact);
    std::optional<Date> born = is_kn ? contact.person->birth_date : std::nullopt;
    if (birth != nullptr) born = birth->delivery_date;
    if (!born) return {};
    const int day = base::days_between(*born, contact.on);
    std::optional<double> hours;
    const auto minute = minute_of_day(contact.fields(), "contact_time");
    if (minute && birth != nullptr && birth->delivery_minute) {
        hours = day * 24 + (*minute - *birth->delivery_minute) / 60.0;
    }
    return contact_code(is_kn ? ContactSeries::Kn : ContactSeries::Kf, day, hours, rule);
}

}  // namespace care
