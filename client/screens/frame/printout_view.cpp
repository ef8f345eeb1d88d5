#include "client/screens/frame/printout.h"
#include "client/ui/choices.h"
#include "client/ui/draw.h"
#include "client/ui/fields.h"
#include "client/ui/icons.h"
#include "client/ui/layout.h"
#include "client/ui/widgets/dialog.h"

namespace screens {

using words::tr;
using words::word;

namespace {

void draw_shown(Printout& printout) {
    ui::DialogStyle style;
    style.title = tr("The page opens in the browser. Print it there.");
    style.text = tr("If it does not come up, keep it as a file and print it elsewhere.");
    style.icon = ui::icon::kPrint;
    style.primary = word("Done");
    style.third = word("Keep as a file");
    const auto pressed = ui::dialog("page shown", style);
    if (pressed == ui::DialogPress::Third) return printout.keep_clicked();
    if (pressed) printout.close();
}

void draw_kinds(Printout& printout) {
    if (printout.kinds().size() < 2) return;
    std::vector<ui::Option> options;
    for (const Printout::Kind& each : printout.kinds()) options.push_back({each.key, each.name});
    const auto chosen = ui::segmented(word("Kind of file"), options, printout.kind());
    if (chosen) printout.kind_chosen(*chosen);
}

void draw_folder(Printout& printout) {
    ui::DialogStyle style;
    const bool is_page = printout.kinds().empty();
    style.title = is_page ? tr("Keep the page as a file") : tr("Keep the form as a file");
    style.text = printout.why().empty() ? std::string() : printout.why().text();
    style.icon = ui::icon::kSave;
    style.primary = word("Keep it there");
    style.secondary = word("Cancel");
    style.content = [&printout, is_page] {
        draw_kinds(printout);
        ui::FieldStyle field;
        field.help = is_page ? tr("The page names people. Give it only to those whom it is for.")
                             : tr("It may name people. Give it only to those whom it is for.");
        if (!printout.trouble().empty()) field.problem = printout.trouble().text();
        ui::text_field(word("Folder"), printout.folder(), field);
    };
    const auto pressed = ui::dialog("printout", style);
    if (pressed == ui::DialogPress::Primary) printout.save_confirmed();
    if (pressed == ui::DialogPress::Secondary) printout.close();
}

}  // namespace

void draw_printout(Printout& printout, Ways& ways) {
    const std::string note = printout.take_note();
    if (!note.empty()) ways.say(note);
    if (printout.is_shown()) draw_shown(printout);
    if (printout.asks()) draw_folder(printout);
}

}  // namespace screens
