#include "sync-server/console/pages/home.h"

#include "sync-server/backup/health.h"
#include "sync-server/console/pages/arrived/arrivals.h"
#include "sync-server/console/pages/families/referrals.h"
#include "sync-server/console/pages/figures/kept_months.h"
#include "sync-server/console/pages/figures/month_closings.h"
#include "sync-server/console/pages/waiting.h"
#include "sync-server/console/words/words.h"

namespace console {

using html::all;
using html::tag;

namespace {

Status add_rest(const Visit& visit, std::vector<ToDecide>& found) {
    if (visit.may(Action::SeePersons)) {
        TRY_LET(count, referrals_without_answer(visit));
        found.push_back({"/referrals", later("Referrals without an answer"), count});
    }
    if (visit.may(Action::SeeArrivals)) {
        TRY_LET(count, silent_laptops(visit));
        found.push_back({"/arrivals", later("Laptops not heard of for two weeks"), count});
    }
    if (visit.may(Action::CloseMonths)) {
        TRY_LET(months, months_to_close(visit));
        found.push_back({"/months", later("Months that are over and not closed"),
                         static_cast<std::int64_t>(months.size())});
    }
    return base::Done{};
}

Html tiles_of(const std::vector<ToDecide>& found) {
    Html tiles;
    for (const ToDecide& each : found) {
        if (each.count == 0) continue;
        tiles +=
            tag("li", tag("a", {{"class", "tile waiting"}, {"href", each.path}},
                          tag("span", tr(each.words)), tag("strong", std::to_string(each.count))));
    }
    if (tiles.empty()) return note(Tone::Ok, tr("Nothing waits for you today."));
    return all(tag("h2", tr("Waiting for you")), tag("ul", {{"class", "tiles"}}, tiles));
}

Result<Html> backup_line(const Visit& visit) {
    if (!visit.may(Action::SeeBackups)) return Html();
    TRY_LET(health, backup::health_of(visit.connection, visit.now));
    if (!health.last_verified) {
        return note(Tone::Bad,
                    all(tr("There is no verified backup."), " ", link("/backups", tr("Backups"))));
    }
    const std::string words =
        tr("Last verified backup: {0}", {time_text(visit, health.last_verified->made_at)});
    if (!health.is_overdue) return tag("p", {{"class", "muted"}}, link("/backups", words));
    return note(Tone::Bad, all(words, ". ", tr("That is older than twice the schedule."), " ",
                               link("/backups", tr("Backups"))));
}

Html links_of(const Visit& visit) {
    Html links;
    for (const NavItem& item : navigation()) {
        if (item.path == std::string_view("/") || !visit.may(item.action)) continue;
        links += tag("li", tag("a", {{"class", "tile"}, {"href", item.path}}, tr(item.label)));
    }
    return tag("div", {{"class", "all-pages"}}, tag("h2", tr("All pages")),
               tag("ul", {{"class", "tiles"}}, links));
}

// Counted before somebody asks: whoever opens the figures next need not wait.
Status prepare(const Visit& visit) {
    if (!visit.may(Action::SeeFigures)) return base::Done{};
    const base::Month present = base::month_of(visit.today);
    for (const int back : {0, 1}) TRY(kept_at_or_asked(visit, base::add_months(present, -back)));
    return base::Done{};
}

Answer home(const Visit& visit) {
    TRY_LET(found, decisions_waiting(visit));
    TRY(add_rest(visit, found));
    TRY_LET(backups, backup_line(visit));
    TRY(prepare(visit));
    const Html content = all(tag("p", {{"class", "lead"}}, words::long_date(visit.today, tongue())),
                             found.empty() ? Html() : tiles_of(found), backups, links_of(visit));
    return page(visit, tr("Today"), content);
}

}  // namespace

Routes home_routes() {
    return {{"GET", "/", Action::SeeHome, home}};
}

}  // namespace console
