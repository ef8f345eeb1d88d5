// Words on a page.
#pragma once

#include <cstddef>
#include <string>

namespace paper_samples {

inline bool has(const std::string& page, const std::string& words) {
    return page.find(words) != std::string::npos;
}

inline std::size_t count(const std::string& page, const std::string& words) {
    std::size_t found = 0;
    for (auto at = page.find(words); at != std::string::npos; at = page.find(words, at + 1))
        ++found;
    return found;
}

}  // namespace paper_samples
