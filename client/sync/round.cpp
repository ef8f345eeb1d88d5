#include "client/sync/round.h"

#include "client/store/confirmed.h"
#include "client/store/moves.h"
#include "client/store/outbox.h"
#include "client/store/practice_mark.h"
#include "client/store/status.h"
#include "client/store/turning.h"
#include "client/sync/link_speed.h"
#include "shared/protocol/enrolment.h"
#include "shared/protocol/limits.h"
#include "shared/protocol/request.h"

#include <algorithm>

namespace sync_client {

namespace {

using base::Error;
using base::ErrorCode;
using base::Result;
using protocol::Encoding;

constexpr std::int64_t kRoundsMax = 10000;  // a year's records in the smallest batches
constexpr std::size_t kRepairUnitsAtOnce = 4;
constexpr int kTriesTooLarge = 16;
// A laptop begins a new life once in years. A server that forks it again and again is ill, and
// every life would send everything anew.
constexpr std::int64_t kNewLivesMax = 3;
// In the store's meta: the encoding that this server is known to understand.
constexpr const char* kPacking = "packing";
constexpr int kKnowsLess = 409;  // of us, than we do
constexpr int kTooLarge = 413;
constexpr int kUnsupportedEncoding = 415;
constexpr int kForkPartsMax = 100;  // each names thousands of changes

// What of the server's this device holds, as it stands in the store now: a round may change it.
base::Status add_digests(const store::Identity& identity, const Self& self,
                         protocol::Hello& hello) {
    TRY_LET(config, protocol::parse_config(identity.config));
    hello.config = digest_of(config);
    hello.forms = config.forms.empty() ? self.forms_digest : config.forms_digest;
    return base::Done{};
}

base::Status add_repair(store::Store& store, protocol::Hello& hello) {
    TRY_LET(units, store::differing_units(store));
    for (const std::string& unit : units) {
        if (hello.buckets.size() == kRepairUnitsAtOnce) break;
        TRY(store::recount(store, unit));
        TRY_LET(sums, store::bucket_sums(store, unit));
        hello.buckets[unit] = std::move(sums);
    }
    return base::Done{};
}

// The server was restored: no change goes out before it has what only this store holds.
base::Status turn_to(store::Store& store, store::TurnRequest request, Outgoing& outgoing) {
    protocol::Hello& hello = outgoing.hello;
    hello.turn = request.turn;
    hello.count = static_cast<std::int64_t>(request.lines.size());
    outgoing.lines = std::move(request.lines);
    if (request.unit.empty()) return base::Done{};
    TRY_LET(sums, store::bucket_sums(store, request.unit));
    hello.buckets[request.unit] = std::move(sums);
    return base::Done{};
}

RoundResult failed(Trouble trouble, const std::string& message) {
    RoundResult result;
    result.error = RoundError{trouble, message, false, 0};
    return result;
}

RoundResult answered_by_another(const std::string& message) {
    RoundResult result;
    result.error = RoundError{Trouble::NoConnection, message, true, 0};
    return result;
}

RoundResult failed(const Error& error) {
    switch (error.code) {
        case ErrorCode::Network:
        case ErrorCode::Malformed:
            return failed(Trouble::NoConnection, error.message);
        case ErrorCode::Refused:
            return failed(Trouble::WrongServer, error.message);
        case ErrorCode::Unsupported:
            return failed(Trouble::ClientTooOld, error.message);
        case ErrorCode::Storage:
        case ErrorCode::DiskFull:
        case ErrorCode::NotFound:
        case ErrorCode::Usage:
            break;
    }
    return failed(Trouble::Storage, error.message);
}

// A refusal counts only when it is our server's: anything else between is "no connection".
bool is_ours(const HttpReply& reply) {
    return reply.body.starts_with("{\"problem\":");
}

RoundResult refused(const HttpReply& reply) {
    if (!is_ours(reply)) return answered_by_another("something else answered than the server");
    if (reply.status == 401) return failed(Trouble::NotEnrolled, "the server does not know us");
    if (reply.status == 403) return failed(Trouble::Revoked, "this device was revoked");
    if (reply.status == 426) return failed(Trouble::ClientTooOld, "the program is too old");
    const bool is_paused = reply.body.starts_with(R"({"problem":{"code":"paused")");
    if (is_paused) return failed(Trouble::Paused, "the health centre has paused sending");
    if (reply.status == 503 || reply.status == 429) {
        RoundResult busy = failed(Trouble::ServerBusy, "the server is busy");
        busy.error->retry_after_ms = reply.retry_after_ms;
        return busy;
    }
    return failed(Trouble::ServerTrouble, "the server answered " + std::to_string(reply.status));
}

}  // namespace

std::string text_of(const Outgoing& outgoing) {
    return protocol::request_text(outgoing.hello, outgoing.lines);
}

Result<std::string> packed(std::string_view text, Encoding encoding) {
    const int level =
        text.size() > protocol::kLargeBytes ? protocol::kZstdLevelLarge : protocol::kZstdLevel;
    return protocol::compress(encoding, text, level);
}

// Known from the server's own answers; a server that takes it back says so (415).
Result<Encoding> packing_of(store::Store& store) {
    TRY_LET(name, store.meta(kPacking));
    return name == name_of(Encoding::K1) ? Encoding::K1 : Encoding::Zstd;
}

// A server that knows less of us than it signed for was put back from an older copy. Its own word
// is what it believes.
base::Status add_receipt(store::Store& store, protocol::Hello& hello) {
    TRY_LET(best, store::best_receipt(store));
    hello.receipt = std::move(best);
    return base::Done{};
}

Result<Outgoing> prepare(store::Store& store, const base::Clock& clock, const Self& self,
                         std::size_t bytes_max) {
    TRY_LET(identity, store.identity());
    if (store::is_practice(identity)) {
        return Error{ErrorCode::Refused, "a practice store is never sent"};
    }
    TRY_LET(progress, store.progress());
    TRY_LET(batch, store::to_send(store, bytes_max));
    TRY_LET(before, store::hash_at(store, progress.acknowledged));
    TRY_LET(cursors, store::cursors(store));
    Outgoing outgoing;
    protocol::Hello& hello = outgoing.hello;
    hello.protocol = protocol::kProtocolVersion;
    hello.device = base::DeviceId(identity.device);
    hello.incarnation = progress.incarnation;
    hello.epoch = progress.epoch;
    hello.last_n = progress.last_n;
    hello.first_n = progress.acknowledged + 1;
    hello.count = static_cast<std::int64_t>(batch.size());
    hello.before = before;
    hello.head = progress.head;
    TRY_LET(ask, store::ask_of(store, progress));
    hello.ask = ask;
    hello.outcomes = progress.outcomes;
    hello.cursors = std::move(cursors);
    hello.agreed = progress.agreed;
    TRY_LET(knows_moves, store::knows_moves(store));
    hello.knows_moves = knows_moves;
    hello.clock_ms = clock.now().unix_ms;
    if (self.free_bytes >= 0) hello.free_mb = protocol::rounded_free_mb(self.free_bytes);
    hello.app = self.app;
    TRY(add_digests(identity, self, hello));
    TRY_LET(turn, store::turn_request(store, bytes_max));
    if (turn) {
        TRY(turn_to(store, std::move(*turn), outgoing));
        return outgoing;
    }
    if (!progress.agreed) TRY(add_repair(store, hello));
    for (store::Sent& each : batch) {
        const bool was_taken = !each.reached.is_zero() && each.reached.epoch < progress.epoch;
        if (was_taken) hello.was[each.n] = each.reached;
        outgoing.lines.push_back(std::move(each.line));
    }
    return outgoing;
}

namespace {

// A request as it went out, and what came back.
struct Asked {
    Outgoing outgoing;
    Encoding packing = Encoding::Zstd;
    std::size_t text_bytes = 0;  // before packing
    std::int64_t body_bytes = 0;
    base::Instant start;
    HttpReply reply;
};

Result<Asked> ask(store::Store& store, Transport& transport, const base::Clock& clock,
                  const Self& self, BatchSize& batch, bool shows_receipt) {
    Asked asked;
    TRY_LET(outgoing, prepare(store, clock, self, batch.bytes()));
    asked.outgoing = std::move(outgoing);
    if (shows_receipt) TRY(add_receipt(store, asked.outgoing.hello));
    asked.outgoing.hello.bytes_max = static_cast<std::int64_t>(batch.answer_bytes());
    TRY_LET(packing, packing_of(store));
    asked.packing = packing;
    asked.start = clock.now();
    const std::string text = text_of(asked.outgoing);
    asked.text_bytes = text.size();
    TRY_LET(body, packed(text, packing));
    asked.body_bytes = static_cast<std::int64_t>(body.size());
    auto reply = transport.post("/v1/sync", std::move(body), packing);
    if (!reply.ok()) {
        static_cast<void>(batch.too_large());  // a cut or a time-out: next time less
        return reply.error();
    }
    asked.reply = std::move(reply).value();
    return asked;
}

// An answer in k1 is packed beside the hello that it answers.
Result<std::string> answer_of(const Asked& asked) {
    return protocol::decompress(asked.reply.encoding, asked.reply.body, protocol::kUnpackedBytesMax,
                                to_line(asked.outgoing.hello) + "\n");
}

base::Status learn_packing(store::Store& store, const Asked& asked) {
    const bool is_news = asked.reply.encoding == Encoding::K1 && asked.packing != Encoding::K1;
    if (!is_news) return base::Done{};
    return store.set_meta(kPacking, name_of(Encoding::K1));
}

Round round_of(const Asked& asked, const protocol::Answer& answer, const store::Applied& applied) {
    const protocol::Hello& hello = asked.outgoing.hello;
    Round round;
    round.applied = applied;
    round.sent = hello.turn ? 0 : hello.count;
    round.acknowledged = answer.welcome.acknowledged;
    round.bytes_sent = asked.reply.bytes_sent;
    round.bytes_received = asked.reply.bytes_received;
    round.body_bytes = asked.body_bytes;
    const bool has_more_to_send = hello.first_n + hello.count - 1 < hello.last_n;
    round.more = answer.welcome.more || has_more_to_send || applied.forked || applied.turned;
    return round;
}

// Revoked: what she saved while we spoke goes first (SYNC 24).
base::Status part(store::Store& store, Round& round) {
    if (!round.applied.revoked) return base::Done{};
    TRY_LET(now, store.progress());
    round.must_erase = round.acknowledged >= now.last_n;
    round.more = round.more || !round.must_erase;
    return base::Done{};
}

RoundResult take_in(store::Store& store, const Asked& asked, const base::Clock& clock,
                    const store::NamedBy& named_by, BatchSize& batch) {
    const auto text = answer_of(asked);
    if (!text.ok()) return answered_by_another(text.error().message);
    const auto answer = protocol::parse_answer(text.value());
    if (!answer.ok() && answer.error().code == ErrorCode::Malformed) {
        return answered_by_another(answer.error().message);
    }
    if (!answer.ok()) return failed(answer.error());
    const base::Status learned = learn_packing(store, asked);
    if (!learned.ok()) return failed(learned.error());
    const auto applied = store::apply(store, answer.value(), named_by, clock.now());
    if (!applied.ok()) return failed(applied.error());
    RoundResult result;
    result.round = round_of(asked, answer.value(), applied.value());
    const base::Status parted = part(store, result.round);
    if (!parted.ok()) return failed(parted.error());
    result.round.ms = clock.now().unix_ms - asked.start.unix_ms;
    batch.took(result.round.ms, asked.text_bytes, text.value().size());
    return result;
}

}  // namespace

RoundResult run_round(store::Store& store, Transport& transport, const base::Clock& clock,
                      const store::NamedBy& named_by, const Self& self, BatchSize& batch) {
    bool shows_receipt = false;
    for (int tries = 0; tries < kTriesTooLarge; ++tries) {
        const auto asked = ask(store, transport, clock, self, batch, shows_receipt);
        if (!asked.ok()) return failed(asked.error());
        const int status = asked.value().reply.status;
        if (status == kTooLarge && batch.too_large()) continue;
        if (status == kUnsupportedEncoding && asked.value().packing == Encoding::K1) {
            const base::Status forgotten = store.set_meta(kPacking, "");
            if (!forgotten.ok()) return failed(forgotten.error());
            continue;
        }
        if (status == kKnowsLess && is_ours(asked.value().reply) && !shows_receipt) {
            shows_receipt = true;
            continue;
        }
        if (status != 200) return refused(asked.value().reply);
        return take_in(store, asked.value(), clock, named_by, batch);
    }
    return failed(Trouble::ServerTrouble, "the server finds every batch too large");
}

namespace {

Total stopped(Total total, const RoundResult& result) {
    total.error = result.error;
    return total;
}

struct Forks {
    std::int64_t new_lives = 0;
    int parts = 0;

    bool are_too_many(const Round& round) {
        if (!round.applied.forked) return false;
        new_lives += round.applied.new_lives;
        return new_lives >= kNewLivesMax || ++parts >= kForkPartsMax;
    }
};

}  // namespace

Total run_all(store::Store& store, Transport& transport, const base::Clock& clock,
              const store::NamedBy& named_by, const Self& self,
              const std::function<bool(const Total&)>& progress) {
    Total total;
    auto batch = BatchSize::remembered(store);
    if (!batch.ok()) return stopped(total, failed(batch.error()));
    auto link = LinkSpeed::remembered(store);
    if (!link.ok()) return stopped(total, failed(link.error()));
    int repairs = 0;
    Forks forks;
    while (total.rounds < kRoundsMax) {
        const RoundResult result =
            run_round(store, transport, clock, named_by, self, batch.value());
        const base::Status kept = batch.value().remember(store);
        if (!result.ok()) return stopped(total, result);
        if (!kept.ok()) return stopped(total, failed(kept.error()));
        const Round& round = result.round;
        link.value().took(round.ms, round.bytes_sent + round.bytes_received);
        const base::Status told = link.value().remember(store);
        if (!told.ok()) return stopped(total, failed(told.error()));
        ++total.rounds;
        total.sent += round.sent;
        total.received += round.applied.records;
        total.erased += round.applied.erased;
        total.left += round.applied.left;
        total.gone += round.applied.gone;
        total.bytes_sent += round.bytes_sent;
        total.bytes_received += round.bytes_received;
        total.body_bytes += round.body_bytes;
        total.agreed = round.applied.compared && round.applied.agreed;
        total.must_erase = round.must_erase;
        total.turned = total.turned || round.applied.turn_done;
        total.sent_again += round.applied.sent_again;
        if (!progress(total) || round.must_erase) return total;
        if (forks.are_too_many(round)) {
            return stopped(total, failed(Trouble::ServerTrouble, "the server forks without end"));
        }
        // A difference is asked about twice: which units, then which buckets.
        const bool repairs_go_on = round.applied.compared && !round.applied.agreed && repairs++ < 3;
        if (!round.more && !repairs_go_on) return total;
    }
    return total;
}

}  // namespace sync_client
