// A health centre, a bad way to it, and what is checked after everything that was done to them.
#pragma once

#include "shared/base/random.h"
#include "tests/end_to_end/actors.h"
#include "tests/proxy/proxy.h"

#include <functional>
#include <map>
#include <mutex>
#include <string>

namespace end_to_end {

// Said by whoever runs a random test, so that it can be run again: KAWAN_SEED=...
std::uint64_t seed_of_run();
// As many as KAWAN_KILLS says, or `otherwise`.
int kills_wanted(int otherwise);

class Village {
public:
    // `centre`: its folder's name in the scratch folder.
    explicit Village(const std::string& centre = "centre");

    Scratch scratch;
    Centre centre;

    // Of each new connection, decided with the number of the connection. Without one: a good way.
    void suffer(std::function<proxy::Fate(int)> fate);
    // Enrolled by the bad way, which is good while she does it.
    Laptop enrolled(const std::string& user, const std::string& folder);

    // A command killed while its PIN was tried counts as a wrong PIN: the next is asked to wait. It
    // waits, and asks again.
    static Finished patiently(const Laptop& laptop, const std::vector<std::string>& words);

    // Lines for `kawan import`: households named PREFIX-1 and so on.
    std::string households(const std::string& prefix, int count) const;
    void import(const Laptop& laptop, const std::string& prefix, int count) const;

    // Sends until nothing waits and both sides agree, or gives up after `tries`.
    int sync_until_green(const Laptop& laptop, int tries) const;
    // How often each household's name stands at the health centre.
    std::map<std::string, int> names_at_centre() const;
    // Each of PREFIX-1..count once, there and nothing lost on the way.
    void check_whole(const std::string& prefix, int count) const;
    int connections() const { return way_->connections(); }

private:
    std::mutex mutex_;
    std::function<proxy::Fate(int)> fate_;
    std::unique_ptr<proxy::Proxy> way_;
    std::map<std::string, std::string> codes_;
};

}  // namespace end_to_end
