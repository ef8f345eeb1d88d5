// The moves between posyandu of this health centre that were made, and each one's way back.
#pragma once

#include "shared/records/record.h"
#include "sync-server/console/page.h"
#include "sync-server/store/keeping/audit.h"

#include <string>

namespace console {

// The form that moves them back, filled in.
struct MoveBack {
    std::string record;  // that was moved
    bool is_person = false;
    std::string to = {};    // the posyandu that it left
    std::string home = {};  // of a person: the household that she left there
    std::string pair = {};  // the two that are looked at again afterwards
};
std::string address_of(const MoveBack& way);

// From where to where a move of the audit went, and: the way back, that it was gone since, or what
// must be taken back before.
Result<Html> what_became_of_move(const Visit& visit, const server_store::Audited& moved,
                                 const records::Record& record);

Result<Html> moves_made(const Visit& visit);  // the latest of them

}  // namespace console
