#include "sync-server/accept/round/sending.h"

#include "shared/protocol/record_line.h"
#include "sync-server/accept/change/writers.h"
#include "sync-server/store/changes/changes.h"
#include "sync-server/store/records/erasing.h"
#include "sync-server/store/records/moves.h"
#include "sync-server/store/records/records.h"

#include <algorithm>
#include <array>

namespace accept {

namespace {

constexpr std::int64_t kRowsAtOnce = 500;

Status send_outcomes(Session& session, const protocol::Hello& hello, std::size_t bytes_max,
                     Sent& sent) {
    sent.ending.outcomes = {hello.outcomes, hello.outcomes};
    for (;;) {
        TRY_LET(rows, server_store::outcomes_after(session.connection, session.device.no,
                                                   sent.ending.outcomes.to, kRowsAtOnce));
        for (const server_store::OutcomeRow& row : rows) {
            if (sent.lines.size() > bytes_max) {
                sent.more = true;
                return base::Done{};
            }
            sent.lines += row.line;
            sent.lines += '\n';
            sent.ending.outcomes.to = row.seq;
        }
        if (static_cast<std::int64_t>(rows.size()) < kRowsAtOnce) return base::Done{};
    }
}

bool is_as_predicted(const Session& session, const records::Record& record) {
    const auto found = session.predicted.find(record.id.text());
    return found != session.predicted.end() && found->second == record.revision;
}

// Everything beyond `after` was written by this request and is as the device predicts: then
// nothing need be read.
bool knows_all(const Session& session, const std::string& unit, std::int64_t after) {
    const auto found = session.written.find(unit);
    if (found == session.written.end() || found->second.first_seq != after + 1) return false;
    const auto& records = found->second.records;
    return std::all_of(records.begin(), records.end(), [&session](const std::string& record) {
        return session.predicted.count(record) != 0;
    });
}

Result<protocol::LastWrite> write_of(Session& session, const Writer& writer) {
    TRY_LET(author, server_store::author_of(session.connection, writer.device, writer.n));
    if (!author) return protocol::LastWrite{};
    const bool is_console = author->user.empty();
    return protocol::LastWrite{is_console ? std::string(protocol::kByCentre) : author->user.text(),
                               author->received_at};
}

// Looked up when a record is sent, so that a push pays nothing for it. A device that merged its own
// change into another's knows its own: it is told the other's as well.
Result<protocol::LastWrite> last_write_of(Session& session,
                                          const server_store::StoredRecord& stored) {
    const Writers writers = Writers::parse(stored.writers);
    TRY_LET(last, write_of(session, writers.last()));
    const Writer* other =
        writers.last().device == session.device.no ? writers.last_but(session.device.no) : nullptr;
    if (other == nullptr) return last;
    TRY_LET(beside, write_of(session, *other));
    last.other = protocol::OtherWrite{beside.by, beside.received_at, other->revision};
    return last;
}

// Where she was before: a month of then counts her there.
Status add_moves(Session& session, const std::string& id, const std::string& type, Sent& sent) {
    if (!sent.has_moves || (type != "household" && type != "person")) return base::Done{};
    TRY_LET(moves, server_store::moves_of(session.connection, id));
    if (moves.empty()) return base::Done{};
    sent.lines += to_line(protocol::WasLine{id, type, std::move(moves)});
    sent.lines += '\n';
    return base::Done{};
}

Status add_line(Session& session, const server_store::StoredRecord& stored, Sent& sent) {
    const records::Record& record = stored.record;
    TRY_LET(last, last_write_of(session, stored));
    sent.lines += protocol::record_line(record.id.text(), record.type, record.unit, record.revision,
                                        stored.fields_text, last);
    sent.lines += '\n';
    return add_moves(session, record.id.text(), record.type, sent);
}

// The tombstones of a unit, each sent in its place in the feed.
class Graves {
public:
    Graves(Session& session, const std::string& unit, std::vector<server_store::Tombstone> all)
        : session_(session), unit_(unit), all_(std::move(all)) {}

    Status send_before(std::int64_t seq, Sent& sent) {
        for (; next_ < all_.size() && all_[next_].seq < seq; ++next_) TRY(send_next(sent));
        return base::Done{};
    }
    // All that are left; returns the place of the last.
    Result<std::int64_t> send_rest(std::int64_t after, Sent& sent) {
        for (; next_ < all_.size(); ++next_) TRY(send_next(sent));
        return all_.empty() ? after : std::max(after, all_.back().seq);
    }

private:
    Status send_next(Sent& sent) {
        const server_store::Tombstone& grave = all_[next_];
        if (grave.to.empty()) {
            sent.lines += to_line(protocol::ErasedLine{grave.id, unit_}) + "\n";
            return base::Done{};
        }
        sent.lines +=
            to_line(protocol::MovedLine{grave.id, unit_, grave.to, grave.revision}) + "\n";
        TRY_LET(gone, server_store::find_record(session_.connection, grave.id));
        return gone ? add_moves(session_, grave.id, gone->record.type, sent) : base::Done{};
    }
    Session& session_;
    std::string unit_;
    std::vector<server_store::Tombstone> all_;
    std::size_t next_ = 0;
};

// The unit's records beyond `after`; returns how far it came. A record comes once, in its current
// state, however often it changed, since its seq is drawn anew at every write.
Result<std::int64_t> send_unit(Session& session, const std::string& unit, std::int64_t after,
                               std::size_t bytes_max, Sent& sent) {
    TRY_LET(erased, server_store::tombstones(session.connection, unit, after));
    Graves graves(session, unit, std::move(erased));
    for (;;) {
        TRY_LET(rows, server_store::feed(session.connection, unit, after, kRowsAtOnce));
        for (const server_store::StoredRecord& stored : rows) {
            if (sent.lines.size() > bytes_max) {
                sent.more = true;
                return after;
            }
            TRY(graves.send_before(stored.seq, sent));
            after = stored.seq;
            if (!is_as_predicted(session, stored.record)) TRY(add_line(session, stored, sent));
        }
        if (static_cast<std::int64_t>(rows.size()) < kRowsAtOnce) {
            return graves.send_rest(after, sent);
        }
    }
}

std::int64_t cursor_of(const protocol::Hello& hello, const std::string& unit) {
    const auto found = hello.cursors.find(unit);
    return found == hello.cursors.end() ? 0 : found->second;
}

Status send_records(Session& session, const protocol::Hello& hello, std::size_t bytes_max,
                    Sent& sent) {
    std::map<std::string, records::Agreement> agreements;
    for (const std::string& unit : session.units) {
        const std::int64_t from = cursor_of(hello, unit);
        TRY_LET(state, server_store::unit_state(session.connection, unit));
        std::int64_t reached = from;
        if (state.seq > from && !sent.more && knows_all(session, unit, from)) {
            reached = state.seq;
        } else if (state.seq > from) {
            TRY_LET(sent_to, send_unit(session, unit, from, bytes_max, sent));
            reached = sent_to;
        }
        agreements[unit] = state.agreement;
        if (reached != from || hello.cursors.count(unit) == 0) {
            sent.ending.cursors[unit] = {from, reached};
            sent.ending.agreements[unit] = state.agreement;
        }
    }
    if (sent.more) {
        sent.ending.agreements.clear();  // they hold only once everything has arrived
    } else {
        sent.ending.digest = protocol::agreement_digest(agreements);
        if (!hello.agreed) sent.ending.agreements = agreements;
    }
    return base::Done{};
}

// The buckets that differ, whole: their ids, so that ghosts are seen, and their records.
Status repair_unit(Session& session, const std::string& unit,
                   const std::vector<std::string>& device_sums, Sent& sent) {
    TRY_LET(rows, server_store::all_of_unit(session.connection, unit));
    std::array<records::Agreement, records::kBuckets> sums{};
    std::array<std::vector<const server_store::StoredRecord*>, records::kBuckets> buckets{};
    for (const server_store::StoredRecord& stored : rows) {
        const auto bucket = static_cast<std::size_t>(records::bucket_of(stored.record.id.text()));
        sums[bucket].add(
            records::row_hash(stored.record.id.text(), stored.record.revision, stored.fields_text));
        buckets[bucket].push_back(&stored);
    }
    for (std::size_t i = 0; i < buckets.size() && i < device_sums.size(); ++i) {
        if (records::hash_text(sums[i].hash) == device_sums[i]) continue;
        protocol::Bucket bucket{unit, static_cast<int>(i), {}};
        for (const auto* stored : buckets[i]) bucket.ids.push_back(stored->record.id.text());
        sent.lines += to_line(bucket) + "\n";
        for (const auto* stored : buckets[i]) TRY(add_line(session, *stored, sent));
    }
    return base::Done{};
}

// A laptop that was never told: all of its units, once.
Status tell_moves(Session& session, Sent& sent) {
    for (const std::string& unit : session.units) {
        TRY_LET(movers, server_store::movers_of(session.connection, unit));
        for (const server_store::Mover& each : movers) {
            TRY(add_moves(session, each.id, each.type, sent));
        }
    }
    sent.ending.tells_moves = true;
    return base::Done{};
}

}  // namespace

Result<Sent> send(Session& session, const protocol::Hello& hello, std::size_t bytes_max) {
    Sent sent;
    TRY_LET(has_moves, server_store::has_moves(session.connection));
    sent.has_moves = has_moves;
    TRY(send_outcomes(session, hello, bytes_max, sent));
    TRY(send_records(session, hello, bytes_max, sent));
    // While more follows, what looks lost there may be about to go away by its feed; it asks again.
    for (const auto& [unit, sums] : hello.buckets) {
        if (sent.more) break;
        if (session.units.count(unit) != 0) TRY(repair_unit(session, unit, sums, sent));
    }
    if (!hello.knows_moves && !sent.more) TRY(tell_moves(session, sent));
    return sent;
}

}  // namespace accept
