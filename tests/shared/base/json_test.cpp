#include "shared/base/json.h"

#include "shared/base/random.h"

#include <doctest/doctest.h>

namespace json = base::json;
using json::Object;

namespace {

std::string token_of(std::string_view text, std::string_view name) {
    const auto object = Object::parse(text);
    REQUIRE(object.ok());
    const std::string* token = object.value().find(name);
    REQUIRE(token != nullptr);
    return *token;
}

bool is_refused(std::string_view text) {
    return !json::parse_object(text).ok();
}

std::string nested(int depth) {
    return "{\"a\":" + std::string(static_cast<std::size_t>(depth - 1), '[') +
           std::string(static_cast<std::size_t>(depth - 1), ']') + "}";
}

}  // namespace

TEST_CASE("values are handed out with their own bytes") {
    const std::string text = R"( {"n" : 1.50 , "e":1E+2,"s":"a\u0041\/","o":{ "x" : [1, 2] },)"
                             R"("l":[ 1 , "b" ],"t":true} )";
    CHECK(token_of(text, "n") == "1.50");
    CHECK(token_of(text, "e") == "1E+2");
    CHECK(token_of(text, "s") == R"("a\u0041\/")");
    CHECK(token_of(text, "o") == R"({ "x" : [1, 2] })");
    CHECK(token_of(text, "l") == R"([ 1 , "b" ])");
    CHECK(token_of(text, "t") == "true");
    CHECK(token_of(R"({"a":null})", "a") == "null");
    CHECK(token_of(R"({"big":123456789012345678901234567890.5})", "big") ==
          "123456789012345678901234567890.5");
}

TEST_CASE("a value ends where it ends, whatever quotes, brackets and backslashes it holds") {
    const std::string text =
        R"( { "a\"" : "x\\" , "b":{"c":"}\"]\\","d":[1,"\\\"{"]} ,"e":[ ] , "f" :-1 } )";
    const auto members = json::parse_object(text);
    REQUIRE(members.ok());
    REQUIRE(members.value().size() == 4);
    CHECK(members.value()[0].name == "a\"");
    CHECK(members.value()[0].token == R"("x\\")");
    CHECK(members.value()[1].token == R"({"c":"}\"]\\","d":[1,"\\\"{"]})");
    CHECK(members.value()[2].token == "[ ]");
    CHECK(members.value()[3].token == "-1");
    const auto elements = json::parse_array(R"( [ "," , {"a":[1,2]} , "\\" ,"\"]" ] )");
    REQUIRE(elements.ok());
    CHECK(elements.value() ==
          std::vector<std::string>{R"(",")", R"({"a":[1,2]})", R"("\\")", R"("\"]")"});
}

TEST_CASE("members keep their order and their names are unescaped") {
    const auto members = json::parse_object(R"({"b":1,"a":2,"\u0063":3})").value();
    REQUIRE(members.size() == 3);
    CHECK(members[0].name == "b");
    CHECK(members[1].name == "a");
    CHECK(members[2].name == "c");
}

TEST_CASE("a name that occurs twice is refused, also when it is written differently") {
    CHECK(is_refused(R"({"a":1,"a":2})"));
    CHECK(is_refused(R"({"a":1,"b":2,"\u0061":3})"));
}

TEST_CASE("what is not one whole object is refused") {
    for (const char* text : {"",
                             " ",
                             "null",
                             "1",
                             "[]",
                             "\"a\"",
                             "{",
                             "{}x",
                             "{} {}",
                             R"({"a":})",
                             R"({"a" 1})",
                             R"({"a":1,})",
                             R"({a:1})",
                             R"({'a':1})",
                             R"({"a":01})",
                             R"({"a":1.})",
                             R"({"a":+1})",
                             R"({"a":NaN})",
                             R"({"a":tru})",
                             R"({"a":"b)",
                             "{\"a\":\"b\nc\"}",
                             R"({"a":"\x"})",
                             R"({"a":[1,2})",
                             R"({"a":{"b":1]})",
                             R"({"a":"\ud800"})",
                             "<html></html>"}) {
        CAPTURE(text);
        CHECK(is_refused(text));
    }
}

TEST_CASE("text that is not UTF-8 is refused") {
    CHECK(is_refused("{\"a\":\"\xff\"}"));
    CHECK(is_refused("{\"a\":\"\xc3\"}"));
    CHECK(is_refused("{\"a\":\"\xed\xa0\x80\"}"));
    CHECK(is_refused(std::string("{\"a\":\"x\0y\"}", 11)));
}

TEST_CASE("damage inside a value that nobody reads is found all the same") {
    CHECK(is_refused(R"({"a":{"b":[1,2,{"c":tru}]},"d":1})"));
}

TEST_CASE("nesting is bounded, however long the text is") {
    CHECK_FALSE(is_refused(nested(20)));
    CHECK(is_refused(nested(40)));
    CHECK(is_refused(nested(100'000)));
    const std::string long_text = R"({"pad":")" + std::string(200'000, 'x') + "\"}";
    CHECK_FALSE(is_refused(long_text));
    CHECK(is_refused(nested(40)));  // the parser that grew for it still knows its bound
}

TEST_CASE("mutated text is refused or read, and never brings the reader down") {
    const std::string good = R"({"record":"x","n":12,"set":{"a":"b","c":[1,2,"d"]},"t":true})";
    base::SeededRandom random(7);
    for (int round = 0; round < 20'000; ++round) {
        std::string text = good.substr(0, random.below(good.size() + 1));
        for (std::uint64_t i = random.below(4); i > 0 && !text.empty(); --i) {
            text[random.below(text.size())] = static_cast<char>(random.below(256));
        }
        const auto members = json::parse_object(text);
        if (members.ok()) {
            for (const auto& member : members.value()) CHECK_FALSE(member.token.empty());
        }
    }
}

TEST_CASE("an array gives its elements, and only an array does") {
    CHECK(json::parse_array(R"(["a",1,{"b":2}])").value() ==
          std::vector<std::string>{R"("a")", "1", R"({"b":2})"});
    CHECK(json::parse_array(R"( [ 1.50 , { "b" : 2e0 } , [ null ], "\u0041" ] )").value() ==
          std::vector<std::string>{"1.50", R"({ "b" : 2e0 })", "[ null ]", R"("\u0041")"});
    CHECK(json::parse_array("[]").value().empty());
    CHECK_FALSE(json::parse_array("{}").ok());
    CHECK_FALSE(json::parse_array("[1,").ok());
}

TEST_CASE("a token says what it is, and nothing else") {
    CHECK(json::string_of(R"("a\"\u00e9\n")") == "a\"é\n");
    CHECK_FALSE(json::string_of("12").has_value());
    CHECK(json::integer_of("-12") == -12);
    CHECK_FALSE(json::integer_of("12.0").has_value());
    CHECK_FALSE(json::integer_of("\"12\"").has_value());
    CHECK_FALSE(json::integer_of("99999999999999999999").has_value());
    CHECK_FALSE(json::integer_of("").has_value());
    CHECK(json::number_of("1.5e2") == 150);
    CHECK(json::bool_of("true") == true);
    CHECK_FALSE(json::bool_of("1").has_value());
}

TEST_CASE("infinity and not-a-number are no numbers of ours") {
    for (const char* text :
         {"-inf", "-infinity", "-nan", "-nan(x)", "nan", "inf", "-", "+1", ".5"}) {
        CAPTURE(text);
        CHECK_FALSE(json::number_of(text).has_value());
    }
}

TEST_CASE("whatever text is written can be read again") {
    for (const std::string& text : {std::string("Bu \"Ani\"\\\n\r\t"), std::string("\x01\x1f\x7f"),
                                    std::string("é ✓ 👶"), std::string(), std::string("a\0b", 3)}) {
        CHECK(json::string_of(json::quoted(text)) == text);
        CHECK_FALSE(is_refused("{\"a\":" + json::quoted(text) + "}"));
    }
}

TEST_CASE("a number is written in the shortest way that reads back the same") {
    CHECK(json::decimal(2.7) == "2.7");
    CHECK(json::decimal(3) == "3");
    CHECK(json::number_of(json::decimal(0.1 + 0.2)) == 0.1 + 0.2);
}

TEST_CASE("an object is written member by member and read by name") {
    const std::string text = json::Writer()
                                 .add("s", "x\"y")
                                 .add("n", std::int64_t{-5})
                                 .add("i", 7)
                                 .add("b", false)
                                 .add_token("l", json::array_of({"1", "\"a\""}))
                                 .text();
    CHECK(text == R"({"s":"x\"y","n":-5,"i":7,"b":false,"l":[1,"a"]})");
    const Object object = Object::parse(text).value();
    CHECK(object.string("s") == "x\"y");
    CHECK(object.integer("n") == -5);
    CHECK(object.boolean("b") == false);
    CHECK(object.array("l").value().size() == 2);
    CHECK_FALSE(object.string("n").has_value());
    CHECK_FALSE(object.integer("missing").has_value());
    CHECK_FALSE(object.object("l").has_value());
    CHECK(json::Writer().text() == "{}");
}

TEST_CASE("a string that is not UTF-8 is written with U+FFFD for its bad bytes") {
    const std::string bad = std::string("ditolak \x96 ganda \xC3\xA9 \xC3");
    const std::string token = json::quoted(bad);
    CHECK(token == "\"ditolak \xEF\xBF\xBD ganda \xC3\xA9 \xEF\xBF\xBD\"");
    CHECK(Object::parse(json::Writer().add("reason", bad).add(bad, 1).text()).ok());
}
