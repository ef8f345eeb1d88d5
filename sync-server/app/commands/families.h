// Commands that concern whole families: two records become one, a family moves, an area changes
// hands. What they do is accept/joining's; here it is read from the command line and told.
#pragma once

#include "shared/base/result.h"

#include <string>
#include <vector>

namespace server_app {

using base::Status;

struct JoinOptions {
    std::string data;
    bool json = false;
    std::string winner, loser;
    std::vector<std::string> take;  // "full_name=loser"
    std::string merge;              // to undo
    std::vector<std::string> move;  // what was recorded since and is the other's
    std::string reason;
    bool is_forced = false;
    bool dry_run = false;
};
Status duplicates_merge(const JoinOptions& options);
Status duplicates_undo(const JoinOptions& options);
Status duplicates_late(const JoinOptions& options);
Status duplicates_merges(const JoinOptions& options);

struct MoveOptions {
    std::string data;
    bool json = false;
    std::string record;  // a person or household
    std::string to, into, on, reason;
    bool never_lived_there = false;
    bool without_children = false;
    bool dry_run = false;
};
Status move_family(const MoveOptions& options);

struct ResidenceOptions {
    std::string data;
    bool json = false;
    std::string person;
    bool is_temporary = false, is_domiciled = false;
    std::string from_unit, from_text, since, reason;
};
// Where somebody counts who only stays for a while.
Status set_residence(const ResidenceOptions& options);

struct MoveOutOptions {
    std::string data;
    bool json = false;
    std::string record;  // a person or household
    std::string to, on, reason, out;
    bool is_alone = false;
    bool dry_run = false;
    std::string receipt;  // to close a move
    std::string id;       // of a move, to cancel it or to make a further file
    bool is_cancel = false, is_further = false, is_list = false;
};
// To another health centre (SYNC 16).
Status move_out(const MoveOutOptions& options);

struct MoveInOptions {
    std::string data;
    bool json = false;
    std::string file, code, unit;
    bool is_for_us = false;
    bool preview = false;
};
Status move_in(const MoveInOptions& options);

struct UserUnitOptions {
    std::string data;
    bool json = false;
    std::string user, to_user, unit, reason;
};
Status user_unit_add(const UserUnitOptions& options);
Status user_unit_remove(const UserUnitOptions& options);
Status user_hand_over(const UserUnitOptions& options);

}  // namespace server_app
