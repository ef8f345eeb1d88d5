// How often a name or an address may fail to sign in. After five failures the wait doubles from 30
// seconds to 15 minutes; a success or a quiet hour ends it. Kept in memory: a restart forgives.
// A try counts as failed when it begins, so that many at once are no more than one after the other.
#pragma once

#include "shared/base/date.h"

#include <map>
#include <mutex>
#include <string>
#include <string_view>

namespace console {

class SignInLimits {
public:
    // False: not now. Else it counts, until it is said that it was none or went well.
    bool begin(std::string_view key, base::Instant now);
    void was_none(std::string_view key);  // given back: nothing was compared, or it was no guess
    void succeeded(std::string_view key);

private:
    struct Tries {
        int failures = 0;
        base::Instant last;
    };
    static std::int64_t wait_ms(int failures);
    static bool is_quiet(const Tries& tries, base::Instant now);
    void forget_old(base::Instant now);

    std::mutex lock_;
    std::map<std::string, Tries, std::less<>> tries_;
};

}  // namespace console
