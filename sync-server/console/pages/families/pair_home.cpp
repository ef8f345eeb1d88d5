#include "sync-server/console/pages/families/pair_home.h"

#include "sync-server/accept/change/aliases.h"
#include "sync-server/console/pages/families/pair_table.h"
#include "sync-server/console/pages/families/pairs.h"
#include "sync-server/console/refusals.h"
#include "sync-server/console/words/words.h"
#include "sync-server/merge/keeping.h"

namespace console {

using html::all;
using joining::Preview;

namespace {

constexpr const char* kPrefix = "home.";

}  // namespace

Result<std::optional<Preview>> homes_of(const Visit& visit, const Preview& persons) {
    if (persons.winner.type != "person") return std::optional<Preview>();
    TRY_LET(one, accept::canonical(visit.connection, persons.winner.fields.text("household_id")));
    TRY_LET(other, accept::canonical(visit.connection, persons.loser.fields.text("household_id")));
    TRY_LET(row, open_pair(visit.connection, one, other));
    if (!row) return std::optional<Preview>();
    TRY_LET(found, joining::preview(reading_desk(visit), one, other));
    if (!found.objections.empty()) return std::optional<Preview>();
    return std::optional(std::move(found));
}

Html homes_choice(const Visit& visit, const Preview& homes, bool stays_on_right) {
    const bool comes_back = !visit.value("home-winner").empty();
    const bool is_ticked = !comes_back || visit.value("home") == "1";
    return all(carried("home-winner", to_text(homes.winner.revision)),
               carried("home-loser", to_text(homes.loser.revision)),
               checkboxes({.name = "home", .label = tr("Their households look like one, too")},
                          {{"1", tr("Join the households as well"), is_ticked}}),
               differing(visit, homes,
                         {.caption = tr("Where the households differ"),
                          .prefix = kPrefix,
                          .stays_on_right = stays_on_right}));
}

Result<Homes> join_homes(const Visit& visit, const accept::Desk& desk,
                         const std::optional<Preview>& homes, const joining::Request& request) {
    const auto shown_winner = records::parse_revision(visit.value("home-winner"));
    const auto shown_loser = records::parse_revision(visit.value("home-loser"));
    if (!homes || !shown_winner || !shown_loser) return Homes::NotOffered;
    if (visit.value("home") != "1") return Homes::Left;
    joining::Request theirs;
    theirs.winner = homes->winner.id.text();
    theirs.loser = homes->loser.id.text();
    theirs.actor = request.actor;
    theirs.reason = request.reason;
    theirs.seen = {{theirs.winner, *shown_winner}, {theirs.loser, *shown_loser}};
    take_sides(visit, *homes, kPrefix, theirs);
    const auto merge = joining::join(desk, theirs);
    if (!merge.ok() && is_refusal(merge.error())) return Homes::Refused;
    if (!merge.ok()) return merge.error();
    TRY(visit.note(desk.connection, "joined", merge.value(), theirs.reason));
    TRY(merge::settle_gone(desk.connection, desk.clock.now(), theirs.loser));
    return Homes::Joined;
}

}  // namespace console
