#include "sync-server/http/host.h"

#include <arpa/inet.h>
#include <algorithm>
#include <array>

namespace http {

namespace {

constexpr std::size_t kNetworkBytes = 8;

std::string text_of(const in6_addr& address) {
    std::array<char, INET6_ADDRSTRLEN> text{};
    const bool is_written = inet_ntop(AF_INET6, &address, text.data(), text.size()) != nullptr;
    return is_written ? std::string(text.data()) : std::string();
}

}  // namespace

std::string host_of(const std::string& numeric_address) {
    constexpr std::string_view kFourInSix = "::ffff:";
    const std::string address = numeric_address.substr(0, numeric_address.find('%'));
    in6_addr six{};
    if (inet_pton(AF_INET6, address.c_str(), &six) != 1) return address;
    const std::string written = text_of(six);
    if (IN6_IS_ADDR_V4MAPPED(&six)) return written.substr(kFourInSix.size());
    if (IN6_IS_ADDR_LINKLOCAL(&six)) return written;
    std::fill(std::begin(six.s6_addr) + kNetworkBytes, std::end(six.s6_addr), std::uint8_t{0});
    return text_of(six) + "/64";
}

}  // namespace http
