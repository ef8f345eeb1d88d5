#include "sync-server/app/api.h"

#include "shared/base/log.h"
#include "shared/protocol/encoding.h"
#include "shared/protocol/limits.h"
#include "sync-server/http/problems.h"

namespace server_app {

using accept::Refusal;
using http::Problem;
using protocol::Encoding;

namespace {

Problem problem_of(Refusal refusal) {
    switch (refusal) {
        case Refusal::Malformed: return Problem::MalformedRequest;
        case Refusal::Gap: return Problem::ChangesMissing;
        case Refusal::NotEnrolled: return Problem::NotEnrolled;
        case Refusal::Revoked: return Problem::TokenRevoked;
        case Refusal::OtherEpoch: return Problem::ServerRestored;
        case Refusal::NewerProtocol: return Problem::ServerTooOld;
        case Refusal::CodeUnknown: return Problem::CodeUnknown;
        case Refusal::CodeExpired: return Problem::CodeExpired;
        case Refusal::CodeUsed: return Problem::CodeUsed;
        case Refusal::None: break;
    }
    return Problem::Internal;
}

http::Response answer(const base::Result<accept::Reply>& reply, std::string_view accept_encoding) {
    if (!reply.ok()) {
        base::log::error("a request failed on the server's side: " + reply.error().message);
        const bool is_full = reply.error().code == base::ErrorCode::DiskFull;
        return to_response(is_full ? Problem::Busy : Problem::Internal);
    }
    if (reply.value().refusal != Refusal::None) {
        return to_response(problem_of(reply.value().refusal));
    }
    const std::string& text = reply.value().text;
    const Encoding encoding = protocol::best_accepted(accept_encoding);
    const int level =
        text.size() > protocol::kLargeBytes ? protocol::kZstdLevelLarge : protocol::kZstdLevel;
    http::Response response;
    auto packed = protocol::compress(encoding, text, level);
    response.encoding = packed.ok() ? encoding : Encoding::Identity;
    response.body = packed.ok() ? std::move(packed).value() : text;
    return response;
}

// The body as text; a problem where it is too large, of an unknown encoding, or damaged.
struct Unpacked {
    std::optional<Problem> problem;
    std::string text;
};

Unpacked unpack(const http::Request& request) {
    const auto encoding = protocol::parse_encoding(request.content_encoding());
    if (!encoding) return {Problem::UnsupportedEncoding, ""};
    auto text = protocol::decompress(*encoding, request.body, protocol::kUnpackedBytesMax);
    if (text.ok()) return {std::nullopt, std::move(text).value()};
    const bool is_too_large = text.error().code == base::ErrorCode::Refused;
    return {is_too_large ? Problem::BodyTooLarge : Problem::MalformedRequest, ""};
}

}  // namespace

void Api::add_to(http::Router& router) {
    router.add("POST", "/v1/sync", [this](http::Request&& request) { return sync(request); });
    router.add("POST", "/v1/enrol", [this](http::Request&& request) { return enrol(request); });
}

http::Response Api::sync(const http::Request& request) {
    const Unpacked body = unpack(request);
    if (body.problem) return to_response(*body.problem);
    base::Result<accept::Reply> reply = [&] {
        const std::lock_guard guard(one_writer_);
        return service_.handle(request.bearer(), body.text);
    }();
    return answer(reply, request.accept_encoding());
}

http::Response Api::enrol(const http::Request& request) {
    const Unpacked body = unpack(request);
    if (body.problem) return to_response(*body.problem);
    base::Result<accept::Reply> reply = [&] {
        const std::lock_guard guard(one_writer_);
        return service_.enrol(body.text);
    }();
    return answer(reply, request.accept_encoding());
}

}  // namespace server_app
