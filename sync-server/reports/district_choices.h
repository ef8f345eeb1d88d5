// What the district chose (shared/indicators/choices.h), kept with the centre: part of the rules by
// which facts are counted, and told to laptops with every answer.
#pragma once

#include "shared/base/date.h"
#include "shared/db/connection.h"
#include "shared/indicators/choices.h"

#include <string>
#include <string_view>

namespace reports {

base::Result<std::string> chosen(db::Connection& connection, std::string_view name);
// Refused for a name or an answer that is none of these. Written into the audit.
base::Status choose(db::Connection& connection, std::string_view name, std::string_view answer,
                    base::Instant now, std::string_view actor);

base::Result<indicators::Settings> settings_of(db::Connection& connection);
// This program's rules and what the district chose, in one word: months counted by another one are
// counted anew.
base::Result<std::string> rules_in_force(db::Connection& connection);

}  // namespace reports
