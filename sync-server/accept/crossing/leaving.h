// Step one of a family's way to another health centre, and its end (SYNC 16): the sealed file is
// written; the receipt that comes back closes it. Until then everything here is as it was.
#pragma once

#include "sync-server/accept/desk/desk.h"
#include "sync-server/store/records/crossings.h"

#include <functional>
#include <optional>
#include <string>
#include <vector>

namespace crossing {

using accept::Desk;
using base::Result;
using base::Status;
using server_store::Crossing;
using server_store::CrossingState;

struct OutRequest {
    std::string record;                 // a household with everybody in it, or one of its persons
    std::string to;                     // the other health centre, by its name
    bool is_alone = false;              // the person with her children; the others stay
    std::optional<base::Date> on = {};  // since when they are there, for reports; today
    std::string reason;
    std::string actor;
};

struct OutPlan {
    std::string unit;
    std::vector<records::Record> going;    // the one that was named first
    std::vector<records::Record> staying;  // about them and about others too
    std::int64_t waiting = 0;              // changes to them in quarantine: they do not go along
    std::int64_t contested = 0;            // open conflicts: what stands goes
};
// NotFound, or Refused with a sentence.
Result<OutPlan> plan_out(const Desk& desk, const OutRequest& request);

struct Sealed {
    std::string id;     // of the crossing
    std::string bytes;  // of the file
    std::string code;   // opens it; kept nowhere
    std::int64_t records = 0;
};
// Puts the file where it is wanted, before anything is written down here: if it fails, nothing was.
using Keep = std::function<Status(const Sealed&)>;
Result<Sealed> write_out(const Desk& desk, const OutRequest& request, const Keep& keep);
// What came since of a family that went: `family` is the crossing's id.
Result<Sealed> write_further(const Desk& desk, const std::string& family, const std::string& actor,
                             const Keep& keep);

struct Closed {
    Crossing crossing;
    std::int64_t records = 0;    // that went
    std::int64_t to_follow = 0;  // written since the file was: a further file is to be made
};
// By the receipt that the other health centre gave, as it was typed.
Result<Closed> confirm(const Desk& desk, std::string_view receipt, const std::string& actor);
// They stay. Of one that was closed: they are back where they were.
Status cancel(const Desk& desk, const std::string& id, const std::string& reason,
              const std::string& actor);

}  // namespace crossing
