#include "tests/simulation/weeks/week.h"

#include "client/store/sealed_vfs/sealed_vfs.h"

#include <cstdlib>

namespace simulation {

namespace {

const std::vector<std::string> kUnits = {"POSY-1", "POSY-2", "POSY-3"};
constexpr int kSteps = 80;
constexpr int kLastSyncs = 4;

db::OpenOptions on(const FaultDisk& disk) {
    db::OpenOptions options;
    options.vfs = disk.vfs();
    options.exclusive = true;
    return options;
}

// A laptop's store is sealed on the disk, as the product seals it.
db::OpenOptions sealed_on(const FaultDisk& disk, const std::string& file) {
    const std::string key(32, 'k');
    CHECK(sealed_vfs::register_sealed_file(file, crypto::SecretBytes(key), disk.vfs()).ok());
    db::OpenOptions options = sealed_vfs::open_options();
    options.exclusive = true;
    return options;
}

}  // namespace

// In every other week it is the server that is put back from a copy, else laptops: both at once
// may lose what was nowhere else.
Week::Week(std::uint64_t seed)
    : restores_server_(seed % 2 == 0),
      random_(seed),
      server_disk_("fault-server", random_),
      server_("centre.db", clock_, random_, kUnits, on(server_disk_)) {
    add_laptop("cadre0", "KADER", {kUnits[0], kUnits[1]});
    add_laptop("cadre1", "KADER", {kUnits[0], kUnits[1]});
    add_laptop("cadre2", "KADER", {kUnits[1], kUnits[2]});
    add_laptop("midwife", "BIDAN", kUnits);
    for (Laptop& laptop : laptops_) {
        Watch* watch = laptop.watch.get();
        Link& link = laptop.device->link();
        link.fault = [this] { return next_fault(); };
        link.passed = [watch](const std::string& request, const accept::Reply& reply) {
            watch->passed(request, reply);
        };
    }
}

void Week::add_laptop(const std::string& name, const std::string& role,
                      const std::vector<std::string>& units) {
    Laptop laptop;
    laptop.name = name;
    laptop.file = name + ".db";
    laptop.role = role;
    laptop.units = units;
    laptop.disk = std::make_unique<FaultDisk>("fault-" + name, random_);
    laptop.watch = std::make_unique<Watch>(hits);
    const std::string secret = server_.add_user(name, role, units);
    laptop.device = std::make_unique<Device>(laptop.file, server_, secret, clock_, random_,
                                             sealed_on(*laptop.disk, laptop.file));
    laptops_.push_back(std::move(laptop));
}

// KAWAN_TRACE=1 tells a bad week as it goes.
void Week::note(const std::string& what) {
    static const bool tells = std::getenv("KAWAN_TRACE") != nullptr;
    if (tells) std::fprintf(stderr, "%s\n", what.c_str());
    ++happened[what];
}

void Week::live() {
    for (int i = 0; i < kSteps && violations_.empty(); ++i) step();
    heal();
    for (int i = 0; i < kLastSyncs; ++i) {
        for (std::size_t who = 0; who < laptops_.size(); ++who) {
            if (is_present(who)) sync(who);
        }
    }
    verify();
}

void Week::step() {
    const std::size_t who = random_.below(laptops_.size());
    const std::uint64_t what = random_.below(1000);
    clock_.advance_ms(static_cast<std::int64_t>(random_.below(3600'000)));
    if (!is_present(who)) return;
    if (what < 358) return write(who);
    if (what < 370) return crosses();
    if (what < 385) return moves_family();
    if (what < 410) return joins();
    if (what < 434) return undoes();
    if (what < 446) return changes_units();
    if (what < 450) return erases();
    if (what < 620) return sync(who);
    if (what < 720) return carry(who);
    if (what < 750) return crash_device(who);
    if (what < 780) return crash_server(who);
    if (what < 810) return fill_disk(who);
    if (what < 830) return jump_clock();
    if (what < 870) return decide_at_the_centre();
    if (what < 900) return look_at_quarantine();
    if (what < 915) return settle();
    if (what < 920) return old_client();
    if (what < 930) return leaves(who);
    if (what < 965) return restores_server_ ? back_up_server() : copy(who);
    restores_server_ ? restore_server() : put_copy_back(who);
}

void Week::sync(std::size_t who) {
    Laptop& laptop = laptops_[who];
    laptop.device->link().answer_bytes_max = !is_healed_ && random_.chance(0.3) ? 400 : 0;
    const auto waiting = laptop.device->status().waiting;
    const auto total = laptop.device->sync();
    note(total.error ? "sync cut off" : "sync");
    if (is_healed_ && total.error) broken(laptop.name + " cannot sync: " + total.error->message);
    if (waiting > 0 && total.received > 0 && total.error) hits.hit(1);
    check_screen(who);
    check_receipts(who);
    if (total.must_erase) {
        laptop.is_gone = true;
        note("told to erase");
    }
}

void Week::heal() {
    is_healed_ = true;
    server_disk_.set_full(false);
    for (Laptop& laptop : laptops_) {
        laptop.device->stop();
        laptop.disk->set_full(false);
        laptop.disk->power_on();
        laptop.device->reopen();
    }
}

}  // namespace simulation
