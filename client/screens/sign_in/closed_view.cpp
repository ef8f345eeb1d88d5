// The health centre closed this laptop's permission: said in full before the sign-in comes back.
#include "client/screens/sign_in/closed_words.h"
#include "client/screens/sign_in/sign_in_page.h"
#include "client/screens/sign_in/wide_card_view.h"
#include "client/ui/buttons.h"
#include "client/ui/draw.h"
#include "client/ui/icons.h"
#include "client/ui/layout.h"
#include "client/ui/redraw.h"
#include "client/ui/status.h"

namespace screens {

using words::tr;
using words::word;

namespace {

void draw_mark(bool is_done) {
    ui::text(ui::Type::Section, is_done ? ui::palette().ok : ui::palette().muted,
             std::string(is_done ? ui::icon::kCheckCircle : ui::icon::kInfo) + "  " +
                 (is_done ? tr("All is with the health centre") : tr("One moment …")),
             ui::available());
}

}  // namespace

void SignInPage::draw_closed(const Closed& closed) {
    const WideCard card(tr("The health centre has closed this laptop's access"));
    const bool is_done = closed.state == Closed::State::Erased;
    if (closed.state != Closed::State::Failed) draw_mark(is_done);
    ui::gap(4);
    const std::string what = what_happened(closed);
    ui::text(ui::Type::Body, ui::palette().text, what, ui::available());
    ui::probe::note("text", "closed", what);
    for (const std::string& remark : remarks_on(closed)) {
        ui::gap(6);
        ui::text(ui::Type::Body, ui::palette().text, remark, ui::available());
    }
    ui::gap(10);
    if (closed.state == Closed::State::Erasing) return ui::redraw_in(0.1);
    const ui::ButtonStyle style{
        .emphasis = ui::Emphasis::Primary, .icon = ui::icon::kCheck, .width = ui::available()};
    if (ui::button(word("I have read it"), style)) closed_was_read();
}

}  // namespace screens
