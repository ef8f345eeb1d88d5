// A line that is cut, stalls and refuses, at random bytes, between real processes.
#include "tests/end_to_end/faults/village.h"

#include <doctest/doctest.h>

#include <memory>

using namespace end_to_end;
using proxy::Fate;
using proxy::Milliseconds;

namespace {

// Most connections suffer something; now and then one gets through.
std::function<Fate(int)> bad_line(std::uint64_t seed, std::size_t bytes) {
    const auto random = std::make_shared<base::SeededRandom>(seed);
    return [random, bytes](int) {
        Fate fate;
        const std::uint64_t what = random->below(10);
        if (what == 0) fate.is_refused = true;
        if (what >= 1 && what <= 6) fate.cut_after = random->below(bytes);
        if (what == 7) {
            fate.stall_after = random->below(bytes);
            fate.stall = Milliseconds(200 + random->below(1500));
        }
        return fate;
    };
}

}  // namespace

TEST_CASE_FIXTURE(Village, "a line cut at random bytes: everything arrives, once, and both agree") {
    CAPTURE(seed_of_run());
    const Laptop siti = enrolled("Siti", "siti");
    REQUIRE(siti.command({"sync"}).exit_code == 0);
    const int parts = 3;
    for (int part = 1; part <= parts; ++part) {
        import(siti, "Kepala" + std::to_string(part), 40);
        suffer(bad_line(seed_of_run() + static_cast<std::uint64_t>(part), 9000));
        CHECK(sync_until_green(siti, 40) <= 40);
    }
    for (int part = 1; part <= parts; ++part) check_whole("Kepala" + std::to_string(part), 40);
    CHECK(names_at_centre().size() == 120);
    CHECK(connections() > parts + 2);  // the line was not spared
}

TEST_CASE_FIXTURE(Village,
                  "a first download over a bad line goes on where it was cut, and agrees") {
    CAPTURE(seed_of_run());
    const Laptop siti = enrolled("Siti", "siti");
    import(siti, "Keluarga", 300);
    REQUIRE(siti.command({"sync"}).exit_code == 0);
    const Laptop ratna = enrolled("Bidan Ratna", "ratna");
    suffer(bad_line(seed_of_run() + 100, 60'000));
    CHECK(sync_until_green(ratna, 40) <= 40);
    const Finished listed = ratna.command({"list", "household"});
    for (const int i : {1, 150, 300}) {
        CHECK(listed.out.find("\"Keluarga-" + std::to_string(i) + "\"") != std::string::npos);
    }
}

TEST_CASE_FIXTURE(Village, "a network that drops every connection changes nothing") {
    const Laptop siti = enrolled("Siti", "siti");
    import(siti, "Warung", 3);
    suffer([](int) {
        Fate fate;
        fate.is_refused = true;
        return fate;
    });
    const Finished refused = siti.command({"sync"});
    CHECK(refused.exit_code == 3);
    CHECK(refused.err.find("3 catatan aman di laptop ini") != std::string::npos);
    CHECK(siti.status().integer("waiting") == 3);
    suffer({});
    CHECK(sync_until_green(siti, 2) <= 2);
    check_whole("Warung", 3);
}
