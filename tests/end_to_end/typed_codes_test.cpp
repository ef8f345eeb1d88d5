// Codes that one person should know stand on no command line, where every user of the computer
// reads them in the list of its programs: they are asked for, or come from a file or standard
// input.
#include "tests/end_to_end/actors.h"

#include <doctest/doctest.h>
#include <filesystem>

using namespace end_to_end;
namespace fs = std::filesystem;

namespace {

struct Codes {
    Scratch scratch;
    Centre centre{scratch};
    Laptop siti{scratch, "siti"};

    Finished enrol(const std::vector<std::string>& words, const std::string& typed) const {
        std::vector<std::string> all = {program("kawan"), "--data", siti.data(), "enrol"};
        all.insert(all.end(), words.begin(), words.end());
        return run_at_terminal(all, {{"KAWAN_PIN", kPin}}, typed);
    }
};

bool says(const std::string& text, const char* words) {
    return text.find(words) != std::string::npos;
}

}  // namespace

TEST_CASE_FIXTURE(Codes, "the code of enrolment is asked for, or read from standard input") {
    const auto codes = centre.add_users();
    centre.start();
    const Finished unasked = siti.command({"enrol"});  // a script without a terminal
    CHECK(unasked.exit_code == 2);
    CHECK(says(unasked.err, "enrol -"));
    const Finished asked = enrol({}, codes.at("Siti") + "\n");
    REQUIRE_MESSAGE(asked.exit_code == 0, asked.err);
    CHECK(says(asked.err, "Kode di kertas pendaftaran: "));
    CHECK_FALSE(says(asked.err, "terlihat"));
    Laptop ani{scratch, "ani"};
    const Finished piped = ani.command({"enrol", "-"}, codes.at("Ani") + "\n");
    REQUIRE_MESSAGE(piped.exit_code == 0, piped.err);
    CHECK(piped.err.empty());
    Laptop tini{scratch, "tini"};
    const Finished in_sight = tini.command({"enrol", codes.at("Tini")});
    CHECK(in_sight.exit_code == 0);
    CHECK(says(in_sight.err, "terlihat oleh semua pemakai komputer ini"));
}

TEST_CASE_FIXTURE(Codes, "the recovery code is asked for where the folder burned") {
    const std::string stick = scratch.path("stick");
    fs::create_directory(stick);
    const Finished made = centre.command({"backup", "--to", stick, "--json"});
    REQUIRE_MESSAGE(made.exit_code == 0, made.err);
    const std::string file = *base::json::Object::parse(made.out).value().string("file");
    const std::string code = read_text(centre.data() + "/backup.key");
    fs::remove_all(centre.data());
    const Finished restored = run_at_terminal(
        {program("kawan-server"), "restore", file, "--data", centre.data()}, {}, code + "\n");
    REQUIRE_MESSAGE(restored.exit_code == 0, restored.err);
    CHECK(says(restored.err, "Recovery code of the backups: "));
    CHECK(centre.command({"check"}).exit_code == 0);
}
