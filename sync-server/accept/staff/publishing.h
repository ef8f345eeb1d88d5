// A new version of a form: is it one that can be worked with, what differs, and putting it in
// force.
#pragma once

#include "shared/forms/form_set.h"
#include "sync-server/accept/desk/desk.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace staff {

using accept::Desk;
using base::Result;
using base::Status;

// What is wrong with it, a sentence each; none: it can be published. The form where it could be
// read.
struct Checked {
    std::optional<forms::Form> form;
    std::vector<std::string> problems;
};
Checked check_form(const forms::FormSet& current, std::string_view json);

struct ChangedQuestion {
    std::string name;
    std::vector<std::string> aspects;  // "label", "type", "choices", "required" ...
};
struct Difference {
    std::vector<std::string> added, removed;  // names of questions
    std::vector<ChangedQuestion> changed;
};
Difference compare(const forms::Form& before, const forms::Form& after);

// Inside the caller's transaction. Refused if it has a problem. Who holds the forms in force reads
// them anew afterwards (published()).
Status publish_form(const Desk& desk, std::string_view json, std::string_view actor);

// `shipped` with all that was published since. One that a newer program cannot read is left out.
Result<forms::FormSet> published(db::Connection& connection, forms::FormSet shipped);

}  // namespace staff
