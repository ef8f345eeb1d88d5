#include "client/screens/registering/likenesses_view.h"

#include "client/ui/buttons.h"
#include "client/ui/choices.h"
#include "client/ui/draw.h"
#include "client/ui/icons.h"
#include "client/ui/layout.h"

#include <imgui.h>

namespace screens {

using words::tr;
using words::word;

namespace {

void draw_one(const LookAlike& like, Ways& ways) {
    const words::Label open{"Open " + like.family, tr("Open")};
    const float button = ui::button_width(open);
    ui::Row row(12);
    row.cell(ui::available() - button - ui::px(12));
    ui::text(ui::Type::Strong, ui::palette().text, like_name(like), ui::available());
    const std::string place = like_place(like, ways.ports());
    if (!place.empty()) {
        ui::text(ui::Type::Body, ui::palette().text, place, ui::available());
    }
    ui::text(ui::Type::Body, ui::palette().text, tr("Alike: {0}", {like_reasons(like)}),
             ui::available());
    row.cell(button);
    if (ui::button(open)) ways.open_family(like.family);
}

}  // namespace

bool draw_likenesses(const Likenesses& likenesses, Ways& ways) {
    if (likenesses.all().empty()) return false;
    const bool is_settled = likenesses.is_told_apart();
    const bool warns = likenesses.is_likely() && !is_settled;
    const ui::Card card(0, warns ? ui::Tone::Warn : ui::Tone::Info, warns);
    ui::text(ui::Type::Strong, warns ? ui::palette().warn : ui::palette().text,
             std::string(warns ? ui::icon::kWarning : ui::icon::kInfo) + "  " +
                 (likenesses.is_likely() ? tr("Perhaps this family is known already")
                                         : tr("Somebody with a similar name is known")),
             ui::available());
    ui::probe::note_at("status", "alike", std::to_string(likenesses.all().size()), ui::last_item());
    for (const LookAlike& like : likenesses.all()) draw_one(like, ways);
    const auto pressed =
        ui::check_list({"not the same", ""}, {{"yes", tr("This is not a duplicate")}},
                       is_settled ? std::vector<std::string>{"yes"} : std::vector<std::string>{});
    return pressed.has_value();
}

}  // namespace screens
