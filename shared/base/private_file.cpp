#include "shared/base/private_file.h"

#include <sys/resource.h>
#include <sys/stat.h>

namespace base {

void keep_database_private(const std::string& path) {
    constexpr mode_t kOwnersOnly = 0600;
    for (const char* ending : {"", "-wal", "-shm"}) {
        static_cast<void>(::chmod((path + ending).c_str(), kOwnersOnly));
    }
}

void leave_no_core() {
    const rlimit none{0, 0};
    static_cast<void>(::setrlimit(RLIMIT_CORE, &none));
}

}  // namespace base
