#include "tests/end_to_end/actors.h"

#include <doctest/doctest.h>
#include <unistd.h>
#include <filesystem>

namespace end_to_end {

std::string golden() {
    return std::string(KAWAN_SOURCE_DIR) + "/tests/end_to_end/golden/";
}

Centre::Centre(const Scratch& scratch, const std::string& name, const std::string& called)
    : scratch_(scratch), name_(name) {
    const int place = called == "Puskesmas Uji" ? 0 : 7;  // another centre has its own address
    address_ = "127.0.0.1:" + std::to_string(20000 + (::getpid() + place) % 20000);
    const Finished made = run({program("kawan-server"), "init", "--data", data(), "--centre",
                               called, "--units", golden() + "units.csv", "--address", address_});
    REQUIRE_MESSAGE(made.exit_code == 0, made.err);
}

void Centre::start() {
    const std::string ready = scratch_.path(name_ + ".ready");
    std::filesystem::remove(ready);
    server_ = std::make_unique<Background>(
        std::vector<std::string>{program("kawan-server"), "serve", "--data", data(), "--ready-file",
                                 ready},
        scratch_.path(name_ + ".log"));
    REQUIRE_MESSAGE(wait_for_file(ready), log());
}

Finished Centre::command(std::vector<std::string> words, const std::string& input) const {
    words.insert(words.begin(), program("kawan-server"));
    words.insert(words.end(), {"--data", data()});
    return run(words, {}, input);
}

std::map<std::string, std::string> Centre::add_users() const {
    const Finished added = command({"user", "add", "--file", golden() + "users.csv", "--json"});
    REQUIRE_MESSAGE(added.exit_code == 0, added.err);
    std::map<std::string, std::string> codes;
    auto rows = base::json::parse_array(added.out);
    REQUIRE(rows.ok());
    for (const std::string& row : rows.value()) {
        auto object = base::json::Object::parse(row);
        REQUIRE(object.ok());
        codes[*object.value().string("name")] = *object.value().string("code");
    }
    return codes;
}

Finished Laptop::command(const std::vector<std::string>& words, const std::string& input,
                         const std::string& pin) const {
    std::vector<std::string> all = {program("kawan"), "--data", data_, "--as-json"};
    all.insert(all.end(), words.begin(), words.end());
    return run(all, {{"KAWAN_PIN", pin}}, input);
}

base::json::Object Laptop::status() const {
    auto parsed = base::json::Object::parse(command({"status"}).out);
    REQUIRE(parsed.ok());
    return std::move(parsed).value();
}

}  // namespace end_to_end
