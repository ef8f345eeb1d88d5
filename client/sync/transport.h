// One request to the server and its whole answer: what a sync round is driven through. The real one
// is HttpTransport; tests and the simulator have their own. Not for several threads at once.
#pragma once

#include "shared/base/result.h"
#include "shared/protocol/encoding.h"

#include <cstdint>
#include <string>

// Not `sync`: that is a function of unistd.h.
namespace sync_client {

struct HttpReply {
    int status = 0;
    std::string content_type;
    protocol::Encoding encoding = protocol::Encoding::Identity;  // of `body`, not yet undone
    std::string body;
    // What a server that is busy asks for (Retry-After); 0: it says nothing of it.
    std::int64_t retry_after_ms = 0;
    // Headers included; the TLS layer and the connection's setting up are not.
    std::int64_t bytes_sent = 0;
    std::int64_t bytes_received = 0;
};

class Transport {
public:
    virtual ~Transport() = default;
    // `path` begins with "/"; `body` is already in `encoding`. Any HTTP status is a reply. Errors:
    // Network (no connection, timed out, stopped, or what answered cannot be our server) and
    // Refused (the certificate is not that of the server that the enrolment code names).
    virtual base::Result<HttpReply> post(const std::string& path, std::string body,
                                         protocol::Encoding encoding) = 0;
    virtual base::Result<HttpReply> get(const std::string& path) = 0;
};

}  // namespace sync_client
