// What came of one of two that were joined and are two again, from a laptop that had not heard of
// it.
#include "sync-server/accept/joining/joining.h"
#include "sync-server/console/pages/families/duplicates.h"
#include "sync-server/console/pages/families/joining_words.h"
#include "sync-server/console/parts.h"
#include "sync-server/console/records/record_words.h"
#include "sync-server/console/refusals.h"
#include "sync-server/console/words/words.h"
#include "sync-server/store/changes/changes.h"

#include <algorithm>
#include <set>

namespace console {

using html::all;
using html::tag;

namespace {

// Whom to ask: each laptop's author once, of the first that came from it.
Status add_authors(const Visit& visit, const std::vector<records::Record>& records,
                   std::vector<std::pair<std::string, Html>>& lines) {
    std::set<std::int64_t> told;
    for (const records::Record& each : records) {
        TRY_LET(history, server_store::history_of(visit.connection, each.id.text()));
        if (history.empty() || !told.insert(history.front().device).second) continue;
        TRY_LET(author, author_words(visit, history.front().device, history.front().n));
        lines.emplace_back(tr("Written by"), author);
    }
    return base::Done{};
}

Answer late_page(const Visit& visit, const std::string& problem) {
    TRY_LET(late, joining::late_words(visit.connection, visit.in_path("id")));
    for (const records::Record* each : {&late.winner, &late.loser}) {
        TRY(visit.looked_at("see_merge", each->id.text()));
    }
    if (late.records.empty()) return go_to("/merges", tr("Nothing waits there any more."));
    TRY_LET(
        choice,
        whose_choice(visit, late.records,
                     {.name = "move",
                      .label = tr("Came late: whose are they?"),
                      .hint = tr("Tick what belongs to the one that came back. The rest stays.")}));
    std::vector<std::pair<std::string, Html>> lines = {
        {tr("Stays"), record_name(visit, late.winner)},
        {tr("Came back"), record_name(visit, late.loser)}};
    TRY(add_authors(visit, late.records, lines));
    Html shown;
    for (const records::Record& each : late.records) {
        shown += carried("shown", each.id.text() + "=" + to_text(each.revision));
    }
    const Html content =
        form(visit, "/merges/" + late.merge.id + "/late",
             all(shown, choice, field({.name = "reason", .label = tr("How you know")}),
                 submit(tr("So it is"), Button::Main)));
    return page(
        visit, tr("Whose is what came late?"),
        all(problem.empty() ? Html() : note(Tone::Bad, problem),
            tag("p", tr("They were joined and are two again. A laptop that had not heard of it yet "
                        "recorded this of the one that was kept. Ask the cadre whom she visited.")),
            facts(lines), content, link("/merges", tr("Back to the list"))),
        problem.empty() ? 200 : 422);
}

Answer show_late(const Visit& visit) {
    return late_page(visit, "");
}

joining::UndoRequest settling_request(const Visit& visit, const joining::LateWords& late) {
    joining::UndoRequest request;
    request.merge = late.merge.id;
    request.move = visit.posted.values("move");
    request.reason = visit.value("reason");
    request.actor = visit.who.id.text();
    const auto shown = visit.posted.values("shown");
    for (const records::Record& each : late.records) {
        const std::string id = each.id.text();
        const auto is_hers = [&](const std::string& text) { return text.starts_with(id + "="); };
        if (std::any_of(shown.begin(), shown.end(), is_hers)) request.seen[id] = each.revision;
    }
    return request;
}

// What the page showed as it is no more.
bool is_stale(const Visit& visit, const joining::LateWords& late) {
    const auto shown = visit.posted.values("shown");
    return std::any_of(shown.begin(), shown.end(), [&](const std::string& text) {
        return std::none_of(late.records.begin(), late.records.end(), [&](const auto& each) {
            return text == each.id.text() + "=" + to_text(each.revision);
        });
    });
}

Answer settle_late(const Visit& visit) {
    TRY_LET(late, joining::late_words(visit.connection, visit.in_path("id")));
    const std::string address = "/merges/" + late.merge.id + "/late";
    if (is_stale(visit, late)) return refusal(visit, Refusal::Stale, address);
    const joining::UndoRequest request = settling_request(visit, late);
    base::Status done = base::Done{};
    const auto work = [&](const accept::Desk& desk) -> Status {
        const auto settled = joining::settle_late_words(desk, request);
        if (!settled.ok()) done = settled.error();
        return base::Done{};
    };
    TRY(visit.write(work));
    if (!done.ok() && is_refusal(done.error())) {
        return late_page(visit, in_words_of_form(visit, late.winner.type, done.error()));
    }
    TRY(done);
    return go_to("/merges", tr("Each of the two has what is hers."));
}

}  // namespace

Routes late_word_routes() {
    constexpr Action kDecide = Action::DecideDuplicates;
    return {{"GET", "/merges/{id}/late", kDecide, show_late},
            {"POST", "/merges/{id}/late", kDecide, settle_late}};
}

}  // namespace console
