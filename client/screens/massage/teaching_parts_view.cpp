// What the parts of a teaching ask and say.
#include "client/screens/massage/safety_check_view.h"
#include "client/screens/massage/teaching_view.h"
#include "client/ui/buttons.h"
#include "client/ui/choices.h"
#include "client/ui/draw.h"
#include "client/ui/icons.h"
#include "client/ui/layout.h"
#include "client/ui/status.h"

#include <imgui.h>

#include <algorithm>
#include <functional>

namespace screens {

using words::tr;
using words::word;
using Ask = TeachingModel::Ask;
// What an answer changes, done when the part is drawn: it may take questions away.
using Then = std::function<void()>;

namespace {

constexpr std::size_t kSegmentsMax = 3;
constexpr std::size_t kListMax = 9;
constexpr const char* kHerself = "SENDIRI";

ui::FieldStyle field_style(const TeachingModel& model, const Ask& ask) {
    ui::FieldStyle style;
    style.required = model.is_required(ask);
    style.help = ask.question->hint.in(words::code());
    if (const auto remark = model.remark(ask)) {
        style.problem = remark->text;
        style.problem_tone =
            remark->severity == forms::Severity::Error ? ui::Tone::Bad : ui::Tone::Warn;
    }
    return style;
}

// Shown and done by the family are said on their own parts; the mother does not teach herself.
bool is_offered(const Ask& ask, const std::string& code) {
    const std::string& name = ask.question->name;
    if (name == "methods") return code != "DEMO" && code != "RETURN_DEMO";
    return name != "trainee_relation" || code != kHerself;
}

std::vector<ui::Option> options_of(const Ask& ask) {
    std::vector<ui::Option> options;
    for (const forms::Choice& choice : ask.part->form->choices_of(*ask.question)) {
        if (!is_offered(ask, choice.code)) continue;
        options.push_back({choice.code, choice.label.in(words::code())});
    }
    return options;
}

void draw_choice(TeachingModel& model, const Ask& ask, ui::FieldStyle style, Then& then) {
    const ui::Label label{ask.key(), ask.question->label.in(words::code())};
    const std::string chosen = model.said(ask.key());
    const auto options = options_of(ask);
    style.hint = tr("Choose …");
    std::optional<std::string> pressed;
    if (ask.question->list.rfind("yes_no", 0) == 0) {
        ui::ChoiceStyle choice;
        choice.field = style;
        pressed = ui::question(label, options, chosen, choice);
    } else if (options.size() <= kSegmentsMax) {
        pressed = ui::segmented(label, options, chosen, style);
    } else if (options.size() <= kListMax) {
        pressed = ui::choice_list(label, options, chosen, style);
    } else {
        pressed = ui::combo(label, options, chosen, style);
    }
    if (pressed) then = [&model, key = ask.key(), code = *pressed] { model.choose(key, code); };
}

void draw_several(TeachingModel& model, const Ask& ask, const ui::FieldStyle& style, Then& then) {
    std::vector<std::string> chosen;
    const auto options = options_of(ask);
    for (const auto& option : options) {
        const std::string all = " " + model.said(ask.key()) + " ";
        if (all.find(" " + option.key + " ") != std::string::npos) chosen.push_back(option.key);
    }
    const auto pressed =
        ui::check_list({ask.key(), ask.question->label.in(words::code())}, options, chosen, style);
    if (pressed) then = [&model, ask, code = *pressed] { model.toggle(ask, code); };
}

// 0 to 10 in one row of buttons: no typing with the family around.
void draw_ten(TeachingModel& model, const Ask& ask, Then& then) {
    const ui::Label label{ask.key(), ask.question->label.in(words::code())};
    ui::field_label(label, model.is_required(ask));
    const std::string chosen = model.said(ask.key());
    const float gap = ui::px(4);
    const float whole = ui::available();
    const float least = ui::px(44);
    const int in_line = whole >= 11 * least + 10 * gap ? 11 : 6;
    const float width = std::min(
        ui::px(72), (whole - gap * static_cast<float>(in_line - 1)) / static_cast<float>(in_line));
    for (int first = 0; first <= 10; first += in_line) {
        ui::Row row(4);
        for (int n = first; n <= std::min(10, first + in_line - 1); ++n) {
            const std::string text = std::to_string(n);
            const bool is_on = chosen == text;
            const auto emphasis = is_on ? ui::Emphasis::Primary : ui::Emphasis::Secondary;
            row.cell(width);
            if (ui::button({ask.key() + "/" + text, text},
                           {.emphasis = emphasis, .width = width})) {
                then = [&model, key = ask.key(), text] { model.choose(key, text); };
            }
        }
    }
    ui::gap(6);
}

bool is_of_ten(const std::string& name) {
    return name == "relax_before" || name == "relax_after" || name == "comfort";
}

void draw_number(TeachingModel& model, const Ask& ask, ui::FieldStyle style, Then& then) {
    style.unit = ask.question->unit;
    style.width = std::min(ui::available(), ui::px(220));
    const ui::Label label{ask.key(), ask.question->label.in(words::code())};
    if (ui::number_field(label, model.typed(ask.key()), style)) {
        then = [&model] { model.typed_changed(); };
    }
}

void draw_asks(TeachingModel& model, const std::vector<std::string>& names, Then& then) {
    for (const Ask& ask : model.asks(model.at())) {
        const std::string& name = ask.question->name;
        if (std::find(names.begin(), names.end(), name) == names.end()) continue;
        const ui::FieldStyle style = field_style(model, ask);
        if (is_of_ten(name)) {
            draw_ten(model, ask, then);
        } else if (ask.question->type == forms::QuestionType::SelectMultiple) {
            draw_several(model, ask, style, then);
        } else if (ask.question->type == forms::QuestionType::SelectOne) {
            draw_choice(model, ask, style, then);
        } else {
            draw_number(model, ask, style, then);
        }
        ui::gap(4);
    }
}

// ---- who learns

void draw_who(TeachingModel& model, Ways& ways, Then& then) {
    const std::string remark = model.trainer_remark();
    if (!remark.empty()) {
        ui::banner("trainer", ui::Tone::Info, remark,
                   tr("A refresher is needed. Ask the midwife when the next training is."));
    }
    const ui::Card card;
    ui::section(tr("Who learns the massage?"),
                tr("Her husband, her mother, her mother-in-law: whom she likes to have near."));
    std::vector<ui::Option> options;
    for (const auto& each : model.learners()) {
        const std::string detail = each.detail.empty() ? "" : "  ·  " + each.detail;
        options.push_back({each.id, each.name + detail});
    }
    const std::string key = "teaching.trainee_id";
    if (options.empty()) {
        ui::muted(tr("Nobody else of this family is written down yet."), ui::available());
    } else {
        ui::FieldStyle style;
        style.required = true;
        const auto pressed =
            ui::choice_list({key, tr("Somebody of the family")}, options, model.said(key), style);
        if (pressed) then = [&model, key, id = *pressed] { model.choose(key, id); };
    }
    const words::Label add = word("Add somebody of the family");
    if (ui::button(add, {.icon = ui::icon::kPlus})) ways.open_form(model.somebody_new());
    ui::gap(6);
    draw_asks(model, {"trainee_relation"}, then);
    draw_report(model, ways);
}

// ---- her yes, and why

void draw_consent(TeachingModel& model, Then& then) {
    const ui::Card card;
    ui::section(tr("Ask her, and wait for her answer"));
    std::vector<std::string> points = {tr("Say what will happen: her back is stroked for a few "
                                          "minutes, by somebody she chose."),
                                       tr("She may say no, and she may stop at any time."),
                                       tr("Close the door or the curtain.")};
    if (model.is_hands_off()) {
        points = {tr("Nobody touches her today. Ask her for a later day."),
                  tr("She may say no, and she may stop at any time.")};
    }
    draw_points(points);
    ui::gap(4);
    draw_asks(model, {"consent_touch", "relax_before"}, then);
}

std::vector<std::string> what_to_say(const TeachingModel& model) {
    std::vector<std::string> points;
    if (model.safety().is_not_for_milk()) {
        return {tr("It is not for milk. Do not offer it for that."),
                tr("A calm touch can help her relax, if she likes it."),
                tr("She may stop at any time.")};
    }
    points.push_back(tr("It helps the mother relax and supports the flow of her milk."));
    points.push_back(
        tr("It is no treatment, and takes no medicine's place. It does not help "
           "everyone alike."));
    points.push_back(
        tr("Three to five minutes, before a feed or before expressing. Many mothers "
           "need time."));
    points.push_back(tr("Beside the spine, never on the bone. Firm, but never painful."));
    points.push_back(tr("Stop for pain, dizziness or heavier bleeding, and call the midwife."));
    return points;
}

void draw_explain(TeachingModel& model, Then& then) {
    const ui::Card card;
    ui::section(tr("Say in your own words"));
    draw_points(what_to_say(model));
    ui::gap(4);
    draw_asks(model, {"methods"}, then);
}

void draw_show(TeachingModel& model, Ways& ways, Then& then) {
    const ui::Card card;
    ui::section(tr("Show it, slowly"),
                tr("The guide leads through every step, with pictures and time."));
    const ui::ButtonStyle guide{.emphasis = ui::Emphasis::Primary, .icon = ui::icon::kPlay};
    if (ui::button(word("Show the guide"), guide)) {
        GuideStart start;
        start.is_safety_checked = model.safety().is_go();
        ways.open_guide(start);
    }
    ui::gap(4);
    ui::ChoiceStyle style;
    style.field.required = true;
    const auto pressed =
        ui::question({"show.done", tr("Did you show the massage?")},
                     {{"1", tr("Yes")}, {"0", tr("No")}}, model.said("show.done"), style);
    if (pressed) then = [&model, code = *pressed] { model.choose("show.done", code); };
    ui::gap(4);
    draw_asks(model, {"return_demo"}, then);
}

// ---- afterwards

void draw_minutes(TeachingModel& model, Then& then) {
    ui::FieldStyle style;
    style.unit = tr("minutes");
    style.width = std::min(ui::available(), ui::px(220));
    if (ui::number_field(word("How long was she massaged?"), model.typed("session.minutes"),
                         style)) {
        then = [&model] { model.typed_changed(); };
    }
    ui::gap(4);
}

void draw_after(TeachingModel& model, Then& then) {
    {
        const ui::Card card;
        ui::section(tr("Ask the mother"));
        draw_asks(model, {"adverse", "adverse_severity", "stopped_early"}, then);
        if (model.asks_referral_for_harm()) {
            ui::banner("harm", ui::Tone::Bad, tr("Call the midwife now."),
                       tr("The referral opens as soon as this is saved."));
        }
        draw_asks(model, {"relax_after", "comfort"}, then);
        ui::muted(tr("A change in her numbers is no proof of a benefit."), ui::available());
    }
    const ui::Card card;
    ui::section(tr("How it was done"));
    draw_minutes(model, then);
    draw_asks(model, {"position", "clothing", "oil_type"}, then);
}

void draw_feed(TeachingModel& model, Then& then) {
    const ui::Card card;
    ui::section(tr("Feed or express right away"),
                tr("Watch quietly. Nothing has to be seen: many mothers need time."));
    draw_asks(model,
              {"feed_relation", "min_to_feed", "expressed_ml", "letdown_signs", "letdown_min"},
              then);
}

void draw_finish(TeachingModel& model, Then& then) {
    draw_result(model);
    if (model.is_stopped()) return;
    const ui::Card card;
    ui::section(tr("Before you go"));
    draw_asks(model, {"leaflet_left"}, then);
    ui::muted(tr("The danger signs and the midwife's number stay with the family."),
              ui::available());
}

}  // namespace

void draw_part(TeachingModel& model, Ways& ways) {
    Then then;
    switch (model.at()) {
        case TeachingPart::Who:
            draw_who(model, ways, then);
            break;
        case TeachingPart::Safety:
            if (draw_safety_check(model.safety(), ways.ports())) model.safety_answered();
            break;
        case TeachingPart::Consent:
            draw_consent(model, then);
            break;
        case TeachingPart::Explain:
            draw_explain(model, then);
            break;
        case TeachingPart::Show:
            draw_show(model, ways, then);
            break;
        case TeachingPart::Practise:
            draw_practice(model);
            break;
        case TeachingPart::After:
            draw_after(model, then);
            break;
        case TeachingPart::Feed:
            draw_feed(model, then);
            break;
        case TeachingPart::Finish:
            draw_finish(model, then);
            break;
    }
    const std::string missing = model.missing();
    if (!missing.empty()) ui::muted(missing, ui::available());
    if (then) then();
}

}  // namespace screens
