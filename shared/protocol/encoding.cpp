#include "shared/protocol/encoding.h"

#include "shared/base/text.h"
#include "shared/protocol/unpacking.h"
#include "shared/protocol/zstd_frame.h"

#include <zlib.h>
#include <algorithm>
#include <array>
#include <cstdlib>
#include <memory>

namespace protocol {

using base::Error;
using base::ErrorCode;
using base::Result;

namespace {

constexpr std::array kAll = {Encoding::Identity, Encoding::Gzip, Encoding::Zstd, Encoding::K1};
constexpr int kGzipWindow = 15 + 16;  // zlib's way of saying "with a gzip header"

struct DeflateEnd {
    void operator()(z_stream* stream) const { deflateEnd(stream); }
};
struct InflateEnd {
    void operator()(z_stream* stream) const { inflateEnd(stream); }
};

void feed(z_stream& stream, std::string_view bytes) {
    stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(bytes.data()));
    stream.avail_in = static_cast<uInt>(bytes.size());
}

Result<std::string> gzip_compress(std::string_view bytes, int level) {
    z_stream stream{};
    if (deflateInit2(&stream, std::clamp(level, 1, 9), Z_DEFLATED, kGzipWindow, 9,
                     Z_DEFAULT_STRATEGY) != Z_OK) {
        return Error{ErrorCode::Storage, "gzip: not enough memory"};
    }
    const std::unique_ptr<z_stream, DeflateEnd> closing(&stream);
    feed(stream, bytes);
    std::string packed(deflateBound(&stream, static_cast<uLong>(bytes.size())), '\0');
    stream.next_out = reinterpret_cast<Bytef*>(packed.data());
    stream.avail_out = static_cast<uInt>(packed.size());
    if (deflate(&stream, Z_FINISH) != Z_STREAM_END) {
        return Error{ErrorCode::Storage, "gzip: the body could not be packed"};
    }
    packed.resize(packed.size() - stream.avail_out);
    return packed;
}

Result<std::string> gzip_decompress(std::string_view bytes, std::size_t bytes_max) {
    z_stream stream{};
    if (inflateInit2(&stream, kGzipWindow) != Z_OK) {
        return Error{ErrorCode::Storage, "gzip: not enough memory"};
    }
    const std::unique_ptr<z_stream, InflateEnd> closing(&stream);
    feed(stream, bytes);
    Output output(bytes_max);
    int state = Z_OK;
    while (state != Z_STREAM_END) {
        stream.next_out = reinterpret_cast<Bytef*>(output.chunk());
        stream.avail_out = static_cast<uInt>(kChunkBytes);
        state = inflate(&stream, Z_NO_FLUSH);
        if (state == Z_BUF_ERROR) return cut_short();
        if (state != Z_OK && state != Z_STREAM_END) return not_of("gzip");
        if (!output.take(kChunkBytes - stream.avail_out)) return too_large(bytes_max);
    }
    if (stream.avail_in != 0) return bytes_after();
    return std::move(output).text();
}

// "zstd;q=0" takes an encoding back.
bool is_allowed(std::string_view item) {
    const auto semicolon = item.find(';');
    if (semicolon == std::string_view::npos) return true;
    const std::string weight = base::trimmed(item.substr(semicolon + 1));
    return !weight.starts_with("q=") || std::strtod(weight.c_str() + 2, nullptr) > 0.0;
}

}  // namespace

std::string_view name_of(Encoding encoding) {
    switch (encoding) {
        case Encoding::Identity:
            return "identity";
        case Encoding::Gzip:
            return "gzip";
        case Encoding::Zstd:
            return "zstd";
        case Encoding::K1:
            return "k1";
    }
    return "identity";
}

std::optional<Encoding> parse_encoding(std::string_view token) {
    if (token.empty()) return Encoding::Identity;
    for (const Encoding each : kAll) {
        const std::string_view name = name_of(each);
        const auto same_letter = [](char a, char b) { return (a | 0x20) == b; };
        if (std::equal(token.begin(), token.end(), name.begin(), name.end(), same_letter)) {
            return each;
        }
    }
    return std::nullopt;
}

Encoding best_accepted(std::string_view accept_encoding) {
    Encoding best = Encoding::Identity;
    for (const std::string& item : base::split(accept_encoding, ',')) {
        const auto encoding = parse_encoding(base::trimmed(item.substr(0, item.find(';'))));
        if (encoding && is_allowed(item)) best = std::max(best, *encoding);
    }
    return best;
}

Result<std::string> compress(Encoding encoding, std::string_view bytes, int level,
                             std::string_view known) {
    switch (encoding) {
        case Encoding::Identity:
            return std::string(bytes);
        case Encoding::Gzip:
            return gzip_compress(bytes, level);
        case Encoding::Zstd:
            return zstd_pack(bytes, level);
        case Encoding::K1:
            return k1_pack(bytes, level, known);
    }
    return not_of("encoded");
}

Result<std::string> decompress(Encoding encoding, std::string_view bytes, std::size_t bytes_max,
                               std::string_view known) {
    switch (encoding) {
        case Encoding::Identity:
            if (bytes.size() > bytes_max) return too_large(bytes_max);
            return std::string(bytes);
        case Encoding::Gzip:
            return gzip_decompress(bytes, bytes_max);
        case Encoding::Zstd:
            return zstd_unpack(bytes, bytes_max);
        case Encoding::K1:
            return k1_unpack(bytes, bytes_max, known);
    }
    return not_of("encoded");
}

}  // namespace protocol
