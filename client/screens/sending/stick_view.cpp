#include "client/screens/sending/sending_tabs_view.h"
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

namespace {

void draw_choosing(StickModel& stick) {
    const ui::Card card;
    ui::section(tr("Plug the stick in"), tr("Any USB stick. What is on it stays there."), 1);
    std::vector<ui::Stick> sticks;
    for (const auto& choice : stick.choices()) sticks.push_back({choice.name, choice.folder});
    ui::folder_field(word("Which stick?"), stick.folder, sticks,
                     tr("No stick is plugged in. Wait a moment after plugging it in."),
                     {.hint = tr("or type its folder")});
}

void draw_note(const char* key, const std::string& note, ui::Tone tone) {
    if (!note.empty()) ui::banner(key, tone, "", note);
}

void draw_writing(StickModel& stick) {
    const ui::Card card;
    ui::section(tr("Copy onto the stick"), stick.what_goes(), 2);
    const ui::ButtonStyle style{
        .emphasis = ui::Emphasis::Primary, .icon = ui::icon::kUpload, .enabled = stick.may_press()};
    if (ui::button(word("Copy onto the stick"), style)) stick.write_clicked();
    draw_note("stick written", stick.write_note(), ui::Tone::Warn);
    draw_note("stick not written", stick.write_trouble(), ui::Tone::Bad);
}

void draw_reading(StickModel& stick) {
    const ui::Card card;
    ui::section(tr("Read the answer"),
                tr("When the stick has come back from the health centre. Only then is it sent."),
                3);
    draw_note("stick awaiting", stick.awaiting(),
              stick.is_all_back() ? ui::Tone::Ok : ui::Tone::Warn);
    const ui::ButtonStyle style{.icon = ui::icon::kDownload, .enabled = stick.may_press()};
    if (ui::button(word("Read the answer"), style)) stick.read_clicked();
    draw_note("stick read", stick.read_note(), ui::Tone::Info);
    draw_note("stick not read", stick.read_trouble(), ui::Tone::Bad);
}

}  // namespace

void draw_stick(SyncPageModel& model) {
    ui::redraw_in(2);
    draw_choosing(model.stick);
    draw_writing(model.stick);
    draw_reading(model.stick);
}

}  // namespace screens
