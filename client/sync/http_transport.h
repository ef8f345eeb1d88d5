// The way to the server over HTTP: one connection kept alive, a certificate pinned to the enrolment
// code, time limits made for links of a few kbit/s. The only place that knows curl.
#pragma once

#include "client/sync/transport.h"
#include "shared/base/result.h"

#include <atomic>
#include <chrono>
#include <memory>
#include <string>

namespace sync_client {

struct HttpSettings {
    std::string url;    // "https://192.168.1.10:8443"; "http://" only for this computer itself
    std::string pin;    // "sha256//BASE64"; empty: the certificate is verified in the ordinary way
    std::string token;  // of the device; empty while it has none
    std::chrono::seconds connect_time_max{15};
    std::chrono::seconds stall_time_max{30};  // with fewer than 100 bytes in a second
};

class HttpTransport final : public Transport {
public:
    // Connects to nothing yet. Setting `*is_cancelled` from any thread ends a running request
    // within about a second; it must outlive the transport.
    static base::Result<std::unique_ptr<HttpTransport>> open(
        HttpSettings settings, const std::atomic<bool>* is_cancelled = nullptr);
    ~HttpTransport() override;

    base::Result<HttpReply> post(const std::string& path, std::string body,
                                 protocol::Encoding encoding) override;
    base::Result<HttpReply> get(const std::string& path) override;

private:
    class Curl;
    explicit HttpTransport(std::unique_ptr<Curl> curl);
    std::unique_ptr<Curl> curl_;
};

// The pin of whatever server answers at an https address. Nothing is sent and nothing is trusted:
// the caller compares it with the start of the pin in the enrolment code before going on.
base::Result<std::string> pin_offered_by(const std::string& url);

}  // namespace sync_client
