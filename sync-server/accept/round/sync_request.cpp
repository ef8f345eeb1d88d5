#include "sync-server/accept/round/sync_request.h"

#include "shared/crypto/encoding.h"
#include "shared/crypto/keys.h"
#include "shared/protocol/closed_months.h"
#include "shared/protocol/limits.h"
#include "sync-server/accept/change/scope.h"
#include "sync-server/accept/round/chain.h"
#include "sync-server/accept/round/gone_back.h"
#include "sync-server/accept/round/sending.h"
#include "sync-server/accept/round/taking.h"
#include "sync-server/accept/round/witnessing.h"
#include "sync-server/store/changes/ahead.h"
#include "sync-server/store/changes/changes.h"
#include "sync-server/store/keeping/backups.h"
#include "sync-server/store/meta.h"
#include "sync-server/store/people/pauses.h"
#include "sync-server/store/reports/closings.h"

#include <algorithm>

namespace accept {

using base::Result;
using base::Status;

namespace {

constexpr std::int64_t kForkHashesMax = 10000;
// One for what was typed while the laptop was told to go; answers are lost, so twice more.
constexpr std::int64_t kLatePushesMax = 3;

std::optional<Refusal> refusal_of(Standing standing) {
    switch (standing) {
        case Standing::Continues:
        case Standing::NewLife:
        case Standing::Forked:
        case Standing::OtherEpoch:
            return std::nullopt;
        case Standing::Gap:
            return Refusal::Gap;
        case Standing::NewerProtocol:
            return Refusal::NewerProtocol;
    }
    return Refusal::Malformed;
}

// A stick tells no clock: it is read on another day.
bool is_carried(const protocol::Hello& hello) {
    return hello.clock_ms == 0;
}

std::size_t answer_bytes(const protocol::Hello& hello) {
    if (hello.bytes_max <= 0) return protocol::kAnswerBytesDefault;
    return std::min(static_cast<std::size_t>(hello.bytes_max), protocol::kAnswerBytesMax);
}

}  // namespace

Result<Reply> SyncRequest::run(const std::optional<server_store::Device>& sender,
                               std::string_view body) {
    TRY_LET(refused, sign_in(sender));
    if (refused) return Reply{*refused, ""};
    auto parsed = protocol::parse_request(body);
    if (!parsed.ok()) return Reply{Refusal::Malformed, ""};
    request_ = std::move(parsed).value();
    const protocol::Hello& hello = request_.hello;
    if (hello.device != session_->device.id) return Reply{Refusal::NotEnrolled, ""};
    session_->clock_offset_ms = hello.clock_ms == 0 ? 0 : hello.clock_ms - session_->now.unix_ms;
    TRY_LET(is_believed, learn_epoch(*session_, hello, service_.signing_key_, service_.epochs_));
    if (!is_believed) return refuse(Refusal::Gap);
    TRY_LET(standing, stand());
    if (const auto refusal = refusal_of(standing)) return refuse(*refusal);
    if (standing == Standing::OtherEpoch) return reset();
    if (standing == Standing::Forked) return fork();
    if (comes_too_late()) return Reply{Refusal::Revoked, ""};
    session_->device.incarnation = hello.incarnation;
    session_->was = hello.was;
    session_->cursors = hello.cursors;
    return take_and_answer();
}

// She may have saved something while her laptop was told to go: it comes after that, and is taken
// (SYNC 24). Not without end, else it would be a laptop that stays. A stick is handed over by a
// person, and always taken.
bool SyncRequest::comes_too_late() const {
    const server_store::Device& device = session_->device;
    const protocol::Hello& hello = request_.hello;
    const bool is_told = session_->is_revoked && device.is_told_to_erase;
    const bool has_news = hello.last_n > device.acknowledged;
    return is_told && has_news && !is_carried(hello) && device.late_pushes >= kLatePushesMax;
}

Result<std::optional<AnswerRead>> SyncRequest::run_reading(
    const std::optional<server_store::Device>& sender, std::string_view body) {
    const std::optional<AnswerRead> for_the_writer;
    TRY_LET(refused, sign_in(sender));
    auto parsed = protocol::parse_request(body);
    if (refused || session_->is_revoked || !parsed.ok()) return for_the_writer;
    request_ = std::move(parsed).value();
    const protocol::Hello& hello = request_.hello;
    const bool is_hers = hello.device == session_->device.id;
    const bool is_same_life = hello.incarnation == session_->device.incarnation;
    const bool is_same_time = hello.epoch == 0 || hello.epoch == session_->epoch;
    const bool brings = !request_.changes.empty() || hello.turn || hello.receipt;
    if (!is_hers || !is_same_life || !is_same_time || brings) return for_the_writer;
    TRY_LET(standing, stand());
    if (standing != Standing::Continues) return for_the_writer;
    TRY_LET(text, answer());
    const server_store::Device& device = session_->device;
    const std::int64_t offset =
        hello.clock_ms == 0 ? device.clock_offset_ms : hello.clock_ms - session_->now.unix_ms;
    return std::optional<AnswerRead>(
        AnswerRead{std::move(text),
                   {device.no, session_->now, offset, hello.agreed, hello.app,
                    hello.free_mb ? hello.free_mb : device.free_mb}});
}

// Whether it goes on from where we stand; what is safe of it is known from here on.
Result<Standing> SyncRequest::stand() {
    TRY_LET(safe, server_store::safe_of(session_->connection, session_->device.id.text()));
    safe_ = safe;
    TRY_LET(standing, stand_by_chain());
    if (standing != Standing::Continues && standing != Standing::NewLife) return standing;
    TRY_LET(is_ahead, has_read_further(*session_, request_.hello));
    // Others may have written past where she had read: what she alone holds is not to be repaired.
    TRY_LET(was_ahead, server_store::is_ahead(session_->connection, session_->device.no));
    return is_ahead || was_ahead ? Standing::Gap : standing;
}

Result<Standing> SyncRequest::stand_by_chain() {
    TRY_LET(held, held_hashes());
    return standing_of(request_.hello, session_->device, session_->epoch, held);
}

// Nothing is taken. That she knows more than we do is for a person to hear.
Result<Reply> SyncRequest::refuse(Refusal refusal) {
    if (refusal == Refusal::Gap) {
        TRY(server_store::note_ahead(session_->connection, session_->device.no, session_->now));
    }
    return Reply{refusal, ""};
}

// We were restored from a backup since the device's epoch: before anything else it brings back what
// only it still holds (SYNC 22).
Result<Reply> SyncRequest::reset() {
    const protocol::Hello& hello = request_.hello;
    protocol::Welcome line = welcome();
    line.is_reset = true;
    std::string rows;
    if (hello.turn && hello.turn->to == session_->epoch) {
        for (const std::string_view each : request_.changes) TRY(take_witness(*session_, each));
        for (const auto& [unit, sums] : hello.buckets) {
            if (session_->units.count(unit) == 0) continue;
            TRY_LET(differing, held_of(*session_, unit, sums));
            for (const protocol::Held& held : differing) rows += to_line(held) + "\n";
        }
        if (hello.turn->is_last) {
            TRY_LET(parting, histories_part());
            line.fork = std::move(parting);
        }
    }
    TRY(server_store::save_seen(session_->connection, session_->device, session_->now));
    protocol::Ending nothing;
    nothing.outcomes = {hello.outcomes, hello.outcomes};
    return Reply{Refusal::None, to_line(line) + "\n" + rows + to_line(nothing) + "\n"};
}

Result<std::optional<Refusal>> SyncRequest::sign_in(
    const std::optional<server_store::Device>& device) {
    db::Connection& connection = connection_;
    if (!device) return std::optional<Refusal>(Refusal::NotEnrolled);
    TRY_LET(user, server_store::find_user(connection, device->user));
    if (!user) return std::optional<Refusal>(Refusal::Revoked);
    TRY_LET(is_paused, server_store::is_paused(connection, user->id));
    if (is_paused) return std::optional<Refusal>(Refusal::Paused);
    const bool is_revoked = is_shut_out(*device, *user);
    TRY_LET(units, server_store::units_of(connection, user->id));
    if (is_revoked) units.clear();
    TRY_LET(epoch, server_store::epoch(connection));
    const base::Instant now = service_.clock_->now();
    session_.emplace(Session{connection,
                             *service_.forms_,
                             *service_.random_,
                             now,
                             base::date_in(now, service_.zone_),
                             epoch,
                             *device,
                             *user,
                             {},
                             is_revoked,
                             0,
                             {}});
    for (const protocol::Unit& unit : units) session_->units.insert(unit.code);
    return std::optional<Refusal>();
}

Result<std::string> SyncRequest::chain_hash_at(std::int64_t n) {
    if (n == 0) return std::string();
    if (n == session_->device.acknowledged) return session_->device.head;
    TRY_LET(change, server_store::find_change(session_->connection, session_->device.no, n));
    CHECK(change.has_value());  // every n up to the acknowledged one is in the log
    return change->hash;
}

Result<Held> SyncRequest::held_hashes() {
    const protocol::Hello& hello = request_.hello;
    const std::int64_t acknowledged = session_->device.acknowledged;
    Held held;
    if (hello.first_n <= acknowledged + 1) {
        TRY_LET(before, chain_hash_at(hello.first_n - 1));
        held.before = before;
    }
    if (hello.last_n <= acknowledged) {
        TRY_LET(last, chain_hash_at(hello.last_n));
        held.last = last;
    }
    return held;
}

Result<protocol::Fork> SyncRequest::histories_part() {
    const server_store::Device& device = session_->device;
    const protocol::Hello& hello = request_.hello;
    // Where the histories part is found from the device's first line on, or, if it differs before
    // that already, from the beginning.
    TRY_LET(held, held_hashes());
    protocol::Fork fork{device.incarnation, device.acknowledged, device.head, 1, {}, true};
    if (held.before == hello.before) fork.from = hello.first_n;
    TRY_LET(hashes,
            server_store::hashes_from(session_->connection, device.no, fork.from, kForkHashesMax));
    fork.is_whole = fork.from + static_cast<std::int64_t>(hashes.size()) > device.acknowledged;
    fork.hashes = std::move(hashes);
    return fork;
}

Result<Reply> SyncRequest::fork() {
    TRY_LET(parting, histories_part());
    protocol::Welcome line = welcome();
    line.fork = std::move(parting);
    protocol::Ending nothing;
    nothing.outcomes = {request_.hello.outcomes, request_.hello.outcomes};
    return Reply{Refusal::None, to_line(line) + "\n" + to_line(nothing) + "\n"};
}

Result<Reply> SyncRequest::take_and_answer() {
    TRY_LET(is_one_history, take_lines());
    if (!is_one_history) {
        TRY(server_store::save_progress(session_->connection, session_->device));
        return fork();
    }
    if (session_->is_revoked) return part_with();
    TRY_LET(text, answer());
    server_store::Device& device = session_->device;
    if (request_.hello.clock_ms != 0) device.clock_offset_ms = session_->clock_offset_ms;
    device.agreed = request_.hello.agreed;
    device.app = request_.hello.app;
    if (request_.hello.free_mb) device.free_mb = request_.hello.free_mb;
    TRY(server_store::save_progress(session_->connection, device));
    TRY(server_store::save_seen(session_->connection, device, session_->now));
    return Reply{Refusal::None, std::move(text)};
}

// What a revoked laptop still had is in quarantine, signed for, and it may go (SYNC 24).
Result<Reply> SyncRequest::part_with() {
    server_store::Device& device = session_->device;
    const protocol::Hello& hello = request_.hello;
    TRY(server_store::save_progress(session_->connection, device));
    TRY(server_store::save_seen(session_->connection, device, session_->now));
    // A stick is slow: what the laptop has made since it wrote this may still come.
    if (device.acknowledged == hello.last_n && !is_carried(hello)) {
        if (device.is_told_to_erase && has_taken_) ++device.late_pushes;
        TRY(server_store::save_told_to_erase(session_->connection, device.no, session_->now,
                                             device.late_pushes));
    }
    // Without units nothing goes out but what became of its own changes.
    TRY_LET(sent, send(*session_, hello, answer_bytes(hello)));
    sent.ending.digest.clear();
    if (!request_.changes.empty()) {
        TRY_LET(signed_receipt, receipt());
        sent.ending.receipt = std::move(signed_receipt);
    }
    protocol::Welcome line = welcome();
    line.more = sent.more;
    return Reply{Refusal::None, to_line(line) + "\n" + sent.lines + to_line(sent.ending) + "\n"};
}

Result<bool> SyncRequest::repeats_what_is_held(std::int64_t n, std::string_view line) {
    TRY_LET(held, server_store::find_change(session_->connection, session_->device.no, n));
    CHECK(held.has_value());
    if (held->line.empty()) {  // it was erased: only its hash still says what it was
        TRY_LET(before, chain_hash_at(n - 1));
        if (records::chain_hash(before, n, line) != held->hash) return false;
    } else if (held->line != line) {
        return false;
    }
    // The stored outcome goes out again, whether or not it was heard (SYNC 5).
    auto outcome = protocol::parse_outcome(held->outcome);
    if (outcome.ok()) {
        outcome.value().is_predicted = false;
        TRY(announce(*session_, session_->device.no, n, outcome.value()));
        ++outcome_counts_[std::string(name_of(outcome.value().kind))];
    }
    return true;
}

// Its configuration is the one of now: what it numbers from here on, it writes knowing which units
// are its user's (SYNC 15).
Status SyncRequest::note_known_units() {
    TRY_LET(is_open, is_any_unit_open(*session_));
    if (!is_open || request_.changes.empty()) return base::Done{};
    TRY_LET(config, service_.config_of(connection_, session_->user.id, false));
    if (digest_of(config) != request_.hello.config) return base::Done{};
    return note_last_n(*session_, request_.hello.last_n);
}

Result<bool> SyncRequest::take_lines() {
    server_store::Device& device = session_->device;
    TRY(note_known_units());
    std::int64_t n = request_.hello.first_n;
    for (const std::string_view line : request_.changes) {
        if (n <= device.acknowledged) {
            TRY_LET(is_same, repeats_what_is_held(n, line));
            if (!is_same) return false;
        } else {
            const std::string hash = records::chain_hash(device.head, n, line);
            TRY_LET(outcome, take(*session_, n, line, hash));
            ++outcome_counts_[std::string(name_of(outcome.kind))];
            device.acknowledged = n;
            device.head = hash;
            has_taken_ = true;
        }
        ++n;
    }
    return true;
}

Result<std::string> SyncRequest::answer() {
    TRY_LET(sent, send(*session_, request_.hello, answer_bytes(request_.hello)));
    if (!request_.changes.empty()) {
        TRY_LET(signed_receipt, receipt());
        sent.ending.receipt = std::move(signed_receipt);
    }
    TRY_LET(config, service_.config_of(connection_, session_->user.id, false));
    protocol::Welcome line = welcome();
    line.more = sent.more;
    line.config = digest_of(config);
    TRY_LET(choices, server_store::district_choices(connection_));
    line.choices = choices;
    const auto since =
        base::add_months(base::month_of(session_->today), 1 - protocol::kClosedMonthsMax);
    TRY_LET(closed, server_store::closed_months(connection_, since));
    line.closed = protocol::closed_text(closed);
    std::string head = to_line(line) + "\n";
    if (request_.hello.config != line.config || request_.hello.forms != config.forms_digest) {
        const bool needs_forms = request_.hello.forms != config.forms_digest;
        TRY_LET(full, service_.config_of(connection_, session_->user.id, needs_forms));
        head += protocol::config_line(to_json(full)) + "\n";
    }
    // Up to 16 MiB of lines: not a second time in memory.
    sent.lines.insert(0, head);
    sent.lines += to_line(sent.ending);
    sent.lines += '\n';
    return std::move(sent.lines);
}

protocol::Welcome SyncRequest::welcome() const {
    protocol::Welcome line;
    line.epoch = session_->epoch;
    // Who tells no clock asks none: a carried answer is read on another day.
    line.server_ms = request_.hello.clock_ms == 0 ? 0 : session_->now.unix_ms;
    line.acknowledged = session_->device.acknowledged;
    line.head = session_->device.head;
    line.ask = request_.hello.ask;
    line.incarnation = request_.hello.incarnation;
    line.is_revoked = session_->is_revoked;
    line.safe = safe_;
    return line;
}

Result<protocol::Receipt> SyncRequest::receipt() {
    protocol::Receipt receipt;
    receipt.device = session_->device.id;
    receipt.epoch = session_->epoch;
    receipt.first_n = request_.hello.first_n;
    receipt.last_n =
        request_.hello.first_n + static_cast<std::int64_t>(request_.changes.size()) - 1;
    TRY_LET(head, chain_hash_at(receipt.last_n));
    receipt.head = head;
    receipt.counts = outcome_counts_;
    receipt.at = session_->now;
    auto key = crypto::SigningKey::from_text(service_.signing_key_);
    CHECK(key.ok());  // made by init, read at start
    receipt.signature = crypto::to_base64url(key.value().sign(signed_text(receipt)));
    return receipt;
}

}  // namespace accept
