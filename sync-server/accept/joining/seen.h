// What every act of a person here asks first: is it said in words that can be kept, and is the page
// that she decided on still true?
#pragma once

#include "sync-server/accept/joining/joining.h"

namespace joining {

// Usage: no reason, or one that is no UTF-8.
Status check_reason(const std::string& reason);
// Refused: somebody has changed what the page showed.
Status check_seen(db::Connection& connection, const Seen& seen);
// Lets in what waited for these records and can stand now.
Status release_waiting(accept::Session& session, const std::vector<records::Record>& about);

}  // namespace joining
