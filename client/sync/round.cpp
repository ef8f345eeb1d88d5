#include "client/sync/round.h"

#include "client/store/confirmed.h"
#include "client/store/outbox.h"
#include "client/store/practice_mark.h"
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
    result.error = RoundError{trouble, message, false};
    return result;
}

RoundResult answered_by_another(const std::string& message) {
    RoundResult result;
    result.error = RoundError{Trouble::NoConnection, message, true};
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
RoundResult refused(const HttpReply& reply) {
    const bool is_ours = reply.body.starts_with("{\"problem\":");
    if (!is_ours) return answered_by_another("something else answered than the server");
    if (reply.status == 401) return failed(Trouble::NotEnrolled, "the server does not know us");
    if (reply.status == 403) return failed(Trouble::Revoked, "this device was revoked");
    if (reply.status == 426) return failed(Trouble::ClientTooOld, "the program is too old");
    if (reply.status == 503) return failed(Trouble::ServerBusy, "the server is busy");
    return failed(Trouble::ServerTrouble, "the server answered " + std::to_string(reply.status));
}

}  // namespace

Result<std::string> packed(const Outgoing& outgoing) {
    const std::string text = protocol::request_text(outgoing.hello, outgoing.lines);
    const int level =
        text.size() > protocol::kLargeBytes ? protocol::kZstdLevelLarge : protocol::kZstdLevel;
    return protocol::compress(Encoding::Zstd, text, level);
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
    hello.clock_ms = clock.now().unix_ms;
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

RoundResult run_round(store::Store& store, Transport& transport, const base::Clock& clock,
                      const store::NamedBy& named_by, const Self& self, BatchSize& batch) {
    for (int tries = 0; tries < kTriesTooLarge; ++tries) {
        auto outgoing = prepare(store, clock, self, batch.bytes());
        if (!outgoing.ok()) return failed(outgoing.error());
        outgoing.value().hello.bytes_max = static_cast<std::int64_t>(batch.answer_bytes());
        const base::Instant start = clock.now();
        auto body = packed(outgoing.value());
        if (!body.ok()) return failed(body.error());
        const auto body_bytes = static_cast<std::int64_t>(body.value().size());
        auto reply = transport.post("/v1/sync", std::move(body).value(), Encoding::Zstd);
        if (!reply.ok()) {
            static_cast<void>(batch.too_large());  // a cut or a time-out: next time less
            return failed(reply.error());
        }
        if (reply.value().status == 413 && batch.too_large()) continue;
        if (reply.value().status != 200) return refused(reply.value());
        auto text = protocol::decompress(reply.value().encoding, reply.value().body,
                                         protocol::kUnpackedBytesMax);
        if (!text.ok()) return answered_by_another(text.error().message);
        auto answer = protocol::parse_answer(text.value());
        if (!answer.ok() && answer.error().code == ErrorCode::Malformed) {
            return answered_by_another(answer.error().message);
        }
        if (!answer.ok()) return failed(answer.error());
        auto applied = store::apply(store, answer.value(), named_by, clock.now());
        if (!applied.ok()) return failed(applied.error());

        RoundResult result;
        Round& round = result.round;
        round.applied = applied.value();
        round.sent = outgoing.value().hello.turn ? 0 : outgoing.value().hello.count;
        round.acknowledged = answer.value().welcome.acknowledged;
        round.bytes_sent = reply.value().bytes_sent;
        round.bytes_received = reply.value().bytes_received;
        const protocol::Hello& hello = outgoing.value().hello;
        const bool has_more_to_send = hello.first_n + hello.count - 1 < hello.last_n;
        round.more = answer.value().welcome.more || has_more_to_send || round.applied.forked ||
                     round.applied.turned;
        round.must_erase = round.applied.revoked && round.acknowledged >= hello.last_n;
        round.body_bytes = body_bytes;
        round.ms = clock.now().unix_ms - start.unix_ms;
        batch.took(round.ms, protocol::request_text(hello, outgoing.value().lines).size(),
                   text.value().size());
        return result;
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
