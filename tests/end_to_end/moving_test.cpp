// SYNC 16 by the built programs: a family goes from one health centre to another that it has no
// connection with.
#include "tests/end_to_end/actors.h"

#include <doctest/doctest.h>
#include <filesystem>

using namespace end_to_end;
namespace fs = std::filesystem;

namespace {

std::string said(const Finished& done, const char* name) {
    REQUIRE_MESSAGE(done.exit_code == 0, done.err);
    const auto object = base::json::Object::parse(done.out);
    REQUIRE_MESSAGE(object.ok(), done.out);
    return object.value().string(name).value_or("");
}

struct TwoCentres {
    Scratch scratch;
    Centre old{scratch};
    Centre far{scratch, "far", "Puskesmas Jauh"};
    Laptop siti{scratch, "siti"};
    Laptop there{scratch, "there"};
    std::string file = scratch.path("keluarga.kmf");

    TwoCentres() {
        enrol(old, siti);
        enrol(far, there);
    }
    static void ok(const Finished& done) { REQUIRE_MESSAGE(done.exit_code == 0, done.err); }
    static void enrol(Centre& centre, Laptop& laptop) {
        const auto codes = centre.add_users();
        centre.start();
        ok(laptop.command({"enrol", codes.at("Siti")}));
    }
    static bool has(const Laptop& laptop, const std::string& head) {
        const Finished list = laptop.command({"list", "household"});
        ok(list);
        return list.out.find(head) != std::string::npos;
    }
};

}  // namespace

TEST_CASE_FIXTURE(TwoCentres,
                  "SYNC 16: a family goes to another centre by a file, a code, a receipt") {
    const std::string home =
        said(siti.command({"add", "household"},
                          R"({"head_name":"ZQXKELUARGA","rt":"001","status":"ACTIVE"})"),
             "id");
    ok(siti.command({"sync"}));
    const std::vector<std::string> out = {"move-out", "--person",     home,    "--to", "PKM Jauh",
                                          "--reason", "pindah rumah", "--out", file,   "--json"};
    const Finished written = old.command(out);
    const std::string code = said(written, "code");
    CHECK(code.size() == 29);
    CHECK(read_text(file).find("ZQXKELUARGA") == std::string::npos);
    CHECK(old.command(out).exit_code != 0);  // neither the file nor the move is made twice

    // The wrong code, a damaged file, the wrong centre: one sentence, and nothing is taken.
    std::vector<std::string> in = {"move-in", "--file", file,       "--code",
                                   "-",       "--unit", "MELATI-1", "--json"};
    CHECK(old.command(in, code).err.find("written here") != std::string::npos);
    const std::string bytes = read_text(file);
    std::string bad = bytes;
    bad[bad.size() - 5] = static_cast<char>(bad[bad.size() - 5] ^ 1);
    write_text(scratch.path("bad.kmf"), bad);
    const Finished refused = far.command(
        {"move-in", "--file", scratch.path("bad.kmf"), "--code", "-", "--unit", "MELATI-1"}, code);
    CHECK(refused.exit_code != 0);
    CHECK(refused.err.find("damaged") != std::string::npos);
    const std::vector<std::string> preview = {"move-in", "--file", file, "--preview", "--json"};
    CHECK(far.command(preview).exit_code == 2);  // nobody is there to be asked for the code
    write_text(scratch.path("code"), code + "\n");
    std::vector<std::string> with_file = preview;
    with_file.insert(with_file.end(), {"--code", scratch.path("code")});
    const Finished look = far.command(with_file);
    CHECK(look.err.empty());
    CHECK(said(look, "take_household") == "1");
    CHECK(said(look, "already_here") == "0");

    const std::string receipt = said(far.command(in, code), "receipt");
    CHECK(said(far.command(in, code), "receipt") == receipt);
    ok(there.command({"sync"}));
    CHECK(has(there, "ZQXKELUARGA"));
    ok(siti.command({"sync"}));
    CHECK(has(siti, "ZQXKELUARGA"));  // until the receipt

    const Finished closed = old.command({"move-out", "--confirm", receipt, "--json"});
    CHECK(said(closed, "records") == "1");
    ok(siti.command({"sync"}));
    CHECK_FALSE(has(siti, "ZQXKELUARGA"));
    CHECK(has(there, "ZQXKELUARGA"));
    CHECK(old.command({"move-out", "--list"}).out.find("gone") != std::string::npos);
    for (const Centre* centre : {&old, &far}) {
        CHECK(centre->log().find("ZQXKELUARGA") == std::string::npos);
    }
    CHECK(fs::exists(file));
}
