// Joinings that were taken back, and what laptops that had not heard of it yet recorded since.
#pragma once

#include "shared/db/connection.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace server_store {

struct Parting {
    std::string merge;   // its merge_log record's id
    std::string winner;  // who was kept
    // Who has read this unit's feed as far knows that they are two.
    std::string unit;
    std::int64_t seq = 0;
};
base::Status put_parting(db::Connection& connection, const Parting& parting);
base::Result<std::vector<Parting>> partings(db::Connection& connection);

// A record that names the winner, and may be about the other.
base::Status put_late_word(db::Connection& connection, std::string_view merge,
                           std::string_view record);
base::Result<std::vector<std::string>> late_words(db::Connection& connection,
                                                  std::string_view merge);
base::Result<std::int64_t> count_late_words(db::Connection& connection);  // of all merges
base::Status settle_late_word(db::Connection& connection, std::string_view merge,
                              std::string_view record);

}  // namespace server_store
