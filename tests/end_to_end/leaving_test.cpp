// Laptops that leave, and one that the restored server does not know, by the built programs.
#include "shared/base/json.h"
#include "tests/end_to_end/actors.h"

#include <doctest/doctest.h>
#include <filesystem>

using namespace end_to_end;
namespace fs = std::filesystem;

namespace {

struct Story {
    Scratch scratch;
    Centre centre{scratch};
    Laptop siti{scratch, "siti"};
    std::string stick = scratch.path("stick");
    std::map<std::string, std::string> codes = centre.add_users();

    Story() {
        fs::create_directories(stick);
        centre.start();
    }
    void enrol() { ok(siti.command({"enrol", codes.at("Siti")})); }
    static void ok(const Finished& done) { CHECK_MESSAGE(done.exit_code == 0, done.err); }
    std::string add(const std::string& head) {
        const Finished added =
            siti.command({"add", "household"},
                         R"({"head_name":")" + head + R"(","rt":"001","status":"ACTIVE"})");
        REQUIRE_MESSAGE(added.exit_code == 0, added.err);
        return base::json::Object::parse(added.out).value().string("id").value_or("");
    }
    // The first laptop in the list.
    base::json::Object listed() {
        const Finished list = centre.command({"device", "list", "--json"});
        REQUIRE_MESSAGE(list.exit_code == 0, list.err);
        const auto rows = base::json::parse_array(list.out);
        REQUIRE(!rows.value().empty());
        return base::json::Object::parse(rows.value().front()).value();
    }
    void revoke() {
        ok(centre.command({"device", "revoke", listed().string("device").value_or(""), "--reason",
                           "laptop dikembalikan"}));
    }
    // The files that a program or a person could open.
    std::vector<std::string> left_of_store(const std::string& folder) {
        std::vector<std::string> names;
        for (const auto& each : fs::directory_iterator(folder)) {
            const std::string name = each.path().filename().string();
            if (!name.starts_with("bukti-kirim-")) names.push_back(name);
        }
        return names;
    }
    std::string proof() {
        for (const auto& each : fs::directory_iterator(siti.data())) {
            const std::string name = each.path().filename().string();
            if (name.starts_with("bukti-kirim-")) return each.path().string();
        }
        return {};
    }
};

}  // namespace

TEST_CASE_FIXTURE(Story,
                  "a revoked laptop sends what it has, erases itself and its copy, and says so") {
    enrol();
    ok(siti.command({"sync"}));
    CHECK(listed().string("user") == "Siti");
    CHECK(listed().string("revoked") == "no");
    add("Belum terkirim");
    ok(siti.command({"backup", stick}));
    revoke();
    const Finished last = siti.command({"sync"});
    CHECK(last.exit_code == 1);
    CHECK(last.out.find("\"must_erase\":true") != std::string::npos);
    CHECK(last.err.find("Izin laptop ini sudah ditutup puskesmas. Semua catatan sudah diterima "
                        "puskesmas (1). Data di laptop ini sudah dihapus.") != std::string::npos);
    CHECK(left_of_store(siti.data()).empty());
    CHECK(left_of_store(stick).empty());
    CHECK(siti.command({"status"}).exit_code == 2);
    ok(centre.command({"receipt", "verify", proof()}));
    CHECK(listed().string("told_to_erase") == "yes");
    const Finished held = centre.command({"quarantine", "list", "--json"});
    CHECK(held.out.find("revoked") != std::string::npos);
}

TEST_CASE_FIXTURE(Story, "by stick too: the answer that comes back erases the laptop") {
    enrol();
    add("Belum terkirim");
    ok(siti.command({"bundle", "write", stick}));
    const Finished disabled = centre.command({"user", "disable", "Siti", "--json"});
    CHECK(disabled.out.find("\"laptops_to_erase\":\"1\"") != std::string::npos);
    ok(centre.command({"bundle", "receive", stick, "--reply", stick}));
    const Finished read = siti.command({"bundle", "read", stick});
    CHECK(read.exit_code == 1);
    CHECK(read.out.find("\"must_erase\":true") != std::string::npos);
    CHECK(left_of_store(siti.data()).empty());
    ok(centre.command({"receipt", "verify", proof()}));
}

TEST_CASE_FIXTURE(Story, "enrolled after the backup: a new code, and all is there again, once") {
    centre.stop();
    const std::string backup = scratch.path("centre-last-night.db");
    fs::copy_file(centre.database(), backup);
    centre.start();
    enrol();
    const std::string id = add("Sesudah cadangan");
    ok(siti.command({"sync"}));
    add("Belum terkirim");
    centre.stop();
    for (const char* ending : {"-wal", "-shm"}) fs::remove(centre.database() + ending);
    fs::copy_file(backup, centre.database(), fs::copy_options::overwrite_existing);
    centre.start();
    CHECK(siti.command({"sync"}).exit_code == 1);
    const Finished code = centre.command({"user", "code", "Siti", "--json"});
    const std::string text =
        base::json::Object::parse(code.out).value().string("code").value_or("");
    CHECK(siti.command({"enrol", text, "--again"}, "", "00000000").exit_code == 1);
    ok(siti.command({"enrol", text, "--again"}));
    const Finished sent = siti.command({"sync"});
    ok(sent);
    CHECK(sent.out.find("\"restored\":true,\"sent_again\":1") != std::string::npos);
    CHECK(siti.status().boolean("green").value_or(false));
    CHECK(siti.status().integer("waiting") == 0);
    CHECK(listed().string("acknowledged") == "2");
    CHECK(siti.command({"show", id}).exit_code == 0);
    const Finished whole = centre.command({"check"});
    ok(whole);
}
