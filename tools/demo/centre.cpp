#include "tools/demo/centre.h"

#include "tools/demo/duplicates.h"
#include "tools/demo/outreach.h"

#include <algorithm>

namespace demo {

namespace {

constexpr int kDaysBack = 548;           // 18 months of births
constexpr double kStillExpecting = 0.1;  // share of the mothers

class Making {
public:
    Making(const Options& options, Dice& dice, Centre& centre)
        : options_(options), dice_(dice), centre_(centre) {}

    void make_family_of(int number) {
        // Each family has its own dice, so that one more question here changes only this family.
        Dice dice(dice_.random().next());
        const std::size_t unit = unit_of(dice, number);
        const bool is_expecting = dice.chance(kStillExpecting);
        const Date on = base::add_days(
            options_.today, is_expecting ? dice.between(1, 150) : -dice.between(0, kDaysBack - 1));
        Family family = make_family(dice, centre_.places.units[unit], on);
        const auto& cadres = centre_.places.cadres[unit];  // two share the families evenly
        const std::size_t writer = cadres[static_cast<std::size_t>(number) % cadres.size()];
        Notebook book(dice, writer_of(writer, unit), options_.today);
        Truth truth(centre_.places.units[unit].village_code);
        Story story{dice, book, centre_.places.units[unit], family, truth, options_.today};
        if (is_expecting) {
            tell_pregnancy(story, on);
        } else {
            Birth birth = make_birth(dice, family, on);
            tell_birth(story, birth);
            wanted_ += options_.registered_twice / (1 - kStillExpecting);
            if (wanted_ >= 1 && make_again(dice, unit, family, birth)) wanted_ -= 1;
        }
        take(book, truth);
    }

private:
    std::size_t unit_of(Dice& dice, int number) const {
        const std::size_t units = centre_.places.units.size();
        const auto first = static_cast<std::size_t>(number);
        return first < units ? first : dice.random().below(units);  // nobody stays without
    }

    Writer writer_of(std::size_t user, std::size_t unit) const {
        const User& who = centre_.places.users[user];
        return {user, who.id, who.role, centre_.places.units[unit].code};
    }

    // Mostly the neighbouring posyandu of the same village, else the same one.
    std::size_t where_again(Dice& dice, std::size_t unit) const {
        const auto& units = centre_.places.units;
        if (!dice.chance(0.6)) return unit;
        for (const std::size_t other : {unit + 1, unit - 1}) {
            if (other < units.size() && units[other].village_code == units[unit].village_code) {
                return other;
            }
        }
        return unit;
    }

    bool make_again(Dice& dice, std::size_t first_unit, const Family& family, const Birth& birth) {
        const Date day = base::add_days(birth.on, dice.between(8, 60));
        if (!birth.is_written() || day > base::add_days(options_.today, -15)) return false;
        if (!birth.has_living(day)) return false;
        const std::size_t unit = where_again(dice, first_unit);
        SecondHearing second = hear_again(dice, family, birth);
        Notebook book(dice, writer_of(centre_.places.cadres[unit].back(), unit), options_.today);
        Truth truth(centre_.places.units[unit].village_code, true);
        Story story{dice, book, centre_.places.units[unit], second.family, truth, options_.today};
        tell_once(story, second.birth, day);
        add_pairs(truth, family, birth, second);
        take(book, truth);
        return true;
    }

    void take(Notebook& book, const Truth& truth) {
        for (Line& line : book.take_lines()) centre_.lines.push_back(std::move(line));
        centre_.truth.add(truth);
    }

    const Options& options_;
    Dice& dice_;
    Centre& centre_;
    double wanted_ = 0.5;  // families to be registered twice, so far
};

}  // namespace

Centre make_centre(const Options& options) {
    Dice dice(options.seed);
    Centre centre;
    centre.places = make_places(dice, options.mothers);
    Making making(options, dice, centre);
    for (int number = 0; number < options.mothers; ++number) making.make_family_of(number);
    add_outreach(dice, centre.places, options.today, kDaysBack, centre.lines);
    std::stable_sort(centre.lines.begin(), centre.lines.end(), [](const Line& a, const Line& b) {
        return a.writer != b.writer ? a.writer < b.writer : a.recorded < b.recorded;
    });
    return centre;
}

}  // namespace demo
