// What the server's own process takes, idle and after a push.
#include "client/sync/http_transport.h"
#include "shared/base/file.h"
#include "shared/base/json.h"
#include "shared/crypto/encoding.h"
#include "shared/crypto/keys.h"
#include "tools/figures/figure.h"
#include "tools/figures/laptop.h"
#include "tools/figures/many_lines.h"
#include "tools/figures/measuring.h"
#include "tools/figures/process.h"
#include "tools/figures/visits.h"

namespace figures {

namespace {

constexpr std::int64_t kVisits = 10'000;
constexpr int kIdleConnections = 5'000;

// The code on the slip of a new user.
std::string code_of_user(const std::string& server, const std::string& data,
                         const std::string& scratch) {
    const std::string out = output_of(
        {server, "user", "add", "Bu Satu", "--data", data, "--unit", "P01", "--json"}, scratch);
    auto rows = base::json::parse_array(out);
    const std::string first = rows.ok() && !rows.value().empty() ? rows.value().front() : out;
    return must(base::json::Object::parse(first)).string("code").value_or("");
}

protocol::EnrolAnswer enrol(const std::string& url, const std::string& code) {
    const auto parsed = must(protocol::parse_enrolment_code(code));
    const auto key = crypto::SigningKey::generate();
    const protocol::EnrolRequest request{crypto::to_base32(parsed.secret), key.verify_key().text(),
                                         "laptop", "0.1.0"};
    sync_client::HttpSettings settings;
    settings.url = url;
    const auto transport = must(sync_client::HttpTransport::open(settings));
    const auto reply =
        must(transport->post("/v1/enrol", to_json(request), protocol::Encoding::Identity));
    if (reply.status != 200) give_up("the server refused the enrolment");
    const auto text = must(protocol::decompress(reply.encoding, reply.body, 1 << 24));
    return must(protocol::parse_enrol_answer(text));
}

// Before the push: what it takes stays the process's.
std::optional<Figure> with_idle_connections(const Process& process, const std::string& where) {
    const auto port = base::json::integer_of(
        std::string_view(where).substr(where.rfind(':') + 1, where.size() - where.rfind(':') - 2));
    const ManyLines lines(static_cast<std::uint16_t>(port.value_or(0)), kIdleConnections);
    pause_ms(1000);
    if (lines.count() < kIdleConnections) {
        skip("server_rss_idle_connections", "not enough files may be open here");
        return std::nullopt;
    }
    return Figure{"server_rss_idle_connections", "MB", process.memory_mb("VmRSS"), std::nullopt,
                  kIdleConnections};
}

std::vector<Figure> measure(const Options& options) {
    const std::string server = options.programs + "/kawan-server";
    if (!base::file_exists(server)) {
        skip("server_rss_*", "kawan-server is not built");
        return {};
    }
    const std::int64_t n = options.n.value_or(kVisits);
    const std::string data = options.scratch + "/centre";
    const std::string units = options.scratch + "/units.csv";
    const std::string ready = options.scratch + "/ready";
    must(base::replace_file(units, "code,name,village,village_code\nP01,Posyandu 1,Desa Ukur,\n"));
    output_of({server, "init", "--data", data, "--centre", "Puskesmas Ukur", "--units", units},
              options.scratch);
    const std::string code = code_of_user(server, data, options.scratch);
    Process process({server, "serve", "--data", data, "--plain-http", "--listen", "127.0.0.1:0",
                     "--ready-file", ready},
                    options.scratch + "/server");
    const auto where = wait_for_text(ready);
    if (!where) give_up("kawan-server did not start");
    pause_ms(300);
    const double idle = process.memory_mb("VmRSS");
    const auto idle_connections = with_idle_connections(process, *where);
    const std::string url = "http://" + where->substr(0, where->size() - 1);
    Laptop laptop(options.scratch + "/laptop.db", enrol(url, code), url);
    laptop.save(make_visits({1, n, "P01"}));
    laptop.sync();
    std::vector<Figure> found = {
        {"server_rss_idle", "MB", idle, std::nullopt, 1},
        {"server_rss_push", "MB", process.memory_mb("VmHWM"), std::nullopt, n}};
    if (idle_connections) found.push_back(*idle_connections);
    return found;
}

}  // namespace

Measurement server_memory() {
    return {{"server_rss_idle", "server_rss_push", "server_rss_idle_connections"}, measure};
}

}  // namespace figures
