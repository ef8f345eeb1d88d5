// What the babies were fed, the massage, and the referrals of a family.
#include "client/screens/family/family_tabs_view.h"
#include "client/ui/buttons.h"
#include "client/ui/draw.h"
#include "client/ui/icons.h"
#include "client/ui/layout.h"
#include "client/ui/status.h"
#include "client/ui/widgets/calendar_grid.h"
#include "client/ui/words/dates.h"

#include <imgui.h>

namespace screens {

using words::tr;
using words::word;

namespace {

ui::MonthMark mark_of(care::Mark mark) {
    switch (mark) {
        case care::Mark::NotYet:
            return ui::MonthMark::Empty;
        case care::Mark::Exclusive:
            return ui::MonthMark::Tick;
        case care::Mark::Other:
            return ui::MonthMark::Cross;
        case care::Mark::NotKnown:
            return ui::MonthMark::Absent;
    }
    return ui::MonthMark::Empty;
}

void draw_months(FamilyPageModel& model, const InfantAsi& asi, Pressed& pressed) {
    std::vector<ui::MonthCell> cells;
    for (std::size_t i = 0; i < asi.months.size(); ++i) {
        cells.push_back(
            {tr("{0} mo", {std::to_string(i)}), mark_of(asi.months[i].mark), asi.months[i].is_now});
    }
    const auto cell = ui::month_strip("months " + asi.id, cells);
    ui::muted(tr("√ only breast milk  ·  X given something else  ·  A not asked or not known"),
              ui::available());
    if (!cell) return;
    const AsiMonth& month = asi.months[*cell];
    if (!month.record.empty()) model.record_pressed(month.record);
    if (month.is_now) pressed = model.start_recall(asi);
}

void draw_asked(FamilyPageModel& model, const InfantAsi& asi) {
    ImGui::PushStyleVar(ImGuiStyleVar_ItemSpacing, {0, 0});
    for (const AskedRow& row : asi.asked) {
        ui::RowStyle style;
        style.icon = ui::icon::kTint;
        style.title = row.fed;
        style.detail = row.age.empty() ? row.day : row.day + "  ·  " + tr("aged {0}", {row.age});
        style.note = row.other_ever;
        if (!row.is_complete) {
            style.pill_text = tr("not complete");
            style.pill_tone = ui::Tone::Warn;
        }
        if (ui::list_row("asked " + row.record, style)) model.record_pressed(row.record);
    }
    ImGui::PopStyleVar();
}

void draw_infant_asi(FamilyPageModel& model, const InfantAsi& asi, Pressed& pressed) {
    const ui::Card card;
    ui::section(asi.name);
    draw_months(model, asi, pressed);
    ui::gap(4);
    ui::text(ui::Type::Strong, ui::palette().text, tr("Half year: {0}", {asi.half_year}),
             ui::available());
    ui::gap(4);
    if (asi.asked.empty()) {
        ui::muted(tr("Nobody has asked yet what the baby is given."), ui::available());
    }
    draw_asked(model, asi);
}

ui::CalendarDay day_of(const MotherMassage& massage, Date date) {
    ui::CalendarDay day;
    day.is_outside = date < massage.first || date > massage.last;
    const auto found = massage.days.find(date);
    if (found == massage.days.end()) return day;
    const bool was_seen = found->second.observed > 0;
    day.mark = was_seen ? ui::DayMark::Observed : ui::DayMark::Reported;
    day.count = was_seen ? found->second.observed : found->second.reported;
    return day;
}

void draw_calendar(FamilyPageModel& model, const MotherMassage& massage) {
    ui::CalendarStyle style;
    style.first = model.calendar_first(massage);
    style.weeks = kCalendarWeeks;
    style.today = massage.last;
    style.selected = model.day_selected(massage.id);
    style.day = [&](Date date) { return day_of(massage, date); };
    style.observed = tr("seen by a cadre or midwife");
    style.reported = tr("told by the family");
    const auto pressed = ui::calendar_grid("massage " + massage.id, style);
    if (pressed) model.day_pressed(massage.id, *pressed);
    const bool is_early = model.may_go_earlier(massage);
    const bool is_late = model.may_go_later();
    if (is_early && ui::button(word("Earlier weeks"))) model.go_earlier();
    if (is_early && is_late) ImGui::SameLine();
    if (is_late && ui::button(word("Later weeks"))) model.go_later();
}

void draw_day(FamilyPageModel& model, const MotherMassage& massage) {
    const auto day = model.day_selected(massage.id);
    if (!day) return;
    const auto found = massage.days.find(*day);
    ui::text(ui::Type::Strong, ui::palette().text, words::long_date(*day), ui::available());
    if (found == massage.days.end()) {
        ui::muted(tr("No massage is recorded on this day."), ui::available());
        return;
    }
    ImGui::PushStyleVar(ImGuiStyleVar_ItemSpacing, {0, 0});
    for (const SessionRow& session : found->second.sessions) {
        ui::RowStyle style;
        style.icon = ui::icon::kHand;
        style.title = session.when;
        style.detail = session.detail;
        if (ui::list_row("session " + session.record, style)) model.record_pressed(session.record);
    }
    ImGui::PopStyleVar();
}

void draw_teachings(FamilyPageModel& model, const MotherMassage& massage) {
    if (massage.teachings.empty()) return;
    ui::gap(8);
    ui::section(tr("Who was taught"));
    ImGui::PushStyleVar(ImGuiStyleVar_ItemSpacing, {0, 0});
    for (const TeachingRow& row : massage.teachings) {
        ui::RowStyle style;
        style.icon = ui::icon::kHand;
        style.title = row.who;
        style.detail = row.retest.empty() ? row.day : row.day + "  ·  " + row.retest;
        style.pill_text = row.result;
        style.pill_icon = row.is_passed ? ui::icon::kCheck : "";
        style.pill_tone = row.is_passed      ? ui::Tone::Ok
                          : row.is_to_repeat ? ui::Tone::Warn
                                             : ui::Tone::Info;
        if (ui::list_row("taught " + row.record, style)) model.record_pressed(row.record);
    }
    ImGui::PopStyleVar();
}

// Teaching somebody, or having it shown again by who was to repeat it.
void draw_teaching_doors(const FamilyPageModel& model, const MotherMassage& massage,
                         Pressed& pressed) {
    for (const TeachingRow& row : massage.teachings) {
        if (!row.is_to_repeat || row.learner.empty()) continue;
        const words::Label again{"again " + row.learner, tr("{0} shows it again", {row.who})};
        if (!ui::button(again, {.emphasis = ui::Emphasis::Primary, .icon = ui::icon::kHand})) {
            continue;
        }
        pressed = model.family().start("massage_teaching", massage.id);
        pressed->known.set("mother_id", massage.id);
        pressed->known.set("trainee_id", row.learner);
    }
}

void draw_mother_massage(FamilyPageModel& model, const MotherMassage& massage, Pressed& pressed) {
    const ui::Card card;
    ui::section(massage.name,
                tr("Seen: {0} times  ·  told by the family: {1} times",
                   {std::to_string(massage.observed), std::to_string(massage.reported)}));
    draw_calendar(model, massage);
    draw_day(model, massage);
    draw_teachings(model, massage);
    if (model.parts().may_teach) draw_teaching_doors(model, massage, pressed);
}

void draw_referral(Ways& ways, const FamilyReferral& referral) {
    ui::RowStyle style;
    style.icon = ui::icon::kAmbulance;
    style.title = referral.who.empty() ? referral.why : referral.who + ": " + referral.why;
    style.detail = referral.day + "  ·  " + referral.urgency;
    if (!referral.feedback.empty()) style.detail = referral.day + "  ·  " + referral.feedback;
    style.pill_text = referral.is_open ? tr("no answer yet") : referral.outcome;
    style.pill_tone = !referral.is_open    ? ui::Tone::Ok
                      : referral.is_urgent ? ui::Tone::Bad
                                           : ui::Tone::Warn;
    style.pill_icon = referral.is_open ? ui::icon::kClock : "";
    if (ui::list_row("referral " + referral.record, style)) ways.open_referral(referral.record);
}

}  // namespace

void draw_feeding(FamilyPageModel& model, Pressed& pressed) {
    for (const InfantAsi& each : model.parts().asi) draw_infant_asi(model, each, pressed);
}

void draw_massage(FamilyPageModel& model, Pressed& pressed, Ways& ways) {
    for (const MotherMassage& each : model.parts().massage) {
        draw_mother_massage(model, each, pressed);
    }
    const ui::ButtonStyle style{.icon = ui::icon::kPlus};
    if (!ui::button(word("Massage at home"), style)) return;
    HomeMassageStart start;
    start.family = model.family().family().id;
    if (!model.parts().massage.empty()) start.mother = model.parts().massage.front().id;
    ways.open_home_massage(start);
}

void draw_referrals(const FamilyPageModel& model, Pressed& pressed, Ways& ways) {
    const ui::Card card;
    ui::section(tr("Referrals"), tr("Those that wait for an answer stand first."));
    ImGui::PushStyleVar(ImGuiStyleVar_ItemSpacing, {0, 0});
    for (const FamilyReferral& each : model.parts().referrals) draw_referral(ways, each);
    ImGui::PopStyleVar();
    const ui::ButtonStyle style{.icon = ui::icon::kPlus};
    if (ui::button(word("Write a referral"), style)) pressed = model.family().start("referral");
}

}  // namespace screens
