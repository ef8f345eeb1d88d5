// A real file system that is full: the laptop's, then the health centre's.
#include "tests/end_to_end/faults/village.h"

#include <doctest/doctest.h>
#include <sys/mount.h>
#include <filesystem>
#include <fstream>

using namespace end_to_end;

namespace {

// A small disk of its own, while it lives.
class SmallDisk {
public:
    SmallDisk(const std::string& folder, const std::string& size) : folder_(folder) {
        std::filesystem::create_directories(folder);
        const std::string options = "size=" + size;
        is_there_ = ::mount("tmpfs", folder.c_str(), "tmpfs", 0, options.c_str()) == 0;
    }
    SmallDisk(const SmallDisk&) = delete;
    SmallDisk& operator=(const SmallDisk&) = delete;
    ~SmallDisk() {
        if (is_there_) ::umount2(folder_.c_str(), MNT_DETACH);
    }
    bool is_there() const { return is_there_; }
    void fill() const {
        std::ofstream photos(folder_ + "/photos", std::ios::binary);
        const std::string piece(4096, 'x');
        while (photos.write(piece.data(), static_cast<std::streamsize>(piece.size())).flush()) {
        }
    }
    void free() const { std::filesystem::remove(folder_ + "/photos"); }

private:
    std::string folder_;
    bool is_there_ = false;
};

bool may_mount(const Scratch& scratch) {
    const SmallDisk trial(scratch.path("trial"), "1m");
    if (!trial.is_there())
        MESSAGE("no right to mount a small disk here; the simulator's disk covers it");
    return trial.is_there();
}

}  // namespace

TEST_CASE("a full laptop says so, loses nothing, and goes on once there is room") {
    Village village;
    if (!may_mount(village.scratch)) return;
    const SmallDisk disk(village.scratch.path("siti"), "80m");
    const Laptop siti = village.enrolled("Siti", "siti");
    village.import(siti, "Sebelum", 20);
    disk.fill();
    const std::string file = village.scratch.path("Penuh.ndjson");
    write_text(file, village.households("Penuh", 2000));
    const Finished refused = siti.command({"import", file});
    CHECK(refused.exit_code != 0);
    CHECK_MESSAGE(refused.err.find("Catatan yang sudah ada aman") != std::string::npos,
                  refused.err);
    const Finished unsent = siti.command({"sync"});
    CHECK((unsent.exit_code == 0 || unsent.err.find("aman") != std::string::npos));
    disk.free();
    const std::string listed = siti.command({"list", "household"}).out;
    CHECK(listed.find("\"Sebelum-20\"") != std::string::npos);
    village.import(siti, "Sesudah", 20);
    CHECK(village.sync_until_green(siti, 4) <= 4);
    village.check_whole("Sebelum", 20);
    village.check_whole("Sesudah", 20);
}

TEST_CASE("a full health centre takes nothing, keeps all, and goes on once there is room") {
    const Scratch elsewhere;
    if (!may_mount(elsewhere)) return;
    Scratch scratch;
    const SmallDisk disk(scratch.path("disk"), "24m");
    Centre centre(scratch, "disk/centre");
    const auto codes = centre.add_users();
    centre.start();
    const Laptop siti(scratch, "siti");
    REQUIRE(siti.command({"enrol", codes.at("Siti")}).exit_code == 0);
    const auto add = [&](const std::string& name) {
        return siti.command({"add", "household"},
                            R"({"head_name":")" + name + R"(","rt":"001","status":"ACTIVE"})");
    };
    REQUIRE(add("Sebelum").exit_code == 0);
    REQUIRE(siti.command({"sync"}).exit_code == 0);
    disk.fill();
    for (int i = 0; i < 3; ++i) REQUIRE(add("Penuh").exit_code == 0);
    const Finished refused = siti.command({"sync"});
    CHECK(refused.exit_code == 3);
    CHECK_MESSAGE(refused.err.find("3 catatan aman di laptop ini") != std::string::npos,
                  refused.err);
    CHECK(siti.status().integer("waiting") == 3);
    const Finished full = centre.command({"check"});  // who keeps the server hears why
    CHECK(full.exit_code != 0);
    CHECK_MESSAGE(full.err.find("the disk is full") != std::string::npos, full.err);
    disk.free();
    CHECK(siti.command({"sync"}).exit_code == 0);
    CHECK(siti.status().boolean("green") == true);
    const Finished check = centre.command({"check"});
    CHECK_MESSAGE(check.exit_code == 0, std::string(check.out + check.err));
}
