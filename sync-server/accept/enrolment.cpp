#include "sync-server/accept/service.h"

#include "shared/base/json.h"
#include "shared/crypto/keys.h"
#include "shared/crypto/password.h"
#include "sync-server/accept/change/scope.h"
#include "sync-server/store/meta.h"
#include "sync-server/store/people/devices.h"
#include "sync-server/store/people/people.h"

namespace accept {

using base::Result;

namespace {

constexpr std::int64_t kEpochsAheadMax = 1000;  // nobody restores more often

Result<Refusal> refusal_of(db::Connection& connection,
                           const std::optional<server_store::Code>& code,
                           const protocol::EnrolRequest& request, base::Instant now) {
    if (!code) return Refusal::CodeUnknown;
    if (!crypto::VerifyKey::from_text(request.device_key).ok()) return Refusal::Malformed;
    // In a browser it may have been used too, by no laptop.
    const bool is_asked_again = !code->device.empty() && code->used_by_key == request.device_key;
    if (!code->used_by_key.empty() && !is_asked_again) return Refusal::CodeUsed;
    if (now > code->expires_at) return Refusal::CodeExpired;
    TRY_LET(user, server_store::find_user(connection, code->user));
    if (!user || user->is_disabled) return Refusal::Revoked;
    return may_have_laptop(*user) ? Refusal::None : Refusal::CodeNoLaptop;
}

struct Enrolling {
    db::Connection& connection;
    const protocol::EnrolRequest& request;
    server_store::Code& code;
    std::string token_hash;
    base::Instant now;
};

base::Status add(Enrolling& enrolling, const base::DeviceId& id) {
    server_store::Device device;
    device.id = id;
    device.user = enrolling.code.user;
    device.key = enrolling.request.device_key;
    device.token_hash = enrolling.token_hash;
    device.name = enrolling.request.device_name;
    device.app = enrolling.request.app;
    return server_store::add_device(enrolling.connection, device, enrolling.now);
}

base::Status renew(Enrolling& enrolling, const server_store::Device& known) {
    TRY(server_store::set_key(enrolling.connection, known.no, enrolling.request.device_key));
    return server_store::set_token(enrolling.connection, known.no, enrolling.token_hash);
}

// Of a store that was somebody's before: only she may go on with it, unless we lost her too.
Result<Refusal> refusal_of_again(Enrolling& enrolling) {
    const protocol::EnrolAgain& again = *enrolling.request.again;
    if (again.device == server_store::kConsoleDevice) return Refusal::CodeOfAnother;
    const bool is_hers = again.user == enrolling.code.user.text();
    TRY_LET(user, server_store::find_user(enrolling.connection, base::UserId(again.user)));
    if (user && !is_hers) return Refusal::CodeOfAnother;
    TRY_LET(known, server_store::find_device(enrolling.connection, again.device));
    if (known && known->user != enrolling.code.user) return Refusal::CodeOfAnother;
    return known && known->is_revoked ? Refusal::Revoked : Refusal::None;
}

// A laptop whose answer was lost asks again with the same key and gets the same device.
Result<server_store::Device> device_for(Enrolling& enrolling, base::Random& random) {
    server_store::Code& code = enrolling.code;
    const auto& again = enrolling.request.again;
    const std::string id = code.device.empty() && again ? again->device : code.device;
    TRY_LET(known, server_store::find_device(enrolling.connection, id));
    if (known) {
        TRY(renew(enrolling, *known));
        code.device = id;
    } else {
        code.device = again ? id : base::make_uuid7(enrolling.now, random);
        TRY(add(enrolling, base::DeviceId(code.device)));
    }
    code.used_by_key = enrolling.request.device_key;
    TRY(server_store::mark_code_used(enrolling.connection, code));
    TRY_LET(device, server_store::find_device(enrolling.connection, code.device));
    CHECK(device.has_value());
    return *device;
}

}  // namespace

// A device that we enrolled and do not know: this database is older than it, so our time begins
// after the one it knew, and it brings what we lack (SYNC 22).
base::Status Service::leave_epoch_behind(const protocol::EnrolAgain& again) {
    TRY_LET(known, server_store::find_device(*connection_, again.device));
    TRY_LET(epoch, server_store::epoch(*connection_));
    const bool is_later = again.epoch < epoch || again.epoch >= epoch + kEpochsAheadMax;
    if (known || is_later) return base::Done{};
    TRY_LET(begun, begin_epoch_after(*connection_, again.epoch, epochs_));
    (void)begun;
    return base::Done{};
}

Result<Reply> Service::enrol(std::string_view body) {
    auto request = protocol::parse_enrol_request(body);
    if (!request.ok()) return Reply{Refusal::Malformed, ""};
    const base::Instant now = clock_->now();
    TRY_LET(transaction, db::Transaction::begin(*connection_));
    TRY_LET(code,
            server_store::find_code(*connection_, crypto::token_hash(request.value().secret)));
    TRY_LET(refusal, refusal_of(*connection_, code, request.value(), now));
    if (refusal != Refusal::None) return Reply{refusal, ""};

    const std::string token = crypto::random_token();
    Enrolling enrolling{*connection_, request.value(), *code, crypto::token_hash(token), now};
    if (request.value().again) {
        TRY_LET(other, refusal_of_again(enrolling));
        if (other != Refusal::None) return Reply{other, ""};
        TRY(leave_epoch_behind(*request.value().again));
    }
    TRY_LET(device, device_for(enrolling, *random_));
    TRY_LET(user, server_store::find_user(*connection_, device.user));
    TRY_LET(config, config_of(*connection_, device.user, true));
    TRY_LET(epoch, server_store::epoch(*connection_));
    TRY(transaction.commit());
    auto signing_key = crypto::SigningKey::from_text(signing_key_);
    CHECK(signing_key.ok());
    protocol::EnrolAnswer answer{device.id,       token,
                                 user->id,        user->name,
                                 user->role,      centre_,
                                 zone_.name,      epoch,
                                 box_public_key_, signing_key.value().verify_key().text(),
                                 to_json(config)};
    return Reply{Refusal::None, to_json(answer)};
}

}  // namespace accept
