// rules.csv is the map from each rule of the domain to where it is kept; core_fields.h is what code
// reads by name. Both must agree with the forms that are shipped.
#include "shared/base/csv.h"
#include "shared/base/file.h"
#include "shared/forms/core_fields.h"
#include "shared/forms/form_set.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <iterator>
#include <map>
#include <set>
#include <sstream>
#include <string>

namespace {

using forms::FormSet;
using forms::QuestionType;

constexpr int kRuleCount = 60;

base::csv::Table rule_table() {
    const auto text = base::read_file(std::string(KAWAN_SOURCE_DIR) + "/shared/forms/rules.csv");
    REQUIRE(text.ok());
    auto table = base::csv::parse(text.value());
    REQUIRE(table.ok());
    return std::move(table).value();
}

std::vector<std::string> words(const std::string& text) {
    std::istringstream stream(text);
    return {std::istream_iterator<std::string>(stream), {}};
}

struct FormPlace {
    std::string form;
    std::string rule;
    std::string severity;
};

// "form:visit/V002" of every row; other places are kept by other rooms.
std::vector<FormPlace> form_places() {
    const auto table = rule_table();
    std::vector<FormPlace> places;
    for (std::size_t row = 0; row < table.rows.size(); ++row) {
        for (const std::string& place : words(table.at(row, "place"))) {
            if (place.rfind("form:", 0) != 0) continue;
            const auto slash = place.find('/');
            REQUIRE(slash != std::string::npos);
            places.push_back(
                {place.substr(5, slash - 5), place.substr(slash + 1), table.at(row, "severity")});
        }
    }
    return places;
}

const forms::Rule* find_rule(const forms::Form& form, const std::string& name) {
    const auto found = std::find_if(form.rules.begin(), form.rules.end(),
                                    [&](const forms::Rule& rule) { return rule.name == name; });
    return found == form.rules.end() ? nullptr : &*found;
}

std::string severity_text(forms::Severity severity) {
    switch (severity) {
        case forms::Severity::Error:
            return "error";
        case forms::Severity::Warning:
            return "warning";
        case forms::Severity::Flag:
            return "flag";
    }
    return "";
}

bool is_domain_rule(const std::string& id) {
    return id.size() == 4 && id[0] == 'V' && id.find_first_not_of("0123456789", 1) == id.npos;
}

QuestionType type_of(std::string_view word) {
    static const std::map<std::string_view, QuestionType> types = {
        {"text", QuestionType::Text},
        {"integer", QuestionType::Integer},
        {"decimal", QuestionType::Decimal},
        {"date", QuestionType::Date},
        {"time", QuestionType::Time},
        {"dateTime", QuestionType::DateTime},
        {"select_one", QuestionType::SelectOne},
        {"select_multiple", QuestionType::SelectMultiple},
        {"select_one_from_file", QuestionType::Reference},
        {"select_multiple_from_file", QuestionType::SelectMultiple},
        {"calculate", QuestionType::Calculate},
    };
    const auto found = types.find(word);
    REQUIRE_MESSAGE(found != types.end(), word);
    return found->second;
}

}  // namespace

TEST_CASE("each of the sixty rules has exactly one row that says where it is kept") {
    const auto table = rule_table();
    std::multiset<std::string> seen;
    for (std::size_t row = 0; row < table.rows.size(); ++row) {
        seen.insert(table.at(row, "id"));
        CHECK_FALSE(table.at(row, "place").empty());
        const std::string severity = table.at(row, "severity");
        CHECK((severity == "error" || severity == "warning" || severity == "flag"));
        for (const std::string& place : words(table.at(row, "place"))) {
            const std::string home = place.substr(0, place.find(':'));
            CHECK((home == "form" || home == "care" || home == "engine" || home == "report"));
        }
    }
    CHECK(seen.size() == kRuleCount);
    for (int number = 1; number <= kRuleCount; ++number) {
        const std::string digits = std::to_string(number);
        const std::string id = "V" + std::string(3 - digits.size(), '0') + digits;
        CHECK_MESSAGE(seen.count(id) == 1, id);
    }
}

TEST_CASE("a rule said to be in a form is there, with that severity") {
    for (const FormPlace& place : form_places()) {
        CAPTURE(place.form);
        CAPTURE(place.rule);
        const forms::Form* form = FormSet::builtin().find(place.form);
        REQUIRE(form != nullptr);
        const forms::Rule* rule = find_rule(*form, place.rule);
        REQUIRE(rule != nullptr);
        CHECK(severity_text(rule->severity) == place.severity);
        CHECK_FALSE(rule->message.id.empty());
        CHECK_FALSE(rule->message.en.empty());
    }
}

TEST_CASE("a domain rule that a form holds is said to be there") {
    std::set<std::pair<std::string, std::string>> listed;
    for (const FormPlace& place : form_places()) listed.insert({place.form, place.rule});
    for (const std::string& id : FormSet::builtin().ids()) {
        for (const forms::Rule& rule : FormSet::builtin().find(id)->rules) {
            if (!is_domain_rule(rule.id)) continue;
            CHECK_MESSAGE(listed.count({id, rule.id}) == 1, id << " " << rule.id);
        }
    }
}

TEST_CASE("the rules that must not refuse the truth never block") {
    const std::set<std::string> gentle = {"V003", "V019", "V037", "V041", "V053"};
    const auto table = rule_table();
    for (std::size_t row = 0; row < table.rows.size(); ++row) {
        if (gentle.count(table.at(row, "id")) == 0) continue;
        CHECK_MESSAGE(table.at(row, "severity") == "flag", table.at(row, "id"));
    }
}

TEST_CASE("each core field is in its shipped form with its type") {
    for (const forms::CoreField& core : forms::kCoreFields) {
        CAPTURE(core.form);
        CAPTURE(core.field);
        const forms::Form* form = FormSet::builtin().find(core.form);
        REQUIRE(form != nullptr);
        const forms::Question* question = form->find(core.field);
        REQUIRE(question != nullptr);
        CHECK(question->type == type_of(core.type));
    }
}

TEST_CASE("a rule that looks into another record never blocks") {
    for (const std::string& id : FormSet::builtin().ids()) {
        for (const forms::Rule& rule : FormSet::builtin().find(id)->rules) {
            if (rule.violated.text().find("pulldata") == std::string::npos) continue;
            CHECK_MESSAGE(rule.severity != forms::Severity::Error, id << " " << rule.name);
        }
    }
}
