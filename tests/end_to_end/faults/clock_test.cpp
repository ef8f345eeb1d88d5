// libfaketime: laptops whose clock is years off.
#include "tests/end_to_end/faults/village.h"

#include <doctest/doctest.h>

#include <filesystem>

using namespace end_to_end;

namespace {

std::string faketime_library() {
    for (const char* folder : {"/usr/lib/x86_64-linux-gnu/faketime",
                               "/usr/lib/aarch64-linux-gnu/faketime", "/usr/lib/faketime"}) {
        const std::string file = std::string(folder) + "/libfaketimeMT.so.1";
        if (std::filesystem::exists(file)) return file;
    }
    return {};
}

// `kawan` with its clock at this time.
Finished at(const std::string& time, const Laptop& laptop, std::vector<std::string> words,
            const std::string& input = "") {
    words.insert(words.begin(), {program("kawan"), "--data", laptop.data(), "--as-json"});
    return run(words,
               {{"KAWAN_PIN", kPin},
                {"LD_PRELOAD", faketime_library()},
                {"FAKETIME", "@" + time},
                {"FAKETIME_DONT_FAKE_MONOTONIC", "1"}},
               input);
}

std::string household(const std::string& name) {
    return R"({"head_name":")" + name + R"(","rt":"001","status":"ACTIVE"})";
}

std::string id_in(const Finished& done) {
    REQUIRE_MESSAGE(done.exit_code == 0, done.err);
    return base::json::Object::parse(done.out).value().string("id").value_or("");
}

}  // namespace

TEST_CASE_FIXTURE(Village, "a clock in 2010 and in 2040 loses nothing, and the doubt is shown") {
    if (faketime_library().empty()) {
        MESSAGE("libfaketime is not installed here; the simulator's clocks cover it");
        return;
    }
    const Laptop siti = enrolled("Siti", "siti");
    import(siti, "Biasa", 1);
    REQUIRE(siti.command({"sync"}).exit_code == 0);
    const std::string then =
        id_in(at("2010-01-02 08:00:00", siti, {"add", "household"}, household("Dulu-1")));
    const Finished sent_then = at("2010-01-02 08:05:00", siti, {"sync"});
    CHECK_MESSAGE(sent_then.exit_code == 0, sent_then.err);
    CHECK(centre.command({"device", "list", "--json"}).out.find("\"clock_offset_s\":\"-") !=
          std::string::npos);
    const std::string later =
        id_in(at("2040-06-01 08:00:00", siti, {"add", "household"}, household("Nanti-1")));
    // Edited in 2010, after what was written in 2040: the later edit stands, whatever its clock.
    REQUIRE(at("2010-01-03 08:00:00", siti, {"edit", later}, R"({"rt":"009"})").exit_code == 0);
    CHECK(at("2040-06-02 08:00:00", siti, {"sync"}).exit_code == 0);
    CHECK(sync_until_green(siti, 3) <= 3);

    check_whole("Dulu", 1);
    check_whole("Nanti", 1);
    CHECK(siti.command({"show", later}).out.find("\"rt\":\"009\"") != std::string::npos);
    const Laptop ratna = enrolled("Bidan Ratna", "ratna");
    CHECK(sync_until_green(ratna, 2) <= 2);
    CHECK(ratna.command({"show", later}).out.find("\"rt\":\"009\"") != std::string::npos);
    for (const std::string& id : {then, later}) {
        CHECK(siti.command({"show", id, "--history"}).out.find("\"clock_doubtful\":true") !=
              std::string::npos);
    }
}
