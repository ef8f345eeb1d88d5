// An expression of a form: the ODK XPath subset (README), compiled once, evaluated often.
//
// Bounded when it is compiled (4,096 bytes, 64 levels), so that evaluating it always ends, quickly
// and without failing: what makes no sense is Empty. Safe to evaluate from several threads.
#pragma once

#include "shared/base/date.h"
#include "shared/base/result.h"
#include "shared/forms/value.h"

#include <cstddef>
#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace forms {

inline constexpr std::size_t kExpressionBytesMax = 4096;
inline constexpr int kExpressionDepthMax = 64;
inline constexpr std::size_t kRegexInputBytesMax = 200;  // longer text matches nothing

// Where an expression finds what it asks for.
class Scope {
public:
    virtual ~Scope() = default;
    // `number` is what bind() gave for the name; 0 before.
    virtual const Value& field(std::string_view name, std::size_t number) const = 0;
    virtual const Value& self() const = 0;  // what `.` means
    virtual base::Date today() const = 0;
    virtual Value lookup(std::string_view type, std::string_view id,
                         std::string_view field) const = 0;
};

struct Tree;  // tree.h

class Expression {
public:
    // An error says where: "at character 7: expected )".
    static base::Result<Expression> parse(std::string_view text);

    Value evaluate(const Scope& scope) const;
    bool is_true(const Scope& scope) const;

    const std::vector<std::string>& fields() const;  // each name once, in order of appearance
    bool uses_self() const;
    const std::string& text() const;
    void bind(const std::function<std::size_t(std::string_view name)>& number_of);

private:
    explicit Expression(std::shared_ptr<const Tree> tree);
    std::shared_ptr<const Tree> tree_;
    std::vector<std::size_t> numbers_;  // beside fields()
};

}  // namespace forms
