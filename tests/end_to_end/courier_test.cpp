// A day without a network, with the real programs: laptops write to one stick, the health centre
// answers each, the replies go back.
#include "tests/end_to_end/actors.h"

#include <doctest/doctest.h>
#include <sys/mount.h>
#include <sys/stat.h>
#include <unistd.h>
#include <filesystem>

using namespace end_to_end;
namespace fs = std::filesystem;
namespace json = base::json;

namespace {

std::string household(const std::string& head) {
    return R"({"head_name":")" + head + R"(","rt":"001","status":"ACTIVE"})";
}

json::Object object_of(const std::string& text) {
    auto parsed = json::Object::parse(text);
    REQUIRE_MESSAGE(parsed.ok(), text);
    return std::move(parsed).value();
}

// Siti and the midwife share a posyandu. Both are enrolled; then the network goes.
struct NoNetwork {
    Scratch scratch;
    Centre centre{scratch};
    Laptop siti{scratch, "siti"}, ratna{scratch, "ratna"};
    std::string stick = scratch.path("stick");

    NoNetwork() {
        fs::create_directories(stick);
        centre.start();
        auto codes = centre.add_users();
        REQUIRE(siti.command({"enrol", codes["Siti"]}).exit_code == 0);
        REQUIRE(ratna.command({"enrol", codes["Bidan Ratna"]}).exit_code == 0);
        centre.stop();
    }
    void add(const Laptop& laptop, const std::string& head) {
        REQUIRE(
            laptop.command({"add", "household", "--unit", "MELATI-1"}, household(head)).exit_code ==
            0);
    }
    json::Object write(const Laptop& laptop) {
        const Finished done = laptop.command({"bundle", "write", stick});
        REQUIRE_MESSAGE(done.exit_code == 0, done.err);
        return object_of(done.out);
    }
    Finished receive() { return centre.command({"bundle", "receive", stick, "--json"}); }
    json::Object read(const Laptop& laptop) {
        const Finished done = laptop.command({"bundle", "read", stick});
        REQUIRE_MESSAGE(done.exit_code == 0, done.err);
        return object_of(done.out);
    }
    std::string records_at_centre() {
        return *object_of(centre.command({"check", "--json"}).out).string("records");
    }
};

bool says(const std::string& text, const std::string& words) {
    const bool found = text.find(words) != std::string::npos;
    if (!found) MESSAGE(text);
    return found;
}

}  // namespace

TEST_CASE_FIXTURE(NoNetwork,
                  "two laptops on one stick: each gets its own reply, and what the "
                  "other recorded") {
    add(siti, "Pak Bertanda");
    add(ratna, "Pak Lain");
    CHECK(write(siti).integer("changes") == 1);
    CHECK(write(ratna).integer("changes") == 1);
    CHECK(siti.status().integer("waiting") == 1);
    for (const auto& file : fs::directory_iterator(stick)) {
        CHECK(read_text(file.path().string()).find("Bertanda") == std::string::npos);
    }
    const Finished received = receive();
    CHECK_MESSAGE(received.exit_code == 0, received.err);
    CHECK(records_at_centre() == "2");

    const auto at_siti = read(siti);
    CHECK(at_siti.integer("replies") == 1);
    CHECK(at_siti.integer("confirmed") == 1);
    CHECK(at_siti.integer("others") == 1);
    CHECK(read(ratna).integer("confirmed") == 1);
    CHECK(siti.status().integer("waiting") == 0);
    CHECK(siti.status().boolean("green") == true);

    // Once more around: now both hold both.
    for (const Laptop* laptop : {&siti, &ratna}) write(*laptop);
    CHECK(receive().exit_code == 0);
    for (const Laptop* laptop : {&siti, &ratna}) {
        read(*laptop);
        const Finished list = laptop->command({"list", "household"});
        CHECK(says(list.out, "Pak Bertanda"));
        CHECK(says(list.out, "Pak Lain"));
        CHECK(laptop->status().boolean("green") == true);
    }
}

TEST_CASE_FIXTURE(NoNetwork, "the receipt that came by stick is the health centre's own") {
    add(siti, "A");
    write(siti);
    REQUIRE(receive().exit_code == 0);
    read(siti);
    const json::Object status = siti.status();
    REQUIRE(status.find("receipt") != nullptr);
    CHECK(status.object("receipt")->integer("last_n") == 1);
    const std::string file = scratch.path("receipt.json");
    write_text(file, *status.find("receipt"));
    const Finished verified = centre.command({"receipt", "verify", file});
    CHECK_MESSAGE(verified.exit_code == 0, verified.err);
    CHECK(says(verified.out, "genuine"));
}

TEST_CASE_FIXTURE(NoNetwork, "twice, and late after a sync by network: nothing is taken again") {
    add(siti, "A");
    write(siti);
    REQUIRE(receive().exit_code == 0);
    REQUIRE(receive().exit_code == 0);
    centre.start();
    add(siti, "B");
    REQUIRE(siti.command({"sync"}).exit_code == 0);
    const Finished late = receive();
    CHECK_MESSAGE(late.exit_code == 0, late.err);
    centre.stop();
    CHECK(read(siti).integer("confirmed") == 0);
    CHECK(read(siti).integer("confirmed") == 0);
    CHECK(siti.status().boolean("green") == true);
    CHECK(records_at_centre() == "2");
}

TEST_CASE_FIXTURE(NoNetwork, "who receives a bundle hears how much of it waits in quarantine") {
    add(siti, "A");
    REQUIRE(siti.command({"add", "household", "--unit", "ELSEWHERE"}, household("B")).exit_code ==
            0);
    write(siti);
    for (int times = 0; times < 2; ++times) {
        const Finished received = receive();
        CHECK_MESSAGE(received.exit_code == 0, received.err);
        CHECK(says(received.out, "taken; 1 of this laptop's changes count nowhere"));
    }
    CHECK(read(siti).integer("confirmed") == 2);
}

TEST_CASE_FIXTURE(NoNetwork, "a bundle is received while the server answers laptops") {
    add(siti, "A");
    write(siti);
    centre.start();
    add(ratna, "B");
    REQUIRE(ratna.command({"sync"}).exit_code == 0);
    CHECK(receive().exit_code == 0);
    CHECK(ratna.command({"sync"}).exit_code == 0);
    CHECK(says(ratna.command({"list", "household"}).out, "\"A\""));
    centre.stop();
}

TEST_CASE_FIXTURE(NoNetwork, "one bad file stops no other, and each says what is wrong with it") {
    add(siti, "A");
    add(ratna, "B");
    const std::string half = *write(siti).string("file");
    write(ratna);
    fs::copy_file(half, stick + "/flipped.kab");
    fs::resize_file(half, fs::file_size(half) / 2);
    std::string flipped = read_text(stick + "/flipped.kab");
    flipped[flipped.size() / 2] = static_cast<char>(flipped[flipped.size() / 2] ^ 1);
    write_text(stick + "/flipped.kab", flipped);
    write_text(stick + "/photo.kab", "JFIF");
    const Finished received = receive();
    CHECK(received.exit_code == 1);
    CHECK(says(received.err, "3 of 4"));
    CHECK(says(received.out, "only a part of the file"));
    CHECK(says(received.out, "changed or damaged"));
    CHECK(says(received.out, "not a bundle"));
    CHECK(records_at_centre() == "1");
    CHECK(read(ratna).integer("confirmed") == 1);
    const Finished none = siti.command({"bundle", "read", stick});
    CHECK(none.exit_code == 1);
    CHECK(says(none.err, "Belum ada balasan"));
    CHECK(siti.status().integer("waiting") == 1);
}

TEST_CASE_FIXTURE(NoNetwork,
                  "a damaged or halved reply is refused with a sentence; the whole one "
                  "still counts") {
    add(siti, "A");
    write(siti);
    const std::string reply = scratch.path("siti.reply.kab");
    std::string bundle;
    for (const auto& file : fs::directory_iterator(stick)) bundle = file.path().string();
    REQUIRE(centre.command({"bundle", "receive", bundle, "--reply", reply}).exit_code == 0);
    const std::string whole = read_text(reply);
    write_text(reply, whole.substr(0, whole.size() - 1));
    CHECK(says(siti.command({"bundle", "read", reply}).err, "hanya separuh"));
    std::string changed = whole;
    changed.back() = static_cast<char>(changed.back() ^ 1);
    write_text(reply, changed);
    CHECK(says(siti.command({"bundle", "read", reply}).err, "rusak"));
    CHECK(says(siti.command({"bundle", "read", bundle}).err, "bukan balasan"));
    CHECK(says(siti.command({"bundle", "read", scratch.path("nowhere")}).err, "tidak ditemukan"));
    CHECK(siti.status().integer("waiting") == 1);
    write_text(reply, whole);
    CHECK(siti.command({"bundle", "read", reply}).exit_code == 0);
    CHECK(siti.status().integer("waiting") == 0);
}

TEST_CASE_FIXTURE(NoNetwork,
                  "a stranger's bundle is refused, a disabled user's is taken into quarantine") {
    add(siti, "A");
    write(siti);
    Centre elsewhere(scratch, "elsewhere");
    REQUIRE(elsewhere.command({"check"}).exit_code == 0);
    const Finished wrong = elsewhere.command({"bundle", "receive", stick});
    CHECK(wrong.exit_code == 1);
    CHECK(says(wrong.out, "does not know"));
    REQUIRE(centre.command({"user", "disable", "Siti"}).exit_code == 0);
    CHECK(receive().exit_code == 0);
    CHECK(says(centre.command({"quarantine", "list"}).out, "revoked"));
    CHECK(records_at_centre() == "0");
}

TEST_CASE_FIXTURE(NoNetwork, "a stick that is full or gone is said so, and holds no half bundle") {
    add(siti, "A");
    const Finished gone = siti.command({"bundle", "write", scratch.path("unplugged") + "/x.kab"});
    CHECK(gone.exit_code == 1);
    CHECK(says(gone.err, "tidak ditemukan"));
    if (::geteuid() != 0 || ::mount("tmpfs", stick.c_str(), "tmpfs", 0, "size=4k") != 0) {
        MESSAGE("a full stick needs the right to mount one: not tried");
        return;
    }
    write_text(stick + "/music", std::string(4096, 'x'));
    const Finished full = siti.command({"bundle", "write", stick});
    std::size_t files = 0;
    for (const auto& file : fs::directory_iterator(stick)) {
        static_cast<void>(file);
        ++files;
    }
    ::umount(stick.c_str());
    CHECK(full.exit_code == 1);
    CHECK(says(full.err, "Flashdisk penuh"));
    CHECK(files == 1);
    CHECK(siti.status().integer("waiting") == 1);
}
