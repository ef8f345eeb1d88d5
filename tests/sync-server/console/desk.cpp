#include "tests/sync-server/console/desk.h"

#include "shared/base/markup.h"
#include "shared/crypto/keys.h"
#include "sync-server/http/tls_identity.h"
#include "sync-server/store/meta.h"
#include "tests/simulation/world.h"

namespace console_test {

namespace {

// Cheap enough for a test: the real cost is measured elsewhere.
constexpr crypto::Argon2Cost kCheap{1, std::size_t{1} << 20};

base::UserId id_of(int number) {
    return base::UserId("01890000-0000-7000-8000-00000000000" + std::to_string(number));
}

}  // namespace

struct Desk::Files {
    simulation::ScratchFolder folder;
    std::optional<db::Connection> writer;
    std::mutex one;
    forms::InForce forms{forms::FormSet::builtin()};
};

Desk::Desk() : files_(std::make_unique<Files>()) {
    const std::string path = files_->folder.path("kawan.db");
    files_->writer = server_store::open_database(path, true).value();
    db::Connection& connection = writer();
    REQUIRE(server_store::set_meta(connection, server_store::kCentre, "Puskesmas Melati").ok());
    REQUIRE(server_store::set_meta(connection, server_store::kZone, "Asia/Jakarta").ok());
    REQUIRE(server_store::set_meta(connection, server_store::kEpoch, "1").ok());
    const auto identity = http::make_tls_identity("Puskesmas Melati").value();
    for (const auto& [key, value] : std::vector<std::pair<std::string_view, std::string>>{
             {server_store::kAddress, "192.168.1.10:8443"},
             {server_store::kCertificate, identity.certificate_pem},
             {server_store::kBoxKey, crypto::BoxKey::generate().text()}}) {
        REQUIRE(server_store::set_meta(connection, key, value).ok());
    }
    REQUIRE(server_store::put_unit(connection, {"P1", "Melati 1", "Sukamaju", "320101"}).ok());
    REQUIRE(server_store::put_unit(connection, {"P2", "Melati 2", "Sukasari", "320102"}).ok());
    REQUIRE(accept::add_console_device(connection, clock.now()).ok());
    const std::string hash = crypto::hash_password(kPassword, kCheap).value();
    int number = 1;
    for (const auto& [name, role] : Fields{{"koord", "KOORD"},
                                           {"bidan", "BIDAN"},
                                           {"dinkes", "DINKES"},
                                           {"admin", "ADMIN"},
                                           {"kader", "KADER"},
                                           {"koord2", "KOORD"}}) {
        const server_store::User made{id_of(number++), name, role, false};
        REQUIRE(server_store::add_user(connection, made, clock.now()).ok());
        if (role != "KADER") {
            REQUIRE(server_store::set_password(connection, made.id, hash, clock.now()).ok());
        }
    }
    for (const char* name : {"bidan", "kader"}) {
        REQUIRE(server_store::add_user_unit(connection, user(name).id, "P1").ok());
    }
    console_ = std::make_unique<console::Console>(settings());
}

Desk::~Desk() = default;

db::Connection& Desk::writer() {
    return *files_->writer;
}

console::Settings Desk::settings() {
    const std::string path = files_->folder.path("kawan.db");
    Files* const files = files_.get();
    return console::Settings{
        console::Centre{"Puskesmas Melati", base::Zone{}, files_->folder.path("."),
                        "127.0.0.1:8443"},
        [path] {
            db::OpenOptions options;
            options.is_read_only = true;
            options.may_create = false;
            return db::Connection::open(path, options);
        },
        [files, this](const std::function<void(db::Connection&)>& work) {
            if (meanwhile) std::exchange(meanwhile, nullptr)();
            const std::lock_guard guard(files->one);
            work(*files->writer);
        },
        files->forms,
        clock,
        random,
        // What an erasure does is app's; here only that it is asked for.
        {[](db::Connection&, const console::Erasure& wanted) -> base::Result<console::ErasurePlan> {
             if (wanted.person != kErasable) {
                 return base::Error{base::ErrorCode::NotFound, "no person with that id is here"};
             }
             return console::ErasurePlan{{wanted.person}, {{"person", 1}}, {}, 0, 2, 0};
         },
         [this](db::Connection&, base::Instant, const console::Erasure& wanted) -> base::Status {
             erased.push_back(wanted);
             return base::Done{};
         }},
        kCheap};
}

server_store::User Desk::user(const std::string& name) {
    return server_store::find_user_by_name(writer(), name).value().value();
}

http::Request Desk::request(const std::string& method, const std::string& path) {
    http::Request request;
    request.method = method;
    const auto question = path.find('?');
    request.path = path.substr(0, question);
    if (question != std::string::npos) request.query = path.substr(question + 1);
    request.remote_address = "192.168.1.9";
    std::string all;
    for (const auto& [name, value] : cookies_) {
        all += (all.empty() ? "" : "; ") + name + "=" + value;
    }
    request.headers.push_back({"cookie", all});
    return request;
}

void Desk::take_cookies(const http::Response& response) {
    for (const http::Header& each : response.headers) {
        if (each.name != "Set-Cookie") continue;
        const auto equals = each.value.find('=');
        const auto end = each.value.find(';');
        const std::string name = each.value.substr(0, equals);
        cookies_[name] = each.value.substr(equals + 1, end - equals - 1);
        if (cookies_[name].empty()) cookies_.erase(name);
    }
}

http::Response Desk::ask(http::Request request) {
    http::Response response = console_->answer(std::move(request));
    take_cookies(response);
    return response;
}

http::Response Desk::get(const std::string& path_and_query) {
    return ask(request("GET", path_and_query));
}

std::string Desk::csrf() {
    const auto at = cookies_.find("__Host-kawan");
    if (at == cookies_.end()) return "";
    const auto session = server_store::find_session(writer(), crypto::token_hash(at->second));
    return session.value() ? session.value()->csrf : "";
}

http::Response Desk::post(const std::string& path, Fields fields) {
    bool has_csrf = false;
    bool has_request = false;
    for (const auto& [name, value] : fields) {
        has_csrf = has_csrf || name == "csrf";
        has_request = has_request || name == "request";
    }
    if (!has_csrf) fields.emplace_back("csrf", csrf());
    if (!has_request) fields.emplace_back("request", base::make_uuid7(clock.now(), random));
    http::Request posted = request("POST", path);
    posted.headers.push_back({"content-type", "application/x-www-form-urlencoded"});
    for (const auto& [name, value] : fields) {
        posted.body += (posted.body.empty() ? "" : "&") + base::percent_encoded(name) + "=" +
                       base::percent_encoded(value);
    }
    return ask(std::move(posted));
}

http::Response Desk::upload(const std::string& path, Fields fields, const std::string& field,
                            const std::string& file_name, const std::string& bytes) {
    fields.emplace_back("csrf", csrf());
    fields.emplace_back("request", base::make_uuid7(clock.now(), random));
    http::Request posted = request("POST", path);
    posted.headers.push_back({"content-type", "multipart/form-data; boundary=----kawan"});
    const auto part = [&](const std::string& name, const std::string& more,
                          const std::string& value) {
        posted.body += "------kawan\r\nContent-Disposition: form-data; name=\"" + name + "\"" +
                       more + "\r\n\r\n" + value + "\r\n";
    };
    for (const auto& [name, value] : fields) part(name, "", value);
    part(field, "; filename=\"" + file_name + "\"\r\nContent-Type: application/octet-stream",
         bytes);
    posted.body += "------kawan--\r\n";
    return ask(std::move(posted));
}

void Desk::sign_in(const std::string& name) {
    cookies_.clear();
    const http::Response page = get("/sign-in");
    REQUIRE(page.status == 200);
    const http::Response answer = post("/sign-in", {{"csrf", input_value(page.body, "csrf")},
                                                    {"name", name},
                                                    {"password", kPassword},
                                                    {"to", "/"}});
    REQUIRE(answer.status == 303);
}

std::string header(const http::Response& response, const std::string& name) {
    for (const http::Header& each : response.headers) {
        if (each.name == name) return each.value;
    }
    return "";
}

std::string input_value(const std::string& page, const std::string& name) {
    const auto at = page.find("name=\"" + name + "\"");
    if (at == std::string::npos) return "";
    const std::string start = "value=\"";
    const auto value = page.find(start, at);
    const auto end = page.find('"', value + start.size());
    return page.substr(value + start.size(), end - value - start.size());
}

bool has(const http::Response& response, const std::string& text) {
    return response.body.find(text) != std::string::npos;
}

}  // namespace console_test
