// What was joined, and taking it back.
#include "sync-server/accept/joining/joining.h"
#include "sync-server/console/pages/decided.h"
#include "sync-server/console/pages/families/duplicates.h"
#include "sync-server/console/pages/families/joining_words.h"
#include "sync-server/console/pages/families/pairs.h"
#include "sync-server/console/parts.h"
#include "sync-server/console/records/record_words.h"
#include "sync-server/console/refusals.h"
#include "sync-server/console/words/words.h"
#include "sync-server/store/records/partings.h"

namespace console {

using html::all;
using html::tag;

namespace {

Result<Html> what_to_do(const Visit& visit, const joining::Merge& merge) {
    const std::string address = "/merges/" + merge.id;
    if (!merge.undone_at) return link(address, tr("Take back"));
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
                     tr("By"),    tr("Reason"),       tr("Take back")};
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

// They may have been joined in the same press.
Html households_stay(const joining::UndoPreview& preview) {
    if (preview.winner.type != "person") return {};
    return tag("p", tr("If their households were joined too, these stay joined: they have a line "
                       "of their own in the list."));
}

Answer undo_page(const Visit& visit, const std::string& problem) {
    TRY_LET(preview, joining::preview_undo(reading_desk(visit), visit.in_path("id")));
    for (const records::Record* each : {&preview.winner, &preview.loser}) {
        TRY(visit.looked_at("see_merge", each->id.text()));
    }
    TRY_LET(added,
            whose_choice(
                visit, preview.added,
                {.name = "move",
                 .label = tr("Written since they were joined: whose are they?"),
                 .hint = tr("Tick what belongs to the one that comes back. The rest stays.")}));
    const Html undo = form(visit, "/merges/" + preview.merge.id + "/undo",
                           all(carried("shown-winner", to_text(preview.winner.revision)),
                               carried("shown-loser", to_text(preview.loser.revision)), added,
                               field({.name = "reason", .label = tr("Why it is taken back")}),
                               submit(tr("Take the joining back"), Button::Danger)));
    return page(visit, tr("Take a joining back"),
                all(problem.empty() ? Html() : note(Tone::Bad, problem),
                    facts({{tr("Stays"), record_name(visit, preview.winner)},
                           {tr("Comes back"), record_name(visit, preview.loser)},
                           {tr("Why they were joined"), html::name(preview.merge.reason)}}),
                    fields_table(visit, preview), households_stay(preview), undo,
                    link("/merges", tr("Back to the list"))),
                problem.empty() ? 200 : 422);
}

Answer show(const Visit& visit) {
    return undo_page(visit, "");
}

Answer undo(const Visit& visit) {
    TRY_LET(preview, joining::preview_undo(reading_desk(visit), visit.in_path("id")));
    const bool is_stale = visit.value("shown-winner") != to_text(preview.winner.revision) ||
                          visit.value("shown-loser") != to_text(preview.loser.revision);
    if (is_stale) return refusal(visit, Refusal::Stale, "/merges/" + preview.merge.id);
    joining::UndoRequest request;
    request.merge = preview.merge.id;
    request.move = visit.posted.values("move");
    request.reason = visit.value("reason");
    request.actor = visit.who.id.text();
    request.seen = {{preview.winner.id.text(), preview.winner.revision},
                    {preview.loser.id.text(), preview.loser.revision}};
    base::Status done = base::Done{};
    const auto work = [&](const accept::Desk& desk) -> Status {
        const auto undone = joining::undo(desk, request);
        if (!undone.ok()) {
            done = undone.error();
            return base::Done{};
        }
        return visit.note(desk.connection, "joining_undone", request.merge, request.reason);
    };
    TRY(visit.write(work));
    if (!done.ok() && is_refusal(done.error())) {
        return undo_page(visit, in_words_of_form(visit, preview.winner.type, done.error()));
    }
    TRY(done);
    return go_to("/merges", tr("Taken back: they are two again. What was written since stays. If "
                               "they look like one, they wait among the duplicates again."));
}

}  // namespace

Routes merge_routes() {
    constexpr Action kDecide = Action::DecideDuplicates;
    return {{"GET", "/merges", kDecide, list},
            {"GET", "/merges/{id}", kDecide, show},
            {"POST", "/merges/{id}/undo", kDecide, undo}};
}

}  // namespace console
