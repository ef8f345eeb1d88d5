#include "client/screens/frame/names.h"
#include "client/screens/frame/page_frame.h"
#include "client/screens/sending/sync_page.h"
#include "client/ui/buttons.h"
#include "client/ui/draw.h"
#include "client/ui/icons.h"
#include "client/ui/redraw.h"
#include "client/ui/status.h"

#include <imgui.h>

#include <algorithm>

namespace screens {

using words::tr;
using words::word;

namespace {

struct Mark {
    const char* icon;
    ui::Tone tone;
};

Mark mark_of(Standing standing) {
    switch (standing) {
        case Standing::Good:
            return {ui::icon::kCheckCircle, ui::Tone::Ok};
        case Standing::Waiting:
            return {ui::icon::kCloud, ui::Tone::Warn};
        case Standing::Attention:
            return {ui::icon::kWarning, ui::Tone::Bad};
        case Standing::Unknown:
            return {ui::icon::kInfo, ui::Tone::Info};
    }
    return {ui::icon::kInfo, ui::Tone::Info};
}

void draw_count(const SyncCount& count, float width) {
    const ui::Card card(width);
    const Mark mark = mark_of(count.standing);
    ui::text(ui::Type::Medium, ui::ink(mark.tone), std::string(mark.icon) + "  " + count.title,
             ui::available());
    ui::text(ui::Type::Title, ui::palette().text, count.number);
    ui::probe::note("status", count.key, count.number);
    ui::text(ui::Type::Body, ui::palette().muted, count.sentence, ui::available());
    const float lines = ui::wrapped_height(ui::Type::Body, count.sentence, ui::available());
    const float most = ui::measure(ui::Type::Body, "A").height * 3;
    if (lines < most) ImGui::Dummy({0, most - lines - ui::px(10)});
}

void draw_counts(const SyncPageModel& model) {
    const auto counts = model.counts();
    const float whole = ui::available();
    const float each = (whole - ui::px(ui::kGap)) / 2;
    for (std::size_t i = 0; i < counts.size(); i += 2) {
        ui::Row row(ui::kGap);
        row.cell(each);
        draw_count(counts[i], each);
        if (i + 1 >= counts.size()) continue;
        row.cell(each);
        draw_count(counts[i + 1], each);
    }
}

void draw_sending(SyncPageModel& model) {
    const ui::Card card;
    const bool running = model.is_running();
    const float width = ui::available();
    const ui::Label label = running ? ui::Label{"Send now", tr("Sending …")} : word("Send now");
    const ui::ButtonStyle style{
        .emphasis = ui::Emphasis::Primary, .icon = ui::icon::kSync, .enabled = !running};
    const float button = ui::button_width(label, style);
    {
        ui::Row row(16);
        row.cell(width - button - ui::px(16));
        ui::text(ui::Type::Section, model.is_green() ? ui::palette().ok : ui::palette().text,
                 model.headline(), ui::available());
        ui::muted(model.last_sync(), ui::available());
        row.cell(button);
        if (ui::button(label, style)) model.send_clicked();
    }
    if (!running) return;
    ui::gap(4);
    ui::progress("sending", model.progress(), width);
    ui::muted(model.progress_text(), width);
    ui::redraw_in(0.2);
}

void draw_remarks(const SyncPageModel& model) {
    const std::string trouble = model.trouble();
    if (!trouble.empty()) ui::banner("trouble", ui::Tone::Warn, "", trouble);
    const std::string clock = model.clock_doubt();
    if (!clock.empty()) ui::banner("clock", ui::Tone::Warn, "", clock);
}

void draw_troubled(const SyncPageModel& model, Ways& ways) {
    if (model.state().troubled.empty()) return;
    const ui::Card card;
    ui::section(tr("Needs your attention"));
    for (const TroubledRow& row : model.state().troubled) {
        ui::RowStyle style;
        const forms::Form* form = ways.ports().records.forms().find(row.type);
        style.icon = ui::icon::kWarning;
        style.title = form != nullptr ? form->title.in(words::code()) : row.type;
        style.detail = row.who.empty() ? model.troubled_text(row)
                                       : row.who + "  ·  " + model.troubled_text(row);
        style.opens = !row.family.empty();
        const bool opened = ui::list_row("troubled " + row.record, style);
        if (opened && style.opens) ways.open_family(row.family);
    }
}

void draw_receipts(const SyncPageModel& model) {
    if (model.state().receipts.empty()) return;
    const ui::Card card;
    ui::section(tr("Receipts"),
                tr("Signed by the health centre's server: proof of what it has received."));
    for (const ReceiptRow& receipt : model.state().receipts) {
        ui::text(ui::Type::Body, ui::palette().text,
                 std::string(ui::icon::kReceipt) + "   " + model.receipt_text(receipt),
                 ui::available());
    }
}

}  // namespace

void SyncPage::draw(Ways& ways) {
    draw_page_head(ways, {unit_name(ways.me()), tr("Send to the health centre")});
    const PageBody body("sync", false);
    ImGui::PushStyleVar(ImGuiStyleVar_ItemSpacing, {ui::px(12), ui::px(10)});
    draw_sending(model_);
    draw_remarks(model_);
    draw_counts(model_);
    draw_troubled(model_, ways);
    draw_receipts(model_);
    ImGui::PopStyleVar();
}

}  // namespace screens
