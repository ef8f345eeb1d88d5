// A compiled expression: nodes that name their operands by number. Made by compile(), walked by
// Expression::evaluate; nothing else should need it.
#pragma once

#include "shared/base/result.h"
#include "shared/forms/value.h"

#include <cstddef>
#include <cstdint>
#include <regex>
#include <string>
#include <string_view>
#include <vector>

namespace forms {

struct Function;  // functions.h

enum class Op : unsigned char {
    Literal,  // operand: number in literals
    Field,    // operand: number in fields
    Self,
    Or,
    And,
    Equal,
    NotEqual,
    Less,
    LessEqual,
    Greater,
    GreaterEqual,
    Add,
    Subtract,
    Multiply,
    Divide,
    Modulo,
    Negate,
    Call,
};

struct Node {
    Op op = Op::Literal;
    int depth = 1;
    std::size_t operand = 0;  // Literal, Field: see Op. Others: the first of `count` in arguments
    std::size_t count = 0;
    const Function* function = nullptr;  // of a Call
    std::size_t pattern = 0;             // of a call of regex(): number in patterns
};

struct Tree {
    std::string text;
    std::vector<Node> nodes;
    std::vector<std::size_t> arguments;  // numbers of nodes
    std::vector<Value> literals;
    std::vector<std::string> fields;
    std::vector<std::regex> patterns;
    std::size_t root = 0;
    bool uses_self = false;
};

base::Result<Tree> compile(std::string_view text);

}  // namespace forms
