#include "tests/simulation/world.h"

#include "client/app/recording/recorder.h"
#include "client/store/confirmed.h"
#include "client/store/enrolled_again.h"
#include "shared/base/json.h"
#include "shared/crypto/encoding.h"
#include "shared/crypto/keys.h"
#include "shared/crypto/password.h"
#include "sync-server/store/meta.h"
#include "sync-server/store/people/people.h"
#include "sync-server/store/records/records.h"

#include <unistd.h>
#include <algorithm>

namespace simulation {

namespace fs = std::filesystem;

namespace {

template <typename T>
T must(base::Result<T> result) {
    if (!result.ok()) std::fprintf(stderr, "%s\n", result.error().message.c_str());
    CHECK(result.ok());
    return std::move(result).value();
}

void must(base::Status status) {
    if (!status.ok()) std::fprintf(stderr, "%s\n", status.error().message.c_str());
    CHECK(status.ok());
}

std::int64_t must_integer(const std::string& text) {
    const auto number = base::json::integer_of(text);
    CHECK(number.has_value());
    return number.value_or(0);
}

store::NamedBy named_by() {
    return [](const records::Record& record) {
        return client_app::named_by(forms::FormSet::builtin(), record);
    };
}

// The same request, by a device that wants short answers.
std::string asking_for(const std::string& text, std::size_t bytes) {
    const std::size_t end = text.find('\n');
    auto hello = protocol::parse_hello(std::string_view(text).substr(0, end));
    if (!hello.ok() || end == std::string::npos) return text;
    hello.value().bytes_max = static_cast<std::int64_t>(bytes);
    return to_line(hello.value()) + text.substr(end);
}

}  // namespace

ScratchFolder::ScratchFolder() {
    std::string pattern = (fs::temp_directory_path() / "kawan-test-XXXXXX").string();
    CHECK(::mkdtemp(pattern.data()) != nullptr);
    folder_ = pattern;
}

ScratchFolder::~ScratchFolder() {
    std::error_code ignored;
    fs::remove_all(folder_, ignored);
}

Server::Server(const std::string& file, const base::Clock& clock, base::Random& random,
               const std::vector<std::string>& units, db::OpenOptions options)
    : file_(file), options_(std::move(options)), clock_(clock), random_(random) {
    auto connection = must(server_store::open_database(file, options_));
    must(server_store::set_meta(connection, server_store::kCentre, "Puskesmas Uji"));
    must(server_store::set_meta(connection, server_store::kZone, "Asia/Jakarta"));
    must(server_store::set_meta(connection, server_store::kEpoch, "1"));
    must(server_store::set_meta(connection, server_store::kSigningKey,
                                crypto::SigningKey::generate().text()));
    must(server_store::set_meta(connection, server_store::kBoxKey,
                                crypto::BoxKey::generate().text()));
    for (const std::string& unit : units) {
        must(server_store::put_unit(connection, {unit, "Posyandu " + unit, "Desa Uji", ""}));
    }
    must(accept::add_console_device(connection, clock.now()));
    connection_ = std::move(connection);
    open();
}

void Server::stop() {
    service_.reset();
    connection_.reset();
}

void Server::open() {
    stop();
    connection_ = must(server_store::open_database(file_, options_));
    service_ =
        must(accept::Service::open(*connection_, forms::FormSet::builtin(), clock_, random_));
}

void Server::back_up(const std::string& file) {
    must(connection_->copy_to(file, {}));
}

void Server::restore(const std::string& file) {
    const std::string epoch = must(server_store::meta(*connection_, server_store::kEpoch));
    stop();
    for (const char* tail : {"", "-wal", "-shm"}) fs::remove(file_ + tail);
    fs::copy_file(file, file_);
    {
        auto connection = must(server_store::open_database(file_, options_));
        must(server_store::begin_epoch(connection, must_integer(epoch) + 1));
    }
    open();
}

void Server::restart() {
    open();
}

std::string Server::add_user(const std::string& name, const std::string& role,
                             const std::vector<std::string>& units) {
    const server_store::User user{base::UserId(base::make_uuid7(clock_.now(), random_)), name, role,
                                  false};
    must(server_store::add_user(*connection_, user, clock_.now()));
    for (const std::string& unit : units) {
        must(server_store::add_user_unit(*connection_, user.id, unit));
    }
    return new_code(user.id);
}

std::string Server::add_code(const std::string& name) {
    const auto user = must(server_store::find_user_by_name(*connection_, name));
    CHECK(user.has_value());
    return new_code(user->id);
}

std::string Server::new_code(const base::UserId& user) {
    std::string secret(10, '\0');
    random_.fill({reinterpret_cast<unsigned char*>(secret.data()), secret.size()});
    secret = crypto::to_base32(secret);
    must(server_store::add_code(*connection_,
                                {crypto::token_hash(secret), user,
                                 base::Instant{clock_.now().unix_ms + 3600'000}, "", ""}));
    return secret;
}

base::Result<accept::Reply> Server::handle(const std::string& token, const std::string& text) {
    return service_->handle(token, text);
}

accept::Reply Server::enrol(const std::string& text) {
    return must(service_->enrol(text));
}

accept::Desk Server::desk() {
    return accept::Desk{*connection_, forms::FormSet::builtin(), clock_, random_};
}

base::Result<sync_client::HttpReply> Link::post(const std::string&, std::string body,
                                                protocol::Encoding encoding) {
    const base::Error no_network{base::ErrorCode::Network, "no connection"};
    const Fault now = fault();
    sync_client::HttpReply reply;
    reply.bytes_sent = static_cast<std::int64_t>(body.size());
    reply.status = 200;
    if (now == Fault::RequestLost) return no_network;
    if (now == Fault::CaptivePortal) {
        reply.body = "<html>Silakan masuk ke WiFi</html>";
        return reply;
    }
    std::string text = must(protocol::decompress(encoding, body, 1 << 28));
    if (now == Fault::RequestCut && text.size() > 20) text.resize(text.size() - 7);
    if (answer_bytes_max != 0) text = asking_for(text, answer_bytes_max);
    auto handled = server_.handle(token, text);
    if (handled.ok() && passed) passed(text, handled.value());
    if (handled.ok() && now == Fault::RequestTwice) {
        handled = server_.handle(token, text);
        if (handled.ok() && passed) passed(text, handled.value());
    }
    if (!handled.ok() || now == Fault::AnswerLost) return no_network;
    accept::Reply& answer = handled.value();
    if (answer.refusal != accept::Refusal::None) {
        reply.status = answer.refusal == accept::Refusal::NotEnrolled ? 401
                       : answer.refusal == accept::Refusal::Revoked   ? 403
                                                                      : 409;
        reply.body = "{\"problem\":{}}";
        return reply;
    }
    if (now == Fault::AnswerCut) answer.text.resize(answer.text.size() / 2);
    answers.push_back(answer.text);
    reply.body = answer.text;
    reply.bytes_received = static_cast<std::int64_t>(answer.text.size());
    return reply;
}

base::Result<sync_client::HttpReply> Link::get(const std::string&) {
    return base::Error{base::ErrorCode::Network, "not in this world"};
}

Device::Device(const std::string& file, Server& server, const std::string& secret,
               base::Clock& clock, base::Random& random, db::OpenOptions options)
    : file_(file),
      options_(std::move(options)),
      server_(server),
      link_(server),
      clock_(clock),
      random_(random) {
    const crypto::SigningKey key = crypto::SigningKey::generate();
    const protocol::EnrolRequest request{secret, key.verify_key().text(), "laptop", "0.1.0"};
    const accept::Reply reply = server.enrol(to_json(request));
    CHECK(reply.refusal == accept::Refusal::None);
    const auto answer = must(protocol::parse_enrol_answer(reply.text));
    open();
    store::Identity identity;
    identity.device = answer.device.text();
    identity.token = answer.token;
    identity.user = answer.user.text();
    identity.role = answer.role;
    identity.zone = answer.zone;
    identity.receipt_key = answer.receipt_key;
    identity.box_key = answer.box_key;
    identity.device_key = key.text();
    identity.config = answer.config;
    must(store_->set_identity(identity));
    link_.token = answer.token;
}

accept::Refusal Device::enrol_again(const std::string& secret) {
    const crypto::SigningKey key = crypto::SigningKey::generate();
    const protocol::EnrolRequest request{secret, key.verify_key().text(), "laptop", "0.1.0",
                                         must(store::again_of(*store_))};
    const accept::Reply reply = server_.enrol(to_json(request));
    if (reply.refusal != accept::Refusal::None) return reply.refusal;
    const auto answer = must(protocol::parse_enrol_answer(reply.text));
    must(store::take_enrolment(*store_, {answer, key.text(), "", ""}));
    link_.token = answer.token;
    return accept::Refusal::None;
}

void Device::stop() {
    store_.reset();
}

void Device::open() {
    stop();
    store_ = std::make_unique<store::Store>(
        must(store::Store::open(must(db::Connection::open(file_, options_)))));
}

void Device::reopen() {
    open();
}

void Device::copy_to(const std::string& file) {
    must(store_->connection().copy_to(file, {}));
}

void Device::restore_from(const std::string& file) {
    store_.reset();
    for (const char* tail : {"", "-wal", "-shm"}) fs::remove(file_ + tail);
    fs::copy_file(file, file_);
    open();
}

bool Device::try_save(const std::string& type, const base::RecordId& id, const base::Fields& set,
                      const std::string& unit) {
    return try_save({type, id, unit, set, "1", "", ""});
}

bool Device::try_save(const store::Write& write) {
    const auto named = named_by()({write.record, write.type, write.unit, {}, write.set});
    return store::save(*store_, write, named, clock_.now()).ok();
}

base::RecordId Device::add(const std::string& type, const base::Fields& fields,
                           const std::string& unit) {
    const base::RecordId id(base::make_uuid7(clock_.now(), random_));
    const store::Write write{type, id, unit, fields, "1", "", ""};
    must(store::save(*store_, write, named_by()({id, type, unit, {}, fields}), clock_.now()));
    return id;
}

void Device::edit(const base::RecordId& id, const base::Fields& set, const std::string& decides) {
    auto standing = must(store_->find(id.text()));
    CHECK(standing.has_value());
    const store::Write write{
        standing->record.type, id, standing->record.unit, set, "1", "", decides};
    must(store::save(*store_, write, {}, clock_.now()));
}

sync_client::RoundResult Device::round() {
    const sync_client::Self self{"0.1.0", forms::FormSet::builtin().digest()};
    return sync_client::run_round(*store_, link_, clock_, named_by(), self, batch_);
}

sync_client::Total Device::sync() {
    const sync_client::Self self{"0.1.0", forms::FormSet::builtin().digest()};
    return sync_client::run_all(*store_, link_, clock_, named_by(), self,
                                [](const sync_client::Total&) { return true; });
}

base::Fields Device::shown(const base::RecordId& id) {
    auto found = must(store_->find(id.text()));
    CHECK(found.has_value());
    return found->record.fields;
}

bool Device::has(const base::RecordId& id) {
    return must(store_->find(id.text())).has_value();
}

store::SyncStatus Device::status() {
    return must(store::sync_status(*store_));
}

std::vector<store::Sent> Device::outbox_of(const base::RecordId& id) {
    return must(store::changes_of(*store_, id.text()));
}

store::Applied Device::take_in(const std::string& answer_text) {
    const auto answer = must(protocol::parse_answer(answer_text));
    return must(store::apply(*store_, answer, named_by(), clock_.now()));
}

std::vector<std::string> confirmed_rows(Device& device) {
    auto statement = must(device.store().connection().prepare(
        "SELECT id, epoch, counter, confirmed FROM record WHERE confirmed IS NOT NULL"));
    std::vector<std::string> rows;
    while (must(statement.step())) {
        rows.push_back(statement.text(0) + " " + std::to_string(statement.number(1)) + "." +
                       std::to_string(statement.number(2)) + " " + statement.text(3));
    }
    std::sort(rows.begin(), rows.end());
    return rows;
}

std::vector<std::string> server_rows(Server& server, const std::vector<std::string>& units) {
    std::vector<std::string> rows;
    for (const std::string& unit : units) {
        for (const auto& stored : must(server_store::all_of_unit(server.connection(), unit))) {
            rows.push_back(stored.record.id.text() + " " + to_text(stored.record.revision) + " " +
                           stored.fields_text);
        }
    }
    std::sort(rows.begin(), rows.end());
    return rows;
}

base::Fields fields_of(const std::string& json) {
    return must(base::Fields::parse(json));
}

base::Fields household(const std::string& head) {
    base::Fields fields;
    fields.set("head_name", head);
    fields.set("wilayah_code", "33.21.01.2001");
    fields.set("rt", "001");
    fields.set("rw", "002");
    fields.set("status", "ACTIVE");
    return fields;
}

}  // namespace simulation
