// New versions of forms, as the page of forms handles them.
#include "shared/base/file.h"
#include "shared/base/text.h"
#include "sync-server/accept/staff/publishing.h"
#include "sync-server/app/centre.h"
#include "sync-server/app/commands/commands.h"
#include "sync-server/app/commands/output.h"
#include "sync-server/store/keeping/audit.h"

namespace server_app {

using base::Done;
using base::Error;
using base::ErrorCode;

Status form_list(const FormOptions& options) {
    TRY_LET(centre, open_centre(options.data));
    Rows rows{{"form", "version", "questions"}, {}};
    for (const std::string& id : centre->forms.ids()) {
        const forms::Form& form = *centre->forms.find(id);
        rows.rows.push_back({id, form.version, std::to_string(form.questions.size())});
    }
    print(rows, options.json);
    return Done{};
}

Status form_check(const FormOptions& options) {
    TRY_LET(centre, open_centre(options.data));
    TRY_LET(json, base::read_file(options.file));
    const staff::Checked checked = staff::check_form(centre->forms, json);
    if (!checked.problems.empty()) {
        return Error{ErrorCode::Refused, base::joined(checked.problems, "; ")};
    }
    const forms::Form& after = *checked.form;
    const forms::Form& before = *centre->forms.find(after.id);
    const staff::Difference difference = staff::compare(before, after);
    std::vector<std::string> changed;
    for (const staff::ChangedQuestion& each : difference.changed) {
        changed.push_back(each.name + " (" + base::joined(each.aspects, ", ") + ")");
    }
    print_facts({{"form", after.id},
                 {"version_in_force", before.version},
                 {"version", after.version},
                 {"added", base::joined(difference.added, " ")},
                 {"removed", base::joined(difference.removed, " ")},
                 {"changed", base::joined(changed, " ")}},
                options.json);
    return Done{};
}

Status form_publish(const FormOptions& options) {
    TRY_LET(centre, open_centre(options.data));
    TRY_LET(json, base::read_file(options.file));
    const accept::Desk desk{centre->connection, centre->forms, centre->clock, centre->random};
    TRY_LET(transaction, db::Transaction::begin(centre->connection));
    TRY(staff::publish_form(desk, json, server_store::kCommandLine));
    TRY(transaction.commit());
    print_facts({{"state", "published: laptops get it with their next sync"}}, options.json);
    return Done{};
}

}  // namespace server_app
