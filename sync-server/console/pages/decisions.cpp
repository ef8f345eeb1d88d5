#include "sync-server/console/pages/decisions.h"

#include "sync-server/console/pages/decided.h"
#include "sync-server/console/pages/families/pairs.h"
#include "sync-server/console/words/words.h"

#include <algorithm>
#include <iterator>
#include <map>

namespace console {

using html::all;
using html::tag;

namespace {

void add(std::vector<DecidedRow>& rows, std::vector<DecidedRow> more) {
    rows.insert(rows.end(), std::make_move_iterator(more.begin()),
                std::make_move_iterator(more.end()));
}

// By whose words it was; of two who were joined nobody's are asked.
Html cadre_filter(const Visit& visit, const std::vector<DecidedRow>& rows) {
    std::map<std::string, std::string> names;  // to ids
    for (const DecidedRow& row : rows) {
        for (const Author& each : row.authors) names[each.name] = each.user;
    }
    if (names.empty()) return {};
    const std::string chosen = visit.value("cadre");
    std::vector<Option> options = {{"", tr("(all decisions)"), false}};
    for (const auto& [name, id] : names) options.push_back({id, name, id == chosen});
    return search_form(
        "/decided",
        tag("div", {{"class", "filters"}},
            choice({.name = "cadre", .label = tr("Whose words"), .is_required = false}, options),
            submit(tr("Show"), Button::Plain)));
}

void keep_those_of(const std::string& cadre, std::vector<DecidedRow>& rows) {
    if (cadre.empty()) return;
    std::erase_if(rows, [&cadre](const DecidedRow& row) {
        return std::none_of(row.authors.begin(), row.authors.end(),
                            [&cadre](const Author& each) { return each.user == cadre; });
    });
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
    const Html filter = cadre_filter(visit, rows);
    keep_those_of(visit.value("cadre"), rows);
    TRY_LET(lately, decided_table(visit, std::move(rows), tr("Nothing was decided yet.")));
    TRY(visit.looked_at("see_decided", ""));
    return page(visit, tr("What was decided"),
                all(filter, lately, tag("h2", tr("Older decisions")), tag("ul", older)));
}

}  // namespace

Routes decision_routes() {
    return {{"GET", "/decided", Action::DecideClinicalConflicts, show}};
}

}  // namespace console
