#include "sync-server/accept/joining/choosing.h"

#include "shared/base/json.h"
#include "sync-server/accept/change/form_rules.h"

#include <algorithm>
#include <map>
#include <set>

namespace joining {

using base::Error;
using base::ErrorCode;
using base::Fields;

namespace {

std::string token_or_null(const Fields& fields, const std::string& name) {
    const std::string* token = fields.token(name);
    return token == nullptr ? "null" : *token;
}

// They say where a record stands, not what is known of her.
bool is_of_the_record(const std::string& field) {
    return field == "merged_into" || field == records::kRetracted ||
           field == records::kRetractReason;
}

// Fields of a group follow one another: a status comes with its date.
void suggest(std::vector<FieldPair>& pairs) {
    std::set<std::string> from_loser, sticking, said;
    for (const FieldPair& pair : pairs) {
        if (pair.winner != "null") said.insert(pair.group);
        if (pair.sticks_from_loser) sticking.insert(pair.group);
    }
    for (FieldPair& pair : pairs) {
        pair.sticks_from_loser = sticking.count(pair.group) != 0;
        const bool is_gap = said.count(pair.group) == 0;
        if (is_gap || pair.sticks_from_loser) pair.suggested = Side::Loser;
    }
}

enum class Way { Unsaid, Survivor, Duplicate, Manual };

Way way_of(const std::vector<FieldPair>& pairs, const FieldPair& pair, const Request& request) {
    if (request.third.has(pair.field)) return Way::Manual;
    for (const FieldPair& each : pairs) {
        const auto said = request.take.find(each.field);
        if (each.group != pair.group || said == request.take.end()) continue;
        return said->second == Side::Loser ? Way::Duplicate : Way::Survivor;
    }
    return pair.sticks_from_loser ? Way::Duplicate : Way::Unsaid;
}

base::Status check_named(const std::vector<FieldPair>& pairs, const Request& request) {
    for (const auto& [field, side] : request.take) {
        const std::string& name = field;
        const bool is_known = std::any_of(
            pairs.begin(), pairs.end(), [&](const FieldPair& each) { return each.field == name; });
        if (!is_known) return Error{ErrorCode::Usage, "they do not differ in " + name};
    }
    std::map<std::string, Side> of_group;
    for (const FieldPair& pair : pairs) {
        const auto said = request.take.find(pair.field);
        if (said == request.take.end()) continue;
        const auto [group, is_first] = of_group.emplace(pair.group, said->second);
        if (is_first || group->second == said->second) continue;
        return Error{ErrorCode::Usage,
                     "what belongs together is taken from one of them: " + pair.field};
    }
    return base::Done{};
}

}  // namespace

std::vector<FieldPair> pairs_of(const forms::Form& form, const Fields& winner,
                                const Fields& loser) {
    std::set<std::string> names;
    for (const auto& [name, token] : winner.entries()) names.insert(name);
    for (const auto& [name, token] : loser.entries()) names.insert(name);
    std::vector<FieldPair> pairs;
    for (const std::string& name : names) {
        FieldPair pair{name,
                       token_or_null(winner, name),
                       token_or_null(loser, name),
                       accept::group_of(form, name),
                       Side::Winner,
                       false};
        if (pair.winner == pair.loser || is_of_the_record(name)) continue;
        pair.sticks_from_loser = accept::is_sticky(form, name, pair.loser);
        pairs.push_back(std::move(pair));
    }
    suggest(pairs);
    return pairs;
}

Result<Chosen> choose(const std::vector<FieldPair>& pairs, const Request& request) {
    TRY(check_named(pairs, request));
    Chosen chosen;
    chosen.set = request.third;
    base::json::Writer choices;
    for (const auto& [name, token] : request.third.entries()) choices.add(name, "manual");
    for (const FieldPair& pair : pairs) {
        switch (way_of(pairs, pair, request)) {
            case Way::Unsaid:
            case Way::Manual:
                break;
            case Way::Survivor:
                choices.add(pair.field, "survivor");
                break;
            case Way::Duplicate:
                choices.add(pair.field, "duplicate");
                chosen.set.set_token(pair.field, pair.loser);
                break;
        }
    }
    chosen.choices_json = choices.text();
    return chosen;
}

}  // namespace joining
