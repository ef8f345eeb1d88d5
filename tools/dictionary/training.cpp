#include "tools/dictionary/conversation.h"

#include "shared/base/result.h"

#include <zdict.h>

namespace dictionary {

std::string trained(const std::vector<std::string>& bodies, std::size_t bytes_max) {
    std::string all;
    std::vector<std::size_t> sizes;
    for (const std::string& body : bodies) {
        all += body;
        sizes.push_back(body.size());
    }
    std::string bytes(bytes_max, '\0');
    const std::size_t size = ZDICT_trainFromBuffer(
        bytes.data(), bytes.size(), all.data(), sizes.data(), static_cast<unsigned>(sizes.size()));
    CHECK(ZDICT_isError(size) == 0);
    bytes.resize(size);
    return bytes;
}

}  // namespace dictionary
