// The rows of a table as families: who would be written down, who is here already, and which rows
// cannot be taken, in words. Changes nothing.
#pragma once

#include "shared/base/fields.h"
#include "shared/base/id.h"
#include "shared/db/connection.h"
#include "sync-server/importing/columns.h"
#include "sync-server/importing/remarks.h"

#include <set>
#include <string>
#include <vector>

namespace importing {

// A record that would be written, or one that stands already and is only named.
struct Person {
    std::string id;
    base::Fields fields;
    bool is_new = true;
};

struct Baby {
    std::size_t row = 0;
    enum class Standing {
        New,        // will be written down
        Here,       // already written down: left as it is
        LooksLike,  // somebody here is like this one; taken only if a person says it is another
        Unusable,   // see the remarks
        LeftOut,    // by the one who brings the table in
    } standing = Standing::New;
    Person infant;
    std::string name;        // as the table has it
    std::string like;        // whom it is, or is like: that one's id
    std::size_t family = 0;  // of Families::families
    std::vector<Remark> remarks;
};

struct Family {
    std::string unit;
    Person household;
    Person mother;              // without an id: not enough is known of her to write her down
    bool is_elsewhere = false;  // the mother is written down in another posyandu
};

struct Families {
    std::vector<Family> families;
    std::vector<Baby> babies;  // in the order of the rows
    std::size_t count(Baby::Standing standing) const;
};

// What the one who brings it in says of single rows, by their number.
struct Choices {
    std::string unit;             // of rows that name none; empty: every row must
    std::set<std::size_t> other;  // look alike, and are not the same
    std::set<std::size_t> left_out;
};

// Infants older than two years are left out. `random` draws the ids of the new.
Result<Families> families_of(db::Connection& connection, const Table& table, const Columns& columns,
                             const Choices& choices, base::Instant now, base::Date today,
                             base::Random& random);

}  // namespace importing
