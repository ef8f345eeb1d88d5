#include "sync-server/console/pages/figures/kept_months.h"

#include "sync-server/console/errands.h"
#include "sync-server/console/words/words.h"
#include "sync-server/reports/settling.h"
#include "sync-server/store/reports/closings.h"
#include "sync-server/store/reports/facts.h"

namespace console {

using base::Month;
using html::all;
using html::tag;
using overview::KeptMonth;
using overview::Missing;

namespace {

constexpr int kMonthsOffered = 18;
constexpr int kMonthsBack = 60;
constexpr std::int64_t kTouchedMost = 150;  // records: some 75 ms

void count_anew(const Visit& visit, Month month) {
    const base::Clock& clock = visit.clock;
    const base::Zone zone = visit.centre.zone;
    visit.errands.ask("month " + base::to_text(month),
                      [month, &clock, zone](db::Connection& connection) {
                          return overview::keep_month(connection, month, clock.now(), zone);
                      });
}

std::string number(int value) {
    return std::to_string(value);
}

// The sums may be kept while the facts are to be counted anew, or while laptops have just brought
// more than can be counted while somebody waits. A closed month has its own.
Result<bool> has_facts(const Visit& visit, Month month) {
    TRY_LET(closing, server_store::closing_of(visit.connection, base::to_text(month)));
    if (closing) return true;
    TRY_LET(touched, server_store::dirty_persons(visit.connection, kTouchedMost + 1));
    if (static_cast<std::int64_t>(touched.size()) > kTouchedMost) return false;
    return reports::is_settled(visit.connection, month);
}

}  // namespace

std::optional<Month> asked_month(const Visit& visit) {
    const Month present = base::month_of(visit.today);
    const std::string asked = visit.value("month");
    if (asked.empty()) return present;
    const auto month = base::parse_month(asked);
    if (!month || *month > present || *month < base::add_months(present, -kMonthsBack)) {
        return std::nullopt;
    }
    return month;
}

std::string month_words(Month month) {
    return words::month_and_year(month, tongue());
}

std::vector<Option> month_options(const Visit& visit, Month chosen) {
    std::vector<Option> options;
    const Month present = base::month_of(visit.today);
    for (int back = 0; back < kMonthsOffered; ++back) {
        const Month month = base::add_months(present, -back);
        options.push_back({base::to_text(month), month_words(month), month == chosen});
    }
    return options;
}

Result<std::optional<KeptMonth>> kept_or_asked(const Visit& visit, Month month,
                                               const overview::Wanted& wanted) {
    TRY(kept_at_or_asked(visit, month));
    return overview::kept_month(visit.connection, month, wanted);
}

Result<std::optional<base::Instant>> kept_at_or_asked(const Visit& visit, Month month) {
    TRY_LET(kept, server_store::find_kept(visit.connection, base::to_text(month)));
    TRY_LET(is_there, has_facts(visit, month));
    const bool is_old =
        !kept || !is_there || visit.now.unix_ms - kept->at.unix_ms > overview::kFreshMs;
    if (is_old) count_anew(visit, month);
    return kept && is_there ? std::optional(kept->at) : std::nullopt;
}

Html being_counted(const Visit& visit) {
    const std::string here = visit.request.query.empty()
                                 ? visit.request.path
                                 : visit.request.path + "?" + visit.request.query;
    return all(note(Tone::Info, tr("This month is being counted. That can take some minutes; you "
                                   "can leave this page meanwhile.")),
               button_link(here, tr("Look again"), Button::Main));
}

Html counted_at(const Visit& visit, const KeptMonth& kept) {
    Html line = tr("Counted {0}", {time_text(visit, kept.at)});
    if (kept.is_closed) line += all(" ", badge(Tone::Ok, tr("closed: as it was reported")));
    return tag("p", {{"class", "muted"}}, line);
}

std::vector<std::string> missing_sentences(const Missing& missing) {
    std::vector<std::string> lines;
    if (!missing.is_over) lines.push_back(tr("The month is not over yet."));
    if (missing.silent > 0) {
        lines.push_back(
            tr("Posyandu that sent no visit this month: {0}", {number(missing.silent)}));
    }
    if (missing.late > 0) {
        lines.push_back(tr("Laptops that sent nothing since the month's last day: {0}",
                           {number(missing.late)}));
    }
    if (missing.not_recalled > 0) {
        lines.push_back(tr("Infants of 0 to 5 months not asked about feeding: {0} of {1}",
                           {number(missing.not_recalled), number(missing.infants)}));
    }
    if (missing.quarantined > 0) {
        lines.push_back(tr("Changes that wait: {0}", {number(missing.quarantined)}));
    }
    if (missing.conflicts > 0) {
        lines.push_back(tr("Conflicts not decided: {0}", {number(missing.conflicts)}));
    }
    if (missing.orphans > 0) {
        lines.push_back(tr("Records whose family has not arrived: {0}", {number(missing.orphans)}));
    }
    return lines;
}

namespace {

Html note_of(const Visit& visit, Month month, const Missing& missing) {
    const std::vector<std::string> lines = missing_sentences(missing);
    if (lines.empty()) return note(Tone::Ok, tr("Nothing is missing in this month."));
    Html items;
    for (const std::string& line : lines) items += tag("li", line);
    Html onward;
    if (visit.may(Action::CloseMonths)) {
        onward = tag("p", link("/reports/missing?month=" + base::to_text(month),
                               tr("Which ones, and what to do")));
    }
    return tag("div", {{"class", "note warn"}}, tag("p", tag("strong", tr("Not complete yet"))),
               tag("ul", items), onward);
}

}  // namespace

Html missing_note(const Visit& visit, Month month, const Missing& missing) {
    const bool sees_all = reach(visit.who.role, Action::SeeFigures) == Reach::Centre;
    if (sees_all || missing_sentences(missing).empty()) return note_of(visit, month, missing);
    return note(Tone::Warn, missing.is_over
                                ? tr("Not complete yet: some of the health centre's data has not "
                                     "arrived or waits for a decision.")
                                : tr("The month is not over yet."));
}

}  // namespace console
