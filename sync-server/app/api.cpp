#include "sync-server/app/api.h"

#include "shared/base/log.h"
#include "shared/protocol/encoding.h"
#include "shared/protocol/limits.h"
#include "sync-server/http/problems.h"

#include <algorithm>

namespace server_app {

using accept::Refusal;
using http::Problem;
using protocol::Encoding;

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
        case Refusal::Paused:
            return Problem::Paused;
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
        case Refusal::None:
            break;
    }
    return Problem::Internal;
}

// How an answer goes out, and what both sides hold beside the dictionary of k1.
struct Packing {
    Encoding encoding = Encoding::Identity;
    std::string known;
};

// Who sends in k1 takes it too, and holds the hello that it sent.
Packing packing_of(const http::Request& request, std::string_view body) {
    const bool is_k1 = protocol::parse_encoding(request.content_encoding()) == Encoding::K1;
    const Encoding encoding =
        is_k1 ? Encoding::K1 : protocol::best_accepted(request.accept_encoding());
    return {encoding, std::string(body.substr(0, body.find('\n') + 1))};
}

http::Response answer(const base::Result<accept::Reply>& reply, const Packing& packing) {
    if (!reply.ok()) {
        base::log::error("a request failed on the server's side: " + reply.error().message);
        const bool may_pass =
            reply.error().code == base::ErrorCode::DiskFull || db::is_busy(reply.error());
        return to_response(may_pass ? Problem::Busy : Problem::Internal);
    }
    if (reply.value().refusal != Refusal::None) {
        return to_response(problem_of(reply.value().refusal));
    }
    const std::string& text = reply.value().text;
    const int level =
        text.size() > protocol::kLargeBytes ? protocol::kZstdLevelLarge : protocol::kZstdLevel;
    http::Response response;
    auto packed = protocol::compress(packing.encoding, text, level, packing.known);
    response.encoding = packed.ok() ? packing.encoding : Encoding::Identity;
    response.body = packed.ok() ? std::move(packed).value() : text;
    return response;
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
    base::Result<bool> is_known = [&] {
        const std::lock_guard guard(one_writer_);
        return service_.knows(request.bearer());
    }();
    if (!is_known.ok()) return answer(std::move(is_known).error(), {});
    if (!is_known.value()) return to_response(Problem::NotEnrolled);
    const Unpacked body = unpack(request, protocol::kUnpackedBytesMax);
    if (body.problem) return to_response(*body.problem);
    if (has_too_many_lines(body.text)) return to_response(Problem::BodyTooLarge);
    base::Result<accept::Reply> reply = [&] {
        const std::lock_guard guard(one_writer_);
        return service_.handle(request.bearer(), body.text);
    }();
    return answer(reply, packing_of(request, body.text));
}

http::Response Api::enrol(const http::Request& request) {
    const Unpacked body = unpack(request, protocol::kEnrolBytesMax);
    if (body.problem) return to_response(*body.problem);
    base::Result<accept::Reply> reply = [&] {
        const std::lock_guard guard(one_writer_);
        return service_.enrol(body.text);
    }();
    return answer(reply, packing_of(request, ""));
}

}  // namespace server_app
