#include "client/sync/http_transport.h"

#include "client/sync/tls_sessions.h"
#include "shared/base/json.h"
#include "shared/protocol/pin.h"

#include <curl/curl.h>
#include <algorithm>
#include <utility>

namespace sync_client {

using base::Error;
using base::ErrorCode;
using base::Result;
using base::Status;
using protocol::Encoding;

namespace {

// Several times what a server sends at most (protocol/limits.h); beyond it, it is not ours.
constexpr std::size_t kAnswerBytesMax = 64 * 1024 * 1024;
constexpr long kStallBytesPerSecond = 100;
// An older server passes over the name that it does not know.
constexpr const char* kAccepted = "Accept-Encoding: k1, zstd, gzip";

using Handle = std::unique_ptr<CURL, decltype(&curl_easy_cleanup)>;

class HeaderList {
public:
    void add(const std::string& line) {
        list_.reset(curl_slist_append(list_.release(), line.c_str()));
    }
    curl_slist* get() const { return list_.get(); }

private:
    std::unique_ptr<curl_slist, decltype(&curl_slist_free_all)> list_{nullptr,
                                                                      &curl_slist_free_all};
};

// What curl reports while a request runs.
struct Exchange {
    HttpReply reply;
    bool is_too_large = false;
    const std::atomic<bool>* is_cancelled = nullptr;
};

std::size_t on_body(char* bytes, std::size_t, std::size_t count, void* context) {
    auto& exchange = *static_cast<Exchange*>(context);
    exchange.is_too_large = count > kAnswerBytesMax - exchange.reply.body.size();
    if (exchange.is_too_large) return 0;
    exchange.reply.body.append(bytes, count);
    return count;
}

int on_progress(void* context, curl_off_t, curl_off_t, curl_off_t, curl_off_t) {
    if (context == nullptr) return 0;
    const auto* is_cancelled = static_cast<Exchange*>(context)->is_cancelled;
    return is_cancelled != nullptr && is_cancelled->load() ? 1 : 0;
}

// curl's own sums leave out parts of a body sent late; its trace shows every byte.
int on_trace(CURL*, curl_infotype kind, char*, std::size_t size, void* context) {
    if (context == nullptr) return 0;
    HttpReply& reply = static_cast<Exchange*>(context)->reply;
    const auto bytes = static_cast<std::int64_t>(size);
    if (kind == CURLINFO_HEADER_OUT || kind == CURLINFO_DATA_OUT) reply.bytes_sent += bytes;
    if (kind == CURLINFO_HEADER_IN || kind == CURLINFO_DATA_IN) reply.bytes_received += bytes;
    return 0;
}

long seconds(std::chrono::seconds time) {
    return static_cast<long>(time.count());
}

struct Place {
    bool is_secure = false;
    bool is_this_computer = false;
};

Result<Place> parse_place(const std::string& url) {
    const std::unique_ptr<CURLU, decltype(&curl_url_cleanup)> parts(curl_url(), &curl_url_cleanup);
    const auto part = [&parts](CURLUPart which) {
        char* text = nullptr;
        curl_url_get(parts.get(), which, &text, 0);
        const std::unique_ptr<char, decltype(&curl_free)> owner(text, &curl_free);
        return std::string(text == nullptr ? "" : text);
    };
    if (curl_url_set(parts.get(), CURLUPART_URL, url.c_str(), 0) != CURLUE_OK) {
        return Error{ErrorCode::Usage, "the server's address is not a web address"};
    }
    const std::string host = part(CURLUPART_HOST);
    Place place;
    place.is_secure = part(CURLUPART_SCHEME) == "https";
    place.is_this_computer = host == "localhost" || host == "127.0.0.1" || host == "[::1]";
    if (!place.is_secure && part(CURLUPART_SCHEME) != "http") {
        return Error{ErrorCode::Usage, "the server's address must begin with https://"};
    }
    if (!place.is_secure && !place.is_this_computer) {
        return Error{ErrorCode::Usage, "without https only a server on this computer is spoken to"};
    }
    return place;
}

Handle make_handle(const Place& place) {
    static const CURLcode started = curl_global_init(CURL_GLOBAL_DEFAULT);
    CHECK(started == CURLE_OK);
    Handle handle(curl_easy_init(), &curl_easy_cleanup);
    CHECK(handle != nullptr);
    CURL* curl = handle.get();
    curl_easy_setopt(curl, CURLOPT_NOSIGNAL, 1L);
    curl_easy_setopt(curl, CURLOPT_HTTP_VERSION, CURL_HTTP_VERSION_1_1);
    curl_easy_setopt(curl, CURLOPT_SSLVERSION, CURL_SSLVERSION_TLSv1_2);
    curl_easy_setopt(curl, CURLOPT_TCP_NODELAY, 1L);
    curl_easy_setopt(curl, CURLOPT_TCP_KEEPALIVE, 1L);
    curl_easy_setopt(curl, CURLOPT_WRITEFUNCTION, &on_body);
    curl_easy_setopt(curl, CURLOPT_XFERINFOFUNCTION, &on_progress);
    curl_easy_setopt(curl, CURLOPT_NOPROGRESS, 0L);
    curl_easy_setopt(curl, CURLOPT_DEBUGFUNCTION, &on_trace);
    curl_easy_setopt(curl, CURLOPT_VERBOSE, 1L);  // to on_trace, not to anybody's screen
    if (place.is_this_computer) curl_easy_setopt(curl, CURLOPT_PROXY, "");
    return handle;
}

// The key itself is compared, so that neither the name nor the issuer says anything more.
void trust_pin(CURL* curl, const std::string& pin) {
    curl_easy_setopt(curl, CURLOPT_PINNEDPUBLICKEY, pin.c_str());
    curl_easy_setopt(curl, CURLOPT_SSL_VERIFYPEER, 0L);
    curl_easy_setopt(curl, CURLOPT_SSL_VERIFYHOST, 0L);
}

Error wrong_server() {
    return {ErrorCode::Refused, "the server is not the one that the enrolment code names"};
}
Error not_ours() {
    return {ErrorCode::Network, "what answered is not our server"};
}

Error to_error(CURLcode code, const Exchange& exchange) {
    if (exchange.is_too_large) return not_ours();
    switch (code) {
        case CURLE_SSL_PINNEDPUBKEYNOTMATCH:
        case CURLE_PEER_FAILED_VERIFICATION:
            return wrong_server();
        case CURLE_OPERATION_TIMEDOUT:
            return {ErrorCode::Network, "the connection timed out"};
        case CURLE_ABORTED_BY_CALLBACK:
            return {ErrorCode::Network, "the transfer was stopped"};
        case CURLE_SSL_CONNECT_ERROR:
            return {ErrorCode::Network, "no secure connection to the server could be made"};
        case CURLE_WEIRD_SERVER_REPLY:
        case CURLE_UNSUPPORTED_PROTOCOL:  // an answer without a status line
        case CURLE_HTTP2:
            return not_ours();
        case CURLE_SEND_ERROR:
        case CURLE_RECV_ERROR:
        case CURLE_GOT_NOTHING:
        case CURLE_PARTIAL_FILE:
            return {ErrorCode::Network, "the connection to the server was cut"};
        default:
            return {ErrorCode::Network, "no connection to the server"};
    }
}

void report_to(CURL* curl, Exchange* exchange) {
    curl_easy_setopt(curl, CURLOPT_WRITEDATA, exchange);
    curl_easy_setopt(curl, CURLOPT_XFERINFODATA, exchange);
    curl_easy_setopt(curl, CURLOPT_DEBUGDATA, exchange);
}

// The server's own certificate of a connection made with CURLOPT_CERTINFO, as PEM, or empty.
std::string first_certificate(CURL* curl) {
    curl_certinfo* chain = nullptr;
    curl_easy_getinfo(curl, CURLINFO_CERTINFO, &chain);
    if (chain == nullptr || chain->num_of_certs < 1) return {};
    constexpr std::string_view kField = "Cert:";
    for (const curl_slist* each = chain->certinfo[0]; each != nullptr; each = each->next) {
        const std::string_view line = each->data;
        if (line.starts_with(kField)) return std::string(line.substr(kField.size()));
    }
    return {};
}

// The last header of that name in the answer, or empty.
std::string answer_header(CURL* curl, const char* name) {
    curl_header* header = nullptr;
    if (curl_easy_header(curl, name, 0, CURLH_HEADER, -1, &header) != CURLHE_OK) return {};
    return header->value;
}

// Seconds, as our server writes them. Nobody is kept waiting for longer than he would wait anyway.
std::int64_t retry_after_ms(const std::string& text) {
    constexpr std::int64_t kSecondsMax = 600;
    const auto wished = base::json::integer_of(text).value_or(0);
    return std::clamp<std::int64_t>(wished, 0, kSecondsMax) * 1000;
}

}  // namespace

class HttpTransport::Curl {
public:
    Curl(HttpSettings settings, const Place& place, const std::atomic<bool>* is_cancelled)
        : settings_(std::move(settings)), is_cancelled_(is_cancelled), handle_(make_handle(place)) {
        CURL* curl = handle_.get();
        if (place.is_secure && !settings_.pin.empty()) trust_pin(curl, settings_.pin);
        curl_easy_setopt(curl, CURLOPT_SHARE, tls_sessions());
        curl_easy_setopt(curl, CURLOPT_CONNECTTIMEOUT, seconds(settings_.connect_time_max));
        curl_easy_setopt(curl, CURLOPT_LOW_SPEED_TIME, seconds(settings_.stall_time_max));
        curl_easy_setopt(curl, CURLOPT_LOW_SPEED_LIMIT, kStallBytesPerSecond);
    }

    Result<HttpReply> post(const std::string& path, const std::string& body, Encoding encoding) {
        HeaderList headers = common_headers();
        headers.add("Content-Type:");
        if (encoding != Encoding::Identity) {
            headers.add("Content-Encoding: " + std::string(name_of(encoding)));
        }
        // Who sends in k1 takes it too; that need not be said.
        if (encoding != Encoding::K1) headers.add(kAccepted);
        headers.add("Expect:");
        curl_easy_setopt(handle_.get(), CURLOPT_POST, 1L);
        curl_easy_setopt(handle_.get(), CURLOPT_POSTFIELDSIZE_LARGE,
                         static_cast<curl_off_t>(body.size()));
        curl_easy_setopt(handle_.get(), CURLOPT_POSTFIELDS, body.data());
        return perform(path, headers);
    }

    Result<HttpReply> get(const std::string& path) {
        curl_easy_setopt(handle_.get(), CURLOPT_HTTPGET, 1L);
        HeaderList headers = common_headers();
        headers.add(kAccepted);
        return perform(path, headers);
    }

private:
    // As few as there can be: a round with nothing new must stay below 600 bytes, and a visit alone
    // pays for each of them too.
    HeaderList common_headers() const {
        HeaderList headers;
        headers.add("Accept:");
        if (!settings_.token.empty()) headers.add("Authorization: Bearer " + settings_.token);
        return headers;
    }

    Result<HttpReply> perform(const std::string& path, const HeaderList& headers) {
        CURL* curl = handle_.get();
        Exchange exchange;
        exchange.is_cancelled = is_cancelled_;
        const std::string url = settings_.url + path;
        curl_easy_setopt(curl, CURLOPT_URL, url.c_str());
        curl_easy_setopt(curl, CURLOPT_HTTPHEADER, headers.get());
        report_to(curl, &exchange);
        const CURLcode code = curl_easy_perform(curl);
        // The handle lives on: closing an idle connection is traced when this exchange is gone.
        report_to(curl, nullptr);
        curl_easy_setopt(curl, CURLOPT_HTTPHEADER, nullptr);
        if (code != CURLE_OK) return to_error(code, exchange);
        return finished(std::move(exchange.reply));
    }

    Result<HttpReply> finished(HttpReply reply) {
        long status = 0;
        curl_easy_getinfo(handle_.get(), CURLINFO_RESPONSE_CODE, &status);
        reply.status = static_cast<int>(status);
        reply.content_type = answer_header(handle_.get(), "Content-Type");
        const auto encoding =
            protocol::parse_encoding(answer_header(handle_.get(), "Content-Encoding"));
        if (!encoding) return not_ours();
        reply.encoding = *encoding;
        reply.retry_after_ms = retry_after_ms(answer_header(handle_.get(), "Retry-After"));
        return reply;
    }

    HttpSettings settings_;
    const std::atomic<bool>* is_cancelled_;
    Handle handle_;
};

Result<std::unique_ptr<HttpTransport>> HttpTransport::open(HttpSettings settings,
                                                           const std::atomic<bool>* is_cancelled) {
    while (settings.url.ends_with('/')) settings.url.pop_back();
    TRY_LET(place, parse_place(settings.url));
    if (!settings.pin.empty() && !protocol::is_pin(settings.pin)) {
        return Error{ErrorCode::Usage, "the server's pin is not written like one"};
    }
    auto curl = std::make_unique<Curl>(std::move(settings), place, is_cancelled);
    return std::unique_ptr<HttpTransport>(new HttpTransport(std::move(curl)));
}

HttpTransport::HttpTransport(std::unique_ptr<Curl> curl) : curl_(std::move(curl)) {}
HttpTransport::~HttpTransport() = default;

Result<HttpReply> HttpTransport::post(const std::string& path, std::string body,
                                      Encoding encoding) {
    return curl_->post(path, body, encoding);
}

Result<HttpReply> HttpTransport::get(const std::string& path) {
    return curl_->get(path);
}

Result<std::string> pin_offered_by(const std::string& url) {
    TRY_LET(place, parse_place(url));
    if (!place.is_secure) return Error{ErrorCode::Usage, "only an https address has a pin"};
    const Handle handle = make_handle(place);
    CURL* curl = handle.get();
    Exchange exchange;
    report_to(curl, &exchange);
    curl_easy_setopt(curl, CURLOPT_URL, url.c_str());
    curl_easy_setopt(curl, CURLOPT_SSL_VERIFYPEER, 0L);
    curl_easy_setopt(curl, CURLOPT_SSL_VERIFYHOST, 0L);
    curl_easy_setopt(curl, CURLOPT_CONNECT_ONLY, 1L);
    curl_easy_setopt(curl, CURLOPT_CERTINFO, 1L);
    curl_easy_setopt(curl, CURLOPT_CONNECTTIMEOUT, seconds(HttpSettings().connect_time_max));
    const CURLcode code = curl_easy_perform(curl);
    report_to(curl, nullptr);
    if (code != CURLE_OK) return to_error(code, exchange);
    return protocol::pin_of(first_certificate(curl));
}

}  // namespace sync_client
