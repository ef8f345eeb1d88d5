#include "client/screens/frame/printout.h"
#include "client/ui/draw.h"
#include "client/ui/fields.h"
#include "client/ui/icons.h"
#include "client/ui/layout.h"
#include "client/ui/widgets/dialog.h"

namespace screens {

using words::tr;
using words::word;

void draw_printout(Printout& printout, Ways& ways) {
    const std::string note = printout.take_note();
    if (!note.empty()) ways.say(note);
    if (!printout.asks()) return;
    ui::DialogStyle style;
    style.title = tr("Keep the page as a file");
    style.text = printout.why().empty() ? std::string() : printout.why().text();
    style.icon = ui::icon::kSave;
    style.primary = word("Keep it there");
    style.secondary = word("Cancel");
    style.content = [&printout] {
        ui::FieldStyle field;
        field.help = tr("The page names people. Give it only to those whom it is for.");
        if (!printout.trouble().empty()) field.problem = printout.trouble().text();
        ui::text_field(word("Folder"), printout.folder(), field);
    };
    const auto pressed = ui::dialog("printout", style);
    if (pressed == ui::DialogPress::Primary) printout.save_confirmed();
    if (pressed == ui::DialogPress::Secondary) printout.cancelled();
}

}  // namespace screens
