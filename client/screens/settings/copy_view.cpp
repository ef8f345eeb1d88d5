#include "client/screens/settings/keeping_words.h"
#include "client/screens/settings/settings_page.h"
#include "client/ui/buttons.h"
#include "client/ui/draw.h"
#include "client/ui/icons.h"
#include "client/ui/layout.h"
#include "client/ui/redraw.h"
#include "client/ui/status.h"
#include "client/ui/widgets/folder_field.h"

namespace screens {

using words::tr;
using words::word;
using Busy = KeepingState::Busy;

namespace {

void draw_saying(const char* key, const Saying& saying) {
    ui::banner(key, saying.tone, saying.title, saying.text);
}

void draw_folder(SettingsModel& model, const Ways& ways) {
    std::vector<ui::Stick> sticks;
    for (const StickPlace& stick : ways.ports().keeping.sticks()) {
        sticks.push_back({stick.name, stick.folder});
    }
    ui::FieldStyle style;
    style.hint = tr("or type its folder");
    style.help = tr("The copy is locked with your PIN, like the data on this laptop.");
    style.problem = copy_trouble_text(model.keeping().copy_trouble);
    if (model.asks_for_folder() && model.folder.empty()) {
        style.problem = tr("Choose a stick or a folder first.");
    }
    ui::folder_field(word("Where the copy is kept"), model.folder, sticks,
                     tr("No stick is plugged in."), style);
}

words::Label copy_face(Busy busy) {
    if (busy == Busy::Copying) return {"Copy now", tr("Copying …")};
    return word("Copy now");
}

words::Label trial_face(Busy busy) {
    if (busy == Busy::Trying) return {"Try restoring the copy", tr("Reading the copy back …")};
    return word("Try restoring the copy");
}

void draw_buttons(SettingsModel& model) {
    const KeepingState& state = model.keeping();
    const bool is_free = state.busy == Busy::No;
    const ui::ButtonStyle copy{.emphasis = ui::Emphasis::Primary,
                               .icon = ui::icon::kCopy,
                               .width = ui::available(),
                               .enabled = is_free};
    if (ui::button(copy_face(state.busy), copy)) model.copy_clicked();
    if (state.copy.folder.empty()) return;
    ui::gap(8);
    const ui::ButtonStyle trial{
        .icon = ui::icon::kRefresh, .width = ui::available(), .enabled = is_free};
    if (ui::button(trial_face(state.busy), trial)) model.try_copy_clicked();
    ui::gap(8);
    const ui::ButtonStyle forget{
        .emphasis = ui::Emphasis::Quiet, .width = ui::available(), .enabled = is_free};
    if (ui::button(word("Keep no copy any more"), forget)) model.forget_copy_clicked();
}

}  // namespace

void draw_copy_part(SettingsModel& model, const Ways& ways) {
    if (ways.me().is_practice) {
        ui::banner("copy state", ui::Tone::Info, tr("Practice is not copied"),
                   tr("Its families are invented. A copy is made of your own records only."));
        return;
    }
    const KeepingState& state = model.keeping();
    if (state.busy != Busy::No) ui::redraw_in(0.2);
    const ui::Card card;
    if (state.is_read) {
        draw_saying("copy state", copy_saying(state, ways.ports().today(), ways.ports().zone()));
        ui::gap(10);
    }
    draw_folder(model, ways);
    ui::gap(14);
    draw_buttons(model);
    if (state.trial) {
        ui::gap(10);
        draw_saying("trial", trial_saying(*state.trial));
    }
}

}  // namespace screens
