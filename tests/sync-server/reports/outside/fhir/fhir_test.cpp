// What goes to SATUSEHAT and to a district as FHIR, by an R4 validator that is not ours (npm's
// "fhir", installed into the build folder). The massage's golden district, its mothers agreeing.
#include "shared/base/file.h"
#include "sync-server/reports/exchange_report.h"
#include "tests/shared/indicators/programme_district.h"
#include "tests/simulation/world.h"

#include <doctest/doctest.h>

#include <cstdlib>

using namespace simulation;

namespace {

constexpr base::Month kMonth{std::chrono::year{2026}, std::chrono::month{9}};
const char* const kUser = "01890000-0000-7000-8000-0000000000ff";

struct Agreed {
    base::FixedClock clock{*base::parse_date_time("2026-10-05T09:00:00+07:00")};
    base::SeededRandom random{5};
    ScratchFolder folder;
    Server server{folder.path("centre.db"), clock, random, {"MELATI-1", "MAWAR-1"}};
    Device siti{folder.path("siti.db"), server,
                server.add_user("Siti", "KADER", {"MELATI-1", "MAWAR-1"}), clock, random};

    Agreed() {
        for (records::Record& each : programme_district::records()) {
            if (each.type == "visit") each.fields.set("provider_id", kUser);
            if (each.type == "massage_teaching") each.fields.set("trainer_id", kUser);
            REQUIRE(siti.try_save(each.type, each.id, each.fields, each.unit));
            const bool is_mother = each.fields.text("is_mother") == "1";
            if (each.type == "person" && is_mother) agrees(each);
        }
        siti.sync();
        REQUIRE(siti.status().is_green());
    }
    void agrees(const records::Record& mother) {
        base::Fields consent =
            fields_of(R"({"given_by":"SELF","scopes":"CARE SHARE_PKM","method":"WRITTEN",)"
                      R"("text_version":"1","given_at":"2026-09-01T09:00:00+07:00"})");
        consent.set("person_id", mother.id.text());
        siti.add("consent", consent, mother.unit);
    }
    std::string made(const std::string& table) {
        const base::Zone zone{"Asia/Jakarta", 7 * 60};
        const auto sent = reports::make_exchange(
            server.connection(), {sheets::period_of(kMonth), "", {table}, clock.now(), zone, ""},
            "fhir", "");
        REQUIRE_MESSAGE(sent.ok(), sent.error().message);
        const std::string file = folder.path(table + ".json");
        REQUIRE(base::replace_file(file, sent.value().bytes).ok());
        return file;
    }
    // The kinds of resources in the file, when the validator has no error.
    std::string kinds(const std::string& file) {
        const std::string said = folder.path("said");
        const std::string command = "bash " KAWAN_SOURCE_DIR
                                    "/tests/sync-server/reports/outside/fhir/run " +
                                    std::string(KAWAN_BINARY_DIR) + " " + file + " > " + said;
        REQUIRE(std::system(command.c_str()) == 0);
        return base::read_file(said).value();
    }
};

}  // namespace

TEST_CASE_FIXTURE(Agreed, "an R4 validator finds no error in the measures, nor in the persons") {
    CHECK(kinds(made("indicators")) == "Bundle MeasureReport\n");
    const std::string persons = kinds(made("persons"));
    CHECK(persons.starts_with("Bundle "));
    for (const char* kind :
         {"Patient", "Encounter", "Observation", "Procedure", "QuestionnaireResponse"}) {
        INFO(kind);
        CHECK(persons.find(kind) != std::string::npos);
    }
}

TEST_CASE_FIXTURE(Agreed, "the validator is no rubber stamp: a wrong resource is refused") {
    std::string text = base::read_file(made("persons")).value();
    const auto at = text.find("\"status\":\"finished\"");
    REQUIRE(at != std::string::npos);
    text.replace(at, 19, "\"state\":\"finished\"");
    const std::string file = folder.path("wrong.json");
    REQUIRE(base::replace_file(file, text).ok());
    const std::string command = "bash " KAWAN_SOURCE_DIR
                                "/tests/sync-server/reports/outside/fhir/run " +
                                std::string(KAWAN_BINARY_DIR) + " " + file + " > /dev/null 2>&1";
    CHECK(std::system(command.c_str()) != 0);
}
