#include "client/sync/tls_sessions.h"

#include "shared/base/result.h"

#include <array>
#include <memory>
#include <mutex>

namespace sync_client {

namespace {

class Sessions {
public:
    Sessions() : share_(curl_share_init(), &curl_share_cleanup) {
        CHECK(share_ != nullptr);
        curl_share_setopt(share_.get(), CURLSHOPT_SHARE, CURL_LOCK_DATA_SSL_SESSION);
        curl_share_setopt(share_.get(), CURLSHOPT_LOCKFUNC, &Sessions::lock);
        curl_share_setopt(share_.get(), CURLSHOPT_UNLOCKFUNC, &Sessions::unlock);
        curl_share_setopt(share_.get(), CURLSHOPT_USERDATA, this);
    }
    CURLSH* share() const { return share_.get(); }

private:
    static void lock(CURL*, curl_lock_data what, curl_lock_access, void* self) {
        static_cast<Sessions*>(self)->locks_[what].lock();
    }
    static void unlock(CURL*, curl_lock_data what, void* self) {
        static_cast<Sessions*>(self)->locks_[what].unlock();
    }
    std::array<std::mutex, CURL_LOCK_DATA_LAST + 1> locks_;
    std::unique_ptr<CURLSH, decltype(&curl_share_cleanup)> share_;
};

}  // namespace

CURLSH* tls_sessions() {
    static Sessions sessions;
    return sessions.share();
}

}  // namespace sync_client
