// The floor: the least that a durable sync can do with the same bytes on the same machine. No
// rules, no scope, no merging, no log, no sealing: lines in, id found, upserted, committed (WAL,
// FULL).
//
// Its HTTP is the product's own, its SQLite is called bare.
#pragma once

#include "client/sync/http_transport.h"
#include "sync-server/http/server.h"

#include <cstdint>
#include <memory>
#include <mutex>
#include <string>
#include <string_view>
#include <vector>

namespace figures {

// One table of lines by id.
class FloorTable {
public:
    explicit FloorTable(const std::string& file);
    ~FloorTable();
    FloorTable(const FloorTable&) = delete;
    FloorTable& operator=(const FloorTable&) = delete;

    // All lines in one transaction, committed when it returns. The id is the member "record".
    void upsert(std::string_view lines);
    // Lines after `after` in the order they came, about `bytes_max` of them; moves `after`.
    std::string read(std::int64_t& after, std::size_t bytes_max);

private:
    struct Handle;
    std::unique_ptr<Handle> handle_;
};

// POST /v1/sync takes zstd lines; GET /v1/lines/AFTER gives zstd lines, the next AFTER first.
class FloorServer {
public:
    explicit FloorServer(const std::string& file);
    std::string url() const;

private:
    http::Response take(const http::Request& request);
    http::Response give(const http::Request& request);
    FloorTable table_;
    std::mutex one_writer_;
    std::unique_ptr<http::Server> server_;
};

// A body per batch, packed as a laptop packs it, before the clock runs.
std::vector<std::string> floor_bodies(const std::vector<std::string>& lines,
                                      const std::vector<std::int64_t>& batches);
// Posts the bodies one after the other; the milliseconds of each go to `times`.
void floor_push(const std::string& url, const std::vector<std::string>& bodies,
                std::vector<double>* times = nullptr);
// Asks once for lines after the given one, when there are none.
void floor_ask(const std::string& url, std::int64_t after);
// Downloads all lines into a table of its own; how many bytes of lines came.
std::size_t floor_pull(const std::string& url, const std::string& file);

}  // namespace figures
