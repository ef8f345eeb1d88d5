// The first line of a sync request: who speaks, how far it is, what it holds.
#pragma once

#include "shared/base/id.h"
#include "shared/base/result.h"
#include "shared/protocol/receipt.h"
#include "shared/records/record.h"

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace protocol {

using Cursors = std::map<std::string, std::int64_t>;  // unit -> sequence number seen

// The device follows a server that was restored from a backup (SYNC 22). The sums of one unit are
// in the hello's `buckets`; the lines behind the hello are record lines that only the device holds.
struct Turn {
    std::int64_t to = 0;   // the server's epoch
    bool is_last = false;  // all units are gone through: where do our histories part?
};

struct Hello {
    int protocol = 1;
    base::DeviceId device;
    std::int64_t incarnation = 1;
    std::int64_t epoch = 0;     // 0: knows no server yet
    std::int64_t last_n = 0;    // the last change made on the device, sent or not
    std::int64_t first_n = 1;   // of the change lines that follow
    std::int64_t count = 0;     // how many change lines follow
    std::string before;         // chain hash of the change first_n - 1
    std::string head;           // chain hash of last_n
    std::string ask;            // names the state that asks; the answer says it again
    std::int64_t outcomes = 0;  // cursor of the outcome feed
    Cursors cursors;
    bool agreed = true;       // the comparison after the last round
    bool knows_moves = true;  // false: it was never told which of its records moved before
    std::map<std::string, std::vector<std::string>> buckets;  // for those: 256 sums each
    std::int64_t clock_ms = 0;            // the laptop's clock when this was written
    std::optional<std::int64_t> free_mb;  // on the disk of its store (rounded_free_mb)
    std::string app;                      // "0.1.0"
    std::string config;                   // digest of the units and names it has
    std::string forms;                    // digest of the forms it has
    std::int64_t bytes_max = 0;           // of the answer, unpacked, that it wishes; 0: the default
    std::optional<Turn> turn;
    // Of change lines that a server before its restore had taken already: n -> the revision that
    // the record got by it.
    std::map<std::int64_t, records::Revision> was;
    // The furthest that the server ever signed for this device: shown when it refused the device as
    // one that knows more than it does, and on a stick. Proves which of the two is right (SYNC 22).
    std::optional<Receipt> receipt;
};

// `ask` of a device that is so far: a short name, equal only if all of it is.
std::string ask_of(std::int64_t incarnation, std::int64_t acknowledged, std::int64_t outcomes,
                   const Cursors& cursors);

// Free bytes as a hello tells them: in MB, down to the next of 0, 1, 2, 5, 10, 20, 50, … More would
// say more of the laptop than anybody needs to know.
std::int64_t rounded_free_mb(std::int64_t bytes);

std::string to_line(const Hello& hello);
base::Result<Hello> parse_hello(std::string_view line);

}  // namespace protocol
