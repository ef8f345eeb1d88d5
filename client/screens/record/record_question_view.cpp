#include "client/screens/record/record_question_view.h"

#include "client/ui/choices.h"
#include "client/ui/draw.h"
#include "client/ui/fields.h"
#include "client/ui/icons.h"
#include "client/ui/keyboard.h"
#include "client/ui/layout.h"
#include "client/ui/status.h"
#include "client/ui/words/dates.h"

#include <imgui.h>

#include <algorithm>

namespace screens {

using forms::Question;
using words::tr;
using words::word;

namespace {

ui::Tone tone_of(forms::Severity severity) {
    switch (severity) {
        case forms::Severity::Error:
            return ui::Tone::Bad;
        case forms::Severity::Warning:
        case forms::Severity::Flag:
            return ui::Tone::Warn;
    }
    return ui::Tone::Bad;
}

// The form's own hint, last time's answer, and a weight in the unit that people say.
std::string help_of(const RecordFormModel& model, const Question& question) {
    std::string help = model.hint(question);
    const auto add = [&](const std::string& more) {
        if (!more.empty()) help += (help.empty() ? "" : "  ·  ") + more;
    };
    if (question.unit == "g" && !model.answer(question.name).empty()) {
        add("= " + model.shown(question));
    }
    add(model.previous(question));
    return help;
}

ui::FieldStyle field_style(const RecordFormModel& model, const Question& question) {
    ui::FieldStyle style;
    style.required = model.is_required(question);
    style.help = help_of(model, question);
    if (const auto remark = model.remark(question.name)) {
        style.problem = remark->text;
        style.problem_tone = tone_of(remark->severity);
    }
    return style;
}

std::vector<ui::Option> options_of(const RecordFormModel& model, const Question& question) {
    std::vector<ui::Option> options;
    for (Offer& offer : model.offers(question)) {
        options.push_back({std::move(offer.code), std::move(offer.text)});
    }
    return options;
}

void draw_yes_no(RecordFormModel& model, const Question& question, const ui::FieldStyle& field) {
    ui::ChoiceStyle style;
    style.field = field;
    style.yes_is_alarming = model.is_danger_sign(question);
    const auto pressed =
        ui::question({question.name, model.label(question)}, options_of(model, question),
                     model.answer(question.name), style);
    if (pressed) model.choose(question.name, *pressed);
    if (const auto alarm = model.alarm(question)) {
        ui::banner(question.name + "/alarm", ui::Tone::Bad, *alarm, "");
    }
}

void draw_one(RecordFormModel& model, const Question& question, ui::FieldStyle style) {
    const ui::Label label{question.name, model.label(question)};
    const auto options = options_of(model, question);
    const std::string chosen = model.answer(question.name);
    style.hint = tr("Choose …");
    const auto pressed = options.size() > kListMax ? ui::combo(label, options, chosen, style)
                                                   : ui::choice_list(label, options, chosen, style);
    if (pressed) model.choose(question.name, *pressed);
}

// A day still to come has other ready answers than one that has been.
std::vector<ui::Ready> ready_days(const Question& question, const base::Date today) {
    const auto in_days = [today](int days) {
        return words::typed_date(base::add_days(today, days));
    };
    if (question.name == "next_visit_date") {
        return {{{"tomorrow", tr("Tomorrow")}, in_days(1)},
                {{"in a week", tr("In a week")}, in_days(7)},
                {{"in a month", tr("In 30 days")}, in_days(30)}};
    }
    return {{{"today", tr("Today")}, words::typed_date(today)},
            {{"yesterday", tr("Yesterday")}, words::typed_date(base::add_days(today, -1))}};
}

void draw_day(RecordFormModel& model, const Ports& ports, const Question& question,
              const ui::FieldStyle& style) {
    ui::FieldStyle field = style;
    field.hint = tr("dd-mm-yyyy");
    const ui::Label label{question.name, model.label(question)};
    if (ui::date_field(label, model.typed(question.name).text, ready_days(question, ports.today()),
                       field)) {
        model.typed_changed(question.name);
    }
}

void draw_time(RecordFormModel& model, const Question& question, ui::FieldStyle style) {
    style.hint = tr("hh:mm");
    style.width = ui::px(140);
    const ui::Label label{question.name, model.label(question)};
    if (ui::text_field(label, model.typed(question.name).text, style)) {
        model.typed_changed(question.name);
    }
}

void draw_day_and_time(RecordFormModel& model, const Ports& ports, const Question& question,
                       const ui::FieldStyle& style) {
    Typed& typed = model.typed(question.name);
    const ui::Label label{question.name, model.label(question)};
    ImGui::BeginGroup();
    ui::field_label(label, style.required);
    bool changed = false;
    {
        ui::Row row(8);
        ui::FieldStyle day;
        day.hint = tr("dd-mm-yyyy");
        day.width = ui::px(160);
        row.cell(day.width);
        changed = ui::text_field({question.name, ""}, typed.text, day);
        ui::FieldStyle time;
        time.hint = tr("hh:mm");
        time.width = ui::px(110);
        row.cell(time.width);
        changed = ui::text_field({question.name + "/time", ""}, typed.time, time) || changed;
        const ui::Label now{question.name + "/now", tr("Now")};
        row.cell(ui::button_width(now));
        if (ui::button(now)) {
            const base::Zone zone = ports.zone();
            const std::string text = base::to_date_time_text(ports.clock.now(), zone);
            typed = show_typed(forms::QuestionType::DateTime, text);
            changed = true;
        }
    }
    ui::field_foot(label, style);
    ImGui::EndGroup();
    if (changed) model.typed_changed(question.name);
}

void draw_typed(RecordFormModel& model, const Question& question, ui::FieldStyle style) {
    const ui::Label label{question.name, model.label(question)};
    std::string& text = model.typed(question.name).text;
    bool changed = false;
    if (model.asked(question) == Asked::LongText) {
        changed = ui::text_area(label, text, 3, style);
    } else if (model.asked(question) == Asked::Number) {
        style.unit = question.unit == "C" ? "°C" : question.unit;
        changed = ui::number_field(label, text, style);
        const words::Label count{question.name + "/count", tr("Count the breaths")};
        if (RecordFormModel::counts_breaths(question) &&
            ui::button(count, {.icon = ui::icon::kClock})) {
            model.count_breaths_clicked();
        }
    } else {
        style.width = std::min(ui::available(), ui::px(460));
        changed = ui::text_field(label, text, style);
    }
    if (changed) model.typed_changed(question.name);
}

// What was probably meant, one press away.
void draw_offer(RecordFormModel& model, const Question& question) {
    const auto offer = model.offered(question);
    if (!offer) return;
    const ui::Label label{question.name + "/offer", tr("Did you mean {0}?", {offer->text})};
    if (ui::button(label, {.icon = ui::icon::kCheck})) model.take_offer(question);
}

void draw_asked(RecordFormModel& model, const Ports& ports, const Question& question,
                const ui::FieldStyle& style) {
    switch (model.asked(question)) {
        case Asked::Note:
            ui::muted(model.label(question), ui::available());
            break;
        case Asked::YesNo:
            draw_yes_no(model, question, style);
            break;
        case Asked::One:
            draw_one(model, question, style);
            break;
        case Asked::Several: {
            const auto pressed =
                ui::check_list({question.name, model.label(question)}, options_of(model, question),
                               model.answers(question.name), style);
            if (pressed) model.toggle(question.name, *pressed);
            break;
        }
        case Asked::Text:
        case Asked::LongText:
        case Asked::Number:
            draw_typed(model, question, style);
            break;
        case Asked::Day:
            draw_day(model, ports, question, style);
            break;
        case Asked::TimeOfDay:
            draw_time(model, question, style);
            break;
        case Asked::DayAndTime:
            draw_day_and_time(model, ports, question, style);
            break;
    }
}

void mark_current(float x, float top) {
    const float bottom = ImGui::GetCursorScreenPos().y - ui::px(8);
    ui::fill({x - ui::px(12), top, x - ui::px(8), bottom}, ui::palette().primary, 2);
}

}  // namespace

void draw_question(RecordFormModel& model, const Ports& ports, const Question& question,
                   const QuestionView& view) {
    const ImVec2 from = ImGui::GetCursorScreenPos();
    if (view.scrolls_here) ImGui::SetScrollHereY(0.35F);
    ui::FieldStyle style = field_style(model, question);
    style.takes_focus = view.takes_focus;
    if (view.takes_focus && !is_typed(question.type)) ui::keyboard::focus_next_press();
    draw_asked(model, ports, question, style);
    draw_offer(model, question);
    if (view.is_current) mark_current(from.x, from.y);
    ui::gap(4);
}

void draw_answer(const RecordFormModel& model, const Question& question) {
    const std::string answer = model.shown(question);
    ui::text(ui::Type::Small, ui::palette().muted, model.label(question), ui::available());
    ui::text(ui::Type::Body, answer.empty() ? ui::palette().muted : ui::palette().text,
             answer.empty() ? std::string("–") : answer, ui::available());
    ui::gap(2);
}

}  // namespace screens
