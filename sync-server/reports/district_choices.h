// How the district reads its forms where their text does not decide (DOMAIN 6.5, 4.1; DAK-I IND.4):
// chosen by the health centre, and part of the rules by which facts are counted.
#pragma once

#include "shared/base/date.h"
#include "shared/db/connection.h"
#include "shared/indicators/facts.h"

#include <span>
#include <string>
#include <string_view>

namespace reports {

struct DistrictChoice {
    std::string_view name;                      // "f1_row1"
    std::span<const std::string_view> answers;  // the first holds until somebody chooses
};
std::span<const DistrictChoice> district_choices();

base::Result<std::string> chosen(db::Connection& connection, std::string_view name);
// Refused for a name or an answer that is none of these. Written into the audit.
base::Status choose(db::Connection& connection, std::string_view name, std::string_view answer,
                    base::Instant now, std::string_view actor);

base::Result<indicators::Settings> settings_of(db::Connection& connection);
// This program's rules and what the district chose, in one word: months counted by another one are
// counted anew.
base::Result<std::string> rules_in_force(db::Connection& connection);

}  // namespace reports
