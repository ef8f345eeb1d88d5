#include "sync-server/app/commands/settings.h"

#include "shared/base/text.h"
#include "sync-server/app/centre.h"
#include "sync-server/app/commands/output.h"
#include "sync-server/reports/district_choices.h"
#include "sync-server/store/keeping/audit.h"

#include <cstdio>

namespace server_app {

namespace {

base::Status choose(Centre& centre, const std::string& pair) {
    const auto at = pair.find('=');
    if (at == std::string::npos) {
        return base::Error{base::ErrorCode::Usage, "write --set NAME=ANSWER"};
    }
    return reports::choose(centre.connection, pair.substr(0, at), pair.substr(at + 1),
                           centre.clock.now(), server_store::kCommandLine);
}

}  // namespace

base::Status settings(const SettingsOptions& options) {
    TRY_LET(centre, open_centre(options.data));
    for (const std::string& pair : options.set) TRY(choose(*centre, pair));
    Rows table{{"name", "answer", "possible"}, {}};
    for (const indicators::DistrictChoice& each : indicators::district_choices()) {
        TRY_LET(answer, reports::chosen(centre->connection, each.name));
        const std::vector<std::string> possible(each.answers.begin(), each.answers.end());
        table.rows.push_back({std::string(each.name), answer, base::joined(possible, " ")});
    }
    print(table, options.json);
    if (!options.set.empty() && !options.json) {
        std::printf(
            "months are counted by this at their next report; closed months stay as reported\n");
    }
    return base::Done{};
}

}  // namespace server_app
