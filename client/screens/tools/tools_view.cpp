#include "client/paper/midwife_card.h"
#include "client/screens/danger/letter.h"
#include "client/screens/frame/page_frame.h"
#include "client/screens/tools/blank_sheets.h"
#include "client/screens/tools/tools_page.h"
#include "client/ui/buttons.h"
#include "client/ui/draw.h"
#include "client/ui/icons.h"
#include "client/ui/layout.h"
#include "client/ui/status.h"

#include <imgui.h>

namespace screens {

using words::tr;
using words::word;

void ToolsPage::draw_number(Ways& ways) {
    const ui::Card card;
    ui::section(tr("The midwife's number"));
    const std::string message = call_me_message(ways.me());
    draw_midwife_number(number_, message);
    if (number_.is_writing()) return;
    if (!ui::button(word("Print the number"), {.icon = ui::icon::kPrint})) return;
    const Midwife midwife = number_.midwife();
    printout_.print(paper::midwife_card({midwife.name, midwife.place, midwife.phone, message},
                                        letterhead(ways.ports(), ways.me())),
                    "nomor-bidan");
}

namespace {

void draw_training_door(Ways& ways) {
    const ui::Card card;
    ui::section(tr("Training"), tr("Until when you are trained in the massage, and a quiz."));
    if (ui::button(word("Open training"), {.icon = ui::icon::kBook})) ways.open(Page::Training);
}

}  // namespace

void ToolsPage::draw(Ways& ways) {
    draw_page_head(ways, {"", tr("Tools")});
    {
        const PageBody body("tools", false);
        ImGui::PushStyleVar(ImGuiStyleVar_ItemSpacing, {ui::px(12), ui::px(10)});
        {
            const ui::Card card;
            ui::section(tr("Count a baby's breaths"));
            draw_breath(breath_);
        }
        draw_number(ways);
        draw_training_door(ways);
        draw_blank_sheets(printout_, ways);
        ImGui::PopStyleVar();
    }
    draw_printout(printout_, ways);
}

}  // namespace screens
