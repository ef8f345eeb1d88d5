// The words of an expression.
#pragma once

#include "shared/base/result.h"

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace forms {

struct Word {
    enum class Kind { Number, Text, Field, Name, Symbol, End };
    Kind kind = Kind::End;
    std::string text;    // a text without its quotes, a field's name without ${}
    std::size_t at = 0;  // where it starts, from 0
};

// Ends with a word of kind End. Errors say "at character N: ...", from 1.
base::Result<std::vector<Word>> words_of(std::string_view expression);
base::Error error_at(std::size_t at, const std::string& what);

}  // namespace forms
