// Who goes along when a family moves, to another posyandu or to another health centre.
#pragma once

#include "shared/records/record.h"
#include "sync-server/console/parts.h"

#include <string>
#include <vector>

namespace console {

Html persons_of(const std::vector<records::Record>& records);  // their names
Html counted(const Visit& visit, const std::string& caption,
             const std::vector<records::Record>& records);  // by what they are; nothing of none
// Another one once somebody wrote of them, or more go along.
std::string stamp_of(const std::vector<records::Record>& records);

// Beside a field for the id of a person or a household; and of what cannot be one.
std::string where_her_id_stands();
std::string no_id_words();

}  // namespace console
