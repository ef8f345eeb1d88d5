#include "sync-server/accept/service.h"

#include "shared/crypto/keys.h"
#include "shared/crypto/password.h"
#include "sync-server/store/devices.h"
#include "sync-server/store/people.h"

namespace accept {

using base::Result;

namespace {

Result<Refusal> refusal_of(db::Connection& connection,
                           const std::optional<server_store::Code>& code,
                           const protocol::EnrolRequest& request, base::Instant now) {
    if (!code) return Refusal::CodeUnknown;
    const bool is_asked_again = code->used_by_key == request.device_key;
    if (!code->used_by_key.empty() && !is_asked_again) return Refusal::CodeUsed;
    if (now > code->expires_at) return Refusal::CodeExpired;
    TRY_LET(user, server_store::find_user(connection, code->user));
    if (!user || user->is_disabled) return Refusal::Revoked;
    return Refusal::None;
}

// A laptop whose answer was lost asks again with the same key and gets the same device.
Result<server_store::Device> device_for(db::Connection& connection, server_store::Code& code,
                                        const protocol::EnrolRequest& request,
                                        const std::string& token_hash, base::Instant now,
                                        base::Random& random) {
    if (!code.device.empty()) {
        TRY_LET(known, server_store::find_device(connection, code.device));
        CHECK(known.has_value());
        TRY(server_store::set_token(connection, known->no, token_hash));
        return *known;
    }
    server_store::Device device;
    device.id = base::DeviceId(base::make_uuid7(now, random));
    device.user = code.user;
    device.key = request.device_key;
    device.token_hash = token_hash;
    device.name = request.device_name;
    device.app = request.app;
    TRY(server_store::add_device(connection, device, now));
    code.used_by_key = request.device_key;
    code.device = device.id.text();
    TRY(server_store::mark_code_used(connection, code));
    return device;
}

}  // namespace

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
    TRY_LET(device, device_for(*connection_, *code, request.value(), crypto::token_hash(token), now,
                               *random_));
    TRY_LET(user, server_store::find_user(*connection_, device.user));
    TRY_LET(config, config_of(device.user, true));
    TRY(transaction.commit());
    auto signing_key = crypto::SigningKey::from_text(signing_key_);
    CHECK(signing_key.ok());
    protocol::EnrolAnswer answer{device.id,       token,
                                 user->id,        user->name,
                                 user->role,      centre_,
                                 zone_.name,      epoch_,
                                 box_public_key_, signing_key.value().verify_key().text(),
                                 to_json(config)};
    return Reply{Refusal::None, to_json(answer)};
}

}  // namespace accept
