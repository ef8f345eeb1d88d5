#include "client/app/window/post/network_here.h"

#include <arpa/inet.h>
#include <ifaddrs.h>
#include <net/if.h>
#include <netinet/in.h>
#include <sys/socket.h>

#include <array>
#include <memory>
#include <set>

namespace client_app {

namespace {

// "" for what leads nowhere: loopback, an interface that is down, an address of the cable only.
std::string address_of(const ifaddrs& each) {
    const bool is_up = (each.ifa_flags & IFF_UP) != 0 && (each.ifa_flags & IFF_RUNNING) != 0;
    if (!is_up || (each.ifa_flags & IFF_LOOPBACK) != 0 || each.ifa_addr == nullptr) return {};
    std::array<char, INET6_ADDRSTRLEN> text{};
    const int family = each.ifa_addr->sa_family;
    if (family == AF_INET) {
        const auto* address = reinterpret_cast<const sockaddr_in*>(each.ifa_addr);
        inet_ntop(family, &address->sin_addr, text.data(), text.size());
    } else if (family == AF_INET6) {
        const auto* address = reinterpret_cast<const sockaddr_in6*>(each.ifa_addr);
        if (IN6_IS_ADDR_LINKLOCAL(&address->sin6_addr)) return {};
        inet_ntop(family, &address->sin6_addr, text.data(), text.size());
    }
    return text.data();
}

}  // namespace

std::string network_here() {
    ifaddrs* first = nullptr;
    if (getifaddrs(&first) != 0) return {};
    const std::unique_ptr<ifaddrs, void (*)(ifaddrs*)> all(first, freeifaddrs);
    std::set<std::string> found;
    for (const ifaddrs* each = first; each != nullptr; each = each->ifa_next) {
        const std::string address = address_of(*each);
        if (!address.empty()) found.insert(address);
    }
    std::string text;
    for (const std::string& address : found) text += address + " ";
    return text;
}

}  // namespace client_app
