#include "sync-server/console/pages/families/erasures.h"

#include "sync-server/console/pages/families/going.h"
#include "sync-server/console/parts.h"
#include "sync-server/console/records/record_words.h"
#include "sync-server/console/words/words.h"

namespace console {

using base::Error;
using base::ErrorCode;
using html::all;
using html::tag;

namespace {

Erasure wanted_of(const Visit& visit) {
    return {visit.value("person"), visit.value("children") == "1", visit.value("reason"),
            visit.who.id.text()};
}

std::string shown(const ErasurePlan& plan) {
    return stamp(plan.ids);
}

Html search(const Visit& visit, const std::string& problem) {
    return search_form(
        "/erasure",
        all(field({.name = "person",
                   .label = tr("Id of the person"),
                   .value = visit.value("person"),
                   .hint = where_her_id_stands(),
                   .problem = problem,
                   .characters_max = 36}),
            checkboxes({.name = "children", .label = tr("Her children"), .is_required = false},
                       {{"1", tr("Her children with her"), visit.value("children") == "1"}}),
            submit(tr("Show what would go"))));
}

Html counted(const Visit& visit, const std::string& caption,
             const std::map<std::string, int>& counts) {
    Table table{caption, {tr("What"), tr("How many")}, {}, tr("Nothing.")};
    for (const auto& each : counts) {
        table.rows.push_back({type_words(visit, each.first), std::to_string(each.second)});
    }
    return figures_table(table);
}

Html plan_of(const Visit& visit, const ErasurePlan& plan) {
    const Html act =
        form(visit, "/erasure",
             all(carried("person", visit.value("person")),
                 carried("children", visit.value("children")), carried("shown", shown(plan)),
                 area({.name = "reason",
                       .label = tr("Reason"),
                       .hint = tr("Who asked for it and when. It is kept: write no name."),
                       .characters_max = 500},
                      3),
                 submit(tr("Erase for ever"), Button::Danger)));
    return all(
        note(Tone::Bad, tr("This cannot be undone. It is gone here at once, and on each laptop at "
                           "its next sync.")),
        counted(visit, tr("This goes"), plan.going),
        counted(visit, tr("This stays, because it is about others too"), plan.staying),
        facts({{tr("Waiting changes that name them"), std::to_string(plan.waiting)},
               {tr("Backups that hold them until they are rotated out"),
                std::to_string(plan.backups)},
               {tr("Databases put aside by a restore, which lose them too"),
                std::to_string(plan.put_aside)}}),
        act);
}

Answer show(const Visit& visit) {
    const std::string person = visit.value("person");
    const Html why =
        paragraph(tr("When the law or the person herself demands it: everything that is about her "
                     "alone is taken out for good. Figures of closed months stay as counts."));
    if (person.empty()) return page(visit, tr("Erasure"), all(why, search(visit, "")));
    auto plan = visit.erasing.plan(visit.connection, wanted_of(visit));
    if (!plan.ok()) {
        const bool is_hers =
            plan.error().code == ErrorCode::NotFound || plan.error().code == ErrorCode::Refused;
        if (!is_hers) return std::move(plan).error();
        return page(visit, tr("Erasure"),
                    all(why, search(visit, tr("Nobody with this id is here, or she is erased "
                                              "already."))),
                    422);
    }
    TRY(visit.looked_at("erase_preview", person));
    return page(
        visit, tr("Erasure"),
        all(why, search(visit, ""), card(tr("What would go"), plan_of(visit, plan.value()))));
}

Answer erase(const Visit& visit) {
    const Erasure wanted = wanted_of(visit);
    TRY_LET(plan, visit.erasing.plan(visit.connection, wanted));
    const std::string path = "/erasure?person=" + wanted.person;
    if (visit.value("shown") != shown(plan)) return refusal(visit, Refusal::Stale, path);
    if (wanted.reason.empty()) {
        return Error{ErrorCode::Usage, "an erasure needs a reason"};
    }
    // Once more where nothing else is written: what a laptop brought meanwhile was not on the page.
    bool is_stale = false;
    TRY(visit.write([&](const accept::Desk& desk) -> Status {
        const auto now = visit.erasing.plan(desk.connection, wanted);
        is_stale = !now.ok() || visit.value("shown") != shown(now.value());
        if (is_stale) return base::Done{};
        return visit.erasing.carry_out(desk.connection, visit.now, wanted);
    }));
    if (is_stale) return refusal(visit, Refusal::Stale, path);
    return go_to("/erasure", tr("Erased here. Each laptop follows at its next sync."));
}

}  // namespace

Routes erasure_routes() {
    return {{"GET", "/erasure", Action::ErasePersons, show},
            {"POST", "/erasure", Action::ErasePersons, erase}};
}

}  // namespace console
