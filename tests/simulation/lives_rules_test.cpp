// SYNC 7, 8, 12: a laptop that was put back from a copy begins a new life. What it sent in the life
// before is another's to it, but for what the copy knew of.
#include "tests/simulation/village.h"

#include "sync-server/accept/desk/deciding.h"
#include "sync-server/store/changes/changes.h"
#include "sync-server/store/records/records.h"

using namespace simulation;

namespace {

struct Lives : Village {
    base::RecordId id = known_household("Budi");
    std::string copy = folder.path("copy.db");

    // What cannot stand is sent and waits.
    void send_what_waits() {
        siti.edit(id, set("rt", "salah"));
        siti.sync();
        REQUIRE(waiting().size() == 1);
    }
    std::vector<server_store::Quarantined> waiting() {
        return server_store::open_quarantine(server.connection()).value();
    }
    std::string standing(const char* field) {
        return server_store::find_record(server.connection(), id.text())
            .value()
            ->record.fields.text(field);
    }
    std::size_t contended() {
        return server_store::open_contenders(server.connection()).value().size();
    }
};

}  // namespace

TEST_CASE_FIXTURE(Lives,
                  "SYNC 12: what waits from the life before is neither let in nor replaced") {
    siti.copy_to(copy);
    send_what_waits();
    siti.restore_from(copy);
    siti.edit(id, set("rt", "102"));
    siti.sync();
    CHECK(standing("rt") == "102");
    REQUIRE(waiting().size() == 1);
    CHECK(waiting().front().line.find("salah") != std::string::npos);
    const auto item = waiting().front();
    // Mended at the health centre: whose value it is, a person decides.
    REQUIRE(accept::mend_quarantined(server.desk(), item.device, item.n, set("rt", "103"),
                                     "salah ketik", {})
                .ok());
    CHECK(waiting().empty());
    CHECK(standing("rt") == "103");
    CHECK(contended() == 1);
}

TEST_CASE_FIXTURE(Lives, "SYNC 12: what the copy knew to wait is mended by the life after") {
    send_what_waits();
    siti.copy_to(copy);
    siti.add("household", household("Sesudah salinan"), kUnit);
    siti.sync();
    siti.restore_from(copy);
    siti.edit(id, set("rt", "102"));
    siti.sync();
    CHECK(siti.store().progress().value().incarnation == 2);
    CHECK(standing("rt") == "102");
    CHECK(waiting().empty());
    CHECK(contended() == 0);
    agree();
    CHECK(siti.status().is_green());
}

TEST_CASE_FIXTURE(Lives, "SYNC 8: what was let in of the life before is not overwritten unseen") {
    siti.copy_to(copy);
    siti.edit(id, set("landmark", "Mushola"));
    siti.edit(id, set("rt", "salah"));
    siti.sync();
    const auto item = waiting().front();
    REQUIRE(accept::mend_quarantined(server.desk(), item.device, item.n, set("rt", "103"), "", {})
                .ok());
    siti.restore_from(copy);
    siti.edit(id, set("rt", "102"));
    siti.sync();
    CHECK(standing("rt") == "103");
    CHECK(contended() == 1);
}
