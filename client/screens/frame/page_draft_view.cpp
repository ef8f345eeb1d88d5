#include "client/screens/frame/page_draft.h"
#include "client/ui/icons.h"
#include "client/ui/widgets/dialog.h"

namespace screens {

using words::tr;
using words::word;

void draw_discard(PageDraft& draft, const char* title) {
    if (!draft.asks_to_discard()) return;
    const auto pressed =
        ui::dialog("discard page",
                   {.title = title,
                    .text = tr("What you wrote on this page is gone then. Nothing of it has been "
                               "saved."),
                    .icon = ui::icon::kTrash,
                    .tone = ui::Tone::Bad,
                    .primary = word("Yes, throw away"),
                    .primary_emphasis = ui::Emphasis::Danger,
                    .secondary = word("No, keep")});
    if (pressed == ui::DialogPress::Primary) draft.discard_confirmed();
    if (pressed == ui::DialogPress::Secondary) draft.discard_cancelled();
}

}  // namespace screens
