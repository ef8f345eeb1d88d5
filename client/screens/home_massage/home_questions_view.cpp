#include "client/screens/home_massage/home_questions_view.h"

#include "client/ui/draw.h"
#include "client/ui/status.h"
#include "client/ui/widgets/chips.h"
#include "client/ui/words/dates.h"

#include <imgui.h>

namespace screens {

using words::tr;

namespace {

constexpr std::size_t kSegmentsMost = 3, kListMost = 9;
constexpr int kTen = 10;

std::optional<std::string> draw_several(const ui::Label& label,
                                        const std::vector<ui::Option>& options,
                                        const std::vector<std::string>& chosen,
                                        const ui::FieldStyle& style) {
    std::vector<ui::Chip> chips;
    for (const ui::Option& each : options) chips.push_back({each.key, each.text});
    ui::field_label(label, style.required);
    const auto pressed = ui::chips(label.key, chips, chosen);
    ui::field_foot(label, style);
    return pressed;
}

}  // namespace

std::vector<ui::Ready> ready_days(Date today) {
    return {{{"today", tr("Today")}, words::typed_date(today)},
            {{"yesterday", tr("Yesterday")}, words::typed_date(base::add_days(today, -1))}};
}

void draw_grave(const HomeMassageModel& model) {
    if (!model.is_grave()) return;
    ui::banner("grave", ui::Tone::Bad, tr("Refer her now. Do not massage yet."),
               tr("A severe complaint or heavier bleeding after a massage: the midwife is called "
                  "now. What you wrote is saved first."));
}

void show_if_missing(HomeMassageModel& model, const ui::FieldStyle& style) {
    const bool is_missing = !style.problem.empty() && style.problem_tone == ui::Tone::Bad;
    if (is_missing && model.take_to_missing()) ImGui::SetScrollHereY(0.2F);
}

ui::FieldStyle style_of(HomeMassageModel& model, const std::optional<SessionLog::Remark>& remark,
                        bool is_required) {
    ui::FieldStyle style;
    style.required = is_required;
    if (!remark) return style;
    style.problem = remark->text;
    style.problem_tone =
        remark->severity == forms::Severity::Error ? ui::Tone::Bad : ui::Tone::Warn;
    show_if_missing(model, style);
    return style;
}

std::vector<ui::Option> options_of(const forms::Form& form, const forms::Question& question) {
    std::vector<ui::Option> options;
    for (const forms::Choice& choice : form.choices_of(question)) {
        options.push_back({choice.code, choice.label.in(words::code())});
    }
    return options;
}

std::optional<std::string> draw_choices(const forms::Form& form, const char* name,
                                        const std::vector<std::string>& chosen,
                                        const ui::FieldStyle& style, bool is_long) {
    const forms::Question* question = form.find(name);
    if (question == nullptr) return std::nullopt;
    const ui::Label label{name, question->label.in(words::code())};
    const auto options = options_of(form, *question);
    if (question->type == forms::QuestionType::SelectMultiple) {
        if (is_long) return ui::check_list(label, options, chosen, style);
        return draw_several(label, options, chosen, style);
    }
    const std::string one = chosen.empty() ? std::string() : chosen.front();
    const bool is_yes_no = question->list.starts_with("yes_no");
    if (is_yes_no) {
        ui::ChoiceStyle choice;
        choice.field = style;
        return ui::question(label, options, one, choice);
    }
    if (options.size() <= kSegmentsMost) return ui::segmented(label, options, one, style);
    if (options.size() <= kListMost) return ui::choice_list(label, options, one, style);
    ui::FieldStyle closed = style;
    closed.hint = tr("Choose …");
    return ui::combo(label, options, one, closed);
}

std::optional<std::string> draw_zero_to_ten(const forms::Form& form, const char* name,
                                            const std::string& chosen) {
    const forms::Question* question = form.find(name);
    if (question == nullptr) return std::nullopt;
    ui::field_label({name, question->label.in(words::code())}, false);
    std::vector<ui::Chip> numbers;
    for (int i = 0; i <= kTen; ++i) numbers.push_back({std::to_string(i), std::to_string(i)});
    return ui::chips(name, numbers, chosen);
}

void draw_performer(HomeMassageModel& model, const std::string& person, const std::string& relation,
                    const ui::FieldStyle& style, Then& then) {
    const bool is_several = model.is_several();
    const forms::Question* question = model.form().find("performer_relation");
    if (question == nullptr) return;
    std::vector<ui::Chip> taught;
    for (const Performer& each : model.performers()) {
        const forms::Choice* choice = model.form().find_choice(*question, each.relation);
        const std::string role = choice != nullptr ? choice->label.in(words::code()) : "";
        taught.push_back({each.person, role.empty() ? each.name : each.name + " (" + role + ")"});
    }
    if (!taught.empty()) {
        ui::field_label({"taught", tr("Who was taught the massage")}, false);
        const auto pressed = ui::chips("taught", taught, person);
        for (const Performer& each : model.performers()) {
            if (pressed != each.person) continue;
            then = [&model, each, is_several] {
                is_several ? model.tally().choose_performer(each)
                           : model.log().choose_performer(each);
            };
        }
    }
    const auto pressed = draw_choices(model.form(), "performer_relation", {relation}, style);
    if (!pressed) return;
    then = [&model, question, code = *pressed, is_several] {
        is_several ? model.tally().choose(*question, code) : model.log().choose(*question, code);
    };
}

}  // namespace screens
