// Checking answers against their form: the same on the screen, in the command line and on the
// server. Never fails: whatever the answers hold, the result is a list of problems.
//
// An answer to a question that is not relevant is no problem and counts as unanswered; saving drops
// it (relevant_only). Unknown fields and unknown codes are kept (SYNC 25).
#pragma once

#include "shared/base/date.h"
#include "shared/base/fields.h"
#include "shared/forms/form.h"

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace forms {

struct Context {
    base::Date today;
    std::string language = "id";
    bool errors_only = false;  // leaves out rules that only warn, without evaluating them
    // A field of another record, as text; nullopt if that record or answer has not arrived.
    // Without it nothing is known of other records, and nothing that hangs on them is judged.
    std::function<std::optional<std::string>(std::string_view type, std::string_view id,
                                             std::string_view field)>
        lookup;
};

struct Problem {
    std::string field;  // "" if the problem is of the whole form
    // "type", "required", "constraint", "unknown_code", or the id of a rule ("V017")
    std::string code;
    Severity severity = Severity::Error;
    std::string message;  // in the context's language; holds no answer
    bool operator==(const Problem&) const = default;
};

// In the survey's order, rules after questions.
std::vector<Problem> check(const Form& form, const base::Fields& answers, const Context& context);
bool blocks(const std::vector<Problem>& problems);  // any Error among them

class Relevance {
public:
    Relevance(const Form& form, std::vector<char> by_number)
        : form_(&form), by_number_(std::move(by_number)) {}
    bool is_relevant(std::string_view name) const;  // true of names the form does not know
    bool is_relevant(std::size_t number) const { return by_number_[number] != 0; }

private:
    const Form* form_;
    std::vector<char> by_number_;
};
Relevance relevance(const Form& form, const base::Fields& answers, const Context& context);

// What is saved: without answers that are not relevant, empty or calculated; texts trimmed.
base::Fields relevant_only(const Form& form, const base::Fields& answers, const Context& context);
// The values of the calculate rows; a truth as "1" or "0", what is Empty left out.
base::Fields calculated(const Form& form, const base::Fields& answers, const Context& context);
// What a new record starts with: default texts as they are, those that call a function
// ("today()") evaluated.
base::Fields defaults(const Form& form, const Context& context);

}  // namespace forms
