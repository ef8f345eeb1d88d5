#include "client/paper/leaflet.h"

#include "client/paper/leaflet_back.h"
#include "client/paper/leaflet_style.h"
#include "client/pictures/picture.h"
#include "client/pictures/svg.h"
#include "client/ui/words/words.h"
#include "shared/base/text.h"

#include <array>

namespace paper {

namespace {

using care::Phase;
using care::ProcedureStep;
using words::later;
using words::tr;
using Steps = std::vector<const ProcedureStep*>;

// In a row before and after the massage; more of them have no place on one side.
constexpr std::size_t kBefore = 4;
constexpr std::size_t kAfter = 2;
// More movements than this stand as words below the pictures.
constexpr std::size_t kMovementsDrawn = 8;

// Our own words for what every family asks (DOMAIN 2.3).
constexpr std::array<const char*, 6> kTips = {
    later("Warm your hands and the oil. Oil on the back only, never on the breast."),
    later("Beside the bone, never on it."),
    later("Small circles, firm but never painful."),
    later("Talk softly, dim the light."),
    later("Keep the baby near."),
    later("Have water ready for her to drink."),
};

Steps of_phase(const care::Procedure& procedure, Phase phase) {
    Steps steps;
    for (const ProcedureStep& step : procedure.steps) {
        if (step.phase == phase) steps.push_back(&step);
    }
    return steps;
}

bool is_in(const Steps& steps, const ProcedureStep* step) {
    return std::find(steps.begin(), steps.end(), step) != steps.end();
}

// The critical ones first come in, then the others, each in the procedure's order. The safety
// check is the whole back side.
Steps chosen(const Steps& all, std::size_t most) {
    Steps in;
    for (const bool is_critical : {true, false}) {
        for (const ProcedureStep* step : all) {
            if (step->is_critical == is_critical && step->code != "P02" && in.size() < most)
                in.push_back(step);
        }
    }
    Steps ordered;
    for (const ProcedureStep* step : all) {
        if (is_in(in, step)) ordered.push_back(step);
    }
    return ordered;
}

std::string words_of(const ProcedureStep& step) {
    return step.family.empty() ? step.label.in(words::code()) : step.family.in(words::code());
}

std::string figure(const ProcedureStep& step) {
    const auto picture = pictures::picture_of(step.picture, pictures::telling_second(step.picture));
    // Of her back the scenes leave room above and below that paper has not.
    const bool is_back = step.phase == Phase::Massage && !step.goes_on_throughout;
    std::string made =
        element("div", is_back ? "crop back" : "crop scene", pictures::svg_of(picture));
    if (step.is_timed()) {
        const std::string seconds = std::to_string(step.target_seconds);
        made += element("span", "time", text(tr("{0} seconds", {seconds})));
    }
    return element("figure", "step", made + element("figcaption", "", text(words_of(step))));
}

std::string figures(const Steps& steps, std::size_t columns) {
    std::string all;
    for (const ProcedureStep* step : steps) all += figure(*step);
    return "<div class=\"steps\" style=\"grid-template-columns:repeat(" + std::to_string(columns) +
           ",1fr)\">" + all + "</div>\n";
}

std::string heading(int number, const std::string& title, const std::string& more = "") {
    std::string made = element("span", "nr", std::to_string(number)) + text(title);
    if (!more.empty()) made += element("small", "", text(more));
    return element("h2", "", made);
}

std::string movements(const care::Procedure& procedure) {
    Steps steps;
    std::vector<std::string> more;
    for (const ProcedureStep* step : of_phase(procedure, Phase::Massage)) {
        if (step->goes_on_throughout) continue;
        if (steps.size() < kMovementsDrawn) {
            steps.push_back(step);
        } else {
            more.push_back(words_of(*step));
        }
    }
    const std::string rest =
        more.empty() ? "" : element("p", "small", text(base::joined(more, "; ")));
    return figures(steps, steps.size() <= 6 ? 3 : 4) + rest;
}

// What goes on throughout, and what follows; our tips beside.
std::string last_row(const care::Procedure& procedure) {
    Steps steps;
    for (const ProcedureStep* step : of_phase(procedure, Phase::Massage)) {
        if (step->goes_on_throughout && steps.empty()) steps.push_back(step);
    }
    for (const ProcedureStep* step :
         chosen(of_phase(procedure, Phase::Close), kAfter - steps.size()))
        steps.push_back(step);
    std::string tips;
    for (const char* tip : kTips) tips += element("li", "", text(tr(tip)));
    return element("div", "last", figures(steps, kAfter) + element("ul", "tips", tips));
}

std::string minutes(const care::Procedure& procedure) {
    const int whole = (procedure.target_seconds() + 30) / 60;
    return tr("about {0} minutes, before feeding or expressing", {std::to_string(whole)});
}

std::string front(const Leaflet& of) {
    const std::string title = of.baby.empty()
                                  ? std::string(tr("The oxytocin massage"))
                                  : tr("The oxytocin massage, for {0}'s mother", {of.baby});
    const care::Procedure& procedure = of.procedure;
    const auto name = [&](Phase phase) { return procedure.name_of(phase).in(words::code()); };
    return element(
        "section", "side",
        element("h1", "", text(title)) +
            element("p", "lead",
                    text(tr("It helps a mother relax and supports the milk in coming out."))) +
            element("p", "stop", text(tr("Ask her first. She may stop at any time."))) +
            heading(1, name(Phase::Prepare)) +
            figures(chosen(of_phase(procedure, Phase::Prepare), kBefore), kBefore) +
            heading(2, name(Phase::Massage), minutes(procedure)) + movements(procedure) +
            heading(3, tr("During it and afterwards")) + last_row(procedure));
}

}  // namespace

base::Result<std::string> leaflet(const Leaflet& leaflet, const Letterhead& head) {
    if (leaflet.has_lost_baby)
        return base::Error{base::ErrorCode::Refused, "no leaflet about milk for a grieving family"};
    const std::string body = front(leaflet) + leaflet_back(leaflet.midwife, leaflet.midwife_phone);
    return html({Size::A5, tr("The oxytocin massage"), kLeafletStyle, body}, head);
}

}  // namespace paper
