// Names of health centres as people write them: "Puskesmas Melati", "PKM melati" and "Melati" are
// one.
#pragma once

#include "shared/base/text.h"

#include <string>
#include <string_view>

namespace crossing {

inline std::string bare_name(std::string_view name) {
    std::string text = base::folded(name);
    for (const std::string_view word : {"puskesmas ", "pkm "}) {
        if (text.starts_with(word)) return text.substr(word.size());
    }
    return text;
}

inline bool are_one_centre(std::string_view one, std::string_view other) {
    return bare_name(one) == bare_name(other);
}

}  // namespace crossing
