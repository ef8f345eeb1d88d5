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

// kawan-server over a data folder; each figure has one of its own, since a process keeps what it
// once took.
class Serving {
public:
    Serving(const std::string& server, const std::string& data, const std::string& scratch,
            const std::string& name)
        : ready_(scratch + "/ready-" + name),
          process_({server, "serve", "--data", data, "--plain-http", "--listen", "127.0.0.1:0",
                    "--ready-file", ready_},
                   scratch + "/server-" + name) {
        const auto where = wait_for_text(ready_);
        if (!where) give_up("kawan-server did not start");
        where_ = where->substr(0, where->size() - 1);
        pause_ms(300);
    }
    const Process& process() const { return process_; }
    std::string url() const { return "http://" + where_; }
    std::uint16_t port() const {
        const auto text = std::string_view(where_).substr(where_.rfind(':') + 1);
        return static_cast<std::uint16_t>(base::json::integer_of(text).value_or(0));
    }

private:
    std::string ready_;
    Process process_;
    std::string where_;
};

std::optional<Figure> with_idle_connections(const Serving& serving) {
    const ManyLines lines(serving.port(), kIdleConnections);
    pause_ms(1000);
    if (lines.count() < kIdleConnections) {
        skip("server_rss_idle_connections", "not enough files may be open here");
        return std::nullopt;
    }
    return Figure{"server_rss_idle_connections", "MB", serving.process().memory_mb("VmRSS"),
                  std::nullopt, kIdleConnections};
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
    must(base::replace_file(units, "code,name,village,village_code\nP01,Posyandu 1,Desa Ukur,\n"));
    output_of({server, "init", "--data", data, "--centre", "Puskesmas Ukur", "--units", units},
              options.scratch);
    const std::string code = code_of_user(server, data, options.scratch);
    std::vector<Figure> found;
    {
        const Serving serving(server, data, options.scratch, "idle");
        found.push_back(
            {"server_rss_idle", "MB", serving.process().memory_mb("VmRSS"), std::nullopt, 1});
        if (auto idle = with_idle_connections(serving)) found.push_back(std::move(*idle));
    }
    const Serving serving(server, data, options.scratch, "push");
    Laptop laptop(options.scratch + "/laptop.db", enrol(serving.url(), code), serving.url());
    laptop.save(make_visits({1, n, "P01"}));
    serving.process().forget_highest();  // the start hashes a password, in 128 MiB (DESIGN 11)
    laptop.sync();
    found.push_back(
        {"server_rss_push", "MB", serving.process().memory_mb("VmHWM"), std::nullopt, n});
    return found;
}

}  // namespace

Measurement server_memory() {
    return {{"server_rss_idle", "server_rss_push", "server_rss_idle_connections"}, measure};
}

}  // namespace figures
