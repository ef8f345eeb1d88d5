#include "client/screens/births/births_page.h"
#include "client/screens/frame/page_frame.h"
#include "client/ui/buttons.h"
#include "client/ui/draw.h"
#include "client/ui/fields.h"
#include "client/ui/icons.h"
#include "client/ui/status.h"
#include "client/ui/widgets/dialog.h"
#include "client/ui/widgets/table.h"
#include "client/ui/words/dates.h"

#include <imgui.h>

namespace screens {

using words::tr;
using words::word;

namespace {

std::string title_of(Near near) {
    switch (near) {
        case Near::Overdue:
            return tr("Expected day has passed");
        case Near::Soon:
            return tr("In the next two weeks");
        case Near::Later:
            return tr("Later");
        case Near::Unknown:
            return tr("Expected day not known");
    }
    return {};
}

ui::RowStyle row_style(const BirthsModel::Row& row) {
    ui::RowStyle style;
    style.icon = ui::icon::kFemale;
    style.title = row.birth.mother_name;
    style.detail = row.when + (row.detail.empty() ? "" : "  ·  " + row.detail);
    style.pill_text = row.urgency;
    if (row.near == Near::Overdue) {
        style.pill_icon = ui::icon::kWarning;
        style.pill_tone = ui::Tone::Bad;
    } else if (row.near == Near::Soon) {
        style.pill_icon = ui::icon::kClock;
        style.pill_tone = ui::Tone::Warn;
    }
    return style;
}

void draw_rows(BirthsModel& model) {
    const ui::Card card;
    std::vector<ui::RowGroup> groups;
    for (const BirthsModel::Group& group : model.groups()) {
        groups.push_back({title_of(group.near), std::to_string(group.count), group.count});
    }
    std::optional<std::size_t> pressed;
    ui::grouped_rows(groups, ui::px(ui::kListRow), [&](std::size_t i) {
        const BirthsModel::Row& row = model.rows()[i];
        if (ui::list_row("birth " + row.birth.mother, row_style(row))) pressed = i;
    });
    if (pressed) model.pressed(*pressed);
}

void draw_top(BirthsModel& model) {
    const words::Label add = word("Write down a pregnancy");
    const ui::ButtonStyle style{.emphasis = ui::Emphasis::Primary, .icon = ui::icon::kPlus};
    const float button = ui::button_width(add, style);
    ui::Row row(12);
    row.cell(ui::available() - button - ui::px(12));
    ui::push_down(ui::px(11));
    ui::muted(model.rows().empty() ? std::string()
                                   : tr("Press a name to write down the birth or a visit."),
              ui::available());
    row.cell(button);
    if (ui::button(add, style)) model.new_clicked();
}

// ---- what became of it

enum class What { Nothing, Born, Visit, Family, Mend, Stillborn, Lost, Moved };

What draw_ways_on() {
    What what = What::Nothing;
    const auto offer = [&](const char* msgid, const char* icon, What means, ui::Emphasis how) {
        const ui::ButtonStyle style{.emphasis = how, .icon = icon, .width = ui::available()};
        if (ui::button(word(msgid), style)) what = means;
    };
    using words::later;
    offer(later("The baby is born"), ui::icon::kChild, What::Born, ui::Emphasis::Primary);
    offer(later("Visit her, or teach the massage"), ui::icon::kHome, What::Visit,
          ui::Emphasis::Secondary);
    offer(later("Open the family"), ui::icon::kFamilies, What::Family, ui::Emphasis::Secondary);
    offer(later("Change the expected day or the place"), ui::icon::kPen, What::Mend,
          ui::Emphasis::Secondary);
    ui::gap(6);
    ui::muted(tr("If it ended otherwise"), ui::available());
    offer(later("Miscarriage"), ui::icon::kHeart, What::Lost, ui::Emphasis::Quiet);
    offer(later("The baby was stillborn"), ui::icon::kHeart, What::Stillborn, ui::Emphasis::Quiet);
    offer(later("She has moved away"), ui::icon::kSignOut, What::Moved, ui::Emphasis::Quiet);
    return what;
}

void go_on(What what, BirthsModel& model, Ways& ways) {
    const ExpectedBirth birth = model.asking()->row.birth;
    switch (what) {
        case What::Nothing:
            return;
        case What::Lost:
            return model.lost_clicked();
        case What::Moved:
            return model.moved_clicked();
        case What::Born:
            ways.open_registering(model.born());
            break;
        case What::Stillborn:
            ways.open_registering(model.stillborn());
            break;
        case What::Visit:
            ways.open_visit(birth.family, VisitKind::Full);
            break;
        case What::Family:
            ways.open_family(birth.family);
            break;
        case What::Mend:
            ways.open_form(model.mend());
            break;
    }
    model.cancelled();
}

void draw_what(BirthsModel& model, Ways& ways) {
    What what = What::Nothing;
    const BirthsModel::Row& row = model.asking()->row;
    const auto pressed =
        ui::dialog("what became of it", {.title = row.birth.mother_name,
                                         .text = row.when,
                                         .icon = ui::icon::kFemale,
                                         .secondary = word("Close"),
                                         .focus_content = true,
                                         .content = [&] { what = draw_ways_on(); }});
    if (what != What::Nothing) return go_on(what, model, ways);
    if (pressed == ui::DialogPress::Secondary) model.cancelled();
}

void draw_end(BirthsModel& model, Ways& ways) {
    BirthsModel::Asking& asking = *model.asking();
    const bool is_loss = asking.asks == BirthsModel::Asks::Loss;
    const Date today = ways.ports().today();
    const auto content = [&] {
        ui::FieldStyle style;
        style.hint = tr("dd-mm-yyyy");
        style.help = tr("May stay empty.");
        style.problem = asking.problem.text();
        const std::vector<ui::Ready> ready = {{{"today", tr("Today")}, words::typed_date(today)}};
        ui::date_field(word("On which day?"), asking.day, ready, style);
    };
    const std::string text =
        is_loss ? tr("We are sorry. Nothing more is asked. Visit her as she wishes, and tell the "
                     "midwife so that she is looked after.")
                : tr("She leaves the list of births to come. What was written down stays.");
    const auto pressed = ui::dialog("the end of it", {.title = asking.row.birth.mother_name,
                                                      .text = text,
                                                      .icon = ui::icon::kHeart,
                                                      .primary = word("Save"),
                                                      .secondary = word("Cancel"),
                                                      .content = content});
    if (pressed == ui::DialogPress::Secondary) return model.cancelled();
    if (pressed == ui::DialogPress::Primary && model.end_confirmed()) {
        ways.say(tr("Saved on this laptop"));
    }
}

// ---- a new one

std::optional<RegisterStart> draw_found(BirthsModel& model) {
    std::optional<RegisterStart> start;
    BirthsModel::Finding& finding = *model.finding();
    ui::FieldStyle style;
    style.hint = tr("Name of the mother or of the family");
    if (ui::search_field(word("Find the mother"), finding.query, style)) model.query_typed();
    for (const BirthsModel::Choice& choice : finding.found) {
        ui::RowStyle row;
        row.icon = choice.mother.empty() ? ui::icon::kPlus : ui::icon::kFemale;
        row.title = choice.name;
        row.detail = choice.detail;
        const std::string key = choice.mother.empty() ? "in " + choice.family : choice.mother;
        if (ui::list_row("find " + key, row)) start = model.chosen(choice);
    }
    const bool is_none = !finding.asked_for.empty() && finding.found.empty();
    if (is_none) ui::muted(tr("Nobody found"), ui::available());
    return start;
}

void draw_finding(BirthsModel& model, Ways& ways) {
    std::optional<RegisterStart> start;
    const auto pressed =
        ui::dialog("find the mother", {.title = tr("Who is pregnant?"),
                                       .text = tr("Look first whether she is known already."),
                                       .icon = ui::icon::kSearch,
                                       .primary = word("She is new: new family"),
                                       .primary_emphasis = ui::Emphasis::Secondary,
                                       .secondary = word("Cancel"),
                                       .width = 620,
                                       .focus_content = true,
                                       .enter_in_field_is_primary = false,
                                       .content = [&] { start = draw_found(model); }});
    if (pressed == ui::DialogPress::Primary) start = model.new_family();
    if (start) ways.open_registering(*start);
    if (start || pressed == ui::DialogPress::Secondary) model.finding_cancelled();
}

}  // namespace

void BirthsPage::draw(Ways& ways) {
    draw_page_head(ways, {tr("Births to come"), tr("Pregnancies")});
    {
        const PageBody body("births", false);
        ImGui::PushStyleVar(ImGuiStyleVar_ItemSpacing, {ui::px(12), ui::px(10)});
        draw_top(model_);
        if (model_.rows().empty()) {
            const ui::Card card;
            ui::empty_state("no birth", ui::icon::kCalendar, tr("No birth is expected"),
                            tr("Write down each pregnancy with its expected day. It stands here "
                               "until the baby is born."));
        } else {
            draw_rows(model_);
        }
        ImGui::PopStyleVar();
    }
    if (model_.asking()) {
        if (model_.asking()->asks == BirthsModel::Asks::What) {
            draw_what(model_, ways);
        } else {
            draw_end(model_, ways);
        }
    }
    if (model_.finding()) draw_finding(model_, ways);
}

}  // namespace screens
