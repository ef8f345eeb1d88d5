#include "client/screens/sending/sending_tabs_view.h"
#include "client/screens/sending/troubled_families.h"
#include "client/ui/buttons.h"
#include "client/ui/draw.h"
#include "client/ui/icons.h"
#include "client/ui/layout.h"
#include "client/ui/status.h"

namespace screens {

using words::tr;
using words::word;

namespace {

void draw_answer(const std::string& whose, const std::string& answer) {
    ui::muted(whose, ui::available());
    ui::text(ui::Type::Strong, ui::palette().text, answer, ui::available());
}

void draw_two_answers(const TwoAnswers& two) {
    ui::text(ui::Type::Body, ui::palette().text, two.question, ui::available());
    const float half = (ui::available() - ui::px(ui::kGap)) / 2;
    ui::Row row(ui::kGap);
    row.cell(half);
    draw_answer(tr("Your answer"), two.mine);
    row.cell(half);
    draw_answer(
        two.by.empty() ? tr("Counts for now") : tr("Counts for now, written by {0}", {two.by}),
        two.standing);
}

void draw_trouble(const TroubleShown& shown, Ways& ways) {
    ui::separator();
    {
        const float pill = ui::pill_width(ui::icon::kWarning, shown.state);
        ui::Row row(12);
        row.cell(ui::available() - pill - ui::px(12));
        ui::text(ui::Type::Strong, ui::palette().text, shown.title, ui::available());
        row.cell(pill);
        ui::pill("state " + shown.key, ui::icon::kWarning, shown.state,
                 shown.is_mend_waiting ? ui::Tone::Info : ui::Tone::Bad);
    }
    for (const TwoAnswers& two : shown.differing) draw_two_answers(two);
    ui::text(ui::Type::Body, ui::palette().text, shown.reason, ui::available());
    ui::probe::note("text", "reason " + shown.key, shown.reason);
    if (shown.is_mend_waiting) {
        ui::muted(tr("You have put it right here; that is not sent yet."), ui::available());
    }
    if (!shown.mend) return;
    const words::Label label{shown.key, shown.button};
    if (ui::button(label, {.icon = ui::icon::kPen})) ways.open_form(*shown.mend);
}

void draw_family(const TroubledFamily& family, Ways& ways) {
    const ui::Card card;
    const words::Label open{"open " + family.family, tr("Open the family")};
    const ui::ButtonStyle style{.emphasis = ui::Emphasis::Quiet, .icon = ui::icon::kForward};
    const float button = family.family.empty() ? 0 : ui::button_width(open, style);
    {
        ui::Row row(12);
        row.cell(ui::available() - button - ui::px(12));
        ui::push_down(ui::px(10));  // beside a button
        ui::text(ui::Type::Section, ui::palette().text, family.name, ui::available());
        if (button > 0) {
            row.cell(button);
            if (ui::button(open, style)) ways.open_family(family.family);
        }
    }
    for (const TroubleShown& shown : family.rows) draw_trouble(shown, ways);
}

}  // namespace

void draw_attention(const SyncPageModel&, Ways& ways) {
    const auto families = troubled_families(ways.ports());
    if (families.empty()) {
        ui::empty_state("nothing to mend", ui::icon::kCheckCircle,
                        tr("Nothing needs your attention"),
                        tr("The health centre has taken all that was sent as it is."));
        return;
    }
    for (const TroubledFamily& family : families) draw_family(family, ways);
}

}  // namespace screens
