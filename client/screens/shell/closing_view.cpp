#include "client/screens/shell/closing.h"
#include "client/screens/shell/leaving_view.h"
#include "client/ui/icons.h"
#include "client/ui/widgets/dialog.h"

namespace screens {

using words::tr;
using words::word;

void draw_closing(Closing& closing) {
    closing.look();
    if (!closing.tells()) return;
    if (closing.is_unkept()) {
        const auto said = ask_about_unkept("closing unkept");
        if (said == Unkept::Stay) closing.stay_clicked();
        if (said == Unkept::Leave) closing.close_clicked();
        return;
    }
    ui::DialogStyle style;
    style.title = tr("Records not sent yet: {0}", {std::to_string(closing.waiting())});
    style.text = tr("They are safe on this laptop.");
    style.icon = ui::icon::kSend;
    style.primary = word("Send now");
    style.secondary = word("Close");
    const auto pressed = ui::dialog("closing", style);
    if (pressed == ui::DialogPress::Primary) closing.send_clicked();
    if (pressed == ui::DialogPress::Secondary) closing.close_clicked();
}

}  // namespace screens
