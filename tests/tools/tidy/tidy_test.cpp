#include "tools/tidy/walk.h"

#include <doctest/doctest.h>

#include <unistd.h>
#include <filesystem>
#include <fstream>

namespace {

namespace fs = std::filesystem;
using tidy::our_house;

// What the house says of a file; each as "line: what".
std::vector<std::string> said_of(std::string_view path, std::string_view text) {
    std::vector<std::string> said;
    for (const auto& each : tidy::inspect(our_house(), path, text)) {
        said.push_back(std::to_string(each.line) + ": " + each.what);
    }
    return said;
}

bool is_clean(std::string_view path, std::string_view text) {
    return tidy::inspect(our_house(), path, text).empty();
}

std::string include_of(std::string_view path) {
    return "#include \"" + std::string(path) + "\"\n";
}

// A small tree on disk with every rule kept; a test plants one thing in it.
class Tree {
public:
    Tree() : root_(fs::temp_directory_path() / ("kawan-tidy-" + std::to_string(::getpid()))) {
        fs::remove_all(root_);
        write("client/store/README.md", "# store\n");
        write("client/store/outbox.h", include_of("shared/base/result.h"));
        write("README.md", std::string(60, '\n'));
    }
    ~Tree() { fs::remove_all(root_); }
    Tree(const Tree&) = delete;
    Tree& operator=(const Tree&) = delete;

    void write(const std::string& path, const std::string& text) const {
        fs::create_directories((root_ / path).parent_path());
        std::ofstream(root_ / path) << text;
    }
    std::vector<std::string> said() const {
        std::vector<std::string> said;
        for (const auto& each : tidy::walk(our_house(), root_.string()).findings) {
            said.push_back(tidy::to_text(each));
        }
        return said;
    }

private:
    fs::path root_;
};

}  // namespace

TEST_CASE("a room that includes what lies before it is named with the line") {
    const auto said = said_of("shared/base/date.h", "\n" + include_of("shared/records/record.h"));
    REQUIRE(said.size() == 1);
    CHECK(said[0] == "2: shared/base may not include shared/records/record.h");
}

TEST_CASE("the two programs never include each other, and shared includes neither") {
    CHECK_FALSE(is_clean("client/app/recording/recorder.cpp",
                         include_of("sync-server/store/people/people.h")));
    CHECK_FALSE(is_clean("sync-server/app/serving/serve.cpp", include_of("client/store/store.h")));
    CHECK_FALSE(is_clean("shared/protocol/hello.cpp", include_of("client/store/store.h")));
    CHECK_FALSE(is_clean("shared/care/task.cpp", include_of("sync-server/store/people/people.h")));
    CHECK_FALSE(
        is_clean("client/app/recording/recorder.cpp", include_of("tests/simulation/world.h")));
}

TEST_CASE("screens reach the store through their ports only") {
    CHECK_FALSE(is_clean("client/screens/family_model.cpp", include_of("client/store/store.h")));
    CHECK(is_clean("client/app/window/desk.cpp",
                   include_of("client/store/store.h") + include_of("client/screens/ports.h")));
    CHECK_FALSE(
        is_clean("client/app/recording/recorder.cpp", include_of("client/screens/ports.h")));
    CHECK_FALSE(
        is_clean("client/app/recording/recorder.cpp", include_of("client/app/window/desk.h")));
}

TEST_CASE("a room may include itself, what it rests on, and files that are nobody's room") {
    CHECK(is_clean("client/sync/round.cpp",
                   include_of("client/sync/round.h") + include_of("client/store/store.h") +
                       include_of("shared/protocol/hello.h") + include_of("generated.inc")));
    CHECK(is_clean(
        "tests/simulation/world.cpp",
        include_of("client/store/store.h") + include_of("sync-server/store/people/people.h")));
}

TEST_CASE("the table itself points only forward: no two rooms may include each other") {
    const auto& rooms = our_house().rooms;
    const auto names = [](const tidy::Room& from, const tidy::Room& to) {
        for (const auto folder : from.may_include) {
            if (folder == to.folder) return true;
        }
        return false;
    };
    for (const auto& one : rooms) {
        for (const auto& other : rooms) {
            const bool both = &one != &other && names(one, other) && names(other, one);
            CHECK_FALSE_MESSAGE(both, one.folder, " and ", other.folder);
        }
    }
}

TEST_CASE("a folder that is in no table is asked to be put there") {
    CHECK_FALSE(is_clean("plugins/thing.cpp", include_of("shared/base/result.h")));
}

TEST_CASE("a foreign call away from its home is reported; at home it is not") {
    struct Planted {
        const char* call;
        const char* away;
        const char* home;
    };
    const std::vector<Planted> all = {
        {"int rc = sqlite3_step(s);", "client/store/outbox.cpp", "shared/db/connection.cpp"},
        {"sqlite3_step(s);", "sync-server/store/people/people.cpp",
         "client/store/sealed_vfs/vfs.cpp"},
        {"number(\"SELECT count(*) FROM outbox\");", "client/app/keeping/health.cpp",
         "client/store/store.cpp"},
        {"prepare(\"DELETE FROM link\");", "sync-server/app/commands/check.cpp",
         "sync-server/store/reports/kept.cpp"},
        {"curl_easy_perform(h);", "client/app/desk.cpp", "client/sync/http_transport.cpp"},
        {"ImGui::Text(x);", "client/screens/family_model.cpp", "client/screens/family_view.cpp"},
        {"ImGui::Text(x);", "client/app/frames.cpp", "client/ui/fields.cpp"},
        {"std::chrono::system_clock::now();", "client/app/desk.cpp", "shared/base/clock.cpp"},
        {"std::random_device device;", "shared/crypto/keys.cpp", "shared/base/random.cpp"},
        {"#include <sodium.h>", "client/store/sealed_vfs/page_seal.cpp", "shared/crypto/init.cpp"},
        {"const char* pin = std::getenv(name);", "client/sync/round.cpp", "client/cli/pin.cpp"},
    };
    for (const auto& each : all) {
        CAPTURE(each.call);
        CHECK(said_of(each.away, each.call).size() == 1);
        CHECK(is_clean(each.home, each.call));
        CHECK(is_clean("tests/end_to_end/story_test.cpp", each.call));
    }
}

TEST_CASE("words that only look like a foreign call are left alone") {
    CHECK(is_clean("client/app/desk.cpp", "// sqlite3_step would block here\n"));
    CHECK(is_clean("client/app/desk.cpp", "int my_sqlite3_count = 0;\n"));
    CHECK_FALSE(is_clean("client/app/desk.cpp", "open(\"http://x\"); sqlite3_close(d);\n"));
}

TEST_CASE("a file of 400 lines stands and one of 401 is to be split") {
    std::string text(400, '\n');
    CHECK(is_clean("client/app/desk.cpp", text));
    CHECK_FALSE(is_clean("client/app/desk.cpp", text + "\n"));
    CHECK(is_clean("client/ui/words/po/id.po", text + "\n"));
}

TEST_CASE("a line of 100 columns stands, counted in characters") {
    std::string line;
    for (int i = 0; i < 100; ++i) line += "é";
    CHECK(is_clean("client/app/desk.cpp", line));
    CHECK_FALSE(is_clean("client/app/desk.cpp", line + "x"));
    CHECK_FALSE(is_clean("shared/base/CMakeLists.txt", line + "x"));
    CHECK_FALSE(is_clean("tools/run", line + "x"));
}

TEST_CASE("a path of somebody's machine is found in any text file") {
    const std::string path = "/home" + std::string("/ani/kawan");
    CHECK_FALSE(is_clean("README.md", "see " + path));
    CHECK_FALSE(is_clean("client/app/desk.cpp", "open(\"" + path + "\");"));
    CHECK_FALSE(is_clean("shared/forms/definitions/visit.json", path));
    CHECK(is_clean("README.md", "the client" + path));
}

TEST_CASE("a tree that keeps the rules is clean") {
    CHECK(Tree().said().empty());
}

TEST_CASE("a folder without a README is named, and so is a README that is too long") {
    const Tree tree;
    tree.write("client/sync/round.h", "\n");
    tree.write("client/store/inner/deep.cpp", "\n");
    tree.write("client/store/README.md", std::string(31, '\n'));
    const auto said = tree.said();
    REQUIRE(said.size() == 3);
    CHECK(said[0] == "client/store/README.md:31: a README longer than 30 lines");
    CHECK(said[1] == "client/store/inner/README.md:1: missing: each folder says what it is");
    CHECK(said[2] == "client/sync/README.md:1: missing: each folder says what it is");
}

TEST_CASE("a planted include is found in the tree; build folders are not looked at") {
    const Tree tree;
    tree.write("client/store/wrong.cpp", include_of("client/sync/round.h"));
    tree.write("build-clang/client/store/wrong.cpp", include_of("client/sync/round.h"));
    tree.write(".git/x.cpp", include_of("client/sync/round.h"));
    const auto said = tree.said();
    REQUIRE(said.size() == 1);
    CHECK(said[0] == "client/store/wrong.cpp:1: client/store may not include client/sync/round.h");
}
