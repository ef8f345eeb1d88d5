// A health centre's own massage procedure: handed out with the forms, refused when broken.
#include "shared/care/procedure.h"
#include "shared/base/file.h"
#include "shared/forms/builtin.h"
#include "sync-server/app/centre.h"
#include "tests/simulation/world.h"

#include <doctest/doctest.h>

using namespace simulation;

namespace {

// The shipped document with one thing written otherwise.
std::string with(const std::string& from, const std::string& to) {
    std::string text = forms::FormSet::builtin().json_of(care::kProcedureForm);
    const auto at = text.find(from);
    REQUIRE(at != std::string::npos);
    return text.replace(at, from.size(), to);
}

base::Result<forms::FormSet> forms_with(const std::string& text) {
    const ScratchFolder folder;
    REQUIRE(base::replace_file(server_app::procedure_path(folder.path("")), text).ok());
    return server_app::forms_of(folder.path(""));
}

}  // namespace

TEST_CASE("without a procedure of its own a health centre hands out the shipped forms") {
    const ScratchFolder folder;
    CHECK(server_app::forms_of(folder.path("")).value().digest() ==
          forms::FormSet::builtin().digest());
}

TEST_CASE("a health centre's own seconds reach every laptop") {
    const auto forms =
        forms_with(with("\"kawan:sop_version\":\"S1-3to5\"", "\"kawan:sop_version\":\"KAMI\""));
    REQUIRE(forms.ok());
    CHECK(forms.value().digest() != forms::FormSet::builtin().digest());
    const auto on_laptop = forms::FormSet::parse(forms.value().texts());
    CHECK(care::procedure_in(on_laptop.value()).sop_version == "KAMI");
    CHECK(on_laptop.value().ids() == forms::FormSet::builtin().ids());
}

TEST_CASE("a procedure that cannot be followed keeps the server from starting, with its row") {
    const auto bad = forms_with(
        with("\"bind::kawan:target_seconds\":\"60\"", "\"bind::kawan:target_seconds\":\"-60\""));
    REQUIRE_FALSE(bad.ok());
    CHECK(bad.error().message.find("massage_procedure, row ") != std::string::npos);
    CHECK(bad.error().message.find("target_seconds") != std::string::npos);
}

TEST_CASE("no other form comes in by that door") {
    const auto other =
        forms_with(with("\"form_id\":\"massage_procedure\"", "\"form_id\":\"visit\""));
    REQUIRE_FALSE(other.ok());
    CHECK(other.error().message.find("expected form_id massage_procedure") != std::string::npos);
}
