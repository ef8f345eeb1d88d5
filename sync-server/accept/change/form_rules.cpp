#include "sync-server/accept/change/form_rules.h"

#include "shared/base/json.h"
#include "shared/forms/check.h"
#include "shared/forms/form.h"

#include <algorithm>

namespace accept {

std::string group_of(const forms::Form& form, std::string_view field) {
    const forms::Question* question = form.find(field);
    if (question == nullptr || question->merge_group.empty()) return std::string(field);
    return question->merge_group;
}

bool is_sticky(const forms::Form& form, std::string_view field, std::string_view token) {
    const forms::Question* question = form.find(field);
    if (question == nullptr || question->sticky.empty()) return false;
    const auto text = base::json::string_of(token);
    return text && std::find(question->sticky.begin(), question->sticky.end(), *text) !=
                       question->sticky.end();
}

std::optional<DocumentProblem> document_problem(const forms::Form& form, const base::Fields& fields,
                                                base::Date today) {
    forms::Context context;
    context.today = today;
    context.errors_only = true;  // a doubt is the cadre's and the work list's
    for (const forms::Problem& problem : forms::check(form, fields, context)) {
        if (problem.severity == forms::Severity::Error) {
            return DocumentProblem{problem.field, problem.message};
        }
    }
    return std::nullopt;
}

}  // namespace accept
