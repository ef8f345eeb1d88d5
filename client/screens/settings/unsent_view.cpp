#include "client/screens/frame/page_frame.h"
#include "client/screens/settings/unsent_page.h"
#include "client/ui/icons.h"
#include "client/ui/layout.h"
#include "client/ui/status.h"
#include "client/ui/words/words.h"

namespace screens {

using words::tr;

void UnsentPage::draw(Ways& ways) {
    draw_page_head(ways, {"", tr("Send")});
    const PageBody body("unsent", false);
    const ui::Card card;
    ui::empty_state("practice is not sent", ui::icon::kFlask, tr("Practice sends nothing"),
                    tr("These families are invented. With your own records this page shows what "
                       "waits and sends it to the health centre."));
}

}  // namespace screens
