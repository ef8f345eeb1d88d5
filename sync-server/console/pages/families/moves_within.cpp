// A family moves to another posyandu of this health centre (SYNC 15): because they moved house, or
// because two posyandu wrote them down and only then the two can be joined.
#include "shared/base/markup.h"
#include "sync-server/accept/change/aliases.h"
#include "sync-server/accept/joining/moving.h"
#include "sync-server/console/pages/families/going.h"
#include "sync-server/console/pages/families/moves.h"
#include "sync-server/console/pages/families/moves_made.h"
#include "sync-server/console/pages/families/pairs.h"
#include "sync-server/console/records/record_words.h"
#include "sync-server/console/refusals.h"
#include "sync-server/console/trouble.h"
#include "sync-server/console/words/words.h"
#include "sync-server/store/people/people.h"
#include "sync-server/store/records/moves.h"
#include "sync-server/store/records/records.h"

namespace console {

using html::all;
using html::tag;

namespace {

constexpr const char* kPath = "/moves/within";
// Since when they live in the other posyandu: always, or since a day, which is asked for.
constexpr const char* kSince = "since";
constexpr const char* kNever = "never";
constexpr const char* kMoved = "moved";
// A move that was a slip is taken back.
constexpr const char* kBack = "back";

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
    request.on = base::parse_date(visit.value("on"));
    request.never_lived_there = visit.value(kSince) == kNever;
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
    return all(carried("pair", visit.value("pair")), carried("into", visit.value("into")),
               carried(kBack, visit.value(kBack)));
}

Html alone_or_all(const Visit& visit) {
    return checkboxes(
        {.name = "alone", .label = tr("Who goes"), .is_required = false},
        {{"1", tr("Only she and her children; the household stays"), visit.value("alone") == "1"}});
}

// `who` are the fields of it; `from` is no place to go to.
Result<Html> asking_for(const Visit& visit, const Html& who, const std::string& from) {
    TRY_LET(units, server_store::units(visit.connection));
    std::vector<Option> options;
    for (const protocol::Unit& unit : units) {
        if (unit.code == from) continue;
        options.push_back({unit.code, unit.name, unit.code == visit.value("to")});
    }
    return search_form(kPath,
                       all(carried_pair(visit), who,
                           choice({.name = "to", .label = tr("Posyandu that they go to")}, options),
                           submit(tr("Show who would go"))));
}

Result<Html> asking_form(const Visit& visit, const std::string& problem) {
    return asking_for(visit,
                      all(field({.name = "person",
                                 .label = tr("Id of the person or household"),
                                 .value = visit.value("person"),
                                 .hint = where_her_id_stands(),
                                 .problem = problem,
                                 .characters_max = 36}),
                          alone_or_all(visit)),
                      "");
}

// Often they never moved, and only one of two posyandu wrote them down wrongly: what past months
// count hangs on it, so neither answer is made for her.
Html since_when(const Visit& visit, const joining::MovePlan& plan, const Trouble& trouble) {
    const std::string from = unit_words(visit, plan.from);
    const std::string chosen = visit.value(kSince);
    return all(
        radios(
            {.name = kSince,
             .label = tr("Since when do they live in {0}?", {unit_words(visit, plan.to)}),
             .problem = trouble.at(kSince)},
            {{kNever, tr("From the beginning: they never lived in {0}", {from}), chosen == kNever},
             {kMoved, tr("They moved house, from {0}", {from}), chosen == kMoved}}),
        field({.name = "on",
               .label = tr("The day they moved house"),
               .value = visit.value("on"),
               .hint = tr("If they moved house: months before this day count them in {0}.", {from}),
               .problem = trouble.at("on"),
               .is_needed_at_times = true,
               .type = "date",
               .is_required = false}));
}

Html why_they_move(const Visit& visit, const Trouble& trouble) {
    const bool is_back = !visit.value(kBack).empty();
    const std::string of_pair =
        is_back || pair_path(visit).empty() ? std::string() : tr("Written in two posyandu");
    std::vector<std::string> offered = {tr("They moved house"), tr("Written in two posyandu"),
                                        tr("Written in the wrong posyandu")};
    if (is_back) offered.insert(offered.begin(), tr("Moved by mistake"));
    const std::string given = reason_in(visit, "reason");
    return reasons({.name = "reason",
                    .label = tr("Reason"),
                    .value = given.empty() && trouble.words.empty() ? of_pair : given,
                    .hint = tr("It is kept: write no name."),
                    .problem = trouble.at("reason"),
                    .suggestions = offered});
}

Html plan_card(const Visit& visit, const joining::MovePlan& plan, const Trouble& trouble) {
    return card(
        tr("Who would go"),
        all(facts({{tr("Posyandu until now"), unit_words(visit, plan.from)},
                   {tr("Posyandu that they go to"), unit_words(visit, plan.to)}}),
            persons_of(plan.going), counted(visit, tr("What goes along"), plan.going),
            counted(visit, tr("This stays, because it is about others too"), plan.staying),
            form(visit, kPath,
                 all(carried_pair(visit), carried("person", visit.value("person")),
                     carried("to", plan.to), carried("alone", visit.value("alone")),
                     carried("shown", stamp_of(plan.going)), since_when(visit, plan, trouble),
                     why_they_move(visit, trouble), submit(tr("Move them"))))));
}

Answer asking_page_of(const Visit& visit, const Html& asking, bool has_problem) {
    const std::string pair = pair_path(visit);
    const Html back =
        pair.empty() ? link("/moves", tr("All moves")) : link(pair, tr("Back to the two"));
    return page(visit, tr("To another posyandu of ours"),
                all(paragraph(tr("The family leaves the one posyandu's laptops and comes to the "
                                 "other's, each at its next sync. It is taken back by moving them "
                                 "back.")),
                    card(tr("Who moves, and where to"), asking), tag("p", back)),
                has_problem ? 422 : 200);
}

Answer asking_page(const Visit& visit, const std::string& problem) {
    TRY_LET(asking, asking_form(visit, problem));
    return asking_page_of(visit, asking, !problem.empty());
}

// From her own page: only where to is asked.
Answer asking_where_to(const Visit& visit, const records::Record& mover) {
    TRY_LET(whom, about(visit, mover));
    TRY(visit.looked_at("move_preview", mover.id.text()));
    const Html who = all(
        facts({{tr("Who"), whom.words},
               {tr("Posyandu until now"), html::name(unit_words(visit, mover.unit))}}),
        carried("person", mover.id.text()), mover.type == "person" ? alone_or_all(visit) : Html());
    TRY_LET(asking, asking_for(visit, who, mover.unit));
    return asking_page_of(visit, asking, false);
}

Answer plan_page(const Visit& visit, const Trouble& trouble) {
    if (visit.value("person").empty()) return asking_page(visit, "");
    if (!base::is_uuid(visit.value("person"))) return asking_page(visit, no_id_words());
    if (visit.value("to").empty()) {
        TRY_LET(known, server_store::find_record(visit.connection, visit.value("person")));
        const bool moves =
            known && (known->record.type == "person" || known->record.type == "household");
        if (moves) return asking_where_to(visit, known->record);
    }
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
                all(trouble.at("").empty() ? Html() : note(Tone::Bad, trouble.at("")),
                    plan_card(visit, plan.value(), trouble),
                    tag("details", tag("summary", tr("Somebody else, or elsewhere")), asking)),
                trouble.status());
}

Answer show(const Visit& visit) {
    return plan_page(visit, {});
}

Trouble lacking(const Visit& visit, const joining::MoveRequest& request) {
    const bool has_moved = visit.value(kSince) == kMoved;
    if (!has_moved && !request.never_lived_there) {
        return {tr("Choose one of the two. Nothing was done yet."), kSince};
    }
    if (has_moved && !request.on) return {tr("Say on which day they moved."), "on"};
    if (has_moved && *request.on > visit.today) return {tr("that day is yet to come"), "on"};
    if (request.reason.empty()) return {reason_is_missing(), "reason"};
    return {};
}

// To where the moved one is, and the household that she leaves where she goes alone.
Result<MoveBack> way_back_of(const Visit& visit, const joining::MoveRequest& request) {
    MoveBack way{.record = request.record, .pair = visit.value("pair")};
    TRY_LET(stored, server_store::find_record(visit.connection, request.record));
    if (!stored) return way;
    way.to = stored->record.unit;
    way.is_person = stored->record.type == "person";
    if (!way.is_person) return way;
    TRY_LET(home, accept::canonical(visit.connection, stored->record.fields.text("household_id")));
    TRY_LET(household, server_store::find_record(visit.connection, home));
    if (household && household->record.unit == way.to) way.home = home;
    return way;
}

Answer move(const Visit& visit) {
    TRY_LET(request, wanted_of(visit));
    if (Trouble trouble = lacking(visit, request); !trouble.words.empty()) {
        return plan_page(visit, trouble);
    }
    if (request.never_lived_there) request.on.reset();
    TRY_LET(back, way_back_of(visit, request));
    bool is_stale = false;
    const auto work = [&](const accept::Desk& desk) -> Status {
        TRY_LET(plan, joining::plan_move(desk, request));
        back.to = plan.from;
        is_stale = stamp_of(plan.going) != visit.value("shown");
        if (is_stale) return base::Done{};
        const auto moved = joining::move(desk, request);
        return moved.ok() ? base::Status(base::Done{}) : moved.error();
    };
    TRY(visit.write(work));
    const std::string pair = pair_path(visit);
    if (is_stale) return refusal(visit, Refusal::Stale, pair.empty() ? kPath : pair);
    const bool can_be_joined = !pair.empty() && visit.value(kBack).empty();
    Reply reply =
        can_be_joined
            ? go_to(pair, tr("They are moved: now the two are of one posyandu, and can be joined."))
            : go_to(pair.empty() ? "/moves" : pair,
                    tr("They are moved. Each laptop follows at its next sync."));
    reply.way_back = {{request.record}, address_of(back), tr("Move them back")};
    return reply;
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

Html number_and_moves(const Visit& visit, const records::Record& mover) {
    const std::string id = mover.id.text();
    Html lines = facts({{tr("Id of the person or household"), tag("code", id)}});
    const bool is_here =
        mover.unit != server_store::kOutside && mover.fields.text("merged_into").empty();
    if (!is_here || !visit.may(Action::MoveFamilies)) return lines;
    lines += tag("p", link(std::string(kPath) + "?person=" + id, tr("To another posyandu")), " · ",
                 link("/moves/out?person=" + id, tr("To another health centre")));
    return lines;
}

Routes move_within_routes() {
    return {{"GET", kPath, Action::MoveFamilies, show},
            {"POST", kPath, Action::MoveFamilies, move}};
}

}  // namespace console
