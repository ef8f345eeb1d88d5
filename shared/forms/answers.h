// One form's answers as values: read once, with what is relevant and what is calculated.
#pragma once

#include "shared/base/fields.h"
#include "shared/forms/check.h"
#include "shared/forms/form.h"
#include "shared/forms/messages.h"

#include <optional>
#include <string>
#include <vector>

namespace forms {

// The value a token holds for a question of that type, or what is wrong with it.
struct Reading {
    Value value;
    std::optional<Message> problem;
};
Reading read_answer(const Question& question, const std::string& token);

class Answers final : public Scope {
public:
    Answers(const Form& form, const base::Fields& fields, const Context& context);

    const Value& value(std::size_t question) const { return values_[question]; }
    bool is_relevant(std::size_t question) const { return relevant_[question] != 0; }
    bool is_group_relevant(std::size_t group) const { return group == kNone || is_relevant(group); }
    // What is wrong with an answer's kind; nothing if it is right, missing or not relevant.
    std::optional<Message> problem(std::size_t question) const;
    const std::vector<char>& relevant() const { return relevant_; }
    void set_self(std::size_t question) { self_ = question; }

    const Value& field(std::string_view, std::size_t number) const override {
        return values_[number];
    }
    const Value& self() const override;
    base::Date today() const override { return context_.today; }
    Value lookup(std::string_view type, std::string_view id, std::string_view field) const override;

private:
    void read(const base::Fields& fields);
    void settle(std::size_t question);

    const Form& form_;
    const Context& context_;
    std::vector<Value> values_;
    std::vector<char> relevant_;
    std::vector<std::pair<std::size_t, Message>> problems_;
    std::size_t self_ = kNone;
};

}  // namespace forms
