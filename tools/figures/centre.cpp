#include "tools/figures/centre.h"

#include "shared/crypto/encoding.h"
#include "shared/crypto/keys.h"
#include "shared/crypto/password.h"
#include "sync-server/store/meta.h"
#include "sync-server/store/people/people.h"
#include "tools/figures/measuring.h"

namespace figures {

namespace {

constexpr std::int64_t kHourMs = 3'600'000;

void put_identity(db::Connection& connection) {
    const std::vector<std::pair<std::string_view, std::string>> facts = {
        {server_store::kCentre, "Puskesmas Ukur"},
        {server_store::kZone, "Asia/Jakarta"},
        {server_store::kEpoch, "1"},
        {server_store::kSigningKey, crypto::SigningKey::generate().text()},
        {server_store::kBoxKey, crypto::BoxKey::generate().text()}};
    for (const auto& [key, value] : facts) must(server_store::set_meta(connection, key, value));
}

}  // namespace

Centre::Centre(const std::string& folder, const std::vector<std::string>& units) {
    connection_ = std::make_unique<db::Connection>(
        must(server_store::open_database(folder + "/centre.db", true)));
    put_identity(*connection_);
    for (const std::string& unit : units) {
        must(server_store::put_unit(*connection_, {unit, "Posyandu " + unit, "Desa Ukur", ""}));
    }
    service_ = std::make_unique<accept::Service>(
        must(accept::Service::open(*connection_, forms::FormSet::builtin(), clock_, random_)));
    api_ = std::make_unique<server_app::Api>(*service_, folder + "/centre.db");
    http::Router router;
    api_->add_to(router);
    http::Config config;
    config.plain_http = true;
    server_ = must(http::Server::start(config, std::move(router)));
}

protocol::EnrolAnswer Centre::enrol(const std::string& name,
                                    const std::vector<std::string>& units) {
    const base::Instant now = clock_.now();
    const server_store::User user{base::UserId(base::make_uuid7(now, random_)), name, "KADER",
                                  false};
    must(server_store::add_user(*connection_, user, now));
    for (const std::string& unit : units) {
        must(server_store::add_user_unit(*connection_, user.id, unit));
    }
    const std::string secret = crypto::random_code(16);
    must(server_store::add_code(*connection_, {crypto::token_hash(secret), user.id,
                                               base::Instant{now.unix_ms + kHourMs}, "", ""}));
    const auto key = crypto::SigningKey::generate();
    const protocol::EnrolRequest request{secret, key.verify_key().text(), "laptop", "0.1.0"};
    const auto reply = must(service_->enrol(to_json(request)));
    if (reply.refusal != accept::Refusal::None) give_up("the server refused the enrolment");
    return must(protocol::parse_enrol_answer(reply.text));
}

std::string Centre::url() const {
    return loopback_url(*server_);
}

std::string loopback_url(const http::Server& server) {
    return "http://127.0.0.1:" + std::to_string(server.port());
}

}  // namespace figures
