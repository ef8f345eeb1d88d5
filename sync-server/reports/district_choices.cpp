#include "sync-server/reports/district_choices.h"

#include "shared/base/text.h"
#include "sync-server/store/keeping/audit.h"
#include "sync-server/store/meta.h"
#include "sync-server/store/reports/facts.h"

#include <algorithm>

namespace reports {

using base::Error;
using base::ErrorCode;
using base::Result;

namespace {

using indicators::DistrictChoice;
using indicators::find_choice;

std::string key_of(std::string_view name) {
    return std::string(server_store::kChoice) + std::string(name);
}

Error no_such(std::string_view name) {
    std::vector<std::string> names;
    for (const DistrictChoice& each : indicators::district_choices()) names.emplace_back(each.name);
    return {ErrorCode::NotFound,
            "there is no choice " + std::string(name) + ", only " + base::joined(names, ", ")};
}

}  // namespace

Result<std::string> chosen(db::Connection& connection, std::string_view name) {
    const DistrictChoice* const choice = find_choice(name);
    if (choice == nullptr) return no_such(name);
    TRY_LET(answer, server_store::meta(connection, key_of(name)));
    if (answer.empty()) return std::string(choice->answers.front());
    return std::move(answer);
}

base::Status choose(db::Connection& connection, std::string_view name, std::string_view answer,
                    base::Instant now, std::string_view actor) {
    const DistrictChoice* const choice = find_choice(name);
    if (choice == nullptr) return no_such(name);
    const auto& answers = choice->answers;
    if (std::find(answers.begin(), answers.end(), answer) == answers.end()) {
        const std::vector<std::string> all(answers.begin(), answers.end());
        return Error{ErrorCode::Usage, std::string(name) + " is one of " + base::joined(all, ", ")};
    }
    TRY_LET(transaction, db::Transaction::begin(connection));
    TRY_LET(standing, chosen(connection, name));
    if (standing == answer) return base::Done{};
    TRY(server_store::set_meta(connection, key_of(name), answer));
    // Also there and back again: who was touched meanwhile is known to no month of before.
    TRY(server_store::forget_month_states(connection));
    TRY(server_store::audit(connection, {now, std::string(actor), "district_choice",
                                         std::string(name), std::string(answer)}));
    return transaction.commit();
}

Result<indicators::Settings> settings_of(db::Connection& connection) {
    TRY_LET(choices, server_store::district_choices(connection));
    return indicators::settings_of(choices).settings;
}

Result<std::string> rules_in_force(db::Connection& connection) {
    std::string rules = std::to_string(indicators::kRulesVersion);
    for (const DistrictChoice& each : indicators::district_choices()) {
        TRY_LET(answer, chosen(connection, each.name));
        if (answer != each.answers.front()) rules += " " + std::string(each.name) + "=" + answer;
    }
    return rules;
}

}  // namespace reports
