// SYNC 23: a person is erased by law. Nothing of her is left at the health centre or on any laptop;
// numbers, hashes and agreement go on as if nothing had been.
#include "client/app/sending/syncing.h"
#include "sync-server/accept/joining/joining.h"
#include "sync-server/store/keeping/audit.h"
#include "tests/simulation/erasing_village.h"

#include <doctest/doctest.h>

using namespace simulation;

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
    const auto told = siti.sync();
    CHECK(told.erased == 3);  // she, what was noted of her, and a house nobody is left in
    CHECK(told.gone.families == 1);
    CHECK(told.gone.persons == 1);
    CHECK(told.gone.not_taken == 0);
    CHECK(client_app::sentences_of_erasure(told.erased, told.gone) ==
          std::vector<std::string>{
              "1 keluarga dihapus atas permintaannya; tidak perlu Anda kirim lagi."});
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

TEST_CASE_FIXTURE(Erasing,
                  "SYNC 23: a new infant of an erased mother is not taken, and she is told") {
    const RecordId her = known();
    base::Fields infant =
        fields_of(R"({"full_name":"RAHASIA Dewi","sex":"P","birth_date":"2026-01-01",)"
                  R"("is_mother":"0","birth_date_precision":"D","nik_status":"NONE",)"
                  R"("is_infant":"1","is_supporter":"0","vital_status":"ALIVE"})");
    infant.set("household_id", ani.shown(her).text("household_id"));
    infant.set("mother_person_id", her.text());
    const RecordId id = ani.add("person", infant, kUnit);
    ani.edit(id, set("full_name", kMark + " Dewi Ayu"));
    ani.add("followup_task", task_of(id), kUnit);  // names the infant
    erase(her);
    bool is_first = true;
    ani.link().fault = [&] {
        return std::exchange(is_first, false) ? Fault::AnswerLost : Fault::None;
    };
    CHECK(ani.sync().error);
    const auto total = ani.sync();
    CHECK(!total.error);
    CHECK(!ani.has(id));
    CHECK(total.gone.not_taken == 2);  // the infant, and what was noted of it: each once
    CHECK(total.gone.families == 1);   // hers
    CHECK(total.gone.persons == 1);
    const auto said = client_app::sentences_of_erasure(total.erased, total.gone);
    REQUIRE(said.size() == 2);
    CHECK(said.back() ==
          "2 catatan Anda tidak diterima, karena menyebut orang yang datanya sudah dihapus atas "
          "permintaannya. Catatan kertasnya tetap Anda simpan.");
    CHECK(ani.status().erased == 3);
    CHECK(ani.sync().gone.not_taken == 0);  // told once
    check_all_agree();
}

TEST_CASE_FIXTURE(
    Erasing, "SYNC 23: what was said of an erased home contends for no other, nor in the way") {
    const RecordId her = known();
    const RecordId home{siti.shown(her).text("household_id")};
    const RecordId kept = siti.add("household", household("Pak Budi"), kUnit);
    agree();
    ani.edit(home, set("rw", "009"));  // offline, of the one that is joined away meanwhile
    joining::Request asked;
    asked.winner = kept.text();
    asked.loser = home.text();
    asked.reason = "rumah yang sama";
    asked.actor = server_store::kCommandLine;
    REQUIRE(joining::join(server.desk(), asked).ok());
    agree();
    REQUIRE(open_contenders().size() == 1);
    CHECK(open_contenders()[0].record == kept.text());
    for (const RecordId& id : {her, home}) list.push_back(id.text());
    apply_list();
    agree();
    CHECK(open_contenders().empty());
    CHECK(!ani.has(home));
    siti.edit(kept, set("rw", "010"));
    ani.edit(kept, set("rw", "011"));
    siti.sync();
    CHECK(!ani.sync().error);
    REQUIRE(open_contenders().size() == 1);
    decide(open_contenders()[0], accept::Choice::Incoming);
    check_all_agree();
    CHECK(siti.shown(kept).text("rw") == "011");
}
