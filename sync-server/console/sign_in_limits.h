// How often a name or an address may fail to sign in. After five failures the wait doubles from 30
// seconds to 15 minutes; a success or a quiet hour ends it. Kept in memory: a restart forgives.
#pragma once

#include "shared/base/date.h"

#include <map>
#include <mutex>
#include <string>
#include <string_view>

namespace console {

class SignInLimits {
public:
    // May it be tried now?
    bool may_try(std::string_view key, base::Instant now);
    void failed(std::string_view key, base::Instant now);
    void succeeded(std::string_view key);

private:
    struct Tries {
        int failures = 0;
        base::Instant last;
    };
    static std::int64_t wait_ms(int failures);
    void forget_old(base::Instant now);

    std::mutex lock_;
    std::map<std::string, Tries, std::less<>> tries_;
};

}  // namespace console
