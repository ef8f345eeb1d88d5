#include "sync-server/console/pages/running/backups.h"

#include "sync-server/backup/health.h"
#include "sync-server/backup/making.h"
#include "sync-server/console/errands.h"
#include "sync-server/console/parts.h"
#include "sync-server/console/words/words.h"
#include "sync-server/store/changes/ahead.h"

namespace console {

using backup::Health;
using html::all;
using html::tag;
using server_store::Backup;

namespace {

const std::string kErrand = "backup";
constexpr std::int64_t kHourMs = 3'600'000;

std::string hours(std::int64_t ms) {
    return std::to_string((ms + kHourMs / 2) / kHourMs);
}

std::string megabytes(std::int64_t bytes) {
    return tr("{0} MB", {std::to_string((bytes + 999'999) / 1'000'000)});
}

Html age_of(const Visit& visit, const Health& health) {
    if (!health.last_verified) {
        return note(Tone::Bad, tr("There is no verified backup. What the laptops sent stands on "
                                  "this one disk only."));
    }
    const Backup& last = *health.last_verified;
    const std::string words =
        tr("Last verified backup: {0} ({1} hours ago).",
           {time_text(visit, last.made_at), hours(visit.now.unix_ms - last.made_at.unix_ms)});
    if (health.is_overdue) {
        return note(
            Tone::Bad,
            all(words, " ",
                tr("That is older than twice the schedule. Is the disk for backups there?")));
    }
    return note(Tone::Ok, words);
}

Html last_failure(const Visit& visit, const Health& health) {
    if (!health.last || health.last->verified_at) return {};
    return note(Tone::Warn,
                all(tr("The last attempt failed, {0}:", {time_text(visit, health.last->made_at)}),
                    " ", tag("span", {{"lang", "en"}}, health.last->result)));
}

Html making(const Visit& visit, const Health& health) {
    if (health.schedule.every_ms == 0) {
        return card(tr("No schedule"),
                    all(paragraph(tr("This server makes no backups by itself. Whoever looks after "
                                     "it starts it with a folder on another disk:")),
                        tag("p", tag("code", "kawan-server serve --data … --backup-to /media/…"))));
    }
    const Errands::Standing standing = visit.errands.of(kErrand);
    std::vector<std::pair<std::string, Html>> lines = {
        {tr("They go to"), html::name(health.schedule.folder)},
        {tr("Every"), tr("{0} hours", {hours(health.schedule.every_ms)})},
        {tr("How many stay"), std::to_string(health.schedule.keep)}};
    Html now = standing.is_under_way
                   ? all(note(Tone::Info, tr("A backup is being made and verified. You can leave "
                                             "this page meanwhile.")),
                         button_link("/backups", tr("Look again")))
                   : form(visit, "/backups", submit(tr("Make a backup now")));
    if (!standing.is_under_way && !standing.problem.empty()) {
        now = all(note(Tone::Bad, all(tr("The backup failed:"), " ",
                                      tag("span", {{"lang", "en"}}, standing.problem))),
                  now);
    }
    return card(tr("Making them"), all(facts(lines), now));
}

Result<Html> list_of(const Visit& visit) {
    TRY_LET(offered, server_store::offered_backups(visit.connection));
    Table table;
    table.caption = tr("Backups that can be restored");
    table.columns = {tr("Made"), tr("Verified"), tr("File"), tr("Size"), tr("Changes in it")};
    table.empty_text = tr("There is none yet.");
    const auto first = static_cast<std::size_t>(page_number(visit)) * kRowsOnPage;
    for (std::size_t i = first; i < offered.size() && i < first + kRowsOnPage; ++i) {
        const Backup& each = offered[i];
        table.rows.push_back({time_text(visit, each.made_at),
                              each.verified_at ? time_text(visit, *each.verified_at) : "–",
                              html::name(each.file, 200), megabytes(each.bytes),
                              std::to_string(each.changes)});
    }
    return all(console::table(table), pager(visit, offered.size() > first + kRowsOnPage));
}

// An older file or machine image was put back without the command below, or a laptop lies.
Result<Html> ahead_of_us(const Visit& visit) {
    TRY_LET(ahead, server_store::laptops_ahead(visit.connection));
    if (ahead.empty()) return Html{};
    return card(
        tr("Laptops know more than this server"),
        all(note(Tone::Bad,
                 tr("Laptops that read or sent more than is here: {0}, the first on {1}. "
                    "Perhaps an older copy of the database was put back. These laptops wait, "
                    "and lose nothing.",
                    {std::to_string(ahead.size()), time_text(visit, ahead[0].since)})),
            paragraph(tr("If a copy was put back, whoever looks after the server lets every laptop "
                         "bring what is missing:")),
            tag("p", tag("code", "kawan-server new-epoch --data …")),
            button_link("/laptops/" + ahead[0].device, tr("Look at the first laptop"))));
}

Html restoring() {
    return card(tr("When one has to be restored"),
                all(paragraph(tr("Not in a browser: whoever looks after the server stops it, puts "
                                 "the backup in place and starts it again. Each laptop then brings "
                                 "by itself what the backup lacks. Who was shut out or erased "
                                 "since stays so; posyandu, roles and passwords of since then "
                                 "have to be looked at.")),
                    tag("p", tag("code", "kawan-server restore --data … FILE.kbk")),
                    paragraph(tr("On another computer it asks for the recovery code that was "
                                 "written on paper."))));
}

Answer show(const Visit& visit) {
    TRY_LET(health, backup::health_of(visit.connection, visit.now));
    TRY_LET(list, list_of(visit));
    TRY_LET(ahead, ahead_of_us(visit));
    return page(visit, tr("Backups"),
                all(ahead, age_of(visit, health), last_failure(visit, health),
                    making(visit, health), list, restoring()));
}

Answer make(const Visit& visit) {
    TRY_LET(schedule, backup::schedule_facts(visit.connection));
    if (schedule.every_ms == 0 || schedule.keep < 1) {
        return cannot(visit, tr("This server was started without a folder for backups."));
    }
    const auto noted = [&](const accept::Desk& desk) -> Status {
        return visit.note(desk.connection, "backup_make", "");
    };
    TRY(visit.write(noted));
    const backup::Order order{visit.centre.data, schedule.folder,
                              static_cast<std::size_t>(schedule.keep)};
    const base::Clock& clock = visit.clock;
    visit.errands.ask(kErrand, [order, &clock](db::Connection&) -> Status {
        TRY(backup::make_backup(order, clock));
        return base::Done{};
    });
    return go_to("/backups");
}

}  // namespace

Routes backup_routes() {
    return {{"GET", "/backups", Action::SeeBackups, show},
            {"POST", "/backups", Action::SeeBackups, make}};
}

}  // namespace console
