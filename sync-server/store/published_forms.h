// Forms that the health centre published itself, beside those that came with the program.
#pragma once

#include "shared/base/date.h"
#include "shared/db/connection.h"

#include <string>
#include <vector>

namespace server_store {

struct PublishedForm {
    std::string id;       // the type of record
    std::string version;  // unlike any other of that type
    std::string json;
    base::Instant at;
    std::string by;  // a user's id, or "command-line"
};
base::Status add_published_form(db::Connection& connection, const PublishedForm& form);
// In the order in which they were published: the last of a type is in force.
base::Result<std::vector<PublishedForm>> published_forms(db::Connection& connection);
// How many: none is ever taken out.
base::Result<std::int64_t> count_published_forms(db::Connection& connection);

}  // namespace server_store
