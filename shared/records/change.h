// A change: one write of one device, numbered and chained (SYNC, words).
//
// `n` and the hash of the change before are not in the line: they follow from its place in the
// device's chain, so a line cannot lie about them and costs nothing for them on the wire.
#pragma once

#include "shared/records/record.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace records {

using base::Instant;

struct Change {
    RecordId record;
    std::string type;
    std::string unit;
    Revision base;             // of the confirmed record that the author saw; zero for a new one
    Fields set;                // null takes a field out
    std::string form_version;  // "1"
    Instant made_at;           // by the device's clock: a label, it decides nothing
    std::string reason;        // of a correction or a retraction
    std::optional<std::int64_t> mends;  // the quarantined n that this one mends
    std::string decides;                // the conflict that this one closes
    std::string merge = {};             // the joining of two records that this one is part of
};

std::string to_line(const Change& change);  // without a line end
base::Result<Change> parse_change(std::string_view line);

// The chain: 32 hexadecimal digits. The head before the first change is the empty string.
std::string chain_hash(std::string_view head_before, std::int64_t n, std::string_view line);

}  // namespace records
