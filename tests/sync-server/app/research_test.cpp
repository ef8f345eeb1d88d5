// What the command adds to the data set: who took it is written down, and a key only if asked for.
#include "shared/base/file.h"
#include "sync-server/app/centre.h"
#include "sync-server/app/commands/commands.h"
#include "sync-server/store/keeping/audit.h"
#include "sync-server/store/records/records.h"
#include "tests/simulation/world.h"
#include "tests/sync-server/app/new_centre.h"

#include <doctest/doctest.h>

using namespace server_app;

namespace {

struct Office {
    simulation::ScratchFolder folder;
    ResearchOptions options;

    Office() {
        options.data = new_centre(folder);
        options.from = "2026-01";
        options.to = "2026-12";
        options.k = 2;
        options.out = folder.path("out");
        options.seed_file = folder.path("seed");
    }
    void put(db::Connection& connection, const std::string& id, const std::string& type,
             const std::string& json, const std::vector<std::string>& named) {
        server_store::StoredRecord stored;
        stored.record = {base::RecordId(id), type, "P1", {1, 1}, simulation::fields_of(json)};
        stored.fields_text = stored.record.fields.to_json();
        stored.writers = "{}";
        REQUIRE(server_store::put_record(connection, stored, std::nullopt, named).ok());
    }
    void add_infants(int count) {
        const auto centre = open_centre(options.data).value();
        for (int each = 0; each < count; ++each) {
            const std::string last = std::to_string(10 + each);
            const std::string infant = "01890000-0000-7000-8000-0000000000" + last;
            put(centre->connection, infant, "person",
                R"({"birth_date":"2026-02-03","is_infant":"1","sex":"L","vital_status":"ALIVE"})",
                {});
            put(centre->connection, "01890000-0000-7000-8000-0000000001" + last, "consent",
                R"({"given_by":"PARENT","scopes":"CARE RESEARCH",)"
                R"("given_at":"2026-02-04T09:00:00+07:00","person_id":")" +
                    infant + "\"}",
                {infant});
        }
    }
    std::vector<server_store::Audited> audited() {
        const auto centre = open_centre(options.data).value();
        return server_store::audited(centre->connection, "export_research").value();
    }
};

}  // namespace

TEST_CASE_FIXTURE(Office, "an export for research is written down, with what became of its key") {
    add_infants(3);
    REQUIRE(research_export(options).ok());
    CHECK(base::file_exists(options.out + "/datapackage.json"));
    REQUIRE(audited().size() == 1);
    CHECK(audited()[0].reason == "0 mothers, 3 infants, k 2; the key was kept in a seed file");
    const std::string first = base::read_file(options.out + "/infants.csv").value();
    options.out = folder.path("again");
    REQUIRE(research_export(options).ok());
    CHECK(base::read_file(options.out + "/infants.csv").value() == first);
    options.seed_file.clear();
    options.out = folder.path("other");
    REQUIRE(research_export(options).ok());
    CHECK(base::read_file(options.out + "/infants.csv").value() != first);
    CHECK(audited().size() == 3);
}

TEST_CASE_FIXTURE(Office,
                  "an export for research that cannot be written leaves no key and no word") {
    CHECK(research_export(options).error().code == base::ErrorCode::NotFound);
    add_infants(3);
    options.out = folder.path("no folder here/out");
    CHECK_FALSE(research_export(options).ok());
    options.out = folder.path("units.csv");
    CHECK(research_export(options).error().code == base::ErrorCode::Refused);
    options.k = 1;
    CHECK(research_export(options).error().code == base::ErrorCode::Usage);
    CHECK_FALSE(base::file_exists(options.seed_file));
    CHECK(audited().empty());
}
