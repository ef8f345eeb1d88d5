// Requests that share one commit: answered after it, together or not at all, and none is hurt by
// another (SYNC 5; shared/decisions/006-group-commit.md).
#include "shared/protocol/request.h"
#include "tests/simulation/fault_disk.h"
#include "tests/simulation/world.h"

#include <doctest/doctest.h>

using namespace simulation;
using accept::Incoming;
using accept::Reply;
using base::Result;

namespace {

struct Two {
    base::FixedClock clock{base::Instant{1'790'000'000'000}};
    base::SeededRandom random{7};
    FaultDisk disk{"shared-commit", random};
    ScratchFolder folder;
    Server server{"centre.db", clock, random, {"P1", "P2"}, options()};
    Device siti{folder.path("siti.db"), server, server.add_user("Siti", "KADER", {"P1"}), clock,
                random};
    Device dewi{folder.path("dewi.db"), server, server.add_user("Dewi", "KADER", {"P2"}), clock,
                random};

    db::OpenOptions options() const {
        db::OpenOptions made;
        made.vfs = disk.vfs();
        made.exclusive = true;
        return made;
    }

    // What this device would send now.
    Incoming request_of(Device& device) {
        const sync_client::Self self{"0.1.0", forms::FormSet::builtin().digest()};
        const auto outgoing =
            sync_client::prepare(device.store(), clock, self, std::size_t{1} << 20).value();
        return {device.store().identity().value().token,
                protocol::request_text(outgoing.hello, outgoing.lines)};
    }
    std::vector<Result<Reply>> handle(const std::vector<Incoming>& requests,
                                      const accept::CommitLimits& limits = {}) {
        auto service =
            accept::Service::open(server.connection(), forms::FormSet::builtin(), clock, random);
        REQUIRE(service.ok());
        service.value().limit_commits(limits);
        return service.value().handle(requests);
    }
    // One change more in each.
    std::vector<Incoming> pushes(std::size_t count) {
        std::vector<Incoming> requests;
        while (requests.size() < count) {
            siti.add("household", household("Siti"), "P1");
            requests.push_back(request_of(siti));
        }
        return requests;
    }
    // The commit that this change is in will fail.
    void spoil_commit_of(int n) {
        REQUIRE(server.connection().execute("PRAGMA foreign_keys = ON").ok());
        REQUIRE(server.connection()
                    .execute("CREATE TABLE whole (id INTEGER PRIMARY KEY); CREATE TABLE spoilt (id "
                             "INTEGER REFERENCES whole (id) DEFERRABLE INITIALLY DEFERRED)")
                    .ok());
        const std::string trigger =
            "CREATE TRIGGER spoil BEFORE INSERT ON change WHEN NEW.n = " + std::to_string(n) +
            " BEGIN INSERT INTO spoilt VALUES (NEW.n); END";
        REQUIRE(server.connection().execute(trigger.c_str()).ok());
    }
    std::int64_t rows(const std::string& table) {
        return server.connection().number(("SELECT count(*) FROM " + table).c_str()).value();
    }
};

}  // namespace

TEST_CASE("SYNC 5: two pushes in one commit are both there after a power cut, or neither is") {
    bool was_lost = false;
    bool was_kept = false;
    for (std::int64_t cut = 1; !was_kept; ++cut) {
        Two both;
        both.siti.add("household", household("Siti"), "P1");
        both.dewi.add("household", household("Dewi"), "P2");
        const std::vector<Incoming> requests = {both.request_of(both.siti),
                                                both.request_of(both.dewi)};
        both.disk.cut_at(cut);
        const auto replies = both.handle(requests);
        REQUIRE(replies.size() == 2);
        CHECK(replies[0].ok() == replies[1].ok());
        const bool was_answered = replies[0].ok();
        both.server.stop();
        both.disk.power_on();
        both.server.restart();
        const std::int64_t held = both.rows("change");
        CHECK((held == 0 || held == 2));
        if (was_answered) CHECK(held == 2);
        was_lost = was_lost || (!was_answered && held == 0);
        was_kept = was_answered;
        // Nobody who was not answered believes anything: both send again, and all is well.
        both.siti.sync();
        both.dewi.sync();
        CHECK(both.rows("record") == 2);
        CHECK(both.siti.status().waiting == 0);
        CHECK(both.dewi.status().waiting == 0);
    }
    CHECK(was_lost);
}

TEST_CASE("SYNC 5: a request that fails in the middle takes nothing with it but itself") {
    Two both;
    both.siti.add("household", household("Siti"), "P1");
    both.siti.add("household", household("Siti lain"), "P1");
    both.dewi.add("household", household("Dewi"), "P2");
    REQUIRE(both.server.connection()
                .execute("CREATE TRIGGER hurt BEFORE INSERT ON change WHEN NEW.n = 2 "
                         "BEGIN SELECT RAISE(ABORT, 'hurt'); END")
                .ok());
    const Incoming of_siti = both.request_of(both.siti);
    const Incoming of_dewi = both.request_of(both.dewi);
    const std::vector<Incoming> requests = {of_siti, of_dewi};
    const auto replies = both.handle(requests);
    CHECK(!replies[0].ok());
    REQUIRE(replies[1].ok());
    CHECK(both.rows("change") == 1);  // Dewi's; nothing of Siti's first change stayed
    CHECK(both.rows("record") == 1);
    both.dewi.take_in(replies[1].value().text);
    CHECK(both.dewi.status().waiting == 0);
    REQUIRE(both.server.connection().execute("DROP TRIGGER hurt").ok());
    CHECK(both.siti.sync().agreed);
    CHECK(both.rows("record") == 3);
}

TEST_CASE("SYNC 5: no more share a commit than may wait for one another") {
    Two both;
    const auto requests = both.pushes(33);
    both.spoil_commit_of(33);
    const auto replies = both.handle(requests);
    REQUIRE(replies.size() == 33);
    for (std::size_t i = 0; i < 32; ++i) CHECK(replies[i].ok());
    CHECK(!replies[32].ok());
    CHECK(both.rows("change") == 32);
}

TEST_CASE("SYNC 5: long answers end a commit; the rest has the next one, and its own luck") {
    Two both;
    const auto requests = both.pushes(4);
    both.spoil_commit_of(3);
    accept::CommitLimits limits;
    limits.answer_bytes_max = 1;  // any answer is too long to let another wait for it
    const auto replies = both.handle(requests, limits);
    REQUIRE(replies.size() == 4);
    CHECK(replies[0].ok());
    CHECK(replies[1].ok());
    CHECK(!replies[2].ok());
    CHECK(!replies[3].ok());  // it brings the third change too
    CHECK(both.rows("change") == 2);
}

TEST_CASE("SYNC 18: who brings nothing is answered from one view, while another writes") {
    base::FixedClock clock{base::Instant{1'790'000'000'000}};
    base::SeededRandom random{7};
    ScratchFolder folder;
    Server server{folder.path("centre.db"), clock, random, {"P1"}};
    Device siti{folder.path("siti.db"), server, server.add_user("Siti", "KADER", {"P1"}), clock,
                random};
    Device dewi{folder.path("dewi.db"), server, server.add_user("Dewi", "KADER", {"P1"}), clock,
                random};
    siti.add("household", household("Siti"), "P1");
    REQUIRE(siti.sync().agreed);
    siti.add("household", household("Siti lain"), "P1");
    const auto service =
        accept::Service::open(server.connection(), forms::FormSet::builtin(), clock, random);
    const sync_client::Self self{"0.1.0", forms::FormSet::builtin().digest()};
    const auto outgoing = sync_client::prepare(dewi.store(), clock, self, 1 << 20).value();
    const std::string token = dewi.store().identity().value().token;
    auto reader = db::Connection::open(folder.path("centre.db"));
    REQUIRE(reader.ok());
    // In the middle of another's transaction: what is not committed is not told.
    auto writing = db::Transaction::begin(server.connection());
    REQUIRE(server.connection().execute("UPDATE unit_state SET count = 99, hash = 99").ok());
    const auto answer = service.value().read(
        reader.value(), {token, protocol::request_text(outgoing.hello, outgoing.lines)});
    REQUIRE(answer.ok());
    REQUIRE(answer.value().has_value());
    const store::Applied applied = dewi.take_in(answer.value()->text);
    CHECK(applied.records == 1);
    CHECK(applied.compared);
    CHECK(applied.agreed);
    CHECK(!answer.value()->seen.app.empty());
}

TEST_CASE("SYNC 5: what brings something is for the writer, and so is whoever is not as before") {
    Two both;
    both.siti.add("household", household("Siti"), "P1");
    const auto service = accept::Service::open(both.server.connection(), forms::FormSet::builtin(),
                                               both.clock, both.random);
    const auto is_for_writer = [&](const Incoming& request) {
        const auto read = service.value().read(both.server.connection(), request);
        REQUIRE(read.ok());
        return !read.value().has_value();
    };
    CHECK(is_for_writer(both.request_of(both.siti)));
    CHECK(!is_for_writer(both.request_of(both.dewi)));
    Incoming unknown = both.request_of(both.dewi);
    unknown.token = "salah";
    CHECK(is_for_writer(unknown));
    REQUIRE(both.dewi.store().connection().execute("UPDATE progress SET incarnation = 2").ok());
    CHECK(is_for_writer(both.request_of(both.dewi)));
}
