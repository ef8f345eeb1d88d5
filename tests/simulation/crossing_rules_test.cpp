// SYNC 16: a family goes to another health centre, in two steps of two persons.
#include "sync-server/accept/change/outside.h"
#include "sync-server/accept/joining/joining.h"
#include "sync-server/store/records/crossings.h"
#include "sync-server/store/records/erasing.h"
#include "sync-server/store/records/moves.h"
#include "tests/simulation/crossing_village.h"

using namespace simulation;
using base::Fields;
using server_store::kOutside;

TEST_CASE_FIXTURE(
    TwoCentres, "SYNC 16: a family goes to another centre; the old one has it until the receipt") {
    const crossing::Sealed sealed = write(mother);
    CHECK(sealed.records == 4);
    CHECK(sealed.bytes.find("Rina") == std::string::npos);
    everybody();
    for (const RecordId& id : everyone()) {
        CHECK(unit_on_server(id) == kUnit);
        CHECK(siti.has(id));
    }
    const auto state = server_store::last_way_out(server.connection(), mother.text());
    REQUIRE(state.ok());
    CHECK(state.value()->centre == "PKM Jauh");

    const crossing::Arrived arrived = take(sealed);
    CHECK(arrived.records == 4);
    far_too();
    CHECK(siti.has(mother));  // nobody has said yet that they arrived
    CHECK(wati.shown(mother).text("full_name") == "Rina");
    CHECK(wati.shown(infant).text("mother_person_id") == mother.text());

    const crossing::Closed closed = confirm(server, arrived.receipt);
    CHECK(closed.records == 4);
    CHECK(closed.to_follow == 0);
    everybody();
    for (const RecordId& id : everyone()) {
        CHECK(unit_on_server(id) == kOutside);
        CHECK(unit_there(id) == kFar);
        CHECK(wati.has(id));
        for (Device* each : {&siti, &ani, &tini, &bidan}) CHECK(!each->has(id));
    }
    CHECK(siti.status().is_green());
    CHECK(wati.status().is_green());
}

TEST_CASE_FIXTURE(TwoCentres,
                  "SYNC 16: the same file twice, and the same receipt twice, do nothing") {
    const crossing::Sealed sealed = write(home);
    const crossing::Arrived first = take(sealed);
    const auto rows = server_rows(far, {kFar});
    const crossing::Arrived second = take(sealed);
    CHECK(second.was_taken);
    CHECK(second.receipt == first.receipt);
    CHECK(server_rows(far, {kFar}) == rows);
    confirm(server, first.receipt);
    const auto there = server_rows(server, {kOutside});
    CHECK(refusal(crossing::confirm(server.desk(), first.receipt, "siapa")) ==
          "this move was closed with that receipt before");
    CHECK(server_rows(server, {kOutside}) == there);
}

TEST_CASE_FIXTURE(TwoCentres, "SYNC 16: a move that was cancelled never was; its receipt says so") {
    const crossing::Sealed sealed = write(home);
    CHECK(refusal(crossing::write_out(server.desk(), away(mother), {})) ==
          "they are moving out already: cancel that first");
    REQUIRE(crossing::cancel(server.desk(), sealed.id, "tidak jadi", "siapa").ok());
    everybody();
    CHECK(siti.has(mother));
    const crossing::Arrived arrived = take(sealed);
    CHECK(refusal(crossing::confirm(server.desk(), arrived.receipt, "siapa"))
              .starts_with("this move was cancelled here"));
    // A new file finds them there, and closes it after all.
    const crossing::Sealed again = write(home);
    const crossing::Arrived known = take(again);
    CHECK(known.records == 0);
    CHECK(confirm(server, known.receipt).records == 4);
    everybody();
    far_too();
    CHECK(!siti.has(mother));
    CHECK(wati.has(mother));
}

TEST_CASE_FIXTURE(TwoCentres, "SYNC 16: a closed move is taken back if they never went") {
    const std::string id = move_away(home);
    everybody();
    CHECK(!siti.has(mother));
    REQUIRE(crossing::cancel(server.desk(), id, "kembali", "siapa").ok());
    everybody();
    CHECK(unit_on_server(mother) == kUnit);
    CHECK(siti.has(mother));
    CHECK(siti.status().is_green());
}

TEST_CASE_FIXTURE(TwoCentres,
                  "SYNC 16: what laptops bring after the family has gone goes after it") {
    const std::string id = move_away(home);
    siti.edit(mother, set("full_name", "Rina Wati"));
    Fields late;
    late.set("person_id", infant.text());
    late.set("task_code", "KN3");
    late.set("note", "sudah didatangi");
    const RecordId task = siti.add("followup_task", late, kUnit);
    const RecordId second = siti.add("person", person("Kedua", true), kUnit);
    Fields of_second;
    of_second.set("person_id", second.text());
    of_second.set("task_code", "KN1");
    const RecordId task_of_second = siti.add("followup_task", of_second, kUnit);
    CHECK(!siti.sync().error);
    REQUIRE(held().size() == 4);
    for (const auto& each : held()) {
        CHECK(each.code == accept::kMovedOut);
        CHECK(each.reason.find("PKM Jauh") != std::string::npos);
    }
    CHECK(siti.status().quarantined == 4);
    CHECK(siti.shown(mother).text("full_name") == "Rina Wati");  // hers stays on her laptop
    CHECK(unit_on_server(task).empty());

    const crossing::Sealed further = write_further(id);
    CHECK(further.records == 4);
    const crossing::Arrived arrived = take(far, into(further, ""));
    CHECK(arrived.unit == kFar);
    far_too();
    CHECK(wati.shown(mother).text("full_name") == "Rina Wati");
    CHECK(wati.shown(task).text("note") == "sudah didatangi");
    CHECK(wati.has(second));
    CHECK(wati.has(task_of_second));
    CHECK(held().size() == 4);  // until the receipt
    CHECK(confirm(server, arrived.receipt).to_follow == 0);
    CHECK(held().empty());
    everybody();
    CHECK(siti.status().is_green());
    for (const RecordId& each : {mother, task, second, task_of_second}) CHECK(!siti.has(each));
    CHECK(refusal(crossing::write_further(server.desk(), id, "siapa", {}))
              .starts_with("nothing came since"));
}

TEST_CASE_FIXTURE(TwoCentres,
                  "SYNC 16: what was written between the file and the receipt follows") {
    const crossing::Sealed sealed = write(home);
    const crossing::Arrived arrived = take(sealed);
    siti.edit(mother, set("full_name", "Rina Wati"));
    const RecordId second = siti.add("person", person("Kedua", true), kUnit);
    everybody();
    CHECK(held().empty());
    far_too();
    wati.edit(infant, set("full_name", "Dewi Sartika"));
    far_too();
    CHECK(confirm(server, arrived.receipt).to_follow == 2);
    const crossing::Sealed further = write_further(sealed.id);
    const crossing::Arrived more = take(far, into(further, ""));
    CHECK(more.records == 2);
    CHECK(confirm(server, more.receipt).to_follow == 0);
    everybody();
    far_too();
    CHECK(wati.shown(mother).text("full_name") == "Rina Wati");
    CHECK(wati.shown(infant).text("full_name") == "Dewi Sartika");  // written there
    CHECK(wati.has(second));
    CHECK(!siti.has(second));
}

TEST_CASE_FIXTURE(TwoCentres,
                  "SYNC 16: what both centres wrote meanwhile is a conflict at the new one") {
    const std::string id = move_away(home);
    siti.edit(mother, set("full_name", "Rina A"));
    siti.sync();
    far_too();
    wati.edit(mother, set("full_name", "Rina B"));
    far_too();
    take(far, into(write_further(id), ""));
    far_too();
    CHECK(wati.shown(mother).text("full_name") == "Rina B");
    const auto open = server_store::open_contenders(far.connection());
    REQUIRE(open.ok());
    REQUIRE(open.value().size() == 1);
    CHECK(open.value()[0].mine.find("Rina A") != std::string::npos);
}

TEST_CASE_FIXTURE(TwoCentres, "SYNC 16: a family comes back with what was written of it there") {
    move_away(home);
    siti.edit(infant, set("full_name", "Dewi Lama"));
    siti.sync();
    far_too();
    wati.edit(mother, set("full_name", "Rina Wati"));
    Fields task;
    task.set("person_id", mother.text());
    task.set("task_code", "KF3");
    const RecordId there = wati.add("followup_task", task, kFar);
    far_too();
    crossing::OutRequest back = away(home);
    back.to = "Puskesmas Uji";
    const crossing::Sealed sealed = write(far, back);
    const auto plan = crossing::plan_in(server.desk(), into(sealed, kOther));
    REQUIRE(plan.ok());
    CHECK(plan.value().back == 4);
    CHECK(plan.value().here == 0);
    const crossing::Arrived arrived = take(server, into(sealed, kOther));
    confirm(far, arrived.receipt);
    everybody();
    far_too();
    CHECK(tini.shown(mother).text("full_name") == "Rina Wati");
    CHECK(tini.has(there));
    CHECK(!wati.has(mother));
    CHECK(!siti.has(mother));
    // What had waited here because they were gone is taken now.
    CHECK(held().empty());
    CHECK(tini.shown(infant).text("full_name") == "Dewi Lama");
    for (const RecordId& id : everyone()) CHECK(unit_on_server(id) == kOther);
    // And away again.
    const crossing::Sealed again = write(home);
    CHECK(take(again).records == 1);  // the infant's name
    far_too();
    CHECK(wati.shown(infant).text("full_name") == "Dewi Lama");
}

TEST_CASE_FIXTURE(TwoCentres, "SYNC 16: a mother goes with her baby; the others stay") {
    const RecordId granny = siti.add("person", person("Nenek", false), kUnit);
    everybody();
    crossing::OutRequest request = away(mother);
    request.is_alone = true;
    const crossing::Sealed sealed = write(server, request);
    confirm(server, take(sealed).receipt);
    everybody();
    far_too();
    CHECK(siti.has(granny));
    CHECK(siti.has(home));
    CHECK(!siti.has(mother));
    CHECK(!siti.has(infant));
    const std::string lives_in = wati.shown(mother).text("household_id");
    CHECK(lives_in != home.text());
    CHECK(wati.has(RecordId(lives_in)));
    CHECK(wati.shown(infant).text("household_id") == lives_in);
}

TEST_CASE_FIXTURE(TwoCentres, "SYNC 16: who was erased stays erased, and her file is let go") {
    const crossing::Sealed sealed = write(home);
    const auto erase = [&](Server& at, const RecordId& id) {
        auto transaction = db::Transaction::begin(at.connection());
        REQUIRE(transaction.ok());
        REQUIRE(server_store::apply_erased(at.connection(), {id.text()}).ok());
        REQUIRE(transaction.value().commit().ok());
    };
    erase(far, visit);
    const crossing::Arrived arrived = take(sealed);
    CHECK(arrived.erased == 1);
    CHECK(arrived.records == 3);
    far_too();
    CHECK(!wati.has(visit));
    CHECK(!server_store::crossing_file(server.connection(), sealed.id).value().empty());
    erase(server, mother);
    CHECK(server_store::crossing_file(server.connection(), sealed.id).value().empty());
    const crossing::Closed closed = confirm(server, arrived.receipt);
    everybody();
    CHECK(!siti.has(infant));
    CHECK(unit_on_server(mother).empty());
    CHECK(closed.to_follow == 0);
}

TEST_CASE_FIXTURE(TwoCentres,
                  "SYNC 16: unknown fields and unknown types of records survive the way") {
    siti.edit(mother, set("golongan_baru", "xyz"));
    everybody();
    const crossing::Sealed sealed = write(home);
    auto file = crossing::open(sealed.bytes, sealed.code);
    REQUIRE(file.ok());
    const std::string id = "0199c0de-0000-7000-8000-00000000abcd";
    Fields of_newer;
    of_newer.set("person_id", mother.text());
    of_newer.set("hasil", "baik");
    file.value().lines.push_back({id, "pemeriksaan_baru", of_newer, "{}", false});
    const std::string code = crossing::new_code();
    crossing::InRequest request = into(sealed, kFar);
    request.bytes = crossing::seal(file.value(), code).value();
    request.code = code;
    const crossing::Arrived arrived = take(far, request);
    CHECK(arrived.waiting == 1);
    far_too();
    CHECK(wati.shown(mother).text("golongan_baru") == "xyz");
    const auto waiting = server_store::open_quarantine(far.connection());
    REQUIRE(waiting.value().size() == 1);
    CHECK(waiting.value()[0].record == id);
    CHECK(waiting.value()[0].line.find("\"hasil\":\"baik\"") != std::string::npos);
}

TEST_CASE_FIXTURE(TwoCentres,
                  "SYNC 16: a bad file, code or centre is refused, and nothing is taken") {
    const crossing::Sealed sealed = write(home);
    const crossing::InRequest good = into(sealed, kFar);
    const auto before = server_rows(far, {kFar, kOutside});
    const auto why = [&](const crossing::InRequest& request) {
        return refusal(crossing::take_in(far.desk(), request));
    };
    for (std::size_t i = 0; i < good.bytes.size(); ++i) {
        crossing::InRequest bad = good;
        bad.bytes[i] = static_cast<char>(bad.bytes[i] ^ 0x10);
        CHECK(!crossing::take_in(far.desk(), bad).ok());
    }
    for (const std::size_t size : {0U, 5U, 12U, 90U, 200U, 400U}) {
        crossing::InRequest cut = good;
        cut.bytes.resize(size);
        CHECK(!crossing::take_in(far.desk(), cut).ok());
    }
    crossing::InRequest bad = good;
    bad.bytes += "x";
    CHECK(!crossing::take_in(far.desk(), bad).ok());
    bad = good;
    bad.code = crossing::new_code();
    CHECK(why(bad).starts_with("the code belongs to another file"));
    bad.code = good.code;
    bad.code.front() = bad.code.front() == '7' ? '8' : '7';
    CHECK(why(bad).starts_with("this is not a code of 24 letters"));
    bad = good;
    bad.bytes[8] = 2;
    CHECK(why(bad).starts_with("the file was written by a newer program"));
    bad = good;
    bad.unit = "TIDAK-ADA";
    CHECK(why(bad) == "there is no unit TIDAK-ADA");
    CHECK(
        refusal(crossing::take_in(server.desk(), good)).starts_with("this file was written here"));
    REQUIRE(server_store::set_meta(far.connection(), server_store::kCentre, "Puskesmas Lain").ok());
    CHECK(why(good).starts_with("the file names another health centre"));
    CHECK(server_rows(far, {kFar, kOutside}) == before);
    crossing::InRequest anyway = good;
    anyway.is_for_us = true;
    CHECK(take(far, anyway).records == 4);
}

TEST_CASE_FIXTURE(TwoCentres, "SYNC 16: a file that cannot be written begins no move") {
    const auto full = [](const crossing::Sealed&) -> base::Status {
        return base::Error{base::ErrorCode::DiskFull, "the disk is full"};
    };
    CHECK(refusal(crossing::write_out(server.desk(), away(home), full)) == "the disk is full");
    CHECK(server_store::crossings(server.connection()).value().empty());
    crossing::OutRequest own = away(home);
    own.to = "puskesmas UJI";
    CHECK(refusal(crossing::write_out(server.desk(), own, {}))
              .starts_with("that is this health centre itself"));
}

TEST_CASE_FIXTURE(TwoCentres,
                  "SYNC 16: a family outside is neither moved nor joined with another") {
    const RecordId other = siti.add("household", household("Lain"), kUnit);
    everybody();
    move_away(home);
    CHECK(refusal(joining::move(server.desk(), to(home, kOther))) ==
          "this family has gone to another health centre");
    joining::Request join;
    join.winner = other.text();
    join.loser = home.text();
    join.reason = "sama";
    join.actor = server_store::kCommandLine;
    CHECK(refusal(joining::join(server.desk(), join)) ==
          "one of them has gone to another health centre");
}

TEST_CASE_FIXTURE(TwoCentres,
                  "SYNC 16: two records of two posyandu are joined in two steps, a move first") {
    const RecordId other_home = tini.add("household", household("Di sana"), kOther);
    Fields double_of = person("Rina Wati", false);
    double_of.set("household_id", other_home.text());
    const RecordId elsewhere = tini.add("person", double_of, kOther);
    everybody();
    joining::Request join;
    join.winner = mother.text();
    join.loser = elsewhere.text();
    join.reason = "orang yang sama";
    join.actor = server_store::kCommandLine;
    join.is_forced = true;  // a second look does not make it one step
    CHECK(refusal(joining::join(server.desk(), join)) ==
          "they are of different posyandu: move one first");
    joining::MoveRequest first = to(elsewhere, kUnit);
    first.into = home.text();
    move(first);
    REQUIRE(joining::join(server.desk(), join).ok());
    everybody();
    CHECK(siti.shown(elsewhere).text("merged_into") == mother.text());
    CHECK(!tini.has(elsewhere));
}
