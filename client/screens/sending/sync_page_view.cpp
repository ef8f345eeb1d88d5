#include "client/screens/frame/names.h"
#include "client/screens/frame/page_frame.h"
#include "client/screens/sending/sending_tabs_view.h"
#include "client/screens/sending/sync_page.h"
#include "client/ui/buttons.h"
#include "client/ui/draw.h"
#include "client/ui/icons.h"
#include "client/ui/redraw.h"
#include "client/ui/status.h"
#include "client/ui/widgets/chips.h"

#include <imgui.h>

#include <algorithm>
#include <array>
#include <optional>

namespace screens {

using words::tr;
using words::word;

namespace {

struct Button {
    words::Label label;
    ui::ButtonStyle style;
};

// "Kirim sekarang"; while it runs "Jeda", after that "Lanjutkan".
Button button_of(const SyncPageModel& model) {
    Button button{word("Send now"), {.emphasis = ui::Emphasis::Primary, .icon = ui::icon::kSync}};
    if (model.is_paused()) button.label.text = tr("Go on sending");
    if (!model.is_running()) return button;
    if (model.state().to_send == 0 || model.state().is_pausing) {
        button.label.text = tr("Sending …");
        button.style.enabled = false;
        return button;
    }
    button = {word("Pause"), {.icon = ui::icon::kPause}};
    button.style.enabled = model.may_pause();
    return button;
}

void draw_sending(SyncPageModel& model) {
    const ui::Card card;
    const float width = ui::available();
    const Button button = button_of(model);
    const float room = ui::button_width(button.label, button.style);
    {
        ui::Row row(16);
        row.cell(width - room - ui::px(16));
        ui::text(ui::Type::Section, model.is_green() ? ui::palette().ok : ui::palette().text,
                 model.headline(), ui::available());
        std::string below = model.last_sync();
        if (!model.cost_text().empty()) below += "  ·  " + model.cost_text();
        ui::muted(below, ui::available());
        row.cell(room);
        if (ui::button(button.label, button.style)) {
            model.is_running() ? model.pause_clicked() : model.send_clicked();
        }
    }
    if (!model.is_running()) return;
    ui::gap(4);
    ui::progress("sending", model.progress(), width);
    ui::muted(model.progress_text(), width);
    ui::redraw_in(0.2);
}

void draw_result(const SyncPageModel& model) {
    const std::string result = model.result_text();
    if (result.empty()) return;
    ui::banner("result", model.is_result_fine() ? ui::Tone::Ok : ui::Tone::Warn, "", result);
}

void draw_remarks(const SyncPageModel& model) {
    const std::string going = model.going();
    if (!going.empty()) ui::banner("going", ui::Tone::Warn, "", going);
    const std::string trouble = model.trouble();
    if (!trouble.empty()) ui::banner("trouble", ui::Tone::Warn, "", trouble);
    const std::string restored = model.restored();
    if (!restored.empty()) ui::banner("restored", ui::Tone::Info, "", restored);
    const std::string erased = model.erased();
    if (!erased.empty()) ui::banner("erased", ui::Tone::Info, "", erased);
    const std::string left = model.left();
    if (!left.empty()) ui::banner("left", ui::Tone::Info, "", left);
    const std::string clock = model.clock_doubt();
    if (!clock.empty()) ui::banner("clock", ui::Tone::Warn, "", clock);
    draw_result(model);
}

constexpr std::array<const char*, 5> kTabs = {"overview", "waits", "attention", "receipts",
                                              "stick"};

void draw_tabs(SyncPageModel& model) {
    const auto some = [](int count) {
        return count > 0 ? std::optional<int>(count) : std::nullopt;
    };
    const std::vector<ui::Chip> tabs = {
        {kTabs[0], tr("Overview")},
        {kTabs[1], tr("Not sent yet"), some(model.waiting_count())},
        {kTabs[2], tr("Needs attention"), some(model.attention_count())},
        {kTabs[3], tr("Receipts")},
        {kTabs[4], tr("By USB stick")}};
    const auto pressed = ui::tabs("part", tabs, kTabs[static_cast<std::size_t>(model.tab)]);
    if (!pressed) return;
    const auto at = std::find(kTabs.begin(), kTabs.end(), *pressed) - kTabs.begin();
    model.tab = static_cast<SendingTab>(at);
}

void draw_tab(SyncPageModel& model, Ways& ways) {
    switch (model.tab) {
        case SendingTab::Overview:
            return draw_overview(model);
        case SendingTab::Waiting:
            return draw_waiting(model, ways);
        case SendingTab::Attention:
            return draw_attention(model, ways);
        case SendingTab::Receipts:
            return draw_receipts(model, ways);
        case SendingTab::Stick:
            return draw_stick(model);
    }
}

}  // namespace

void SyncPage::draw(Ways& ways) {
    draw_page_head(ways, {unit_name(ways.me()), tr("Send to the health centre")});
    const PageBody body("sync", false);
    ImGui::PushStyleVar(ImGuiStyleVar_ItemSpacing, {ui::px(12), ui::px(10)});
    draw_sending(model_);
    draw_remarks(model_);
    draw_tabs(model_);
    draw_tab(model_, ways);
    ImGui::PopStyleVar();
}

}  // namespace screens
