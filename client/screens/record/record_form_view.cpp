#include "client/screens/frame/page_frame.h"
#include "client/screens/record/record_form_page.h"
#include "client/ui/buttons.h"
#include "client/ui/choices.h"
#include "client/ui/draw.h"
#include "client/ui/fields.h"
#include "client/ui/icons.h"
#include "client/ui/redraw.h"
#include "client/ui/status.h"
#include "client/ui/words/dates.h"

#include <imgui.h>

#include <algorithm>

namespace screens {

using forms::Question;
using words::tr;
using words::word;

namespace {

constexpr std::size_t kListMax = 8;  // more choices than this go into a list that opens

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

ui::FieldStyle field_style(const RecordFormModel& model, const Question& question) {
    ui::FieldStyle style;
    style.required = model.is_required(question);
    style.help = model.hint(question);
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

std::vector<ui::Ready> ready_days(const base::Date today) {
    return {{{"today", tr("Today")}, words::typed_date(today)},
            {{"yesterday", tr("Yesterday")}, words::typed_date(base::add_days(today, -1))}};
}

void draw_day(RecordFormModel& model, const Ports& ports, const Question& question,
              const ui::FieldStyle& style) {
    ui::FieldStyle field = style;
    field.hint = tr("dd-mm-yyyy");
    const ui::Label label{question.name, model.label(question)};
    if (ui::date_field(label, model.typed(question.name).text, ready_days(ports.today()), field)) {
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
    } else {
        style.width = std::min(ui::available(), ui::px(460));
        changed = ui::text_field(label, text, style);
    }
    if (changed) model.typed_changed(question.name);
}

void draw_question(RecordFormModel& model, const Ports& ports, const Question& question) {
    const ui::FieldStyle style = field_style(model, question);
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
    ui::gap(4);
}

void draw_units(RecordFormModel& model) {
    if (model.units().empty()) return;
    std::vector<ui::Option> options;
    for (const Unit& unit : model.units()) options.push_back({unit.code, unit.name});
    ui::FieldStyle style;
    style.required = true;
    style.hint = tr("Choose …");
    const ui::Label label = word("Posyandu");
    const auto pressed = options.size() > kListMax
                             ? ui::combo(label, options, model.unit(), style)
                             : ui::choice_list(label, options, model.unit(), style);
    if (pressed) model.choose_unit(*pressed);
    ui::gap(4);
}

void draw_section(RecordFormModel& model, Ways& ways) {
    if (model.sections().empty()) return;
    // A copy: an answer may take the section away while it is drawn.
    const RecordFormModel::Section section = model.sections()[model.at()];
    const ui::Card card;
    ui::section(section.title, "", static_cast<int>(model.at()) + 1);
    if (section.is_private) {
        ui::banner("private", ui::Tone::Warn, tr("Ask this only when nobody else can hear."),
                   tr("Nobody else should see the screen now."));
    }
    if (model.at() == 0) draw_units(model);
    for (std::size_t i = 0; i < section.questions.size(); ++i) {
        draw_question(model, ways.ports(), *section.questions[i]);
        const bool is_sign = model.is_danger_sign(*section.questions[i]);
        if (is_sign && i + 1 < section.questions.size()) ui::separator();
    }
}

struct Mark {
    const char* icon;
    ui::Tone tone;
};

Mark mark_of(RecordFormModel::Progress progress) {
    switch (progress) {
        case RecordFormModel::Progress::Untouched:
            return {"", ui::Tone::Info};
        case RecordFormModel::Progress::Open:
            return {ui::icon::kPen, ui::Tone::Info};
        case RecordFormModel::Progress::Complete:
            return {ui::icon::kCheck, ui::Tone::Ok};
        case RecordFormModel::Progress::Wrong:
            return {ui::icon::kWarning, ui::Tone::Bad};
    }
    return {"", ui::Tone::Info};
}

void draw_contents(RecordFormModel& model) {
    const ui::Card card;
    ui::section(tr("Parts"));
    ImGui::PushStyleVar(ImGuiStyleVar_ItemSpacing, {0, ui::px(2)});
    for (std::size_t i = 0; i < model.sections().size(); ++i) {
        const std::string number = std::to_string(i + 1);
        const Mark mark = mark_of(model.progress(i));
        const ui::StepStyle style{
            .number = number, .icon = mark.icon, .tone = mark.tone, .is_here = i == model.at()};
        if (ui::step({"part " + number, model.sections()[i].title}, style)) model.go(i);
    }
    ImGui::PopStyleVar();
}

void draw_progress(const RecordFormModel& model) {
    const std::string at = tr("Part {0} of {1}", {std::to_string(model.at() + 1),
                                                  std::to_string(model.sections().size())});
    const std::string kept = model.is_draft_kept() ? tr("Draft kept") : "";
    const float width = ui::available();
    const ImVec2 from = ImGui::GetCursorScreenPos();
    ui::text(ui::Type::Medium, ui::palette().text, at);
    const ui::Size size = ui::measure(ui::Type::Small, kept);
    ui::text_at(from.x + width - size.width, from.y + ui::px(3), ui::Type::Small,
                ui::palette().muted, kept);
    ui::progress("answered", model.part_answered(), width);
    ui::gap(2);
}

void draw_page(RecordFormModel& model, Ways& ways) {
    // Another part, or another try to save, begins at the top of the page.
    const std::string id =
        "form " + std::to_string(model.at()) + " " + std::to_string(model.tries());
    const PageBody body(id.c_str(), true);
    ImGui::PushStyleVar(ImGuiStyleVar_ItemSpacing, {ui::px(12), ui::px(10)});
    const float whole = ui::available();
    const bool two = has_side_column();
    {
        ui::Row row(ui::kGap);
        row.cell(two ? whole - ui::px(kSideColumn + ui::kGap) : whole);
        draw_progress(model);
        if (!model.trouble().empty()) {
            ui::banner("trouble", ui::Tone::Bad, "", model.trouble().text());
        }
        draw_section(model, ways);
        if (two) {
            row.cell(ui::px(kSideColumn));
            draw_contents(model);
        }
    }
    ImGui::PopStyleVar();
}

// Throwing answers away is asked about where the button was.
void draw_discard(RecordFormModel& model, PageFoot& foot) {
    const ui::Label yes = word("Yes, throw away");
    const ui::Label no = word("No, keep");
    foot.place_right(ui::button_width(yes));
    const bool confirmed = ui::button(yes, {.emphasis = ui::Emphasis::Danger});
    foot.place_right(ui::button_width(no));
    if (ui::button(no)) model.discard_cancelled();
    if (confirmed) model.discard_confirmed();
}

void draw_foot(RecordFormModel& model, Ways& ways) {
    PageFoot foot;
    const ImVec2 at = ImGui::GetCursorScreenPos();
    if (model.asks_to_discard()) {
        ui::text_at(at.x, at.y + ui::px(13), ui::Type::Medium, ui::palette().bad,
                    tr("Throw these answers away? This cannot be undone."));
        draw_discard(model, foot);
        return;
    }
    const ui::ButtonStyle quiet{.emphasis = ui::Emphasis::Quiet};
    const bool leave = ui::button(word("Continue later"), quiet);
    ImGui::SameLine(0, ui::px(8));
    if (ui::button(word("Throw away"), quiet)) model.discard_clicked();
    const ui::ButtonStyle save{.emphasis = ui::Emphasis::Primary, .icon = ui::icon::kCheck};
    const ui::ButtonStyle next{
        .emphasis = model.may_save() ? ui::Emphasis::Secondary : ui::Emphasis::Primary,
        .icon = ui::icon::kForward};
    const ui::ButtonStyle back{.icon = ui::icon::kBack};
    if (model.may_save()) {
        foot.place_right(ui::button_width(word("Save"), save));
        if (ui::button(word("Save"), save)) model.save_clicked();
    }
    if (!model.is_last()) {
        foot.place_right(ui::button_width(word("Next"), next));
        if (ui::button(word("Next"), next)) model.next();
    }
    if (model.at() > 0) {
        foot.place_right(ui::button_width(word("Back"), back));
        if (ui::button(word("Back"), back)) model.back();
    }
    if (!leave) return;
    model.keep_draft_now();
    if (model.is_draft_kept()) ways.say(tr("Kept as a draft. You find it under Families."));
    ways.form_done(model.start().family);
}

}  // namespace

void RecordFormPage::refresh(Ways& ways) {
    if (model_.is_saved()) {
        ways.say(tr("Saved on this laptop"));
    } else if (model_.is_discarded()) {
        ways.say(tr("Thrown away"));
    } else {
        return;
    }
    const FormStart& start = model_.start();
    const bool is_new_family = start.type == "household" && start.family.empty();
    ways.form_done(is_new_family && model_.is_saved() ? model_.saved_record() : start.family);
}

void RecordFormPage::draw(Ways& ways) {
    if (model_.tick()) ui::redraw_in(static_cast<double>(kDraftPauseMs) / 1000.0);
    draw_page_head(ways, {model_.subject(), model_.title()});
    draw_page(model_, ways);
    draw_foot(model_, ways);
}

}  // namespace screens
