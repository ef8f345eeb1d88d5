#include "tests/end_to_end/faults/village.h"

#include "shared/base/clock.h"
#include "shared/base/id.h"
#include "shared/db/connection.h"

#include <doctest/doctest.h>

#include <chrono>
#include <cstdlib>
#include <thread>

namespace end_to_end {

namespace {

int port_in(const std::string& address) {
    return std::stoi(address.substr(address.rfind(':') + 1));
}

}  // namespace

std::uint64_t seed_of_run() {
    const char* wanted = std::getenv("KAWAN_SEED");
    return wanted == nullptr ? 7 : std::strtoull(wanted, nullptr, 10);
}

int kills_wanted(int otherwise) {
    const char* wanted = std::getenv("KAWAN_KILLS");
    return wanted == nullptr ? otherwise : std::atoi(wanted);
}

Village::Village(const std::string& centre_folder) : centre(scratch, centre_folder) {
    codes_ = centre.add_users();
    centre.start();
    const auto fate = [this](int number) {
        const std::lock_guard guard(mutex_);
        return fate_ ? fate_(number) : proxy::Fate{};
    };
    way_ = std::make_unique<proxy::Proxy>(port_in(centre.address()), proxy::Link{}, fate);
}

void Village::suffer(std::function<proxy::Fate(int)> fate) {
    const std::lock_guard guard(mutex_);
    fate_ = std::move(fate);
}

Laptop Village::enrolled(const std::string& user, const std::string& folder) {
    suffer({});
    Laptop laptop(scratch, folder);
    const std::string way = "https://127.0.0.1:" + std::to_string(way_->port());
    const Finished done = laptop.command({"enrol", codes_.at(user), "--server", way});
    REQUIRE_MESSAGE(done.exit_code == 0, done.err);
    return laptop;
}

Finished Village::patiently(const Laptop& laptop, const std::vector<std::string>& words) {
    for (int seconds = 0;; ++seconds) {
        Finished done = laptop.command(words);
        const bool must_wait = done.err.find("terlalu cepat") != std::string::npos;
        if (!must_wait || seconds == 120) return done;
        std::this_thread::sleep_for(std::chrono::seconds(1));
    }
}

std::string Village::households(const std::string& prefix, int count) const {
    base::SystemRandom random;
    std::string lines;
    for (int i = 1; i <= count; ++i) {
        const std::string id = base::make_uuid7(base::SystemClock().now(), random);
        lines += R"({"type":"household","id":")" + id + R"(","fields":{"head_name":")" + prefix +
                 "-" + std::to_string(i) + R"(","rt":"001","status":"ACTIVE"}})" + "\n";
    }
    return lines;
}

void Village::import(const Laptop& laptop, const std::string& prefix, int count) const {
    const std::string file = scratch.path(prefix + ".ndjson");
    write_text(file, households(prefix, count));
    const Finished done = patiently(laptop, {"import", file});
    REQUIRE_MESSAGE(done.exit_code == 0, done.err);
}

int Village::sync_until_green(const Laptop& laptop, int tries) const {
    for (int i = 1; i <= tries; ++i) {
        const Finished done = patiently(laptop, {"sync"});
        if (done.exit_code != 0) {
            CHECK_MESSAGE(done.err.find("aman di laptop ini") != std::string::npos, done.err);
            continue;
        }
        if (laptop.status().boolean("green").value_or(false)) return i;
    }
    return tries + 1;
}

std::map<std::string, int> Village::names_at_centre() const {
    auto database = db::Connection::open(centre.database());
    REQUIRE(database.ok());
    auto statement = database.value().prepare(
        "SELECT json_extract(fields, '$.head_name') FROM record WHERE type = 'household'");
    REQUIRE(statement.ok());
    std::map<std::string, int> names;
    while (statement.value().step().value()) ++names[statement.value().text(0)];
    return names;
}

void Village::check_whole(const std::string& prefix, int count) const {
    const auto names = names_at_centre();
    int found = 0;
    for (int i = 1; i <= count; ++i) {
        const auto each = names.find(prefix + "-" + std::to_string(i));
        found += each != names.end() && each->second == 1 ? 1 : 0;
    }
    CHECK(found == count);
}

}  // namespace end_to_end
