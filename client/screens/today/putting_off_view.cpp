#include "client/screens/today/putting_off_view.h"

#include "client/ui/choices.h"
#include "client/ui/draw.h"
#include "client/ui/icons.h"
#include "client/ui/layout.h"
#include "client/ui/widgets/chips.h"
#include "client/ui/widgets/dialog.h"
#include "client/ui/words/dates.h"

namespace screens {

using words::tr;
using words::word;

namespace {

using What = TodayModel::Putting::What;

// What is missing stands below the last question.
ui::FieldStyle problem_of(const TodayModel& model) {
    ui::FieldStyle style;
    if (!model.putting()->problem.empty()) style.problem = model.putting()->problem.text();
    return style;
}

void draw_what(TodayModel& model) {
    const bool is_off = model.putting()->what == What::Off;
    const auto pressed = ui::segmented(
        word("What now?"), {{"off", tr("Another day")}, {"called off", tr("Cannot be visited")}},
        is_off ? "off" : "called off");
    if (pressed) model.what_chosen(*pressed == "off" ? What::Off : What::CalledOff);
}

void draw_tasks(TodayModel& model) {
    const auto& putting = *model.putting();
    if (putting.tasks.size() < 2 && putting.tasks.size() == putting.chosen.size()) return;
    std::vector<ui::Chip> chips;
    for (const AgendaTask& task : putting.tasks) chips.push_back({task.id, model.line_of(task)});
    ui::field_label(word("Which tasks?"), false);
    const auto pressed = ui::chips("Which tasks?", chips, putting.chosen);
    if (pressed) model.task_ticked(*pressed);
}

std::string day_text(Date day, Date today) {
    const std::string date = words::day_and_month(day, today);
    const int days = base::days_between(today, day);
    if (days == 1) return tr("Tomorrow, {0}", {date});
    return tr("In {0} days, {1}", {std::to_string(days), date});
}

void draw_days(TodayModel& model, Date today) {
    std::vector<ui::Option> options;
    for (const Date day : model.days_to_put_off()) {
        options.push_back({base::to_text(day), day_text(day, today)});
    }
    const auto pressed =
        ui::segmented(word("Put off to"), options, model.putting()->day, problem_of(model));
    if (pressed) model.putting()->day = *pressed;
}

void draw_reasons(TodayModel& model) {
    auto& putting = *model.putting();
    const bool is_other = putting.reason == "OTHER";
    ui::FieldStyle problem = problem_of(model);
    const auto pressed = ui::segmented(word("Why?"),
                                       {{"REFUSED", tr("Does not want it")},
                                        {"MOVED", tr("Has moved away")},
                                        {"OTHER", tr("Another reason")}},
                                       putting.reason, is_other ? ui::FieldStyle{} : problem);
    if (pressed) putting.reason = *pressed;
    if (is_other) {
        problem.required = true;
        ui::text_field(word("The reason"), putting.note, problem);
    }
    ui::muted(tr("If the mother or the baby has died, write it down with that person instead."),
              ui::available());
}

}  // namespace

void draw_putting_off(TodayModel& model, Ways& ways) {
    if (!model.putting()) return;
    ui::DialogStyle style;
    style.title = tr("{0}: not today", {model.putting()->name});
    style.text = tr("The task stays on the list, with what you write here.");
    style.icon = ui::icon::kCalendar;
    style.width = 860;
    style.primary = word("Save");
    style.secondary = word("Cancel");
    style.content = [&] {
        draw_what(model);
        draw_tasks(model);
        if (model.putting()->what == What::Off) {
            draw_days(model, ways.ports().today());
        } else {
            draw_reasons(model);
        }
    };
    const auto pressed = ui::dialog("putting off", style);
    if (pressed == ui::DialogPress::Secondary) model.putting_cancelled();
    if (pressed == ui::DialogPress::Primary && model.putting_confirmed()) {
        ways.say(tr("Saved. It can be taken back at the end of the list."));
    }
}

}  // namespace screens
