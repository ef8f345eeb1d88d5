// A family moves to another posyandu of this health centre (SYNC 15): because they moved house, or
// because two posyandu wrote them down and only then the two can be joined.
#include "sync-server/accept/change/aliases.h"
#include "sync-server/accept/joining/moving.h"
#include "sync-server/console/pages/families/going.h"
#include "sync-server/console/pages/families/moves.h"
#include "sync-server/console/pages/families/pairs.h"
#include "sync-server/console/records/record_words.h"
#include "sync-server/console/refusals.h"
#include "sync-server/console/words/words.h"
#include "sync-server/store/people/people.h"
#include "sync-server/store/records/records.h"

namespace console {

using html::all;
using html::tag;

namespace {

constexpr const char* kPath = "/moves/within";

// The household with everybody, unless she goes alone; it may be of another posyandu than she is.
Result<std::string> mover_of(const Visit& visit) {
    TRY_LET(id, accept::canonical(visit.connection, visit.value("person")));
    TRY_LET(named, server_store::find_record(visit.connection, id));
    if (!named || named->record.type != "person" || visit.value("alone") == "1") return id;
    TRY_LET(home, accept::canonical(visit.connection, named->record.fields.text("household_id")));
    TRY_LET(household, server_store::find_record(visit.connection, home));
    const bool is_hers = household && household->record.unit == named->record.unit;
    return is_hers ? home : id;
}

// Alone she goes to live with whom the pair says she is one; that is looked at again on the way in.
Result<joining::MoveRequest> wanted_of(const Visit& visit) {
    joining::MoveRequest request;
    TRY_LET(mover, mover_of(visit));
    request.record = mover;
    request.to = visit.value("to");
    TRY_LET(stored, server_store::find_record(visit.connection, mover));
    if (stored && stored->record.type == "person") request.into = visit.value("into");
    request.on = base::parse_date(visit.value("on"));  // left empty: today
    request.reason = reason_in(visit, "reason");
    request.actor = visit.who.id.text();
    return request;
}

// Two ids with a dot between: the pair from which she came.
std::string pair_path(const Visit& visit) {
    const std::string pair = visit.value("pair");
    const auto dot = pair.find('.');
    if (dot == std::string::npos) return "";
    const std::string one = pair.substr(0, dot);
    const std::string other = pair.substr(dot + 1);
    return base::is_uuid(one) && base::is_uuid(other) ? address_of_pair(one, other) : "";
}

Html carried_pair(const Visit& visit) {
    return all(carried("pair", visit.value("pair")), carried("into", visit.value("into")));
}

Result<Html> asking_form(const Visit& visit, const std::string& problem) {
    TRY_LET(units, server_store::units(visit.connection));
    std::vector<Option> options;
    for (const protocol::Unit& unit : units) {
        options.push_back({unit.code, unit.name, unit.code == visit.value("to")});
    }
    return search_form(
        kPath, all(carried_pair(visit),
                   field({.name = "person",
                          .label = tr("Id of the person or household"),
                          .value = visit.value("person"),
                          .hint = tr("It stands on her page and in the lists behind figures"),
                          .problem = problem,
                          .characters_max = 36}),
                   choice({.name = "to", .label = tr("Posyandu that they go to")}, options),
                   checkboxes({.name = "alone", .label = tr("Who goes"), .is_required = false},
                              {{"1", tr("Only she and her children; the household stays"),
                                visit.value("alone") == "1"}}),
                   submit(tr("Show who would go"))));
}

Html plan_card(const Visit& visit, const joining::MovePlan& plan) {
    return card(
        tr("Who would go"),
        all(facts({{tr("Posyandu until now"), unit_words(visit, plan.from)},
                   {tr("Posyandu that they go to"), unit_words(visit, plan.to)}}),
            persons_of(plan.going), counted(visit, tr("What goes along"), plan.going),
            counted(visit, tr("This stays, because it is about others too"), plan.staying),
            form(visit, kPath,
                 all(carried_pair(visit), carried("person", visit.value("person")),
                     carried("to", plan.to), carried("alone", visit.value("alone")),
                     carried("shown", stamp_of(plan.going)),
                     field({.name = "on",
                            .label = tr("Since when they live there"),
                            .value = base::to_text(visit.today),
                            .hint = tr("Months before this day count them where they were"),
                            .type = "date"}),
                     reasons({.name = "reason",
                              .label = tr("Reason"),
                              .value = pair_path(visit).empty() ? std::string()
                                                                : tr("Written in two posyandu"),
                              .hint = tr("It is kept: write no name."),
                              .suggestions = {tr("They moved house"), tr("Written in two posyandu"),
                                              tr("Written in the wrong posyandu")}}),
                     submit(tr("Move them"))))));
}

Answer asking_page(const Visit& visit, const std::string& problem) {
    TRY_LET(asking, asking_form(visit, problem));
    const std::string pair = pair_path(visit);
    const Html back =
        pair.empty() ? link("/moves", tr("All moves")) : link(pair, tr("Back to the two"));
    return page(visit, tr("To another posyandu of ours"),
                all(paragraph(tr("The family leaves the one posyandu's laptops and comes to the "
                                 "other's, each at its next sync. It is taken back by moving them "
                                 "back.")),
                    card(tr("Who moves, and where to"), asking), tag("p", back)),
                problem.empty() ? 200 : 422);
}

Answer show(const Visit& visit) {
    if (visit.value("person").empty()) return asking_page(visit, "");
    TRY_LET(request, wanted_of(visit));
    auto plan = joining::plan_move(reading_desk(visit), request);
    if (!plan.ok()) {
        const bool is_hers =
            is_refusal(plan.error()) || plan.error().code == base::ErrorCode::NotFound;
        if (!is_hers) return std::move(plan).error();
        return asking_page(visit, in_words(plan.error()));
    }
    TRY(visit.looked_at("move_preview", request.record));
    TRY_LET(asking, asking_form(visit, ""));
    return page(visit, tr("To another posyandu of ours"),
                all(plan_card(visit, plan.value()),
                    tag("details", tag("summary", tr("Somebody else, or elsewhere")), asking)));
}

Answer move(const Visit& visit) {
    TRY_LET(request, wanted_of(visit));
    bool is_stale = false;
    const auto work = [&](const accept::Desk& desk) -> Status {
        TRY_LET(plan, joining::plan_move(desk, request));
        is_stale = stamp_of(plan.going) != visit.value("shown");
        if (is_stale) return base::Done{};
        const auto moved = joining::move(desk, request);
        return moved.ok() ? base::Status(base::Done{}) : moved.error();
    };
    TRY(visit.write(work));
    const std::string pair = pair_path(visit);
    if (is_stale) return refusal(visit, Refusal::Stale, pair.empty() ? kPath : pair);
    if (pair.empty()) {
        return go_to("/moves", tr("They are moved. Each laptop follows at its next sync."));
    }
    return go_to(pair, tr("They are moved: now the two are of one posyandu, and can be joined."));
}

// Towards the one's posyandu, where the other then comes to.
Html way_to(const Visit& visit, const records::Record& stays, const records::Record& comes) {
    const std::string pair = stays.id.text() + "." + comes.id.text();
    const std::string path = std::string(kPath) + "?person=" + comes.id.text() +
                             "&to=" + stays.unit + "&into=" + stays.fields.text("household_id") +
                             "&pair=" + pair;
    return button_link(path, tr("In {0}", {unit_words(visit, stays.unit)}));
}

}  // namespace

Html bringing_together(const Visit& visit, const records::Record& one,
                       const records::Record& other) {
    if (one.unit == other.unit || !visit.may(Action::MoveFamilies)) return {};
    return card(tr("In which posyandu do they live?"),
                all(paragraph(tr("What the other posyandu has of them goes there. After that the "
                                 "two can be joined here.")),
                    tag("p", way_to(visit, one, other), " ", way_to(visit, other, one))));
}

Routes move_within_routes() {
    return {{"GET", kPath, Action::MoveFamilies, show},
            {"POST", kPath, Action::MoveFamilies, move}};
}

}  // namespace console
