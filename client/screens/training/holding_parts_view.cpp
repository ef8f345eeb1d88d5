// What the training is and who takes part.
#include "client/screens/training/holding_view.h"
#include "client/ui/buttons.h"
#include "client/ui/choices.h"
#include "client/ui/draw.h"
#include "client/ui/icons.h"
#include "client/ui/layout.h"
#include "client/ui/status.h"
#include "client/ui/words/dates.h"

namespace screens {

using words::tr;
using words::word;

namespace {

constexpr std::size_t kListMax = 7;  // more options than this close into a list

std::vector<ui::Option> options_of(const std::vector<HoldingModel::Option>& all) {
    std::vector<ui::Option> options;
    for (const HoldingModel::Option& each : all) options.push_back({each.code, each.text});
    return options;
}

std::optional<std::string> choose(const words::Label& label,
                                  const std::vector<HoldingModel::Option>& all,
                                  const std::string& chosen, const ui::FieldStyle& style) {
    const std::vector<ui::Option> options = options_of(all);
    if (options.size() > kListMax) return ui::combo(label, options, chosen, style);
    return ui::choice_list(label, options, chosen, style);
}

void draw_day(HoldingModel& model, const char* field, const words::Label& label, std::string& typed,
              const std::string& today) {
    ui::FieldStyle style;
    style.required = true;
    style.problem = model.problem(field);
    if (ui::date_field(label, typed, {{{"today", tr("Today")}, today}}, style)) model.changed();
}

void draw_days(HoldingModel& model, const std::string& today) {
    const float half = (ui::available() - ui::px(20)) / 2;
    if (half < ui::px(300)) {
        draw_day(model, "start_date", {"start_date", tr("Begins on")}, model.start(), today);
        draw_day(model, "end_date", {"end_date", tr("Ends on")}, model.end(), today);
    } else {
        ui::Row row(20);
        row.cell(half);
        draw_day(model, "start_date", {"start_date", tr("Begins on")}, model.start(), today);
        row.cell(half);
        draw_day(model, "end_date", {"end_date", tr("Ends on")}, model.end(), today);
    }
    const std::string remark = model.remark();
    if (!remark.empty()) ui::banner("remark", ui::Tone::Warn, remark, "");
}

void draw_sessions(HoldingModel& model) {
    std::vector<ui::Option> options;
    for (int count = 1; count <= kSessionsMax; ++count) {
        options.push_back({std::to_string(count), std::to_string(count)});
    }
    ui::FieldStyle style;
    style.width = ui::px(220);
    style.help = tr("Attendance is ticked session by session.");
    const auto pressed =
        ui::combo(word("How many sessions?"), options, std::to_string(model.sessions()), style);
    if (pressed) model.choose_sessions(std::stoi(*pressed));
}

void draw_people(HoldingModel& model, const std::vector<HoldingModel::Person>& people, bool ours) {
    std::vector<ui::Option> options;
    std::vector<std::string> chosen;
    for (const HoldingModel::Person& each : people) {
        if (each.is_ours != ours) continue;
        options.push_back({each.id, each.name + "  ·  " + each.detail});
        if (model.takes_part(each.id)) chosen.push_back(each.id);
    }
    if (options.empty()) return;
    const ui::Card card;
    ui::section(ours ? tr("Of your posyandu") : tr("From elsewhere"),
                ours ? std::string()
                     : tr("Their result is kept with your posyandu; their own laptop does not "
                          "receive it."));
    const auto pressed = ui::check_list({ours ? "ours" : "others", ""}, options, chosen);
    if (pressed) model.participant_pressed(*pressed);
}

}  // namespace

void draw_about_training(HoldingModel& model) {
    const ui::Card card;
    ui::FieldStyle needed;
    needed.required = true;
    const auto topic =
        choose({"topic", tr("What is taught?")}, model.topics(), model.topic(), needed);
    ui::gap(4);
    draw_days(model, words::typed_date(model.today()));
    ui::gap(4);
    needed.problem = model.problem("organiser_unit_id");
    const auto organiser = choose({"organiser", tr("Who organises it?")}, model.organisers(),
                                  model.organiser(), needed);
    ui::gap(4);
    ui::FieldStyle style;
    style.problem = model.problem("trainer_name");
    if (ui::text_field(word("Trainer"), model.trainer(), style)) model.changed();
    ui::gap(4);
    draw_sessions(model);
    if (topic) model.choose_topic(*topic);
    if (organiser) model.choose_organiser(*organiser);
}

void draw_who_takes_part(HoldingModel& model) {
    ui::FieldStyle style;
    style.hint = tr("Name");
    ui::search_field(word("Search"), model.query(), style);
    ui::muted(tr("Chosen: {0}. Who has a mark already stays in.",
                 {std::to_string(model.participants().size())}),
              ui::available());
    const std::vector<HoldingModel::Person> people = model.people();
    if (people.empty()) {
        const ui::Card card;
        ui::empty_state("nobody", ui::icon::kUser, tr("Nobody of that name"),
                        tr("Colleagues stand here once this laptop has sent to the health centre "
                           "and the coordinator has entered them."));
        return;
    }
    draw_people(model, people, true);
    draw_people(model, people, false);
}

}  // namespace screens
