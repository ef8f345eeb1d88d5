#include "client/screens/shell/leaving_view.h"

#include "client/screens/shell/shell_model.h"
#include "client/ui/icons.h"
#include "client/ui/widgets/dialog.h"

namespace screens {

using words::tr;
using words::word;

std::optional<Unkept> ask_about_unkept(const std::string& key) {
    ui::DialogStyle style;
    style.title = tr("What you wrote here is not kept yet");
    style.text =
        tr("This laptop takes nothing in now. Make room on it: then what you wrote is kept and you "
           "can go on. If you leave before, it is lost.");
    style.icon = ui::icon::kWarning;
    style.tone = ui::Tone::Bad;
    style.primary = word("Stay on this page");
    style.third = word("Leave: what I wrote is lost");
    const auto pressed = ui::dialog(key, style);
    if (!pressed) return std::nullopt;
    return *pressed == ui::DialogPress::Third ? Unkept::Leave : Unkept::Stay;  // Escape stays
}

void draw_leaving(ShellModel& shell) {
    if (!shell.asks_to_leave()) return;
    const auto said = ask_about_unkept("leaving");
    if (said == Unkept::Stay) shell.stay();
    if (said == Unkept::Leave) shell.leave_all_the_same();
}

}  // namespace screens
