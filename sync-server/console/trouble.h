// What a page refuses, and at which of its fields; at none: above all.
#pragma once

#include <string>
#include <string_view>

namespace console {

struct Trouble {
    std::string words = {};
    std::string field = {};

    std::string at(std::string_view name) const { return field == name ? words : std::string(); }
    int status() const { return words.empty() ? 200 : 422; }
};

}  // namespace console
