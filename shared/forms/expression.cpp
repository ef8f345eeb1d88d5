#include "shared/forms/expression.h"

#include "shared/forms/functions.h"
#include "shared/forms/tree.h"

#include <cmath>

namespace forms {

base::Result<Expression> Expression::parse(std::string_view text) {
    TRY_LET(tree, compile(text));
    return Expression(std::make_shared<const Tree>(std::move(tree)));
}

Expression::Expression(std::shared_ptr<const Tree> tree)
    : tree_(std::move(tree)), numbers_(tree_->fields.size(), 0) {}

Value Expression::evaluate(const Scope& scope) const {
    return Evaluation(*tree_, numbers_, scope).value(tree_->root);
}

bool Expression::is_true(const Scope& scope) const {
    return Evaluation(*tree_, numbers_, scope).is_true(tree_->root);
}

const std::vector<std::string>& Expression::fields() const {
    return tree_->fields;
}

bool Expression::uses_self() const {
    return tree_->uses_self;
}

const std::string& Expression::text() const {
    return tree_->text;
}

void Expression::bind(const std::function<std::size_t(std::string_view)>& number_of) {
    for (std::size_t each = 0; each < numbers_.size(); ++each) {
        numbers_[each] = number_of(tree_->fields[each]);
    }
}

const Value& Evaluation::look(std::size_t number, Value& room) const {
    const Node& node = tree_.nodes[number];
    if (node.op == Op::Literal) return tree_.literals[node.operand];
    if (node.op == Op::Field) {
        return scope_.field(tree_.fields[node.operand], numbers_[node.operand]);
    }
    if (node.op == Op::Self) return scope_.self();
    room = compute(node);
    return room;
}

Value Evaluation::value(std::size_t node) const {
    Value room;
    const Value& found = look(node, room);
    if (&found == &room) return room;
    return found;
}

bool Evaluation::is_true(std::size_t node) const {
    Value room;
    return look(node, room).is_true();
}

Value Evaluation::compute(const Node& node) const {
    switch (node.op) {
        case Op::Or:
        case Op::And:
            return Value::boolean(joined_truth(node));
        case Op::Equal:
        case Op::NotEqual:
        case Op::Less:
        case Op::LessEqual:
        case Op::Greater:
        case Op::GreaterEqual:
            return Value::boolean(compare(node));
        case Op::Add:
        case Op::Subtract:
        case Op::Multiply:
        case Op::Divide:
        case Op::Modulo:
        case Op::Negate:
            return calculate(node);
        case Op::Call:
            return node.function->run(Call(*this, node));
        case Op::Literal:
        case Op::Field:
        case Op::Self:
            break;  // look() answers these
    }
    return {};
}

bool Evaluation::joined_truth(const Node& node) const {
    const bool decides = node.op == Op::Or;
    for (std::size_t each = 0; each < node.count; ++each) {
        if (is_true(tree_.arguments[node.operand + each]) == decides) return decides;
    }
    return !decides;
}

bool Evaluation::compare(const Node& node) const {
    Value left_room;
    Value right_room;
    const Value& left = look(tree_.arguments[node.operand], left_room);
    const Value& right = look(tree_.arguments[node.operand + 1], right_room);
    if (node.op == Op::Equal) return are_equal(left, right);
    if (node.op == Op::NotEqual) return !are_equal(left, right);
    const auto order = ordered(left, right);
    if (node.op == Op::Less) return order < 0;
    if (node.op == Op::LessEqual) return order <= 0;
    if (node.op == Op::Greater) return order > 0;
    return order >= 0;
}

Value Evaluation::calculate(const Node& node) const {
    Value left_room;
    const Value& left = look(tree_.arguments[node.operand], left_room);
    if (node.op == Op::Negate) return Value::number(-left.to_number());
    Value right_room;
    const Value& right = look(tree_.arguments[node.operand + 1], right_room);
    if (node.op == Op::Add) return sum(left, right);
    if (node.op == Op::Subtract) return difference(left, right);
    if (node.op == Op::Multiply) return Value::number(left.to_number() * right.to_number());
    if (node.op == Op::Divide) return Value::number(left.to_number() / right.to_number());
    return Value::number(std::fmod(left.to_number(), right.to_number()));
}

}  // namespace forms
