#include "client/screens/settings/new_pin_view.h"
#include "client/screens/sign_in/sign_in_page.h"
#include "client/screens/sign_in/wide_card_view.h"
#include "client/ui/buttons.h"
#include "client/ui/draw.h"
#include "client/ui/fields.h"
#include "client/ui/icons.h"
#include "client/ui/layout.h"
#include "client/ui/redraw.h"
#include "client/ui/status.h"

#include <imgui.h>

#include <cmath>

namespace screens {

using words::tr;
using words::word;

namespace {

constexpr float kGroupHeight = 40, kGroupWidth = 92, kGroupGap = 8;

void draw_group(const CodeGroup& group, const ui::Rect& box, std::size_t number) {
    const ui::Palette& p = ui::palette();
    const bool is_wrong = group.state == CodeGroup::State::Wrong;
    const bool is_whole = group.state == CodeGroup::State::Whole;
    ui::fill(box, is_wrong ? p.bad_soft : is_whole ? p.ok_soft : p.sunken, ui::kRounding);
    if (is_wrong) ui::outline(box, p.bad, ui::kRounding, 2);
    const bool is_empty = group.text.empty();
    const std::string shown =
        is_empty ? std::to_string(number) : ui::fitted(ui::Type::Section, group.text, box.width());
    ui::text_centred(box, is_empty ? ui::Type::Small : ui::Type::Section,
                     is_wrong   ? p.bad
                     : is_empty ? p.muted
                                : p.text,
                     shown);
}

// The code as the slip groups it, so that eyes can go from group to group.
void draw_groups(const EnrolModel& model) {
    const auto groups = model.groups();
    const float step_x = ui::px(kGroupWidth + kGroupGap);
    const float step_y = ui::px(kGroupHeight + kGroupGap);
    const auto columns = static_cast<std::size_t>(
        std::max(1.0F, std::floor((ui::available() + ui::px(kGroupGap)) / step_x)));
    const ImVec2 at = ImGui::GetCursorScreenPos();
    for (std::size_t i = 0; i < groups.size(); ++i) {
        const float x = at.x + step_x * static_cast<float>(i % columns);
        const float y = at.y + step_y * static_cast<float>(i / columns);
        draw_group(groups[i], {x, y, x + ui::px(kGroupWidth), y + ui::px(kGroupHeight)}, i + 1);
    }
    const std::size_t rows = (groups.size() + columns - 1) / columns;
    ImGui::Dummy({ui::available(), step_y * static_cast<float>(rows) - ui::px(kGroupGap)});
}

void draw_code(EnrolModel& model) {
    ui::section(tr("The code of your slip"), {}, 1);
    ui::FieldStyle style;
    style.hint = "192.168.1.10:8443/7QK2-M9XA-…";
    style.help = tr("Type all of it, or paste it. Small and capital letters are the same.");
    style.problem = model.code_problem().text();
    style.takes_focus = ImGui::IsWindowAppearing();
    ui::text_field(word("Code"), model.code, style);
    ui::gap(6);
    draw_groups(model);
    ui::gap(4);
    const ui::ButtonStyle more{.emphasis = ui::Emphasis::Quiet};
    if (ui::button(word("More"), more)) model.advanced_clicked();
    if (!model.is_advanced()) return;
    ui::FieldStyle address;
    address.hint = "https://…";
    address.help = tr("Only if the coordinator tells you another address than the slip's.");
    ui::text_field(word("Address of the health centre's server"), model.address, address);
}

bool choice(const words::Label& label, bool is_chosen, const char* icon) {
    const ui::ButtonStyle style{
        .emphasis = is_chosen ? ui::Emphasis::Primary : ui::Emphasis::Secondary,
        .icon = is_chosen ? ui::icon::kCheck : icon,
        .width = ui::available()};
    return ui::button(label, style);
}

void draw_for_whom(EnrolModel& model) {
    if (model.users().empty()) return;
    ui::text(ui::Type::Medium, ui::palette().text, tr("For whom is the code?"));
    if (choice(word("For a new user"), model.again().empty(), ui::icon::kPlus)) {
        model.for_whom_clicked("");
    }
    for (const LocalUser& user : model.users()) {
        const words::Label label{"again " + user.id, tr("{0}: all records stay", {user.name})};
        if (choice(label, model.again() == user.id, ui::icon::kUser)) {
            model.for_whom_clicked(user.id);
        }
    }
    ui::gap(8);
}

bool draw_own_pin(EnrolModel& model) {
    ui::section(tr("Your PIN, as ever"), {}, 2);
    ui::FieldStyle style;
    style.problem = model.own_pin_problem().text();
    ui::secret_field(word("PIN"), model.own_pin, style);
    return ui::enter_was_pressed();
}

bool draw_pin(EnrolModel& model) {
    if (!model.again().empty()) return draw_own_pin(model);
    ui::section(tr("A PIN of your own"), {}, 2);
    return draw_new_pin(model.pin, model.says_problems());
}

}  // namespace

void SignInPage::draw_enrol() {
    EnrolModel& model = *enrol_;
    const WideCard card(tr("This laptop becomes yours"));
    draw_for_whom(model);
    draw_code(model);
    ui::gap(10);
    bool pressed = draw_pin(model);
    ui::gap(8);
    if (const std::string trouble = model.trouble().text(); !trouble.empty()) {
        ui::banner("enrol trouble", ui::Tone::Bad, tr("Not registered yet"), trouble);
        ui::gap(8);
    }
    const bool is_working = model.is_working();
    const words::Label face = is_working ? words::Label{"Register this laptop", tr("Registering …")}
                                         : word("Register this laptop");
    const ui::ButtonStyle style{.emphasis = ui::Emphasis::Primary,
                                .icon = ui::icon::kCheck,
                                .width = ui::available(),
                                .enabled = !is_working};
    if (ui::button(face, style)) pressed = true;
    const ui::ButtonStyle back{
        .emphasis = ui::Emphasis::Quiet, .width = ui::available(), .enabled = !is_working};
    if (is_working) ui::redraw_in(0.1);
    if (pressed) model.enrol_clicked();
    if (ui::button(word("Back"), back)) back_clicked();
}

}  // namespace screens
