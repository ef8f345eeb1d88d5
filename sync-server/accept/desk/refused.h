// What the rules refuse, with the sentence that says why.
#pragma once

#include "shared/base/result.h"

#include <string>

namespace accept {

inline base::Error refused(std::string words) {
    return {base::ErrorCode::Refused, std::move(words)};
}

}  // namespace accept
