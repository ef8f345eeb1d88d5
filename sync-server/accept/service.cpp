#include "sync-server/accept/service.h"

#include "shared/base/json.h"
#include "shared/crypto/keys.h"
#include "shared/crypto/password.h"
#include "sync-server/accept/round/sync_request.h"
#include "sync-server/store/meta.h"
#include "sync-server/store/people/devices.h"
#include "sync-server/store/people/people.h"

#include <algorithm>

namespace accept {

using base::Error;
using base::ErrorCode;
using base::Result;

bool brings_changes(std::string_view body) {
    const auto hello_end = body.find('\n');
    return hello_end != std::string_view::npos && hello_end + 1 < body.size();
}

Result<Service> Service::open(db::Connection& connection, const forms::FormSet& forms,
                              const base::Clock& clock, base::Random& random) {
    Service service(connection, forms, clock, random);
    TRY_LET(zone, server_store::meta(connection, server_store::kZone));
    TRY_LET(epoch, server_store::epoch(connection));
    TRY_LET(centre, server_store::meta(connection, server_store::kCentre));
    TRY_LET(signing_key, server_store::meta(connection, server_store::kSigningKey));
    TRY_LET(box_key_text, server_store::meta(connection, server_store::kBoxKey));
    const auto found_zone = base::find_zone(zone);
    if (!found_zone || epoch == 0 || signing_key.empty()) {
        return Error{ErrorCode::Usage, "this database was never initialised; run init first"};
    }
    TRY_LET(box_key, crypto::BoxKey::from_text(box_key_text));
    service.zone_ = *found_zone;
    service.centre_ = centre;
    service.signing_key_ = signing_key;
    service.box_public_key_ = box_key.public_key().text();
    return service;
}

Result<protocol::Config> Service::config_of(db::Connection& connection, const base::UserId& user_id,
                                            bool with_forms) const {
    TRY_LET(user, server_store::find_user(connection, user_id));
    TRY_LET(units, server_store::units_of(connection, user_id));
    CHECK(user.has_value());
    const forms::InForce::Set* set = forms_.followed ? &forms_.followed->now() : nullptr;
    const std::string& digest = set ? set->digest : forms_.fixed_digest;
    protocol::Config config{user->name, user->role, centre_, units, digest, {}, {}};
    TRY_LET(users, server_store::users(connection));
    TRY_LET(unit_codes, server_store::unit_codes_by_user(connection));
    for (const server_store::User& each : users) {
        config.users.push_back(
            {each.id.text(), each.name, each.role, unit_codes[each.id.text()], each.is_disabled});
    }
    if (with_forms) config.forms = (set ? set->forms : *forms_.fixed).texts();
    return config;
}

Result<bool> Service::knows(db::Connection& reader, std::string_view token) const {
    TRY_LET(device, server_store::find_device_by_token(reader, crypto::token_hash(token)));
    return device.has_value();
}

Result<std::optional<AnswerRead>> Service::read(db::Connection& reader,
                                                const Incoming& request) const {
    TRY_LET(view, db::Transaction::begin_reading(reader));
    const std::string hash = crypto::token_hash(request.token);
    TRY_LET(device, server_store::find_device_by_token(reader, hash));
    TRY_LET(answer, SyncRequest(*this, reader).run_reading(device, request.body));
    TRY(view.commit());
    return answer;
}

base::Status Service::note(std::span<const Seen> seen) {
    TRY_LET(transaction, db::Transaction::begin(*connection_));
    for (const Seen& each : seen) {
        server_store::Device device;
        device.no = each.device;
        device.clock_offset_ms = each.clock_offset_ms;
        device.agreed = each.agreed;
        device.app = each.app;
        device.free_mb = each.free_mb;
        TRY(server_store::save_seen(*connection_, device, each.at));
    }
    return transaction.commit();
}

base::Status Service::tidy() {
    constexpr int kLogPages = 1024;  // 4 MiB, some 10 ms of copying
    return connection_->shorten_log(kLogPages);
}

std::vector<Result<Reply>> Service::handle(std::span<const Incoming> requests) {
    std::vector<Result<Reply>> replies;
    while (replies.size() < requests.size()) {
        for (Result<Reply>& each : handle_commit(requests.subspan(replies.size()))) {
            replies.push_back(std::move(each));
        }
    }
    return replies;
}

// As many of the first ones as one commit holds, and never none.
std::vector<Result<Reply>> Service::handle_commit(std::span<const Incoming> requests) {
    std::vector<Result<Reply>> replies;
    const auto all = [&replies](const Error& error) {
        return std::vector<Result<Reply>>(std::max<std::size_t>(replies.size(), 1), error);
    };
    auto transaction = db::Transaction::begin(*connection_);
    if (!transaction.ok()) return all(transaction.error());
    for (const Incoming& request : requests) {
        // Alone it is the whole transaction, and fails with it.
        replies.push_back(requests.size() == 1 ? handle_inside(request) : handle_part(request));
        if (requests.size() == 1 && !replies.back().ok()) return replies;
        if (!connection_->is_in_transaction()) return all(replies.back().error());
        if (is_full(replies)) break;
    }
    const base::Status committed = transaction.value().commit();
    return committed.ok() ? std::move(replies) : all(committed.error());
}

bool Service::is_full(const std::vector<Result<Reply>>& replies) const {
    std::size_t bytes = 0;
    for (const Result<Reply>& each : replies) bytes += each.ok() ? each.value().text.size() : 0;
    return replies.size() >= limits_.requests_max || bytes > limits_.answer_bytes_max;
}

// What fails takes nothing with it but itself.
Result<Reply> Service::handle_part(const Incoming& request) {
    TRY_LET(part, db::Savepoint::begin(*connection_));
    TRY_LET(reply, handle_inside(request));
    TRY(part.keep());
    return reply;
}

Result<Reply> Service::handle_inside(const Incoming& request) {
    const std::string hash = crypto::token_hash(request.token);
    TRY_LET(device, server_store::find_device_by_token(*connection_, hash));
    return SyncRequest(*this, *connection_).run(device, request.body);
}

Result<Reply> Service::handle(std::string_view token, std::string_view body) {
    const Incoming request{std::string(token), std::string(body)};
    return std::move(handle(std::span(&request, 1)).front());
}

Result<Reply> Service::handle_of(const base::DeviceId& id, std::string_view body) {
    TRY_LET(transaction, db::Transaction::begin(*connection_));
    TRY_LET(device, server_store::find_device(*connection_, id.text()));
    TRY_LET(reply, SyncRequest(*this, *connection_).run(device, body));
    TRY(transaction.commit());
    return reply;
}

}  // namespace accept
