// The family does it, and the cadre marks each step; and what came of it.
#include "client/screens/massage/teaching_view.h"
#include "client/ui/buttons.h"
#include "client/ui/draw.h"
#include "client/ui/icons.h"
#include "client/ui/keyboard.h"
#include "client/ui/layout.h"
#include "client/ui/look.h"
#include "client/ui/status.h"
#include "client/ui/words/dates.h"

#include <imgui.h>

#include <algorithm>
#include <array>
#include <cmath>

namespace screens {

using words::later;
using words::tr;
using words::word;

namespace {

constexpr float kTwoFrom = 300;  // room for the words beside the button that stops

struct Mark {
    int score;
    const char* words;
};
constexpr std::array<Mark, 5> kMarks = {{{1, later("1  Cannot yet")},
                                         {2, later("2  Wrong or left out")},
                                         {3, later("3  With a little help")},
                                         {4, later("4  Well done")},
                                         {kNotAssessed, later("Not assessed")}}};

std::string words_of(int score) {
    for (const Mark& mark : kMarks) {
        if (mark.score == score) return tr(mark.words);
    }
    return {};
}

ui::ButtonStyle mark_style(bool is_on, float width) {
    const auto emphasis = is_on ? ui::Emphasis::Primary : ui::Emphasis::Secondary;
    return {.emphasis = emphasis, .icon = is_on ? ui::icon::kCheck : nullptr, .width = width};
}

// As many in a line as have room for their words.
void draw_marks(TeachingModel& model, const care::ProcedureStep& step) {
    std::vector<Mark> marks(kMarks.begin(), kMarks.end());
    if (step.is_critical) marks.pop_back();
    float widest = 0;
    for (const Mark& mark : marks) {
        widest = std::max(widest, ui::button_width({"", tr(mark.words)}, mark_style(true, 0)));
    }
    const float gap = ui::px(6);
    const auto fits = static_cast<std::size_t>((ui::available() + gap) / (widest + gap));
    const std::size_t most = std::clamp<std::size_t>(fits, 1, marks.size());
    const std::size_t lines = (marks.size() + most - 1) / most;
    const std::size_t in_line = (marks.size() + lines - 1) / lines;  // lines alike
    const float width =
        (ui::available() - gap * static_cast<float>(in_line - 1)) / static_cast<float>(in_line);
    for (std::size_t first = 0; first < marks.size(); first += in_line) {
        ui::Row row(6);
        for (std::size_t i = first; i < std::min(marks.size(), first + in_line); ++i) {
            const std::string key = "score." + step.code + "/" + std::to_string(marks[i].score);
            row.cell(width);
            const bool is_on = model.score(step.code) == marks[i].score;
            if (ui::button({key, tr(marks[i].words)}, mark_style(is_on, width))) {
                model.score_pressed(step.code, marks[i].score);
            }
        }
    }
}

std::string under(const TeachingModel& model, const care::ProcedureStep& step) {
    std::string text = step.technique.in(words::code());
    const auto add = [&text](const std::string& more) {
        text += (text.empty() ? "" : "  ·  ") + more;
    };
    if (step.is_timed()) add(tr("about {0} seconds", {std::to_string(step.target_seconds)}));
    const int earlier = model.earlier_score(step.code);
    if (earlier != 0) add(tr("last time: {0}", {words_of(earlier)}));
    return text;
}

void draw_step(TeachingModel& model, const care::ProcedureStep& step, bool is_next) {
    if (is_next) ui::text(ui::Type::Small, ui::palette().primary, tr("Mark this one now"));
    ui::text(ui::Type::Strong, ui::palette().text, step.label.in(words::code()), ui::available());
    const std::string more = under(model, step);
    if (!more.empty()) ui::muted(more, ui::available());
    if (step.is_critical) {
        ui::text(ui::Type::Small, ui::palette().warn,
                 std::string(ui::icon::kStar) + "  " + tr("Important step: it must be right"));
    }
    draw_marks(model, step);
    ui::gap(4);
    ui::separator();
}

// 1 to 4 mark the step that waits: eyes stay on the hands.
void hear_marks(TeachingModel& model) {
    for (const char letter : ui::keyboard::typed_letters()) {
        const care::ProcedureStep* next = model.next_unscored();
        if (next == nullptr || letter < '1' || letter > '9') continue;
        model.score_pressed(next->code, letter - '0');
    }
}

// Whole, and never rounded up to what would have been enough.
std::string shown_score(double pct) {
    return std::to_string(static_cast<int>(std::floor(pct))) + " %";
}

std::string name_of(const TeachingModel& model) {
    const std::string name = model.learner();
    return name.empty() ? tr("The family") : name;
}

void draw_passed(const TeachingModel& model) {
    const ui::Card card(0, ui::Tone::Ok, true);
    ui::text(ui::Type::Title, ui::palette().ok,
             std::string(ui::icon::kCheck) + "  " + tr("{0} can do it", {name_of(model)}),
             ui::available());
    ui::text(ui::Type::Body, ui::palette().text,
             tr("Score {0}, and every important step is right.",
                {shown_score(model.result().score_pct)}),
             ui::available());
    draw_points({tr("Praise them: they have learnt it."),
                 tr("At the next visit, ask how it goes at home.")});
}

void draw_to_repeat(const TeachingModel& model) {
    const ui::Card card(0, ui::Tone::Warn, true);
    ui::text(ui::Type::Title, ui::palette().warn, tr("Good beginning: practise once more together"),
             ui::available());
    ui::text(ui::Type::Body, ui::palette().text,
             tr("Score {0}. From {1} {2} shows it again; it stands in your list.",
                {shown_score(model.result().score_pct), words::long_date(model.retest_from()),
                 name_of(model)}),
             ui::available());
    const auto weak = model.to_strengthen();
    if (weak.empty()) return;
    ui::text(ui::Type::Strong, ui::palette().text, tr("Go over these again:"));
    std::vector<std::string> points;
    for (const care::ProcedureStep* step : weak) points.push_back(step->label.in(words::code()));
    draw_points(points);
}

void draw_explained(const TeachingModel& model) {
    const ui::Card card;
    ui::section(tr("Explained, not practised"));
    if (model.safety().is_not_for_milk()) {
        draw_points({tr("Be there for her, and ask how she feels.")});
    } else if (model.is_hands_off()) {
        if (!model.safety().signs().empty()) draw_points({tr("Call the midwife today.")});
        draw_points({tr("Tomorrow it stands in your list: check again whether it is safe.")});
    } else {
        draw_points({tr("At the next visit, ask whether they want to try it.")});
    }
}

}  // namespace

void draw_practice(TeachingModel& model) {
    hear_marks(model);
    {
        const ui::Card card;
        const int open = model.unscored();
        const ui::ButtonStyle stop{.emphasis = ui::Emphasis::Danger, .icon = ui::icon::kPause};
        const words::Label unwell = word("Stop: she feels unwell");
        const float whole = ui::available();
        const float right = ui::button_width(unwell, stop);
        const bool two = whole > right + ui::px(kTwoFrom);
        ui::Row row(12);
        row.cell(two ? whole - right - ui::px(12) : whole);
        ui::section(tr("{0} does it, you watch", {name_of(model)}),
                    tr("Praise first. Help with a word, not with your hands."));
        ui::text(ui::Type::Strong, open == 0 ? ui::palette().ok : ui::palette().warn,
                 open == 0 ? tr("Every step is scored.")
                           : tr("Not scored yet: {0}", {std::to_string(open)}));
        if (!ui::is_narrow()) {
            ui::muted(tr("Keys: 1 to 4 mark the step that waits, 9 = not assessed."),
                      ui::available());
        }
        if (two) row.cell(right);
        if (ui::button(unwell, stop)) return model.stop_clicked();
    }
    const ui::Card card;
    const care::ProcedureStep* next = model.next_unscored();
    const care::Phase* phase = nullptr;
    for (const care::ProcedureStep& step : model.procedure().steps) {
        if (phase == nullptr || *phase != step.phase) {
            ui::section(model.procedure().name_of(step.phase).in(words::code()));
        }
        phase = &step.phase;
        draw_step(model, step, &step == next);
    }
}

void draw_result(const TeachingModel& model) {
    if (model.is_stopped()) {
        const ui::Card card(0, ui::Tone::Bad, true);
        ui::section(tr("The massage was stopped"));
        draw_points({tr("What was done until then is kept."),
                     model.needs_referral() ? tr("The referral opens as soon as this is saved.")
                                            : tr("Do not ask again today.")});
        return;
    }
    switch (model.result().competence) {
        case care::Competence::Pass:
            return draw_passed(model);
        case care::Competence::Repeat:
            return draw_to_repeat(model);
        case care::Competence::NotAssessed:
        case care::Competence::Stopped:
            return draw_explained(model);
    }
}

}  // namespace screens
