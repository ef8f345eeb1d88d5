// The health centre stops the sending of a group for a while.
#include "tests/end_to_end/actors.h"

#include <doctest/doctest.h>

using namespace end_to_end;

namespace {

const std::string kHousehold = R"({"head_name":"Budi","rt":"001","status":"ACTIVE"})";

struct Village {
    Scratch scratch;
    Centre centre{scratch};
    Laptop siti{scratch, "siti"};
    Laptop ratna{scratch, "ratna"};

    Village() {
        centre.start();
        auto codes = centre.add_users();
        REQUIRE(siti.command({"enrol", codes["Siti"]}).exit_code == 0);
        REQUIRE(ratna.command({"enrol", codes["Bidan Ratna"]}).exit_code == 0);
        REQUIRE(siti.command({"sync"}).exit_code == 0);
    }
    void add(const Laptop& laptop) {
        const Finished added = laptop.command({"add", "household"}, kHousehold);
        REQUIRE_MESSAGE(added.exit_code == 0, added.err);
    }
};

}  // namespace

TEST_CASE_FIXTURE(Village,
                  "a paused laptop is told so, keeps everything, and goes on when it may") {
    add(siti);
    const Finished paused =
        centre.command({"device", "pause", "--user", "Siti", "--reason", "data diperiksa"});
    REQUIRE_MESSAGE(paused.exit_code == 0, paused.err);
    CHECK(paused.out.find("laptops_paused: 1") != std::string::npos);
    const Finished refused = siti.command({"sync"});
    CHECK(refused.exit_code == 3);
    CHECK(refused.err.find("puskesmas sedang menghentikan pengiriman sementara") !=
          std::string::npos);
    CHECK(refused.err.find("1 catatan aman di laptop ini") != std::string::npos);
    CHECK(siti.status().integer("waiting") == 1);
    CHECK(ratna.command({"sync"}).exit_code == 0);  // only she is paused

    REQUIRE(
        centre.command({"device", "resume", "--user", "Siti", "--reason", "selesai"}).exit_code ==
        0);
    CHECK(siti.command({"sync"}).exit_code == 0);
    CHECK(siti.status().boolean("green") == true);
    REQUIRE(ratna.command({"sync"}).exit_code == 0);
    CHECK(ratna.command({"list", "household"}).out.find("Budi") != std::string::npos);
}

TEST_CASE_FIXTURE(Village, "while all are paused nothing is given either, and sticks wait too") {
    add(siti);
    REQUIRE(siti.command({"sync"}).exit_code == 0);
    REQUIRE(centre.command({"device", "pause", "--all", "--reason", "bencana"}).exit_code == 0);
    CHECK(ratna.command({"sync"}).exit_code == 3);
    CHECK(ratna.command({"list", "household"}).out.find("Budi") == std::string::npos);
    add(siti);
    const std::string stick = scratch.path("stick");
    REQUIRE(siti.command({"bundle", "write", stick}).exit_code == 0);
    const Finished received = centre.command({"bundle", "receive", stick});
    CHECK(received.exit_code != 0);
    CHECK((received.out + received.err).find("paused") != std::string::npos);
    REQUIRE(centre.command({"device", "resume", "--all", "--reason", "selesai"}).exit_code == 0);
    CHECK(centre.command({"bundle", "receive", stick}).exit_code == 0);
    CHECK(ratna.command({"sync"}).exit_code == 0);
}

TEST_CASE_FIXTURE(Village, "a pause names whom, why, and only what there is") {
    CHECK(centre.command({"device", "pause", "--all"}).exit_code == 2);
    CHECK(centre.command({"device", "pause", "--reason", "x"}).exit_code == 2);
    CHECK(
        centre.command({"device", "pause", "--all", "--user", "Siti", "--reason", "x"}).exit_code ==
        2);
    CHECK(centre.command({"device", "pause", "--user", "Tidak Ada", "--reason", "x"}).exit_code ==
          1);
    CHECK(centre.command({"device", "pause", "--unit", "TIDAK-ADA", "--reason", "x"}).exit_code ==
          1);
    CHECK(centre.command({"device", "resume", "--all", "--reason", "x"}).exit_code == 1);
    const std::string unit = "MELATI-1";
    const Finished paused =
        centre.command({"device", "pause", "--unit", unit, "--reason", "pindah"});
    CHECK_MESSAGE(paused.exit_code == 0, paused.err);
    CHECK(siti.command({"sync"}).exit_code == 3);
}
