#include "shared/protocol/outcome.h"

#include "shared/base/json.h"

#include <array>
#include <utility>

namespace protocol {

using base::Error;
using base::ErrorCode;
using base::Result;
namespace json = base::json;

namespace {

constexpr std::array<std::pair<OutcomeKind, std::string_view>, 7> kNames = {{
    {OutcomeKind::Applied, "applied"},
    {OutcomeKind::Merged, "merged"},
    {OutcomeKind::Identical, "identical"},
    {OutcomeKind::Conflict, "conflict"},
    {OutcomeKind::Quarantined, "quarantined"},
    {OutcomeKind::Rejected, "rejected"},
    {OutcomeKind::Erased, "erased"},
}};

std::string contests_text(const std::vector<Contest>& contests) {
    std::vector<std::string> tokens;
    for (const Contest& each : contests) {
        tokens.push_back(json::Writer()
                             .add("conflict", each.conflict)
                             .add("group", each.group)
                             .add_token("mine", each.mine.to_json())
                             .text());
    }
    return json::array_of(tokens);
}

Result<Contest> parse_contest(const std::string& token) {
    TRY_LET(object, json::Object::parse(token));
    Contest contest;
    contest.conflict = object.string("conflict").value_or("");
    contest.group = object.string("group").value_or("");
    const std::string* mine = object.find("mine");
    TRY_LET(fields, base::Fields::parse(mine == nullptr ? "{}" : *mine));
    contest.mine = std::move(fields);
    return contest;
}

}  // namespace

std::string_view name_of(OutcomeKind kind) {
    for (const auto& [known, name] : kNames) {
        if (known == kind) return name;
    }
    base::check_failed(__FILE__, __LINE__, "an outcome without a name");
}

std::optional<OutcomeKind> parse_outcome_kind(std::string_view name) {
    for (const auto& [kind, known] : kNames) {
        if (known == name) return kind;
    }
    return std::nullopt;
}

std::string to_line(const Outcome& outcome) {
    json::Writer line;
    line.add("outcome", name_of(outcome.kind)).add("n", outcome.n);
    if (!outcome.revision.is_zero()) line.add("revision", to_text(outcome.revision));
    if (outcome.is_predicted) line.add("predicted", true);
    if (!outcome.code.empty()) line.add("code", outcome.code);
    if (!outcome.field.empty()) line.add("field", outcome.field);
    if (!outcome.reason.empty()) line.add("reason", outcome.reason);
    if (!outcome.contests.empty()) line.add_token("contests", contests_text(outcome.contests));
    return line.text();
}

Result<Outcome> parse_outcome(std::string_view line) {
    TRY_LET(object, json::Object::parse(line));
    Outcome outcome;
    const auto kind = parse_outcome_kind(object.string("outcome").value_or(""));
    if (!kind) return Error{ErrorCode::Unsupported, "an outcome of an unknown kind"};
    outcome.kind = *kind;
    outcome.n = object.integer("n").value_or(0);
    outcome.revision = records::parse_revision(object.string("revision").value_or("0.0"))
                           .value_or(records::Revision{});
    outcome.is_predicted = object.boolean("predicted").value_or(false);
    outcome.code = object.string("code").value_or("");
    outcome.field = object.string("field").value_or("");
    outcome.reason = object.string("reason").value_or("");
    for (const std::string& token : object.array("contests").value_or(std::vector<std::string>{})) {
        TRY_LET(contest, parse_contest(token));
        outcome.contests.push_back(std::move(contest));
    }
    return outcome;
}

}  // namespace protocol
