#include "sync-server/store/records/records.h"

#include "sync-server/store/meta.h"
#include "sync-server/store/records/moves.h"

#include <doctest/doctest.h>

using namespace server_store;

namespace {

StoredRecord record(const std::string& id, const std::string& unit, std::int64_t counter) {
    StoredRecord stored;
    stored.record.id = records::RecordId(id);
    stored.record.type = "household";
    stored.record.unit = unit;
    stored.record.revision = {1, counter};
    stored.fields_text = R"({"rt":"00)" + std::to_string(counter) + "\"}";
    stored.writers = "{}";
    return stored;
}

std::uint64_t hash_of(const StoredRecord& stored) {
    return records::row_hash(stored.record.id.text(), stored.record.revision, stored.fields_text);
}

struct Database {
    db::Connection connection = open_database(":memory:", true).value();
    const std::string a = "01890000-0000-7000-8000-00000000000a";
    const std::string b = "01890000-0000-7000-8000-00000000000b";
};

}  // namespace

TEST_CASE_FIXTURE(Database,
                  "the feed gives each record once, in its current state, under a seq drawn anew") {
    StoredRecord first = record(a, "U1", 1);
    StoredRecord second = record(b, "U1", 1);
    REQUIRE(put_record(connection, first, std::nullopt, {}).ok());
    REQUIRE(put_record(connection, second, std::nullopt, {}).ok());
    const auto before = hash_of(first);
    first.record.revision.counter = 2;
    first.fields_text = R"({"rt":"002"})";
    REQUIRE(put_record(connection, first, before, {}).ok());
    const auto rows = feed(connection, "U1", 0, 10);
    REQUIRE(rows.ok());
    REQUIRE(rows.value().size() == 2);
    CHECK(rows.value()[0].record.id.text() == b);
    CHECK(rows.value()[1].record.id.text() == a);
    CHECK(rows.value()[1].seq == 3);
    CHECK(feed(connection, "U1", 3, 10).value().empty());
    CHECK(feed(connection, "U2", 0, 10).value().empty());
}

TEST_CASE_FIXTURE(Database,
                  "the agreement is the sum over what stands, whatever happened on the way") {
    StoredRecord first = record(a, "U1", 1);
    REQUIRE(put_record(connection, first, std::nullopt, {}).ok());
    const auto before = hash_of(first);
    first.record.revision.counter = 2;
    REQUIRE(put_record(connection, first, before, {}).ok());
    const auto state = unit_state(connection, "U1");
    REQUIRE(state.ok());
    CHECK(state.value().agreement.count == 1);
    CHECK(state.value().agreement.hash == hash_of(first));
}

TEST_CASE_FIXTURE(Database,
                  "who names a record is found backwards, and forgotten when it stops naming") {
    StoredRecord target = record(a, "U1", 1);
    StoredRecord source = record(b, "U1", 1);
    REQUIRE(put_record(connection, target, std::nullopt, {}).ok());
    REQUIRE(put_record(connection, source, std::nullopt, {a}).ok());
    CHECK(records_naming(connection, a).value().size() == 1);
    CHECK(ids_named_by(connection, b).value() == std::vector<std::string>{a});
    REQUIRE(put_record(connection, source, hash_of(source), {}).ok());
    CHECK(records_naming(connection, a).value().empty());
}

TEST_CASE_FIXTURE(Database, "near a posyandu is what is there, what ever moved, what that names") {
    std::vector<StoredRecord> all;
    const auto put = [&](char last, const char* type, const char* unit, const std::string& named) {
        all.push_back(
            record("01890000-0000-7000-8000-00000000000" + std::string(1, last), unit, 1));
        all.back().record.type = type;
        const auto targets = named.empty() ? std::vector<std::string>() : std::vector{named};
        REQUIRE(put_record(connection, all.back(), std::nullopt, targets).ok());
        return all.back().record.id.text();
    };
    const std::string named = put('9', "household", "U2", "");
    const std::string here = put('8', "household", "U1", "");
    put('7', "household", "U2", "");
    put('6', "person", "U1", "");
    put('5', "person", "U2", named);
    const std::string gone = put('4', "household", "U1", "");
    REQUIRE(move_record(connection, all[4], "U3", {1, 2}, "2026-09-01").ok());
    REQUIRE(move_record(connection, all[5], "U3", {1, 2}, "2026-09-01").ok());
    using Ids = std::vector<std::string>;  // in the order in which they came
    CHECK(ids_of_type_near(connection, "household", "U1").value() == Ids{named, here, gone});
    CHECK(ids_of_type_near(connection, "household", "U9").value() == Ids{named, gone});
}
