// One request of one signed-in person: who she is, what she may, what she sent, and the database as
// it stands at this moment. Every page is a function of it.
#pragma once

#include "shared/base/clock.h"
#include "shared/base/random.h"
#include "shared/db/connection.h"
#include "shared/forms/in_force.h"
#include "sync-server/accept/desk/deciding.h"
#include "sync-server/console/erasing.h"
#include "sync-server/console/posted.h"
#include "sync-server/console/rights.h"
#include "sync-server/http/message.h"
#include "sync-server/store/people/console.h"
#include "sync-server/store/people/people.h"

#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace console {

using base::Result;
using base::Status;

struct Who {
    base::UserId id;
    std::string name;
    Role role = Role::Cadre;
    std::vector<std::string> units;  // codes she is assigned to
};

// The health centre that the pages are of.
struct Centre {
    std::string name;
    base::Zone zone;
    std::string data;     // its folder
    std::string address;  // as laptops reach it; printed on slips
};

// Does `work` alone on the connection that writes, and waits for it.
using OnWriter = std::function<void(const std::function<void(db::Connection&)>& work)>;
class Errands;
class SignIn;

}  // namespace console

namespace importing {
class Previews;
}

namespace console {

class Visit {
public:
    const http::Request& request;
    const Who& who;
    db::Connection& connection;  // reads only: one state of the database for the whole page
    const forms::FormSet& forms;
    const Centre& centre;
    base::Instant now;
    base::Date today;      // the health centre's
    const Posted& posted;  // of a GET: what stands in the address
    const server_store::ConsoleSession& session;

    // The tools behind it.
    const OnWriter& on_writer;
    forms::InForce& forms_in_force;  // `forms` is its present state
    const base::Clock& clock;
    base::Random& random;
    SignIn& sign_in;
    Errands& errands;
    const Erasing& erasing;
    importing::Previews& previews;  // of tables that are being looked at

    // The value of that name, trimmed; empty if there is none.
    std::string value(std::string_view name) const;
    // What stood in the path: {id}.
    std::string in_path(std::string_view name) const {
        return std::string(request.parameter(name));
    }

    bool may(Action action) const { return reach(who.role, action) != Reach::None; }
    // In that unit: the whole centre's, or one that she is assigned to.
    bool may_in(Action action, std::string_view unit) const;
    // The codes of the units in which she may; all of the centre's for who may everywhere.
    Result<std::vector<std::string>> units_for(Action action) const;

    // Runs `work` where writing is done, one at a time; nothing else is written meanwhile. What
    // accept decides takes this desk. `work` begins its own transactions.
    Status write(const std::function<Status(const accept::Desk&)>& work) const;
    // Writes down what she did with persons' data or with power over it. Inside `work`.
    Status note(db::Connection& writer, std::string_view what, std::string_view subject,
                std::string_view reason = {}) const;
    // She looked at a person (or a list of a unit's persons) by name. Before the page is shown.
    Status looked_at(std::string_view what, std::string_view subject) const;
};

}  // namespace console
