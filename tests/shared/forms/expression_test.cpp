#include "shared/forms/expression.h"

#include <doctest/doctest.h>
#include <map>
#include <vector>

namespace {

using forms::Expression;
using forms::Value;

// ${n} = 5, ${t} = "abc", ${d} = 2026-03-01, ${dt} = 2026-03-01T23:30+07:00, ${codes} = "A B12",
// ${no} = "0"; any other name is unanswered. Today is 2026-03-15.
class Probe final : public forms::Scope {
public:
    Probe() {
        values_["n"] = Value::number(5);
        values_["t"] = Value::text("abc");
        values_["d"] = Value::date(*base::parse_date("2026-03-01"));
        values_["dt"] = Value::date_time("2026-03-01T23:30:00+07:00");
        values_["codes"] = Value::text("A B12");
        values_["no"] = Value::text("0");
    }
    const Value& field(std::string_view name, std::size_t) const override {
        const auto at = values_.find(std::string(name));
        return at == values_.end() ? none_ : at->second;
    }
    const Value& self() const override { return self_; }
    base::Date today() const override { return *base::parse_date("2026-03-15"); }
    Value lookup(std::string_view type, std::string_view id,
                 std::string_view field) const override {
        if (type != "person" || id != "abc" || field != "birth_date") return {};
        return Value::text("2025-09-15");
    }

private:
    std::map<std::string, Value> values_;
    Value none_;
    Value self_ = Value::number(12.5);
};

std::string result(const std::string& text) {
    const auto expression = Expression::parse(text);
    if (!expression.ok()) return "refused: " + expression.error().message;
    const Value value = expression.value().evaluate(Probe());
    return value.is_empty() ? "empty" : value.to_text();
}

struct Case {
    const char* expression;
    const char* expected;
};

void check_all(const std::vector<Case>& cases) {
    for (const Case& each : cases) {
        CAPTURE(each.expression);
        CHECK(result(each.expression) == each.expected);
    }
}

}  // namespace

TEST_CASE("operators bind as in XPath") {
    check_all({{"1 + 2 * 3", "7"},
               {"(1 + 2) * 3", "9"},
               {"10 - 4 - 3", "3"},
               {"12 div 4 div 3", "1"},
               {"-2 * -3", "6"},
               {"7 mod 4", "3"},
               {"-7 mod 4", "-3"},
               {"1 = 1 and 2 = 3 or true()", "true"},
               {"true() or false() and false()", "true"},
               {"(true() or true()) and false()", "false"},
               {"1 + 1 = 2", "true"},
               {"1 < 2 = true()", "true"},
               {"2 > 1 and 2 >= 2 and 1 <= 2 and 1 != 2", "true"},
               {"false() or false() or ${n} = 5 or false()", "true"},
               {"true() and (false() or true()) and ${n} > 5", "false"},
               {".", "12.5"},
               {". >= 12.5 and . < 13", "true"},
               {".5 + .25", "0.75"}});
}

TEST_CASE("an unanswered field is equal only to nothing and smaller or greater than nothing") {
    check_all({{"${x} = ''", "true"},
               {"${n} = ''", "false"},
               {"${x} != ''", "false"},
               {"${x} < 5", "false"},
               {"${x} >= 5", "false"},
               {"5 > ${x}", "false"},
               {"${x} = 0", "false"},
               {"${x} != 0", "true"},
               {"${x} + 1", "empty"},
               {"-${x}", "empty"},
               {"number('')", "empty"},
               {"${x} = ${y}", "true"},
               {"not(${x})", "true"},
               {"${x} < today()", "false"},
               {"1 div 0", "empty"},
               {"number('ten')", "empty"},
               {"coalesce(${x}, ${y}, 3)", "3"},
               {"max(${x}, 2, ${n})", "5"},
               {"min(${x}, 2, ${n})", "2"},
               {"max(${x})", "empty"}});
}

TEST_CASE("numbers and numeric texts compare as numbers, texts as texts") {
    check_all({{"${n} = '5'", "true"},
               {"${n} = '5.0'", "true"},
               {"'5' = '5.0'", "false"},
               {"${t} = 'abc'", "true"},
               {"${t} = 5", "false"},
               {"${t} != 5", "true"},
               {"'10' > '9'", "true"},
               {"${t} > 'abb'", "false"},
               {"'14:05' < '14:30'", "true"},
               {"'08:00:01' > '08:00'", "true"}});
}

TEST_CASE("a truth beside a yes or no code compares with its meaning") {
    check_all({{"(${n} = 5) = '1'", "true"},
               {"(${n} = 5) = '0'", "false"},
               {"(${n} = 4) = ${no}", "true"},
               {"true() = 1", "true"},
               {"true() + 1", "2"}});
}

TEST_CASE("days are dates in comparisons and arithmetic") {
    check_all({{"today()", "2026-03-15"},
               {"today() - ${d}", "14"},
               {"${d} + 42", "2026-04-12"},
               {"42 + ${d}", "2026-04-12"},
               {"${d} - 1", "2026-02-28"},
               {"${d} <= today()", "true"},
               {"${d} = '2026-03-01'", "true"},
               {"${d} < '2026-03-02'", "true"},
               {"'2026-01-31' < '2026-02-01'", "true"},
               {"date('2026-02-30')", "empty"},
               {"date(${t})", "empty"},
               {"date('2026-03-01') - '2026-02-01'", "28"},
               {"today() + 9999999", "empty"},
               {"add-months('2025-08-31', 6)", "2026-02-28"},
               {"add-months(${d}, 1000000)", "empty"},
               {"max(${d}, today())", "2026-03-15"}});
}

TEST_CASE("a date and time is its household's own day, and two of them are instants") {
    check_all({{"date(${dt})", "2026-03-01"},
               {"${dt} = ${d}", "true"},
               {"${dt} > ${d}", "false"},
               {"${dt} - ${d}", "0"},
               {"${dt} < '2026-03-01T23:31:00+07:00'", "true"},
               // The same instant in Makassar is the next day there.
               {"${dt} = '2026-03-02T00:30:00+08:00'", "true"},
               {"('2026-03-02T11:30:00+07:00' - ${dt}) * 24", "12"}});
}

TEST_CASE("ages are completed months") {
    check_all({{"age-months('2025-09-15', today())", "6"},
               {"age-months('2025-09-16', today())", "5"},
               {"age-months(today() + 1, today())", "-1"},
               {"age-months(${x}, today())", "empty"},
               {"age-months(pulldata('person', 'birth_date', 'id', ${t}), today())", "6"},
               {"pulldata('person', 'birth_date', 'id', ${x})", "empty"},
               {"pulldata('person', 'name', 'id', ${t})", "empty"}});
}

TEST_CASE("functions do what ODK's do") {
    check_all({{"selected(${codes}, 'B12')", "true"},
               {"selected(${codes}, 'B1')", "false"},
               {"selected(${codes}, 'A B12')", "true"},
               {"selected(${codes}, '')", "false"},
               {"selected(${x}, 'A')", "false"},
               {"count-selected(${codes})", "2"},
               {"count-selected(${x})", "0"},
               {"if(${n} > 3, 'many', 'few')", "many"},
               {"if(${x}, 1, 2)", "2"},
               {"not(${n} = 5)", "false"},
               {"regex('3321010101900001', '^[0-9]{16}$')", "true"},
               {"regex('33210101019000012', '[0-9]{16}')", "false"},
               {"regex(${x}, '[0-9]*')", "true"},
               {"string-length('ibu')", "3"},
               {"string-length('caf\xC3\xA9')", "4"},
               {"string-length(${x})", "0"},
               {"int(3.9)", "3"},
               {"int(-3.9)", "-3"},
               {"round(2.5)", "3"},
               {"round(-2.5)", "-2"},
               {"round(36.666, 1)", "36.7"},
               {"round(1234, -2)", "1200"},
               {"round(1, 'x')", "empty"},
               {"number('12.50')", "12.5"},
               {"string(12.50)", "12.5"},
               {"concat('a', 1, ${x}, 'b')", "a1b"},
               {"substr('3321010101900001', 6, 8)", "01"},
               {"substr('abc', 1)", "bc"},
               {"substr('caf\xC3\xA9s', 3, 4)", "\xC3\xA9"},
               {"substr('abc', 2, 1)", "empty"},
               {"substr('abc', 5, 9)", "empty"}});
}

TEST_CASE("a syntax error says where it is and what was expected") {
    check_all(
        {{"1 +", "refused: at character 4: expected a value"},
         {"", "refused: at character 1: expected a value"},
         {"(1 + 2", "refused: at character 7: expected )"},
         {"1 2", "refused: at character 3: expected an operator"},
         {"'abc", "refused: at character 1: this text has no closing quote"},
         {"${bf_evr", "refused: at character 1: expected a field as ${name}"},
         {"${a b}", "refused: at character 1: a field's name has letters, digits and _ only"},
         {"1 # 2", "refused: at character 3: unexpected character"},
         {"slected(1, 2)", "refused: at character 1: unknown function slected"},
         {"today", "refused: at character 6: expected ( after today"},
         {"if(1, 2)", "refused: at character 1: if() has too few or too many arguments"},
         {"not(1, 2)", "refused: at character 8: too many arguments"},
         {"regex(${t}, '[')", "refused: at character 1: the pattern of regex() cannot be read"},
         {"regex(${t}, ${n})",
          "refused: at character 1: argument 2 of regex() must be a text in quotes"},
         {"pulldata('person', 'sex', 'name', 'x')",
          "refused: at character 1: pulldata() finds records by 'id' only"}});
}

TEST_CASE("depth and size are bounded; a long flat list of signs is not deep") {
    const auto nested = [](int levels) {
        const auto count = static_cast<std::size_t>(levels);
        return std::string(count, '(') + "1" + std::string(count, ')');
    };
    CHECK(result(nested(60)) == "1");
    CHECK(result(nested(70)).find("nested deeper than 64 levels") != std::string::npos);
    CHECK(result(std::string(100, '-') + "1").find("nested deeper") != std::string::npos);
    std::string sum = "1";
    for (int each = 0; each < 100; ++each) sum += "+1";
    CHECK(result(sum).find("nested deeper") != std::string::npos);

    std::string list = "${x} = 'A0'";
    while (list.size() < 3900) list += " or ${x} = 'A1'";
    CHECK(result(list) == "false");
    CHECK(result(list + " or true()") == "true");
    CHECK(result(std::string(5000, ' ')) == "refused: longer than 4096 bytes");
}

TEST_CASE("a pattern cannot be made to run for ever") {
    constexpr std::size_t kPatternBytes = 1900;
    const std::string victim(150, 'a');
    CHECK(result("regex('" + victim + "', '(a+)+b')") == "false");
    CHECK(result("regex('" + std::string(201, 'a') + "', 'a*')") == "false");
    CHECK(result("regex('a', '((a{90}){90}){90}')") ==
          "refused: at character 1: the pattern of regex() is too large");
    CHECK(result("regex('a', 'a{99999999999999999999,4}')") ==
          "refused: at character 1: the pattern of regex() is too large");
    CHECK(result("regex('a', '" + std::string(1500, '(') + "')").starts_with("refused"));
    // The deepest and the widest that are still taken.
    std::string nested = "a";
    while (nested.size() < kPatternBytes) nested = "(" + nested + "?)*";
    CHECK(result("regex('" + victim + "', '" + nested + "')") == "true");
    CHECK(result("regex('" + victim.substr(0, 60) + "', '(a?b?c?d?e?f?g?h?i?j?){70}')") == "true");
}

TEST_CASE("an expression lists each field it uses once") {
    const auto expression = Expression::parse("${b} > ${a} and (${b} = . or ${c})").value();
    CHECK(expression.fields() == std::vector<std::string>{"b", "a", "c"});
    CHECK(expression.uses_self());
    CHECK_FALSE(Expression::parse("${b}").value().uses_self());
}
