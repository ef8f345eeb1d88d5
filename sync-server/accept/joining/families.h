// Which records go with a household or a person: each goes with the one that it is about
// (accept/relocating.h), under whatever id she was ever joined.
#pragma once

#include "shared/db/connection.h"
#include "shared/records/record.h"
#include "sync-server/accept/round/session.h"

#include <map>
#include <set>
#include <string>
#include <vector>

namespace joining {

// In the order in which they were found, the given ones first.
struct Belongings {
    std::vector<records::Record> going;
    std::vector<records::Record> staying;  // that name one of them, and are not theirs
};
base::Result<Belongings> belongings_of(db::Connection& connection,
                                       const std::vector<std::string>& ids);

// Who moves when this household or person does: of a person also the children who live with her,
// if they come along, and whom she was once joined from with theirs.
base::Result<std::vector<std::string>> movers_of(db::Connection& connection,
                                                 const records::Record& record, bool with_children);
// A household for who comes without one. Its id.
base::Result<std::string> new_household(accept::Session& session, const std::string& unit,
                                        const std::string& reason);

// Of hers, those who live in the same household.
base::Result<std::vector<std::string>> children_with(db::Connection& connection,
                                                     const records::Record& mother);

}  // namespace joining
