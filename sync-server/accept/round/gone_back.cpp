#include "sync-server/accept/round/gone_back.h"

#include "shared/base/json.h"
#include "shared/crypto/encoding.h"
#include "shared/crypto/keys.h"
#include "shared/protocol/limits.h"
#include "sync-server/store/changes/changes.h"
#include "sync-server/store/keeping/audit.h"
#include "sync-server/store/meta.h"
#include "sync-server/store/records/records.h"

#include <algorithm>

namespace accept {

namespace {

constexpr std::string_view kBelievedAt = "epoch_believed_at";
constexpr std::int64_t kEpochsAheadMax = 1000;  // nobody restores more often
constexpr std::int64_t kDayMs = 24LL * 60 * 60 * 1000;

bool is_our_word(const protocol::Receipt& receipt, const std::string& signing_key) {
    auto key = crypto::SigningKey::from_text(signing_key);
    const auto signature = crypto::from_base64url(receipt.signature);
    CHECK(key.ok());  // made by init, read at start
    return signature.ok() &&
           key.value().verify_key().verify(signed_text(receipt), signature.value());
}

Result<bool> proves_gone_back(Session& session, const protocol::Hello& hello,
                              const std::string& signing_key) {
    if (!hello.receipt) return false;
    const protocol::Receipt& receipt = *hello.receipt;
    const server_store::Device& device = session.device;
    if (receipt.device != device.id || receipt.epoch < session.epoch) return false;
    if (!is_our_word(receipt, signing_key)) return false;
    if (receipt.epoch > session.epoch || receipt.last_n > device.acknowledged) return true;
    TRY_LET(held, server_store::find_change(session.connection, device.no, receipt.last_n));
    return held && held->hash != receipt.head;
}

Result<bool> may_believe_a_word(Session& session) {
    TRY_LET(text, server_store::meta(session.connection, kBelievedAt));
    const std::int64_t last = base::json::integer_of(text).value_or(0);
    const std::int64_t now = session.now.unix_ms;
    if (last <= now && now - last < kDayMs) return false;
    TRY(server_store::set_meta(session.connection, kBelievedAt, std::to_string(now)));
    return true;
}

Status begin_epoch(Session& session, std::int64_t known, const EpochsBeside& beside) {
    TRY_LET(epoch, begin_epoch_after(session.connection, known, beside));
    session.epoch = epoch;
    return server_store::audit(session.connection, {session.now, session.user.id.text(),
                                                    "epoch_begun", session.device.id.text()});
}

}  // namespace

Result<bool> learn_epoch(Session& session, const protocol::Hello& hello,
                         const std::string& signing_key, const EpochsBeside& beside) {
    const std::int64_t theirs = hello.epoch;
    const bool is_understood = hello.protocol <= protocol::kProtocolVersion;
    if (session.is_revoked || !is_understood) return true;
    TRY_LET(is_proven, proves_gone_back(session, hello, signing_key));
    const bool is_later = theirs > session.epoch && theirs <= session.epoch + kEpochsAheadMax;
    if (!is_proven && !is_later) return true;
    if (!is_proven) {
        TRY_LET(may_believe, may_believe_a_word(session));
        if (!may_believe) return false;
    }
    TRY(begin_epoch(session, is_later ? theirs : session.epoch, beside));
    return true;
}

Result<bool> has_read_further(Session& session, const protocol::Hello& hello) {
    if (hello.outcomes > session.device.outcome_seq) return true;
    for (const auto& [unit, cursor] : hello.cursors) {
        if (cursor == 0 || session.units.count(unit) == 0) continue;
        TRY_LET(state, server_store::unit_state(session.connection, unit));
        if (cursor > state.seq) return true;
    }
    return false;
}

}  // namespace accept
