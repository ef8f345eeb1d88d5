// A sealed store in a laptop's data folder, enrolled at the simulation's server: what the workplace
// makes, synced without a network.
#pragma once

#include "client/app/workplace.h"
#include "client/store/status.h"
#include "client/store/vault.h"
#include "tests/simulation/world.h"

#include <memory>
#include <string>
#include <vector>

namespace village {

inline const std::string kPin = "31415926";
inline const store::vault::Options kCheap{.cost = {1, 8192}};

struct Laptop {
    base::FixedClock clock{base::Instant{1'790'000'000'000}};
    base::SeededRandom random{5};
    simulation::ScratchFolder folder;
    std::string data = folder.path("data");
    simulation::Server server{folder.path("centre.db"), clock, random, {"POSY-1"}};
    simulation::Link link{server};
    client_app::StoreFile file;
    std::unique_ptr<store::Store> store;

    Laptop();
    ~Laptop();
    Laptop(const Laptop&) = delete;
    Laptop& operator=(const Laptop&) = delete;

    void open(const client_app::StoreFile& of);
    void close();
    base::RecordId add(const std::string& head);
    void edit(const base::RecordId& id, const std::string& name, const std::string& value);
    void sync();
    std::vector<std::string> heads();         // of the households that the laptop shows, sorted
    std::vector<std::string> server_heads();  // of those that the server holds, sorted
    std::string server_value(const base::RecordId& id, const std::string& name);
};

}  // namespace village
