// What came of a training: everybody in one table, and one of them with her tests and her
// practical.
#include "client/screens/training/holding_view.h"
#include "client/screens/training/step_sheet_view.h"
#include "client/ui/buttons.h"
#include "client/ui/choices.h"
#include "client/ui/draw.h"
#include "client/ui/icons.h"
#include "client/ui/layout.h"
#include "client/ui/status.h"
#include "client/ui/widgets/table.h"
#include "client/ui/words/dates.h"

namespace screens {

using words::tr;
using words::word;

namespace {

std::string number_text(const std::optional<int>& number) {
    return number ? std::to_string(*number) : std::string("–");
}

ui::Tone tone_of(care::Competence result) {
    if (result == care::Competence::Pass) return ui::Tone::Ok;
    return result == care::Competence::Repeat ? ui::Tone::Warn : ui::Tone::Info;
}

std::string practical_text(const std::optional<care::Practical>& practical) {
    return practical ? std::to_string(practical->pct) + " %" : std::string("–");
}

std::vector<ui::Column> score_columns(bool is_massage) {
    std::vector<ui::Column> columns = {
        {.title = tr("Name")},
        {.title = tr("Attended"), .width = 96, .is_number = true},
        {.title = tr("Test before"), .width = 110, .is_number = true, .only_if_wide = true},
        {.title = tr("Test after"), .width = 110, .is_number = true, .only_if_wide = true}};
    if (is_massage) {
        columns.push_back({.title = tr("Practical"), .width = 90, .is_number = true});
    }
    columns.push_back({.title = tr("Result"), .width = 170});
    columns.push_back({.title = tr("Valid until"), .width = 140});
    return columns;
}

ui::Cell score_cell(const HoldingModel& model, const HoldingModel::Person& person,
                    std::size_t column) {
    const HoldingModel::Outcome outcome = model.outcome(person.id);
    if (column == 0) return {.text = person.name, .strong = true};
    if (column == 1) return {.text = std::to_string(outcome.attended_pct) + " %"};
    if (column == 2) return {.text = number_text(outcome.pre)};
    if (column == 3) return {.text = number_text(outcome.post)};
    if (column == 4 && model.is_massage()) return {.text = practical_text(outcome.practical)};
    if (column == (model.is_massage() ? 5U : 4U)) {
        if (outcome.is_result_open) return {.text = tr("to be chosen")};
        return {.text = result_name(outcome.result), .tone = tone_of(outcome.result)};
    }
    return {.text = outcome.valid_until ? words::short_date(*outcome.valid_until) : "–"};
}

// ---- one participant

// Why there is no result yet, or what follows from it.
std::string result_words(const HoldingModel& model, const HoldingModel::Outcome& outcome) {
    if (outcome.valid_until) {
        return tr("Valid until {0}", {words::long_date(*outcome.valid_until)});
    }
    if (outcome.result == care::Competence::Pass)
        return tr("Valid for 24 months from its last day.");
    if (!model.is_massage()) return {};
    if (outcome.attended_pct == 0) return tr("She has not come to a session yet.");
    if (!model.sheet().is_begun()) return tr("Her practical has not been marked yet.");
    const int open = model.sheet().unmarked();
    if (open > 0) return tr("Steps without a mark: {0}", {std::to_string(open)});
    if (outcome.practical && !outcome.practical->is_critical_ok) {
        return tr("An important step is below 3: practise it once more together.");
    }
    return tr("Below 80 %: practise once more together.");
}

void draw_result(const HoldingModel& model) {
    const HoldingModel::Outcome outcome = model.outcome(model.person());
    const ui::Card card(0, tone_of(outcome.result), true);
    std::string title = outcome.is_result_open ? tr("Result: to be chosen")
                                               : tr("Result: {0}", {result_name(outcome.result)});
    if (outcome.practical) title += "  ·  " + practical_text(outcome.practical);
    ui::text(ui::Type::Section, ui::ink(tone_of(outcome.result)), title, ui::available());
    ui::probe::note("text", "result", result_name(outcome.result));
    const std::string more = result_words(model, outcome);
    if (!more.empty()) ui::text(ui::Type::Body, ui::palette().text, more, ui::available());
}

void draw_attendance(HoldingModel& model) {
    const ui::Card card;
    const HoldingModel::Outcome outcome = model.outcome(model.person());
    ui::section(tr("Attendance"), tr("{0} %", {std::to_string(outcome.attended_pct)}));
    std::vector<ui::Option> options;
    std::vector<std::string> chosen;
    for (int session = 1; session <= model.sessions(); ++session) {
        const std::string code = std::to_string(session);
        options.push_back({code, tr("Came to session {0}", {code})});
        if (model.came(model.person(), session)) chosen.push_back(code);
    }
    const auto pressed = ui::check_list({"session", ""}, options, chosen);
    if (pressed) model.came_pressed(std::stoi(*pressed));
}

void draw_test_score(HoldingModel& model, TestTime time, const words::Label& label) {
    const bool is_before = time == TestTime::Before;
    ui::FieldStyle style;
    style.problem = model.score_problem(time);
    if (model.is_massage()) style.help = tr("0 to 100, from paper or taken here");
    if (ui::number_field(label, model.typed_score(time), style)) model.changed();
    if (!model.is_massage()) return;  // the quiz asks about the massage
    const words::Label here{is_before ? "test before here" : "test after here",
                            tr("Take it on this laptop")};
    if (ui::button(here, {.icon = ui::icon::kLaptop})) model.test_clicked(time);
}

void draw_tests(HoldingModel& model) {
    const ui::Card card;
    ui::section(tr("Knowledge test"));
    const float half = (ui::available() - ui::px(20)) / 2;
    const words::Label before{"pre_score", tr("Score before the training")};
    const words::Label after{"post_score", tr("Score after the training")};
    ui::Row row(20);
    row.cell(half);
    draw_test_score(model, TestTime::Before, before);
    row.cell(half);
    if (model.test() == nullptr) draw_test_score(model, TestTime::After, after);
}

void draw_practical(HoldingModel& model) {
    const ui::Card card;
    ui::section(tr("Practical"), tr("Competent: 80 % or more, and every important step 3 or 4."));
    const auto pressed = draw_step_sheet(model.sheet());
    if (pressed) model.mark_pressed(pressed->step, pressed->mark);
}

void draw_chosen_result(HoldingModel& model) {
    const ui::Card card;
    std::vector<ui::Option> options;
    const std::vector<care::Competence> all = {care::Competence::Pass, care::Competence::Repeat,
                                               care::Competence::NotAssessed};
    for (const care::Competence each : all) {
        options.push_back({std::string(care::to_code(each)), result_name(each)});
    }
    const HoldingModel::Outcome outcome = model.outcome(model.person());
    const std::string chosen =
        outcome.is_result_open ? std::string() : std::string(care::to_code(outcome.result));
    const auto pressed = ui::choice_list({"result", tr("Result")}, options, chosen);
    for (const care::Competence each : all) {
        if (pressed && *pressed == care::to_code(each)) model.choose_result(each);
    }
}

}  // namespace

std::string result_name(care::Competence result) {
    switch (result) {
        case care::Competence::Pass:
            return tr("Competent");
        case care::Competence::Repeat:
            return tr("Needs repeat");
        case care::Competence::NotAssessed:
            return tr("Not assessed yet");
        case care::Competence::Stopped:
            return tr("Stopped");
    }
    return {};
}

void draw_scores(HoldingModel& model) {
    const ui::Card card;
    const std::vector<HoldingModel::Person> people = model.participants();
    if (people.empty()) {
        ui::empty_state("no participants", ui::icon::kUser, tr("Nobody takes part yet"),
                        tr("Choose who takes part, then mark each of them here."));
        return;
    }
    ui::section(tr("Press a name to mark her sessions, tests and practical."));
    ui::TableStyle style;
    style.rows_open = true;
    style.name = [&](std::size_t row) { return "participant " + people[row].id; };
    const auto pressed = ui::table(
        "scores", score_columns(model.is_massage()), people.size(),
        [&](std::size_t row, std::size_t column) { return score_cell(model, people[row], column); },
        style);
    if (pressed) model.open_person(people[pressed->row].id);
}

void draw_participant(HoldingModel& model) {
    draw_attendance(model);
    draw_tests(model);
    if (model.test() != nullptr) return;  // it takes the page in the next frame
    if (model.is_massage()) {
        draw_practical(model);
    } else {
        draw_chosen_result(model);
    }
    draw_result(model);
}

}  // namespace screens
