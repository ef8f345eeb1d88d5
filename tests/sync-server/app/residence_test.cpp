// Where a guest counts, said by command: the same as the page writes, refused alike.
#include "sync-server/app/centre.h"
#include "sync-server/app/commands/centre_desk.h"
#include "sync-server/app/commands/commands.h"
#include "sync-server/app/commands/families.h"
#include "sync-server/store/keeping/audit.h"
#include "sync-server/store/records/records.h"
#include "tests/simulation/world.h"
#include "tests/sync-server/app/new_centre.h"

#include <doctest/doctest.h>

using namespace server_app;
using base::ErrorCode;

namespace {

const std::string kBaby = "01890000-0000-7000-8000-0000000000a1";

struct Office {
    simulation::ScratchFolder folder;
    ResidenceOptions options;

    Office() {
        options.data = new_centre(
            folder, "code,name,village,village_code\nP1,Melati,Desa,1\nP2,Mawar,Desa,1\n");
        options.person = kBaby;
        options.reason = "tanya ibunya";
        const auto centre = open_centre(options.data).value();
        auto transaction = db::Transaction::begin(centre->connection);
        auto session = accept::desk_session(desk_of(*centre));
        records::Record record;
        record.id = base::RecordId(kBaby);
        record.type = "person";
        record.unit = "P1";
        const auto fields =
            base::Fields::parse(R"({"full_name":"Bayi Tamu","sex":"L","birth_date":"2026-09-05",)"
                                R"("birth_date_precision":"D","is_infant":"1","is_supporter":"0",)"
                                R"("nik_status":"NONE","vital_status":"ALIVE",)"
                                R"("household_id":"01890000-0000-7000-8000-0000000000a0"})");
        const auto change = accept::desk_change(session.value(), record, fields.value(), "");
        REQUIRE(accept::write_at_desk(session.value(), change).ok());
        REQUIRE(transaction.value().commit().ok());
    }
    base::Fields baby() {
        const auto centre = open_centre(options.data).value();
        return server_store::find_record(centre->connection, kBaby).value()->record.fields;
    }
    std::size_t audited() {
        const auto centre = open_centre(options.data).value();
        return server_store::audited(centre->connection, "residence_set").value().size();
    }
};

}  // namespace

TEST_CASE_FIXTURE(Office, "a guest is said to count at her home, and at last to live here") {
    options.is_temporary = true;
    options.from_unit = "P2";
    options.since = "2026-11-01";
    REQUIRE(set_residence(options).ok());
    CHECK(baby().text("residence") == "TEMPORARY");
    CHECK(baby().text("residence_from_unit") == "P2");
    CHECK(baby().text("residence_since") == "2026-11-01");
    CHECK(audited() == 1);
    options = {options.data, false, kBaby, false, true, "", "", "", "pindah ke sini"};
    REQUIRE(set_residence(options).ok());
    CHECK(baby().text("residence") == "DOMICILE");
    CHECK(baby().text("residence_from_unit").empty());
    CHECK(audited() == 2);
}

TEST_CASE_FIXTURE(Office, "a residence without a home, of nobody, or of both kinds is refused") {
    CHECK(set_residence(options).error().code == ErrorCode::Usage);  // neither
    options.is_temporary = true;
    CHECK(set_residence(options).error().code == ErrorCode::Usage);  // from nowhere
    options.from_unit = "P9";
    CHECK(!set_residence(options).ok());
    options.from_unit = "P2";
    options.is_domiciled = true;
    CHECK(set_residence(options).error().code == ErrorCode::Usage);  // both
    options.is_domiciled = false;
    options.person = "01890000-0000-7000-8000-0000000000ff";
    CHECK(set_residence(options).error().code == ErrorCode::NotFound);
    CHECK(baby().text("residence").empty());
    CHECK(audited() == 0);
}
