#include "client/screens/sending/sending_tabs_view.h"
#include "client/ui/buttons.h"
#include "client/ui/draw.h"
#include "client/ui/icons.h"
#include "client/ui/layout.h"
#include "client/ui/status.h"

namespace screens {

using words::tr;

namespace {

ui::Tone tone_of(ResultKind kind) {
    return kind == ResultKind::Received ? ui::Tone::Ok : ui::Tone::Bad;
}

const char* icon_of(ResultKind kind) {
    return kind == ResultKind::Received ? ui::icon::kCheckCircle : ui::icon::kWarning;
}

void draw_results(const ReceiptsModel& receipts, Ways& ways) {
    for (const ResultGroup& group : receipts.results()) {
        ui::text(ui::Type::Medium, ui::ink(tone_of(group.kind)),
                 std::string(icon_of(group.kind)) + "  " + group.title + " (" +
                     std::to_string(group.records.size()) + ")",
                 ui::available());
        for (const ResultRow& row : group.records) {
            ui::RowStyle style;
            style.title = row.type;
            style.detail = row.who;
            style.opens = !row.family.empty();
            const bool pressed = ui::list_row("result " + row.record, style);
            if (pressed && style.opens) ways.open_family(row.family);
        }
    }
    if (receipts.is_shortened()) {
        ui::muted(tr("Only a part is listed here; the receipt is for all of them."),
                  ui::available());
    }
}

void draw_row(ReceiptsModel& receipts, const ReceiptsModel::Row& shown, Ways& ways) {
    ui::RowStyle style;
    style.icon = ui::icon::kReceipt;
    style.title = shown.text;
    style.detail = shown.detail;
    const std::string key = "receipt " + std::to_string(shown.receipt.n_from);
    if (ui::list_row(key, style)) receipts.pressed(shown.receipt);
    if (receipts.is_open(shown.receipt)) draw_results(receipts, ways);
}

}  // namespace

void draw_receipts(SyncPageModel& model, Ways& ways) {
    const auto months = model.receipts.months();
    if (months.empty()) {
        ui::empty_state("no receipts", ui::icon::kReceipt, tr("No receipts yet"),
                        tr("After each sending the health centre's receipt is kept here."));
        return;
    }
    ui::muted(tr("Signed by the health centre's server: proof of what it has received."),
              ui::available());
    for (const auto& month : months) {
        const ui::Card card;
        ui::section(month.title);
        for (const auto& row : month.rows) draw_row(model.receipts, row, ways);
    }
}

}  // namespace screens
