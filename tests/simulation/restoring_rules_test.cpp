// SYNC 21, 22: the server was restored from a backup. What laptops had sent since comes back, once;
// what only another's laptop still holds comes back too; nothing stands against it but what was
// written since.
#include "sync-server/store/meta.h"
#include "sync-server/store/records/records.h"
#include "tests/simulation/village.h"

#include <doctest/doctest.h>

using namespace simulation;
using base::Fields;
using base::RecordId;

namespace {

struct Night : Village {
    std::string backup = folder.path("backup.db");
    void back_up() {
        agree();
        server.back_up(backup);
    }
    void burn() { server.restore(backup); }
    int logged(const RecordId& id) {
        auto rows = server.connection().prepare("SELECT COUNT(*) FROM change WHERE record = $1");
        REQUIRE(rows.ok());
        rows.value().bind(1, id.text());
        REQUIRE(rows.value().step().ok());
        return static_cast<int>(rows.value().number(0));
    }
    base::Fields on_server(const RecordId& id) {
        auto found = server_store::find_record(server.connection(), id.text());
        REQUIRE(found.ok());
        REQUIRE(found.value().has_value());
        return found.value()->record.fields;
    }
};

Fields set(const std::string& field, const std::string& value) {
    Fields fields;
    fields.set(field, value);
    return fields;
}

}  // namespace

TEST_CASE_FIXTURE(Night, "SYNC 22: what was sent after the backup is there again, once") {
    const RecordId before = siti.add("household", household("Sebelum"), kUnit);
    back_up();
    const RecordId after = siti.add("household", household("Sesudah"), kUnit);
    ani.edit(before, set("rt", "007"));
    agree();
    burn();
    CHECK(siti.has(after));
    agree();
    CHECK(on_server(after).text("head_name") == "Sesudah");
    CHECK(on_server(before).text("rt") == "007");
    CHECK(siti.shown(before).text("rt") == "007");
    CHECK(siti.status().is_green());
    CHECK(ani.status().is_green());
    CHECK(open_contenders().empty());
    // Ani brought it back, Siti sent it again: it is logged from both, and is one record.
    CHECK(logged(after) == 2);
}

TEST_CASE_FIXTURE(Night,
                  "SYNC 22: a record that only a colleague's laptop still holds comes back") {
    back_up();
    const RecordId visit = siti.add("household", household("Hanya di Ani"), kUnit);
    agree();
    burn();
    // Siti's laptop fell into the river.
    ani.sync();
    CHECK(on_server(visit).text("head_name") == "Hanya di Ani");
    CHECK(ani.has(visit));
    CHECK(confirmed_rows(ani) == server_rows(server, {kUnit}));
    CHECK(ani.status().is_green());
}

TEST_CASE_FIXTURE(Night,
                  "SYNC 22: a change made before the restore and not sent yet is no conflict") {
    const RecordId id = siti.add("household", household("Budi"), kUnit);
    back_up();
    ani.edit(id, set("rt", "002"));
    agree();
    siti.edit(id, set("rt", "003"));  // she has seen 002
    burn();
    agree();
    CHECK(on_server(id).text("rt") == "003");
    CHECK(open_contenders().empty());
    CHECK(ani.shown(id).text("rt") == "003");
}

TEST_CASE_FIXTURE(Night,
                  "SYNC 22: two laptops bring back different ages of a record; the later stays") {
    const RecordId id = siti.add("household", household("Budi"), kUnit);
    back_up();
    siti.edit(id, set("rt", "002"));
    siti.sync();
    ani.sync();
    siti.edit(id, set("rt", "003"));
    siti.sync();  // ani has not heard of it
    burn();
    ani.sync();
    CHECK(on_server(id).text("rt") == "002");
    siti.sync();
    CHECK(on_server(id).text("rt") == "003");
    agree();
    CHECK(open_contenders().empty());
}

TEST_CASE_FIXTURE(Night,
                  "SYNC 22: what was written since the restore stays, with the older beside it") {
    const RecordId id = siti.add("household", household("Budi"), kUnit);
    back_up();
    siti.edit(id, set("rt", "002"));
    siti.sync();  // ani never heard of it
    burn();
    ani.edit(id, set("rt", "009"));
    ani.sync();
    siti.sync();
    CHECK(on_server(id).text("rt") == "009");
    CHECK(open_contenders().size() >= 1);
    const auto rows = server_rows(server, {kUnit});
    siti.sync();
    CHECK(confirmed_rows(siti) == rows);
}

TEST_CASE_FIXTURE(Night, "SYNC 22: nothing is swapped out before the offer was answered") {
    back_up();
    const RecordId visit = siti.add("household", household("Rina"), kUnit);
    agree();
    burn();
    int cuts = 0;
    for (const Fault fault : {Fault::RequestLost, Fault::AnswerLost, Fault::AnswerCut,
                              Fault::CaptivePortal, Fault::RequestTwice}) {
        for (int at = 0; at < 4; ++at) {
            int asked = 0;
            ani.link().fault = [&] { return asked++ == at ? fault : Fault::None; };
            ani.sync();
            ++cuts;
            CHECK(ani.has(visit));
            ani.reopen();
        }
    }
    CHECK(cuts == 20);
    ani.link().fault = [] { return Fault::None; };
    agree();
    CHECK(on_server(visit).text("head_name") == "Rina");
}

TEST_CASE_FIXTURE(
    Night,
    "SYNC 22: an offered record that cannot stand is kept in quarantine, and asked for once") {
    back_up();
    const RecordId id = siti.add("household", household("Rina"), kUnit);
    agree();
    burn();
    // A witness that the check refuses: her posyandu was taken from her.
    auto gone = server.connection().prepare("UPDATE unit_state SET unit = unit");
    REQUIRE(gone.ok());
    auto damaged = ani.store().connection().prepare(
        "UPDATE record SET confirmed = replace(confirmed, '\"001\"', '\"dua belas\"') "
        "WHERE id = $1");
    REQUIRE(damaged.ok());
    damaged.value().bind(1, id.text());
    REQUIRE(damaged.value().run().ok());
    ani.sync();
    CHECK(held().size() == 1);
    ani.sync();
    CHECK(held().size() == 1);
    CHECK(ani.status().agreed);
}

TEST_CASE_FIXTURE(Night,
                  "SYNC 22: a laptop put back from a copy meets a server put back from a backup") {
    const RecordId first = siti.add("household", household("Satu"), kUnit);
    siti.sync();
    siti.copy_to(folder.path("siti-copy.db"));
    back_up();
    const RecordId second = siti.add("household", household("Dua"), kUnit);
    agree();
    siti.restore_from(folder.path("siti-copy.db"));
    const RecordId third = siti.add("household", household("Tiga"), kUnit);
    agree();  // a fork: a new life, numbered after the server's last
    burn();
    agree();
    for (const RecordId& id : {first, second, third}) CHECK(siti.has(id));
    CHECK(on_server(third).text("head_name") == "Tiga");
    CHECK(siti.status().is_green());
}

TEST_CASE_FIXTURE(Night,
                  "SYNC 21: restored twice from the same backup, it is known as another again") {
    back_up();
    const RecordId id = siti.add("household", household("Rina"), kUnit);
    agree();
    burn();
    agree();
    const RecordId later = ani.add("household", household("Wati"), kUnit);
    agree();
    burn();
    agree();
    CHECK(on_server(id).text("head_name") == "Rina");
    CHECK(on_server(later).text("head_name") == "Wati");
    CHECK(siti.status().is_green());
}

TEST_CASE_FIXTURE(Night,
                  "SYNC 21: a backup restored by hand learns from a laptop that time has passed") {
    back_up();
    const RecordId id = siti.add("household", household("Rina"), kUnit);
    agree();
    burn();
    agree();  // both know the second epoch
    // Somebody copies the old file back without the command: it says the first epoch again.
    server.restore(backup);
    REQUIRE(server_store::set_meta(server.connection(), server_store::kEpoch, "1").ok());
    server.restart();
    agree();
    CHECK(on_server(id).text("head_name") == "Rina");
    CHECK(siti.status().is_green());
}
