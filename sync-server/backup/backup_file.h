// A backup as a file (.kbk): a database, packed and sealed to the health centre's backup key.
//
//   "KAWANKBK" version(1) | size(4) label (JSON, in the open) | sealed data key | pieces
//   piece: size(4) sealed bytes; the first is the manifest, the others hold 1 MiB each, zstd
//
// Every piece is sealed under the data key together with the hash of all that stands before the
// pieces, its number, and whether it is the last: what was flipped, cut, swapped, left out or
// appended is refused. Numbers are little-endian.
#pragma once

#include "shared/base/date.h"
#include "shared/crypto/keys.h"

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>

namespace backup {

using base::Result;
using base::Status;

// In the open: nobody's data.
struct Label {
    std::string centre;  // the health centre's name
    std::string key;     // key_name of the key that opens it
    base::Instant made_at;
    std::int64_t epoch = 0;
    bool operator==(const Label&) const = default;
};

struct Contents {
    Label label;
    std::string manifest;
};

using IsStopped = std::function<bool()>;  // asked between pieces

// Packs the file `database` into `path`; not synced.
Status write_backup_file(const std::string& path, const Label& label,
                         const crypto::BoxPublicKey& to, std::string_view manifest,
                         const std::string& database, const IsStopped& is_stopped = {});

// Reads only the beginning; nothing vouches for it.
Result<Label> read_label(const std::string& path);

// Unpacks the database into the file `database`, which is meaningless after an error. Refused: the
// backup was made with another key; Malformed: no backup, cut, or changed; Unsupported: newer.
Result<Contents> read_backup_file(const std::string& path, const crypto::BoxKey& key,
                                  const std::string& database);

}  // namespace backup
