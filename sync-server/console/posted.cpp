// multipart/form-data (RFC 7578) as browsers send it: parts between "--boundary" lines, each with a
// Content-Disposition of its own.
#include "sync-server/console/posted.h"

#include "shared/base/text.h"
#include "sync-server/http/urlencoded.h"

#include <algorithm>

namespace console {

namespace {

constexpr std::string_view kUrlencoded = "application/x-www-form-urlencoded";
constexpr std::string_view kMultipart = "multipart/form-data";
constexpr std::size_t kPartsMax = 500;
constexpr std::size_t kFieldBytesMax = 64 * 1024;
constexpr std::string_view kLongField = "definition";  // of a form, carried from page to page
constexpr std::size_t kFileNameMax = 255;
constexpr std::size_t kBoundaryMax = 70;  // RFC 2046

struct Part {
    std::string name;
    std::optional<std::string> file_name;
    std::string_view bytes;
};

// The value of name="..." in a header; browsers write a quote inside as %22.
std::optional<std::string> quoted_value(std::string_view header, std::string_view name) {
    const std::string wanted = "; " + std::string(name) + "=\"";
    const auto at = header.find(wanted);
    if (at == std::string_view::npos) return std::nullopt;
    const auto start = at + wanted.size();
    const auto end = header.find('"', start);
    if (end == std::string_view::npos) return std::nullopt;
    return std::string(header.substr(start, end - start));
}

std::optional<Part> read_part(std::string_view text) {
    constexpr std::string_view kHeadEnd = "\r\n\r\n";
    constexpr std::string_view kDisposition = "content-disposition: form-data";
    const auto end = text.find(kHeadEnd);
    if (end == std::string_view::npos) return std::nullopt;
    for (const std::string& line : base::split(text.substr(0, end), '\n')) {
        const std::string header = base::trimmed(line);
        if (header.size() < kDisposition.size()) continue;
        if (base::folded(header.substr(0, 19)) != base::folded("Content-Disposition")) continue;
        auto name = quoted_value(header, "name");
        if (!name || !base::is_valid_utf8(*name)) return std::nullopt;
        return Part{std::move(*name), quoted_value(header, "filename"),
                    text.substr(end + kHeadEnd.size())};
    }
    return std::nullopt;
}

// As long as a file system lets a name be.
std::string without_folder(std::string_view name) {
    const auto slash = name.find_last_of("/\\");
    if (slash != std::string_view::npos) name.remove_prefix(slash + 1);
    return base::made_valid_utf8(name.substr(0, kFileNameMax));
}

std::optional<std::string> boundary_of(std::string_view content_type) {
    constexpr std::string_view kWord = "boundary=";
    const auto at = content_type.find(kWord);
    if (at == std::string_view::npos) return std::nullopt;
    std::string_view value = content_type.substr(at + kWord.size());
    value = value.substr(0, value.find(';'));
    if (value.size() >= 2 && value.front() == '"' && value.back() == '"') {
        value = value.substr(1, value.size() - 2);
    }
    if (value.empty() || value.size() > kBoundaryMax) return std::nullopt;
    return std::string(value);
}

}  // namespace

std::optional<Posted> Posted::read_parts(const http::Request& request) {
    const auto boundary = boundary_of(request.content_type());
    if (!boundary) return std::nullopt;
    const std::string line = "\r\n--" + *boundary;
    const std::string body = "\r\n" + request.body;
    Posted posted;
    auto at = body.find(line);
    for (std::size_t count = 0; at != std::string::npos && count < kPartsMax; ++count) {
        at += line.size();
        const std::string_view rest = std::string_view(body).substr(at);
        if (rest.starts_with("--")) return posted;
        if (!rest.starts_with("\r\n")) return std::nullopt;
        const auto next = body.find(line, at);
        if (next == std::string::npos) return std::nullopt;
        auto part = read_part(std::string_view(body).substr(at + 2, next - at - 2));
        if (!part) return std::nullopt;
        if (part->file_name) {
            PostedFile file{without_folder(*part->file_name), std::string(part->bytes)};
            if (!part->file_name->empty()) posted.files_.emplace_back(part->name, std::move(file));
        } else {
            const bool may_be_so_long =
                part->bytes.size() <= kFieldBytesMax || part->name == kLongField;
            if (!may_be_so_long || !base::is_valid_utf8(part->bytes)) return std::nullopt;
            posted.fields_.push_back({part->name, std::string(part->bytes)});
        }
        at = next;
    }
    return std::nullopt;
}

std::optional<Posted> Posted::read(const http::Request& request) {
    Posted posted;
    if (request.method == "GET" || request.method == "HEAD") {
        posted.fields_ = http::parse_urlencoded(request.query);
        return posted;
    }
    if (!request.content_encoding().empty()) return std::nullopt;
    if (request.content_type().starts_with(kMultipart)) return read_parts(request);
    if (!request.content_type().starts_with(kUrlencoded)) return std::nullopt;
    posted.fields_ = http::parse_urlencoded(request.body);
    if (posted.fields_.size() > kPartsMax) return std::nullopt;
    return posted;
}

std::string Posted::value(std::string_view name) const {
    for (const http::Header& each : fields_) {
        if (each.name == name) return each.value;
    }
    return "";
}

std::vector<std::string> Posted::values(std::string_view name) const {
    std::vector<std::string> found;
    for (const http::Header& each : fields_) {
        if (each.name == name) found.push_back(each.value);
    }
    return found;
}

bool Posted::has(std::string_view name) const {
    return std::any_of(fields_.begin(), fields_.end(),
                       [&](const http::Header& each) { return each.name == name; });
}

const PostedFile* Posted::file(std::string_view name) const {
    for (const auto& each : files_) {
        if (each.first == name) return &each.second;
    }
    return nullptr;
}

}  // namespace console
