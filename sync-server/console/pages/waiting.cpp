#include "sync-server/console/pages/waiting.h"

#include "sync-server/console/pages/arrived/conflicts.h"
#include "sync-server/console/pages/arrived/quarantine.h"
#include "sync-server/console/pages/families/pairs.h"
#include "sync-server/console/words/words.h"
#include "sync-server/store/records/partings.h"

namespace console {

using html::all;
using html::tag;

namespace {

Status add(const Visit& visit, const WorkList& list, const char* words,
           std::vector<ToDecide>& found) {
    TRY_LET(count, list.count(visit.connection));
    TRY_LET(first, list.at(visit.connection, 0));
    found.push_back({first.empty() ? list.path : first, words, count});
    return base::Done{};
}

}  // namespace

Result<std::vector<ToDecide>> decisions_waiting(const Visit& visit) {
    std::vector<ToDecide> found;
    if (visit.may(Action::DecideDuplicates)) {
        TRY(add(visit, pairs_to_decide(), later("Possible duplicates to decide"), found));
        TRY_LET(late, server_store::count_late_words(visit.connection));
        found.push_back({"/merges", later("Came late: whose of the two is it?"), late});
    }
    if (visit.may(Action::DecideClinicalConflicts)) {
        TRY_LET(conflicts, conflicts_to_decide(visit));
        TRY(add(visit, conflicts, later("Conflicts to decide"), found));
    }
    if (visit.may(Action::MendQuarantine)) {
        TRY(add(visit, changes_to_mend(), later("Changes that wait to be mended"), found));
    }
    return found;
}

Result<Html> where_to_go_on(const Visit& visit, const std::string& first) {
    const Html became = tag("p", link("/decided", tr("What became of each")));
    if (!first.empty()) return all(begin_button(first), became);
    TRY_LET(found, decisions_waiting(visit));
    for (const ToDecide& each : found) {
        if (each.count == 0) continue;
        const std::string words =
            tr("Next: {0} ({1})", {tr(each.words), std::to_string(each.count)});
        return all(tag("p", button_link(each.path, words, Button::Main)), became);
    }
    return all(note(Tone::Ok, tr("Nothing waits for your decision any more.")), became);
}

}  // namespace console
