#include "client/app/recording/forms_in_force.h"
#include "shared/protocol/enrolment.h"

#include <doctest/doctest.h>

namespace {

using forms::FormSet;

store::Identity handed(const std::vector<std::string>& forms) {
    protocol::Config config;
    config.forms = forms;
    config.forms_digest = "0123456789abcdef";
    store::Identity identity;
    identity.config = to_json(config);
    return identity;
}

// The shipped forms with a visit that asks by a function of a later program.
std::vector<std::string> of_a_newer_program() {
    std::vector<std::string> texts = FormSet::builtin().texts();
    for (std::string& text : texts) {
        const auto today = text.find("today()");
        if (today != std::string::npos) text.replace(today, 7, "moon-phase()");
    }
    return texts;
}

}  // namespace

TEST_CASE("forms of a newer program that cannot be read keep nobody out: the shipped stand in") {
    REQUIRE_FALSE(FormSet::parse(of_a_newer_program()).ok());
    const auto forms = client_app::forms_in_force(handed(of_a_newer_program()));
    REQUIRE(forms.ok());
    CHECK(forms.value().digest() == FormSet::builtin().digest());
}

TEST_CASE("forms that were handed out are in force; without any, or a config, the shipped ones") {
    std::vector<std::string> texts = FormSet::builtin().texts();
    for (std::string& text : texts) {
        const auto version = text.find(R"("version":"1")");
        if (version != std::string::npos) text.replace(version, 13, R"("version":"7")");
    }
    const auto forms = client_app::forms_in_force(handed(texts));
    REQUIRE(forms.ok());
    CHECK(forms.value().find("person")->version == "7");
    for (const auto& none : {handed({}), store::Identity{}}) {
        CHECK(client_app::forms_in_force(none).value().digest() == FormSet::builtin().digest());
    }
}
