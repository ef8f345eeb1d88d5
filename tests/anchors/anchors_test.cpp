// Every complaint of comparable systems' users is answered by a test that exists, by a reason, or
// is counted as open (cases.csv).
#include "shared/base/csv.h"
#include "shared/base/file.h"
#include "shared/base/text.h"

#include <doctest/doctest.h>

#include <filesystem>
#include <iostream>
#include <regex>
#include <set>
#include <string>
#include <vector>

namespace {

namespace fs = std::filesystem;

// Never raised: a case that opens again is a test that was lost.
constexpr std::size_t kOpenMax = 0;

// The complaints' sections, and the last number of each.
const std::vector<std::pair<char, int>> kSections = {{'A', 17}, {'B', 29}, {'C', 48},
                                                     {'D', 60}, {'E', 68}, {'F', 76},
                                                     {'G', 84}, {'H', 90}, {'I', 96}};

struct Case {
    std::string id;
    std::string hurt;
    std::string source;
    std::vector<std::string> tests;
    std::string reason;
};

std::vector<std::string> names_in(const std::string& cell) {
    std::vector<std::string> names;
    for (std::string rest = cell; !rest.empty();) {
        const std::size_t end = std::min(rest.find(" | "), rest.size());
        names.push_back(base::trimmed(rest.substr(0, end)));
        rest.erase(0, end + 3);
    }
    return names;
}

std::vector<Case> read_cases() {
    const std::string file = std::string(KAWAN_SOURCE_DIR) + "/tests/anchors/cases.csv";
    const auto table = base::csv::parse(base::read_file(file).value()).value();
    std::vector<Case> cases;
    for (std::size_t row = 0; row < table.rows.size(); ++row) {
        cases.push_back({table.at(row, "case"), table.at(row, "what hurts"),
                         table.at(row, "source"), names_in(table.at(row, "tests")),
                         table.at(row, "reason")});
    }
    return cases;
}

// "one" "two" after TEST_CASE( or TEST_CASE_FIXTURE(X, is one name.
void add_names_of(const std::string& source, std::set<std::string>& names) {
    static const std::regex kStart(R"(TEST_CASE(_FIXTURE)?\(\s*(\w+,\s*)?")");
    const std::sregex_iterator none;
    for (std::sregex_iterator each(source.begin(), source.end(), kStart); each != none; ++each) {
        std::string name;
        auto at = static_cast<std::size_t>(each->position() + each->length()) - 1;
        while (source[at] == '"') {
            for (++at; source[at] != '"'; ++at) {
                if (source[at] == '\\') ++at;
                name += source[at];
            }
            at = source.find_first_not_of(" \n", at + 1);
        }
        names.insert(name);
    }
}

std::set<std::string> all_test_names() {
    std::set<std::string> names;
    for (const auto& each :
         fs::recursive_directory_iterator(std::string(KAWAN_SOURCE_DIR) + "/tests")) {
        if (!each.path().filename().string().ends_with("_test.cpp")) continue;
        add_names_of(base::read_file(each.path().string()).value(), names);
    }
    return names;
}

bool is_open(const Case& each) {
    return each.reason.starts_with("open: ");
}

bool cannot_happen(const Case& each) {
    return each.tests.empty() && each.reason.starts_with("cannot happen");
}

}  // namespace

TEST_CASE("every complaint stands in the table once, with what hurts and who said so") {
    const auto cases = read_cases();
    std::size_t row = 0;
    int number = 1;
    for (const auto& [section, last] : kSections) {
        for (; number <= last; ++number, ++row) {
            REQUIRE(row < cases.size());
            CHECK(cases[row].id == section + std::to_string(number));
            CHECK(cases[row].hurt.size() > 10);
            CHECK(cases[row].source.size() > 4);
        }
    }
    CHECK(cases.size() == row);
}

TEST_CASE("every test that the table names exists") {
    const auto names = all_test_names();
    CHECK(names.size() > 1000);
    for (const Case& each : read_cases()) {
        CAPTURE(each.id);
        for (const std::string& name : each.tests) {
            CAPTURE(name);
            CHECK(names.count(name) == 1);
        }
    }
}

TEST_CASE("a case without a test says why it cannot happen, or what is open; few are open") {
    std::size_t open = 0;
    std::size_t impossible = 0;
    for (const Case& each : read_cases()) {
        CAPTURE(each.id);
        if (is_open(each)) ++open;
        if (cannot_happen(each)) ++impossible;
        CHECK((!each.tests.empty() || is_open(each) || cannot_happen(each)));
        if (each.tests.empty()) CHECK(each.reason.size() > 30);
    }
    std::cout << "complaints of comparable systems' users: "
              << read_cases().size() - open - impossible << " held by tests, " << impossible
              << " cannot happen, " << open << " open\n";
    CHECK(open <= kOpenMax);
}

TEST_CASE("a name in two pieces, after a fixture or with quotes in it is read whole") {
    std::set<std::string> names;
    add_names_of(
        "TEST_CASE(\"one\") {}\nTEST_CASE_FIXTURE(World,\n    \"two \"\n    \"and \\\"x\\\"\") {",
        names);
    CHECK(names == std::set<std::string>{"one", "two and \"x\""});
}
