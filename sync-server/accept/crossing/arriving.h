// Step two of a family's way (SYNC 16): the new health centre opens the file, looks, and takes all
// of it or nothing. The receipt that it gets goes back to the old one.
#pragma once

#include "sync-server/accept/crossing/family_file.h"
#include "sync-server/accept/desk/desk.h"
#include "sync-server/store/records/crossings.h"

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace crossing {

using accept::Desk;
using base::Result;
using base::Status;

struct InRequest {
    std::string bytes, code;
    std::string unit;        // the posyandu that they come to; of a further file: as they are
    bool is_for_us = false;  // although it names another health centre
    std::string actor;
};

struct Person {
    std::string id;
    base::Fields fields;
    bool is_here = false;  // under this very id
};
struct InPlan {
    FamilyFile file;
    std::vector<Person> persons;
    std::map<std::string, std::int64_t> counts;  // by type
    std::int64_t here = 0;                       // records that stand here already
    std::int64_t back = 0;                       // that went from here once, and come back
    std::int64_t erased = 0;   // that stay out: erased here, or about somebody who is
    std::int64_t waiting = 0;  // that this program cannot let stand: they are kept in quarantine
    bool is_for_another = false;
    std::optional<server_store::Crossing> taken;  // before: nothing more is done
};
// Only reads. Errors as of open(); Refused with a sentence.
Result<InPlan> plan_in(const Desk& desk, const InRequest& request);

struct Arrived {
    std::string receipt;  // in groups of four
    std::string unit;
    std::int64_t records = 0;  // that are new or were changed by it
    std::int64_t waiting = 0;  // kept in quarantine
    std::int64_t erased = 0;   // left out
    bool was_taken = false;    // before: nothing was done now
};
Result<Arrived> take_in(const Desk& desk, const InRequest& request);

}  // namespace crossing
