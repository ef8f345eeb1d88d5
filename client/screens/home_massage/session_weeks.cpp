#include "client/screens/home_massage/session_weeks.h"

#include "client/ui/words/dates.h"
#include "client/ui/words/weeks.h"
#include "shared/care/massage.h"

#include <algorithm>
#include <map>

namespace screens {

namespace {

constexpr int kWeek = 7;
// A session dated years off by a slip of the hand does not make a list of years.
constexpr int kEmptyWeeksMost = 8;

// "16 Nov": the year is told by where it stands.
std::string day_of_month(base::Date date) {
    const std::string whole = words::short_date(date);
    return whole.substr(0, whole.rfind(' '));
}

std::string number_of(base::Date date) {
    return std::to_string(static_cast<unsigned>(date.day()));
}

bool is_same_month(base::Date a, base::Date b) {
    return base::month_of(a) == base::month_of(b);
}

}  // namespace

std::string day_words(base::Date date) {
    return words::short_weekday(date) + " " + day_of_month(date);
}

std::string span_words(base::Date first, base::Date last) {
    if (first == last) return day_words(first);
    const std::string from = is_same_month(first, last)
                                 ? words::short_weekday(first) + " " + number_of(first)
                                 : day_words(first);
    return from + " – " + day_words(last);
}

std::string week_words(base::Date monday) {
    const base::Date sunday = base::add_days(monday, kWeek - 1);
    const std::string from =
        is_same_month(monday, sunday) ? number_of(monday) : day_of_month(monday);
    return from + "–" + day_of_month(sunday);
}

std::vector<SessionWeek> weeks_of(std::span<const care::Event> sessions) {
    std::map<base::Date, SessionWeek> by_monday;
    for (const care::Event& session : sessions) {
        SessionWeek& week = by_monday[words::monday_of(session.on)];
        const bool is_observed = care::code(session.fields(), "source") == "OBS";
        ++(is_observed ? week.observed : week.reported);
    }
    std::vector<SessionWeek> weeks;
    for (auto& [monday, week] : by_monday) {
        week.monday = monday;
        const int gap =
            weeks.empty() ? 0 : base::days_between(weeks.back().monday, monday) / kWeek - 1;
        for (int i = 0; i < gap && gap <= kEmptyWeeksMost; ++i) {
            weeks.push_back({base::add_days(weeks.back().monday, kWeek), 0, 0});
        }
        weeks.push_back(week);
    }
    std::reverse(weeks.begin(), weeks.end());
    return weeks;
}

}  // namespace screens
