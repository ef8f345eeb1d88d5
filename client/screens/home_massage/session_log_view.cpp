// One session: who and when, how, the feed, how she felt, complaints.
#include "client/screens/home_massage/home_questions_view.h"
#include "client/ui/buttons.h"
#include "client/ui/draw.h"
#include "client/ui/icons.h"
#include "client/ui/layout.h"
#include "client/ui/status.h"
#include "client/ui/words/dates.h"

#include <imgui.h>

#include <algorithm>

namespace screens {

using words::tr;
using words::word;

namespace {

constexpr float kBesideFrom = 560;  // from here the hour and the minutes stand beside the day

// Draws a question that applies; what is pressed is answered after the page.
void ask(HomeMassageModel& model, const char* name, Then& then, bool is_required = false) {
    if (!model.log().asks(name)) return;
    const forms::Question* question = model.form().find(name);
    if (question == nullptr) return;
    const auto pressed = draw_choices(model.form(), name, model.log().answers(name),
                                      style_of(model, model.log().remark(name), is_required),
                                      std::string_view(name) == "steps_done");
    ui::gap(4);
    if (!pressed) return;
    then = [&model, question, code = *pressed] { model.log().choose(*question, code); };
}

void ask_number(HomeMassageModel& model, const char* name, Then& then) {
    if (!model.log().asks(name)) return;
    const forms::Question* question = model.form().find(name);
    if (question == nullptr) return;
    ui::FieldStyle style = style_of(model, model.log().remark(name), false);
    style.unit = question->unit == "min" ? tr("minutes") : question->unit;
    const ui::Label label{name, question->label.in(words::code())};
    if (ui::number_field(label, model.log().typed(name), style)) then = [] {};
    ui::gap(4);
}

void ask_scale(HomeMassageModel& model, const char* name, Then& then) {
    if (!model.log().asks(name)) return;
    const forms::Question* question = model.form().find(name);
    const auto pressed = draw_zero_to_ten(model.form(), name, model.log().answer(name));
    if (!pressed || question == nullptr) return;
    then = [&model, question, code = *pressed] { model.log().choose(*question, code); };
}

void draw_day(HomeMassageModel& model, Date today, Then& then) {
    ui::FieldStyle style = style_of(model, model.log().remark("day"), true);
    style.hint = tr("dd-mm-yyyy");
    const ui::Label label{"day", tr("On which day?")};
    if (ui::date_field(label, model.log().typed("day"), ready_days(today), style)) then = [] {};
}

void draw_hour(HomeMassageModel& model, Then& then) {
    ui::FieldStyle style = style_of(model, model.log().remark("hour"), false);
    style.hint = tr("hh:mm");
    style.width = std::min(ui::available(), ui::px(150));
    style.help = tr("Empty: the hour is not known.");
    const ui::Label label{"hour", tr("At what time?")};
    if (ui::text_field(label, model.log().typed("hour"), style)) then = [] {};
}

void draw_minutes(HomeMassageModel& model, Then& then) {
    ui::FieldStyle style = style_of(model, model.log().remark("minutes"), false);
    style.unit = tr("minutes");
    style.width = std::min(ui::available(), ui::px(150));
    const ui::Label label{"minutes", tr("For how many minutes?")};
    if (ui::number_field(label, model.log().typed("minutes"), style)) then = [] {};
}

void draw_when(HomeMassageModel& model, Date today, Then& then) {
    draw_day(model, today, then);
    ui::gap(4);
    const float whole = ui::available();
    if (whole < ui::px(kBesideFrom)) {
        draw_hour(model, then);
        draw_minutes(model, then);
        return;
    }
    ui::Row row(20);
    row.cell((whole - ui::px(20)) / 2);
    draw_hour(model, then);
    row.cell((whole - ui::px(20)) / 2);
    draw_minutes(model, then);
}

void draw_visits(HomeMassageModel& model, Then& then) {
    if (model.log().answer("source") != "OBS") return;
    const forms::Question* question = model.form().find("visit_id");
    if (question == nullptr) return;
    std::vector<ui::Option> options;
    for (const auto& visit : model.visits()) options.push_back({visit.id, visit.text});
    ui::FieldStyle style = style_of(model, model.log().remark("visit_id"), true);
    style.hint = tr("Choose …");
    const ui::Label label{"visit_id", tr("At which visit was it seen?")};
    const auto pressed = ui::combo(label, options, model.log().record().text("visit_id"), style);
    if (!pressed) return;
    then = [&model, question, code = *pressed] { model.log().choose(*question, code); };
}

void draw_notes(HomeMassageModel& model) {
    if (model.log().is_stop_day()) {
        ui::banner("stop day", ui::Tone::Warn, tr("A danger sign was recorded on that day."),
                   tr("What happened is written down all the same. Tell the midwife."));
    }
    if (model.log().is_seen_today()) {
        ui::banner("seen today", ui::Tone::Info,
                   tr("Before a massage that you see, the safety check comes first."),
                   tr("Start it with “Teach the massage”. Write here only what has happened "
                      "already."));
    }
}

void draw_who_and_when(HomeMassageModel& model, Date today, Then& then) {
    const ui::Card card;
    ui::section(tr("Who and when"), {}, 1);
    ask(model, "source", then, true);
    draw_performer(model, model.log().answer("performer_id"),
                   model.log().answer("performer_relation"),
                   style_of(model, model.log().remark("performer_relation"), true), then);
    ui::gap(4);
    draw_when(model, today, then);
    draw_visits(model, then);
    draw_notes(model);
}

void draw_how(HomeMassageModel& model, Then& then) {
    const ui::Card card;
    ui::section(tr("Which movements"), {}, 2);
    const words::Label all = word("All of them");
    if (ui::button(all, {.icon = ui::icon::kCheck})) {
        then = [&model] { model.log().all_movements_pressed(model.form()); };
    }
    ask(model, "steps_done", then);
    const words::Label more = model.shows_more() ? word("Fewer questions") : word("More questions");
    if (ui::button(more, {.emphasis = ui::Emphasis::Quiet})) {
        then = [&model] { model.more_clicked(); };
    }
    if (!model.shows_more()) return;
    for (const char* name : {"position", "clothing", "oil_type", "fed_2h"}) ask(model, name, then);
}

void draw_feed(HomeMassageModel& model, Then& then) {
    if (!model.log().asks("feed_relation")) return;
    const ui::Card card;
    ui::section(tr("The feed"), {}, 3);
    ask(model, "feed_relation", then);
    ask_number(model, "min_to_feed", then);
    ask_number(model, "expressed_ml", then);
    ask(model, "letdown_signs", then);
    ask_number(model, "letdown_min", then);
}

void draw_felt(HomeMassageModel& model, Then& then) {
    const ui::Card card;
    ui::section(tr("How the mother felt"), {}, model.log().asks("feed_relation") ? 4 : 3);
    for (const char* name : {"relax_before", "relax_after", "comfort"}) {
        ask_scale(model, name, then);
    }
}

void draw_harm(HomeMassageModel& model, Then& then) {
    const ui::Card card;
    ui::section(tr("Complaints"), {}, model.log().asks("feed_relation") ? 5 : 4);
    ask(model, "adverse", then, true);
    draw_grave(model);
    ask(model, "adverse_severity", then);
    ask(model, "stopped_early", then, model.log().answer("source") == "OBS");
}

}  // namespace

void draw_session_log(HomeMassageModel& model, Then& then) {
    draw_who_and_when(model, model.today(), then);
    draw_how(model, then);
    draw_feed(model, then);
    draw_felt(model, then);
    draw_harm(model, then);
}

}  // namespace screens
