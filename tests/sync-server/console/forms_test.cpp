// New versions of forms: checked, compared, published, and in force at once.
#include "sync-server/accept/staff/publishing.h"
#include "sync-server/store/keeping/audit.h"
#include "tests/sync-server/console/desk.h"

using namespace console_test;

namespace {

std::string replaced(std::string text, const std::string& what, const std::string& with) {
    const auto at = text.find(what);
    REQUIRE(at != std::string::npos);
    return text.replace(at, what.size(), with);
}

const forms::Form& outreach() {
    return *forms::FormSet::builtin().find("outreach");
}

// With a question more, as a programme would add one.
std::string next_version() {
    const std::string version = "\"version\":\"" + outreach().version + "\"";
    const std::string json = replaced(outreach().json, version, "\"version\":\"9901010\"");
    return replaced(json, "\"survey\":[",
                    "\"survey\":[{\"type\":\"text\",\"name\":\"village_song\",\"label::id\":"
                    "\"Lagu <desa>\",\"label::en\":\"Village <song>\"},");
}

}  // namespace

TEST_CASE_FIXTURE(Desk, "a new version is compared in words, published, and in force at once") {
    sign_in("koord");
    const auto checked = upload("/forms/check", {}, "form", "outreach.json", next_version());
    CHECK(checked.status == 200);
    CHECK(has(checked, "Lagu &lt;desa&gt;"));
    CHECK(has(get("/forms"), outreach().version));
    CHECK(post("/forms", {{"definition", next_version()}, {"shown", outreach().version}}).status ==
          303);
    CHECK(has(get("/forms"), "9901010"));
    const auto audited = server_store::audited(writer(), "form_publish").value();
    REQUIRE(audited.size() == 1);
    CHECK(audited.front().subject == "outreach");
    const auto after = staff::published(writer(), forms::FormSet::builtin()).value();
    CHECK(after.find("outreach")->version == "9901010");
    CHECK(after.find("outreach", outreach().version) != nullptr);
    // The second coordinator compared it with the version before.
    CHECK(post("/forms", {{"definition", next_version()}, {"shown", outreach().version}}).status ==
          409);
}

TEST_CASE_FIXTURE(Desk, "what is no form that can be worked with is refused with what is wrong") {
    sign_in("koord");
    const auto refused = [&](const std::string& json, const std::string& word) {
        const auto answer = upload("/forms/check", {}, "form", "f.json", json);
        CAPTURE(answer.body);
        CHECK(answer.status == 422);
        CHECK(has(answer, word));
        // Put together by hand, it is refused as well: here, or for its size.
        CHECK(post("/forms", {{"definition", json}, {"shown", outreach().version}}).status >= 409);
    };
    refused("{\"survey\":", "<li>");
    refused("<script>alert(1)</script>", "<li>");
    refused(outreach().json, "was in force before");
    refused(replaced(next_version(), "\"outreach\"", "\"of_our_own\""), "of_our_own");
    refused(std::string(2 << 20, ' '), "1 MiB");
    CHECK(upload("/forms/check", {}, "form", "f.json", "").status == 422);
    CHECK(server_store::audited(writer(), "form_publish").value().empty());
}

TEST_CASE("a question that the program reads may neither go nor change its type") {
    const forms::FormSet& current = forms::FormSet::builtin();
    const forms::Form& person = *current.find("person");
    const std::string version = "\"version\":\"" + person.version + "\"";
    const std::string json = replaced(person.json, version, "\"version\":\"9901010\"");
    CHECK(staff::check_form(current, json).problems.empty());
    const auto at = json.find("\"name\":\"birth_order\"");
    REQUIRE(at != std::string::npos);
    const auto type = json.rfind("\"integer\"", at) == std::string::npos
                          ? json.find("\"integer\"", at)
                          : json.rfind("\"integer\"", at);
    std::string retyped = json;
    retyped.replace(type, 9, "\"text\"");
    const auto checked = staff::check_form(current, retyped);
    CHECK(!checked.problems.empty());
}
