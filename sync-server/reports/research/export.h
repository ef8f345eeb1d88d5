// The whole data set for research: every file as text, and what is said about it.
#pragma once

#include "shared/db/connection.h"
#include "sync-server/reports/research/anonymity.h"
#include "sync-server/reports/research/gathering.h"

#include <functional>
#include <string>
#include <vector>

namespace research {

struct Asked {
    Period period;
    std::size_t k = 5;
    base::Date today;
};

struct ExportFile {
    std::string name;  // "mothers.csv"
    std::string text;
};

struct Export {
    std::vector<ExportFile> files;
    AnonymityReport anonymity;
    int consenting = 0;  // persons, whether or not they are in the period
    int refused = 0;     // answers
};

// Reads within one transaction of its own. NotFound if nobody is left.
base::Result<Export> make_export(db::Connection& connection, const forms::FormSet& forms,
                                 const Asked& asked, const Pseudonyms& pseudonyms);

// A folder that has all of them or does not exist: written beside, renamed. `before_naming` runs
// when all is written; if it fails, nothing stays. Refused if the folder is there already.
base::Status write_folder(const Export& made, const std::string& folder,
                          const std::function<base::Status()>& before_naming);

}  // namespace research
