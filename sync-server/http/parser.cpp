#include "sync-server/http/parser.h"

#include <boost/beast/core/buffers_range.hpp>
#include <boost/beast/http/parser.hpp>
#include <utility>

namespace http {

namespace beast = boost::beast;
using boost::system::error_code;

namespace {

// Beast's string_body reserves what Content-Length claims. A claim is free, memory is not.
struct GrowingBody {
    using value_type = std::string;
    class reader {
    public:
        template <bool is_request, class Fields>
        reader(beast::http::header<is_request, Fields>&, value_type& body) : body_(body) {}
        void init(const boost::optional<std::uint64_t>&, error_code& error) { error = {}; }
        template <class Buffers>
        std::size_t put(const Buffers& buffers, error_code& error) {
            error = {};
            for (const auto each : beast::buffers_range_ref(buffers)) {
                body_.append(static_cast<const char*>(each.data()), each.size());
            }
            return beast::buffer_bytes(buffers);
        }
        void finish(error_code& error) { error = {}; }

    private:
        value_type& body_;
    };
};

// "0\r\n\r\n": no body in chunks lacks fewer bytes before it is whole. Beast asserts that it is not
// shown the last chunk a second time with fewer, so any stranger could stop the server with one
// request whose packets end behind the 0.
constexpr std::size_t kLastChunkBytes = 5;

Problem problem_of(const error_code& error) {
    if (error == beast::http::error::body_limit) return Problem::BodyTooLarge;
    if (error == beast::http::error::header_limit) return Problem::HeadersTooLarge;
    return Problem::MalformedRequest;
}

std::string lower_case(std::string_view text) {
    std::string lower(text);
    for (char& c : lower) {
        if (c >= 'A' && c <= 'Z') c = static_cast<char>(c | 0x20);
    }
    return lower;
}

std::string_view view(beast::string_view text) {
    return {text.data(), text.size()};
}

}  // namespace

struct Parser::Beast {
    beast::http::request_parser<GrowingBody> parser;
};

Parser::Parser(const Limits& limits) : beast_(std::make_unique<Beast>()) {
    beast_->parser.header_limit(limits.head_bytes_max);
    beast_->parser.body_limit(limits.body_bytes_max);
    beast_->parser.eager(true);
}
Parser::~Parser() = default;

std::size_t Parser::put(const char* bytes, std::size_t count) {
    if (problem_ || is_done()) return 0;
    if (has_head() && beast_->parser.chunked() && count < kLastChunkBytes) return 0;
    error_code error;
    const std::size_t used = beast_->parser.put(boost::asio::buffer(bytes, count), error);
    if (error && error != beast::http::error::need_more) problem_ = problem_of(error);
    return used;
}

bool Parser::is_done() const {
    return beast_->parser.is_done();
}
bool Parser::has_head() const {
    return beast_->parser.is_header_done();
}
bool Parser::keeps_alive() const {
    return beast_->parser.keep_alive();
}
std::size_t Parser::body_bytes() const {
    return beast_->parser.get().body().size();
}

bool Parser::expects_continue() const {
    const auto value = beast_->parser.get()[beast::http::field::expect];
    return beast::iequals(value, "100-continue");
}

bool Parser::is_from_browser() const {
    const auto value = view(beast_->parser.get()[beast::http::field::accept]);
    return value.find("text/html") != std::string_view::npos;
}

std::string_view Parser::bearer() const {
    return bearer_of(view(beast_->parser.get()[beast::http::field::authorization]));
}

namespace {

template <typename Message>
Request head_of(const Message& message) {
    Request request;
    request.method = view(message.method_string());
    const std::string_view target = view(message.target());
    const auto question = std::min(target.find('?'), target.size());
    request.path = target.substr(0, question);
    request.query = target.substr(std::min(question + 1, target.size()));
    for (const auto& field : message) {
        request.headers.push_back(
            {lower_case(view(field.name_string())), std::string(view(field.value()))});
    }
    return request;
}

}  // namespace

Request Parser::head() const {
    return head_of(beast_->parser.get());
}

Request Parser::take_request() {
    auto message = beast_->parser.release();
    Request request = head_of(message);
    request.body = std::move(message.body());
    return request;
}

}  // namespace http
