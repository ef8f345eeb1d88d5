#include "client/screens/danger/referral_page.h"
#include "client/screens/frame/names.h"
#include "client/screens/frame/page_frame.h"
#include "client/ui/buttons.h"
#include "client/ui/draw.h"
#include "client/ui/icons.h"
#include "client/ui/layout.h"
#include "client/ui/status.h"
#include "client/ui/widgets/marks.h"

#include <imgui.h>

namespace screens {

using words::tr;
using words::word;

namespace {

constexpr const char* kMidwife = "BIDAN";
constexpr float kNames = 170;  // of the facts, at 100 %

void draw_why(const ReferralModel& model) {
    const ui::Card card(0, ui::Tone::Bad, true);
    ui::text(ui::Type::Section, ui::palette().bad,
             std::string(ui::icon::kWarning) + "  " + model.urgency_line(), ui::available());
    for (const std::string& reason : model.reasons()) {
        ui::text(ui::Type::Strong, ui::palette().text, reason, ui::available());
    }
    if (model.is_massage_withheld()) {
        ui::text(ui::Type::Body, ui::palette().text, tr("Do not massage yet."), ui::available());
    }
}

void draw_way(const ReferralModel& model, Ways& ways) {
    const ui::Card card;
    ui::section(tr("How far it has come"));
    ui::stages("referral stage", model.stages(), model.stage());
    if (!model.outcome().empty()) {
        ui::banner("outcome", ui::Tone::Ok, tr("Answer: {0}", {model.outcome()}), model.feedback());
    }
    if (ways.me().role == kMidwife) return;
    if (model.outcome().empty()) {
        ui::muted(tr("The answer comes with the next sending, once the midwife has written it."),
                  ui::available());
    }
    if (ui::button(word("Complete"), {.icon = ui::icon::kPen})) ways.open_form(model.complete());
}

void draw_facts(const ReferralModel& model, Ways& ways) {
    const ui::Card card;
    ui::section(tr("About her or the baby"));
    for (const ReferralModel::Fact& fact : model.facts()) {
        ui::Row row(8);
        row.cell(ui::px(kNames));
        ui::text(ui::Type::Body, ui::palette().muted, fact.name, ui::px(kNames));
        row.cell(ui::available() - ui::px(kNames + 8));
        ui::text(ui::Type::Medium, ui::palette().text, fact.value, ui::available());
    }
    ui::gap(2);
    if (ui::button(word("Open the family"), {.icon = ui::icon::kFamilies})) {
        ways.open_family(model.family().family().id);
    }
}

void draw_number(ReferralModel& model) {
    const ui::Card card;
    ui::section(tr("Tell the midwife"));
    draw_midwife_number(model.number(), model.message());
}

void draw_foot(ReferralModel& model, Ways& ways) {
    PageFoot foot;
    const bool closes = ways.me().role == kMidwife && model.is_open();
    if (ui::button(word("Back"), {.icon = ui::icon::kBack})) ways.back();
    const ui::ButtonStyle close{.emphasis = ui::Emphasis::Primary, .icon = ui::icon::kCheck};
    if (closes) {
        foot.place_right(ui::button_width(word("Close with an outcome"), close));
        if (ui::button(word("Close with an outcome"), close)) ways.open_form(model.answer());
    }
    const ui::ButtonStyle print{
        .emphasis = closes ? ui::Emphasis::Secondary : ui::Emphasis::Primary,
        .icon = ui::icon::kPrint};
    foot.place_right(ui::button_width(word("Print the letter (A5)"), print));
    if (ui::button(word("Print the letter (A5)"), print)) model.print_clicked();
    const ui::ButtonStyle file{.icon = ui::icon::kSave};
    foot.place_right(ui::button_width(word("Keep as a file"), file));
    if (ui::button(word("Keep as a file"), file)) model.save_clicked();
}

void draw_body(ReferralModel& model, Ways& ways) {
    const PageBody body("referral", true);
    ImGui::PushStyleVar(ImGuiStyleVar_ItemSpacing, {ui::px(12), ui::px(10)});
    draw_why(model);
    draw_way(model, ways);
    draw_facts(model, ways);
    if (ways.me().role != kMidwife) draw_number(model);
    ImGui::PopStyleVar();
}

void draw_without_name(const ReferralModel& model, Ways& ways) {
    draw_page_head(ways, {tr("Referral"), name_if_here("")});
    {
        const PageBody body("referral", true);
        draw_why(model);
        ui::muted(tr("The name comes with the next sending. Ask the cadre who it is."),
                  ui::available());
    }
    const PageFoot foot;
    if (ui::button(word("Back"), {.icon = ui::icon::kBack})) ways.back();
}

}  // namespace

void ReferralPage::draw(Ways& ways) {
    if (model_.is_without_name()) return draw_without_name(model_, ways);
    if (!model_.is_found()) {
        draw_page_head(ways, {"", tr("Referral")});
        const PageBody body("referral", false);
        ui::empty_state("no referral", ui::icon::kMedical, tr("This referral is no longer here."),
                        tr("It may have been withdrawn. Look at the family."));
        return;
    }
    draw_page_head(ways, {std::string(tr("Referral")) + "  ·  " + model_.family().name(),
                          model_.person_name()});
    draw_body(model_, ways);
    draw_foot(model_, ways);
    draw_printout(model_.printout(), ways);
}

}  // namespace screens
