#include "tools/figures/floor.h"

#include "shared/base/json.h"
#include "shared/protocol/encoding.h"
#include "shared/protocol/limits.h"
#include "tools/figures/centre.h"
#include "tools/figures/measuring.h"

#include <simdjson.h>
#include <sqlite3.h>

namespace figures {

using protocol::Encoding;

namespace {

void execute(sqlite3* database, const char* sql) {
    if (sqlite3_exec(database, sql, nullptr, nullptr, nullptr) != SQLITE_OK) {
        give_up(std::string("the floor's database: ") + sqlite3_errmsg(database));
    }
}

sqlite3_stmt* prepared(sqlite3* database, const char* sql) {
    sqlite3_stmt* statement = nullptr;
    const int rc = sqlite3_prepare_v2(database, sql, -1, &statement, nullptr);
    if (rc != SQLITE_OK) give_up(sqlite3_errmsg(database));
    return statement;
}

std::string packed(const std::string& text) {
    const int level =
        text.size() > protocol::kLargeBytes ? protocol::kZstdLevelLarge : protocol::kZstdLevel;
    return must(protocol::compress(Encoding::Zstd, text, level));
}

std::string unpacked(std::string_view bytes) {
    return must(protocol::decompress(Encoding::Zstd, bytes, protocol::kUnpackedBytesMax));
}

http::Response response_of(const std::string& text) {
    http::Response response;
    response.encoding = Encoding::Zstd;
    response.body = packed(text);
    return response;
}

std::unique_ptr<sync_client::HttpTransport> transport_to(const std::string& url) {
    sync_client::HttpSettings settings;
    settings.url = url;
    return must(sync_client::HttpTransport::open(settings));
}

}  // namespace

struct FloorTable::Handle {
    sqlite3* database = nullptr;
    sqlite3_stmt* put = nullptr;
    sqlite3_stmt* get = nullptr;
    simdjson::dom::parser parser;

    ~Handle() {
        sqlite3_finalize(put);
        sqlite3_finalize(get);
        sqlite3_close(database);
    }
};

FloorTable::FloorTable(const std::string& file) : handle_(std::make_unique<Handle>()) {
    if (sqlite3_open(file.c_str(), &handle_->database) != SQLITE_OK) give_up("no floor database");
    execute(handle_->database,
            "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL;"
            "CREATE TABLE IF NOT EXISTS line (seq INTEGER PRIMARY KEY AUTOINCREMENT, id TEXT "
            "UNIQUE NOT NULL, "
            "text TEXT NOT NULL)");
    handle_->put = prepared(handle_->database,
                            "INSERT INTO line (id, text) VALUES (?1, ?2) ON CONFLICT (id) DO "
                            "UPDATE SET text = excluded.text");
    handle_->get =
        prepared(handle_->database, "SELECT seq, text FROM line WHERE seq > ?1 ORDER BY seq");
}

FloorTable::~FloorTable() = default;

void FloorTable::upsert(std::string_view lines) {
    const simdjson::padded_string padded(lines);
    simdjson::dom::document_stream documents;
    if (handle_->parser.parse_many(padded, lines.size() + simdjson::SIMDJSON_PADDING)
            .get(documents) != simdjson::SUCCESS) {
        give_up("the floor cannot read its lines");
    }
    execute(handle_->database, "BEGIN IMMEDIATE");
    for (auto each = documents.begin(); each != documents.end(); ++each) {
        std::string_view id;
        if ((*each)["record"].get(id) != simdjson::SUCCESS) give_up("a line without an id");
        const std::string_view text = each.source();
        sqlite3_bind_text(handle_->put, 1, id.data(), static_cast<int>(id.size()), SQLITE_STATIC);
        sqlite3_bind_text(handle_->put, 2, text.data(), static_cast<int>(text.size()),
                          SQLITE_STATIC);
        if (sqlite3_step(handle_->put) != SQLITE_DONE) give_up("the floor cannot write");
        sqlite3_reset(handle_->put);
    }
    execute(handle_->database, "COMMIT");
}

std::string FloorTable::read(std::int64_t& after, std::size_t bytes_max) {
    std::string lines;
    sqlite3_bind_int64(handle_->get, 1, after);
    while (lines.size() < bytes_max && sqlite3_step(handle_->get) == SQLITE_ROW) {
        after = sqlite3_column_int64(handle_->get, 0);
        lines.append(static_cast<const char*>(sqlite3_column_blob(handle_->get, 1)),
                     static_cast<std::size_t>(sqlite3_column_bytes(handle_->get, 1)));
        lines += '\n';
    }
    sqlite3_reset(handle_->get);
    return lines;
}

FloorServer::FloorServer(const std::string& file) : table_(file) {
    http::Router router;
    router.add("POST", "/v1/sync", [this](http::Request&& request) { return take(request); });
    router.add("GET", "/v1/lines/{after}",
               [this](http::Request&& request) { return give(request); });
    http::Config config;
    config.plain_http = true;
    server_ = must(http::Server::start(config, std::move(router)));
}

std::string FloorServer::url() const {
    return loopback_url(*server_);
}

http::Response FloorServer::take(const http::Request& request) {
    const std::string lines = unpacked(request.body);
    const std::lock_guard guard(one_writer_);
    table_.upsert(lines);
    return http::Response();
}

http::Response FloorServer::give(const http::Request& request) {
    std::int64_t after = base::json::integer_of(request.parameter("after")).value_or(0);
    const std::lock_guard guard(one_writer_);
    const std::string lines = table_.read(after, protocol::kAnswerBytesDefault);
    return response_of(std::to_string(after) + "\n" + lines);
}

std::vector<std::string> floor_bodies(const std::vector<std::string>& lines,
                                      const std::vector<std::int64_t>& batches) {
    std::vector<std::string> bodies;
    std::size_t next = 0;
    for (const std::int64_t batch : batches) {
        std::string text;
        for (std::int64_t i = 0; i < batch && next < lines.size(); ++i) {
            text += lines[next++];
            text += '\n';
        }
        if (!text.empty()) bodies.push_back(packed(text));
    }
    CHECK(next == lines.size());
    return bodies;
}

void floor_push(const std::string& url, const std::vector<std::string>& bodies,
                std::vector<double>* times) {
    const auto transport = transport_to(url);
    for (const std::string& body : bodies) {
        const Stopwatch watch;
        const auto reply = must(transport->post("/v1/sync", body, Encoding::Zstd));
        if (reply.status != 200) give_up("the floor's server refused");
        if (times != nullptr) times->push_back(watch.ms());
    }
}

void floor_ask(const std::string& url, std::int64_t after) {
    const auto reply = must(transport_to(url)->get("/v1/lines/" + std::to_string(after)));
    if (reply.status != 200) give_up("the floor's server refused");
}

std::size_t floor_pull(const std::string& url, const std::string& file) {
    const auto transport = transport_to(url);
    FloorTable table(file);
    std::string after = "0";
    std::size_t bytes = 0;
    for (;;) {
        const auto reply = must(transport->get("/v1/lines/" + after));
        const std::string text = unpacked(reply.body);
        const auto end = text.find('\n');
        const auto lines = std::string_view(text).substr(end + 1);
        if (lines.empty()) return bytes;
        table.upsert(lines);
        after = text.substr(0, end);
        bytes += lines.size();
    }
}

}  // namespace figures
