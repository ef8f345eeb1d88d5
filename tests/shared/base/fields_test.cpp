#include "shared/base/fields.h"

#include <doctest/doctest.h>

using base::Fields;

namespace {

Fields fields(std::string_view text) {
    return Fields::parse(text).value();
}

}  // namespace

TEST_CASE("fields have one text: names in order, no space, values untouched") {
    CHECK(fields(R"( { "z" : 1.50, "a" : "x\u0041" , "m" : { "k" : [1, 2] } } )").to_json() ==
          R"({"a":"x\u0041","m":{ "k" : [1, 2] },"z":1.50})");
    CHECK(fields("{}").to_json() == "{}");
    CHECK(fields(R"({"b":1,"a":2})") == fields(R"({"a":2,"b":1})"));
}

TEST_CASE("a field is read as text, number or codes") {
    const Fields answers = fields(R"({"name":"Ani \"A\"","weight_g":3200,"temp":36.5,"x":null,
                                      "signs":"fever  bleeding"})");
    CHECK(answers.text("name") == "Ani \"A\"");
    CHECK(answers.text("weight_g") == "3200");
    CHECK(answers.integer("weight_g") == 3200);
    CHECK(answers.number("temp") == 36.5);
    CHECK_FALSE(answers.integer("temp").has_value());
    CHECK_FALSE(answers.number("name").has_value());
    CHECK(answers.codes("signs") == std::vector<std::string>{"fever", "bleeding"});
    CHECK(answers.has_code("signs", "bleeding"));
    CHECK_FALSE(answers.has_code("signs", "bleed"));
    CHECK(answers.text("x").empty());
    CHECK(answers.text("missing").empty());
    CHECK(answers.codes("missing").empty());
    CHECK_FALSE(answers.has("missing"));
}

TEST_CASE("fields are set, set again and taken out") {
    Fields answers;
    answers.set("b", "x");
    answers.set_integer("a", 5);
    answers.set_number("c", 36.5);
    answers.set("b", "y\n");
    CHECK(answers.to_json() == R"({"a":5,"b":"y\n","c":36.5})");
    answers.erase("b");
    answers.erase("missing");
    CHECK(answers.to_json() == R"({"a":5,"c":36.5})");
}

TEST_CASE("a change sets, and its null takes out") {
    Fields answers = fields(R"({"a":1,"b":2,"c":3})");
    answers.apply(fields(R"({"b":null,"c":"new","d":4,"missing":null})"));
    CHECK(answers.to_json() == R"({"a":1,"c":"new","d":4})");
}

TEST_CASE("what changed since before leads from before to after") {
    const Fields before = fields(R"({"a":1,"b":"x","keep":[1, 2],"gone":true})");
    const Fields after = fields(R"({"a":1,"b":"y","keep":[1, 2],"new":3})");
    const Fields changes = after.changes_since(before);
    CHECK(changes.to_json() == R"({"b":"y","gone":null,"new":3})");
    Fields walked = before;
    walked.apply(changes);
    CHECK(walked == after);
    CHECK(after.changes_since(after).empty());
}

TEST_CASE("what a newer version wrote stays byte by byte through an edit") {
    Fields answers = fields(R"({"future":{"deep" : [1.0, null]},"weight_g":1})");
    answers.set_integer("weight_g", 2);
    CHECK(answers.to_json() == R"({"future":{"deep" : [1.0, null]},"weight_g":2})");
}

TEST_CASE("text that is no object of fields is refused") {
    CHECK_FALSE(Fields::parse("[1]").ok());
    CHECK_FALSE(Fields::parse(R"({"a":1,"a":1})").ok());
    CHECK_FALSE(Fields::parse("").ok());
}

TEST_CASE("a value nested deeper than 16 is refused; brackets inside a string are text") {
    const auto nested = [](std::size_t depth) {
        return R"({"x":)" + std::string(depth, '[') + "1" + std::string(depth, ']') + "}";
    };
    CHECK(Fields::parse(nested(16)).ok());
    CHECK_FALSE(Fields::parse(nested(17)).ok());
    CHECK(Fields::parse(R"({"x":"[[[[[[[[[[[[[[[[[[\"[{","y":[["]"],["]"]]})").ok());
}

TEST_CASE("kept text is read as the full reader reads it, whatever stands in it") {
    for (const char* text : {
             R"({})",
             R"({"a":"x","b":1,"c":-1.5e3,"d":null,"e":true})",
             R"({"a":"","name":"Ani \"A\" \\","z":"}, \"y\":1"})",
             R"({"k":{"x":[1,"}"]},"l":"é"})",
             R"({"a\u0041":"1","b":"2"})",    // a name that must be read in full
             R"({ "b" : "2" , "a" : "1" })",  // no text of ours
             R"({"b":"2","a":"1"})",
         }) {
        CAPTURE(text);
        const auto kept = Fields::parse_kept(text);
        REQUIRE(kept.ok());
        CHECK(kept.value() == fields(text));
    }
    for (const char* text : {"", "{", R"({"a")", R"({"a":})", R"({"a":"x)", R"({"a":1}x)",
                             R"({"a":1,})", R"({"a":1,"a":2})", R"({"a":"\)", R"([1])"}) {
        CAPTURE(text);
        CHECK_FALSE(Fields::parse_kept(text).ok());
    }
}
