#include "client/screens/tools/blank_sheets.h"
#include "client/ui/buttons.h"
#include "client/ui/draw.h"
#include "client/ui/icons.h"
#include "client/ui/layout.h"
#include "client/ui/status.h"

namespace screens {

using words::tr;

namespace {

void draw_sheet(const BlankSheet& sheet, Printout& printout, Ways& ways) {
    const words::Label print{"Print blank " + sheet.key, tr("Print")};
    const ui::ButtonStyle style{.icon = ui::icon::kPrint};
    const float whole = ui::available();
    const float button = ui::button_width(print, style);
    ui::Row row(12);
    row.cell(whole - button - ui::px(12));
    ui::push_down(ui::px(12));
    ui::text(ui::Type::Body, ui::palette().text, sheet.title, ui::available());
    row.cell(button);
    if (!ui::button(print, style)) return;
    printout.print(blank_html(ways.ports(), ways.me(), sheet), "lembar-kosong");
}

}  // namespace

void draw_blank_sheets(Printout& printout, Ways& ways) {
    const ui::Card card;
    ui::section(tr("Blank sheets"), tr("To write by hand where the laptop does not go. Copy them "
                                       "afterwards with Quick entry."));
    for (const BlankSheet& sheet : blank_sheets(ways.ports().records.forms())) {
        draw_sheet(sheet, printout, ways);
    }
}

}  // namespace screens
