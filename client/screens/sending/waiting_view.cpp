#include "client/screens/sending/sending_tabs_view.h"
#include "client/ui/buttons.h"
#include "client/ui/icons.h"
#include "client/ui/layout.h"
#include "client/ui/status.h"
#include "client/ui/widgets/table.h"

namespace screens {

using words::tr;

void draw_waiting(const SyncPageModel& model, Ways& ways) {
    if (model.waiting_families() == 0) {
        const bool is_all_there = model.state().waiting == 0;
        ui::empty_state("nothing waits", ui::icon::kCheckCircle,
                        is_all_there ? tr("Nothing waits") : tr("Looking what waits …"),
                        is_all_there
                            ? model.all_there()
                            : tr("Saved safely on this laptop, not yet at the health centre."));
        return;
    }
    const ui::Card card;
    ui::section(tr("Waiting, by family"),
                tr("Saved safely on this laptop, not yet at the health centre."));
    ui::rows_in_sight(model.waiting_families(), ui::px(ui::kListRow), [&](std::size_t i) {
        const SyncPageModel::WaitingRow row = model.waiting_row(i);
        ui::RowStyle style;
        style.icon = ui::icon::kCloud;
        style.title = row.name;
        style.detail = row.detail;
        style.opens = !row.family.empty();
        const bool pressed = ui::list_row("waiting " + row.family, style);
        if (pressed && style.opens) ways.open_family(row.family);
    });
}

}  // namespace screens
