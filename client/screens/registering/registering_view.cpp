#include "client/screens/frame/page_frame.h"
#include "client/screens/record/beside_answers.h"
#include "client/screens/registering/likenesses_view.h"
#include "client/screens/registering/registering_page.h"
#include "client/ui/buttons.h"
#include "client/ui/choices.h"
#include "client/ui/draw.h"
#include "client/ui/icons.h"
#include "client/ui/keyboard.h"
#include "client/ui/redraw.h"
#include "client/ui/status.h"
#include "client/ui/words/dates.h"

#include <imgui.h>

#include <algorithm>
#include <array>
#include <functional>

namespace screens {

using words::tr;
using words::word;
using Ask = RegisteringModel::Ask;
// What an answer changes, done when the page is drawn: it may take questions away.
using Then = std::function<void()>;

namespace {

constexpr float kTwoFrom = 620;  // a card this wide has room for two short fields side by side
constexpr std::size_t kSegmentsMax = 3;
constexpr std::size_t kListMax = 9;  // more choices than this go into a list that opens

ui::FieldStyle field_style(const RegisteringModel& model, const Ask& ask, bool takes_focus) {
    ui::FieldStyle style;
    style.required = model.is_required(ask);
    style.help = model.help(ask);
    style.hint = model.hint(ask);
    style.takes_focus = takes_focus;
    if (const auto remark = model.remark(ask)) {
        style.problem = remark->text;
        style.problem_tone =
            remark->severity == forms::Severity::Error ? ui::Tone::Bad : ui::Tone::Warn;
    }
    return style;
}

std::vector<ui::Option> options_of(const Ask& ask) {
    std::vector<ui::Option> options;
    for (const forms::Choice& choice : ask.part->form->choices_of(*ask.question)) {
        options.push_back({choice.code, choice.label.in(words::code())});
    }
    return options;
}

std::vector<ui::Option> baby_counts() {
    return {{"1", tr("One baby")}, {"2", tr("Twins")}, {"3", tr("Three")}, {"4", tr("Four")}};
}

void draw_choice(RegisteringModel& model, const Ask& ask, ui::FieldStyle style, Then& then) {
    const ui::Label label{ask.key(), model.label(ask)};
    const std::string chosen = model.chosen(ask);
    const bool is_count = ask.question->name == "fetus_count";
    const auto options = is_count ? baby_counts() : options_of(ask);
    const bool is_yes_no = ask.question->list.rfind("yes_no", 0) == 0;
    style.hint = tr("Choose …");
    std::optional<std::string> pressed;
    if (is_yes_no) {
        ui::ChoiceStyle choice;
        choice.field = style;
        pressed = ui::question(label, options, chosen, choice);
    } else if (options.size() <= kSegmentsMax || is_count) {
        pressed = ui::segmented(label, options, chosen, style);
    } else if (options.size() <= kListMax) {
        pressed = ui::choice_list(label, options, chosen, style);
    } else {
        pressed = ui::combo(label, options, chosen, style);
    }
    if (!pressed) return;
    then = [&model, key = ask.key(), code = *pressed] { model.choose(key, code); };
}

void draw_several(RegisteringModel& model, const Ask& ask, const ui::FieldStyle& style,
                  Then& then) {
    std::vector<std::string> chosen;
    for (const auto& option : options_of(ask)) {
        const std::string all = " " + model.said(ask.key()) + " ";
        if (all.find(" " + option.key + " ") != std::string::npos) chosen.push_back(option.key);
    }
    const auto pressed =
        ui::check_list({ask.key(), model.label(ask)}, options_of(ask), chosen, style);
    if (pressed) then = [&model, ask, code = *pressed] { model.toggle(ask, code); };
}

// Births have been; one that is expected has no ready day.
std::vector<ui::Ready> ready_days(const Ask& ask, Date today) {
    if (ask.question->name != "delivery_date") return {};
    return {{{"today", tr("Today")}, words::typed_date(today)},
            {{"yesterday", tr("Yesterday")}, words::typed_date(base::add_days(today, -1))}};
}

// A baby's weight as the handbook says it, in kilograms: the grams are one press away.
void draw_offer(RegisteringModel& model, const Ask& ask, const std::string& text, Then& then) {
    const auto offer = weight_offer(ask.question->unit, text);
    if (!offer) return;
    const ui::Label label{ask.key() + "/offer", tr("Did you mean {0}?", {offer->text})};
    if (!ui::button(label, {.icon = ui::icon::kCheck})) return;
    then = [&model, key = ask.key(), typed = offer->typed] {
        model.typed(key) = typed;
        model.typed_changed(key);
    };
}

void draw_typed(RegisteringModel& model, const Ports& ports, const Ask& ask, ui::FieldStyle style,
                Then& then) {
    const ui::Label label{ask.key(), model.label(ask)};
    std::string& text = model.typed(ask.key());
    const forms::QuestionType type = ask.question->type;
    bool changed = false;
    if (type == forms::QuestionType::Date && ask.question->name != "birth_date") {
        changed = ui::date_field(label, text, ready_days(ask, ports.today()), style);
    } else if (type == forms::QuestionType::Integer || type == forms::QuestionType::Decimal) {
        style.unit = ask.question->unit;
        style.width = std::min(ui::available(), ui::px(220));
        changed = ui::number_field(label, text, style);
    } else {
        style.width = ui::available();
        changed = ui::text_field(label, text, style);
    }
    if (changed) then = [&model, key = ask.key()] { model.typed_changed(key); };
    draw_offer(model, ask, text, then);
    if (!model.asks_nik_conflict(ask)) return;
    const std::string key = ask.part->key_of("nik_status");
    const std::vector<std::string> ticked(model.said(key).empty() ? 0 : 1, "MISMATCH");
    if (ui::check_list({key, ""}, {{"MISMATCH", tr("The card really says so")}}, ticked)) {
        then = [&model, key] { model.choose(key, "MISMATCH"); };
    }
}

void draw_ask(RegisteringModel& model, const Ports& ports, const Ask& ask, bool takes_focus,
              Then& then) {
    if (takes_focus) ImGui::SetScrollHereY(0.3F);
    const ui::FieldStyle style = field_style(model, ask, takes_focus);
    const forms::QuestionType type = ask.question->type;
    if (type == forms::QuestionType::SelectMultiple) {
        draw_several(model, ask, style, then);
    } else if (type == forms::QuestionType::SelectOne || ask.question->name == "fetus_count") {
        draw_choice(model, ask, style, then);
    } else {
        draw_typed(model, ports, ask, style, then);
    }
    ui::gap(4);
}

bool is_short(const Ask& ask) {
    const forms::QuestionType type = ask.question->type;
    const bool is_wide_day =
        type == forms::QuestionType::Date && ask.question->name != "birth_date";
    return (type == forms::QuestionType::Text || type == forms::QuestionType::Date) && !is_wide_day;
}

// Short fields stand in pairs where there is room.
void draw_asks(RegisteringModel& model, const Ports& ports, const std::vector<Ask>& asks,
               const std::string& focus, Then& then) {
    const bool has_room = ui::available() > ui::px(kTwoFrom);
    for (std::size_t i = 0; i < asks.size(); ++i) {
        const bool is_pair =
            has_room && i + 1 < asks.size() && is_short(asks[i]) && is_short(asks[i + 1]);
        if (!is_pair) {
            draw_ask(model, ports, asks[i], asks[i].key() == focus, then);
            continue;
        }
        const float half = (ui::available() - ui::px(20)) / 2;
        ui::Row row(20);
        row.cell(half);
        draw_ask(model, ports, asks[i], asks[i].key() == focus, then);
        row.cell(half);
        ++i;
        draw_ask(model, ports, asks[i], asks[i].key() == focus, then);
    }
}

void draw_units(RegisteringModel& model, Then& then) {
    if (model.units().empty()) return;
    std::vector<ui::Option> options;
    for (const Unit& unit : model.units()) options.push_back({unit.code, unit.name});
    ui::FieldStyle style;
    style.required = true;
    style.hint = tr("Choose …");
    const auto pressed = options.size() > kListMax
                             ? ui::combo(word("Posyandu"), options, model.unit(), style)
                             : ui::choice_list(word("Posyandu"), options, model.unit(), style);
    if (pressed) then = [&model, unit = *pressed] { model.choose_unit(unit); };
    ui::gap(4);
}

struct Chosen {
    Situation situation;
    const char* key;
    const char* text;
};
constexpr std::array<Chosen, 4> kSituations = {{
    {Situation::Pregnant, "pregnant", words::later("A pregnant woman")},
    {Situation::Born, "born", words::later("A mother who has given birth")},
    {Situation::Cared, "cared", words::later("A baby in somebody else's care")},
    {Situation::OnlyFamily, "family", words::later("Only the house for now")},
}};

void draw_situation(RegisteringModel& model, Then& then) {
    const ui::Card card;
    std::vector<ui::Option> options;
    std::string chosen;
    for (const Chosen& each : kSituations) {
        if (each.situation == Situation::OnlyFamily && !model.asks_for_family()) continue;
        options.push_back({each.key, tr(each.text)});
        if (each.situation == model.situation()) chosen = each.key;
    }
    ui::FieldStyle style;
    style.required = true;
    const auto pressed =
        ui::choice_list(word("Whom are you writing down?"), options, chosen, style);
    if (!pressed) return;
    for (const Chosen& each : kSituations) {
        if (each.key != *pressed) continue;
        then = [&model, situation = each.situation] { model.choose_situation(situation); };
    }
}

void draw_section(RegisteringModel& model, const Ports& ports,
                  const RegisteringModel::Section& section, const std::string& focus, Then& then) {
    const ui::Card card;
    ui::section(section.title);
    if (section.asks.front().part->key == "household") draw_units(model, then);
    draw_asks(model, ports, section.asks, focus, then);
}

void draw_gentle(const RegisteringModel& model) {
    if (!model.is_stillbirth()) return;
    ui::banner("gentle", ui::Tone::Info, tr("We are sorry for this family's loss."),
               tr("Nothing about feeding is asked. The mother's own checks go on as for every "
                  "birth."));
}

// The mother does not want to be written down: she is only counted.
void draw_refusal(const RegisteringModel& model, Ways& ways) {
    if (!model.asks_for_family()) return;
    const words::Label label = word("She does not want to be written down");
    if (!ui::button(label, {.emphasis = ui::Emphasis::Quiet})) return;
    FormStart start;
    start.type = "tally";
    start.known.set("month", base::to_text(base::month_of(ways.ports().today())));
    ways.open_form(start);
}

void draw_alike(RegisteringModel& model, Ways& ways, Then& then) {
    if (model.take_alike_clicked()) ImGui::SetScrollHereY(0.1F);
    if (draw_likenesses(model.likenesses(), ways)) {
        then = [&model] { model.not_the_same_ticked(); };
    }
}

// The house, whom, that person, whom she looks like, and the rest.
void draw_parts(RegisteringModel& model, Ways& ways, Then& then) {
    const auto& sections = model.sections();
    const std::string focus = model.take_focus();
    std::size_t first = 0;
    if (model.asks_for_family() && !sections.empty()) {
        draw_section(model, ways.ports(), sections[0], focus, then);
        first = 1;
    }
    if (model.asks_for_situation()) draw_situation(model, then);
    draw_gentle(model);
    for (std::size_t i = first; i < sections.size(); ++i) {
        draw_section(model, ways.ports(), sections[i], focus, then);
        if (i == first) draw_alike(model, ways, then);
    }
    if (sections.size() <= first) draw_alike(model, ways, then);
}

void draw_body(RegisteringModel& model, Ways& ways) {
    const PageBody body("registering", true);
    ImGui::PushStyleVar(ImGuiStyleVar_ItemSpacing, {ui::px(12), ui::px(10)});
    if (!model.trouble().empty()) {
        ui::banner("trouble", ui::Tone::Bad, model.trouble().text(), "");
    }
    Then then;
    draw_parts(model, ways, then);
    draw_refusal(model, ways);
    ImGui::PopStyleVar();
    if (then) then();
}

enum class Press { Nothing, Save, Later };

Press draw_foot(RegisteringModel& model) {
    PageFoot foot;
    const words::Label save = word("Save");
    const ui::ButtonStyle primary{.emphasis = ui::Emphasis::Primary,
                                  .icon = ui::icon::kCheck,
                                  .width = 0,
                                  .enabled = true,
                                  .keys = "Ctrl+Enter"};
    const words::Label later = word("Continue later");
    const words::Label discard = word("Throw away");
    Press press = Press::Nothing;
    foot.place_right(ui::button_width(save, primary));
    if (ui::button(save, primary) || ui::keyboard::ctrl_enter()) press = Press::Save;
    foot.place_right(ui::button_width(later));
    if (ui::button(later)) press = Press::Later;
    const ui::ButtonStyle quiet{.emphasis = ui::Emphasis::Quiet};
    if (model.draft().is_begun()) {
        foot.place_right(ui::button_width(discard, quiet));
        if (ui::button(discard, quiet)) model.draft().discard_clicked();
    }
    // The card may stand below what she sees.
    const bool warns = model.likenesses().is_likely() && !model.likenesses().is_told_apart();
    const words::Label alike = word("Perhaps known already");
    const ui::ButtonStyle warning{.emphasis = ui::Emphasis::Secondary, .icon = ui::icon::kWarning};
    if (warns) {
        foot.place_right(ui::button_width(alike, warning));
        if (ui::button(alike, warning)) model.alike_clicked();
    }
    return press;
}

}  // namespace

void RegisteringPage::refresh(Ways& ways) {
    if (model_.is_saved()) {
        ways.say(tr("Saved on this laptop"));
        ways.form_done(model_.family());
    } else if (model_.draft().is_discarded()) {
        ways.form_done("");
    }
}

void RegisteringPage::draw(Ways& ways) {
    if (model_.tick()) ui::redraw_in(0.2);
    draw_page_head(ways, {model_.above(), model_.title()});
    draw_body(model_, ways);
    const Press press = draw_foot(model_);
    draw_discard(model_.draft(), tr("Throw these answers away?"));
    if (press == Press::Save) model_.save_clicked();
    if (press == Press::Later) {
        model_.keep_draft_now();
        ways.back();
    }
}

}  // namespace screens
