// What the server needs to know of a form: which fields are decided together, which values stick,
// and whether a document can stand (SYNC 10-12).
#pragma once

#include "shared/base/date.h"
#include "shared/base/fields.h"

#include "shared/base/id.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace forms {
struct Form;
}

namespace accept {

// The field's merge group, or the field itself.
std::string group_of(const forms::Form& form, std::string_view field);
bool is_sticky(const forms::Form& form, std::string_view field, std::string_view token);

struct DocumentProblem {
    std::string field;
    std::string reason;  // in Indonesian: it goes back to the cadre
};
// The first thing that makes the document unreadable or impossible. Nothing that compares with
// another record, or with a clock that may be wrong, is among them (SYNC 10, 25).
std::optional<DocumentProblem> document_problem(const forms::Form& form, const base::Fields& fields,
                                                base::Date today);

}  // namespace accept
