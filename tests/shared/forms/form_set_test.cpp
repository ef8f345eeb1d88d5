#include "shared/forms/form_set.h"
#include "shared/base/file.h"
#include "shared/forms/builtin.h"
#include "tests/shared/forms/form_of.h"

#include <algorithm>

using forms::FormSet;
using namespace forms_test;

namespace {

std::string version(const char* number, const char* question) {
    return std::string(R"j({"settings":{"form_id":"probe","version":")j") + number +
           R"j("},"survey":[{"type":"text","name":")j" + question + "\"}]}";
}

}  // namespace

TEST_CASE("every shipped definition is read") {
    forms::ChoiceLists shared;
    for (const std::string& text : forms::builtin_definitions()) {
        if (text.find("\"survey\"") != std::string::npos) continue;
        shared = forms::parse_choices(text).value();
    }
    CHECK_FALSE(shared.empty());
    int read = 0, documents = 0;
    for (const std::string& text : forms::builtin_definitions()) {
        if (text.find("\"survey\"") == std::string::npos) continue;
        const auto form = forms::parse_form(text, shared);
        CHECK_MESSAGE(form.ok(), (form.ok() ? "" : form.error().message));
        ++(!form.ok() || form.value().makes_records ? read : documents);
    }
    CHECK(read >= 25);
    CHECK(documents >= 1);
    CHECK(FormSet::builtin().ids().size() == static_cast<std::size_t>(read));
}

TEST_CASE("a definition is compiled in byte by byte") {
    const std::vector<std::string> texts = forms::builtin_definitions();
    for (const char* name : {"choices", "visit", "feeding_recall", "person"}) {
        const auto file = base::read_file(std::string(KAWAN_SOURCE_DIR) +
                                          "/shared/forms/definitions/" + name + ".json");
        REQUIRE(file.ok());
        CHECK(std::find(texts.begin(), texts.end(), file.value()) != texts.end());
    }
}

TEST_CASE("every shipped text is there in Indonesian and in English") {
    for (const std::string& id : FormSet::builtin().ids()) {
        const forms::Form& form = *FormSet::builtin().find(id);
        for (const forms::Question& question : form.questions) {
            CAPTURE(id + "." + question.name);
            CHECK(question.label.id.empty() == question.label.en.empty());
            if (question.is_answered_by_people()) CHECK_FALSE(question.label.empty());
            if (question.constraint) CHECK_FALSE(question.constraint_message.id.empty());
        }
        for (const forms::Rule& rule : form.rules) {
            CAPTURE(id + "." + rule.name);
            CHECK_FALSE(rule.message.id.empty());
            CHECK_FALSE(rule.message.en.empty());
        }
    }
}

TEST_CASE("the set handed to a laptop is the set that the server has") {
    const FormSet& mine = FormSet::builtin();
    const auto theirs = FormSet::parse(mine.texts());
    REQUIRE(theirs.ok());
    CHECK(theirs.value().digest() == mine.digest());
    CHECK(theirs.value().ids() == mine.ids());
    CHECK(mine.digest().size() == 16);
    CHECK(mine.json_of("visit").find('\n') == std::string::npos);
    CHECK_FALSE(mine.json_of(forms::kSharedChoices).empty());
    CHECK(mine.json_of("unheard_of").empty());
}

TEST_CASE("a digest tells a changed question, not a changed space") {
    const auto digest = [](const std::string& text) {
        return FormSet::parse({text}).value().digest();
    };
    const std::string text = version("1", "a");
    CHECK(digest(text) == digest("  " + text + "\n"));
    CHECK(digest(text) != digest(version("1", "b")));
}

TEST_CASE("a draft stays on the version that it was begun with") {
    FormSet set = FormSet::parse({version("1", "a")}).value();
    const forms::Form* first = set.find("probe");
    set.add(forms::parse_form(version("2", "b"), {}).value());
    CHECK(set.find("probe")->version == "2");
    CHECK(set.find("probe", "1") == first);
    CHECK(first->find("a") != nullptr);
    CHECK(set.find("probe", "3") == nullptr);
    CHECK(set.find("unheard_of") == nullptr);
    CHECK(set.ids() == std::vector<std::string>{"probe"});
}

TEST_CASE("a document that makes no records is handed on, and is no type of record") {
    std::string text = version("1", "a");
    text.insert(text.find("\"version\""), R"j("kawan:records":"none",)j");
    const FormSet set = FormSet::parse({text}).value();
    CHECK(set.find("probe") == nullptr);
    CHECK(set.find("probe", "1") == nullptr);
    CHECK(set.ids().empty());
    REQUIRE(set.find_document("probe") != nullptr);
    CHECK(set.find_document("probe")->version == "1");
    CHECK(set.find_document("visit") == nullptr);
    CHECK(set.texts().size() == 1);
    CHECK(set.digest() != FormSet().digest());
    CHECK(FormSet::parse(set.texts()).value().digest() == set.digest());
}

TEST_CASE("one bad definition refuses the set with its sentence") {
    const auto set = FormSet::parse({version("1", "a"), version("2", "9")});
    REQUIRE_FALSE(set.ok());
    CHECK(set.error().message.starts_with("probe, row 1, name: "));
}
