// Why a record of an earlier day changes or is withdrawn: what was, what will be, and the reason.
#include "client/screens/record/record_form_view.h"
#include "client/ui/choices.h"
#include "client/ui/draw.h"
#include "client/ui/icons.h"
#include "client/ui/layout.h"
#include "client/ui/status.h"
#include "client/ui/widgets/dialog.h"

#include <imgui.h>

#include <array>
#include <optional>

namespace screens {

using words::tr;
using words::word;

namespace {

constexpr std::size_t kChangesShown = 4;

struct Reason {
    Why why;
    const char* key;
    const char* text;
};
constexpr std::array<Reason, 4> kReasons = {
    {{Why::Typing, "TYPING", words::later("A typing mistake")},
     {Why::NewFacts, "NEW", words::later("We know more now")},
     {Why::WrongPerson, "PERSON", words::later("It was the wrong person")},
     {Why::Other, "OTHER", words::later("Something else")}}};

void draw_changes(const RecordFormModel& model) {
    const auto changes = model.changes();
    for (std::size_t i = 0; i < std::min(changes.size(), kChangesShown); ++i) {
        const auto& change = changes[i];
        const auto said = [](const std::string& answer) {
            return answer.empty() ? tr("not answered") : answer;
        };
        ui::text(ui::Type::Small, ui::palette().muted, change.label, ui::available());
        ui::text(ui::Type::Strong, ui::palette().text,
                 said(change.before) + "  →  " + said(change.after), ui::available());
    }
    if (changes.size() > kChangesShown) {
        ui::muted(tr("and {0} more", {std::to_string(changes.size() - kChangesShown)}),
                  ui::available());
    }
    ui::gap(4);
}

void draw_reasons(RecordFormModel& model) {
    std::vector<ui::Option> options;
    std::string chosen;
    for (const Reason& reason : kReasons) {
        options.push_back({reason.key, tr(reason.text)});
        if (reason.why == model.why()) chosen = reason.key;
    }
    const auto pressed = ui::choice_list(word("Why?"), options, chosen, {.required = true});
    for (const Reason& reason : kReasons) {
        if (pressed == reason.key) model.choose_why(reason.why);
    }
    if (model.why() == Why::Unsaid) return;
    ui::FieldStyle style;
    style.required = model.why() == Why::Other;
    ui::text_field(word("In your own words"), model.why_text(), style);
}

ui::DialogStyle reason_style(RecordFormModel& model) {
    ui::DialogStyle style;
    style.title = tr("Save this correction?");
    style.icon = ui::icon::kPen;
    style.primary = word("Save the correction");
    style.content = [&model] {
        draw_changes(model);
        draw_reasons(model);
    };
    return style;
}

ui::DialogStyle retract_style(RecordFormModel& model) {
    ui::DialogStyle style;
    style.title = tr("Withdraw this record?");
    style.text =
        tr("It will no longer count or be shown in the family. It is not erased: the "
           "health centre still sees it, with your reason.");
    if (const std::size_t along = model.goes_with_it(); along > 0) {
        style.text += " " + tr("{0} other records of this visit will not count either.",
                               {std::to_string(along)});
    }
    style.icon = ui::icon::kTrash;
    style.tone = ui::Tone::Warn;
    style.primary = word("Withdraw it");
    style.primary_emphasis = ui::Emphasis::Danger;
    style.content = [&model] { draw_reasons(model); };
    return style;
}

}  // namespace

void draw_withdrawing(RecordFormModel& model) {
    if (!model.may_retract() || model.is_begun()) return;
    const ui::ButtonStyle style{.emphasis = ui::Emphasis::Quiet, .icon = ui::icon::kTrash};
    if (ui::button(word("Withdraw the record"), style)) model.retract_clicked();
}

void draw_form_dialogs(RecordFormModel& model) {
    if (model.breaths() != nullptr) {
        const BreathPress pressed = draw_breath_dialog(*model.breaths());
        if (pressed == BreathPress::Take) model.breaths_taken();
        if (pressed == BreathPress::Leave) model.breaths_left();
    }
    const bool is_reason = model.asks() == RecordFormModel::Asks::Reason;
    if (!is_reason && model.asks() != RecordFormModel::Asks::Retract) return;
    ui::DialogStyle style = is_reason ? reason_style(model) : retract_style(model);
    style.primary_enabled = model.is_why_said();
    style.secondary = word("Cancel");
    style.width = 640;
    const auto pressed = ui::dialog(is_reason ? "reason" : "retract", style);
    if (pressed == ui::DialogPress::Primary) model.why_confirmed();
    if (pressed == ui::DialogPress::Secondary) model.why_cancelled();
}

}  // namespace screens
