// Every page of the health centre, with the action that it needs. A page that is not in a list that
// all_routes() joins does not exist.
#pragma once

#include "sync-server/console/page.h"
#include "sync-server/console/rights.h"

#include <vector>

namespace console {

// Errors: NotFound is shown as "not here", Refused as the sentence itself, others as our mistake.
using Show = Answer (*)(const Visit& visit);

struct Route {
    const char* method;  // "GET" changes nothing; "POST" comes from form() only
    const char* path;    // "/users/{id}"
    Action action;
    Show show;
};
using Routes = std::vector<Route>;

Routes all_routes();

// A line of the navigation; shown to whoever may open it.
struct NavItem {
    const char* path;
    const char* label;  // msgid
    Action action;
    const char* group;  // msgid of the heading that it stands under
};
const std::vector<NavItem>& navigation();

}  // namespace console
