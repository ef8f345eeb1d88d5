// What every unpacker of this room has in common: a bound on what comes out, and what it says of
// bytes that are not what they claim. Included by the .cpp files of `encoding` and `zstd_frame`.
#pragma once

#include "shared/base/result.h"

#include <array>
#include <cstddef>
#include <string>
#include <string_view>
#include <utility>

namespace protocol {

inline constexpr std::size_t kChunkBytes = 64 * 1024;

inline base::Error too_large(std::size_t bytes_max) {
    return {base::ErrorCode::Refused, "the unpacked body is larger than the " +
                                          std::to_string(bytes_max) + " bytes that are allowed"};
}
inline base::Error cut_short() {
    return {base::ErrorCode::Malformed, "the packed body ends too early"};
}
inline base::Error bytes_after() {
    return {base::ErrorCode::Malformed, "the packed body has bytes after its end"};
}
inline base::Error not_of(std::string_view encoding) {
    return {base::ErrorCode::Malformed, "the body is not valid " + std::string(encoding)};
}

// What is unpacked so far; says when it has become more than is allowed.
class Output {
public:
    explicit Output(std::size_t bytes_max) : bytes_max_(bytes_max) {}
    char* chunk() { return chunk_.data(); }
    bool take(std::size_t count) {
        if (count > bytes_max_ - text_.size()) return false;
        text_.append(chunk_.data(), count);
        return true;
    }
    // What the bytes themselves say will come; room that is never filled costs nothing.
    void expect(std::size_t count) { text_.reserve(count < bytes_max_ ? count : bytes_max_); }
    std::string text() && { return std::move(text_); }

private:
    std::size_t bytes_max_;
    std::array<char, kChunkBytes> chunk_;
    std::string text_;
};

}  // namespace protocol
