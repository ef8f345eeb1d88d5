#include "client/app/keeping/store_hold.h"

#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

#include <cerrno>

namespace client_app {

Result<std::unique_ptr<StoreHold>> StoreHold::take(const StoreFile& file) {
    const std::string path = file.database + ".window";
    const int opened = ::open(path.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0600);
    if (opened < 0) {
        return base::Error{base::ErrorCode::Storage, "the store's lock file cannot be opened"};
    }
    if (::flock(opened, LOCK_EX | LOCK_NB) == 0) {
        return std::unique_ptr<StoreHold>(new StoreHold(opened));
    }
    const bool is_held = errno == EWOULDBLOCK;
    ::close(opened);
    if (is_held) return std::unique_ptr<StoreHold>();
    return base::Error{base::ErrorCode::Storage, "the store's lock file cannot be locked"};
}

StoreHold::~StoreHold() {
    ::close(file_);
}

}  // namespace client_app
