#include "sync-server/console/pages/arrived/conflicts.h"

#include "sync-server/accept/change/contending.h"
#include "sync-server/console/pages/arrived/conflict_form.h"
#include "sync-server/console/pages/arrived/decided_conflicts.h"
#include "sync-server/console/pages/waiting.h"
#include "sync-server/console/parts.h"
#include "sync-server/console/records/record_words.h"
#include "sync-server/console/refusals.h"
#include "sync-server/console/words/words.h"
#include "sync-server/store/changes/changes.h"
#include "sync-server/store/changes/waiting_lists.h"
#include "sync-server/store/records/records.h"

namespace console {

using html::all;
using server_store::Contender;

bool may_decide(const Visit& visit, const records::Record& record) {
    return accept::is_clinical(record.type)
               ? visit.may_in(Action::DecideClinicalConflicts, record.unit)
               : visit.may(Action::DecideConflicts);
}

namespace {

// Absent: decided already, erased, or not for this person.
Result<std::optional<Conflict>> conflict_of(const Visit& visit, const Contender& contender) {
    TRY_LET(stored, server_store::find_record(visit.connection, contender.record));
    if (!contender.is_open || !stored || !may_decide(visit, stored->record)) {
        return std::optional<Conflict>();
    }
    TRY_LET(mine, base::Fields::parse(contender.mine));
    return std::optional(Conflict{contender, std::move(*stored), std::move(mine)});
}

}  // namespace

Result<server_store::WaitingFilter> conflicts_of_hers(const Visit& visit) {
    server_store::WaitingFilter filter;
    if (visit.may(Action::DecideConflicts)) return filter;
    TRY_LET(units, visit.units_for(Action::DecideClinicalConflicts));
    filter.units = std::move(units);
    filter.types_left_out.assign(accept::kIdentityTypes.begin(), accept::kIdentityTypes.end());
    return filter;
}

namespace {

std::string address_of(std::string_view id) {
    return "/conflicts/" + std::string(id);
}

WorkList work_list(const server_store::WaitingFilter& filter) {
    const auto count = [filter](db::Connection& connection) {
        return server_store::count_contenders(connection, filter);
    };
    const auto at = [filter](db::Connection& connection,
                             std::int64_t place) -> Result<std::string> {
        server_store::WaitingFilter one = filter;
        one.first = place;
        one.count = 1;
        TRY_LET(found, server_store::contenders_page(connection, one));
        return found.empty() ? std::string() : address_of(found.front().id);
    };
    return {"/conflicts", count, at};
}

}  // namespace

Result<WorkList> conflicts_to_decide(const Visit& visit) {
    TRY_LET(hers, conflicts_of_hers(visit));
    return work_list(hers);
}

namespace {

Answer list(const Visit& visit) {
    TRY_LET(filter, conflicts_of_hers(visit));
    filter.first = std::int64_t{page_number(visit)} * kRowsOnPage;
    filter.count = kRowsOnPage + 1;
    TRY_LET(contenders, server_store::contenders_page(visit.connection, filter));
    const bool has_more = contenders.size() > kRowsOnPage;
    if (has_more) contenders.pop_back();
    Table shown;
    shown.caption = tr("Open conflicts");
    shown.columns = {tr("About"), tr("What"), tr("Posyandu"), tr("Since"), tr("Decide")};
    shown.empty_text =
        tr("Nothing is to be decided. What two cadres write about the same thing "
           "stands here when it differs.");
    for (const Contender& each : contenders) {
        TRY_LET(conflict, conflict_of(visit, each));
        if (!conflict) continue;
        const records::Record& record = conflict->standing.record;
        TRY_LET(whom, about(visit, record));
        shown.rows.push_back(
            {whom.words,
             all(type_words(visit, record.type), ": ", words_of_fields(visit, *conflict)),
             html::name(unit_words(visit, record.unit)), day_text(visit, each.opened_at),
             link(address_of(each.id), tr("Look and decide"))});
    }
    const bool is_done = shown.rows.empty();
    TRY_LET(onward,
            where_to_go_on(visit, is_done ? std::string() : address_of(contenders.front().id)));
    TRY(visit.looked_at("see_conflicts", ""));
    return page(visit, tr("Conflicts"),
                all(paragraph(tr("Two people wrote different answers to the same question. What "
                                 "came first stands until one of you decides; nothing was "
                                 "overwritten.")),
                    onward, table(shown), pager(visit, has_more)));
}

// ---- one conflict

Answer conflict_page(const Visit& visit, const Conflict& conflict, const Again& again) {
    const records::Record& record = conflict.standing.record;
    TRY_LET(whom, about(visit, record));
    TRY(visit.looked_at("see_conflict", looked_at_of(whom, record)));
    TRY_LET(decision, decision_form(visit, conflict, again));
    std::vector<std::pair<std::string, Html>> lines = {
        {tr("About"), all(whom.words, ", ", html::name(unit_words(visit, record.unit)))}};
    if (const auto day = base::local_date_of(whom.day)) {
        lines.emplace_back(tr("Of"), words::short_date(*day, tongue()));
    }
    TRY_LET(hers, conflicts_of_hers(visit));
    TRY_LET(before, server_store::contenders_before(visit.connection, hers, conflict.contender.id));
    TRY_LET(place, place_in(visit, work_list(hers), before));
    return page(visit, tr("What is right?"), all(place, facts(lines), decision),
                again.problem.empty() ? 200 : 422);
}

Result<std::optional<Conflict>> asked_for(const Visit& visit) {
    TRY_LET(contender, server_store::find_contender(visit.connection, visit.in_path("id")));
    if (!contender) return std::optional<Conflict>();
    return conflict_of(visit, *contender);
}

Answer show(const Visit& visit) {
    TRY_LET(conflict, asked_for(visit));
    if (!conflict) return decided_conflict_page(visit);
    return conflict_page(visit, *conflict, {});
}

std::optional<accept::Choice> chosen(const std::string& word) {
    if (word == "standing") return accept::Choice::Standing;
    if (word == "incoming") return accept::Choice::Incoming;
    if (word == "third") return accept::Choice::Third;
    return std::nullopt;
}

std::string said_of(const Visit& visit, const Conflict& conflict, accept::Choice choice) {
    return words_of_fields(visit, conflict) + ": " + outcome_words(choice) + ". " +
           tr("Both cadres see it at their next sync.");
}

Answer decide(const Visit& visit) {
    TRY_LET(conflict, asked_for(visit));
    if (!conflict) return refusal(visit, Refusal::Stale, "/conflicts");
    const accept::By by{visit.who.id.text(), records::parse_revision(visit.value("shown"))};
    const std::string& id = conflict->contender.id;
    const std::string here = address_of(id);
    if (!by.seen) return refusal(visit, Refusal::Stale, here);
    auto choice = chosen(visit.value("choice"));
    const base::Fields third = written_besides(visit, *conflict);
    const Again again = asked_again(visit, *conflict, choice, third);
    if (!again.problem.empty()) return conflict_page(visit, *conflict, again);
    const bool is_one_of_both = *choice == accept::Choice::Third && is_what_came(*conflict, third);
    if (is_one_of_both) choice = accept::Choice::Incoming;
    const std::string reason = visit.value("reason");
    TRY_LET(hers, conflicts_of_hers(visit));
    const WorkList waiting = work_list(hers);
    TRY_LET(before, server_store::contenders_before(visit.connection, hers, id));
    std::string next;
    base::Status decided = base::Done{};
    const auto work = [&](const accept::Desk& desk) -> Status {
        decided = accept::resolve_conflict(desk, id, *choice, third, reason, by);
        TRY_LET(found, next_of(desk.connection, waiting, before));
        next = std::move(found);
        return base::Done{};
    };
    TRY(visit.write(work));
    if (!decided.ok() && accept::is_changed_since(decided.error())) {
        return refusal(visit, Refusal::Stale, here);
    }
    if (!decided.ok() && is_refusal(decided.error())) {
        const std::string& type = conflict->standing.record.type;
        return conflict_page(visit, *conflict, {in_words_of_form(visit, type, decided.error())});
    }
    TRY(decided);
    TRY_LET(whom, about(visit, conflict->standing.record));
    Reply reply = go_on(waiting, next, said_of(visit, *conflict, *choice));
    reply.way_back = {
        {looked_at_of(whom, conflict->standing.record)}, here, tr("Open or take back")};
    return reply;
}

}  // namespace

Routes conflict_routes() {
    constexpr Action kDecide = Action::DecideClinicalConflicts;  // which of them: may_decide()
    return {{"GET", "/conflicts", kDecide, list},
            {"GET", "/conflicts/{id}", kDecide, show},
            {"POST", "/conflicts/{id}", kDecide, decide},
            {"GET", "/conflicts/decided", kDecide, decided_conflicts},
            {"POST", "/conflicts/{id}/reopen", kDecide, reopen_conflict}};
}

}  // namespace console
