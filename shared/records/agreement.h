// What both sides of a sync compare: how many records, and a hash of all of them (SYNC 18).
//
// The hash is the sum modulo 2^64 of a hash per record, so it is kept up to date by adding the new
// text and taking the old one away, in any order.
#pragma once

#include "shared/records/record.h"

#include <cstdint>
#include <string>
#include <string_view>

namespace records {

struct Agreement {
    std::int64_t count = 0;
    std::uint64_t hash = 0;

    void add(std::uint64_t row_hash);
    void remove(std::uint64_t row_hash);
    auto operator<=>(const Agreement&) const = default;
};

// Of one confirmed record; `fields_text` is Fields::to_json().
std::uint64_t row_hash(std::string_view record_id, Revision revision, std::string_view fields_text);

std::string hash_text(std::uint64_t hash);  // 16 hexadecimal digits
std::uint64_t parse_hash(std::string_view text);

// Records fall into 256 buckets by the last two digits of their id, for finding what differs.
inline constexpr int kBuckets = 256;
int bucket_of(std::string_view record_id);

}  // namespace records
