#include "tests/shared/forms/form_of.h"

using namespace forms_test;

namespace {

const char* const kText = R"j({"type":"text","name":"a"})j";

std::string row(const std::string& cells) {
    return std::string(kText) + ",{" + cells + "}";
}

}  // namespace

TEST_CASE("a form keeps everything that its rows say") {
    const forms::Form form =
        form_of(R"j({"type":"begin group","name":"body","label::id":"Tubuh"},)j"
                R"j({"type":"decimal","name":"weight_g","label::id":"Berat","label::en":"Weight",)j"
                R"j("hint::id":"Dalam gram","required":"true()","bind::kawan:unit":"g",)j"
                R"j("bind::kawan:merge_group":"weight","bind::kawan:pii":"yes",)j"
                R"j("appearance":"big numbers"},)j"
                R"j({"type":"end group"},)j"
                R"j({"type":"select_one yes_no","name":"alive","bind::kawan:sticky":"0 8"},)j"
                R"j({"type":"select_one_from_file person.csv","name":"mother_id"},)j"
                R"j({"type":"select_multiple_from_file person.csv","name":"seen"},)j"
                R"j({"type":"note","name":"V017_b","label::id":"Salah","appearance":"flag",)j"
                R"j("relevant":"${alive} = '0'","bind::kawan:field":"alive"})j");
    const forms::Question& weight = *form.find("weight_g");
    CHECK(weight.label.in("en") == "Weight");
    CHECK(weight.hint.in("en") == "Dalam gram");
    CHECK(weight.unit == "g");
    CHECK(weight.merge_group == "weight");
    CHECK(weight.pii);
    CHECK(weight.has_appearance("numbers"));
    CHECK_FALSE(weight.has_appearance("number"));
    CHECK(weight.row == 2);
    CHECK(weight.group_path == std::vector<std::string>{"body"});
    CHECK(form.find("alive")->sticky == std::vector<std::string>{"0", "8"});
    CHECK(form.choices_of(*form.find("alive")).size() == 2);
    CHECK(form.find("alive")->group == forms::kNone);
    CHECK(form.find("mother_id")->type == forms::QuestionType::Reference);
    CHECK(form.find("mother_id")->reference_type == "person");
    CHECK(form.find("seen")->type == forms::QuestionType::SelectMultiple);
    CHECK(form.find("seen")->reference_type == "person");
    REQUIRE(form.rules.size() == 1);
    CHECK(form.rules[0].name == "V017_b");
    CHECK(form.rules[0].id == "V017");
    CHECK(form.rules[0].severity == forms::Severity::Flag);
    CHECK(form.find("nothing") == nullptr);
    CHECK(form.find("V017_b") == nullptr);
}

TEST_CASE("a bad row is refused with form, row and column") {
    CHECK(refusal_of(row(R"j("type":"txt","name":"b")j")) ==
          "probe, row 2, type: unknown type txt");
    CHECK(refusal_of(row(R"j("type":"text","name":"a")j")) ==
          "probe, row 2, name: a stands in the form twice");
    CHECK(refusal_of(row(R"j("type":"text","name":"1b")j")).starts_with("probe, row 2, name: "));
    CHECK(refusal_of(row(R"j("type":"text")j")).starts_with("probe, row 2, name: "));
    CHECK(refusal_of(row(R"j("type":"text","name":7)j")) == "probe, row 2, name: expected a text");
    CHECK(refusal_of(row(R"j("type":"select_one sxe","name":"b")j")) ==
          "probe, row 2, type: there is no choice list sxe");
    CHECK(refusal_of(row(R"j("type":"select_one","name":"b")j")) ==
          "probe, row 2, type: expected the name of one choice list");
    CHECK(refusal_of(row(R"j("type":"select_one_from_file person","name":"b")j")) ==
          "probe, row 2, type: expected a file as person.csv");
    CHECK(refusal_of(
              row(R"j("type":"select_multiple signs","name":"b","appearance":"exclusive:UNK")j")) ==
          "probe, row 2, appearance: no code UNK in the choice list");
}

TEST_CASE("a bad expression is refused with its column and place in it") {
    const auto refused = [](const std::string& cell) {
        return refusal_of(row(R"j("type":"text","name":"b",)j" + cell));
    };
    CHECK(refused(R"j("relevant":"${bf_evr} = '1'")j") ==
          "probe, row 2, relevant: unknown field ${bf_evr}");
    CHECK(refused(R"j("constraint":". >= ")j") ==
          "probe, row 2, constraint: at character 5: expected a value");
    CHECK(refused(R"j("required":"yes")j") ==
          "probe, row 2, required: at character 1: unknown function yes");
    CHECK(refused(R"j("relevant":". = 1")j") ==
          "probe, row 2, relevant: `.` has a meaning in a constraint only");
    CHECK(refused(R"j("calculation":"1")j") ==
          "probe, row 2, calculation: only a calculate row is calculated");
    CHECK(refused(R"j("relevant":"${b} = ''")j") ==
          "probe, row 2, relevant: b depends on itself in a circle");
}

TEST_CASE("groups that do not close, and rules that name nothing, are refused") {
    CHECK(refusal_of(row(R"j("type":"begin group","name":"g")j")) ==
          "probe, row 2, type: this group has no end");
    CHECK(refusal_of(row(R"j("type":"end group")j")) ==
          "probe, row 2, type: ends a group that was not begun");
    CHECK(refusal_of(row(R"j("type":"note","name":"V001","appearance":"error")j")) ==
          "probe, row 2, relevant: a rule says here when it is violated");
    CHECK(refusal_of(row(R"j("type":"note","name":"V001","appearance":"error",)j"
                         R"j("relevant":"${a} = ''","bind::kawan:field":"c")j")) ==
          "probe, row 2, bind::kawan:field: unknown field c");
    CHECK(refusal_of(
              row(R"j("type":"note","name":"V001","appearance":"error","relevant":"${b}")j")) ==
          "probe, row 2, relevant: unknown field ${b}");
}

TEST_CASE("calculations that wait for each other are refused") {
    CHECK(refusal_of(R"j({"type":"calculate","name":"a","calculation":"${b} + 1"},)j"
                     R"j({"type":"calculate","name":"b","calculation":"${c}"},)j"
                     R"j({"type":"calculate","name":"c","calculation":"${a}"})j") ==
          "probe, row 1, calculation: a depends on itself in a circle");
    // A field inside a group that its own answer opens.
    CHECK(refusal_of(R"j({"type":"begin group","name":"g","relevant":"${inside} = '1'"},)j"
                     R"j({"type":"text","name":"inside"},{"type":"end group"})j") ==
          "probe, row 1, relevant: g depends on itself in a circle");
}

TEST_CASE("a form without what every form has is refused with a sentence") {
    const auto refused = [](const std::string& json) {
        const auto form = forms::parse_form(json, {});
        return form.ok() ? "accepted" : form.error().message;
    };
    CHECK(refused("{}") == "a form without settings");
    CHECK(refused(R"j({"settings":{"form_id":"9 x"}})j") == "settings, form_id: is no name");
    CHECK(refused(R"j({"settings":{"form_id":"x"}})j") ==
          "x, settings, version: missing or too long");
    CHECK(refused(R"j({"settings":{"form_id":"x","version":"1"}})j") == "x: has no questions");
    CHECK(refused("[]").starts_with("not valid JSON"));
    CHECK(refused("{").starts_with("not valid JSON"));
    std::string rows = kText;
    for (int each = 0; each < 500; ++each) rows += "," + std::string(kText);
    CHECK(refused(definition(rows)) == "probe: survey is no list of at most 500 rows");
}

TEST_CASE("a code stands in its list once and is one word") {
    const std::string code = R"j({"list_name":"x","name":"A"})j";
    CHECK(refusal_of(kText, code) == "accepted");
    CHECK(refusal_of(kText, code + "," + code) ==
          "probe, choices row 2, name: A stands in the list twice");
    CHECK(refusal_of(kText, R"j({"list_name":"x","name":"A B"})j") ==
          "probe, choices row 1, name: a code is one word");
}
