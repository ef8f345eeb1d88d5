// The second copy and the PIN, by the built programs.
#include "shared/base/json.h"
#include "tests/end_to_end/actors.h"

#include <doctest/doctest.h>
#include <sys/mount.h>
#include <filesystem>

using namespace end_to_end;

namespace {

struct Story {
    Scratch scratch;
    Centre centre{scratch};
    Laptop siti{scratch, "siti"};
    std::string stick = scratch.path("stick");

    Story() {
        const auto codes = centre.add_users();
        centre.start();
        const Finished enrolled = siti.command({"enrol", codes.at("Siti")});
        REQUIRE_MESSAGE(enrolled.exit_code == 0, enrolled.err);
        std::filesystem::create_directories(stick);
    }
    std::string add(const std::string& head) {
        const Finished added =
            siti.command({"add", "household"},
                         R"({"head_name":")" + head + R"(","rt":"001","status":"ACTIVE"})");
        REQUIRE_MESSAGE(added.exit_code == 0, added.err);
        return text_in(added.out, "id");
    }
    static std::string text_in(const std::string& json, const std::string& name) {
        auto object = base::json::Object::parse(json);
        REQUIRE_MESSAGE(object.ok(), json);
        return object.value().string(name).value_or("");
    }
    void ok(const std::vector<std::string>& words) {
        const Finished done = siti.command(words);
        CHECK_MESSAGE(done.exit_code == 0, done.err);
    }
    int with_pins(const std::vector<std::string>& words, const std::string& pin,
                  const std::string& new_pin, const std::string& input = "") {
        std::vector<std::string> all = {program("kawan"), "--data", siti.data()};
        all.insert(all.end(), words.begin(), words.end());
        return run(all, {{"KAWAN_PIN", pin}, {"KAWAN_NEW_PIN", new_pin}}, input).exit_code;
    }
};

}  // namespace

TEST_CASE_FIXTURE(
    Story, "copied, sent, restored and sent again: the health centre holds everything once") {
    add("Sebelum salinan");
    ok({"backup", stick});
    ok({"backup", "--try"});
    add("Sesudah salinan");
    ok({"sync"});
    CHECK(siti.command({"restore", stick}).exit_code == 1);
    ok({"restore", stick, "--replace"});
    const std::string late = add("Sesudah dipulihkan");
    ok({"sync"});
    ok({"sync"});
    CHECK(siti.status().boolean("green").value_or(false));
    CHECK(siti.status().integer("waiting") == 0);
    const std::string shown = siti.command({"list", "household"}).out;
    for (const char* head : {"Sebelum salinan", "Sesudah salinan", "Sesudah dipulihkan"}) {
        CHECK(shown.find(head) != std::string::npos);
    }
    CHECK(siti.command({"show", late}).exit_code == 0);
    const Finished health = siti.command({"health", "--check"});
    CHECK(health.exit_code == 0);
    CHECK(health.out.find("\"whole\":true") != std::string::npos);
}

TEST_CASE_FIXTURE(Story, "a stick that is full keeps the copy before, and says so") {
    if (::mount("tmpfs", stick.c_str(), "tmpfs", 0, "size=2m") != 0) {
        MESSAGE("no right to mount a small disk here; a copy in the way of itself covers it");
        return;
    }
    add("Sebelum penuh");
    ok({"backup", stick});
    write_text(stick + "/photos", std::string(1'700'000, 'x'));
    add("Sesudah penuh");
    const Finished refused = siti.command({"backup"});
    CHECK(refused.exit_code == 1);
    CHECK(refused.err.find("salinan yang lama tetap utuh") != std::string::npos);
    CHECK(siti.command({"backup", "--try"}).out.find("\"older\"") != std::string::npos);
    std::filesystem::remove(stick + "/photos");
    ok({"backup"});
    CHECK(siti.command({"backup", "--try"}).out.find("\"equal\"") != std::string::npos);
    ::umount(stick.c_str());
}

TEST_CASE_FIXTURE(Story, "a laptop in the river: the stick makes a new one that goes on") {
    add("Selamat");
    ok({"backup", stick});
    std::filesystem::remove_all(siti.data());
    ok({"restore", stick});
    ok({"sync"});
    CHECK(siti.status().boolean("green").value_or(false));
    CHECK(siti.command({"list", "household"}).out.find("Selamat") != std::string::npos);
}

TEST_CASE_FIXTURE(Story, "a PIN is changed; a forgotten one comes back through the coordinator") {
    add("Belum terkirim");
    CHECK(with_pins({"pin", "change"}, "00000000", "27182818") == 1);
    CHECK(with_pins({"pin", "change"}, kPin, "27182818") == 0);
    CHECK(siti.command({"status"}).exit_code == 1);

    const std::string request = scratch.path("permintaan.txt");
    const Finished asked = siti.command({"pin", "forgotten", "--out", request});
    REQUIRE_MESSAGE(asked.exit_code == 0, asked.err);
    const Finished answered = centre.command({"pin", "rescue", request, "--json"});
    REQUIRE_MESSAGE(answered.exit_code == 0, answered.err);
    CHECK(text_in(answered.out, "code") == text_in(asked.out, "code"));
    CHECK(text_in(answered.out, "name") == "Siti");
    CHECK(answered.err.find("Siti") == std::string::npos);
    const std::string answer = text_in(answered.out, "answer");
    CHECK(with_pins({"pin", "recover", "-"}, "", "16180339", answer.substr(0, 50)) == 1);
    CHECK(with_pins({"pin", "recover", "-"}, "", "16180339", answer) == 0);
    const Finished listed = siti.command({"list", "household"}, "", "16180339");
    CHECK(listed.out.find("Belum terkirim") != std::string::npos);
}
