#include "shared/forms/references.h"

#include "shared/base/id.h"

#include <algorithm>
#include <string_view>

namespace forms {

std::vector<std::string> references(const Form& form, const base::Fields& fields) {
    std::vector<std::string> ids;
    for (const Question& question : form.questions) {
        const std::string& type = question.reference_type;
        if (type.empty() || type == "user" || type == "org_unit") continue;
        const std::string text = fields.text(question.name);
        std::string_view codes = text;
        while (!codes.empty()) {
            const std::string_view id = codes.substr(0, codes.find(' '));
            if (base::is_uuid(id)) ids.emplace_back(id);
            codes.remove_prefix(std::min(id.size() + 1, codes.size()));
        }
    }
    return ids;
}

}  // namespace forms
