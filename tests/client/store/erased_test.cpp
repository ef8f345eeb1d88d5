// What of an erased record stays in a store, and a store of before (SYNC 23).
#include "client/store/erased.h"

#include "client/store/copying.h"
#include "client/store/migrations.h"
#include "client/store/outbox.h"
#include "shared/db/migrations.h"
#include "tests/simulation/village.h"

#include <doctest/doctest.h>

using namespace simulation;
using base::RecordId;

namespace {

const std::string kRecord = "019aa3e0-0000-7000-8000-0000000000b2";

std::vector<std::string> nothing_named(const records::Record&) {
    return {};
}

bool forget(store::Store& store, const std::string& record) {
    const store::NamedBy named_by = nothing_named;
    store::Confirming confirming(store, named_by);
    const auto is_new = store::forget_erased(store, record, confirming);
    REQUIRE(is_new.ok());
    REQUIRE(confirming.finish().ok());
    return is_new.value();
}

}  // namespace

TEST_CASE("SYNC 23: a store of before, with the record and a sent change in it, forgets them") {
    const ScratchFolder folder;
    auto connection = db::Connection::open(folder.path("old.db")).value();
    REQUIRE(db::migrate(connection, store::migrations().first(3)).ok());
    REQUIRE(
        connection
            .execute("INSERT INTO record (id, type, unit, epoch, counter, confirmed, shown) "
                     "VALUES ('019aa3e0-0000-7000-8000-0000000000b2', 'person', 'P1', 1, 1, "
                     "'{\"full_name\":\"Rina\"}', '{}'); INSERT INTO outbox (n, record, line, "
                     "hash, made_at, state, outcome, epoch, counter, in_overlay, before) VALUES "
                     "(1, '019aa3e0-0000-7000-8000-0000000000b2', '{\"x\":1}', 'h', 5, 'done', "
                     "'', 1, 1, 0, '{}'); INSERT INTO unit_state VALUES ('P1', 3, 1, 77, 0)")
            .ok());
    auto opened = store::Store::open(std::move(connection));
    REQUIRE(opened.ok());
    store::Store& store = opened.value();
    CHECK(forget(store, kRecord));
    CHECK(!store.find(kRecord).value().has_value());
    REQUIRE(store::blank_erased(store, 1).ok());
    const auto left = store::changes_of(store, kRecord).value();
    REQUIRE(left.size() == 1);
    CHECK(left[0].hash == "h");
    CHECK(left[0].line.empty());
    CHECK(left[0].state == store::kErased);
    CHECK(!left[0].before.has_value());
    CHECK(store.connection().number("SELECT count FROM unit_state").value() == 0);
    CHECK_FALSE(forget(store, kRecord));  // it was erased before
}

TEST_CASE_FIXTURE(Village, "SYNC 23: a change that waits keeps its line, and shows nowhere") {
    const RecordId id = siti.add("household", household("Budi"), kUnit);
    CHECK(forget(siti.store(), id.text()));
    REQUIRE(store::blank_erased(siti.store(), 0).ok());
    CHECK(!siti.has(id));
    CHECK(siti.outbox_of(id).front().line.find("Budi") != std::string::npos);
    CHECK(siti.status().waiting == 1);
    siti.sync();
    CHECK(!siti.has(id));  // whatever the health centre says of it
}

TEST_CASE_FIXTURE(Village,
                  "SYNC 23: a copy that only has more of an erased record has nothing more") {
    const RecordId id = known_household("Budi");
    siti.edit(id, set("rt", "005"));
    siti.sync();
    siti.copy_to(folder.path("copy.db"));
    forget(siti.store(), id.text());
    REQUIRE(store::blank_erased(siti.store(), 9).ok());
    // A new life: the numbers of the copy are others, so the lines themselves are compared.
    REQUIRE(siti.store().connection().execute("UPDATE outbox SET hash = 'x' || n").ok());
    auto copy = store::Store::open(db::Connection::open(folder.path("copy.db")).value());
    REQUIRE(copy.ok());
    CHECK(store::held_only_by(copy.value(), siti.store()).value().changes == 0);
    CHECK(store::held_only_by(siti.store(), copy.value()).value().changes == 0);
}
