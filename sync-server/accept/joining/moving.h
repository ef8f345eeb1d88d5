// Moving a household, or a person with what is about her, to another posyandu of the health centre
// (SYNC 15): one transaction over all of it. Taken back by moving back.
#pragma once

#include "sync-server/accept/joining/joining.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace joining {

struct MoveRequest {
    std::string record;  // a household with everybody in it, or a person
    std::string to;      // code of the unit
    // Of a person: the household there that she lives in from now on; empty: a new one is made.
    std::string into;
    bool with_children = true;          // of a person
    std::optional<base::Date> on = {};  // since when it is so, for reports; today
    bool never_lived_there = false;     // where they were written: instead of `on`
    std::string reason;
    std::string actor;
    Seen seen = {};
};

struct MovePlan {
    std::string from, to;
    std::vector<records::Record> going;    // the record that was named first
    std::vector<records::Record> staying;  // about her and about others too
};
// NotFound, or Refused with a sentence.
Result<MovePlan> plan_move(const Desk& desk, const MoveRequest& request);
// How many records went.
Result<std::int64_t> move(const Desk& desk, const MoveRequest& request);

// What the audit keeps of one, beside whom and by whom; absent: the line is none of move()'s.
struct NotedMove {
    std::string from, to;
    std::string reason;
};
std::optional<NotedMove> noted_move(std::string_view audit_reason);

}  // namespace joining
