// What is compared of a person or household, gathered from her records once, and the keys under
// which it is found. Worked out from records; may be thrown away and made anew.
#pragma once

#include "shared/db/connection.h"

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace server_store {

using base::Result;
using base::Status;

struct ProfileRow {
    std::int64_t no = 0;  // 0: not in the database yet
    std::string record;
    std::string kind;  // mother, infant, person, household
    std::string unit;
    std::string home;        // the household's id
    std::int64_t print = 0;  // equal for equal fields
    std::string fields;      // JSON
};

Result<std::optional<ProfileRow>> find_profile(db::Connection& connection, std::string_view record);
// Gives a new one its number; replaces its keys.
Status put_profile(db::Connection& connection, ProfileRow& row,
                   const std::vector<std::int64_t>& keys);
Status remove_profile(db::Connection& connection, std::string_view record);
// Those with a number above that, in the order of their numbers; at most `limit`.
Result<std::vector<ProfileRow>> profiles_after(db::Connection& connection, std::int64_t no,
                                               std::int64_t limit);
struct ProfilePrint {
    std::int64_t no = 0;
    std::string kind;
    std::int64_t print = 0;
};
// Of all of them.
Result<std::vector<ProfilePrint>> profile_prints(db::Connection& connection);
// By kind; known without counting.
Result<std::map<std::string, std::int64_t>> profile_counts(db::Connection& connection);
Result<std::vector<std::string>> profiles_of_home(db::Connection& connection,
                                                  std::string_view home);
// Profiles that share this key; at most `limit` numbers are read.
Result<std::vector<std::int64_t>> profiles_with_key(db::Connection& connection, std::int64_t key,
                                                    std::int64_t limit);
Result<std::optional<ProfileRow>> profile_of_number(db::Connection& connection, std::int64_t no);

// The weights by which records are compared, as JSON; "" if none were worked out.
Result<std::string> match_weights(db::Connection& connection, std::string_view kind);
Status put_match_weights(db::Connection& connection, std::string_view kind,
                         std::string_view weights, std::int64_t made_at);

}  // namespace server_store
