#include "shared/crypto/init.h"

#include "shared/base/result.h"

#include <sodium.h>

namespace crypto {

void init() {
    static const bool is_ready = sodium_init() >= 0;
    CHECK(is_ready);
}

}  // namespace crypto
