// The local store of one user on one laptop: records, outbox, drafts, receipts, in one sealed file.
//
// Belongs to one thread at a time. Functions that write say so; each is one transaction.
#pragma once

#include "shared/base/clock.h"
#include "shared/base/random.h"
#include "shared/db/connection.h"
#include "shared/records/change.h"

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace store {

using base::Fields;
using base::Instant;
using base::RecordId;
using base::Result;
using base::Status;

// Who this device is, as enrolment told it. Kept in the store, so it is sealed like the rest.
struct Identity {
    std::string server;  // "https://192.168.1.10:8443"
    std::string pin;     // "sha256//..." or empty: ordinary certificate checks
    std::string device;
    std::string token;
    std::string user;
    std::string user_name;
    std::string role;
    std::string centre;
    std::string zone;         // IANA
    std::string box_key;      // of the centre, base64url
    std::string receipt_key;  // of the server, base64url
    std::string device_key;   // Ed25519 secret of this device, base64url
    std::string config;       // units and names, as the server sent them
    std::string choices;      // how the district counts, as it said last ("f1_row1=clockA")
    std::string closed;       // the months whose figures stay as reported ("2026-06/2026-08")
};

struct Progress {
    std::int64_t incarnation = 1;
    std::int64_t epoch = 0;
    std::int64_t last_n = 0;
    std::string head;  // chain hash of last_n
    std::int64_t acknowledged = 0;
    std::int64_t safe = 0;
    std::int64_t outcomes = 0;
    bool compared = false;  // the last round was the last of its sync, and was compared
    bool agreed = true;     // of the last comparison
    std::optional<Instant> last_sync_at;
    std::int64_t clock_offset_ms = 0;
};

struct ShownRecord {
    records::Record record;  // fields as shown: confirmed and own unresolved changes
    bool is_confirmed = false;
};

class Store {
public:
    // `connection` is open on the file already (sealed or, in tests, plain).
    static Result<Store> open(db::Connection connection);

    db::Connection& connection() { return connection_; }

    Result<Identity> identity();
    Status set_identity(const Identity& identity);
    Result<Progress> progress();
    Status set_progress(const Progress& progress);

    Result<std::string> meta(std::string_view key);
    Status set_meta(std::string_view key, std::string_view value);

    // Reading. Nothing is returned for ids that the store does not hold.
    Result<std::optional<ShownRecord>> find(std::string_view id);
    Result<std::vector<records::Record>> list(std::string_view type);
    Result<std::vector<records::Record>> naming(std::string_view target);
    Result<std::int64_t> record_count();
    Result<std::int64_t> change_count();  // her own, whatever became of them
    Result<std::string> file();           // that it lies in; empty: in memory

private:
    explicit Store(db::Connection connection) : connection_(std::move(connection)) {}
    db::Connection connection_;
    // As it was read last: it holds every form and name, and each round asks for it several times.
    std::string identity_text_;
    std::optional<Identity> identity_;
};

}  // namespace store
