#include "sync-server/accept/writing.h"

#include "shared/forms/references.h"
#include "sync-server/store/changes.h"
#include "sync-server/store/facts.h"

namespace accept {

namespace {

using protocol::OutcomeKind;
using server_store::StoredRecord;

StoredRecord new_record(const records::Change& change) {
    StoredRecord stored;
    stored.record.id = change.record;
    stored.record.type = change.type;
    stored.record.unit = change.unit;
    return stored;
}

// May this user close conflicts? Clinical ones: midwife and coordinator (DESIGN 8).
bool may_decide(const server_store::User& user) {
    return user.role == "BIDAN" || user.role == "KOORD";
}

// The open contender that the change closes, if its author has the right.
Result<std::optional<server_store::Contender>> decided(Session& session,
                                                       const records::Change& change,
                                                       std::int64_t device) {
    const bool is_his_own = device == session.device.no;  // not a release on another's behalf
    if (change.decides.empty() || !is_his_own || !may_decide(session.user)) {
        return std::optional<server_store::Contender>();
    }
    TRY_LET(contender, server_store::find_contender(session.connection, change.decides));
    if (!contender || !contender->is_open || contender->record != change.record.text()) {
        return std::optional<server_store::Contender>();
    }
    return contender;
}

Status put_losers(Session& session, const records::Change& change, const Merged& merged,
                  const Writer& author, protocol::Outcome& outcome) {
    for (const Loser& loser : merged.losers) {
        server_store::Contender contender{base::make_uuid7(session.now, session.random),
                                   change.record.text(),
                                   loser.group,
                                   author.device,
                                   author.n,
                                   loser.values.to_json(),
                                   session.now,
                                   true,
                                   ""};
        if (!loser.is_incoming) contender.device = 0;  // what stood there has no one device
        TRY(server_store::put_contender(session.connection, contender));
        if (!loser.is_incoming) continue;
        outcome.kind = OutcomeKind::Conflict;
        outcome.contests.push_back({contender.id, loser.group, loser.values});
    }
    return base::Done{};
}

// All contenders of the decided group are answered: taken if the decision equals what they wanted.
Status close_group(Session& session, const server_store::Contender& decided_one,
                   const base::Fields& standing, std::string_view reason) {
    TRY_LET(open, server_store::open_contenders_of(session.connection, decided_one.record,
                                            decided_one.group));
    for (const server_store::Contender& each : open) {
        TRY_LET(wanted, base::Fields::parse(each.mine));
        base::Fields after = standing;
        after.apply(wanted);
        const bool is_taken = after == standing;
        TRY(server_store::close_contender(session.connection, each.id, session.now,
                                   is_taken ? "taken" : "refused"));
        if (each.device == 0) continue;
        protocol::Outcome outcome;
        outcome.n = each.n;
        outcome.kind = is_taken ? OutcomeKind::Merged : OutcomeKind::Rejected;
        outcome.reason = reason;
        TRY(announce(session, each.device, each.n, outcome));
    }
    return base::Done{};
}

OutcomeKind kind_of(const Merged& merged, bool is_new) {
    if (!merged.changed && !is_new) return OutcomeKind::Identical;
    return merged.others_wrote_since ? OutcomeKind::Merged : OutcomeKind::Applied;
}

// The device can work the record out by itself if nothing but its own changes happened to it.
bool is_predicted(const Session& session, const records::Change& change,
                  records::Revision standing, const protocol::Outcome& outcome) {
    if (outcome.kind == OutcomeKind::Conflict) return false;
    if (standing == change.base) return true;
    const auto found = session.predicted.find(change.record.text());
    return found != session.predicted.end() && found->second == standing;
}

// Whose facts may change is worked out when a report reads; a record that stops naming somebody
// must say so now.
Status mark_dirty(Session& session, const StoredRecord& stored,
                  const std::vector<std::string>& named_before) {
    for (const std::string& id : named_before) {
        TRY(server_store::mark_dirty(session.connection, id));
    }
    return server_store::mark_dirty(session.connection, stored.record.id.text());
}

Status put(Session& session, StoredRecord& stored, const Merged& merged, records::Revision next,
           const forms::Form& form) {
    std::optional<std::uint64_t> before;
    std::vector<std::string> named_before;
    if (stored.no != 0) {
        named_before = forms::references(form, stored.record.fields);
        before = records::row_hash(stored.record.id.text(), stored.record.revision,
                                   stored.fields_text);
    }
    stored.record.revision = next;
    stored.record.fields = merged.fields;
    stored.fields_text = merged.fields.to_json();
    stored.writers = merged.writers.to_text();
    const auto named = forms::references(form, merged.fields);
    TRY(server_store::put_record(session.connection, stored, before, named));
    Session::Written& written = session.written[stored.record.unit];
    if (written.records.empty()) written.first_seq = stored.seq;
    written.records.insert(stored.record.id.text());
    return mark_dirty(session, stored, named_before);
}

}  // namespace

Result<Written> write(Session& session, const records::Change& change, std::int64_t device,
                      std::int64_t incarnation, std::int64_t n) {
    TRY_LET(found, server_store::find_record(session.connection, change.record.text()));
    return write_on(session, std::move(found), change, device, incarnation, n);
}

Result<Written> write_on(Session& session, std::optional<StoredRecord> found,
                         const records::Change& change, std::int64_t device,
                         std::int64_t incarnation, std::int64_t n) {
    const forms::Form* form = session.forms.find(change.type);
    CHECK(form != nullptr);  // the caller has checked the document
    const bool is_new = !found.has_value();
    StoredRecord stored = is_new ? new_record(change) : std::move(*found);
    const records::Revision standing = stored.record.revision;
    const records::Revision next{session.epoch, standing.counter + 1};
    const Writer author{next, device, incarnation, n};
    TRY_LET(decision, decided(session, change, device));
    Merged merged = is_new ? create(change, author)
                           : merge(stored.record.fields, Writers::parse(stored.writers), standing,
                                   change, author, *form,
                                   decision ? std::optional(decision->group) : std::nullopt);

    Written written;
    written.outcome.n = n;
    written.outcome.kind = kind_of(merged, is_new);
    TRY(put_losers(session, change, merged, author, written.outcome));
    const bool is_rewritten = merged.changed || is_new;
    if (is_rewritten) TRY(put(session, stored, merged, next, *form));
    if (decision) TRY(close_group(session, *decision, merged.fields, change.reason));
    written.outcome.revision = is_rewritten ? next : standing;
    if (device == session.device.no && is_predicted(session, change, standing, written.outcome)) {
        written.outcome.is_predicted = true;
        session.predicted[change.record.text()] = written.outcome.revision;
    } else {
        session.predicted.erase(change.record.text());
    }
    written.before = std::move(merged.before);
    return written;
}

Result<base::Fields> as_document(Session& session, const std::vector<records::Change>& changes) {
    CHECK(!changes.empty());
    TRY_LET(found, server_store::find_record(session.connection, changes.front().record.text()));
    return document_of(found, changes);
}

base::Fields document_of(const std::optional<StoredRecord>& standing,
                         const std::vector<records::Change>& changes) {
    base::Fields document = standing ? standing->record.fields : base::Fields();
    for (const records::Change& change : changes) document.apply(change.set);
    return document;
}

}  // namespace accept
