// The health centre's backups, by the built programs: made while laptops push, killed on the way,
// restored; the laptops turn, and nothing is lost (SYNC 21, 22).
#include "tests/end_to_end/actors.h"

#include <doctest/doctest.h>
#include <chrono>
#include <filesystem>
#include <fstream>
#include <thread>

using namespace end_to_end;
namespace fs = std::filesystem;

namespace {

struct Night {
    Scratch scratch;
    Centre centre{scratch};
    Laptop siti{scratch, "siti"};
    Laptop ratna{scratch, "ratna"};
    std::string stick = scratch.path("stick");

    Night() {
        const auto codes = centre.add_users();
        centre.start();
        REQUIRE(siti.command({"enrol", codes.at("Siti")}).exit_code == 0);
        REQUIRE(ratna.command({"enrol", codes.at("Bidan Ratna")}).exit_code == 0);
        fs::create_directories(stick);
    }
    void add(const Laptop& laptop, const std::string& head) {
        const Finished added =
            laptop.command({"add", "household", "--unit", "MELATI-1"},
                           R"({"head_name":")" + head + R"(","rt":"001","status":"ACTIVE"})");
        REQUIRE_MESSAGE(added.exit_code == 0, added.err);
    }
    void sync(const Laptop& laptop) {
        const Finished done = laptop.command({"sync"});
        REQUIRE_MESSAGE(done.exit_code == 0, done.err);
    }
    base::json::Object asked(const std::vector<std::string>& words) {
        const Finished done = centre.command(words);
        REQUIRE_MESSAGE(done.exit_code == 0, done.err);
        auto object = base::json::Object::parse(done.out);
        REQUIRE_MESSAGE(object.ok(), done.out);
        return std::move(object).value();
    }
    std::string back_up() { return *asked({"backup", "--to", stick, "--json"}).string("file"); }
    void restore(const std::string& file) {
        centre.stop();
        asked({"restore", file, "--json"});
        centre.start();
    }
    std::vector<std::string> backups() {
        std::vector<std::string> files;
        for (const auto& each : fs::directory_iterator(stick)) {
            if (each.path().extension() == ".kbk") files.push_back(each.path().string());
        }
        return files;
    }
    void check_shows(const Laptop& laptop, const std::vector<std::string>& heads) {
        const std::string shown = laptop.command({"list", "household"}).out;
        for (const std::string& head : heads) {
            CHECK_MESSAGE(shown.find(head) != std::string::npos, head);
        }
        CHECK(laptop.status().boolean("green").value_or(false));
    }
};

}  // namespace

TEST_CASE_FIXTURE(Night,
                  "restored from last night's backup: the laptops bring back what was sent "
                  "since, and each other's") {
    add(siti, "Sebelum cadangan");
    sync(siti);
    sync(ratna);
    const std::string file = back_up();
    add(siti, "Sesudah cadangan");
    add(ratna, "Juga sesudah");
    sync(siti);
    sync(ratna);
    CHECK(centre.command({"restore", file}).err.find("stop it first") != std::string::npos);
    restore(file);
    CHECK(*asked({"check", "--json"}).string("records") == "1");
    for (int round = 0; round < 3; ++round) {
        sync(siti);
        sync(ratna);
    }
    CHECK(*asked({"check", "--json"}).string("records") == "3");
    for (const Laptop* each : {&siti, &ratna}) {
        check_shows(*each, {"Sebelum cadangan", "Sesudah cadangan", "Juga sesudah"});
    }
    CHECK(*asked({"verify", back_up(), "--json"}).string("records") == "3");
}

TEST_CASE_FIXTURE(Night,
                  "made while a laptop pushes, and killed at any moment: what is there opens, "
                  "the next one is whole, and no plain copy stays") {
    for (int i = 0; i < 10; ++i) add(siti, "Rumah Bertanda " + std::to_string(i));
    Background pushing(
        {"/bin/sh", "-c",
         "KAWAN_PIN=" + kPin + " " + program("kawan") + " --data " + siti.data() + " sync"},
        scratch.path("push.log"));
    for (int ms = 0; ms < 600; ms += 40) {
        Background making({program("kawan-server"), "backup", "--data", centre.data(), "--to",
                           stick, "--keep", "50"},
                          scratch.path("making.log"));
        std::this_thread::sleep_for(std::chrono::milliseconds(ms));
        making.kill();
    }
    for (const std::string& each : backups()) {
        const Finished verified = centre.command({"verify", each});
        CHECK_MESSAGE(verified.exit_code == 0, verified.err);
    }
    sync(siti);
    const std::string file = back_up();
    CHECK(!fs::exists(centre.data() + "/backup-scratch"));
    for (const auto& each : fs::directory_iterator(stick)) {
        CHECK(each.path().extension() != ".part");
        CHECK(read_text(each.path().string()).find("Rumah Bertanda") == std::string::npos);
    }
    CHECK(*asked({"verify", file, "--json"}).string("records") == "10");
    restore(file);
    sync(siti);
    check_shows(siti, {"Rumah Bertanda 0", "Rumah Bertanda 9"});
}

TEST_CASE_FIXTURE(Night,
                  "a restore killed at any moment leaves a whole database, of before or of the "
                  "backup; done again, the laptops bring what is lacking") {
    add(siti, "Sebelum cadangan");
    sync(siti);
    const std::string file = back_up();
    add(siti, "Sesudah cadangan");
    sync(siti);
    centre.stop();
    for (int ms = 0; ms < 600; ms += 50) {
        Background restoring({program("kawan-server"), "restore", file, "--data", centre.data()},
                             scratch.path("restoring.log"));
        std::this_thread::sleep_for(std::chrono::milliseconds(ms));
        restoring.kill();
        const std::string records = *asked({"check", "--json"}).string("records");
        CHECK((records == "1" || records == "2"));
    }
    asked({"restore", file, "--json"});
    CHECK(!fs::exists(centre.data() + "/backup-scratch"));
    centre.start();
    sync(siti);
    sync(siti);
    check_shows(siti, {"Sebelum cadangan", "Sesudah cadangan"});
    CHECK(*asked({"check", "--json"}).string("records") == "2");
}

TEST_CASE_FIXTURE(Night,
                  "the folder burns: stick and paper make a new one, and the laptops go on") {
    const std::string code = read_text(centre.data() + "/backup.key");
    add(siti, "Selamat");
    sync(siti);
    const std::string file = back_up();
    centre.stop();
    fs::remove_all(centre.data());
    CHECK(centre.command({"restore", file}).exit_code == 2);
    std::string wrong = code;
    wrong[0] = wrong[0] == '7' ? '8' : '7';
    const Finished in_sight = centre.command({"restore", file, "--key", wrong});
    CHECK(in_sight.err.find("compare it") != std::string::npos);
    CHECK(in_sight.err.find("can be read by every user") != std::string::npos);
    const Finished restored = centre.command({"restore", file, "--key", "-"}, code);
    REQUIRE_MESSAGE(restored.exit_code == 0, restored.err);
    CHECK(restored.err.find("can be read by every user") == std::string::npos);
    centre.start();
    add(siti, "Sesudah kebakaran");
    sync(siti);
    sync(siti);
    check_shows(siti, {"Selamat", "Sesudah kebakaran"});
    back_up();  // with the same key: the paper stays good
    CHECK(read_text(centre.data() + "/backup.key") == code);
}

TEST_CASE_FIXTURE(Night,
                  "a server backs itself up on its schedule, check tells it, and a laptop hears "
                  "what is safe") {
    add(siti, "Terkirim");
    sync(siti);
    CHECK(siti.status().integer("safe") == 0);
    centre.stop();
    const std::string ready = scratch.path("again.ready");
    Background server({program("kawan-server"), "serve", "--data", centre.data(), "--ready-file",
                       ready, "--backup-to", stick, "--backup-every", "1"},
                      scratch.path("again.log"));
    REQUIRE(wait_for_file(ready));
    for (int i = 0; i < 100 && *asked({"check", "--json"}).string("backups") == "0"; ++i) {
        std::this_thread::sleep_for(std::chrono::milliseconds(100));
    }
    CHECK(*asked({"check", "--json"}).string("last_backup") == "verified");
    CHECK(backups().size() == 1);
    sync(siti);
    CHECK(siti.status().integer("safe") == 1);
    const Finished status =
        run({program("kawan"), "--data", siti.data(), "status"}, {{"KAWAN_PIN", kPin}});
    CHECK(status.out.find("Semua yang terkirim sudah ada di cadangan puskesmas.") !=
          std::string::npos);
    server.terminate();
    CHECK(read_text(scratch.path("again.log")).find("made and verified a backup") !=
          std::string::npos);
}

TEST_CASE_FIXTURE(Night,
                  "a backup with a flipped bit is refused by verify and by restore, and the "
                  "database stands as it was") {
    add(siti, "Tetap");
    sync(siti);
    const std::string file = back_up();
    std::string bytes = read_text(file);
    bytes[bytes.size() / 2] = static_cast<char>(bytes[bytes.size() / 2] ^ 4);
    write_text(file, bytes);
    centre.stop();
    for (const char* command : {"verify", "restore"}) {
        const Finished refused = centre.command({command, file});
        CHECK(refused.exit_code == 1);
        CHECK(refused.err.find("changed or is damaged") != std::string::npos);
    }
    CHECK(*asked({"check", "--json"}).string("records") == "1");
}
