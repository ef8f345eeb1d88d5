#include "client/screens/record/record_form_view.h"

#include "client/screens/frame/page_frame.h"
#include "client/screens/record/record_form_page.h"
#include "client/screens/record/record_question_view.h"
#include "client/screens/registering/likenesses_view.h"
#include "client/ui/buttons.h"
#include "client/ui/choices.h"
#include "client/ui/draw.h"
#include "client/ui/icons.h"
#include "client/ui/keyboard.h"
#include "client/ui/redraw.h"
#include "client/ui/status.h"
#include "client/ui/widgets/marks.h"

#include <imgui.h>

#include <algorithm>

namespace screens {

using forms::Question;
using words::tr;
using words::word;

namespace {

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

// One key answers the question that waits: Y for yes, T (or N) for no, 8 for "does not know".
// Nothing is answered but by a key pressed for it.
void hear_answer_keys(RecordFormModel& model) {
    if (ImGui::GetIO().WantTextInput || ui::keyboard::is_covered()) return;
    for (const ImWchar letter : ImGui::GetIO().InputQueueCharacters) {
        if (letter == 'y' || letter == 'Y') model.answer_current("1");
        if (letter == 't' || letter == 'T' || letter == 'n' || letter == 'N') {
            model.answer_current("0");
        }
        if (letter == '8' || letter == '?') model.answer_current("8");
    }
}

// Nobody of the house is left to choose from: said, and mended on the spot.
void draw_adding(RecordFormModel& model, const Question& question, Ways& ways) {
    if (!model.may_add_somebody(question)) return;
    if (model.offers(question).empty()) {
        ui::muted(tr("Nobody else of this family is written down yet."), ui::available());
    }
    const ui::Label label = word("Add somebody of the family");
    if (ui::button(label, {.icon = ui::icon::kPlus})) ways.open_form(model.somebody_new());
    ui::gap(4);
}

void draw_questions(RecordFormModel& model, Ways& ways, const RecordFormModel::Section& section) {
    hear_answer_keys(model);
    const Question* current = model.current();
    const std::string focus = model.take_focus();
    const bool follows = model.take_following();
    if (current != nullptr) ui::muted(model.keys_of_current(), ui::available());
    for (std::size_t i = 0; i < section.questions.size(); ++i) {
        const Question& question = *section.questions[i];
        const bool is_focus = question.name == focus;
        const bool is_current = &question == current;
        draw_question(model, ways.ports(), question,
                      {is_current, is_focus || (is_current && follows), is_focus});
        draw_adding(model, question, ways);
        if (model.is_danger_sign(question) && i + 1 < section.questions.size()) ui::separator();
    }
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
    if (model.is_read_only()) {
        for (const Question* question : section.questions) {
            if (model.asked(*question) != Asked::Note) draw_answer(model, *question);
        }
        return;
    }
    if (model.at() == 0) draw_units(model);
    draw_questions(model, ways, section);
}

void draw_alike(RecordFormModel& model, Ways& ways) {
    if (model.likenesses().all().empty()) return;
    if (model.take_alike_clicked()) ImGui::SetScrollHereY(0.1F);
    if (draw_likenesses(model.likenesses(), ways)) model.not_the_same_ticked();
}

// The card may stand below what she sees.
void draw_alike_foot(RecordFormModel& model, PageFoot& foot) {
    if (!model.warns_of_duplicate()) return;
    const ui::Label label = word("Perhaps known already");
    const ui::ButtonStyle style{.icon = ui::icon::kWarning};
    foot.place_right(ui::button_width(label, style));
    if (ui::button(label, style)) model.alike_clicked();
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

std::vector<std::string> stage_names() {
    return {tr("Draft"), tr("Ready to send"), tr("Sent")};
}

void draw_progress(const RecordFormModel& model) {
    const std::string at = tr("Part {0} of {1}", {std::to_string(model.at() + 1),
                                                  std::to_string(model.sections().size())});
    const float whole = ui::available();
    const float stages = std::min(ui::px(380), whole * 0.6F);
    {
        ui::Row row(12);
        row.cell(whole - stages - ui::px(12));
        ui::text(ui::Type::Medium, ui::palette().text, at);
        ui::text(ui::Type::Small, ui::palette().muted,
                 model.is_draft_kept() ? tr("Draft kept") : " ");
        row.cell(stages);
        ui::stages("stage", stage_names(), static_cast<std::size_t>(model.stage()));
    }
    if (!model.is_read_only()) ui::progress("answered", model.part_answered(), whole);
    ui::gap(2);
}

void draw_banners(const RecordFormModel& model) {
    if (!model.trouble().empty()) {
        ui::banner("trouble", ui::Tone::Bad, "", model.trouble().text());
    }
    if (const std::string notice = model.notice(); !notice.empty()) {
        ui::banner("notice", ui::Tone::Warn, "", notice);
    }
    if (model.is_held_back()) {
        ui::banner("held back", ui::Tone::Warn, tr("To be put right"),
                   tr("The health centre holds this record until it is put right."));
    }
    if (model.is_read_only()) {
        ui::banner("read only", ui::Tone::Info, tr("Saved on an earlier day"),
                   tr("Press Correct to change something; you will be asked why."));
    } else if (model.needs_reason()) {
        ui::banner("correcting", ui::Tone::Info, "",
                   tr("You are correcting a record of an earlier day. What changes is shown "
                      "before it is saved."));
    }
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

void draw_moves(RecordFormModel& model, PageFoot& foot, bool is_step) {
    const ui::ButtonStyle save{.emphasis = ui::Emphasis::Primary, .icon = ui::icon::kCheck};
    const ui::ButtonStyle next{
        .emphasis = model.may_save() ? ui::Emphasis::Secondary : ui::Emphasis::Primary,
        .icon = ui::icon::kForward};
    const ui::ButtonStyle back{.icon = ui::icon::kBack};
    if (model.may_save()) {
        const ui::Label label{"Save", is_step ? tr("Save and go on") : tr("Save")};
        foot.place_right(ui::button_width(label, save));
        if (ui::button(label, save)) model.save_clicked();
    }
    if (!model.is_last()) {
        foot.place_right(ui::button_width(word("Next"), next));
        if (ui::button(word("Next"), next)) model.next();
    }
    if (model.at() > 0) {
        foot.place_right(ui::button_width(word("Back"), back));
        if (ui::button(word("Back"), back)) model.back();
    }
    if (!ui::keyboard::ctrl_enter()) return;
    if (model.is_last()) {
        model.save_clicked();
    } else {
        model.next();
    }
}

FormPress draw_reading_foot(RecordFormModel& model, PageFoot& foot) {
    const ui::ButtonStyle mend{.emphasis = ui::Emphasis::Primary, .icon = ui::icon::kPen};
    const bool leave = ui::button(word("Back"), {.icon = ui::icon::kBack});
    foot.place_right(ui::button_width(word("Correct"), mend));
    if (ui::button(word("Correct"), mend)) model.mend_clicked();
    return leave ? FormPress::Leave : FormPress::Nothing;
}

}  // namespace

void draw_form_body(RecordFormModel& model, Ways& ways, const FormPlace& place) {
    // Another part, or another try to save, begins at the top of the page.
    const std::string id =
        place.id + " " + std::to_string(model.at()) + " " + std::to_string(model.tries());
    const PageBody body(id.c_str(), true);
    ImGui::PushStyleVar(ImGuiStyleVar_ItemSpacing, {ui::px(12), ui::px(10)});
    const float whole = ui::available();
    const bool two = has_side_column();
    {
        ui::Row row(ui::kGap);
        row.cell(two ? whole - ui::px(kSideColumn + ui::kGap) : whole);
        if (!two && place.over) place.over();
        draw_progress(model);
        draw_banners(model);
        if (place.under_title) place.under_title();
        draw_section(model, ways);
        draw_alike(model, ways);
        if (two) {
            row.cell(ui::px(kSideColumn));
            if (place.beside) place.beside();
            draw_contents(model);
        }
    }
    ImGui::PopStyleVar();
}

FormPress draw_form_foot(RecordFormModel& model, const FormPlace& place) {
    PageFoot foot;
    const ImVec2 at = ImGui::GetCursorScreenPos();
    if (model.asks_to_discard()) {
        ui::text_at(at.x, at.y + ui::px(13), ui::Type::Medium, ui::palette().bad,
                    tr("Throw these answers away? This cannot be undone."));
        draw_discard(model, foot);
        return FormPress::Nothing;
    }
    if (model.is_read_only() && !place.is_step) return draw_reading_foot(model, foot);
    const ui::ButtonStyle quiet{.emphasis = ui::Emphasis::Quiet};
    const bool leave = ui::button(word("Continue later"), quiet);
    if (!place.is_step) {
        ImGui::SameLine(0, ui::px(8));
        if (ui::button(word("Throw away"), quiet)) model.discard_clicked();
    }
    draw_moves(model, foot, place.is_step);
    draw_alike_foot(model, foot);
    return leave ? FormPress::Leave : FormPress::Nothing;
}

void RecordFormPage::refresh(Ways& ways) {
    if (model_.is_retracted()) {
        ways.say(tr("The record was withdrawn"));
    } else if (model_.is_saved()) {
        ways.say(tr("Saved on this laptop"));
    } else if (model_.is_discarded()) {
        ways.say(tr("Thrown away"));
    } else {
        return;
    }
    const FormStart& start = model_.start();
    if (start.type == "referral" && model_.is_saved() && !model_.is_retracted()) {
        return ways.open_referral(model_.saved_record());
    }
    const bool is_new_family = start.type == "household" && start.family.empty();
    ways.form_done(is_new_family && model_.is_saved() ? model_.saved_record() : start.family);
}

void RecordFormPage::draw(Ways& ways) {
    if (model_.tick()) ui::redraw_in(static_cast<double>(kDraftPauseMs) / 1000.0);
    draw_page_head(ways, {model_.subject(), model_.title()});
    danger_.follow(&model_, model_.start().family);
    FormPlace place;
    place.under_title = [this, &ways] { draw_danger_band(danger_, ways); };
    place.beside = [this] { draw_withdrawing(model_); };
    place.over = place.beside;
    draw_form_body(model_, ways, place);
    const FormPress pressed = draw_form_foot(model_, place);
    draw_form_dialogs(model_);
    draw_danger(danger_, ways);
    if (pressed == FormPress::Nothing) return;
    model_.keep_draft_now();
    if (model_.is_draft_kept()) ways.say(tr("Kept as a draft. You find it under Families."));
    ways.form_done(model_.start().family);
}

}  // namespace screens
