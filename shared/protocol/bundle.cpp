#include "shared/protocol/bundle.h"

#include "shared/base/file.h"
#include "shared/protocol/limits.h"

#include <algorithm>
#include <cstdint>
#include <filesystem>

namespace protocol {

using base::Error;
using base::ErrorCode;
using base::Result;
namespace fs = std::filesystem;

namespace {

constexpr std::string_view kMagic = "KAWANKAB";
constexpr char kVersion = 1;
constexpr std::size_t kIdBytes = 36;
constexpr std::size_t kLengthBytes = 8;
constexpr std::size_t kBodyLengthBytes = 4;
constexpr std::size_t kHeadBytes = kMagic.size() + 2 + kIdBytes + kLengthBytes;
constexpr std::string_view kEnd = ".kab";
constexpr std::string_view kReplyEnd = ".reply.kab";

std::string big_endian(std::uint64_t number, std::size_t bytes) {
    std::string text(bytes, '\0');
    for (std::size_t i = bytes; i-- > 0; number >>= 8U) text[i] = static_cast<char>(number & 0xFFU);
    return text;
}

std::uint64_t number_of(std::string_view big_endian_bytes) {
    std::uint64_t number = 0;
    for (const char each : big_endian_bytes) {
        number = number << 8U | static_cast<unsigned char>(each);
    }
    return number;
}

std::string joined_bodies(const std::vector<std::string>& bodies) {
    std::string text;
    for (const std::string& body : bodies) {
        text += big_endian(body.size(), kBodyLengthBytes);
        text += body;
    }
    return text;
}

// nullopt: not written by joined_bodies.
std::optional<std::vector<std::string>> split_bodies(std::string_view text) {
    std::vector<std::string> bodies;
    while (!text.empty()) {
        if (text.size() < kBodyLengthBytes) return std::nullopt;
        const std::uint64_t size = number_of(text.substr(0, kBodyLengthBytes));
        text.remove_prefix(kBodyLengthBytes);
        if (size > text.size()) return std::nullopt;
        bodies.emplace_back(text.substr(0, size));
        text.remove_prefix(size);
    }
    return bodies;
}

ReadBundle refused(BundleTrouble trouble) {
    return {trouble, {}};
}

std::optional<BundleKind> kind_of(char letter) {
    for (const BundleKind kind : {BundleKind::Request, BundleKind::Reply}) {
        if (letter == static_cast<char>(kind)) return kind;
    }
    return std::nullopt;
}

// What is there of a file that may have been cut anywhere.
bool starts_like_a_bundle(std::string_view file) {
    return file.substr(0, kMagic.size()) == kMagic.substr(0, file.size());
}

}  // namespace

ReadBundle read_bundle(std::string_view file) {
    if (!starts_like_a_bundle(file)) return refused(BundleTrouble::NotABundle);
    if (file.size() <= kMagic.size()) return refused(BundleTrouble::Cut);
    if (file[kMagic.size()] > kVersion) return refused(BundleTrouble::NewerProgram);
    if (file[kMagic.size()] < kVersion) return refused(BundleTrouble::Damaged);
    if (file.size() < kHeadBytes) return refused(BundleTrouble::Cut);
    const auto kind = kind_of(file[kMagic.size() + 1]);
    const auto device = base::DeviceId::parse(file.substr(kMagic.size() + 2, kIdBytes));
    if (!kind || !device) return refused(BundleTrouble::Damaged);
    const std::uint64_t size = number_of(file.substr(kHeadBytes - kLengthBytes, kLengthBytes));
    const std::size_t after_head = file.size() - kHeadBytes;
    if (after_head < crypto::kSignatureBytes || size > after_head - crypto::kSignatureBytes) {
        return refused(BundleTrouble::Cut);
    }
    if (size < after_head - crypto::kSignatureBytes) return refused(BundleTrouble::Damaged);
    return {std::nullopt,
            {*kind, *device, file.substr(0, kHeadBytes + size), file.substr(kHeadBytes, size),
             file.substr(kHeadBytes + size)}};
}

OpenedBundle open_bundle(const Bundle& bundle, const crypto::VerifyKey& by,
                         const crypto::BoxKey& own) {
    if (!by.verify(bundle.signed_part, bundle.signature)) return {BundleTrouble::Damaged, {}};
    auto text = crypto::open(own, bundle.sealed);
    if (!text.ok()) return {BundleTrouble::NotForUs, {}};
    auto bodies = split_bodies(text.value());
    if (!bodies) return {BundleTrouble::Damaged, {}};
    return {std::nullopt, std::move(*bodies)};
}

Result<std::string> make_bundle(BundleKind kind, const base::DeviceId& device,
                                const std::vector<std::string>& bodies,
                                const crypto::BoxPublicKey& to, const crypto::SigningKey& by) {
    CHECK(device.text().size() == kIdBytes);
    TRY_LET(sealed, crypto::seal(to, joined_bodies(bodies)));
    std::string file(kMagic);
    file += kVersion;
    file += static_cast<char>(kind);
    file += device.text();
    file += big_endian(sealed.size(), kLengthBytes);
    file += sealed;
    file += by.sign(file);
    return file;
}

std::string bundle_name(const base::DeviceId& device, std::int64_t last_n) {
    const std::string& id = device.text();
    return "kawan-" + id.substr(id.size() - std::min<std::size_t>(8, id.size())) + "-" +
           std::to_string(last_n) + std::string(kEnd);
}

std::string reply_name(std::string_view bundle_file_name) {
    if (bundle_file_name.ends_with(kEnd)) bundle_file_name.remove_suffix(kEnd.size());
    return std::string(bundle_file_name) + std::string(kReplyEnd);
}

bool is_bundle_name(std::string_view file_name) {
    return file_name.ends_with(kEnd) && !file_name.starts_with(".");
}

bool is_reply_name(std::string_view file_name) {
    return is_bundle_name(file_name) && file_name.ends_with(kReplyEnd);
}

Result<std::vector<std::string>> bundles_in(const std::string& folder, BundleKind kind) {
    std::error_code error;
    std::vector<std::string> found;
    for (fs::directory_iterator at(folder, error), end; !error && at != end; at.increment(error)) {
        const std::string name = at->path().filename().string();
        const bool is_wanted =
            is_bundle_name(name) && is_reply_name(name) == (kind == BundleKind::Reply);
        if (is_wanted && at->is_regular_file(error)) found.push_back(at->path().string());
    }
    if (error) return Error{ErrorCode::NotFound, "the folder " + folder + " cannot be read"};
    std::sort(found.begin(), found.end());
    return found;
}

Result<std::string> read_bundle_file(const std::string& path) {
    std::error_code error;
    const auto size = fs::file_size(path, error);
    if (error) return Error{ErrorCode::NotFound, path + " cannot be read"};
    if (size > kBundleBytesMax) {
        return Error{ErrorCode::Refused, path + " is larger than any bundle of Kawan ASI"};
    }
    return base::read_file(path);
}

}  // namespace protocol
