#include "client/screens/frame/page_frame.h"
#include "client/screens/midwife/midwife_page.h"
#include "client/ui/buttons.h"
#include "client/ui/draw.h"
#include "client/ui/icons.h"
#include "client/ui/layout.h"
#include "client/ui/redraw.h"
#include "client/ui/status.h"
#include "client/ui/widgets/chips.h"
#include "client/ui/widgets/dialog.h"
#include "client/ui/widgets/table.h"

#include <imgui.h>

#include <array>

namespace screens {

using words::later;
using words::tr;
using words::word;
using Part = MidwifeModel::Part;
using Whom = MidwifeModel::Whom;

namespace {

constexpr double kClockSeconds = 30;  // how often "waiting for 3 hours" is looked at

struct Filter {
    Whom whom;
    const char* key;
    const char* text;
};
constexpr std::array<Filter, 4> kFilters = {
    {{Whom::All, "all", later("All")},
     {Whom::Postpartum, "nifas", later("Postpartum")},
     {Whom::Pregnant, "pregnant", later("Pregnant")},
     {Whom::Worrying, "worrying", later("Danger sign or referral")}}};

const char* key_of(Part part) {
    switch (part) {
        case Part::Referrals:
            return "referrals";
        case Part::Mothers:
            return "mothers";
        case Part::Births:
            return "births";
    }
    return "";
}

std::string urgency_word(care::Urgency urgency) {
    switch (urgency) {
        case care::Urgency::RedNow:
            return tr("NOW");
        case care::Urgency::RedToday:
            return tr("TODAY");
        case care::Urgency::Yellow:
            return tr("WATCH");
    }
    return {};
}

// Beside its colour each urgency has a word and a shape of its own.
const char* urgency_icon(care::Urgency urgency) {
    switch (urgency) {
        case care::Urgency::RedNow:
            return ui::icon::kAmbulance;
        case care::Urgency::RedToday:
            return ui::icon::kWarning;
        case care::Urgency::Yellow:
            return ui::icon::kEye;
    }
    return "";
}

void draw_referral(const MidwifeModel& model, const ReferralRow& row, Ways& ways) {
    const bool is_open = row.is_open();
    ui::RowStyle style;
    style.icon = row.is_infant ? ui::icon::kChild : ui::icon::kFemale;
    style.title = model.title(row);
    style.detail = model.reasons(row);
    if (is_open) style.note = model.waited(row);
    if (is_open && model.is_late(row)) style.note += std::string("  ·  ") + tr("too long");
    style.pill_text = is_open ? urgency_word(row.urgency) : tr("answered");
    style.pill_icon = is_open ? urgency_icon(row.urgency) : ui::icon::kCheck;
    const bool is_red = row.urgency != care::Urgency::Yellow || model.is_late(row);
    style.pill_tone = !is_open ? ui::Tone::Ok : is_red ? ui::Tone::Bad : ui::Tone::Warn;
    if (ui::list_row("referral " + row.id, style)) ways.open_referral(row.id);
}

void draw_referrals(const MidwifeModel& model, Ways& ways) {
    {
        const ui::Card card;
        ui::section(tr("Waiting for you"), tr("The most urgent and the longest waiting first."));
        if (model.waiting().empty()) {
            ui::empty_state("none waits", ui::icon::kCheckCircle, tr("No referral waits for you."),
                            tr("New ones come with the next sending."));
        }
        ImGui::PushStyleVar(ImGuiStyleVar_ItemSpacing, {0, 0});
        for (const ReferralRow& row : model.waiting()) draw_referral(model, row, ways);
        ImGui::PopStyleVar();
    }
    if (model.answered().empty()) return;
    const ui::Card card;
    ui::section(tr("Answered"));
    ImGui::PushStyleVar(ImGuiStyleVar_ItemSpacing, {0, 0});
    for (const ReferralRow& row : model.answered()) draw_referral(model, row, ways);
    ImGui::PopStyleVar();
}

void draw_mother(MidwifeModel& model, const MotherRow& mother, const std::string& detail) {
    ui::RowStyle style;
    style.icon = ui::icon::kFemale;
    style.title = mother.name;
    style.detail = detail;
    if (mother.has_open_referral) style.pill_text = tr("referral open");
    if (mother.has_danger_sign && style.pill_text.empty()) style.pill_text = tr("danger sign");
    style.pill_icon = style.pill_text.empty() ? "" : ui::icon::kWarning;
    style.pill_tone = ui::Tone::Bad;
    if (ui::list_row("mother " + mother.id, style)) model.mother_pressed(mother);
}

void draw_mothers(MidwifeModel& model) {
    std::vector<ui::Chip> chips;
    std::string chosen;
    for (const Filter& filter : kFilters) {
        chips.push_back({filter.key, tr(filter.text), static_cast<int>(model.count(filter.whom))});
        if (filter.whom == model.whom()) chosen = filter.key;
    }
    const auto pressed = ui::chips("whom", chips, chosen);
    for (const Filter& filter : kFilters) {
        if (pressed && *pressed == filter.key) model.show(filter.whom);
    }
    const ui::Card card;
    if (model.mothers().empty()) {
        ui::empty_state("no mothers", ui::icon::kFemale, tr("Nobody here."),
                        tr("Choose another filter above."));
        return;
    }
    ui::rows_in_sight(model.mothers().size(), ui::px(ui::kListRow), [&](std::size_t i) {
        draw_mother(model, model.mothers()[i], model.about(model.mothers()[i]));
    });
}

void draw_births(MidwifeModel& model) {
    const ui::Card card;
    ui::section(tr("Births expected"), tr("The nearest day first."));
    if (model.births().empty()) {
        ui::empty_state("no births", ui::icon::kCalendar, tr("No pregnancy is recorded."),
                        tr("A pregnancy is recorded with the family."));
        return;
    }
    ui::rows_in_sight(model.births().size(), ui::px(ui::kListRow), [&](std::size_t i) {
        draw_mother(model, model.births()[i], model.expected(model.births()[i]));
    });
}

void draw_pressed(MidwifeModel& model, Ways& ways) {
    if (model.pressed() == nullptr) return;
    std::optional<std::string> person;
    ui::DialogStyle style;
    style.title = model.pressed()->name;
    style.text = model.about(*model.pressed());
    style.icon = ui::icon::kFemale;
    style.primary = word("Open the family");
    style.secondary = word("Close");
    style.content = [&] {
        ui::text(ui::Type::Small, ui::palette().muted, tr("A contact that you made yourself:"),
                 ui::available());
        for (const MidwifeModel::Contact& contact : model.contacts()) {
            const ui::ButtonStyle button{.icon = ui::icon::kStethoscope, .width = ui::available()};
            if (ui::button({"contact " + contact.person, contact.text}, button)) {
                person = contact.person;
            }
        }
    };
    const auto pressed = ui::dialog("mother", style);
    if (person) ways.open_form(model.contact(*person));
    if (pressed == ui::DialogPress::Primary) ways.open_family(model.pressed()->family);
    if (person || pressed) model.mother_left();
}

void draw_tabs(MidwifeModel& model) {
    const auto pressed =
        ui::tabs("midwife",
                 {{"referrals", tr("Referrals"), static_cast<int>(model.waiting().size())},
                  {"mothers", tr("Mothers")},
                  {"births", tr("Births expected"), static_cast<int>(model.births().size())}},
                 key_of(model.part()));
    for (const Part part : {Part::Referrals, Part::Mothers, Part::Births}) {
        if (pressed && *pressed == key_of(part)) model.open(part);
    }
}

void draw_part(MidwifeModel& model, Ways& ways) {
    switch (model.part()) {
        case Part::Referrals:
            return draw_referrals(model, ways);
        case Part::Mothers:
            return draw_mothers(model);
        case Part::Births:
            return draw_births(model);
    }
}

}  // namespace

void MidwifePage::draw(Ways& ways) {
    ui::redraw_in(kClockSeconds);
    draw_page_head(ways, {"", tr("Midwife")});
    {
        const PageBody body("midwife", false);
        ImGui::PushStyleVar(ImGuiStyleVar_ItemSpacing, {ui::px(12), ui::px(10)});
        draw_tabs(model_);
        draw_part(model_, ways);
        ImGui::PopStyleVar();
    }
    draw_pressed(model_, ways);
}

}  // namespace screens
