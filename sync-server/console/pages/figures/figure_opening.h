// The ways from a number in a file or form to the people behind it.
#pragma once

#include "sync-server/console/parts.h"
#include "sync-server/overview/overview.h"

#include <string>
#include <vector>

namespace console {

// The columns of SIGIZI that are filled in from here.
std::vector<std::string> sigizi_codes();
// They, by village, each number opening its people; `kept` holds their sums.
Result<Html> sigizi_card(const Visit& visit, base::Month month, const overview::KeptMonth& kept);
// A field for the id that every file writes beside its numbers; `problem`: why the last was none.
Html opening_card(const Visit& visit, const std::string& typed = "",
                  const std::string& problem = "");
// Of what was copied out of a file: without what DHIS2's comment says behind it.
std::string id_in(std::string_view copied);

}  // namespace console
