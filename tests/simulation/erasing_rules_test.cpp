// SYNC 23: a person is erased by law. Nothing of her is left at the health centre, on any laptop,
// or comes back by any way; numbers, hashes and agreement go on as if nothing had been.
#include "client/store/drafts.h"
#include "client/store/erased.h"
#include "shared/protocol/request.h"
#include "sync-server/reports/about.h"
#include "sync-server/store/erasing.h"
#include "sync-server/store/records.h"
#include "tests/simulation/village.h"

#include <doctest/doctest.h>

using namespace simulation;
using base::RecordId;

namespace {

// Stands in everything that is hers, and in nothing else.
const std::string kMark = "RAHASIA";

// Does any text of any table hold it? In a file that nobody sealed, so the whole of it counts.
std::string table_with(db::Connection& connection, const std::string& text) {
    std::vector<std::pair<std::string, std::string>> columns;
    {
        auto rows = connection.prepare(
            "SELECT m.name, p.name FROM sqlite_master m, "
            "pragma_table_info(m.name) p WHERE m.type = 'table'");
        REQUIRE(rows.ok());
        while (rows.value().step().value()) {
            columns.emplace_back(rows.value().text(0), rows.value().text(1));
        }
    }
    for (const auto& [table, column] : columns) {
        const std::string sql =
            "SELECT count(*) FROM \"" + table + "\" WHERE instr(\"" + column + "\", $1) > 0";
        auto rows = connection.prepare(sql.c_str());
        REQUIRE(rows.ok());
        rows.value().bind(1, text);
        REQUIRE(rows.value().step().value());
        if (rows.value().number(0) > 0) return table + "." + column;
    }
    return "";
}

struct Erasing : Village {
    std::string backup = folder.path("backup.db");
    std::vector<std::string> list;  // outside of every backup

    RecordId mother() {
        base::Fields fields = fields_of(
            R"({"sex":"P","birth_date":"2000-01-01","is_mother":"1","birth_date_precision":"D",)"
            R"("nik_status":"NONE","is_infant":"0","is_supporter":"0","vital_status":"ALIVE"})");
        fields.set("full_name", kMark + " Rina");
        fields.set("household_id", siti.add("household", household("Budi"), kUnit).text());
        return siti.add("person", fields, kUnit);
    }
    RecordId infant_of(const RecordId& mother) {
        base::Fields fields =
            fields_of(R"({"full_name":"Dewi","sex":"P","birth_date":"2026-01-01","is_mother":"0",)"
                      R"("birth_date_precision":"D","nik_status":"NONE","is_infant":"1",)"
                      R"("is_supporter":"0","vital_status":"ALIVE"})");
        fields.set("household_id", siti.shown(mother).text("household_id"));
        fields.set("mother_person_id", mother.text());
        return siti.add("person", fields, kUnit);
    }
    base::Fields task_of(const RecordId& person) {
        base::Fields fields;
        fields.set("person_id", person.text());
        fields.set("task_code", "KF1");
        fields.set("note", kMark + " pindah");
        return fields;
    }
    RecordId known() {
        const RecordId id = mother();
        agree();
        return id;
    }
    void erase(const RecordId& person, bool with_children = false) {
        auto about = reports::records_about(server.connection(), person.text(), with_children);
        REQUIRE(about.ok());
        REQUIRE(!about.value().going.empty());
        for (const auto& record : about.value().going) list.push_back(record.id.text());
        apply_list();
    }
    void apply_list() {
        auto transaction = db::Transaction::begin(server.connection());
        REQUIRE(transaction.ok());
        REQUIRE(server_store::apply_erased(server.connection(), list).ok());
        REQUIRE(transaction.value().commit().ok());
    }
    void restore() {
        server.restore(backup);
        apply_list();
    }
    void check_gone(const std::string& text) {
        CHECK(table_with(server.connection(), text) == "");
        CHECK(table_with(siti.store().connection(), text) == "");
        CHECK(table_with(ani.store().connection(), text) == "");
    }
    void check_all_agree() {
        agree();
        CHECK(siti.status().is_green());
        CHECK(ani.status().is_green());
        check_gone(kMark);
    }
    // What an older program reads: it passes over lines that it does not know.
    std::string answer_without_tombstones(Device& device) {
        const sync_client::Self self{"0.1.0", forms::FormSet::builtin().digest()};
        auto outgoing = sync_client::prepare(device.store(), clock, self, 1 << 20);
        REQUIRE(outgoing.ok());
        const std::string request =
            protocol::request_text(outgoing.value().hello, outgoing.value().lines);
        auto reply = server.handle(device.link().token, request);
        REQUIRE(reply.ok());
        std::string text = reply.value().text;
        auto at = text.find("{\"erased\":");
        REQUIRE(at != std::string::npos);
        for (; at != std::string::npos; at = text.find("{\"erased\":")) {
            text.erase(at, text.find('\n', at) + 1 - at);
        }
        return text;
    }
};

}  // namespace

TEST_CASE_FIXTURE(Erasing, "SYNC 23: nothing of her is left on the server or any laptop") {
    const RecordId her = known();
    siti.add("followup_task", task_of(her), kUnit);
    agree();
    siti.edit(her, set("phone", "0812 RAHASIA"));  // no such number: quarantined
    siti.edit(her, set("full_name", kMark + " Rina Satu"));
    ani.edit(her, set("full_name", kMark + " Rina Dua"));
    siti.sync();
    ani.sync();
    siti.sync();
    REQUIRE(open_contenders().size() + held().size() > 0);
    erase(her);
    CHECK(siti.sync().erased == 3);  // she, what was noted of her, and a house nobody is left in
    CHECK(ani.sync().erased == 3);
    CHECK(!siti.has(her));
    check_all_agree();
    CHECK(open_contenders().empty());
    CHECK(held().empty());
}

TEST_CASE_FIXTURE(Erasing,
                  "SYNC 23: an erased change keeps number and hash, and the chain goes on") {
    const RecordId her = known();
    const std::int64_t n = siti.outbox_of(her).front().n;
    const std::string hash = siti.outbox_of(her).front().hash;
    erase(her);
    siti.sync();
    const store::Sent left = siti.outbox_of(her).front();
    CHECK(left.n == n);
    CHECK(left.hash == hash);
    CHECK(left.line.empty());
    CHECK(left.state == store::kErased);
    const RecordId next = siti.add("household", household("Sesudah"), kUnit);
    CHECK(!siti.sync().error);
    check_all_agree();
    CHECK(ani.has(next));
    CHECK(siti.store().progress().value().incarnation == 1);
}

TEST_CASE_FIXTURE(Erasing, "SYNC 23: a batch that comes again after the erasure is no fork") {
    const RecordId her = mother();
    siti.link().fault = [] { return Fault::AnswerLost; };
    siti.sync();
    siti.link().fault = [] { return Fault::None; };
    erase(her);
    CHECK(table_with(server.connection(), kMark) == "");
    CHECK(!siti.sync().error);
    CHECK(siti.store().progress().value().incarnation == 1);
    CHECK(!siti.has(her));
    CHECK(siti.outbox_of(her).front().state == store::kErased);
    check_all_agree();
}

TEST_CASE_FIXTURE(Erasing, "SYNC 23: edits made offline while she was erased leave nothing") {
    const RecordId her = known();
    ani.edit(her, set("full_name", kMark + " Rina Baru"));
    const RecordId task = ani.add("followup_task", task_of(her), kUnit);  // new, and names her
    ani.edit(task, set("note", kMark + " lagi"));                         // names nobody itself
    const RecordId other = ani.add("household", household("Tetap"), kUnit);
    erase(her);
    CHECK(!ani.sync().error);
    CHECK(held().empty());
    CHECK(!ani.has(her));
    CHECK(!ani.has(task));
    CHECK(ani.has(other));
    check_all_agree();
    // What is typed of her after that goes the same way.
    CHECK(ani.try_save("person", her, set("full_name", kMark + " Lagi"), kUnit));
    CHECK(!ani.sync().error);
    CHECK(!ani.has(her));
    check_all_agree();
}

TEST_CASE_FIXTURE(Erasing, "SYNC 23: of a record that stays only the change that names her goes") {
    const RecordId her = mother();
    const RecordId infant = infant_of(her);
    agree();
    ani.edit(infant, set("full_name", "Dewi Ayu"));
    erase(her);
    CHECK(!ani.sync().error);
    CHECK(ani.shown(infant).text("full_name") == "Dewi Ayu");
    base::Fields again = set("full_name", "Dewi Putri");
    again.set("mother_person_id", her.text());
    ani.edit(infant, again);
    CHECK(!ani.sync().error);
    CHECK(ani.shown(infant).text("full_name") == "Dewi Ayu");
    CHECK(ani.outbox_of(infant).back().state == store::kErased);
    check_all_agree();
}

TEST_CASE_FIXTURE(Erasing, "SYNC 23: what waits in quarantine and names her goes with her") {
    const RecordId her = known();
    base::Fields broken = task_of(her);
    broken.set("task_code", "");
    broken.set_token("task_code", "null");
    const RecordId task = siti.add("followup_task", broken, kUnit);
    siti.sync();
    REQUIRE(held().size() == 1);
    erase(her);
    CHECK(held().empty());
    siti.sync();
    CHECK(!siti.has(task));
    check_all_agree();
}

TEST_CASE_FIXTURE(Erasing, "SYNC 23: drafts of her, and drafts that name her, go") {
    const RecordId her = known();
    store::Draft draft;
    draft.id = "1";
    draft.type = "person";
    draft.record = her.text();
    draft.answers = set("full_name", kMark);
    REQUIRE(store::put_draft(ani.store(), draft).ok());
    draft.id = "2";
    draft.type = "followup_task";
    draft.record = "";
    draft.answers = task_of(her);
    REQUIRE(store::put_draft(ani.store(), draft).ok());
    draft.id = "3";
    draft.answers = set("person_id", "seorang lain");
    REQUIRE(store::put_draft(ani.store(), draft).ok());
    erase(her);
    ani.sync();
    const auto left = store::drafts(ani.store()).value();
    REQUIRE(left.size() == 1);
    CHECK(left.front().id == "3");
    check_all_agree();
}

TEST_CASE_FIXTURE(Erasing, "SYNC 23: a late answer that still has her brings nothing back") {
    const RecordId her = known();
    const std::vector<std::string> late = ani.link().answers;
    const std::vector<std::string> own = siti.link().answers;
    erase(her);
    agree();
    for (const std::string& answer : late) ani.take_in(answer);
    for (const std::string& answer : own) siti.take_in(answer);
    CHECK(!ani.has(her));
    CHECK(!siti.has(her));
    check_all_agree();
}

TEST_CASE_FIXTURE(Erasing, "SYNC 23: a backup that still has her gives nothing of her back") {
    const RecordId her = known();
    const RecordId kept = siti.add("household", household("Sebelum"), kUnit);
    agree();
    server.back_up(backup);
    const RecordId task = siti.add("followup_task", task_of(her), kUnit);
    const RecordId after = ani.add("household", household("Sesudah"), kUnit);
    agree();
    erase(her);
    siti.sync();  // Ani's laptop has not heard of it
    restore();
    CHECK(table_with(server.connection(), kMark) == "");
    CHECK(!ani.sync().error);
    CHECK(!siti.sync().error);
    check_all_agree();
    for (Device* device : {&siti, &ani}) {
        CHECK(!device->has(her));
        CHECK(!device->has(task));
        CHECK(device->has(kept));
        CHECK(device->has(after));
    }
}

TEST_CASE_FIXTURE(Erasing, "SYNC 23: a blanked line that a restored server lacks is never sent") {
    const RecordId kept = siti.add("household", household("Sebelum"), kUnit);
    agree();
    server.back_up(backup);
    const RecordId first = siti.add("household", household("Satu"), kUnit);
    const RecordId her = known();
    siti.edit(kept, set("rt", "009"));
    agree();
    erase(her);
    agree();
    restore();
    std::string sent;
    siti.link().passed = [&](const std::string& request, const accept::Reply&) { sent += request; };
    CHECK(!siti.sync().error);
    CHECK(sent.find(kMark) == std::string::npos);
    CHECK(sent.find(her.text()) == std::string::npos);
    CHECK(siti.store().progress().value().incarnation == 2);  // it goes on without that number
    CHECK(siti.has(first));
    CHECK(siti.shown(kept).text("rt") == "009");
    check_all_agree();
    CHECK(ani.has(first));
}

TEST_CASE_FIXTURE(Erasing, "SYNC 23: a laptop restored from its second copy forgets her again") {
    const RecordId her = known();
    ani.edit(her, set("full_name", kMark + " Rina Baru"));
    ani.sync();
    const std::string copy = folder.path("copy.db");
    ani.copy_to(copy);
    erase(her);
    const RecordId after = ani.add("household", household("Sesudah"), kUnit);
    agree();
    ani.restore_from(copy);
    REQUIRE(ani.has(her));
    CHECK(!ani.sync().error);
    CHECK(!ani.has(her));
    CHECK(ani.has(after));
    check_all_agree();
}

TEST_CASE_FIXTURE(Erasing, "SYNC 23: a laptop of an older program is mended by the comparison") {
    const RecordId her = known();
    erase(her);
    ani.take_in(answer_without_tombstones(ani));
    CHECK(ani.has(her));
    CHECK(!ani.status().agreed);
    ani.sync();
    CHECK(!ani.has(her));
    CHECK(confirmed_rows(ani) == server_rows(server, {kUnit}));
    CHECK(ani.status().agreed);
}

TEST_CASE_FIXTURE(Erasing, "SYNC 23: tombstones keep their place however short the answers are") {
    std::vector<RecordId> all;
    for (int i = 0; i < 6; ++i) all.push_back(mother());
    agree();
    for (const RecordId& her : all) {
        erase(her);
        siti.add("household", household("Sesudah"), kUnit);
        siti.sync();
    }
    ani.link().answer_bytes_max = 1;
    CHECK(!ani.sync().error);
    for (const RecordId& her : all) CHECK(!ani.has(her));
    check_all_agree();
}

TEST_CASE_FIXTURE(Erasing, "SYNC 23: her infants stay unless they are asked for") {
    const RecordId her = mother();
    const RecordId infant = infant_of(her);
    agree();
    const std::string home = siti.shown(her).text("household_id");
    auto alone = reports::records_about(server.connection(), her.text(), false).value();
    REQUIRE(alone.going.size() == 1);
    CHECK(alone.staying.size() == 2);  // the infant, and the household it lives in
    auto both = reports::records_about(server.connection(), her.text(), true).value();
    REQUIRE(both.going.size() == 3);
    CHECK(both.going[1].id == infant);
    CHECK(both.going[2].id.text() == home);
    erase(her, true);
    agree();
    CHECK(!ani.has(infant));
    CHECK(!ani.has(RecordId(home)));
    check_all_agree();
}
