#include "tools/demo/outreach.h"

namespace demo {

namespace {

Fields answers(Dice& dice, Date day) {
    Fields fields;
    fields.set("date", base::to_text(day));
    fields.set("kind", dice.weigh({{"POSYANDU", 0.5}, {"KELAS_IBU", 0.35}, {"PENYULUHAN", 0.15}}));
    fields.set("place", dice.pick({"Balai desa", "Rumah kader", "Mushola", "Rumah Ketua RW"}));
    fields.set("topics", dice.pick({"BF", "BF MASSAGE", "NUTRITION BF", "DANGER NEWBORN"}));
    fields.set("taught_massage", fields.has_code("topics", "MASSAGE") ? "1" : "0");
    fields.set_integer("present_pregnant", dice.between(0, 6));
    fields.set_integer("present_mothers", dice.between(3, 22));
    fields.set_integer("present_husbands", dice.between(0, 4));
    fields.set_integer("present_family_p", dice.between(0, 6));
    fields.set_integer("present_cadres", dice.between(1, 5));
    return fields;
}

}  // namespace

void add_outreach(Dice& dice, const Places& places, Date today, int days_back,
                  std::vector<Line>& lines) {
    for (std::size_t unit = 0; unit < places.units.size(); ++unit) {
        const std::size_t user = places.cadres[unit].front();
        Notebook book(dice, {user, places.users[user].id, "KADER", places.units[unit].code}, today);
        for (int back = days_back; back > 0; back -= dice.between(25, 60)) {
            if (!dice.chance(0.4 * places.units[unit].effort)) continue;
            const Date day = base::add_days(today, -back);
            book.write_from(instant_at(day, dice.between(11 * 60, 20 * 60)));
            book.add("outreach", answers(dice, day));
        }
        for (Line& line : book.take_lines()) lines.push_back(std::move(line));
    }
}

}  // namespace demo
