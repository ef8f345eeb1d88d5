// Ids of records of a test.
#pragma once

#include <string>

namespace console_test {

inline std::string id_of(int number) {
    const std::string text = std::to_string(number);
    return "01890000-0000-7000-8000-" + std::string(12 - text.size(), '0') + text;
}

}  // namespace console_test
