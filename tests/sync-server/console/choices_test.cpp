// How the district reads its forms: chosen on a page in words, by whom the table lets.
#include "shared/indicators/choices.h"
#include "sync-server/reports/district_choices.h"
#include "sync-server/store/keeping/audit.h"
#include "tests/sync-server/console/desk.h"

using namespace console_test;

namespace {

struct Choosing : Desk {
    Choosing() { sign_in("koord"); }
    http::Response choose(const std::string& answer, const std::string& shown = "both") {
        return post("/choices/f1_row1", {{"answer-f1_row1", answer}, {"shown", shown}});
    }
    std::string standing() { return reports::chosen(writer(), "f1_row1").value(); }
};

}  // namespace

TEST_CASE_FIXTURE(Choosing, "every choice and every answer is said in words, in both languages") {
    for (const char* language : {"id", "en"}) {
        CAPTURE(language);
        set_cookie("__Host-kawan-language", language);
        const auto page = get("/choices");
        REQUIRE(page.status == 200);
        for (const auto& choice : indicators::district_choices()) {
            const std::string name(choice.name);
            CAPTURE(name);
            CHECK(has(page, "name=\"answer-" + name + "\""));
            CHECK_FALSE(has(page, "<legend>" + name + "</legend>"));
            for (const std::string_view answer : choice.answers) {
                CHECK(has(page, "value=\"" + std::string(answer) + "\""));
                CHECK_FALSE(has(page, ">" + name + "=" + std::string(answer) + "<"));
            }
        }
    }
}

TEST_CASE_FIXTURE(Choosing, "what is chosen holds from now on, and the audit says who chose") {
    CHECK(standing() == "both");
    CHECK(choose("clockA").status == 303);
    CHECK(standing() == "clockA");
    const auto audited = server_store::audited(writer(), "district_choice").value();
    REQUIRE(audited.size() == 1);
    CHECK(audited.front().actor == user("koord").id.text());
    CHECK(audited.front().subject == "f1_row1");
}

TEST_CASE_FIXTURE(Choosing, "no answer, one of none, or one of an old page changes nothing") {
    CHECK(post("/choices/f1_row1", {{"shown", "both"}}).status == 422);
    CHECK(choose("<b>").status == 422);
    CHECK(post("/choices/nothing", {{"answer-nothing", "yes"}}).status == 404);
    CHECK(choose("clockA", "clockA").status == 409);  // another has chosen since it was drawn
    CHECK(standing() == "both");
    CHECK(server_store::audited(writer(), "district_choice").value().empty());
}

TEST_CASE_FIXTURE(Choosing, "an admin may choose too; a midwife and the district may not") {
    sign_out();
    sign_in("admin");
    CHECK(choose("clockA").status == 303);
    for (const char* other : {"bidan", "dinkes"}) {
        sign_out();
        sign_in(other);
        CHECK(get("/choices").status == 403);
        CHECK(choose("both", "clockA").status == 403);
    }
    CHECK(standing() == "clockA");
}
