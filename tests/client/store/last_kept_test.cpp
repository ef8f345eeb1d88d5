// What was committed and is gone is said, and nothing else is.
#include "client/store/last_kept.h"

#include "client/store/outbox.h"
#include "shared/base/file.h"
#include "tests/simulation/village.h"

#include <doctest/doctest.h>

using namespace simulation;

namespace {

struct Noted : Village {
    std::string note = folder.path("siti.db-last");
    base::RecordId id = siti.add("household", household("Budi"), kUnit);

    void save(const char* rt) {
        siti.edit(id, set("rt", rt));
        store::note_last_kept(siti.store(), note);
    }
    void look() { REQUIRE(store::look_for_lost(siti.store(), note).ok()); }
    std::optional<store::Lost> lost() { return store::lost(siti.store()).value(); }
};

}  // namespace

TEST_CASE_FIXTURE(Noted, "changes that were committed and are gone are said until somebody saw") {
    save("002");
    siti.copy_to(folder.path("before.db"));
    save("003");
    save("004");
    siti.restore_from(folder.path("before.db"));  // as a log that ends early leaves it
    look();
    REQUIRE(lost());
    CHECK(lost()->from == 3);
    CHECK(lost()->to == 4);
    CHECK(lost()->count() == 2);
    siti.reopen();
    look();
    CHECK(lost());
    REQUIRE(store::forget_lost(siti.store()).ok());
    look();
    CHECK(!lost());
}

TEST_CASE_FIXTURE(Noted, "a new life that went with its log is said, whatever its numbers were") {
    save("002");
    siti.sync();
    siti.copy_to(folder.path("before.db"));  // what the file holds without its log
    auto progress = siti.store().progress().value();
    ++progress.incarnation;  // a fork
    REQUIRE(siti.store().set_progress(progress).ok());
    save("003");
    save("004");
    siti.restore_from(folder.path("before.db"));
    look();
    REQUIRE(lost());
    CHECK(lost()->from == 3);
    CHECK(lost()->to == 4);
    REQUIRE(store::forget_lost(siti.store()).ok());
    // A life that went on from fewer numbers.
    save("005");
    siti.copy_to(folder.path("later.db"));
    progress = siti.store().progress().value();
    progress.last_n -= 2;
    ++progress.incarnation;
    REQUIRE(siti.store().set_progress(progress).ok());
    store::note_last_kept(siti.store(), note);
    siti.restore_from(folder.path("later.db"));
    look();
    REQUIRE(lost());
    CHECK(lost()->count() >= 1);
}

TEST_CASE_FIXTURE(Noted,
                  "a note that is older, torn, of an earlier life or not there says nothing") {
    look();
    CHECK(!lost());  // there was none
    save("002");
    siti.edit(id, set("rt", "003"));  // and the laptop died before it was noted
    look();
    CHECK(!lost());
    save("004");
    const std::string whole = base::read_file(note).value();
    for (const std::string& torn : {std::string(), whole.substr(0, 20), std::string(128, '\0')}) {
        REQUIRE(base::replace_file(note, torn).ok());
        look();
        CHECK(!lost());
    }
    std::string garbled = whole;
    garbled.replace(garbled.find("\"n\":4"), 5, "\"n\":9");
    REQUIRE(base::replace_file(note, garbled).ok());
    look();
    CHECK(!lost());
}

TEST_CASE_FIXTURE(Noted, "a copy that was put back on purpose has lost nothing") {
    save("002");
    siti.copy_to(folder.path("before.db"));
    save("003");
    siti.restore_from(folder.path("before.db"));
    auto progress = siti.store().progress().value();
    ++progress.incarnation;  // as restoring does
    REQUIRE(siti.store().set_progress(progress).ok());
    look();
    CHECK(!lost());
}

TEST_CASE_FIXTURE(Noted, "what was lost here and sent before comes back by its hash") {
    save("002");
    siti.copy_to(folder.path("before.db"));
    save("003");
    siti.sync();
    siti.restore_from(folder.path("before.db"));
    look();
    REQUIRE(lost());
    save("004");
    agree();
    agree();
    // Both have the number: hers of today contends, and nothing is overwritten.
    CHECK(siti.status().waiting == 0);
    CHECK(siti.status().conflicted == 1);
    CHECK(siti.shown(id).text("rt") == "003");
    CHECK(ani.shown(id).text("rt") == "003");
}
