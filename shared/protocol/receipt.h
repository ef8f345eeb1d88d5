// The server's signed word that it holds a device's changes up to some n (SYNC 20).
#pragma once

#include "shared/base/date.h"
#include "shared/base/id.h"
#include "shared/base/result.h"

#include <cstdint>
#include <map>
#include <string>
#include <string_view>

namespace protocol {

struct Receipt {
    base::DeviceId device;
    std::int64_t epoch = 0;
    std::int64_t first_n = 0;
    std::int64_t last_n = 0;
    std::string head;                            // chain hash of last_n
    std::map<std::string, std::int64_t> counts;  // outcome kind -> how many
    base::Instant at;                            // by the server's clock
    std::string signature;                       // Ed25519 over signed_text(), base64url
};

std::string signed_text(const Receipt& receipt);  // the exact bytes that are signed
std::string to_json(const Receipt& receipt);
base::Result<Receipt> parse_receipt(std::string_view json);

}  // namespace protocol
