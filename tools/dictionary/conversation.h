// Requests and answers of short rounds, as a dictionary learns from them: invented from a seed.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace dictionary {

// Each text is one body. In half of the pairs nothing new travels; the rest carry one record.
std::vector<std::string> short_bodies(std::uint64_t seed);

// zstd's training over them. Equal texts give equal bytes with equal versions of zstd.
std::string trained(const std::vector<std::string>& bodies, std::size_t bytes_max);

}  // namespace dictionary
