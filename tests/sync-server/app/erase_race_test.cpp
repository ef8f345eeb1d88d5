// Lawful erasure while somebody has the joining of the same person on her screen (SYNC 17, 23):
// whatever she presses then, the erased one does not come back.
#include "shared/base/file.h"
#include "sync-server/accept/joining/joining.h"
#include "sync-server/app/centre.h"
#include "sync-server/app/commands/centre_desk.h"
#include "sync-server/app/commands/commands.h"
#include "sync-server/store/records/records.h"
#include "tests/simulation/world.h"
#include "tests/sync-server/app/new_centre.h"

#include <doctest/doctest.h>

#include <filesystem>

using namespace server_app;
using base::RecordId;

namespace {

const std::string kMark = "RAHASIA";
const std::string kHouse = "01890000-0000-7000-8000-0000000000a0";
const std::string kSiti = "01890000-0000-7000-8000-0000000000a1";
const std::string kSitti = "01890000-0000-7000-8000-0000000000a2";

struct Office {
    simulation::ScratchFolder folder;
    std::string data = new_centre(folder);

    Office() {
        put(kHouse, "household", R"({"head_name":"Agus","status":"ACTIVE"})");
        put(kSiti, "person", mother("Siti"));
        put(kSitti, "person", mother("Sitti"));
    }
    static std::string mother(const std::string& name) {
        return R"({"full_name":")" + kMark + " " + name + R"(","household_id":")" + kHouse +
               R"(","sex":"P","is_mother":"1","is_infant":"0","is_supporter":"0",)"
               R"("birth_date":"1999-02-03","birth_date_precision":"D","nik_status":"UNKNOWN",)"
               R"("vital_status":"ALIVE"})";
    }
    std::unique_ptr<Centre> open() { return open_centre(data).value(); }
    void put(const std::string& id, const std::string& type, const std::string& json) {
        const auto centre = open();
        const accept::Desk desk = desk_of(*centre);
        auto transaction = db::Transaction::begin(centre->connection);
        REQUIRE(transaction.ok());
        auto session = accept::desk_session(desk);
        records::Record record;
        record.id = RecordId(id);
        record.type = type;
        record.unit = "P1";
        const auto change =
            accept::desk_change(session.value(), record, base::Fields::parse(json).value(), "");
        REQUIRE(accept::write_at_desk(session.value(), change).ok());
        REQUIRE(transaction.value().commit().ok());
    }
    bool has(const std::string& id) {
        return server_store::find_record(open()->connection, id).value().has_value();
    }
    void erase_her(const std::string& id) {
        EraseOptions options;
        options.data = data;
        options.person = id;
        options.reason = "permintaan tertulis";
        REQUIRE(erase(options).ok());
    }
    // As a page that was drawn a moment ago posts it.
    joining::Request page_of_pair() {
        const auto centre = open();
        const auto shown = joining::preview(desk_of(*centre), kSiti, kSitti).value();
        joining::Request request;
        request.winner = kSiti;
        request.loser = kSitti;
        request.reason = "sudah ditanya";
        request.actor = "koordinator";
        request.seen = {{kSiti, shown.winner.revision}, {kSitti, shown.loser.revision}};
        return request;
    }
    base::Result<std::string> join(const joining::Request& request) {
        const auto centre = open();
        return joining::join(desk_of(*centre), request);
    }
    joining::UndoRequest page_of_undo(const std::string& merge) {
        const auto centre = open();
        const auto shown = joining::preview_undo(desk_of(*centre), merge).value();
        joining::UndoRequest request;
        request.merge = merge;
        request.reason = "ternyata dua";
        request.actor = "koordinator";
        request.seen = {{kSiti, shown.winner.revision}, {kSitti, shown.loser.revision}};
        return request;
    }
    void check_nowhere() {
        for (const auto& file : std::filesystem::directory_iterator(data)) {
            if (!file.is_regular_file()) continue;
            const std::string name = file.path().string();
            CHECK_MESSAGE(base::read_file(name).value().find(kMark) == std::string::npos, name);
        }
    }
};

}  // namespace

TEST_CASE_FIXTURE(Office, "SYNC 23: who was erased while her pair was on a screen is not joined") {
    std::string erased, other;
    SUBCASE("the one who stays") {
        erased = kSiti, other = kSitti;
    }
    SUBCASE("the one who goes") {
        erased = kSitti, other = kSiti;
    }
    const joining::Request request = page_of_pair();
    erase_her(erased);
    CHECK(!join(request).ok());
    CHECK(!has(erased));
    const auto centre = open();
    const auto stands = server_store::find_record(centre->connection, other).value();
    REQUIRE(stands.has_value());
    CHECK(stands->record.fields.text("merged_into").empty());
}

TEST_CASE_FIXTURE(Office, "SYNC 23: with her go the records that were joined into hers") {
    REQUIRE(join(page_of_pair()).ok());
    erase_her(kSiti);
    CHECK(!has(kSiti));
    CHECK(!has(kSitti));
    check_nowhere();
}

TEST_CASE_FIXTURE(Office, "SYNC 23: an undo that was open when she was erased brings nobody back") {
    const auto merge = join(page_of_pair());
    REQUIRE(merge.ok());
    const joining::UndoRequest request = page_of_undo(merge.value());
    erase_her(kSiti);
    {
        const auto centre = open();
        CHECK(!joining::undo(desk_of(*centre), request).ok());
        CHECK(!joining::preview_undo(desk_of(*centre), merge.value()).ok());
    }
    CHECK(!has(kSiti));
    CHECK(!has(kSitti));
    check_nowhere();
}

TEST_CASE_FIXTURE(Office, "SYNC 23: to erase the record that went into hers is to erase her") {
    const auto merge = join(page_of_pair());
    REQUIRE(merge.ok());
    const joining::UndoRequest request = page_of_undo(merge.value());
    erase_her(kSitti);
    {
        const auto centre = open();
        CHECK(!joining::undo(desk_of(*centre), request).ok());
    }
    CHECK(!has(kSiti));
    CHECK(!has(kSitti));
    check_nowhere();
}
