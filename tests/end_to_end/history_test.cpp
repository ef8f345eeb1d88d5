// Who changed what: two laptops and a health centre, as real processes.
#include "tests/end_to_end/actors.h"

#include <doctest/doctest.h>

using namespace end_to_end;
using base::json::Object;

namespace {

const std::string kHousehold = R"({"head_name":"Budi Bertanda","rt":"001","status":"ACTIVE"})";

// The lines of `show --history` after the record's own.
std::vector<Object> history(const Laptop& laptop, const std::string& id) {
    std::string text = laptop.command({"show", id, "--history"}).out;
    std::vector<Object> lines;
    for (std::size_t start = 0; start < text.size();) {
        const auto end = text.find('\n', start);
        auto line = Object::parse(text.substr(start, end - start));
        REQUIRE(line.ok());
        lines.push_back(std::move(line).value());
        start = end + 1;
    }
    REQUIRE(!lines.empty());
    lines.erase(lines.begin());
    return lines;
}

}  // namespace

TEST_CASE("a cadre sees on her laptop what the midwife changed, and that it was the midwife") {
    const Scratch scratch;
    Centre centre(scratch);
    centre.start();
    auto codes = centre.add_users();
    const Laptop siti(scratch, "siti");
    const Laptop ratna(scratch, "ratna");
    REQUIRE(siti.command({"enrol", codes["Siti"]}).exit_code == 0);
    REQUIRE(ratna.command({"enrol", codes["Bidan Ratna"]}).exit_code == 0);
    const Finished added = siti.command({"add", "household"}, kHousehold);
    REQUIRE_MESSAGE(added.exit_code == 0, added.err);
    const std::string id = *Object::parse(added.out).value().string("id");
    REQUIRE(siti.command({"sync"}).exit_code == 0);
    REQUIRE(ratna.command({"sync"}).exit_code == 0);

    REQUIRE(
        ratna.command({"edit", id, "--reason", "rumahnya pindah"}, R"({"rt":"009"})").exit_code ==
        0);
    REQUIRE(siti.command({"edit", id}, R"({"landmark":"mushola"})").exit_code == 0);
    REQUIRE(ratna.command({"sync"}).exit_code == 0);
    REQUIRE(siti.command({"sync"}).exit_code == 0);

    const auto seen = history(siti, id);
    REQUIRE(seen.size() == 3);
    CHECK(seen[0].boolean("mine") == true);
    CHECK(seen[0].string("state") == "done");
    CHECK(seen[1].string("who") == "Bidan Ratna");
    CHECK(seen[1].string("role") == "BIDAN");
    CHECK(*seen[1].find("changes") == R"([{"field":"rt","old":"001","new":"009"}])");
    CHECK(seen[2].boolean("creation") == true);
    const auto hers = history(ratna, id);
    REQUIRE(hers.size() == 2);
    CHECK(hers[0].string("reason") == "rumahnya pindah");
    CHECK(hers[1].string("who") == "Siti");
    CHECK(centre.log().find("pindah") == std::string::npos);
}
