// Lawful erasure at the health centre's command line (SYNC 23): what is refused, what is said, that
// nothing is left in any file of the folder, and that a command that was cut off is finished.
#include "shared/base/file.h"
#include "sync-server/app/centre.h"
#include "sync-server/app/commands/commands.h"
#include "sync-server/backup/erased_list.h"
#include "sync-server/store/keeping/audit.h"
#include "sync-server/store/records/erasing.h"
#include "sync-server/store/records/records.h"
#include "sync-server/store/reports/facts.h"
#include "tests/simulation/world.h"
#include "tests/sync-server/app/new_centre.h"

#include <doctest/doctest.h>

#include <filesystem>

using namespace server_app;
using base::ErrorCode;
using base::RecordId;

namespace {

const std::string kMark = "RAHASIA";
const RecordId kMother("01890000-0000-7000-8000-0000000000a1");
const RecordId kInfant("01890000-0000-7000-8000-0000000000a2");
const RecordId kTask("01890000-0000-7000-8000-0000000000a3");
const std::string kUnit = "P1";

struct Office {
    simulation::ScratchFolder folder;
    EraseOptions options;

    Office() {
        options.data = new_centre(folder);
        options.person = kMother.text();
        options.reason = "permintaan tertulis";
        put(kMother, "person", "full_name", kMark + " Rina", {});
        put(kInfant, "person", "mother_person_id", kMother.text(), {kMother.text()});
        put(kTask, "followup_task", "person_id", kMother.text(), {kMother.text()});
    }
    std::unique_ptr<Centre> open() { return open_centre(options.data).value(); }
    void put(const RecordId& id, const std::string& type, const std::string& field,
             const std::string& value, const std::vector<std::string>& named) {
        const auto centre = open();
        server_store::StoredRecord stored;
        base::Fields fields;
        fields.set(field, value);
        stored.record = {id, type, kUnit, {1, 1}, fields};
        stored.fields_text = fields.to_json();
        stored.writers = "{}";
        REQUIRE(server_store::put_record(centre->connection, stored, std::nullopt, named).ok());
    }
    bool has(const RecordId& id) {
        return server_store::find_record(open()->connection, id.text()).value().has_value();
    }
    std::vector<server_store::Audited> audited(const char* what) {
        return server_store::audited(open()->connection, what).value();
    }
    void check_nowhere(const std::string& text) {
        for (const auto& file : std::filesystem::directory_iterator(options.data)) {
            if (!file.is_regular_file()) continue;
            const std::string name = file.path().string();
            CHECK_MESSAGE(base::read_file(name).value().find(text) == std::string::npos, name);
        }
    }
};

}  // namespace

TEST_CASE_FIXTURE(Office, "SYNC 23: she and what is about her only go, and no file shows her") {
    REQUIRE(erase(options).ok());
    CHECK(!has(kMother));
    CHECK(!has(kTask));
    CHECK(has(kInfant));  // not asked for
    check_nowhere(kMark);
    const auto list = backup::read_erased_list(options.data).value();
    CHECK(list == std::vector<std::string>{kMother.text(), kTask.text()});
    const auto done = audited("erase");
    REQUIRE(done.size() == 1);
    CHECK(done.front().subject == kMother.text());
    CHECK(done.front().reason == "2 records: permintaan tertulis");
    const auto state = server_store::unit_state(open()->connection, kUnit).value();
    CHECK(state.agreement.count == 1);
    // Whoever is left of the family is counted anew.
    CHECK(server_store::dirty_persons(open()->connection, 9).value() ==
          std::vector<std::string>{kInfant.text()});
}

TEST_CASE_FIXTURE(Office, "SYNC 23: a dry run says what would go and changes nothing") {
    options.dry_run = true;
    options.reason = "";
    REQUIRE(erase(options).ok());
    CHECK(has(kMother));
    CHECK(has(kTask));
    CHECK(backup::read_erased_list(options.data).value().empty());
    CHECK(audited("erase").empty());
}

TEST_CASE_FIXTURE(Office, "SYNC 23: her infants go with her when they are asked for") {
    options.with_children = true;
    REQUIRE(erase(options).ok());
    CHECK(!has(kInfant));
    CHECK(audited("erase").front().reason == "3 records: permintaan tertulis");
}

TEST_CASE_FIXTURE(Office,
                  "SYNC 23: nobody is erased without a reason, twice, or who is no person") {
    options.reason = "";
    CHECK(erase(options).error().code == ErrorCode::Usage);
    options.reason = "permintaan tertulis";
    options.person = kTask.text();
    CHECK(erase(options).error().code == ErrorCode::NotFound);
    options.person = "01890000-0000-7000-8000-0000000000ff";
    CHECK(erase(options).error().code == ErrorCode::NotFound);
    CHECK(backup::read_erased_list(options.data).value().empty());
    options.person = kMother.text();
    REQUIRE(erase(options).ok());
    CHECK(erase(options).error().code == ErrorCode::Refused);
    CHECK(audited("erase").size() == 1);
}

TEST_CASE_FIXTURE(Office, "SYNC 23: what was cut off between list and database is finished first") {
    REQUIRE(backup::add_to_erased_list(options.data, {kMother.text(), kTask.text()}).ok());
    CHECK(!has(kMother));  // whoever opens the folder next does it, before anything else
    CHECK(!has(kTask));
    CHECK(has(kInfant));
    const auto done = audited("erase_from_list");
    REQUIRE(done.size() == 1);
    CHECK(done.front().reason == "2 records were here");
    CHECK(server_store::tombstones(open()->connection, kUnit, 0).value().size() == 2);
}

TEST_CASE_FIXTURE(Office,
                  "SYNC 23: the list keeps every id once, and lines that are none do no harm") {
    const std::string path = options.data + "/erased.txt";
    REQUIRE(base::replace_file(path, "a\n\n" + kTask.text() + " \r\n").ok());
    CHECK(backup::read_erased_list(options.data).value() == std::vector<std::string>{kTask.text()});
    REQUIRE(backup::add_to_erased_list(options.data, {kTask.text(), kMother.text()}).ok());
    CHECK(backup::read_erased_list(options.data).value().size() == 2);
    CHECK(!has(kMother));
    CHECK(has(kInfant));
}
