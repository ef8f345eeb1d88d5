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

// Several families one after another, each record read once. While it lives, nobody may write what
// it reads: it belongs inside one transaction.
class Closures {
public:
    using Found = std::vector<const records::Record*>;  // they live as long as this
    explicit Closures(db::Connection& connection) : connection_(connection) {}
    base::Result<Found> look_at(std::string_view seed);
    base::Result<std::vector<records::Record>> of(std::string_view seed);  // copies
    std::vector<records::Record> take(const Found& found) &&;              // without copying

private:
    friend class ReadOnce;
    db::Connection& connection_;
    std::unordered_map<std::string, std::optional<records::Record>> records_;
    std::unordered_map<std::string, std::vector<std::string>> naming_;  // ids, in their order
    std::unordered_map<std::string, Found> gathered_;                   // by their seeds
};

base::Result<std::vector<records::Record>> closure_of(db::Connection& connection,
                                                      std::string_view seed);

}  // namespace reports
