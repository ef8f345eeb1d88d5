// What a store keeps of changes that arrived, and a store of before that.
#include "client/store/history.h"

#include "client/store/migrations.h"
#include "client/store/outbox.h"
#include "tests/simulation/village.h"

#include <doctest/doctest.h>

using namespace simulation;
using base::RecordId;

namespace {

std::vector<store::ArrivedChange> arrived(Device& device, const RecordId& id) {
    auto found = store::arrived_changes(device.store(), id.text());
    REQUIRE(found.ok());
    return std::move(found).value();
}

// The file as the first version of the program made it, with one sent change in it.
db::Connection first_version(const std::string& path) {
    auto connection = db::Connection::open(path).value();
    REQUIRE(connection.execute(store::migrations()[0].sql).ok());
    REQUIRE(connection.execute("PRAGMA user_version = 1").ok());
    REQUIRE(connection
                .execute("INSERT INTO outbox VALUES (1, '019aa3e0-0000-7000-8000-0000000000b2', "
                         "'{}', 'h', 5, 'done', '', 1, 1, 0)")
                .ok());
    return connection;
}

}  // namespace

TEST_CASE_FIXTURE(Village, "an arrived change holds both values, its author and its revisions") {
    const RecordId id = known_household("Budi");
    ani.edit(id, fields_of(R"({"rt":"005","rw":null,"landmark":"mushola"})"));
    ani.sync();
    siti.sync();
    const auto kept = arrived(siti, id);
    REQUIRE(kept.size() == 1);
    CHECK(kept[0].before.to_json() == R"({"landmark":null,"rt":"001","rw":"002"})");
    CHECK(kept[0].after.to_json() == R"({"landmark":"mushola","rt":"005","rw":null})");
    CHECK(kept[0].by == ani.store().identity().value().user);
    CHECK(kept[0].at == clock.now());
    CHECK(kept[0].from == records::Revision{1, 1});
    CHECK(kept[0].revision == records::Revision{1, 2});
    CHECK_FALSE(kept[0].is_ours);
}

TEST_CASE_FIXTURE(Village, "one's own work as the server returns it is no arrived change") {
    const RecordId id = known_household("Budi");
    siti.edit(id, set("rt", "005"));
    siti.sync();
    siti.sync();
    CHECK(arrived(siti, id).empty());
}

TEST_CASE_FIXTURE(Village, "an older server says no author: the change is kept without one") {
    const RecordId id = known_household("Budi");
    protocol::Answer answer = protocol::parse_answer(siti.link().answers.back()).value();
    answer.outcomes.clear();
    answer.ending.receipt.reset();
    protocol::RecordLine line;
    line.record = {id, "household", kUnit, {1, 2}, household("Budiman")};
    answer.records = {line};
    REQUIRE(store::apply(
                siti.store(), answer,
                [](const records::Record&) { return std::vector<std::string>(); }, clock.now())
                .ok());
    const auto kept = arrived(siti, id);
    REQUIRE(kept.size() == 1);
    CHECK(kept[0].by.empty());
    CHECK(kept[0].after.text("head_name") == "Budiman");
}

TEST_CASE("a store of before the history opens, and says that old values were not kept") {
    const ScratchFolder folder;
    auto opened = store::Store::open(first_version(folder.path("old.db")));
    REQUIRE(opened.ok());
    store::Store& store = opened.value();
    const std::string record = "019aa3e0-0000-7000-8000-0000000000b2";
    const auto changes = store::changes_of(store, record);
    REQUIRE(changes.ok());
    REQUIRE(changes.value().size() == 1);
    CHECK_FALSE(changes.value()[0].before.has_value());
    CHECK(store::arrived_changes(store, record).value().empty());
}
