#include "client/screens/massage/safety_check_view.h"

#include "client/ui/buttons.h"
#include "client/ui/choices.h"
#include "client/ui/draw.h"
#include "client/ui/icons.h"
#include "client/ui/keyboard.h"
#include "client/ui/layout.h"
#include "client/ui/probe.h"
#include "client/ui/status.h"
#include "shared/base/text.h"

#include <imgui.h>

#include <algorithm>

namespace screens {

using words::tr;
using words::word;

namespace {

constexpr const char* kIll = "XC06";

std::vector<ui::Option> yes_no() {
    return {{"1", tr("Yes")}, {"0", tr("No")}};
}

// Y and T answer the line that waits, as in every form. Behind the page that says stop they are
// not heard: nobody sees what they would answer.
bool hear_keys(SafetyCheckModel& model) {
    bool is_heard = false;
    for (const char letter : ui::keyboard::typed_letters()) {
        const bool is_yes = letter == 'y' || letter == 'Y';
        const bool is_no = letter == 't' || letter == 'T' || letter == 'n' || letter == 'N';
        const std::string line = model.next_line();
        if (line.empty() || model.is_stop() || (!is_yes && !is_no)) continue;
        model.answered(line, is_yes ? "1" : "0");
        is_heard = true;
    }
    return is_heard;
}

bool draw_temperature(SafetyCheckModel& model) {
    if (!model.asks_temperature()) return false;
    ui::FieldStyle style;
    style.unit = "°C";
    style.width = std::min(ui::available(), ui::px(220));
    style.help = tr("Leave it empty if it is not measured.");
    style.problem = model.temperature_problem();
    return ui::number_field(word("Her temperature, if measured"), model.typed_temperature(), style);
}

// The line that the keys answer: it comes into sight after a key.
struct Waiting {
    std::string line;
    bool scrolls = false;
};

void mark_waiting(float x, float top) {
    const float bottom = ImGui::GetCursorScreenPos().y - ui::px(8);
    ui::fill({x - ui::px(12), top, x - ui::px(8), bottom}, ui::palette().primary, 2);
}

bool draw_line(SafetyCheckModel& model, const std::string& line, const Waiting& waiting) {
    const ImVec2 from = ImGui::GetCursorScreenPos();
    const bool is_waiting = line == waiting.line;
    if (is_waiting && waiting.scrolls) ImGui::SetScrollHereY(0.35F);
    ui::ChoiceStyle style;
    style.yes_is_alarming = !line.starts_with("XC");
    const bool is_said_first = line == "CHANGED";  // what "since then" means
    if (is_said_first)
        ui::text(ui::Type::Strong, ui::palette().text, model.known(line), ui::available());
    if (!is_said_first) style.field.help = model.known(line);
    const auto pressed =
        ui::question({line, model.text(line)}, yes_no(), model.answer(line), style);
    if (pressed) model.answered(line, *pressed);
    bool is_changed = pressed.has_value();
    const std::string advice = model.advice(line);
    if (!advice.empty()) {
        ui::text(ui::Type::Strong, ui::palette().warn,
                 std::string(ui::icon::kWarning) + "  " + advice, ui::available());
        ui::probe::note("text", "advice " + line, advice);
    }
    if (line == kIll) is_changed = draw_temperature(model) || is_changed;
    if (is_waiting) mark_waiting(from.x, from.y);
    ui::separator();
    return is_changed;
}

// Only when the check came out so that it matters: each is read by itself.
bool draw_cautions(SafetyCheckModel& model, const Ports& ports) {
    if (!model.is_decided() || model.is_stop() || model.cautions().empty()) return false;
    const ui::Card card(0, ui::Tone::Warn, true);
    ui::section(tr("Take care with these"), tr("Read each one and confirm it."));
    bool is_changed = false;
    for (const std::string& caution : model.cautions()) {
        std::vector<std::string> chosen;
        if (model.is_acknowledged(caution)) chosen.push_back("read");
        ui::text(ui::Type::Strong, ui::palette().text,
                 std::string(ui::icon::kWarning) + "  " + safety_words(ports, caution),
                 ui::available());
        if (ui::check_list({"caution " + caution, ""}, {{"read", tr("I have read this")}},
                           chosen)) {
            model.caution_pressed(caution);
            is_changed = true;
        }
    }
    return is_changed;
}

void draw_deferral(const SafetyCheckModel& model, const Ports& ports) {
    if (!model.is_decided() || model.result().safety != care::Safety::Defer) return;
    std::vector<std::string> why;
    for (const std::string& code : model.reasons()) why.push_back(safety_words(ports, code));
    why.erase(std::unique(why.begin(), why.end()), why.end());
    ui::banner("defer", ui::Tone::Warn, tr("No massage today. Explaining it is all right."),
               base::joined(why, "; "));
}

// What was told at the check of today, or put an earlier teaching off: it stands.
void draw_known(const SafetyCheckModel& model, const Ports& ports) {
    std::vector<std::string> known = sign_words(model.facts().stop.signs);
    for (const std::string& code : model.facts().earlier) {
        const std::string text = code != "XC01" ? safety_words(ports, code) : std::string();
        const bool is_said = std::find(known.begin(), known.end(), text) != known.end();
        if (!text.empty() && !is_said) known.push_back(text);
    }
    if (known.empty()) return;
    ui::banner("known", ui::Tone::Warn, tr("Written down already: the massage waits"),
               base::joined(known, "; "));
}

}  // namespace

bool draw_safety_check(SafetyCheckModel& model, const Ports& ports) {
    bool is_changed = hear_keys(model);
    draw_known(model, ports);
    const Waiting waiting{model.next_line(), is_changed};
    {
        const ui::Card card;
        ui::section(tr("Her danger signs"),
                    tr("Ask and look, one by one. Nothing is touched yet."));
        ui::muted(tr("Keys: Y = yes, N = no."), ui::available());
        for (const std::string& line : model.danger_lines()) {
            is_changed = draw_line(model, line, waiting) || is_changed;
        }
    }
    {
        const ui::Card card;
        ui::section(tr("Safety check"), tr("Ask every line, every time. Nothing is touched yet."));
        for (const std::string& line : model.other_lines()) {
            is_changed = draw_line(model, line, waiting) || is_changed;
        }
    }
    is_changed = draw_cautions(model, ports) || is_changed;
    draw_deferral(model, ports);
    return is_changed;
}

}  // namespace screens
