#include "sync-server/accept/crossing/family_file.h"

#include "shared/base/id.h"
#include "shared/base/json.h"
#include "shared/base/text.h"
#include "shared/crypto/encoding.h"
#include "shared/crypto/hash.h"
#include "shared/crypto/password.h"
#include "shared/crypto/sealed.h"
#include "shared/protocol/encoding.h"

#include <optional>

namespace crossing {

using base::Error;
using base::ErrorCode;
namespace json = base::json;

namespace {

constexpr std::string_view kMagic = "KAWANFAM";
constexpr char kVersion = 1;
constexpr std::int64_t kContentVersion = 1;
constexpr std::size_t kLabelMax = 4096;
constexpr std::size_t kCheckBytes = 4;
constexpr std::size_t kSecretLetters = 20;  // 100 bits: nobody guesses them, so a hash is enough
constexpr std::size_t kCheckLetters = 4;
constexpr std::size_t kTextBytesMax = std::size_t{64} << 20;
constexpr int kLevel = 9;

const Error kNoFile{ErrorCode::Malformed, "this is not a file of a family that moves"};
const Error kNewer{ErrorCode::Unsupported,
                   "the file was written by a newer program; update this server first"};
const Error kCut{ErrorCode::Malformed,
                 "only a part of the file is there; copy it again from the other health centre"};
const Error kDamaged{ErrorCode::Malformed,
                     "the file was changed or damaged on the way; nothing of it was taken, copy "
                     "it again from the other health centre"};
const Error kMistyped{ErrorCode::Usage,
                      "this is not a code of 24 letters, or one of them is wrong; compare it with "
                      "what the other health centre wrote down"};
const Error kOtherCode{ErrorCode::Refused,
                       "the code belongs to another file; ask the other health centre for the "
                       "code of this one"};

std::string number_text(std::size_t number) {
    std::string text;
    for (int i = 0; i < 4; ++i) text += static_cast<char>((number >> (8 * i)) & 0xff);
    return text;
}

std::size_t number_of(std::string_view text) {
    std::size_t number = 0;
    for (std::size_t i = text.size(); i-- > 0;) {
        number = number << 8 | static_cast<unsigned char>(text[i]);
    }
    return number;
}

std::string check_letters(std::string_view secret) {
    const std::string hash = crypto::hash128("kawan.family.code 1" + std::string(secret));
    return crypto::to_base32(hash).substr(0, kCheckLetters);
}

// The secret letters of a code as it was typed.
Result<std::string> secret_of(std::string_view typed) {
    auto code = crypto::plain_code(base::trimmed(typed));
    const bool is_whole = code.ok() && code.value().size() == kSecretLetters + kCheckLetters &&
                          check_letters(code.value().substr(0, kSecretLetters)) ==
                              code.value().substr(kSecretLetters);
    if (!is_whole) return kMistyped;
    return code.value().substr(0, kSecretLetters);
}

crypto::SecretBytes key_of(const std::string& secret, std::string_view salt) {
    return crypto::SecretBytes(crypto::hash256("kawan.family.key 1" + std::string(salt) + secret));
}

std::string check_of(const crypto::SecretBytes& key) {
    return crypto::hash128("kawan.family.check 1" + std::string(key.view())).substr(0, kCheckBytes);
}

std::string to_text(const Label& label) {
    return json::Writer()
        .add("id", label.id)
        .add("from", label.from)
        .add("to", label.to)
        .add("made_at", label.made_at.unix_ms)
        .text();
}

Result<Label> parse_label(std::string_view text) {
    auto object = json::Object::parse(text);
    if (!object.ok()) return kDamaged;
    const auto id = object.value().string("id");
    const auto from = object.value().string("from");
    const auto to = object.value().string("to");
    const auto made_at = object.value().integer("made_at");
    if (!id || !from || !to || !made_at) return kDamaged;
    return Label{*id, *from, *to, base::Instant{*made_at}};
}

std::string text_of(const FamilyFile& file) {
    std::string text = json::Writer()
                           .add("version", kContentVersion)
                           .add("family", file.family)
                           .add("record", file.record)
                           .add("since", file.since)
                           .add("receipt", file.receipt)
                           .add("whole", file.is_whole)
                           .text();
    for (const Line& line : file.lines) {
        json::Writer writer;
        writer.add("record", line.record)
            .add("type", line.type)
            .add_token("set", line.set.to_json())
            .add_token("origin", line.origin.empty() ? "{}" : line.origin);
        if (line.is_unseen) writer.add("unseen", true);
        text += "\n" + writer.text();
    }
    return text;
}

std::optional<Line> parse_line(const std::string& text) {
    auto object = json::Object::parse(text);
    if (!object.ok()) return std::nullopt;
    const auto record = object.value().string("record");
    const auto type = object.value().string("type");
    const std::string* set = object.value().find("set");
    const std::string* origin = object.value().find("origin");
    if (!record || !base::is_uuid(*record) || !type || set == nullptr) return std::nullopt;
    auto fields = base::Fields::parse(*set);
    if (!fields.ok()) return std::nullopt;
    return Line{*record, *type, std::move(fields).value(), origin == nullptr ? "{}" : *origin,
                object.value().boolean("unseen").value_or(false)};
}

Result<FamilyFile> parse_text(Label label, const std::string& text) {
    const std::vector<std::string> lines = base::split(text, '\n');
    auto head = json::Object::parse(lines.front());
    if (!head.ok()) return kDamaged;
    if (head.value().integer("version").value_or(0) != kContentVersion) return kNewer;
    FamilyFile file;
    file.label = std::move(label);
    file.family = head.value().string("family").value_or("");
    file.record = head.value().string("record").value_or("");
    file.since = head.value().string("since").value_or("");
    file.receipt = head.value().string("receipt").value_or("");
    file.is_whole = head.value().boolean("whole").value_or(true);
    for (std::size_t i = 1; i < lines.size(); ++i) {
        auto line = parse_line(lines[i]);
        if (!line) return kDamaged;
        file.lines.push_back(std::move(*line));
    }
    return file;
}

// What stands before the sealed part.
struct Head {
    std::string_view bytes, label, salt, check;
    std::size_t sealed_size = 0;
};

Result<Head> read_head(std::string_view bytes) {
    const std::size_t label_at = kMagic.size() + 5;
    if (!bytes.starts_with(kMagic) || bytes.size() < label_at) return kNoFile;
    if (bytes[kMagic.size()] != kVersion) return kNewer;
    const std::size_t label_size = number_of(bytes.substr(kMagic.size() + 1, 4));
    if (label_size > kLabelMax) return kDamaged;
    const std::size_t salt_at = label_at + label_size;
    const std::size_t check_at = salt_at + crypto::kSaltBytes;
    const std::size_t size_at = check_at + kCheckBytes;
    if (bytes.size() < size_at + 4) return kCut;
    return Head{bytes.substr(0, size_at), bytes.substr(label_at, label_size),
                bytes.substr(salt_at, crypto::kSaltBytes), bytes.substr(check_at, kCheckBytes),
                number_of(bytes.substr(size_at, 4))};
}

}  // namespace

std::string new_code() {
    const std::string secret = crypto::random_code(kSecretLetters);
    return crypto::grouped_code(secret + check_letters(secret));
}

Result<std::string> seal(const FamilyFile& file, std::string_view code) {
    TRY_LET(secret, secret_of(code));
    const std::string label = to_text(file.label);
    if (label.size() > kLabelMax) {
        return Error{ErrorCode::Refused, "the health centre's name is too long"};
    }
    const std::string salt = crypto::random_bytes(crypto::kSaltBytes);
    const crypto::SecretBytes key = key_of(secret, salt);
    const std::string head =
        std::string(kMagic) + kVersion + number_text(label.size()) + label + salt + check_of(key);
    TRY_LET(packed, protocol::compress(protocol::Encoding::Zstd, text_of(file), kLevel));
    const std::string sealed = crypto::seal(key, packed, head);
    if (sealed.size() > kFileBytesMax) {
        return Error{ErrorCode::Refused, "this is more than one file carries: move a part of it"};
    }
    return head + number_text(sealed.size()) + sealed;
}

Result<FamilyFile> open(std::string_view bytes, std::string_view code) {
    TRY_LET(head, read_head(bytes));
    TRY_LET(label, parse_label(head.label));
    TRY_LET(secret, secret_of(code));
    const std::string_view sealed = bytes.substr(head.bytes.size() + 4);
    if (sealed.size() < head.sealed_size) return kCut;
    const crypto::SecretBytes key = key_of(secret, head.salt);
    if (check_of(key) != head.check) return kOtherCode;
    auto packed = crypto::open(key, sealed, head.bytes);
    if (!packed.ok()) return kDamaged;
    auto text = protocol::decompress(protocol::Encoding::Zstd, packed.value(), kTextBytesMax);
    if (!text.ok()) return kDamaged;
    return parse_text(std::move(label), text.value());
}

}  // namespace crossing
