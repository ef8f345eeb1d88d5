#include "shared/base/characters.h"
#include "shared/forms/expression.h"
#include "shared/forms/functions.h"
#include "shared/forms/lexer.h"
#include "shared/forms/tree.h"

#include <algorithm>
#include <charconv>
#include <optional>

namespace forms {

namespace {

struct Operator {
    Op op;
    int binding;  // higher binds tighter
};

std::optional<Operator> operator_of(const Word& word) {
    if (word.kind == Word::Kind::Name) {
        if (word.text == "or") return Operator{Op::Or, 1};
        if (word.text == "and") return Operator{Op::And, 2};
        if (word.text == "div") return Operator{Op::Divide, 6};
        if (word.text == "mod") return Operator{Op::Modulo, 6};
    }
    if (word.kind != Word::Kind::Symbol) return std::nullopt;
    if (word.text == "=") return Operator{Op::Equal, 3};
    if (word.text == "!=") return Operator{Op::NotEqual, 3};
    if (word.text == "<") return Operator{Op::Less, 4};
    if (word.text == "<=") return Operator{Op::LessEqual, 4};
    if (word.text == ">") return Operator{Op::Greater, 4};
    if (word.text == ">=") return Operator{Op::GreaterEqual, 4};
    if (word.text == "+") return Operator{Op::Add, 5};
    if (word.text == "-") return Operator{Op::Subtract, 5};
    if (word.text == "*") return Operator{Op::Multiply, 6};
    return std::nullopt;
}

// libstdc++ has a matcher whose time is bounded by a polynomial; the usual one can be made to
// run for years by a careless pattern such as (a+)+b.
constexpr std::regex::flag_type kPatternFlags =
#ifdef __GLIBCXX__
    std::regex::ECMAScript | std::regex_constants::__polynomial;
#else
    std::regex::ECMAScript;
#endif

// The library's matcher descends once for each state of a pattern, and a{100} is a hundred states.
constexpr std::size_t kPatternCostMax = 2000;

// Of {least,most} the larger counts: the library reads both.
std::size_t pattern_cost(const std::string& pattern) {
    std::size_t cost = pattern.size();
    std::size_t count = 0;
    std::size_t most = 0;
    bool is_counting = false;
    for (const char c : pattern) {
        if (c == '{') {
            is_counting = true;
            most = 0;
        }
        if (c == ',' || c == '{') count = 0;
        if (base::is_digit(c))
            count = std::min(count * 10 + static_cast<std::size_t>(c - '0'), kPatternCostMax + 1);
        most = std::max(most, count);
        if (c == '}' && is_counting) {
            cost = std::min(cost * std::max<std::size_t>(most, 1), kPatternCostMax + 1);
            is_counting = false;
        }
    }
    return cost;
}

// Precedence climbing. Every function that descends counts its level, so the stack is bounded.
class Compiler {
public:
    explicit Compiler(std::vector<Word> words) : words_(std::move(words)) {}

    base::Result<Tree> compile() {
        TRY_LET(root, expression(0));
        if (word().kind != Word::Kind::End) return error("expected an operator");
        tree_.root = root;
        return std::move(tree_);
    }

private:
    using NodeNumber = base::Result<std::size_t>;

    const Word& word() const { return words_[at_]; }
    bool at_symbol(std::string_view symbol) const {
        return word().kind == Word::Kind::Symbol && word().text == symbol;
    }
    base::Error error(const std::string& what) const { return error_at(word().at, what); }
    base::Error too_deep() const {
        return error("nested deeper than " + std::to_string(kExpressionDepthMax) + " levels");
    }

    NodeNumber expression(int binding_min) {
        if (++level_ > kExpressionDepthMax) return too_deep();
        TRY_LET(first, operand());
        std::size_t left = first;
        while (const auto next = operator_of(word())) {
            if (next->binding < binding_min) break;
            TRY_LET(joined, join(*next, left));
            left = joined;
        }
        --level_;
        return left;
    }

    // a or b or c is one node of three, so that a long list of signs stays flat.
    NodeNumber join(const Operator& by, std::size_t left) {
        const bool is_list = by.op == Op::Or || by.op == Op::And;
        std::vector<std::size_t> children = {left};
        do {
            ++at_;
            TRY_LET(right, expression(by.binding + 1));
            children.push_back(right);
        } while (is_list && is_next(by.op));
        return add(by.op, children);
    }

    bool is_next(Op op) const {
        const auto next = operator_of(word());
        return next && next->op == op;
    }

    NodeNumber operand() {
        if (at_symbol("-")) {
            if (++level_ > kExpressionDepthMax) return too_deep();
            ++at_;
            TRY_LET(negated, operand());
            --level_;
            return add(Op::Negate, {negated});
        }
        if (at_symbol("(")) return parenthesised();
        if (at_symbol(".")) {
            ++at_;
            tree_.uses_self = true;
            return leaf(Op::Self, 0);
        }
        switch (word().kind) {
            case Word::Kind::Number:
                return number();
            case Word::Kind::Text:
                return literal(Value::text(words_[at_++].text));
            case Word::Kind::Field:
                return field();
            case Word::Kind::Name:
                return call();
            case Word::Kind::Symbol:
            case Word::Kind::End:
                break;
        }
        return error("expected a value");
    }

    NodeNumber parenthesised() {
        ++at_;
        TRY_LET(inside, expression(0));
        if (!at_symbol(")")) return error("expected )");
        ++at_;
        return inside;
    }

    NodeNumber number() {
        const std::string& digits = word().text;
        double number = 0;
        const char* end = digits.data() + digits.size();
        if (std::from_chars(digits.data(), end, number).ptr != end) return error("not a number");
        ++at_;
        return literal(Value::number(number));
    }

    NodeNumber literal(Value value) {
        tree_.literals.push_back(std::move(value));
        return leaf(Op::Literal, tree_.literals.size() - 1);
    }

    NodeNumber field() {
        const std::string& name = words_[at_++].text;
        auto& fields = tree_.fields;
        const auto known = std::find(fields.begin(), fields.end(), name);
        const auto number = static_cast<std::size_t>(known - fields.begin());
        if (known == fields.end()) fields.push_back(name);
        return leaf(Op::Field, number);
    }

    NodeNumber call() {
        const Word name = word();
        const Function* function = find_function(name.text);
        if (function == nullptr) return error("unknown function " + name.text.substr(0, 40));
        ++at_;
        if (!at_symbol("(")) return error("expected ( after " + name.text);
        ++at_;
        TRY_LET(arguments, arguments_of(*function));
        if (arguments.size() < function->arguments_min ||
            arguments.size() > function->arguments_max) {
            return error_at(name.at, name.text + "() has too few or too many arguments");
        }
        TRY_LET(node, add(Op::Call, arguments));
        tree_.nodes[node].function = function;
        TRY(take_literals(name, node));
        return node;
    }

    base::Result<std::vector<std::size_t>> arguments_of(const Function& function) {
        std::vector<std::size_t> arguments;
        while (!at_symbol(")")) {
            if (!arguments.empty()) {
                if (!at_symbol(",")) return error("expected , or )");
                ++at_;
            }
            if (arguments.size() == function.arguments_max) return error("too many arguments");
            TRY_LET(argument, expression(0));
            arguments.push_back(argument);
        }
        ++at_;
        return arguments;
    }

    // What must be known when the form is read: patterns, and what pulldata() looks for.
    base::Status take_literals(const Word& name, std::size_t number) {
        const Function& function = *tree_.nodes[number].function;
        std::vector<std::string> texts;
        for (std::size_t each = 0; each < tree_.nodes[number].count; ++each) {
            if ((function.literal_arguments >> each & 1U) == 0) continue;
            const Node& argument = tree_.nodes[tree_.arguments[tree_.nodes[number].operand + each]];
            if (argument.op != Op::Literal) {
                return error_at(name.at, "argument " + std::to_string(each + 1) + " of " +
                                             name.text + "() must be a text in quotes");
            }
            texts.push_back(tree_.literals[argument.operand].to_text());
        }
        if (function.name == "regex") return take_pattern(name, number, texts[0]);
        if (function.name == "pulldata" && texts[2] != "id") {
            return error_at(name.at, "pulldata() finds records by 'id' only");
        }
        return base::Done{};
    }

    base::Status take_pattern(const Word& name, std::size_t number, const std::string& pattern) {
        if (pattern_cost(pattern) > kPatternCostMax) {
            return error_at(name.at, "the pattern of regex() is too large");
        }
        try {
            tree_.nodes[number].pattern = tree_.patterns.size();
            tree_.patterns.emplace_back(pattern, kPatternFlags);
        } catch (const std::regex_error&) {
            return error_at(name.at, "the pattern of regex() cannot be read");
        }
        return base::Done{};
    }

    NodeNumber leaf(Op op, std::size_t operand) {
        Node node;
        node.op = op;
        node.operand = operand;
        tree_.nodes.push_back(node);
        return tree_.nodes.size() - 1;
    }

    NodeNumber add(Op op, const std::vector<std::size_t>& children) {
        Node node;
        node.op = op;
        node.operand = tree_.arguments.size();
        node.count = children.size();
        for (const std::size_t child : children) {
            tree_.arguments.push_back(child);
            node.depth = std::max(node.depth, tree_.nodes[child].depth + 1);
        }
        if (node.depth > kExpressionDepthMax) return too_deep();
        tree_.nodes.push_back(node);
        return tree_.nodes.size() - 1;
    }

    std::vector<Word> words_;
    std::size_t at_ = 0;
    int level_ = 0;
    Tree tree_;
};

}  // namespace

base::Result<Tree> compile(std::string_view text) {
    if (text.size() > kExpressionBytesMax) {
        return base::Error{base::ErrorCode::Malformed,
                           "longer than " + std::to_string(kExpressionBytesMax) + " bytes"};
    }
    TRY_LET(words, words_of(text));
    TRY_LET(tree, Compiler(std::move(words)).compile());
    tree.text = text;
    return std::move(tree);
}

}  // namespace forms
