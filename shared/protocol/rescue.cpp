#include "shared/protocol/rescue.h"

#include "shared/crypto/encoding.h"
#include "shared/crypto/hash.h"

namespace protocol {

using base::Error;
using base::ErrorCode;
using base::Result;
using crypto::BoxKey;
using crypto::BoxPublicKey;
using crypto::SecretBytes;

namespace {

// The first byte says what the text is and how it is laid out; the last four notice a slip of the
// hand before anything is tried.
constexpr char kRequest = '\x11';
constexpr char kAnswer = '\x21';
constexpr std::size_t kTypoCheckBytes = 4;
constexpr std::size_t kGroupsInLine = 8;
constexpr std::size_t kGroup = 4;
constexpr std::size_t kCodeBytes = 5;  // eight symbols

std::string written(char kind, const std::string& body) {
    std::string bytes(1, kind);
    bytes += body;
    bytes += crypto::hash128(bytes).substr(0, kTypoCheckBytes);
    const std::string symbols = crypto::to_base32(bytes);
    std::string text;
    for (std::size_t at = 0; at < symbols.size(); at += kGroup * kGroupsInLine) {
        text += crypto::grouped_code(symbols.substr(at, kGroup * kGroupsInLine)) + "\n";
    }
    return text;
}

// Messengers and editors break lines as they like.
std::string on_one_line(std::string_view text) {
    std::string line(text);
    for (char& each : line) {
        if (each == '\n' || each == '\r' || each == '\t') each = ' ';
    }
    return line;
}

Result<std::string> body_of(char kind, std::string_view text, std::size_t body_min) {
    const Error mistyped{ErrorCode::Malformed,
                         "this text is not complete or has a typing mistake; compare it again"};
    auto bytes = crypto::from_base32(on_one_line(text));
    if (!bytes.ok() || bytes.value().size() < 1 + body_min + kTypoCheckBytes) return mistyped;
    const std::size_t end = bytes.value().size() - kTypoCheckBytes;
    const std::string checked = bytes.value().substr(0, end);
    if (crypto::hash128(checked).substr(0, kTypoCheckBytes) != bytes.value().substr(end)) {
        return mistyped;
    }
    if (checked.front() != kind) {
        return Error{ErrorCode::Malformed, "this text is genuine, but it is of another kind"};
    }
    return checked.substr(1);
}

}  // namespace

Result<std::string> seal_rescue_box(const BoxPublicKey& centre, const RescueBox& box) {
    CHECK(box.data_key.size() == crypto::kKeyBytes);
    std::string plain(box.data_key.view());
    plain += box.owner;
    auto sealed = crypto::seal(centre, plain);
    crypto::wipe(plain);
    return sealed;
}

std::string to_text(const RescueRequest& request) {
    return written(kRequest, request.reply_key + request.box);
}

Result<RescueRequest> parse_rescue_request(std::string_view text) {
    TRY_LET(body, body_of(kRequest, text, crypto::kKeyBytes));
    return RescueRequest{body.substr(0, crypto::kKeyBytes), body.substr(crypto::kKeyBytes)};
}

std::string comparison_code(const RescueRequest& request) {
    const std::string hash = crypto::hash128("rescue" + request.reply_key + request.box);
    return crypto::grouped_code(crypto::to_base32(hash.substr(0, kCodeBytes)));
}

Result<RescueAnswer> answer_rescue(const BoxKey& centre, const RescueRequest& request) {
    TRY_LET(reply_key, BoxPublicKey::from_bytes(request.reply_key));
    auto plain = crypto::open(centre, request.box);
    if (!plain.ok() || plain.value().size() < crypto::kKeyBytes) {
        return Error{ErrorCode::Refused,
                     "this request was made for another health centre, or is damaged"};
    }
    const std::string owner = plain.value().substr(crypto::kKeyBytes);
    const SecretBytes key(std::string_view(plain.value()).substr(0, crypto::kKeyBytes));
    crypto::wipe(plain.value());
    TRY_LET(sealed, crypto::seal(reply_key, key.view()));
    return RescueAnswer{owner, written(kAnswer, sealed)};
}

Result<SecretBytes> open_rescue_answer(const BoxKey& reply_key, std::string_view text) {
    TRY_LET(sealed, body_of(kAnswer, text, crypto::kKeyBytes));
    auto plain = crypto::open(reply_key, sealed);
    if (!plain.ok() || plain.value().size() != crypto::kKeyBytes) {
        return Error{ErrorCode::Refused, "this answer belongs to another request"};
    }
    SecretBytes key(plain.value());
    crypto::wipe(plain.value());
    return key;
}

}  // namespace protocol
