// The store by itself: what a save is, what a newer or damaged file is told.
#include "client/store/store.h"

#include "client/store/drafts.h"
#include "client/store/migrations.h"
#include "client/store/outbox.h"
#include "client/store/status.h"
#include "shared/db/migrations.h"
#include "tests/simulation/one_laptop.h"

#include <doctest/doctest.h>

using namespace simulation;

TEST_CASE_FIXTURE(OneLaptop,
                  "changes are numbered without gaps and chained, also across a restart") {
    for (int i = 0; i < 3; ++i) siti.add("household", household("A"), "POSY-1");
    siti.reopen();
    siti.add("household", household("B"), "POSY-1");
    auto sent = store::to_send(siti.store(), 1 << 20);
    REQUIRE(sent.ok());
    REQUIRE(sent.value().size() == 4);
    std::string head;
    for (std::size_t i = 0; i < sent.value().size(); ++i) {
        const store::Sent& each = sent.value()[i];
        CHECK(each.n == static_cast<std::int64_t>(i) + 1);
        head = records::chain_hash(head, each.n, each.line);
        CHECK(each.hash == head);
    }
    CHECK(siti.store().progress().value().head == head);
}

TEST_CASE_FIXTURE(OneLaptop, "a batch is cut by bytes, and holds at least one change") {
    for (int i = 0; i < 5; ++i) siti.add("household", household("A"), "POSY-1");
    CHECK(store::to_send(siti.store(), 1).value().size() == 1);
    const std::size_t line = store::to_send(siti.store(), 1).value()[0].line.size() + 1;
    CHECK(store::to_send(siti.store(), 3 * line).value().size() == 3);
}

TEST_CASE_FIXTURE(OneLaptop, "what waits is counted, and apart from it what the server has given") {
    for (int i = 0; i < 3; ++i) siti.add("household", household("A"), "POSY-1");
    auto status = store::sync_status(siti.store()).value();
    CHECK(status.waiting == 3);
    CHECK(status.confirmed == 0);
    siti.sync();
    siti.add("household", household("B"), "POSY-1");
    status = store::sync_status(siti.store()).value();
    CHECK(status.waiting == 1);
    CHECK(status.confirmed == siti.store()
                                  .connection()
                                  .number("SELECT count(*) FROM record WHERE confirmed IS NOT NULL")
                                  .value());
    CHECK(status.confirmed >= 3);
}

// A page asks what became of each of its records: with thousands in the outbox it may not walk it.
TEST_CASE_FIXTURE(OneLaptop,
                  "the changes of one record are found without walking the whole outbox") {
    auto plan = siti.store().connection().prepare(
        "EXPLAIN QUERY PLAN SELECT n FROM outbox WHERE record = 'x' ORDER BY n");
    REQUIRE(plan.ok());
    REQUIRE(plan.value().step().value());
    CHECK(plan.value().text(3).find("outbox_by_record") != std::string::npos);
}

TEST_CASE_FIXTURE(OneLaptop,
                  "drafts stay over a restart, on their form's version, until thrown away") {
    const store::Draft draft{"d1",       "visit", "", "1", fields_of(R"({"note":"setengah jadi"})"),
                             clock.now()};
    REQUIRE(store::put_draft(siti.store(), draft).ok());
    siti.reopen();
    const auto found = store::find_draft(siti.store(), "d1");
    REQUIRE(found.ok());
    REQUIRE(found.value().has_value());
    CHECK(found.value()->answers.text("note") == "setengah jadi");
    CHECK(found.value()->form_version == "1");
    REQUIRE(store::discard_draft(siti.store(), "d1").ok());
    CHECK(store::drafts(siti.store()).value().empty());
}

TEST_CASE("SYNC 8: a draft of before stands on the record's beginning, as nobody knows more") {
    const ScratchFolder folder;
    auto connection = db::Connection::open(folder.path("old.db")).value();
    REQUIRE(db::migrate(connection, store::migrations().first(5)).ok());
    REQUIRE(connection
                .execute("INSERT INTO record (id, type, unit, epoch, counter, confirmed, shown) "
                         "VALUES ('r2', 'person', 'P1', 1, 9, '{}', '{}'); "
                         "INSERT INTO draft (id, type, record, form_version, answers, saved_at) "
                         "VALUES ('d1', 'person', 'r1', '1', '{\"phone\":\"0822\"}', 5), "
                         "('d2', 'person', 'r2', '1', '{}', 5), ('d3', 'person', '', '1', '{}', 5)")
                .ok());
    auto opened = store::Store::open(std::move(connection));
    REQUIRE(opened.ok());
    auto found = store::find_draft(opened.value(), "d1");
    REQUIRE((found.ok() && found.value()));
    CHECK(found.value()->answers.text("phone") == "0822");
    CHECK(found.value()->base == records::Revision{0, 0});  // the record is not here
    const auto known = store::find_draft(opened.value(), "d2");
    REQUIRE((known.ok() && known.value()));
    CHECK(known.value()->base == records::Revision{1, 1});
    const auto fresh = store::find_draft(opened.value(), "d3");
    REQUIRE((fresh.ok() && fresh.value()));
    CHECK(!fresh.value()->base);
}

TEST_CASE_FIXTURE(OneLaptop, "a store of a newer program is refused, untouched") {
    REQUIRE(siti.store().connection().execute("PRAGMA user_version = 999").ok());
    siti.stop();
    auto connection = db::Connection::open(folder.path("siti.db"));
    REQUIRE(connection.ok());
    const auto opened = store::Store::open(std::move(connection).value());
    REQUIRE(!opened.ok());
    CHECK(opened.error().code == base::ErrorCode::Unsupported);
}

TEST_CASE_FIXTURE(OneLaptop, "the status is green only after the server's own word") {
    CHECK(!siti.status().is_green());
    siti.sync();
    CHECK(siti.status().is_green());
    siti.add("household", household("A"), "POSY-1");
    CHECK(!siti.status().is_green());
    siti.link().fault = [] { return Fault::AnswerLost; };
    static_cast<void>(siti.round());
    CHECK(!siti.status().is_green());
    siti.link().fault = [] { return Fault::None; };
    siti.sync();
    CHECK(siti.status().is_green());
}

TEST_CASE_FIXTURE(OneLaptop, "what no line could carry is refused before anything is written") {
    const base::RecordId id = siti.add("household", household("A"), "POSY-1");
    const auto saved = [&](const base::Fields& set, const std::string& reason) {
        return store::save(siti.store(), {"household", id, "POSY-1", set, "1", reason, ""}, {},
                           clock.now());
    };
    const auto bad_reason = saved(fields_of(R"({"rt":"002"})"), "alasan \x96");
    REQUIRE(!bad_reason.ok());
    CHECK(bad_reason.error().code == base::ErrorCode::Usage);

    base::Fields deep;
    deep.set_token("x", std::string(40, '[') + "1" + std::string(40, ']'));
    REQUIRE(!saved(deep, "").ok());
    CHECK(saved(deep, "").error().code == base::ErrorCode::Refused);
    base::Fields broken;
    broken.set_token("x", "[1,\n2]");
    CHECK(!saved(broken, "").ok());
    CHECK(siti.status().waiting == 1);
    CHECK(saved(fields_of(R"({"x":[[1]]})"), "salah tulis").ok());
}
