#include "sync-server/accept/desk/taking_back.h"

#include "sync-server/accept/change/contending.h"
#include "sync-server/accept/round/session.h"
#include "sync-server/store/records/moves.h"

#include <algorithm>

namespace accept {

using base::Done;
using base::Error;
using base::ErrorCode;
using server_store::Contender;
using server_store::LoggedChange;

namespace {

constexpr const char* kTakenBack = "this was taken back before";
constexpr const char* kReplaced = "replaced";  // by its author's own later word

std::string token_or_null(const base::Fields& fields, std::string_view name) {
    const std::string* token = fields.token(name);
    return token == nullptr ? "null" : *token;
}

// The decision's place in the history of its record.
struct Found {
    std::vector<LoggedChange> history;
    std::size_t at = 0;
    records::Change change;
};

// It names the conflict itself, or one about the same answer that closed this one with it.
Result<bool> closed_it(db::Connection& connection, const records::Change& change,
                       const Contender& contender) {
    if (change.decides.empty()) return false;
    if (change.decides == contender.id) return true;
    TRY_LET(named, server_store::find_contender(connection, change.decides));
    return named && named->group == contender.group;
}

// What is decided is closed in the moment in which the decision is taken.
Result<std::optional<Found>> decision_of(db::Connection& connection, const Contender& contender) {
    TRY_LET(history, server_store::history_of(connection, contender.record));
    for (std::size_t at = history.size(); at-- > 0;) {
        if (history[at].received_at.unix_ms != contender.closed_at.unix_ms) continue;
        auto change = records::parse_change(history[at].line);
        if (!change.ok()) continue;  // erased
        TRY_LET(is_it, closed_it(connection, change.value(), contender));
        if (is_it) return std::optional(Found{std::move(history), at, std::move(change).value()});
    }
    return std::optional<Found>();
}

LoggedWord word_of(const LoggedChange& logged, const records::Change& change,
                   const base::Fields& before) {
    return {logged.device, logged.n, change.set, before};
}

// As it read after the decision: what the next change found there, or what stands.
Result<std::string> value_after(const Found& found, const base::Fields& standing,
                                const std::string& field) {
    for (std::size_t at = found.at + 1; at < found.history.size(); ++at) {
        TRY_LET(before, base::Fields::parse(found.history[at].before));
        if (before.has(field)) return token_or_null(before, field);
    }
    return token_or_null(standing, field);
}

Choice choice_of(const base::Fields& set, const base::Fields& mine) {
    if (set.empty()) return Choice::Standing;
    return set == mine ? Choice::Incoming : Choice::Third;
}

Result<std::vector<DecidedAnswer>> answers_of(const Found& found, const base::Fields& mine,
                                              const base::Fields& standing) {
    TRY_LET(before, base::Fields::parse(found.history[found.at].before));
    std::vector<DecidedAnswer> answers;
    for (const auto& [name, came] : mine.entries()) {
        TRY_LET(decided, value_after(found, standing, name));
        const std::string stood = before.has(name) ? token_or_null(before, name) : decided;
        answers.push_back({name, stood, came, decided, token_or_null(standing, name)});
    }
    return answers;
}

bool has_any(const base::Fields& fields, const base::Fields& of) {
    return std::any_of(of.entries().begin(), of.entries().end(),
                       [&fields](const auto& entry) { return fields.has(entry.first); });
}

// The last before the decision who gave one of the answers another value, or brought the record.
Result<Word> who_stood(db::Connection& connection, const Found& found,
                       const std::vector<DecidedAnswer>& answers, const base::Fields& mine) {
    const auto history = std::span<const LoggedChange>(found.history).first(found.at);
    for (std::size_t at = history.size(); at-- > 0;) {
        const LoggedChange& each = history[at];
        TRY_LET(before, base::Fields::parse(each.before));
        if (at > 0 && !has_any(before, mine)) continue;
        const Word written{each.device, each.n};
        if (answers.empty()) return written;
        const DecidedAnswer& first = answers.front();  // they were written together (SYNC 10)
        return whose_word(connection, history, first.field, first.stood, written);
    }
    return Word{};
}

}  // namespace

Result<std::optional<DecidedConflict>> decided_conflict(db::Connection& connection,
                                                        const forms::FormSet& forms,
                                                        const Contender& contender) {
    if (contender.is_open || contender.decision == kReplaced) {
        return std::optional<DecidedConflict>();
    }
    TRY_LET(stored, server_store::find_record(connection, contender.record));
    const forms::Form* form = stored ? forms.find(stored->record.type) : nullptr;
    if (form == nullptr) return std::optional<DecidedConflict>();
    TRY_LET(found, decision_of(connection, contender));
    if (!found) return std::optional<DecidedConflict>();
    TRY_LET(mine, base::Fields::parse(contender.mine));
    TRY_LET(answers, answers_of(*found, mine, stored->record.fields));
    const LoggedChange& logged = found->history[found->at];
    TRY_LET(before, base::Fields::parse(logged.before));
    const auto fields = revertings(*form, *stored, word_of(logged, found->change, before));
    for (const Reverting& each : fields) {
        for (DecidedAnswer& answer : answers) {
            if (answer.field == each.field) answer.is_written_since = !each.goes_back;
        }
    }
    TRY_LET(who, who_stood(connection, *found, answers, mine));
    return std::optional(DecidedConflict{contender, std::move(*stored), logged,
                                         choice_of(found->change.set, mine), std::move(answers),
                                         who});
}

namespace {

Status check_undecided(const std::optional<Contender>& contender, const By& by) {
    if (!contender) return Error{ErrorCode::NotFound, "there is no conflict of that id"};
    if (contender->is_open) return Error{ErrorCode::Refused, kTakenBack};
    const bool is_another = by.seen_decided && *by.seen_decided != contender->closed_at;
    if (is_another) return Error{ErrorCode::Refused, kChangedSince};
    return Done{};
}

// The record as it was before the decision, but for what was written since.
Status write_back(Session& session, const DecidedConflict& decided, std::string_view reason) {
    const server_store::StoredRecord& standing = decided.standing;
    TRY_LET(change, records::parse_change(decided.decision.line));
    TRY_LET(before, base::Fields::parse(decided.decision.before));
    const forms::Form* form = session.forms.find(standing.record.type);
    CHECK(form != nullptr);  // decided_conflict has looked
    const base::Fields set =
        going_back(revertings(*form, standing, word_of(decided.decision, change, before)));
    base::Fields document = standing.record.fields;
    document.apply(set);
    if (!set.empty()) TRY(check_document(session, standing.record.type, document));
    return write_at_desk(session, desk_change(session, standing.record, set, reason));
}

// Its author has written another answer since, which contends in its place (SYNC 8).
Result<bool> has_later_word(Session& session, const Contender& closed) {
    TRY_LET(open,
            server_store::open_contenders_of(session.connection, closed.record, closed.group));
    const bool has_one_author = closed.device != 0 && closed.device != session.device.no;
    return has_one_author && std::any_of(open.begin(), open.end(), [&](const Contender& each) {
               return each.device == closed.device;
           });
}

// Those that still want something else than what stands now.
Result<int> open_what_differs(Session& session, const Contender& decided) {
    TRY_LET(stored, server_store::find_record(session.connection, decided.record));
    CHECK(stored.has_value());
    TRY_LET(closed, server_store::contenders_closed(session.connection, decided.record,
                                                    decided.closed_at, decided.closed_at));
    int opened = 0;
    for (const Contender& each : closed) {
        if (each.group != decided.group || each.decision == kReplaced) continue;
        TRY_LET(mine, base::Fields::parse(each.mine));
        base::Fields after = stored->record.fields;
        after.apply(mine);
        TRY_LET(is_replaced, has_later_word(session, each));
        if (after == stored->record.fields || is_replaced) continue;
        TRY(open_again(session, each, stored->record.revision));
        ++opened;
    }
    return opened;
}

}  // namespace

Status reopen_conflict(const Desk& desk, std::string_view conflict, std::string_view reason,
                       const By& by) {
    TRY(check_desk_text({}, reason));
    if (reason.empty()) return Error{ErrorCode::Usage, "this needs a reason"};
    TRY_LET(transaction, db::Transaction::begin(desk.connection));
    TRY_LET(session, desk_session(desk));
    TRY_LET(contender, server_store::find_contender(desk.connection, conflict));
    TRY(check_undecided(contender, by));
    TRY(check_seen(desk, contender->record, by));
    TRY_LET(decided, decided_conflict(desk.connection, desk.forms, *contender));
    if (!decided) {
        return Error{ErrorCode::NotFound, "nobody's decision closed this conflict"};
    }
    if (decided->standing.record.unit == server_store::kOutside) {
        return Error{ErrorCode::Refused, "they have gone to another health centre"};
    }
    TRY(write_back(session, *decided, reason));
    TRY_LET(opened, open_what_differs(session, *contender));
    if (opened == 0) {
        return Error{ErrorCode::Refused,
                     "there is nothing to decide again: what was written since says the same, or "
                     "waits as a conflict of its own"};
    }
    TRY(note(desk, by, "conflict_reopened", contender->record, reason));
    return transaction.commit();
}

namespace {

Status check_rejected(const std::optional<server_store::Quarantined>& item, const By& by) {
    if (!item) return Error{ErrorCode::NotFound, "nothing of that number is in quarantine"};
    if (item->is_open) return Error{ErrorCode::Refused, kTakenBack};
    if (item->decision != "rejected") {
        return Error{ErrorCode::NotFound, "nobody has refused this change"};
    }
    const bool is_another = by.seen_decided && *by.seen_decided != item->closed_at;
    if (is_another) return Error{ErrorCode::Refused, kChangedSince};
    return Done{};
}

}  // namespace

Status reopen_quarantined(const Desk& desk, std::int64_t device_no, std::int64_t n,
                          std::string_view reason, const By& by) {
    TRY(check_desk_text({}, reason));
    if (reason.empty()) return Error{ErrorCode::Usage, "this needs a reason"};
    TRY_LET(transaction, db::Transaction::begin(desk.connection));
    TRY_LET(session, desk_session(desk));
    TRY_LET(item, server_store::find_quarantined(desk.connection, device_no, n));
    TRY(check_rejected(item, by));
    TRY(server_store::reopen_quarantined(desk.connection, device_no, n));
    protocol::Outcome outcome;
    outcome.n = n;
    outcome.kind = protocol::OutcomeKind::Quarantined;
    outcome.code = item->code;
    outcome.field = item->field;
    outcome.reason = item->reason;
    TRY(announce(session, device_no, n, outcome));
    TRY(note(desk, by, "quarantine_reopened", item->record, reason));
    return transaction.commit();
}

}  // namespace accept
