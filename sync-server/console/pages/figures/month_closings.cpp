#include "sync-server/console/pages/figures/month_closings.h"

#include "shared/base/json.h"
#include "sync-server/console/errands.h"
#include "sync-server/console/pages/figures/figure_words.h"
#include "sync-server/console/pages/figures/kept_months.h"
#include "sync-server/console/records/record_words.h"
#include "sync-server/console/refusals.h"
#include "sync-server/console/words/words.h"
#include "sync-server/reports/month_closing.h"
#include "sync-server/reports/settling.h"
#include "sync-server/store/people/people.h"
#include "sync-server/store/records/records.h"
#include "sync-server/store/reports/closings.h"
#include "sync-server/store/reports/kept.h"

#include <algorithm>
#include <chrono>

namespace console {

using base::Month;
using html::all;
using html::tag;
using server_store::Closing;

namespace {

constexpr std::chrono::milliseconds kPatience{2000};
constexpr int kMonthsShown = 12;
constexpr int kMonthsAwaited = 3;

Result<std::string> actor_words(const Visit& visit, const std::string& actor) {
    TRY_LET(user, server_store::find_user(visit.connection, base::UserId(actor)));
    return user ? user->name : std::string(tr("command line"));
}

Html state_of(const Visit& visit, const std::optional<Closing>& closing) {
    if (!closing) return badge(Tone::Info, tr("open"));
    return all(badge(Tone::Ok, tr("closed")), " ", day_text(visit, closing->closed_at));
}

Answer list(const Visit& visit) {
    Table months;
    months.caption = tr("The last twelve months");
    months.columns = {tr("Month"), tr("State"), tr("Open the month")};
    const Month present = base::month_of(visit.today);
    for (int back = 0; back < kMonthsShown; ++back) {
        const Month month = base::add_months(present, -back);
        const std::string text = base::to_text(month);
        TRY_LET(closing, server_store::closing_of(visit.connection, text));
        months.rows.push_back(
            {month_words(month), state_of(visit, closing), link("/months/" + text, tr("Look"))});
    }
    return page(visit, tr("Closing months"),
                all(paragraph(tr("A closed month keeps the figures that were reported. It is "
                                 "opened again only with a reason.")),
                    table(months)));
}

// ---- one month

std::optional<Month> month_in_path(const Visit& visit) {
    const auto month = base::parse_month(visit.in_path("month"));
    if (!month || *month > base::month_of(visit.today)) return std::nullopt;
    return month;
}

Result<Html> history_of(const Visit& visit, Month month) {
    TRY_LET(closings, server_store::closings_of(visit.connection, base::to_text(month)));
    Table table;
    table.caption = tr("What became of it");
    table.columns = {tr("Closed"), tr("By"), tr("Opened again"), tr("Reason")};
    table.empty_text = tr("This month was never closed.");
    for (const Closing& each : closings) {
        TRY_LET(by, actor_words(visit, each.closed_by));
        Html opened = "–";
        if (each.reopened_at) {
            TRY_LET(who, actor_words(visit, each.reopened_by));
            opened = all(time_text(visit, *each.reopened_at), ", ", html::name(who));
        }
        table.rows.push_back({time_text(visit, each.closed_at), html::name(by), opened,
                              each.reason.empty() ? Html("–") : html::name(each.reason, 300)});
    }
    return console::table(table);
}

std::string of_words(std::int64_t numerator, std::int64_t denominator) {
    if (numerator == denominator) return std::to_string(numerator);
    return tr("{0} of {1}", {std::to_string(numerator), std::to_string(denominator)});
}

// One more than a page shows tells whether there is a next one.
template <typename Row>
bool cut_to_page(std::vector<Row>& rows) {
    const bool has_more = rows.size() > kRowsOnPage;
    if (has_more) rows.resize(kRowsOnPage);
    return has_more;
}

Result<Html> figures_since(const Visit& visit, const std::string& month) {
    Table table;
    table.caption = tr("Figures that differ since");
    table.columns = {tr("Figure"), tr("Posyandu"), tr("Reported"), tr("Now")};
    table.empty_text = tr("No figure differs since it was closed.");
    const std::int64_t first = std::int64_t{page_number(visit)} * kRowsOnPage;
    TRY_LET(rows, server_store::figure_differences(visit.connection, month, first,
                                                   std::int64_t{kRowsOnPage} + 1));
    const bool has_more = cut_to_page(rows);
    for (const auto& each : rows) {
        table.rows.push_back({figure_words(each.indicator),
                              html::name(unit_words(visit, each.unit)),
                              of_words(each.numerator_then, each.denominator_then),
                              of_words(each.numerator_now, each.denominator_now)});
    }
    return all(console::table(table), pager(visit, has_more));
}

std::string part_words(const std::string& part) {
    if (part == "NUMERATOR") return tr("counted");
    if (part == "DENOMINATOR") return tr("in the whole, not in the part");
    return tr("not counted");
}

// The list of persons has pages of its own, beside the figures'.
int persons_page(const Visit& visit) {
    const auto asked = base::json::integer_of(visit.value("people"));
    return asked ? static_cast<int>(std::clamp<std::int64_t>(*asked, 0, 1'000'000)) : 0;
}

Html persons_pager(const Visit& visit, bool has_more) {
    const int number = persons_page(visit);
    if (number == 0 && !has_more) return {};
    const auto to = [&](int other) {
        return visit.request.path + "?page=" + std::to_string(page_number(visit)) +
               "&people=" + std::to_string(other);
    };
    Html links;
    if (number > 0) links += button_link(to(number - 1), tr("Page before"));
    links += tag("span", tr("Page {0}", {std::to_string(number + 1)}));
    if (has_more) links += button_link(to(number + 1), tr("Next page"));
    return tag("nav", {{"class", "pager"}, {"aria-label", tr("Who is counted otherwise")}}, links);
}

Result<Html> persons_since(const Visit& visit, const std::string& month) {
    Table table;
    table.caption = tr("Who is counted otherwise");
    table.columns = {tr("Who"), tr("Figure"), tr("Reported"), tr("Now"), tr("Why")};
    const std::int64_t first = std::int64_t{persons_page(visit)} * kRowsOnPage;
    TRY_LET(rows, server_store::person_differences(visit.connection, month, first,
                                                   std::int64_t{kRowsOnPage} + 1));
    const bool has_more = cut_to_page(rows);
    for (const auto& each : rows) {
        TRY_LET(stored, server_store::find_record(visit.connection, each.person));
        Html who = tr("not here");
        if (stored) {
            TRY_LET(whom, about(visit, stored->record));
            who = whom.words;
        }
        table.rows.push_back({who, figure_words(each.indicator), part_words(each.part_then),
                              part_words(each.part_now), reason_words(each.reason, each.detail)});
    }
    if (rows.empty() && first == 0) return Html();
    TRY(visit.looked_at("see_differences", month));
    return all(console::table(table), persons_pager(visit, has_more));
}

Html closing_form(const Visit& visit, Month month, const std::string& problem) {
    const std::string path = "/months/" + base::to_text(month);
    if (visit.today < base::last_day(month)) {
        return note(Tone::Info, tr("It can be closed from its last day on."));
    }
    return form(visit, path + "/close",
                all(problem.empty() ? Html() : note(Tone::Bad, problem),
                    paragraph(tr("The figures stay as they are now. What arrives later is shown "
                                 "as a difference.")),
                    submit(tr("Close {0}", {month_words(month)}))));
}

Html reopening_form(const Visit& visit, Month month, const std::string& problem) {
    return form(visit, "/months/" + base::to_text(month) + "/reopen",
                all(field({.name = "reason", .label = tr("Reason"), .problem = problem}),
                    submit(tr("Open it again"), Button::Danger)));
}

Answer month_page(const Visit& visit, Month month, const std::string& problem) {
    TRY_LET(closing, server_store::closing_of(visit.connection, base::to_text(month)));
    TRY_LET(kept, kept_or_asked(visit, month));
    TRY_LET(history, history_of(visit, month));
    Html content = tag("p", state_of(visit, closing));
    const bool is_counted = kept && kept->is_closed == closing.has_value();
    if (!is_counted) {
        if (!closing && !problem.empty()) content += note(Tone::Bad, problem);
        content += being_counted(visit);
    } else if (closing) {
        TRY_LET(figures, figures_since(visit, base::to_text(month)));
        TRY_LET(persons, persons_since(visit, base::to_text(month)));
        content += all(counted_at(visit, *kept), figures, persons);
    } else {
        content +=
            all(missing_note(visit, month, kept->missing), closing_form(visit, month, problem));
    }
    if (closing) content += reopening_form(visit, month, problem);
    content += all(history, tag("p", link("/figures?month=" + base::to_text(month),
                                          tr("Figures of {0}", {month_words(month)}))));
    return page(visit, month_words(month), content, problem.empty() ? 200 : 422);
}

Answer show(const Visit& visit) {
    const auto month = month_in_path(visit);
    if (!month) return refusal(visit, Refusal::NotFound, "/months");
    return month_page(visit, *month, "");
}

// A month that somebody else closed or opened meanwhile is a stale page; what else `act` refuses is
// said as it is.
Answer change(const Visit& visit, Month month, bool is_to_be_closed, std::string_view said,
              const std::function<Status(db::Connection&)>& act) {
    const std::string path = "/months/" + base::to_text(month);
    Status done = base::Done{};
    bool is_stale = false;
    const auto work = [&](const accept::Desk& desk) -> Status {
        TRY_LET(standing, server_store::closing_of(desk.connection, base::to_text(month)));
        is_stale = standing.has_value() == is_to_be_closed;
        if (!is_stale) done = act(desk.connection);
        return base::Done{};
    };
    TRY(visit.write(work));
    if (is_stale) return refusal(visit, Refusal::Stale, path);
    if (!done.ok() && is_refusal(done.error())) {
        return month_page(visit, month, in_words(done.error()));
    }
    TRY(done);
    const base::Clock& clock = visit.clock;
    const base::Zone zone = visit.centre.zone;
    visit.errands.ask("month " + base::to_text(month),
                      [month, &clock, zone](db::Connection& connection) {
                          return overview::keep_month(connection, month, clock.now(), zone);
                      });
    return go_to(path, said);
}

// Counted beside first, so that nobody who writes waits for it: what is left is what came since.
bool settled_soon(const Visit& visit, Month month) {
    const std::string errand = "settle " + base::to_text(month);
    visit.errands.ask(
        errand, [month](db::Connection& connection) { return reports::settle(connection, month); });
    return visit.errands.is_done_within(errand, kPatience);
}

Answer close(const Visit& visit) {
    const auto month = month_in_path(visit);
    if (!month) return refusal(visit, Refusal::NotFound, "/months");
    if (visit.today < base::last_day(*month)) {
        return month_page(visit, *month, tr("It can be closed from its last day on."));
    }
    const bool is_settled = settled_soon(visit, *month);
    if (!is_settled) {
        return month_page(visit, *month,
                          tr("The month is still being counted. Press the button again in a "
                             "minute."));
    }
    return change(visit, *month, true, tr("The month is closed."), [&](db::Connection& connection) {
        return reports::close_month(connection, *month, visit.now, visit.centre.zone,
                                    visit.who.id.text());
    });
}

Answer reopen(const Visit& visit) {
    const auto month = month_in_path(visit);
    if (!month) return refusal(visit, Refusal::NotFound, "/months");
    const std::string reason = visit.value("reason");
    if (reason.empty()) return month_page(visit, *month, tr("Say why it is opened again."));
    return change(visit, *month, false, tr("The month is open again."),
                  [&](db::Connection& connection) {
                      return reports::reopen_month(connection, *month, visit.now,
                                                   visit.who.id.text(), reason);
                  });
}

}  // namespace

Result<std::vector<Month>> months_to_close(const Visit& visit) {
    std::vector<Month> found;
    TRY_LET(since, server_store::first_change_at(visit.connection));
    if (!since) return found;
    const Month present = base::month_of(visit.today);
    for (int back = 1; back <= kMonthsAwaited; ++back) {
        const Month month = base::add_months(present, -back);
        if (base::last_day(month) < base::date_in(*since, visit.centre.zone)) break;
        TRY_LET(closing, server_store::closing_of(visit.connection, base::to_text(month)));
        if (!closing) found.push_back(month);
    }
    return found;
}

Routes month_routes() {
    return {{"GET", "/months", Action::CloseMonths, list},
            {"GET", "/months/{month}", Action::CloseMonths, show},
            {"POST", "/months/{month}/close", Action::CloseMonths, close},
            {"POST", "/months/{month}/reopen", Action::CloseMonths, reopen}};
}

}  // namespace console
