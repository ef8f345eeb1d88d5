#include "sync-server/reports/district_choices.h"

#include "shared/base/text.h"
#include "sync-server/store/audit.h"
#include "sync-server/store/facts.h"
#include "sync-server/store/meta.h"

#include <algorithm>
#include <array>

namespace reports {

using base::Error;
using base::ErrorCode;
using base::Result;

namespace {

// F1 O.1: both clocks, or yesterday's alone.
constexpr std::array<std::string_view, 2> kF1Row1 = {"both", "clockA"};
// KF and KN windows by the date, or by hours since the delivery where they are known.
constexpr std::array<std::string_view, 3> kContacts = {"date", "hours", "hours_strict"};
// Does MAL count as a modern method?
constexpr std::array<std::string_view, 2> kMal = {"no", "yes"};

const std::array<DistrictChoice, 3> kChoices = {
    {{"f1_row1", kF1Row1}, {"kf_rule", kContacts}, {"mal", kMal}}};

const DistrictChoice* find_choice(std::string_view name) {
    for (const DistrictChoice& each : kChoices) {
        if (each.name == name) return &each;
    }
    return nullptr;
}

std::string key_of(std::string_view name) {
    return "choice_" + std::string(name);
}

Error no_such(std::string_view name) {
    std::vector<std::string> names;
    for (const DistrictChoice& each : kChoices) names.emplace_back(each.name);
    return {ErrorCode::NotFound,
            "there is no choice " + std::string(name) + ", only " + base::joined(names, ", ")};
}

}  // namespace

std::span<const DistrictChoice> district_choices() {
    return kChoices;
}

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
    indicators::Settings settings;
    TRY_LET(row, chosen(connection, "f1_row1"));
    if (row == "clockA") settings.f1_row1 = care::F1Row1::ClockA;
    TRY_LET(contacts, chosen(connection, "kf_rule"));
    if (contacts == "hours") settings.kf_rule = care::KfRule::ByHours;
    if (contacts == "hours_strict") settings.kf_rule = care::KfRule::ByHoursStrict;
    TRY_LET(mal, chosen(connection, "mal"));
    settings.counts_lactational_method = mal == "yes";
    return settings;
}

Result<std::string> rules_in_force(db::Connection& connection) {
    std::string rules = std::to_string(indicators::kRulesVersion);
    for (const DistrictChoice& each : kChoices) {
        TRY_LET(answer, chosen(connection, each.name));
        if (answer != each.answers.front()) rules += " " + std::string(each.name) + "=" + answer;
    }
    return rules;
}

}  // namespace reports
