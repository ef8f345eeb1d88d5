#include "tools/demo/plan.h"

#include <algorithm>
#include <array>

namespace demo {

namespace {

struct Window {
    int from_day;
    int to_day;
    double made;    // how often
    double recall;  // how often the recall is asked then
    bool may_teach;
};
constexpr auto kFirstWeeks = std::to_array<Window>({{0, 2, 0.5, 0, false},
                                                    {2, 5, 0.6, 0.15, true},
                                                    {6, 11, 0.75, 0.3, true},
                                                    {12, 20, 0.6, 0.4, true},
                                                    {26, 35, 0.75, 0.9, false},
                                                    {40, 60, 0.65, 0.8, false}});

constexpr int kFirstMonthVisit = 3;  // KV7
constexpr int kLastMonthVisit = 6;   // KV10: from the day of six months
constexpr int kLastPosyanduMonth = 17;

void add_first_weeks(Dice& dice, const Unit& unit, const Birth& birth,
                     std::vector<Contact>& contacts) {
    for (const Window& window : kFirstWeeks) {
        const Date day = base::add_days(birth.on, dice.between(window.from_day, window.to_day));
        if (!dice.chance(window.made * unit.effort)) continue;
        contacts.push_back({day, true, true, dice.chance(window.recall), window.may_teach});
    }
}

// Once a month: at home while a visit is due, at the posyandu otherwise.
void add_months(Dice& dice, const Unit& unit, const Birth& birth, std::vector<Contact>& contacts) {
    for (int month = 1; month <= kLastPosyanduMonth; ++month) {
        const bool is_visit = month >= kFirstMonthVisit && month <= kLastMonthVisit;
        const double made = is_visit ? 0.78 : month < kFirstMonthVisit ? 0.6 : 0.28;
        const int late = month == kLastMonthVisit ? dice.between(0, 12) : dice.between(1, 26);
        if (!dice.chance(made * unit.effort)) continue;
        const Date day = base::add_days(base::add_months(birth.on, month), late);
        const bool is_at_home = is_visit && dice.chance(0.7);
        const bool asks_recall = dice.chance(month <= kLastMonthVisit ? 0.93 : 0.3);
        contacts.push_back({day, is_at_home, is_at_home && dice.chance(0.3), asks_recall, false});
    }
}

bool is_soon_after(const Contact& contact, const Contact& last) {
    return base::days_between(last.day, contact.day) < 2;
}

}  // namespace

std::vector<Contact> plan_contacts(Dice& dice, const Unit& unit, const Birth& birth, Date first) {
    std::vector<Contact> wished;
    wished.push_back({first, true, true, first > base::add_days(birth.on, 5), false});
    add_first_weeks(dice, unit, birth, wished);
    add_months(dice, unit, birth, wished);
    std::stable_sort(wished.begin(), wished.end(),
                     [](const Contact& a, const Contact& b) { return a.day < b.day; });
    std::vector<Contact> contacts;
    for (const Contact& contact : wished) {
        if (contact.day < first) continue;
        if (!contacts.empty() && is_soon_after(contact, contacts.back())) continue;
        // After a loss the mother is visited until six weeks are over (DOMAIN 5.4).
        if (!birth.has_living(contact.day) && contact.day > base::add_days(birth.on, 60)) continue;
        contacts.push_back(contact);
    }
    return contacts;
}

}  // namespace demo
