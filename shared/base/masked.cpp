#include "shared/base/masked.h"

#include "shared/base/characters.h"

namespace base {

namespace {

// Where the digits that begin at `from` end, one separator at a time between them.
std::size_t end_of_digits(std::string_view words, std::size_t from) {
    constexpr std::string_view kBetween = " .-";
    std::size_t end = from;
    while (end < words.size()) {
        if (is_digit(words[end])) {
            ++end;
        } else if (kBetween.find(words[end]) != std::string_view::npos && end + 1 < words.size() &&
                   is_digit(words[end + 1])) {
            end += 2;
        } else {
            break;
        }
    }
    return end;
}

}  // namespace

std::string masked(std::string_view words, std::size_t digits) {
    std::string kept;
    for (std::size_t at = 0; at < words.size();) {
        if (!is_digit(words[at])) {
            kept += words[at++];
            continue;
        }
        const std::size_t end = end_of_digits(words, at);
        const std::string number = digits_of(words.substr(at, end - at));
        if (number.size() >= digits) {
            kept += "•••" + number.substr(number.size() - 3);
        } else {
            kept += words.substr(at, end - at);
        }
        at = end;
    }
    return kept;
}

}  // namespace base
