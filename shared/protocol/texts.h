// A list of texts as an array of JSON strings, and back.
#pragma once

#include "shared/base/json.h"

#include <string>
#include <vector>

namespace protocol {

inline std::string texts(const std::vector<std::string>& strings) {
    std::vector<std::string> tokens;
    for (const std::string& each : strings) tokens.push_back(base::json::quoted(each));
    return base::json::array_of(tokens);
}

// What is no text reads as an empty one.
inline std::vector<std::string> texts_of(const std::vector<std::string>& tokens) {
    std::vector<std::string> strings;
    for (const std::string& token : tokens) {
        strings.push_back(base::json::string_of(token).value_or(""));
    }
    return strings;
}

}  // namespace protocol
