#include "sync-server/console/pages/decisions.h"

#include "sync-server/console/pages/decided.h"
#include "sync-server/console/pages/families/pairs.h"
#include "sync-server/console/words/words.h"

#include <iterator>

namespace console {

using html::all;
using html::tag;

namespace {

void add(std::vector<DecidedRow>& rows, std::vector<DecidedRow> more) {
    rows.insert(rows.end(), std::make_move_iterator(more.begin()),
                std::make_move_iterator(more.end()));
}

Answer show(const Visit& visit) {
    std::vector<DecidedRow> rows;
    Html older = tag("li", link("/conflicts/decided", tr("Conflicts")));
    TRY_LET(conflicts, decided_rows(visit, {"conflict_decided", "conflict_reopened"}));
    add(rows, std::move(conflicts));
    if (visit.may(Action::DecideDuplicates)) {
        TRY_LET(pairs, pairs_decided(visit));
        add(rows, std::move(pairs));
        TRY_LET(moves, decided_rows(visit, {"move"}));
        add(rows, std::move(moves));
        older += tag("li", link("/merges", tr("What was joined")));
    }
    if (visit.may(Action::MendQuarantine)) {
        TRY_LET(changes, decided_rows(visit, {"quarantine_mended", "quarantine_sent_back",
                                              "quarantine_refused", "quarantine_reopened"}));
        add(rows, std::move(changes));
        older += tag("li", link("/quarantine/refused", tr("Refused changes")));
    }
    TRY_LET(lately, decided_table(visit, std::move(rows), tr("Nothing was decided yet.")));
    TRY(visit.looked_at("see_decided", ""));
    return page(visit, tr("What was decided"),
                all(lately, tag("h2", tr("Older decisions")), tag("ul", older)));
}

}  // namespace

Routes decision_routes() {
    return {{"GET", "/decided", Action::DecideClinicalConflicts, show}};
}

}  // namespace console
