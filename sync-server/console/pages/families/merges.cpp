// What was joined, and taking it back.
#include "sync-server/accept/joining/joining.h"
#include "sync-server/console/pages/decided.h"
#include "sync-server/console/pages/families/duplicates.h"
#include "sync-server/console/pages/families/joining_words.h"
#include "sync-server/console/pages/families/pairs.h"
#include "sync-server/console/parts.h"
#include "sync-server/console/records/record_words.h"
#include "sync-server/console/refusals.h"
#include "sync-server/console/trouble.h"
#include "sync-server/console/words/words.h"
#include "sync-server/merge/scanning.h"
#include "sync-server/store/records/partings.h"

namespace console {

using html::all;
using html::tag;

namespace {

Result<Html> what_to_do(const Visit& visit, const joining::Merge& merge) {
    const std::string address = "/merges/" + merge.id;
    if (!merge.undone_at) return link(address, tr("Take the joining back"));
    TRY_LET(late, server_store::late_words(visit.connection, merge.id));
    const Html undone = badge(Tone::Info, tr("taken back"));
    if (late.empty()) return undone;
    const std::string count = std::to_string(late.size());
    return all(undone, " ", link(address + "/late", tr("came late: {0}. Whose?", {count})));
}

Answer list(const Visit& visit) {
    TRY_LET(merges, joining::merges(visit.connection));
    Table shown;
    shown.caption = tr("Joined so far");
    shown.columns = {tr("Stays"), tr("Went into it"), tr("When"),
                     tr("By"),    tr("Reason"),       tr("Take the joining back")};
    shown.empty_text = tr("Nothing was joined yet.");
    const auto first = static_cast<std::size_t>(page_number(visit)) * kRowsOnPage;
    const std::size_t last = std::min(merges.size(), first + kRowsOnPage);
    for (std::size_t i = first; i < last; ++i) {
        const joining::Merge& each = merges[i];
        TRY_LET(winner, record_name(visit, each.winner));
        TRY_LET(loser, record_name(visit, each.loser));
        TRY_LET(by, decided_by(visit, each.decided_by));
        TRY_LET(step, what_to_do(visit, each));
        shown.rows.push_back(
            {winner, loser, day_text(visit, each.decided_at), by, html::name(each.reason), step});
    }
    TRY(visit.looked_at("see_merges", ""));
    return page(visit, tr("What was joined"),
                all(table(shown), pager(visit, last < merges.size()),
                    link("/duplicates", tr("Back to the list"))));
}

Html fields_table(const Visit& visit, const joining::UndoPreview& preview) {
    Table fields;
    fields.caption = tr("What joining had changed");
    fields.columns = {tr("Question"), tr("Stands now"), tr("Becomes")};
    fields.empty_text = tr("Joining had changed no answer.");
    const std::string& type = preview.winner.type;
    for (const joining::Reverting& each : preview.fields) {
        fields.rows.push_back({field_words(visit, type, each.field),
                               value_words(visit, type, each.field, &each.now),
                               each.goes_back ? value_words(visit, type, each.field, &each.before)
                                              : Html(tr("stays: somebody has written it since"))});
    }
    return table(fields);
}

// The households that were joined in the same press, while they are.
struct Homes {
    joining::UndoPreview preview;
    // Nothing was written of them since: whose it is is asked on their own page only.
    bool can_come_along() const { return preview.added.empty(); }
    std::string path() const { return "/merges/" + preview.merge.id; }
};

Result<std::optional<Homes>> homes_joined_with(const Visit& visit,
                                               const joining::UndoPreview& persons) {
    constexpr std::int64_t kOnePress = 2000;
    const joining::Merge& one = persons.merge;
    if (persons.winner.type != "person") return std::optional<Homes>();
    const std::string home = persons.loser.fields.text("household_id");
    TRY_LET(merges, joining::merges(visit.connection));
    for (const joining::Merge& each : merges) {
        const std::int64_t between = each.decided_at.unix_ms - one.decided_at.unix_ms;
        const bool is_of_press = each.type == "household" && !each.undone_at &&
                                 each.decided_by == one.decided_by && between >= 0 &&
                                 between <= kOnePress;
        if (!is_of_press || (each.winner != home && each.loser != home)) continue;
        auto preview = joining::preview_undo(reading_desk(visit), each.id);
        if (preview.ok()) return std::optional(Homes{std::move(preview).value()});
        if (!is_refusal(preview.error())) return std::move(preview).error();
    }
    return std::optional<Homes>();
}

Html homes_part(const Visit& visit, const std::optional<Homes>& homes) {
    if (!homes) return {};
    const Html theirs = tag("p", link(homes->path(), tr("Look at the joining of the households")));
    if (!homes->can_come_along()) {
        return all(note(Tone::Info,
                        tr("Their households were joined in the same press and stay one. Something "
                           "was written of them since: they are taken back on their own page.")),
                   theirs);
    }
    return all(carried("home-winner", to_text(homes->preview.winner.revision)),
               carried("home-loser", to_text(homes->preview.loser.revision)),
               checkboxes({.name = "home",
                           .label = tr("Their households were joined in the same press"),
                           .hint = tr("Without a tick the households stay one.")},
                          {{"1", tr("Take the joining of the households back, too"),
                            visit.value("home") == "1"}}),
               theirs);
}

std::vector<std::string> why_taken_back(const std::string& type) {
    return {type == "person" ? tr("They are two people after all") : tr("They are two after all"),
            tr("A wrong answer was chosen"), tr("Pressed by mistake")};
}

Html undo_form(const Visit& visit, const joining::UndoPreview& preview, const Html& added,
               const Html& homes, const Trouble& trouble) {
    return form(visit, "/merges/" + preview.merge.id + "/undo",
                all(carried("shown-winner", to_text(preview.winner.revision)),
                    carried("shown-loser", to_text(preview.loser.revision)), added, homes,
                    reasons({.name = "reason",
                             .label = tr("Why this joining is taken back"),
                             .value = reason_in(visit, "reason"),
                             .hint = tr("After that the two are shown again, to be decided anew."),
                             .problem = trouble.at("reason"),
                             .suggestions = why_taken_back(preview.winner.type)}),
                    submit(tr("Take the joining back"), Button::Danger)));
}

Answer undo_page(const Visit& visit, const Trouble& trouble) {
    TRY_LET(preview, joining::preview_undo(reading_desk(visit), visit.in_path("id")));
    TRY_LET(homes, homes_joined_with(visit, preview));
    for (const records::Record* each : {&preview.winner, &preview.loser}) {
        TRY(visit.looked_at("see_merge", each->id.text()));
    }
    TRY_LET(added,
            whose_choice(
                visit, preview.added,
                {.name = "move",
                 .label = tr("Written since they were joined: whose are they?"),
                 .hint = tr("Tick what belongs to the one that comes back. The rest stays.")}));
    return page(visit, tr("Take a joining back"),
                all(trouble.at("").empty() ? Html() : note(Tone::Bad, trouble.at("")),
                    facts({{tr("Stays"), record_name(visit, preview.winner)},
                           {tr("Comes back"), record_name(visit, preview.loser)},
                           {tr("Why they were joined"), html::name(preview.merge.reason)}}),
                    fields_table(visit, preview),
                    undo_form(visit, preview, added, homes_part(visit, homes), trouble),
                    link("/merges", tr("Back to the list"))),
                trouble.status());
}

Answer show(const Visit& visit) {
    return undo_page(visit, {});
}

// Inside visit.write, after those of the two. False: they stay one.
Result<bool> undo_homes(const Visit& visit, const accept::Desk& desk,
                        const std::optional<Homes>& homes, const std::string& reason) {
    const auto winner = records::parse_revision(visit.value("home-winner"));
    const auto loser = records::parse_revision(visit.value("home-loser"));
    const bool is_wanted = visit.value("home") == "1" && homes && homes->can_come_along();
    if (!is_wanted || !winner || !loser) return false;
    joining::UndoRequest request;
    request.merge = homes->preview.merge.id;
    request.reason = reason;
    request.actor = visit.who.id.text();
    request.seen = {{homes->preview.winner.id.text(), *winner},
                    {homes->preview.loser.id.text(), *loser}};
    const auto undone = joining::undo(desk, request);
    if (!undone.ok() && is_refusal(undone.error())) return false;
    if (!undone.ok()) return undone.error();
    TRY(visit.note(desk.connection, "joining_undone", request.merge, reason));
    return true;
}

// To the two, who may be decided anew.
Reply said_of(const joining::UndoPreview& undone, const std::optional<Homes>& homes,
              bool homes_too) {
    const joining::Merge& merge = undone.merge;
    std::string said = tr("Taken back: they are two again. What was written since stays.");
    if (merge.type == "birth_event") return go_to("/merges", said);
    if (homes_too) said += std::string(" ") + tr("Their households are two again as well.");
    if (homes && !homes_too) said += std::string(" ") + tr("Their households stay one.");
    Reply reply = go_to(address_of_pair(merge.winner, merge.loser),
                        said + " " + tr("Here they can be decided anew."));
    reply.way_back.about = {merge.winner, merge.loser};
    if (homes && !homes_too) {
        reply.way_back.path = homes->path();
        reply.way_back.words = tr("Take the joining of the households back, too");
    }
    return reply;
}

Answer undo(const Visit& visit) {
    TRY_LET(preview, joining::preview_undo(reading_desk(visit), visit.in_path("id")));
    TRY_LET(homes, homes_joined_with(visit, preview));
    const bool is_stale = visit.value("shown-winner") != to_text(preview.winner.revision) ||
                          visit.value("shown-loser") != to_text(preview.loser.revision);
    if (is_stale) return refusal(visit, Refusal::Stale, "/merges/" + preview.merge.id);
    joining::UndoRequest request;
    request.merge = preview.merge.id;
    request.move = visit.posted.values("move");
    request.reason = reason_in(visit, "reason");
    if (request.reason.empty()) return undo_page(visit, {reason_is_missing(), "reason"});
    request.actor = visit.who.id.text();
    request.seen = {{preview.winner.id.text(), preview.winner.revision},
                    {preview.loser.id.text(), preview.loser.revision}};
    base::Status done = base::Done{};
    bool homes_too = false;
    const auto work = [&](const accept::Desk& desk) -> Status {
        const auto undone = joining::undo(desk, request);
        if (!undone.ok()) {
            done = undone.error();
            return base::Done{};
        }
        TRY(visit.note(desk.connection, "joining_undone", request.merge, request.reason));
        TRY_LET(too, undo_homes(visit, desk, homes, request.reason));
        homes_too = too;
        TRY(merge::settle_for_page(desk.connection, visit.clock));  // they wait again
        return base::Done{};
    };
    TRY(visit.write(work));
    if (!done.ok() && is_refusal(done.error())) {
        return undo_page(visit, {in_words_of_form(visit, preview.winner.type, done.error())});
    }
    TRY(done);
    return said_of(preview, homes, homes_too);
}

}  // namespace

Routes merge_routes() {
    constexpr Action kDecide = Action::DecideDuplicates;
    return {{"GET", "/merges", kDecide, list},
            {"GET", "/merges/{id}", kDecide, show},
            {"POST", "/merges/{id}/undo", kDecide, undo}};
}

}  // namespace console
