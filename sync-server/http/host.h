// Who counts as one host where requests are counted: limits go by it, not by the whole address.
#pragma once

#include <string>

namespace http {

// Of IPv6 the network part, since one host may use all 2^64 addresses of it; of the addresses that
// hold within one cable (fe80::), and of IPv4, also written as IPv6, the address itself.
std::string host_of(const std::string& numeric_address);

}  // namespace http
