// Anyone's table through our scores and indicators: no data folder, nothing kept.
#include "shared/base/file.h"
#include "shared/base/text.h"
#include "sync-server/app/commands/commands.h"
#include "sync-server/evaluate/feeding_summary.h"
#include "sync-server/evaluate/growth_table.h"

#include <cstdio>
#include <filesystem>

namespace server_app {

using base::Done;
using base::Error;
using base::ErrorCode;
using base::Result;

namespace {

bool is_same_file(const std::string& a, const std::string& b) {
    std::error_code error;
    return a == b || std::filesystem::equivalent(a, b, error);
}

Status check_targets(const EvaluateOptions& options) {
    for (const std::string& target : {options.out, options.summary}) {
        if (target.empty()) continue;
        if (is_same_file(target, options.records) || is_same_file(target, options.map)) {
            return Error{ErrorCode::Usage, target + " is read: write into another file"};
        }
    }
    if (!options.summary.empty() && options.summary == options.out) {
        return Error{ErrorCode::Usage, "--summary and --out are one file"};
    }
    return Done{};
}

struct Inputs {
    evaluate::Records records;
    std::string map;
};

Result<Inputs> read_inputs(const EvaluateOptions& options) {
    TRY(check_targets(options));
    TRY_LET(text, base::read_file(options.records));
    TRY_LET(map, base::read_file(options.map));
    auto records = evaluate::Records::parse(text);
    if (!records.ok()) return std::move(records).error().during(options.records);
    return Inputs{std::move(records).value(), std::move(map)};
}

void say(const std::vector<std::string>& messages) {
    for (const std::string& each : messages) std::fprintf(stderr, "%s\n", each.c_str());
}

Result<evaluate::FeedingOptions> feeding_options(const EvaluateOptions& options) {
    evaluate::FeedingOptions chosen;
    using evaluate::Unknown;
    if (options.unknown == "exclude") {
        chosen.rules.unknown = Unknown::Exclude;
    } else if (options.unknown == "as-no") {
        chosen.rules.unknown = Unknown::AsNo;
    } else if (options.unknown == "as-given") {
        chosen.rules.unknown = Unknown::AsGiven;
    } else if (options.unknown != "keep") {
        return Error{ErrorCode::Usage, "--unknown is keep, exclude, as-no or as-given"};
    }
    if (options.missing == "as-no") {
        chosen.rules.missing = evaluate::Missing::AsNo;
    } else if (options.missing != "unknown") {
        return Error{ErrorCode::Usage, "--missing is unknown or as-no"};
    }
    if (options.age == "days") {
        chosen.age_rule = evaluate::AgeRule::Days;
    } else if (options.age != "months") {
        return Error{ErrorCode::Usage, "--age is months or days"};
    }
    chosen.by = options.by;
    chosen.is_lenient = options.is_lenient;
    return chosen;
}

}  // namespace

Status evaluate_growth(const EvaluateOptions& options) {
    TRY_LET(inputs, read_inputs(options));
    TRY_LET(done, evaluate::evaluate_growth(inputs.records, inputs.map, options.is_lenient));
    TRY(base::replace_file(options.out, done.csv));
    say(done.messages);
    std::printf("%s: %zu rows\n", options.out.c_str(), inputs.records.rows.size());
    return Done{};
}

Status evaluate_feeding(const EvaluateOptions& options) {
    TRY_LET(chosen, feeding_options(options));
    TRY_LET(inputs, read_inputs(options));
    TRY_LET(feeding, evaluate::read_feeding(inputs.records, inputs.map, chosen));
    TRY_LET(children, evaluate::children_csv(inputs.records, inputs.map, feeding));
    const std::string summary = evaluate::summary_csv(feeding, chosen);
    if (!options.summary.empty()) TRY(base::replace_file(options.summary, summary));
    TRY(base::replace_file(options.out, children));
    say(feeding.messages);
    if (options.summary.empty()) {
        std::fputs(summary.c_str(), stdout);
    } else {
        std::printf("%s: %zu rows\n", options.out.c_str(), inputs.records.rows.size());
    }
    return Done{};
}

}  // namespace server_app
