// A mother who is followed: thirteen days after a birth, with checks, nappies, weights, numbers and
// massages that were seen and told.
#pragma once

#include "tests/client/desk/desk.h"

#include <string>

namespace desk {

struct FollowedFamily {
    std::string household, mother, infant, birth, husband, teaching;
    std::string early_check;  // of 22 February
};
FollowedFamily settle_followed(Desk& desk);

// One more check of hers; `answers` as JSON without the references.
std::string check_mother(Desk& desk, const FollowedFamily& family, const std::string& day,
                         const std::string& answers);
// A session of hers; `more` likewise, with source and adverse.
std::string add_session(Desk& desk, const FollowedFamily& family, const std::string& day,
                        const std::string& more);
std::string add_scale(Desk& desk, const FollowedFamily& family, const std::string& day,
                      const std::string& instrument, int total);

}  // namespace desk
