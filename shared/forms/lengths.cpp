#include "shared/forms/lengths.h"

#include "shared/forms/functions.h"
#include "shared/forms/tree.h"

#include <algorithm>

namespace forms {

namespace {

const Node& operand(const Tree& tree, const Node& node, std::size_t number) {
    return tree.nodes[tree.arguments[node.operand + number]];
}

bool is_own_length(const Tree& tree, const Node& node) {
    return node.op == Op::Call && node.function->name == "string-length" &&
           operand(tree, node, 0).op == Op::Self;
}

std::optional<std::size_t> bound_of(const Tree& tree, const Node& node) {
    std::optional<std::size_t> least;
    if (node.op == Op::And) {
        for (std::size_t each = 0; each < node.count; ++each) {
            const auto bound = bound_of(tree, operand(tree, node, each));
            if (bound) least = std::min(least.value_or(*bound), *bound);
        }
        return least;
    }
    if (node.op != Op::LessEqual && node.op != Op::Less) return least;
    const Node& most = operand(tree, node, 1);
    if (!is_own_length(tree, operand(tree, node, 0)) || most.op != Op::Literal) return least;
    const double number = tree.literals[most.operand].to_number();
    const double first = node.op == Op::Less ? 1 : 0;  // "< 41" is 40
    if (number >= first) least = static_cast<std::size_t>(number - first);
    return least;
}

}  // namespace

std::optional<std::size_t> characters_max(const Question& question) {
    if (!question.constraint) return std::nullopt;
    const auto tree = compile(question.constraint->text());
    if (!tree.ok()) return std::nullopt;
    return bound_of(tree.value(), tree.value().nodes[tree.value().root]);
}

}  // namespace forms
