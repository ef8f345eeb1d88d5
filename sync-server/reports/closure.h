// Families out of the server's records: shared/care/closure on the database.
#pragma once

#include "shared/db/connection.h"
#include "shared/records/record.h"

#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace reports {

// Several families one after another, each record read once. While it lives, nobody may write: it
// belongs inside one transaction.
class Closures {
public:
    explicit Closures(db::Connection& connection) : connection_(connection) {}
    base::Result<std::vector<records::Record>> of(std::string_view seed);
    // The same, not copied: they live as long as this.
    base::Result<std::vector<const records::Record*>> look_at(std::string_view seed);

private:
    friend class ReadOnce;
    db::Connection& connection_;
    std::unordered_map<std::string, std::optional<records::Record>> records_;
    std::unordered_map<std::string, std::vector<std::string>> naming_;  // ids, in their order
};

base::Result<std::vector<records::Record>> closure_of(db::Connection& connection,
                                                      std::string_view seed);

}  // namespace reports
