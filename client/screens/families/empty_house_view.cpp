#include "client/screens/families/empty_house.h"
#include "client/ui/buttons.h"
#include "client/ui/draw.h"
#include "client/ui/icons.h"
#include "client/ui/layout.h"
#include "client/ui/widgets/dialog.h"
#include "client/ui/words/dates.h"

#include <optional>

namespace screens {

using words::tr;
using words::word;

namespace {

std::string day_text(const EmptyHouse& house, int days) {
    const std::string day = words::long_date(house.day(days));
    if (days == 1) return tr("Tomorrow, {0}", {day});
    return tr("In {0} days, {1}", {std::to_string(days), day});
}

}  // namespace

void draw_empty_house(EmptyHouse& house, Ways& ways) {
    if (!house.asks()) return;
    std::optional<int> chosen;
    const auto content = [&] {
        for (const int days : EmptyHouse::kDays) {
            const words::Label label{"try again/" + std::to_string(days), day_text(house, days)};
            if (ui::button(label, {.width = ui::available()})) chosen = days;
        }
        if (!house.trouble().empty()) {
            ui::text(ui::Type::Body, ui::palette().bad, house.trouble().text(), ui::available());
        }
    };
    const auto pressed = ui::dialog("empty house", {.title = tr("Nobody is at home"),
                                                    .text = tr("When will you try again?"),
                                                    .icon = ui::icon::kHome,
                                                    .secondary = word("Cancel"),
                                                    .focus_content = true,
                                                    .content = content});
    if (chosen && house.try_again_chosen(*chosen)) {
        ways.say(tr("Saved on this laptop"));
    } else if (pressed == ui::DialogPress::Secondary) {
        house.cancelled();
    }
}

}  // namespace screens
