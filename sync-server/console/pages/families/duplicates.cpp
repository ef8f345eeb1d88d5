#include "sync-server/console/pages/families/duplicates.h"

#include "sync-server/console/pages/families/pairs.h"
#include "sync-server/console/pages/waiting.h"
#include "sync-server/console/records/record_words.h"
#include "sync-server/console/words/words.h"
#include "sync-server/merge/scanning.h"

#include <cmath>

namespace console {

using html::all;
using html::tag;

namespace {

Html percent(double score) {
    return std::to_string(static_cast<int>(std::floor(score * 100))) + " %";
}

Html scan_part(const Visit& visit, const std::optional<merge::Progress>& progress) {
    using State = merge::Progress::State;
    const bool is_under_way =
        progress && (progress->state == State::Waiting || progress->state == State::Running);
    if (is_under_way) {
        const std::string done = progress->total == 0
                                     ? tr("it begins soon")
                                     : tr("{0} of {1}", {std::to_string(progress->done),
                                                         std::to_string(progress->total)});
        return all(
            note(Tone::Info, all(tr("The whole health centre is being compared: "), done, ". ",
                                 tr("You may leave this page."))),
            form(visit, "/duplicates/scan/stop", submit(tr("Stop the comparison"), Button::Plain)));
    }
    const bool was_left = progress && progress->state == State::Stopped;
    return all(was_left ? paragraph(tr("The last comparison was stopped before its end.")) : Html(),
               form(visit, "/duplicates/scan",
                    submit(tr("Compare the whole health centre again"), Button::Plain)));
}

Table table_of(const Visit& visit, const merge::Page& found) {
    Table shown;
    shown.caption = tr("May be the same, the likeliest first");
    shown.columns = {tr("The two"), tr("Kind"), tr("Why"), tr("Likely"), tr("Decide")};
    shown.empty_text = tr("Nobody seems to be written down twice.");
    for (const merge::Candidate& each : found.candidates) {
        const bool is_elsewhere = each.a.unit != each.b.unit;
        const Html units = is_elsewhere ? all(unit_words(visit, each.a.unit), " / ",
                                              unit_words(visit, each.b.unit))
                                        : Html(unit_words(visit, each.a.unit));
        shown.rows.push_back(
            {all(tag("div", html::name(each.a.name)), tag("div", html::name(each.b.name)),
                 tag("div", {{"class", "muted"}}, units)),
             merge::kind_words(merge::to_code(each.kind), reason_language()), reasons_of(each),
             percent(each.score),
             link(address_of_pair(each.a.id, each.b.id), tr("Look and decide"))});
    }
    return shown;
}

Answer list(const Visit& visit) {
    merge::Filter filter;
    filter.limit = kRowsOnPage;
    filter.offset = static_cast<std::int64_t>(page_number(visit)) * kRowsOnPage;
    merge::Page found;
    std::optional<merge::Progress> progress;
    const auto work = [&](const accept::Desk& desk) -> Status {
        TRY_LET(candidates, merge::list(desk.connection, visit.clock, filter));
        TRY_LET(scan, merge::scan_progress(desk.connection, visit.clock));
        found = std::move(candidates);
        progress = scan;
        return visit.note(desk.connection, "see_duplicates", "");
    };
    TRY(visit.write(work));
    Html waiting;
    if (found.waiting > 0) {
        waiting = note(Tone::Info, tr("{0} new records are still being compared.",
                                      {std::to_string(found.waiting)}));
    }
    const bool has_more = filter.offset + filter.limit < found.total;
    const auto& pairs = found.candidates;
    const std::string first =
        pairs.empty() ? std::string() : address_of_pair(pairs.front().a.id, pairs.front().b.id);
    TRY_LET(onward, where_to_go_on(visit, first));
    return page(visit, tr("Written twice"),
                all(paragraph(tr("These records may be of one person or household. Joining can be "
                                 "taken back at any time, weeks later too.")),
                    waiting, onward, table(table_of(visit, found)), pager(visit, has_more),
                    scan_part(visit, progress)));
}

Answer scan(const Visit& visit) {
    const auto work = [&](const accept::Desk& desk) -> Status {
        return merge::ask_for_scan(desk.connection, visit.clock, visit.who.id.text());
    };
    TRY(visit.write(work));
    return go_to("/duplicates", tr("The comparison begins. You may go on with other work."));
}

Answer stop(const Visit& visit) {
    bool was_under_way = false;
    const auto work = [&](const accept::Desk& desk) -> Status {
        TRY_LET(is_stopped, merge::stop_scan(desk.connection, visit.clock));
        was_under_way = is_stopped;
        return base::Done{};
    };
    TRY(visit.write(work));
    return go_to("/duplicates", was_under_way
                                    ? tr("The comparison is stopped. What was found before stays.")
                                    : tr("No comparison is under way."));
}

}  // namespace

Routes duplicate_routes() {
    constexpr Action kDecide = Action::DecideDuplicates;
    return {{"GET", "/duplicates", kDecide, list},
            {"POST", "/duplicates/scan", kDecide, scan},
            {"POST", "/duplicates/scan/stop", kDecide, stop}};
}

}  // namespace console
