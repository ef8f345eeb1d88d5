#include "sync-server/app/serving/api.h"

#include "shared/base/log.h"
#include "shared/protocol/encoding.h"
#include "shared/protocol/limits.h"
#include "sync-server/http/problems.h"

#include <algorithm>

namespace server_app {

using accept::Refusal;
using http::Problem;
using protocol::Encoding;

// How an answer goes out, and what both sides hold beside the dictionary of k1.
struct Packing {
    Encoding encoding = Encoding::Identity;
    std::string known;
};

namespace {

Problem problem_of(Refusal refusal) {
    switch (refusal) {
        case Refusal::Malformed:
            return Problem::MalformedRequest;
        case Refusal::Gap:
            return Problem::ChangesMissing;
        case Refusal::NotEnrolled:
            return Problem::NotEnrolled;
        case Refusal::Revoked:
            return Problem::TokenRevoked;
        case Refusal::NewerProtocol:
            return Problem::ServerTooOld;
        case Refusal::CodeUnknown:
            return Problem::CodeUnknown;
        case Refusal::CodeExpired:
            return Problem::CodeExpired;
        case Refusal::CodeUsed:
            return Problem::CodeUsed;
        case Refusal::CodeOfAnother:
            return Problem::CodeOfAnother;
        case Refusal::CodeNoLaptop:
            return Problem::CodeNoLaptop;
        case Refusal::Paused:
            return Problem::Paused;
        case Refusal::None:
            break;
    }
    return Problem::Internal;
}

// Who sends in k1 takes it too, and holds the hello that it sent.
Packing packing_of(const http::Request& request, std::string_view body) {
    const bool is_k1 = protocol::parse_encoding(request.content_encoding()) == Encoding::K1;
    const Encoding encoding =
        is_k1 ? Encoding::K1 : protocol::best_accepted(request.accept_encoding());
    return {encoding, std::string(body.substr(0, body.find('\n') + 1))};
}

http::Response answer(const base::Error& error) {
    base::log::error("a request failed on the server's side: " + error.message);
    const bool may_pass = error.code == base::ErrorCode::DiskFull || db::is_busy(error);
    return to_response(may_pass ? Problem::Busy : Problem::Internal);
}

http::Response answer(const std::string& text, const Packing& packing) {
    const int level =
        text.size() > protocol::kLargeBytes ? protocol::kZstdLevelLarge : protocol::kZstdLevel;
    http::Response response;
    auto packed = protocol::compress(packing.encoding, text, level, packing.known);
    response.encoding = packed.ok() ? packing.encoding : Encoding::Identity;
    response.body = packed.ok() ? std::move(packed).value() : text;
    return response;
}

http::Response answer(const base::Result<accept::Reply>& reply, const Packing& packing) {
    if (!reply.ok()) return answer(reply.error());
    const accept::Reply& said = reply.value();
    if (said.refusal != Refusal::None) return to_response(problem_of(said.refusal));
    return answer(said.text, packing);
}

// Once the writer has answered; packed on a worker. `give` hands the errand to the writer.
template <typename Give>
http::Response after_commit(Packing packing, Give give) {
    return http::respond_later([packing = std::move(packing),
                                give = std::move(give)](std::function<void(http::Finish)> ready) {
        const bool is_taken = give([packing, ready](base::Result<accept::Reply> reply) {
            ready([packing, reply = std::move(reply)] { return answer(reply, packing); });
        });
        if (!is_taken) ready([] { return to_response(Problem::Busy); });
    });
}

// The body as text; a problem where it is too large, of an unknown encoding, or damaged.
struct Unpacked {
    std::optional<Problem> problem;
    std::string text;
};

Unpacked unpack(const http::Request& request, std::size_t bytes_max) {
    const auto encoding = protocol::parse_encoding(request.content_encoding());
    if (!encoding) return {Problem::UnsupportedEncoding, ""};
    auto text = protocol::decompress(*encoding, request.body, bytes_max);
    if (text.ok()) return {std::nullopt, std::move(text).value()};
    const bool is_too_large = text.error().code == base::ErrorCode::Refused;
    return {is_too_large ? Problem::BodyTooLarge : Problem::MalformedRequest, ""};
}

// The first line is the hello.
bool has_too_many_lines(const std::string& text) {
    const auto lines = static_cast<std::size_t>(std::count(text.begin(), text.end(), '\n'));
    return lines > protocol::kLinesMax + 1;
}

}  // namespace

void Api::add_to(http::Router& router) {
    router.add("POST", "/v1/sync", [this](http::Request&& request) { return sync(request); });
    router.add("POST", "/v1/enrol", [this](http::Request&& request) { return enrol(request); });
}

// Nothing is unpacked for somebody who is not enrolled.
http::Response Api::sync(const http::Request& request) {
    {
        auto reader = readers_.take();
        if (!reader.ok()) return answer(reader.error());
        const auto is_known = service_.knows(*reader.value(), request.bearer());
        if (!is_known.ok()) return answer(is_known.error());
        if (!is_known.value()) return to_response(Problem::NotEnrolled);
    }
    Unpacked body = unpack(request, protocol::kUnpackedBytesMax);
    if (body.problem) return to_response(*body.problem);
    if (has_too_many_lines(body.text)) return to_response(Problem::BodyTooLarge);
    Packing packing = packing_of(request, body.text);
    return read_or_write({std::string(request.bearer()), std::move(body.text)}, std::move(packing));
}

// Who brings nothing waits for no writer.
http::Response Api::read_or_write(accept::Incoming incoming, Packing packing) {
    if (!accept::brings_changes(incoming.body)) {
        auto reader = readers_.take();
        if (!reader.ok()) return answer(reader.error());
        const auto read = service_.read(*reader.value(), incoming);
        if (!read.ok()) return answer(read.error());
        if (read.value()) {
            writer_.note(read.value()->seen);
            return answer(read.value()->text, packing);
        }
    }
    const auto kept = std::make_shared<accept::Incoming>(std::move(incoming));
    return after_commit(std::move(packing), [this, kept](OneWriter::Answered answered) {
        return writer_.sync(std::move(*kept), std::move(answered));
    });
}

http::Response Api::enrol(const http::Request& request) {
    Unpacked body = unpack(request, protocol::kEnrolBytesMax);
    if (body.problem) return to_response(*body.problem);
    const auto kept = std::make_shared<std::string>(std::move(body.text));
    return after_commit(packing_of(request, ""), [this, kept](OneWriter::Answered answered) {
        return writer_.enrol(std::move(*kept), std::move(answered));
    });
}

}  // namespace server_app
