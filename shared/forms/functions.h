// The functions an expression may call, by name.
#pragma once

#include "shared/forms/expression.h"
#include "shared/forms/tree.h"

#include <cstddef>
#include <string>
#include <string_view>

namespace forms {

// One evaluation of one tree.
class Evaluation {
public:
    Evaluation(const Tree& tree, const std::vector<std::size_t>& numbers, const Scope& scope)
        : tree_(tree), numbers_(numbers), scope_(scope) {}

    Value value(std::size_t node) const;
    // Without a copy where the value is stored already; `room` holds it otherwise.
    const Value& look(std::size_t node, Value& room) const;
    bool is_true(std::size_t node) const;

    const Tree& tree() const { return tree_; }
    const Scope& scope() const { return scope_; }

private:
    Value compute(const Node& node) const;
    bool joined_truth(const Node& node) const;
    bool compare(const Node& node) const;
    Value calculate(const Node& node) const;

    const Tree& tree_;
    const std::vector<std::size_t>& numbers_;
    const Scope& scope_;
};

// The arguments of a call, evaluated when they are asked for.
class Call {
public:
    Call(const Evaluation& evaluation, const Node& node) : evaluation_(evaluation), node_(node) {}

    std::size_t count() const { return node_.count; }
    Value value(std::size_t argument) const { return evaluation_.value(node_of(argument)); }
    std::string text(std::size_t argument) const { return value(argument).to_text(); }
    double number(std::size_t argument) const { return value(argument).to_number(); }
    bool is_true(std::size_t argument) const { return evaluation_.is_true(node_of(argument)); }
    const std::regex& pattern() const { return evaluation_.tree().patterns[node_.pattern]; }
    const Scope& scope() const { return evaluation_.scope(); }

private:
    std::size_t node_of(std::size_t argument) const {
        return evaluation_.tree().arguments[node_.operand + argument];
    }
    const Evaluation& evaluation_;
    const Node& node_;
};

struct Function {
    std::string_view name;
    std::size_t arguments_min;
    std::size_t arguments_max;
    Value (*run)(const Call&);
    unsigned literal_arguments = 0;  // bit k: argument k must be a text written out
};

const Function* find_function(std::string_view name);

}  // namespace forms
