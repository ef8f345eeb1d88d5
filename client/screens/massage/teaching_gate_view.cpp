// Why nothing is taught now, said before any question.
#include "client/screens/massage/teaching_view.h"
#include "client/ui/buttons.h"
#include "client/ui/draw.h"
#include "client/ui/icons.h"
#include "client/ui/layout.h"
#include "client/ui/status.h"

#include <algorithm>

namespace screens {

using words::tr;
using words::word;

namespace {

void draw_gentle(const std::string& title, const std::vector<std::string>& points) {
    const ui::Card card;
    ui::section(title);
    draw_points(points);
}

void draw_mothers(TeachingModel& model) {
    const ui::Card card;
    ui::section(tr("For which mother is it?"));
    for (const Person* mother : model.mothers()) {
        const ui::ButtonStyle style{.icon = ui::icon::kFemale, .width = ui::available()};
        if (!ui::button({"mother " + mother->id, mother->name}, style)) continue;
        return model.choose_mother(mother->id);
    }
    if (model.mothers().empty()) {
        ui::muted(tr("Nobody yet. Add the mother first."), ui::available());
    }
}

void draw_no_visit(const TeachingModel& model, Ways& ways) {
    const ui::Card card;
    ui::section(tr("Begin the visit first"),
                tr("The massage is taught at a visit. It is one of its steps."));
    const ui::ButtonStyle style{.emphasis = ui::Emphasis::Primary, .icon = ui::icon::kForward};
    if (ui::button(word("Record a visit"), style)) {
        ways.open_visit(model.family().family().id, VisitKind::Full);
    }
    draw_report(model, ways);
}

// As urgent as what stands on the band above it.
std::string gate_title(const TeachingModel& model, const std::vector<Alarm>& hers) {
    const auto signs = model.safety().signs();
    if (signs.empty() && hers.empty()) return tr("Do not massage yet. Call the midwife.");
    care::Urgency urgency = care::highest_urgency(signs).value_or(care::Urgency::Yellow);
    for (const Alarm& alarm : hers) urgency = std::max(urgency, alarm.urgency);
    return no_massage_title(urgency);
}

void draw_danger_gate(const TeachingModel& model, Ways& ways) {
    auto hers = open_alarms(model.family().family(), ways.ports().today());
    std::erase_if(hers, [&](const Alarm& each) { return each.person != model.mother_id(); });
    const ui::Card card(0, ui::Tone::Bad, true);
    ui::text(ui::Type::Title, ui::palette().bad, gate_title(model, hers), ui::available());
    const auto signs = sign_words(model.safety().signs());
    draw_points(signs);
    if (signs.empty()) {
        ui::text(ui::Type::Body, ui::palette().text,
                 tr("A referral of hers is open and says that the massage waits."),
                 ui::available());
    }
    const ui::ButtonStyle refer{.emphasis = ui::Emphasis::Danger, .icon = ui::icon::kMedical};
    const std::string referral = model.safety().facts().stop.referral;
    if (!referral.empty()) {
        if (ui::button(word("Open the referral"), refer)) ways.open_referral(referral);
    } else if (hers.empty() && ui::button(word("Write the referral"), refer)) {
        ways.open_form(model.referral());
    }
    draw_report(model, ways);
}

}  // namespace

void draw_report(const TeachingModel& model, Ways& ways) {
    const ui::ButtonStyle quiet{.emphasis = ui::Emphasis::Quiet, .icon = ui::icon::kPen};
    const words::Label label = word("It took place before: only write it down");
    if (ui::button(label, quiet)) ways.open_form(model.report());
}

void draw_gate(TeachingModel& model, Ways& ways) {
    switch (model.gate()) {
        case TeachingGate::Grief:
            draw_gentle(tr("This family has lost a baby."),
                        {tr("Listen, and take your time. The massage for milk is not offered "
                            "here."),
                         tr("Her own checks go on: bleeding, fever, her breasts, how she feels."),
                         tr("If her breasts are full and hurt, tell the midwife.")});
            return;
        case TeachingGate::Refused:
            draw_gentle(
                tr("She does not want it. That is all right."),
                {tr("Do not ask again today."), tr("Go on with the rest of the visit as usual.")});
            return;
        case TeachingGate::NotHere:
            return draw_mothers(model);
        case TeachingGate::NoVisit:
            return draw_no_visit(model, ways);
        case TeachingGate::DangerSign:
            return draw_danger_gate(model, ways);
        case TeachingGate::Open:
            return;
    }
}

}  // namespace screens
