#include "sync-server/console/pages/figures/targets.h"

#include "shared/base/json.h"
#include "sync-server/accept/desk/targets.h"
#include "sync-server/console/parts.h"
#include "sync-server/console/records/record_words.h"
#include "sync-server/console/refusals.h"
#include "sync-server/console/words/words.h"
#include "sync-server/store/people/people.h"

#include <algorithm>
#include <map>

namespace console {

using accept::Target;
using html::all;
using html::tag;

namespace {

// A posyandu by its code; a village by its Kemendagri code, kept with its first posyandu.
struct Place {
    std::string code, name, home;
};

Result<std::vector<Place>> places(const Visit& visit) {
    TRY_LET(units, server_store::units(visit.connection));
    std::vector<Place> posyandu;
    std::map<std::string, Place> villages;
    for (const protocol::Unit& unit : units) {
        posyandu.push_back({unit.code, tr("Posyandu {0}", {unit.name}), unit.code});
        if (unit.village_code.empty()) continue;
        villages.emplace(unit.village_code,
                         Place{unit.village_code, tr("Village {0}", {unit.village}), unit.code});
    }
    std::vector<Place> found;
    for (auto& [code, village] : villages) found.push_back(std::move(village));
    found.insert(found.end(), posyandu.begin(), posyandu.end());
    return found;
}

const Place* find(const std::vector<Place>& places, const std::string& code) {
    const auto found = std::find_if(places.begin(), places.end(),
                                    [&](const Place& each) { return each.code == code; });
    return found == places.end() ? nullptr : &*found;
}

Html coded(const Visit& visit, const std::string& field, const std::string& code) {
    const std::string token = base::json::quoted(code);
    return value_words(visit, "target", field, &token);
}

std::vector<Option> options_of(const Visit& visit, const char* field, const std::string& chosen) {
    std::vector<Option> options;
    const forms::Form* const form = visit.forms.find("target");
    const forms::Question* const question = form == nullptr ? nullptr : form->find(field);
    if (question == nullptr) return options;
    const std::string_view language = words::code(tongue().language);
    for (const forms::Choice& each : form->choices_of(*question)) {
        options.push_back({each.code, each.label.in(language), each.code == chosen});
    }
    return options;
}

// She has not seen it yet, so that it is not overwritten unseen.
Html replacing(const std::optional<Target>& standing) {
    if (!standing) return {};
    const std::string source = standing->source.empty() ? "–" : standing->source;
    return all(note(Tone::Warn, all(tr("The figure {0} stands for this already. Source: ",
                                       {std::to_string(standing->figure)}),
                                    html::name(source), ". ",
                                    tr("To replace it by yours, press the button once more."))),
               carried("standing", standing->id), carried("shown", standing->revision));
}

Html entry_form(const Visit& visit, const std::vector<Place>& all_places,
                const std::string& problem, const std::optional<Target>& standing) {
    std::vector<Option> options;
    for (const Place& each : all_places) {
        options.push_back({each.code, each.name, each.code == visit.value("unit_code")});
    }
    const std::string year = std::to_string(static_cast<int>(visit.today.year()));
    const std::string period = visit.value("period");
    return form(
        visit, "/targets",
        all(problem.empty() ? Html() : note(Tone::Bad, problem), replacing(standing),
            choice({.name = "unit_code", .label = tr("Place")}, options),
            field({.name = "period",
                   .label = field_words(visit, "target", "period"),
                   .value = period.empty() ? year : period,
                   .hint = tr("A year: 2026. A month: 2026-03."),
                   .characters_max = 7}),
            choice({.name = "indicator", .label = field_words(visit, "target", "indicator")},
                   options_of(visit, "indicator", visit.value("indicator"))),
            field({.name = "figure",
                   .label = field_words(visit, "target", "figure"),
                   .value = visit.value("figure"),
                   .type = "number"}),
            choice({.name = "kind", .label = field_words(visit, "target", "kind")},
                   options_of(visit, "kind", visit.value("kind"))),
            field({.name = "source",
                   .label = field_words(visit, "target", "source"),
                   .value = visit.value("source"),
                   .is_required = false,
                   .characters_max = 120}),
            submit(tr("Write it down"))));
}

Html withdraw_form(const Visit& visit, const Target& target) {
    return tag("details", tag("summary", tr("Withdraw")),
               form(visit, "/targets/" + target.id + "/withdraw",
                    all(carried("shown", target.revision),
                        field({.name = "reason", .label = tr("Reason")}),
                        submit(tr("Withdraw it"), Button::Danger))));
}

Html list_of(const Visit& visit, const std::vector<Target>& targets,
             const std::vector<Place>& all_places) {
    Table list;
    list.caption = tr("Targets that stand");
    list.columns = {tr("Place"),
                    field_words(visit, "target", "period"),
                    field_words(visit, "target", "indicator"),
                    field_words(visit, "target", "figure"),
                    field_words(visit, "target", "kind"),
                    field_words(visit, "target", "source"),
                    tr("Withdraw")};
    list.empty_text = tr("No target was entered. A coverage that needs one shows a dash.");
    const auto first = static_cast<std::size_t>(page_number(visit)) * kRowsOnPage;
    for (std::size_t i = first; i < targets.size() && i < first + kRowsOnPage; ++i) {
        const Target& each = targets[i];
        const Place* const place = find(all_places, each.unit_code);
        list.rows.push_back({html::name(place == nullptr ? each.unit_code : place->name),
                             html::name(each.period), coded(visit, "indicator", each.indicator),
                             std::to_string(each.figure), coded(visit, "kind", each.kind),
                             each.source.empty() ? Html("–") : html::name(each.source),
                             withdraw_form(visit, each)});
    }
    return all(table(list), pager(visit, targets.size() > first + kRowsOnPage));
}

Answer target_page(const Visit& visit, const std::string& problem,
                   const std::optional<Target>& standing = std::nullopt) {
    TRY_LET(all_places, places(visit));
    TRY_LET(targets, accept::targets(visit.connection));
    return page(
        visit, tr("Targets"),
        all(paragraph(tr("How many are expected, from the office's figures or a count of "
                         "your own. A count goes before a projection.")),
            card(tr("Enter or change one"), entry_form(visit, all_places, problem, standing)),
            list_of(visit, targets, all_places)),
        problem.empty() && !standing ? 200 : 422);
}

Answer show(const Visit& visit) {
    return target_page(visit, "");
}

Answer enter(const Visit& visit) {
    TRY_LET(all_places, places(visit));
    const Place* const place = find(all_places, visit.value("unit_code"));
    const auto figure = base::json::integer_of(visit.value("figure"));
    if (place == nullptr) return target_page(visit, tr("Choose the place."));
    if (!figure) return target_page(visit, tr("Write the figure as a whole number."));
    const Target wanted{visit.value("standing"),
                        visit.value("shown"),
                        place->code,
                        visit.value("period"),
                        visit.value("indicator"),
                        visit.value("kind"),
                        visit.value("source"),
                        *figure};
    Status done = base::Done{};
    std::optional<Target> standing;
    const auto work = [&](const accept::Desk& desk) -> Status {
        done = accept::set_target(desk, wanted, place->home);
        if (!done.ok()) {
            TRY_LET(found, accept::standing_target(desk.connection, wanted));
            standing = std::move(found);
            return base::Done{};
        }
        return visit.note(desk.connection, "target_set", wanted.unit_code,
                          wanted.period + " " + wanted.indicator);
    };
    TRY(visit.write(work));
    if (!done.ok() && accept::is_changed_since(done.error())) {
        return target_page(visit, "", standing);
    }
    if (!done.ok() && is_refusal(done.error())) {
        return target_page(
            visit, tr("This cannot be: {0}", {in_words_of_form(visit, "target", done.error())}));
    }
    TRY(done);
    return go_to("/targets", tr("The target is written down."));
}

Answer withdraw(const Visit& visit) {
    const std::string id = visit.in_path("id");
    const std::string reason = visit.value("reason");
    TRY_LET(targets, accept::targets(visit.connection));
    const auto standing = std::find_if(targets.begin(), targets.end(),
                                       [&](const Target& each) { return each.id == id; });
    if (standing == targets.end()) return refusal(visit, Refusal::NotFound, "/targets");
    if (reason.empty()) return cannot(visit, tr("Say why it is withdrawn."));
    Status done = base::Done{};
    const auto work = [&](const accept::Desk& desk) -> Status {
        done = accept::withdraw_target(desk, id, visit.value("shown"), reason);
        if (!done.ok()) return base::Done{};
        return visit.note(desk.connection, "target_withdrawn", id, reason);
    };
    TRY(visit.write(work));
    if (!done.ok() && accept::is_changed_since(done.error())) {
        return refusal(visit, Refusal::Stale, "/targets");
    }
    TRY(done);
    return go_to("/targets", tr("The target is withdrawn."));
}

}  // namespace

Routes target_routes() {
    return {{"GET", "/targets", Action::ManageTargets, show},
            {"POST", "/targets", Action::ManageTargets, enter},
            {"POST", "/targets/{id}/withdraw", Action::ManageTargets, withdraw}};
}

}  // namespace console
