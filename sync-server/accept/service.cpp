#include "sync-server/accept/service.h"

#include "shared/base/json.h"
#include "shared/crypto/keys.h"
#include "shared/crypto/password.h"
#include "sync-server/accept/sync_request.h"
#include "sync-server/store/devices.h"
#include "sync-server/store/meta.h"
#include "sync-server/store/people.h"

namespace accept {

using base::Error;
using base::ErrorCode;
using base::Result;

Result<Service> Service::open(db::Connection& connection, const forms::FormSet& forms,
                              const base::Clock& clock, base::Random& random) {
    Service service(connection, forms, clock, random);
    TRY_LET(zone, server_store::meta(connection, server_store::kZone));
    TRY_LET(epoch, server_store::meta(connection, server_store::kEpoch));
    TRY_LET(centre, server_store::meta(connection, server_store::kCentre));
    TRY_LET(signing_key, server_store::meta(connection, server_store::kSigningKey));
    TRY_LET(box_key_text, server_store::meta(connection, server_store::kBoxKey));
    const auto found_zone = base::find_zone(zone);
    const auto epoch_number = base::json::integer_of(epoch);
    if (!found_zone || !epoch_number || signing_key.empty()) {
        return Error{ErrorCode::Usage, "this database was never initialised; run init first"};
    }
    TRY_LET(box_key, crypto::BoxKey::from_text(box_key_text));
    service.zone_ = *found_zone;
    service.forms_digest_ = forms.digest();
    service.epoch_ = *epoch_number;
    service.centre_ = centre;
    service.signing_key_ = signing_key;
    service.box_public_key_ = box_key.public_key().text();
    return service;
}

Result<protocol::Config> Service::config_of(const base::UserId& user_id, bool with_forms) {
    TRY_LET(user, server_store::find_user(*connection_, user_id));
    TRY_LET(units, server_store::units_of(*connection_, user_id));
    CHECK(user.has_value());
    protocol::Config config{user->name, user->role, centre_, units, forms_digest_, {}, {}};
    TRY_LET(users, server_store::users(*connection_));
    TRY_LET(unit_codes, server_store::unit_codes_by_user(*connection_));
    for (const server_store::User& each : users) {
        config.users.push_back(
            {each.id.text(), each.name, each.role, unit_codes[each.id.text()], each.is_disabled});
    }
    if (with_forms) config.forms = forms_->texts();
    return config;
}

Result<bool> Service::knows(std::string_view token) {
    TRY_LET(device, server_store::find_device_by_token(*connection_, crypto::token_hash(token)));
    return device.has_value();
}

Result<Reply> Service::handle(std::string_view token, std::string_view body) {
    TRY_LET(transaction, db::Transaction::begin(*connection_));
    TRY_LET(device, server_store::find_device_by_token(*connection_, crypto::token_hash(token)));
    TRY_LET(reply, SyncRequest(*this).run(device, body));
    TRY(transaction.commit());
    return reply;
}

Result<Reply> Service::handle_of(const base::DeviceId& id, std::string_view body) {
    TRY_LET(transaction, db::Transaction::begin(*connection_));
    TRY_LET(device, server_store::find_device(*connection_, id.text()));
    TRY_LET(reply, SyncRequest(*this).run(device, body));
    TRY(transaction.commit());
    return reply;
}

}  // namespace accept
