#include "shared/forms/references.h"

#include "shared/base/id.h"

namespace forms {

std::vector<std::string> references(const Form& form, const base::Fields& fields) {
    std::vector<std::string> ids;
    for (const Question& question : form.questions) {
        const std::string& type = question.reference_type;
        if (type.empty() || type == "user" || type == "org_unit") continue;
        for (std::string& id : fields.codes(question.name)) {
            if (base::is_uuid(id)) ids.push_back(std::move(id));
        }
    }
    return ids;
}

}  // namespace forms
