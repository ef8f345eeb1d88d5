#include "sync-server/app/duplicates.h"

#include "shared/base/file.h"
#include "sync-server/app/output.h"
#include "sync-server/merge/linking/evaluate.h"

namespace server_app {

using base::Done;

Status duplicates_evaluate(const DuplicatesOptions& options) {
    TRY_LET(records, base::read_file(options.records));
    TRY_LET(map, base::read_file(options.map));
    TRY_LET(evaluated, linking::evaluate(records, map, options.threshold));
    TRY(base::replace_file(options.out, linking::to_csv(evaluated.pairs)));
    print_facts({{"records", std::to_string(evaluated.records)},
                 {"pairs", std::to_string(evaluated.pairs.size())},
                 {"file", options.out}},
                options.json);
    return Done{};
}

}  // namespace server_app
