#include "sync-server/app/commands/duplicates.h"

#include "shared/base/file.h"
#include "sync-server/app/centre.h"
#include "sync-server/app/commands/output.h"
#include "sync-server/merge/candidates.h"
#include "sync-server/merge/linking/evaluate.h"
#include "sync-server/merge/scanning.h"
#include "sync-server/store/keeping/audit.h"

#include <cstdio>

namespace server_app {

using base::Done;
using base::Error;
using base::ErrorCode;

namespace {

constexpr std::int64_t kAll = 1'000'000;

std::string two_digits(double score) {
    std::string text = std::to_string(score);
    text.resize(4);
    return text;
}

}  // namespace

Status duplicates_list(const DuplicatesOptions& options) {
    TRY_LET(centre, open_centre(options.data));
    const auto state = merge::state_of(options.state);
    if (!state) return Error{ErrorCode::Usage, "--state is open, dismissed or merged"};
    for (std::int64_t waiting = 1; waiting > 0;) {
        TRY_LET(rest, merge::settle(centre->connection, centre->clock, kAll));
        waiting = rest;
    }
    merge::Filter filter;
    filter.state = *state;
    filter.units = options.units;
    filter.limit = options.limit > 0 ? options.limit : kAll;
    TRY_LET(page, merge::list(centre->connection, centre->clock, filter));
    const auto language =
        options.language == "en" ? merge::Language::English : merge::Language::Indonesian;
    Rows rows{{"score", "kind", "a", "name_a", "unit_a", "b", "name_b", "unit_b", "reasons"}, {}};
    for (const merge::Candidate& each : page.candidates) {
        rows.rows.push_back({two_digits(each.score), std::string(to_code(each.kind)), each.a.id,
                             each.a.name, each.a.unit, each.b.id, each.b.name, each.b.unit,
                             merge::words(each.reasons, language)});
    }
    print(rows, options.json);
    return Done{};
}

Status duplicates_scan(const DuplicatesOptions& options) {
    TRY_LET(centre, open_centre(options.data));
    std::int64_t said = -1;
    const auto say = [&](const merge::Progress& progress) {
        if (!options.json && progress.done != said) {
            said = progress.done;
            std::fprintf(stderr, "\rcompared %lld of %lld", static_cast<long long>(progress.done),
                         static_cast<long long>(progress.total));
        }
        return true;
    };
    TRY_LET(done, merge::scan(centre->connection, centre->clock, server_store::kCommandLine, say));
    if (!options.json) std::fprintf(stderr, "\n");
    const bool is_left = done.state == merge::Progress::State::Stopped;
    print_facts({{"candidates", std::to_string(done.found)}, {"stopped", is_left ? "1" : "0"}},
                options.json);
    return Done{};
}

Status duplicates_stop(const DuplicatesOptions& options) {
    TRY_LET(centre, open_centre(options.data));
    TRY_LET(is_stopped, merge::stop_scan(centre->connection, centre->clock));
    print_facts({{"stopped", is_stopped ? "1" : "0"}}, options.json);
    return Done{};
}

Status duplicates_dismiss(const DuplicatesOptions& options) {
    TRY_LET(centre, open_centre(options.data));
    if (options.reason.empty()) {
        return Error{ErrorCode::Usage, "say with --reason why they are two"};
    }
    TRY(merge::settle(centre->connection, centre->clock, kAll));
    TRY_LET(is_done,
            merge::dismiss(centre->connection, centre->clock,
                           {options.a, options.b, server_store::kCommandLine, options.reason}));
    if (!is_done) return Error{ErrorCode::NotFound, "there are no two such records"};
    print_facts({{"a", options.a}, {"b", options.b}, {"state", "dismissed"}}, options.json);
    return Done{};
}

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
