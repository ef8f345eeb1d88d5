// Forms that come by a sync while the window is open.
#include "client/app/window/work.h"
#include "shared/protocol/enrolment.h"
#include "tests/client/laptop/trial_laptop.h"

#include <doctest/doctest.h>

namespace {

// All shipped forms, the visit in another version.
std::vector<std::string> with_new_visit() {
    std::vector<std::string> texts = forms::FormSet::builtin().texts();
    for (std::string& text : texts) {
        const std::string old = R"("form_id":"visit","version":"1")";
        const std::size_t at = text.find(old);
        if (at == std::string::npos) continue;
        text.replace(at, old.size(), R"("form_id":"visit","version":"2")");
    }
    return texts;
}

}  // namespace

TEST_CASE("new forms are in force at once; a draft and an open page keep theirs") {
    const trial::Laptop laptop;
    const base::SystemClock clock;
    base::SystemRandom random;
    const auto file = client_app::store_files(laptop.data()).value().front();
    auto opened = client_app::open_work(file, laptop.pin(), clock, random);
    REQUIRE(opened.ok());
    client_app::Work& work = *opened.value().work;
    const forms::Form* on_the_page = work.forms.find("visit");
    REQUIRE(on_the_page->version == "1");

    auto config = protocol::parse_config(work.identity.config).value();
    config.forms = with_new_visit();
    config.forms_digest = forms::FormSet::parse(config.forms).value().digest();
    store::Identity identity = work.store->identity().value();
    identity.config = protocol::to_json(config);
    REQUIRE(work.store->set_identity(identity).ok());
    REQUIRE(work.take_new_forms().ok());

    CHECK(work.forms.find("visit")->version == "2");
    REQUIRE(work.forms.find("visit", "1") != nullptr);
    CHECK(work.forms.digest() == config.forms_digest);  // what is said to the server
    CHECK(on_the_page->find("outcome") != nullptr);     // still there for the page that holds it
}
