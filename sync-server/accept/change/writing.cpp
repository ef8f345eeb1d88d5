#include "sync-server/accept/change/writing.h"

#include "shared/forms/references.h"
#include "sync-server/accept/change/contending.h"
#include "sync-server/accept/change/relocating.h"
#include "sync-server/store/duplicates/candidates.h"
#include "sync-server/store/reports/facts.h"

#include <algorithm>

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

OutcomeKind kind_of(const Merged& merged, bool is_new) {
    if (!merged.changed && !is_new) return OutcomeKind::Identical;
    return merged.others_wrote_since ? OutcomeKind::Merged : OutcomeKind::Applied;
}

// The device can work the record out by itself if nothing but its own changes happened to it.
bool is_predicted(const Session& session, const records::Change& change, records::Revision standing,
                  const protocol::Outcome& outcome) {
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
    TRY(server_store::queue_for_matching(session.connection, stored.record.type,
                                         stored.record.id.text()));
    return server_store::mark_dirty(session.connection, stored.record.id.text());
}

}  // namespace

Status put_merged(Session& session, StoredRecord& stored, const Merged& merged,
                  records::Revision next, const forms::Form& form) {
    std::optional<std::uint64_t> before;
    std::vector<std::string> named_before;
    if (stored.no != 0) {
        named_before = forms::references(form, stored.record.fields);
        before =
            records::row_hash(stored.record.id.text(), stored.record.revision, stored.fields_text);
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

Result<Written> write(Session& session, const records::Change& change, std::int64_t device,
                      std::int64_t incarnation, std::int64_t n) {
    TRY_LET(found, server_store::find_record(session.connection, change.record.text()));
    return write_on(session, std::move(found), change, device, incarnation, n);
}

Result<Written> write_on(Session& session, std::optional<StoredRecord> found,
                         const records::Change& change, std::int64_t device,
                         std::int64_t incarnation, std::int64_t n) {
    const forms::Form* form = session.forms.find(change.type);
    if (form == nullptr) {
        return base::Error{base::ErrorCode::Refused, "a record of an unknown type"};
    }
    const bool is_new = !found.has_value();
    StoredRecord stored = is_new ? new_record(change) : std::move(*found);
    const records::Revision standing = stored.record.revision;
    const records::Revision next{session.epoch, standing.counter + 1};
    const Writer author{next, device, incarnation, n};
    TRY_LET(decision, decided(session, change, device));
    const Writers writers = is_new ? Writers() : Writers::parse(stored.writers);
    Merged merged = is_new ? create(change, author)
                           : merge(stored.record.fields, writers, standing, change, author, *form);
    // A decision about what stood before somebody else wrote again decides nothing.
    const bool is_decided = decision && saw_group(stored.record.fields, writers, change, author,
                                                  *form, decision->group);

    Written written;
    written.outcome.n = n;
    written.outcome.kind = kind_of(merged, is_new);
    const bool is_rewritten = merged.changed || is_new;
    written.outcome.revision = is_rewritten ? next : standing;
    TRY(put_losers(session, change, merged, author, written.outcome));
    if (is_rewritten) TRY(put_merged(session, stored, merged, next, *form));
    TRY(raise_with_kept(session, change, stored.record, merged, author, written.outcome));
    if (is_decided) {
        TRY(close_decided(session, *decision, merged.fields, written.outcome.revision,
                          change.reason));
    }
    if (device == session.device.no && is_predicted(session, change, standing, written.outcome)) {
        written.outcome.is_predicted = true;
        session.predicted[change.record.text()] = written.outcome.revision;
    } else {
        session.predicted.erase(change.record.text());
    }
    // Last: the device predicts the record where it wrote it, and hears that it went on.
    if (is_new) TRY(follow(session, stored));
    written.before = std::move(merged.before);
    return written;
}

base::Fields document_of(const std::optional<StoredRecord>& standing,
                         const std::vector<records::Change>& changes) {
    base::Fields document = standing ? standing->record.fields : base::Fields();
    for (const records::Change& change : changes) document.apply(change.set);
    return document;
}

}  // namespace accept
