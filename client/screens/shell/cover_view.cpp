#include "client/screens/shell/cover_view.h"

#include "client/ui/draw.h"
#include "client/ui/layout.h"
#include "client/ui/redraw.h"
#include "client/ui/words/dates.h"
#include "client/ui/words/words.h"

#include <imgui.h>

namespace screens {

// A clock, as many laptops show one: nothing of whose it is or what it was doing.
void draw_cover(base::Instant now, base::Zone zone) {
    const ui::Pane pane("cover", {.ground = ui::palette().page, .scrolls = false});
    const ImVec2 size = ImGui::GetIO().DisplaySize;
    const float middle = size.y / 2;
    const std::string written = base::to_date_time_text(now, zone);  // 2026-03-05T09:30:00+07:00
    const std::string hour = written.substr(11, 2) + ":" + written.substr(14, 2);
    ui::text_centred({0, middle - ui::px(70), size.x, middle}, ui::Type::Figure, ui::palette().text,
                     hour);
    ui::text_centred({0, middle, size.x, middle + ui::px(40)}, ui::Type::Body, ui::palette().muted,
                     words::long_date(base::date_in(now, zone)));
    ui::text_centred({0, size.y - ui::px(60), size.x, size.y - ui::px(20)}, ui::Type::Small,
                     ui::palette().muted, "F12");
    ui::probe::note_at("status", "cover", hour, {0, 0, size.x, size.y});
    ui::redraw_in(10);
}

}  // namespace screens
