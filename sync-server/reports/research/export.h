// The data set for research: every file in pieces, and what is said about it.
#pragma once

#include "shared/db/connection.h"
#include "sync-server/reports/research/anonymity.h"
#include "sync-server/reports/research/gathering.h"

#include <functional>
#include <string_view>

namespace research {

struct Asked {
    Period period;
    std::size_t k = 5;
    base::Date today;
};

struct Export {
    AnonymityReport anonymity;
    int consenting = 0;  // persons, whether or not they are in the period
    int refused = 0;     // answers
};

// The next piece of the file "mothers.csv".
using Put = std::function<base::Status(std::string_view file, std::string_view text)>;

// Reads within one transaction of its own, holding one person's events at a time. NotFound if
// nobody is left: then nothing was put.
base::Result<Export> make_export(db::Connection& connection, const forms::FormSet& forms,
                                 const Asked& asked, const Pseudonyms& pseudonyms, const Put& put);

}  // namespace research
