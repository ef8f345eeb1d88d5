#include "sync-server/console/pages/figures/missing.h"

#include "shared/base/markup.h"
#include "shared/sheets/figure_id.h"
#include "sync-server/console/errands.h"
#include "sync-server/console/pages/figures/kept_months.h"
#include "sync-server/console/words/words.h"
#include "sync-server/reports/completeness.h"

namespace console {

using base::Month;
using html::all;
using html::tag;

namespace {

// As the note that travels in the file says it, in her language. A closed month has its own; what
// was kept before the silent posyandu were kept with it is looked for anew.
Result<std::vector<std::string>> named(const Visit& visit, Month month,
                                       const overview::KeptMonth& kept) {
    const auto wording = tongue().language == words::Language::English
                             ? reports::Wording::English
                             : reports::Wording::Indonesian;
    std::vector<std::string> lines;
    const auto work = [&](db::Connection& connection) -> Status {
        const base::Zone& zone = visit.centre.zone;
        const overview::Missing& missing = kept.missing;
        const bool is_known = static_cast<int>(missing.silent_units.size()) == missing.silent;
        if (kept.is_closed || !is_known) {
            TRY_LET(found, reports::missing_in(connection, sheets::period_of(month), "", visit.now,
                                               zone, wording));
            lines = std::move(found);
            return base::Done{};
        }
        const reports::Known known{missing.silent_units, missing.orphans};
        TRY_LET(found, reports::completeness(connection, month, known, visit.now, zone));
        lines = reports::sentences(found, zone, wording);
        return base::Done{};
    };
    TRY(visit.errands.beside(work));
    return lines;
}

// The infants of the coverage of the recall, those who were not asked among them.
std::string infants_of(Month month) {
    return "/figures/people?id=" + base::percent_encoded("ID_RECALL:" + base::to_text(month) + ":" +
                                                         std::string(sheets::kEverywhere));
}

Html ways(Month month, const overview::Missing& missing) {
    Html items;
    const auto add = [&](bool is_wanted, const std::string& path, const char* words) {
        if (is_wanted) items += tag("li", link(path, words));
    };
    add(missing.silent + missing.late > 0, "/arrivals", tr("Whom to call: what was expected"));
    add(missing.not_recalled > 0, infants_of(month), tr("The infants, by name and posyandu"));
    add(missing.quarantined > 0, "/quarantine", tr("Changes that wait to be mended"));
    add(missing.conflicts > 0, "/conflicts", tr("Conflicts to decide"));
    return items.empty() ? Html() : card(tr("What you can do"), tag("ul", items));
}

}  // namespace

Answer what_is_missing(const Visit& visit) {
    const auto month = asked_month(visit);
    if (!month) return refusal(visit, Refusal::NotFound, "/reports");
    const std::string title = tr("What is missing in {0}", {month_words(*month)});
    TRY_LET(kept, kept_or_asked(visit, *month));
    if (!kept) return page(visit, title, being_counted(visit));
    TRY_LET(lines, named(visit, *month, *kept));
    Html items;
    for (const std::string& line : lines) items += tag("li", line);
    const Html found = lines.empty() ? note(Tone::Ok, tr("Nothing is missing in this month."))
                                     : card(tr("Not complete yet"), tag("ul", items));
    const std::string back = "/reports?month=" + base::to_text(*month);
    return page(visit, title,
                all(found, ways(*month, kept->missing),
                    tag("p", button_link(back, tr("Back to the reports")))));
}

}  // namespace console
