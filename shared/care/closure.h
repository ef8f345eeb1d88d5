// A family as the records know it: a household's persons, their births, visits and what hangs on
// these, wherever they live. The same gathering on a laptop and on the server.
#pragma once

#include "shared/base/result.h"
#include "shared/records/record.h"

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace care {

// `Held`: a record, or a pointer to one that stays where it is.
template <class Held>
class SourceOf {
public:
    virtual ~SourceOf() = default;
    virtual base::Result<std::optional<Held>> find(const std::string& id) = 0;
    // Every record that names this one in a reference.
    virtual base::Result<std::vector<Held>> naming(const std::string& id) = 0;
    // The same; a source that reads records one by one leaves out those that are known already.
    using IsKnown = std::function<bool(const std::string& id)>;
    virtual base::Result<std::vector<Held>> naming_but(const std::string& id, const IsKnown&) {
        return naming(id);
    }
};
using RecordSource = SourceOf<records::Record>;
using RecordShelf = SourceOf<const records::Record*>;

// Everything that can matter for the tasks and facts of the seed (a household or a person) and of
// those who live with her. Empty if the seed is not here.
base::Result<std::vector<records::Record>> closure_of(RecordSource& source, std::string_view seed);
base::Result<std::vector<const records::Record*>> closure_of(RecordShelf& shelf,
                                                             std::string_view seed);

}  // namespace care
