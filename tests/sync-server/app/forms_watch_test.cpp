// A form published by command while the server runs: in force at the watch's next look, for the
// pages and for laptops; what cannot be published changes nothing.
#include "sync-server/app/serving/forms_watch.h"

#include "shared/base/file.h"
#include "sync-server/app/commands/commands.h"
#include "tests/simulation/world.h"
#include "tests/sync-server/app/new_centre.h"

#include <doctest/doctest.h>

using namespace server_app;

namespace {

struct Running {
    simulation::ScratchFolder folder;
    FormOptions options;
    std::unique_ptr<Centre> centre;
    std::unique_ptr<forms::InForce> in_force;

    Running() {
        options.data = new_centre(folder);
        options.file = folder.path("form.json");
        centre = open_centre(options.data).value();
        in_force = std::make_unique<forms::InForce>(centre->forms);
    }
    // The form that is shipped, of another version, with one question more.
    static std::string outreach(const std::string& version, const std::string& question) {
        const forms::FormSet shipped = forms::FormSet::builtin();
        std::string text = shipped.json_of("outreach");
        const std::string was = "\"version\":\"" + shipped.find("outreach")->version + "\"";
        REQUIRE(text.find(was) != std::string::npos);
        text.replace(text.find(was), was.size(), "\"version\":\"" + version + "\"");
        const std::string begins = "\"survey\":[";
        REQUIRE(text.find(begins) != std::string::npos);
        return text.insert(text.find(begins) + begins.size(),
                           R"({"type":"text","name":")" + question +
                               R"(","label::id":"Lagu","label::en":"Song"},)");
    }
    base::Status publish(const std::string& text) {
        REQUIRE(base::replace_file(options.file, text).ok());
        return form_publish(options);
    }
    static std::string shipped() { return forms::FormSet::builtin().find("outreach")->version; }
    std::string version() { return in_force->now().forms.find("outreach")->version; }
};

}  // namespace

TEST_CASE_FIXTURE(Running, "a form that a command publishes is in force at the next look") {
    FormsWatch watch(options.data, *in_force);
    const std::string digest = in_force->now().digest;
    REQUIRE(watch.look(centre->connection).ok());
    CHECK(in_force->now().digest == digest);
    const forms::InForce::Set& at_work = in_force->now();  // of a request that is being answered
    REQUIRE(publish(outreach("9901010", "song")).ok());
    CHECK(version() == shipped());
    REQUIRE(watch.look(centre->connection).ok());
    CHECK(version() == "9901010");
    CHECK(in_force->now().forms.find("outreach")->find("song") != nullptr);
    CHECK(in_force->now().digest != digest);
    CHECK(at_work.forms.find("outreach")->version ==
          shipped());  // it goes on with what it began with
    const forms::InForce::Set* const second = &in_force->now();
    REQUIRE(watch.look(centre->connection).ok());
    CHECK(&in_force->now() == second);  // nothing new: nothing is read anew
    REQUIRE(publish(outreach("9901011", "rhyme")).ok());
    REQUIRE(watch.look(centre->connection).ok());
    CHECK(version() == "9901011");
}

TEST_CASE_FIXTURE(Running, "what was published before the server's first look is not missed") {
    REQUIRE(publish(outreach("9901010", "song")).ok());
    FormsWatch watch(options.data, *in_force);
    REQUIRE(watch.look(centre->connection).ok());
    CHECK(version() == "9901010");
}

TEST_CASE_FIXTURE(Running, "a form that is refused leaves the one in force") {
    FormsWatch watch(options.data, *in_force);
    CHECK(!publish(R"({"survey": [)").ok());
    CHECK(!publish(outreach(shipped(), "song")).ok());  // no new version
    REQUIRE(watch.look(centre->connection).ok());
    CHECK(version() == shipped());
    CHECK(in_force->now().forms.find("outreach")->find("song") == nullptr);
}
