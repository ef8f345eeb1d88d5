// Many sessions at once: the days, how often, who; the calendar with what will be written; and
// what to look at again.
#include "client/screens/home_massage/home_questions_view.h"
#include "client/ui/buttons.h"
#include "client/ui/draw.h"
#include "client/ui/icons.h"
#include "client/ui/layout.h"
#include "client/ui/status.h"
#include "client/ui/widgets/calendar_grid.h"
#include "client/ui/widgets/chips.h"
#include "client/ui/words/dates.h"
#include "client/ui/words/weeks.h"

#include <imgui.h>

#include <algorithm>
#include <array>

namespace screens {

using words::tr;
using words::word;

namespace {

constexpr int kTimesShown = 6;
constexpr int kWeek = 7;

ui::FieldStyle field(HomeMassageModel& model, const char* name, bool is_required) {
    ui::FieldStyle style;
    style.required = is_required;
    style.problem = model.tally().problem(name);
    show_if_missing(model, style);
    return style;
}

std::vector<ui::Ready> ready_begins(Date today) {
    const Date monday = words::monday_of(today);
    return {{{"monday", tr("Monday")}, words::typed_date(monday)},
            {{"a week ago", tr("A week ago")}, words::typed_date(base::add_days(today, -kWeek))}};
}

void draw_span(HomeMassageModel& model, Then& then) {
    SessionTally& tally = model.tally();
    ui::FieldStyle from = field(model, "from", true);
    from.hint = tr("dd-mm-yyyy");
    const Date today = model.today();
    if (ui::date_field({"from", tr("From which day?")}, tally.from, ready_begins(today), from)) {
        then = [] {};
    }
    ui::FieldStyle to = field(model, "to", true);
    to.hint = tr("dd-mm-yyyy");
    if (ui::date_field({"to", tr("To which day?")}, tally.to, ready_days(today), to)) then = [] {};
}

void draw_times(HomeMassageModel& model, Then& then) {
    SessionTally& tally = model.tally();
    const ui::Label label{"times", tr("How many times a day?")};
    ui::field_label(label, true);
    std::vector<ui::Chip> times;
    for (int i = 1; i <= kTimesShown; ++i) {
        times.push_back({std::to_string(i), tr("{0} times", {std::to_string(i)})});
    }
    const std::string chosen = tally.times() == 0 ? "" : std::to_string(tally.times());
    const auto pressed = ui::chips("times", times, chosen);
    ui::field_foot(label, field(model, "times", true));
    if (pressed) {
        then = [&tally, count = std::stoi(*pressed)] { tally.times_pressed(count); };
    }
    ui::FieldStyle minutes = field(model, "minutes", false);
    minutes.unit = tr("minutes");
    minutes.help = tr("May stay empty.");
    if (ui::number_field({"minutes", tr("About how many minutes each time?")}, tally.minutes,
                         minutes)) {
        then = [] {};
    }
}

// Who tells: seen sessions are written one by one, with their visit.
void draw_source(HomeMassageModel& model, Then& then) {
    const forms::Question* question = model.form().find("source");
    if (question == nullptr) return;
    std::vector<ui::Option> options = options_of(model.form(), *question);
    std::erase_if(options, [](const ui::Option& each) { return each.key == "OBS"; });
    const auto pressed =
        ui::segmented({"source", question->label.in(words::code())}, options,
                      model.tally().answer("source"), field(model, "source", true));
    if (!pressed) return;
    then = [&model, question, code = *pressed] { model.tally().choose(*question, code); };
}

ui::CalendarDay cell_of(const SessionTally& tally, Date date) {
    ui::CalendarDay cell;
    cell.is_outside = true;
    for (const TallyDay& day : tally.days()) {
        if (day.on != date) continue;
        cell.is_outside = false;
        cell.mark = day.times > 0 ? ui::DayMark::Reported : ui::DayMark::None;
        cell.count = day.times;
    }
    return cell;
}

void draw_selected(SessionTally& tally, Then& then) {
    const auto on = tally.selected();
    if (!on) {
        ui::muted(tr("A day was different? Press it."), ui::available());
        return;
    }
    int times = 0;
    for (const TallyDay& day : tally.days()) times = day.on == *on ? day.times : times;
    const words::Label fewer = word("One less");
    const words::Label more = word("One more");
    const std::string said = tr("{0}: {1} times", {day_words(*on), std::to_string(times)});
    ui::Row row(10);
    row.cell(ui::button_width(fewer, {.icon = ui::icon::kMinus}));
    if (ui::button(fewer, {.icon = ui::icon::kMinus, .enabled = times > 0})) {
        then = [&tally] { tally.fewer(); };
    }
    row.cell(ui::button_width(more, {.icon = ui::icon::kPlus}));
    if (ui::button(more, {.icon = ui::icon::kPlus, .enabled = times < kTimesMost})) {
        then = [&tally] { tally.more(); };
    }
    row.cell(ui::measure(ui::Type::Strong, said).width + ui::px(4));
    ui::push_down(ui::px(11));
    ui::text(ui::Type::Strong, ui::palette().text, said);
    ui::probe::note("status", "selected day", said);
}

void draw_calendar(HomeMassageModel& model, Then& then) {
    SessionTally& tally = model.tally();
    if (tally.days().empty()) return;
    const Date first = tally.days().front().on, last = tally.days().back().on;
    ui::CalendarStyle style;
    style.first = first;
    style.weeks = base::days_between(words::monday_of(first), last) / kWeek + 1;
    style.today = model.today();
    style.selected = tally.selected();
    style.day = [&tally](Date date) { return cell_of(tally, date); };
    const auto pressed = ui::calendar_grid("tally", style);
    if (pressed) then = [&tally, day = *pressed] { tally.day_pressed(day); };
    draw_selected(tally, then);
}

void draw_preview(const SessionTally& tally) {
    const std::string preview = tally.preview();
    if (preview.empty()) return;
    ui::gap(4);
    ui::text(ui::Type::Section, ui::palette().text, preview, ui::available());
    ui::probe::note("status", "preview", preview);
    for (std::size_t i = 0; i < tally.warnings().size(); ++i) {
        ui::banner("warning " + std::to_string(i), ui::Tone::Warn, "", tally.warnings()[i]);
    }
}

struct Said {
    Complaint complaint;
    const char* key;
    const char* text;
};
constexpr std::array<Said, 3> kSaid = {{
    {Complaint::None, "none", words::later("No, at none of them")},
    {Complaint::One, "one", words::later("Yes, at one of them")},
    {Complaint::Unknown, "unknown", words::later("Not known")},
}};

void draw_complaint_day(HomeMassageModel& model, Then& then) {
    SessionTally& tally = model.tally();
    std::vector<ui::Option> days;
    for (const TallyDay& day : tally.days()) {
        if (day.times > 0) days.push_back({base::to_text(day.on), words::long_date(day.on)});
    }
    ui::FieldStyle style = field(model, "complaint_day", true);
    style.hint = tr("Choose …");
    const std::string chosen =
        tally.complaint_day() ? base::to_text(*tally.complaint_day()) : std::string();
    const auto pressed =
        ui::combo({"complaint_day", tr("On which day was it?")}, days, chosen, style);
    const auto day = pressed ? base::parse_date(*pressed) : std::nullopt;
    if (day) then = [&tally, on = *day] { tally.complaint_on(on); };
}

void draw_complaint(HomeMassageModel& model, Then& then) {
    SessionTally& tally = model.tally();
    std::vector<ui::Option> options;
    std::string chosen;
    for (const Said& each : kSaid) {
        options.push_back({each.key, tr(each.text)});
        if (each.complaint == tally.complaint()) chosen = each.key;
    }
    const auto pressed =
        ui::segmented({"complaint", tr("Was there a complaint during or after these massages?")},
                      options, chosen, field(model, "complaint", true));
    for (const Said& each : kSaid) {
        if (pressed != each.key) continue;
        then = [&tally, said = each.complaint] { tally.complaint_said(said); };
    }
    if (tally.complaint() != Complaint::One) return;
    ui::muted(tr("More than one? Write the others down as “One session”."), ui::available());
    draw_complaint_day(model, then);
    for (const char* name : {"adverse", "adverse_severity"}) {
        const forms::Question* question = model.form().find(name);
        const auto code = draw_choices(model.form(), name, tally.answers(name),
                                       field(model, name, std::string(name) == "adverse"));
        if (!code || question == nullptr) continue;
        then = [&tally, question, said = *code] { tally.choose(*question, said); };
    }
    draw_grave(model);
}

}  // namespace

void draw_session_tally(HomeMassageModel& model, Then& then) {
    {
        const ui::Card card;
        ui::section(tr("Which days, how often"), {}, 1);
        draw_span(model, then);
        ui::gap(4);
        draw_times(model, then);
        ui::gap(4);
        draw_calendar(model, then);
        draw_preview(model.tally());
    }
    {
        const ui::Card card;
        ui::section(tr("Who"), {}, 2);
        draw_source(model, then);
        ui::gap(4);
        draw_performer(model, model.tally().answer("performer_id"),
                       model.tally().answer("performer_relation"),
                       field(model, "performer_relation", true), then);
    }
    const ui::Card card;
    ui::section(tr("Complaints"), {}, 3);
    draw_complaint(model, then);
}

}  // namespace screens
