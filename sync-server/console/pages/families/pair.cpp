// Two records side by side: joined, or told apart.
#include "shared/base/markup.h"
#include "sync-server/accept/joining/joining.h"
#include "sync-server/console/pages/families/duplicates.h"
#include "sync-server/console/pages/families/joining_words.h"
#include "sync-server/console/pages/families/moves.h"
#include "sync-server/console/pages/families/pair_home.h"
#include "sync-server/console/pages/families/pair_place.h"
#include "sync-server/console/pages/families/pair_table.h"
#include "sync-server/console/pages/families/pairs.h"
#include "sync-server/console/refusals.h"
#include "sync-server/console/trouble.h"
#include "sync-server/console/words/words.h"
#include "sync-server/merge/keeping.h"
#include "sync-server/merge/scanning.h"
#include "sync-server/store/records/records.h"

#include <algorithm>
#include <set>

namespace console {

using html::all;
using html::tag;

namespace {

struct Pair {
    joining::Preview preview;  // the winner is whom the page proposes to keep
    std::vector<merge::Reason> reasons;
    std::optional<joining::Preview> homes;  // that are joined with them
};

// Who stays: who stayed where they are joined, else whom she chose, else who was written down
// first.
Result<joining::Preview> preview_of(const Visit& visit, std::string keep, std::string other) {
    if (other < keep) std::swap(keep, other);
    if (visit.value("keep") == other || visit.value("winner") == other) std::swap(keep, other);
    TRY_LET(preview, joining::preview(reading_desk(visit), keep, other));
    const bool is_gone = preview.winner.fields.text("merged_into") == other;
    if (!is_gone) return std::move(preview);
    return joining::preview(reading_desk(visit), other, keep);
}

Result<Pair> pair_of(const Visit& visit) {
    const std::string keep = visit.in_path("a");
    const std::string other = visit.in_path("b");
    if (!base::is_uuid(keep) || !base::is_uuid(other)) {
        return base::Error{base::ErrorCode::NotFound, "no such pair"};
    }
    Pair pair;
    TRY_LET(preview, preview_of(visit, keep, other));
    TRY_LET(homes, homes_of(visit, preview));
    pair.preview = std::move(preview);
    pair.homes = std::move(homes);
    std::optional<merge::Comparison> comparison;
    const auto work = [&](const accept::Desk& desk) -> Status {
        TRY_LET(found, merge::one(desk.connection, visit.clock, keep, other));
        comparison = std::move(found);
        return base::Done{};
    };
    TRY(visit.write(work));
    if (comparison) pair.reasons = comparison->candidate.reasons;
    return pair;
}

bool may_join(const joining::Preview& preview) {
    return std::all_of(preview.objections.begin(), preview.objections.end(),
                       [](const joining::Objection& each) { return each.can_be_forced; });
}

// That they are of two posyandu is said with the way to one.
Html objections_of(const joining::Preview& preview, const Html& way_to_one) {
    Html notes;
    for (const joining::Objection& each : preview.objections) {
        if (each.code == "other_unit" && !way_to_one.empty()) continue;
        notes += note(each.can_be_forced ? Tone::Warn : Tone::Bad, objection_words(each));
    }
    return notes;
}

Html keep_the_other(const Visit& visit, const joining::Preview& preview) {
    const std::string path = address_of_pair(visit.in_path("a"), visit.in_path("b"));
    const std::string after = visit.value(kAfter);
    const std::string place =
        after.empty() ? "" : "&" + std::string(kAfter) + "=" + base::percent_encoded(after);
    return tag("p", link(path + "?keep=" + preview.loser.id.text() + place,
                         tr("Keep the other one instead")));
}

Html carried_revisions(const joining::Preview& preview) {
    return all(carried("winner", preview.winner.id.text()),
               carried("shown-winner", to_text(preview.winner.revision)),
               carried("shown-loser", to_text(preview.loser.revision)));
}

Html carried_place(const Visit& visit) {
    const std::string after = visit.value(kAfter);
    return after.empty() ? Html() : carried(kAfter, after);
}

std::vector<std::string> why_one(const std::string& type) {
    if (type == "household") {
        return {tr("Asked the mother"), tr("Asked the cadre"), tr("They live in one house")};
    }
    return {tr("Asked the mother"), tr("Asked the cadre"), tr("Same NIK"),
            tr("Same in the mother and child handbook")};
}

Html join_form(const Visit& visit, const Pair& pair, const Html& both, const Trouble& trouble) {
    const joining::Preview& preview = pair.preview;
    Html force;
    if (!preview.objections.empty()) {
        force = checkboxes(
            {.name = "forced", .label = tr("Look twice"), .problem = trouble.at("forced")},
            {{"1", tr("I have looked: they are one all the same"), visit.value("forced") == "1"}});
    }
    const std::string path = address_of_pair(visit.in_path("a"), visit.in_path("b"));
    return form(
        visit, path + "/join",
        all(carried_revisions(preview), carried_place(visit), both, keep_the_other(visit, preview),
            pair.homes ? homes_choice(visit, *pair.homes, stays_on_right(preview)) : Html(), force,
            reasons({.name = "reason",
                     .label = tr("Why they are one"),
                     .value = reason_in(visit, "reason"),
                     .problem = trouble.at("reason"),
                     .suggestions = why_one(preview.winner.type)}),
            submit(tr("Join them")), " ",
            tag("span", {{"class", "muted"}}, tr("It can be taken back at any time."))));
}

std::vector<std::string> how_one_knows(const std::string& type) {
    if (type == "household") {
        return {tr("Asked the cadre"), tr("They live in different houses")};
    }
    return {tr("Asked the mother"), tr("Asked the cadre"), tr("They are sisters"),
            tr("They are twins")};
}

Html apart_form(const Visit& visit, const Pair& pair, const Trouble& trouble) {
    const std::string path = address_of_pair(visit.in_path("a"), visit.in_path("b"));
    return card(tr("They are two"),
                form(visit, path + "/apart",
                     all(carried_revisions(pair.preview), carried_place(visit),
                         reasons({.name = "why",
                                  .label = tr("How you know"),
                                  .value = reason_in(visit, "why"),
                                  .problem = trouble.at("why"),
                                  .suggestions = how_one_knows(pair.preview.winner.type)}),
                         submit(tr("Not a duplicate"), Button::Plain))));
}

// What the table says already is closed; what speaks against is not, nor who lives in a house.
Html why_alike(const Pair& pair) {
    if (pair.reasons.empty()) return {};
    merge::Candidate candidate;
    candidate.reasons = pair.reasons;
    const bool speaks_against =
        std::any_of(pair.reasons.begin(), pair.reasons.end(),
                    [](const merge::Reason& each) { return !each.speaks_for; });
    const bool is_open = speaks_against || pair.preview.winner.type == "household";
    return tag("details", {{"open", is_open}}, tag("summary", tr("Why they look like one")),
               reasons_of(candidate));
}

Result<Html> taking_back(const Visit& visit, const joining::Preview& joined) {
    const std::set<std::string> two = {joined.winner.id.text(), joined.loser.id.text()};
    TRY_LET(merges, joining::merges(visit.connection));
    for (const joining::Merge& each : merges) {
        if (each.undone_at || std::set{each.winner, each.loser} != two) continue;
        return link("/merges/" + each.id, tr("Take this joining back"));
    }
    return link("/merges", tr("What was joined"));  // on a laptop, before this server kept them
}

// Nothing is left to decide of them: only to take back.
Answer joined_page(const Visit& visit, const joining::Preview& preview) {
    TRY_LET(both, beside(visit, preview, {.may_choose = false}));
    TRY_LET(why, out_of_the_list(visit, preview));
    TRY_LET(way, taking_back(visit, preview));
    return page(visit, tr("One or two?"), all(why, both, tag("p", way)));
}

Answer pair_page(const Visit& visit, const Trouble& trouble) {
    TRY_LET(pair, pair_of(visit));
    const joining::Preview& preview = pair.preview;
    for (const records::Record* each : {&preview.winner, &preview.loser}) {
        TRY(visit.looked_at("see_pair", each->id.text()));
    }
    if (are_joined(preview)) return joined_page(visit, preview);
    const Html way_to_one = bringing_together(visit, preview.winner, preview.loser);
    const bool is_possible = may_join(preview);
    TRY_LET(both, beside(visit, preview,
                         {.may_choose = is_possible,
                          .asks_of_homes_below = pair.homes.has_value(),
                          .reasons = pair.reasons}));
    TRY_LET(place, place_of_pair(visit, preview));
    return page(visit, tr("One or two?"),
                all(place, trouble.at("").empty() ? Html() : note(Tone::Bad, trouble.at("")),
                    objections_of(preview, way_to_one),
                    is_possible ? join_form(visit, pair, both, trouble) : both, way_to_one,
                    apart_form(visit, pair, trouble), why_alike(pair)),
                trouble.status());
}

Answer show(const Visit& visit) {
    return pair_page(visit, {});
}

// Only a second look is asked for, and she did not say that she took it.
bool must_look_twice(const joining::Preview& preview, const joining::Request& request) {
    return may_join(preview) && !preview.objections.empty() && !request.is_forced;
}

// What the page showed; absent: it is none of ours.
std::optional<joining::Seen> seen_of(const Visit& visit, const std::string& winner,
                                     const std::string& loser) {
    const auto shown_winner = records::parse_revision(visit.value("shown-winner"));
    const auto shown_loser = records::parse_revision(visit.value("shown-loser"));
    if (!shown_winner || !shown_loser) return std::nullopt;
    return joining::Seen{{winner, *shown_winner}, {loser, *shown_loser}};
}

struct Outcome {
    std::string merge;
    Homes homes = Homes::NotOffered;
    std::int64_t closed = 0;  // pairs that wait no more
    std::string next;
    bool is_of_household = false;  // the next
};

// To the households of the two, where these look like one and were not asked about; else on.
Status go_on_after(const Visit& visit, const accept::Desk& desk, const joining::Preview& joined,
                   std::optional<std::int64_t> before, Outcome& outcome) {
    const std::int64_t place = next_place(visit, before);
    std::optional<server_store::CandidateRow> row;
    if (outcome.homes == Homes::NotOffered || outcome.homes == Homes::Refused) {
        TRY_LET(found, open_pair(desk.connection, joined.winner.fields.text("household_id"),
                                 joined.loser.fields.text("household_id")));
        row = std::move(found);
    }
    // The next page would compare who was touched: what drops out by it is said with this decision.
    TRY(merge::settle_for_page(desk.connection, visit.clock));
    TRY_LET(waiting, pairs_to_decide().count(desk.connection));
    outcome.closed -= waiting;
    outcome.is_of_household = row.has_value();
    if (row) {
        outcome.next = address_of_pair(row->a, row->b) + "?" + kAfter + "=" + std::to_string(place);
        return base::Done{};
    }
    TRY_LET(next, next_of(desk.connection, pairs_to_decide(), place));
    outcome.next = std::move(next);
    return base::Done{};
}

Reply said_of(const Outcome& outcome) {
    std::string said =
        outcome.homes == Homes::Joined ? tr("Joined, and their households too.") : tr("Joined.");
    if (outcome.closed > 1) {
        said += " " + tr("The list is {0} shorter: what was settled with it waits no more.",
                         {std::to_string(outcome.closed)});
    }
    if (!outcome.is_of_household) return go_on(pairs_to_decide(), outcome.next, said);
    return go_to(outcome.next,
                 said + " " + tr("Their households look like one, too: here they are."));
}

joining::Request request_of(const Visit& visit) {
    joining::Request request;
    request.winner = visit.value("winner");
    request.loser = request.winner == visit.in_path("a") ? visit.in_path("b") : visit.in_path("a");
    request.actor = visit.who.id.text();
    request.reason = reason_in(visit, "reason");
    request.is_forced = visit.value("forced") == "1";
    return request;
}

Answer join(const Visit& visit) {
    joining::Request request = request_of(visit);
    TRY_LET(preview, joining::preview(reading_desk(visit), request.winner, request.loser));
    take_sides(visit, preview, "", request);
    const auto seen = seen_of(visit, request.winner, request.loser);
    const bool is_stale = !seen || seen->at(request.winner) != preview.winner.revision ||
                          seen->at(request.loser) != preview.loser.revision;
    if (is_stale) {
        return refusal(visit, Refusal::Stale,
                       address_of_pair(visit.in_path("a"), visit.in_path("b")));
    }
    if (request.reason.empty()) return pair_page(visit, {reason_is_missing(), "reason"});
    request.seen = *seen;
    TRY_LET(homes, homes_of(visit, preview));
    TRY_LET(before, before_pair(visit));
    Outcome outcome;
    base::Status done = base::Done{};
    const auto work = [&](const accept::Desk& desk) -> Status {
        TRY_LET(waited, pairs_to_decide().count(desk.connection));
        outcome.closed = waited;
        const auto merge = joining::join(desk, request);
        if (!merge.ok()) {
            done = merge.error();
            return base::Done{};
        }
        outcome.merge = merge.value();
        TRY(visit.note(desk.connection, "joined", merge.value(), request.reason));
        TRY(merge::settle_gone(desk.connection, desk.clock.now(), request.loser));
        TRY_LET(too, join_homes(visit, desk, homes, request));
        outcome.homes = too;
        return go_on_after(visit, desk, preview, before, outcome);
    };
    TRY(visit.write(work));
    if (!done.ok() && is_refusal(done.error())) {
        return pair_page(visit, {in_words_of_form(visit, preview.winner.type, done.error()),
                                 must_look_twice(preview, request) ? "forced" : ""});
    }
    TRY(done);
    Reply reply = said_of(outcome);
    reply.way_back = {{preview.winner.id.text(), preview.loser.id.text()},
                      "/merges/" + outcome.merge,
                      tr("Take this joining back")};
    return reply;
}

Result<bool> is_as_seen(db::Connection& connection, const joining::Seen& seen) {
    for (const auto& [id, revision] : seen) {
        TRY_LET(stored, server_store::find_record(connection, id));
        if (!stored || stored->record.revision != revision) return false;
    }
    return true;
}

Answer tell_apart(const Visit& visit) {
    const merge::Dismissal dismissal{visit.in_path("a"), visit.in_path("b"), visit.who.id.text(),
                                     reason_in(visit, "why")};
    const bool is_first = visit.value("winner") == dismissal.a;
    const auto seen =
        seen_of(visit, is_first ? dismissal.a : dismissal.b, is_first ? dismissal.b : dismissal.a);
    const bool says_why = !dismissal.reason.empty();
    TRY_LET(before, before_pair(visit));
    std::string next;
    bool is_known = false;
    bool is_stale = !seen;
    const auto work = [&](const accept::Desk& desk) -> Status {
        TRY_LET(as_seen, is_as_seen(desk.connection, *seen));
        is_stale = !as_seen;
        if (is_stale || !says_why) return base::Done{};
        TRY_LET(done, merge::dismiss(desk.connection, visit.clock, dismissal));
        is_known = done;
        TRY_LET(found, next_of(desk.connection, pairs_to_decide(), next_place(visit, before)));
        next = std::move(found);
        TRY(visit.note(desk.connection, "told_apart", dismissal.a, dismissal.reason));
        return visit.note(desk.connection, "told_apart", dismissal.b, dismissal.reason);
    };
    if (!is_stale) TRY(visit.write(work));
    if (is_stale) return refusal(visit, Refusal::Stale, address_of_pair(dismissal.a, dismissal.b));
    if (!says_why) return pair_page(visit, {reason_is_missing(), "why"});
    if (!is_known) return refusal(visit, Refusal::NotFound, "/duplicates");
    Reply reply = go_on(pairs_to_decide(), next, tr("Remembered: these are two."));
    reply.way_back = {{dismissal.a, dismissal.b},
                      address_of_pair(dismissal.a, dismissal.b),
                      tr("Decide these two anew")};
    return reply;
}

}  // namespace

Routes pair_routes() {
    constexpr Action kDecide = Action::DecideDuplicates;
    return {{"GET", "/duplicates/{a}/{b}", kDecide, show},
            {"POST", "/duplicates/{a}/{b}/join", kDecide, join},
            {"POST", "/duplicates/{a}/{b}/apart", kDecide, tell_apart}};
}

}  // namespace console
