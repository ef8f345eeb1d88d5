#include "sync-server/console/pages/running/audit.h"

#include "sync-server/console/parts.h"
#include "sync-server/console/words/words.h"
#include "sync-server/store/keeping/audit.h"
#include "sync-server/store/people/devices.h"

#include <array>
#include <map>

namespace console {

using html::all;
using html::tag;
using server_store::Audited;

namespace {

struct Kind {
    const char* what;
    const char* words;
};
// A kind that is not in the list is shown by its own word.
constexpr std::array<Kind, 75> kKinds = {{
    {"console_sign_in", later("signed in")},
    {"console_sign_in_failed", later("wrong password for this name")},
    {"console_password", later("set a password")},
    {"export_research", later("made a data set for research")},
    {"user_add", later("added a user")},
    {"user_code", later("made a code")},
    {"user_code_end", later("made unused slips worthless")},
    {"user_role", later("changed a role")},
    {"user_disable", later("shut a user out")},
    {"user_unit_add", later("gave a posyandu")},
    {"user_unit_remove", later("took a posyandu")},
    {"unit_add", later("added a posyandu")},
    {"unit_change", later("changed a posyandu")},
    {"device_revoke", later("shut a laptop out")},
    {"sync_pause", later("stopped sending")},
    {"sync_resume", later("let sending go on")},
    {"pin_rescue", later("answered a forgotten PIN")},
    {"form_publish", later("published a form")},
    {"erase", later("erased by law")},
    {"erase_preview", later("looked at what an erasure takes")},
    {"erase_from_list", later("erased again after a restore")},
    {"see_person", later("looked at a person")},
    {"see_list", later("looked at a list of persons")},
    {"export", later("took a file of persons")},
    {"backup_make", later("made a backup")},
    {"epoch_begun", later("let every laptop bring what the database lacks")},
    {"conflict_decided", later("decided a conflict")},
    {"conflict_reopened", later("took a decision back")},
    {"quarantine_mended", later("mended a waiting change")},
    {"quarantine_sent_back", later("sent a waiting change back")},
    {"quarantine_refused", later("refused a waiting change")},
    {"quarantine_reopened", later("took a refusal back")},
    {"import", later("brought a list in")},
    {"import_undo_begun", later("began to take a list back")},
    {"import_undone", later("took a list back")},
    {"joined", later("joined two records")},
    {"joining_undone", later("took a joining back")},
    {"merge_undone", later("took a joining back")},
    {"late_words_settled", later("settled what came late")},
    {"told_apart", later("said that two are not the same")},
    {"duplicate_dismissed", later("said that two are not the same")},
    {"month_close", later("closed a month")},
    {"month_reopen", later("opened a month again")},
    {"export_figures", later("took a report")},
    {"export_persons", later("took a report with names")},
    {"see_differences", later("looked at who is counted otherwise")},
    {"report_mapping", later("changed the codes of reports")},
    {"target_set", later("set a target")},
    {"district_choice", later("chose how a form is counted")},
    {"target_withdrawn", later("took a target back")},
    {"see_conflict", later("looked at a conflict")},
    {"see_conflicts", later("looked at the conflicts")},
    {"see_quarantine", later("looked at the waiting changes")},
    {"see_quarantined", later("looked at a waiting change")},
    {"see_duplicates", later("looked at records written twice")},
    {"see_pair", later("looked at two alike")},
    {"see_decided", later("looked at what was decided")},
    {"see_merge", later("looked at a joining")},
    {"see_merges", later("looked at the joinings")},
    {"see_figure", later("looked at who stands behind a figure")},
    {"see_record", later("looked at a record")},
    {"see_referrals", later("looked at the referrals")},
    {"see_import", later("looked at a list brought in")},
    {"move", later("moved a family")},
    {"move_preview", later("looked at who would move to another posyandu")},
    {"see_residents", later("looked at who stays for a while")},
    {"residence_set", later("said where somebody counts")},
    {"move_out", later("wrote a family's file for another health centre")},
    {"move_out_closed", later("closed a move to another health centre")},
    {"move_out_cancelled", later("cancelled a move to another health centre")},
    {"move_out_preview", later("looked at who would move away")},
    {"move_out_file", later("took a family's sealed file")},
    {"move_in", later("took in a family of another health centre")},
    {"move_in_preview", later("looked at a family that comes")},
    {"see_moves", later("looked at the moves")},
}};

std::string words_of(const std::string& what) {
    for (const Kind& kind : kKinds) {
        if (what == kind.what) return tr(kind.words);
    }
    return what;
}

// Days as a browser's field for dates gives them.
base::Instant start_of(const std::string& day, const Visit& visit, int days_later,
                       base::Instant otherwise) {
    const auto date = base::parse_date(day);
    if (!date) return otherwise;
    const auto noon =
        base::parse_date_time(base::to_text(base::add_days(*date, days_later)) + "T00:00:00Z");
    if (!noon) return otherwise;
    return {noon->unix_ms - std::int64_t{visit.centre.zone.offset_minutes} * 60'000};
}

server_store::AuditSearch asked(const Visit& visit) {
    server_store::AuditSearch search;
    search.actor = visit.value("actor");
    search.what = visit.value("what");
    search.subject = visit.value("subject");
    search.from = start_of(visit.value("from"), visit, 0, search.from);
    search.before = start_of(visit.value("to"), visit, 1, search.before);
    return search;
}

Result<std::map<std::string, std::string>> names(const Visit& visit) {
    TRY_LET(users, server_store::users(visit.connection));
    std::map<std::string, std::string> by_id;
    for (const server_store::User& user : users) by_id[user.id.text()] = user.name;
    by_id[server_store::kCommandLine] = tr("command line");
    return by_id;
}

// To whom something was done is a user or her laptop.
Result<std::map<std::string, std::string>> subjects(const Visit& visit,
                                                    std::map<std::string, std::string> by_id) {
    TRY_LET(devices, server_store::devices(visit.connection));
    for (const server_store::Device& each : devices) {
        const auto user = by_id.find(each.user.text());
        if (user != by_id.end()) by_id[each.id.text()] = user->second + " · " + each.name;
    }
    return by_id;
}

Result<Html> search_of(const Visit& visit, const std::map<std::string, std::string>& names) {
    TRY_LET(kinds, server_store::audited_kinds(visit.connection));
    std::vector<Option> actors = {{"", tr("everybody"), false}};
    for (const auto& each : names) {
        actors.push_back(
            {each.first, each.second.substr(0, 200), each.first == visit.value("actor")});
    }
    std::vector<Option> whats = {{"", tr("everything"), false}};
    for (const std::string& kind : kinds) {
        whats.push_back({kind, words_of(kind), kind == visit.value("what")});
    }
    return search_form("/audit", tag("div", {{"class", "filters"}},
                                     choice({.name = "actor", .label = tr("Who")}, actors),
                                     choice({.name = "what", .label = tr("What")}, whats),
                                     field({.name = "subject",
                                            .label = tr("To whom or what (id)"),
                                            .value = visit.value("subject"),
                                            .is_required = false,
                                            .characters_max = 64}),
                                     field({.name = "from",
                                            .label = tr("From"),
                                            .value = visit.value("from"),
                                            .type = "date",
                                            .is_required = false}),
                                     field({.name = "to",
                                            .label = tr("Until"),
                                            .value = visit.value("to"),
                                            .type = "date",
                                            .is_required = false}),
                                     submit(tr("Search"))));
}

Html named(const std::map<std::string, std::string>& names, const std::string& id) {
    const auto at = names.find(id);
    return at == names.end() ? tag("span", {{"class", "code"}}, id) : html::name(at->second);
}

Answer show(const Visit& visit) {
    TRY_LET(by_id, names(visit));
    TRY_LET(of_subject, subjects(visit, by_id));
    TRY_LET(form, search_of(visit, by_id));
    const std::int64_t first = std::int64_t{page_number(visit)} * kRowsOnPage;
    TRY_LET(found,
            server_store::search_audit(visit.connection, asked(visit), first, kRowsOnPage + 1));
    const bool has_more = found.size() > kRowsOnPage;
    if (has_more) found.pop_back();
    const bool sees_reasons = visit.may(Action::SeePersons);  // free text may name somebody
    Table table{tr("Newest first"),
                {tr("When"), tr("Who"), tr("What"), tr("To whom or what"), tr("Reason")},
                {},
                tr("Nothing of that kind was done.")};
    for (const Audited& each : found) {
        table.rows.push_back({time_text(visit, each.at), named(by_id, each.actor),
                              words_of(each.what), named(of_subject, each.subject),
                              html::name(sees_reasons ? each.reason : "", 500)});
    }
    return page(visit, tr("Who did what"),
                all(paragraph(tr("Every look at a person by name, every file, every decision. "
                                 "Nothing here can be changed or taken out.")),
                    form, console::table(table), pager(visit, has_more)));
}

}  // namespace

Routes audit_routes() {
    return {{"GET", "/audit", Action::SearchAudit, show}};
}

}  // namespace console
