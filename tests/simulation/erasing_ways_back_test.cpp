// SYNC 23: by which ways a person who was erased could come back, and does not.
#include "tests/simulation/erasing_village.h"

#include <doctest/doctest.h>

using namespace simulation;

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

TEST_CASE_FIXTURE(Erasing, "SYNC 23: a courier's late bundle and late reply bring nothing back") {
    const RecordId her = known();
    siti.edit(her, set("full_name", kMark + " Rina Baru"));
    const std::string late_bundle = bundle_of(siti);
    ani.edit(her, set("full_name", kMark + " Rina Lain"));
    const std::string late_reply = reply_to(bundle_of(ani));
    siti.sync();
    erase(her);
    // By stick as by network: number and hash are known, the outcome is that of now.
    const std::string reply = reply_to(late_bundle);
    CHECK(table_with(server.connection(), kMark) == "");
    CHECK(read(siti, reply).erased == 2);
    ani.sync();
    read(ani, late_reply);
    CHECK(!ani.has(her));
    CHECK(!siti.has(her));
    check_all_agree();
}

TEST_CASE_FIXTURE(Erasing, "SYNC 23: what a revoked laptop brings of her is kept by nobody") {
    const RecordId her = known();
    siti.edit(her, set("full_name", kMark + " Rina Baru"));
    erase(her);
    const auto identity = siti.store().identity().value();
    const auto device =
        server_store::find_device(server.connection(), identity.device).value().value();
    REQUIRE(server_store::revoke(server.connection(), device.no, clock.now()).ok());
    CHECK(siti.sync().must_erase);
    CHECK(held().empty());
    CHECK(table_with(server.connection(), kMark) == "");
}
