// Random weeks of three laptops and a health centre: cut lines, lost answers, power cuts at any
// write of either side, copies put back, clocks that jump, a courier's stick. After each:
// everything that was called saved is on the server exactly once, and all sides hold the same.
//
// KAWAN_SEEDS=N runs more; KAWAN_SEED=N runs one, as a failure names it.
#include "client/store/sealed_vfs/sealed_vfs.h"
#include "client/sync/courier.h"
#include "sync-server/accept/carried.h"
#include "sync-server/store/meta.h"
#include "tests/simulation/fault_disk.h"
#include "tests/simulation/world.h"

#include <doctest/doctest.h>
#include <cstdlib>
#include <map>

using namespace simulation;

namespace {

const std::vector<std::string> kUnits = {"POSY-1", "POSY-2"};
constexpr int kSteps = 60;
const sync_client::Self kSelf{"0.1.0", forms::FormSet::builtin().digest()};

std::uint64_t number_from(const char* name, std::uint64_t otherwise) {
    const char* text = std::getenv(name);
    return text == nullptr ? otherwise : std::strtoull(text, nullptr, 10);
}

db::OpenOptions on(const FaultDisk& disk) {
    db::OpenOptions options;
    options.vfs = disk.vfs();
    options.exclusive = true;
    return options;
}

// A laptop's store is sealed on the disk, as the product seals it.
db::OpenOptions sealed_on(const FaultDisk& disk, const std::string& file) {
    std::string key(32, 'k');
    REQUIRE(sealed_vfs::register_sealed_file(file, crypto::SecretBytes(key), disk.vfs()).ok());
    db::OpenOptions options = sealed_vfs::open_options();
    options.exclusive = true;
    return options;
}

class Week {
public:
    // In every other week it is the server that is put back from a copy, else laptops: both at once
    // may lose what was nowhere else.
    explicit Week(std::uint64_t seed)
        : restores_server_(seed % 2 == 0),
          random_(seed),
          server_disk_("fault-server", random_),
          server_("centre.db", clock_, random_, kUnits, on(server_disk_)) {
        for (int i = 0; i < 3; ++i) {
            const std::string name = "cadre" + std::to_string(i);
            disks_.push_back(std::make_unique<FaultDisk>("fault-" + name, random_));
            const std::string secret = server_.add_user(name, "KADER", kUnits);
            devices_.push_back(std::make_unique<Device>(name + ".db", server_, secret, clock_,
                                                        random_,
                                                        sealed_on(*disks_.back(), name + ".db")));
            devices_.back()->link().fault = [this] { return next_fault(); };
            copied_.push_back(false);
        }
    }

    void live() {
        for (int i = 0; i < kSteps; ++i) step();
        heal();
        for (int i = 0; i < 4; ++i) {
            for (auto& device : devices_) {
                const auto total = device->sync();
                INFO((total.error ? total.error->message : std::string()));
                CHECK(!total.error);
            }
        }
    }

    void verify() {
        const auto on_server = server_rows(server_, kUnits);
        for (auto& device : devices_) {
            CHECK(confirmed_rows(*device) == on_server);
            CHECK(device->status().agreed);
            CHECK(device->status().waiting == 0);
        }
        verify_saved();
        verify_conflicts();
    }

    std::map<std::string, int> happened;

private:
    void step() {
        const std::size_t who = random_.below(devices_.size());
        const std::uint64_t what = random_.below(100);
        clock_.advance_ms(static_cast<std::int64_t>(random_.below(3600'000)));
        if (what < 35) return write(who, false);
        if (what < 50) return write(who, true);
        if (what < 74) return sync(who);
        if (what < 80) return carry(who);
        if (what < 85) return crash_device(who);
        if (what < 90) return crash_server(who);
        if (what < 93) return jump_clock();
        if (what < 96) return restores_server_ ? back_up_server() : copy(who);
        restores_server_ ? restore_server() : restore(who);
    }

    void note(const std::string& what) { ++happened[what]; }

    void write(std::size_t who, bool is_edit) {
        Device& device = *devices_[who];
        base::RecordId id(base::make_uuid7(clock_.now(), random_));
        base::Fields set = household("Keluarga " + std::to_string(random_.below(1000)));
        const auto known = device.store().list("household");
        REQUIRE(known.ok());
        if (is_edit && !known.value().empty()) {
            id = known.value()[random_.below(known.value().size())].id;
            set = base::Fields();
            const char* const fields[] = {"rt", "rw", "landmark", "status"};
            const std::string field = fields[random_.below(3)];
            // Now and then an answer that its form refuses: it must be kept, and block nothing.
            const bool is_bad = field == "rt" && random_.chance(0.2);
            set.set(field, is_bad ? "salah" : std::to_string(100 + random_.below(5)));
            if (is_bad) note("bad answer");
        }
        if (!device.try_save("household", id, set, kUnits[0])) return;
        saved_.push_back({who, id, set});
        note(is_edit ? "edit" : "new record");
    }

    void sync(std::size_t who) {
        const auto total = devices_[who]->sync();
        note(total.error ? "sync cut off" : "sync");
    }

    // One errand of a courier with a bag that is never emptied: files are late, come twice and out
    // of order, and are shown to laptops that they are not for.
    void carry(std::size_t who) {
        const std::uint64_t errand = random_.below(3);
        if (errand == 0) return write_bundle(who);
        if (errand == 1) return receive_bundle();
        read_reply(who);
    }

    void write_bundle(std::size_t who) {
        store::Store& store = devices_[who]->store();
        const auto identity = store.identity();
        REQUIRE(identity.ok());
        auto made = sync_client::make_request(store, identity.value(), clock_, kSelf);
        if (made.ok()) bundles_.push_back(std::move(made).value().bytes);
    }

    void receive_bundle() {
        if (bundles_.empty()) return;
        auto service =
            accept::Service::open(server_.connection(), forms::FormSet::builtin(), clock_, random_);
        REQUIRE(service.ok());
        const std::string& bundle = bundles_[random_.below(bundles_.size())];
        auto received = accept::receive_bundle(service.value(), server_.connection(), bundle);
        if (!received.ok() || received.value().reply.empty()) return;
        note(received.value().taken > 0 ? "bundle taken" : "bundle late");
        replies_.push_back(std::move(received).value().reply);
    }

    void read_reply(std::size_t who) {
        if (replies_.empty()) return;
        store::Store& store = devices_[who]->store();
        const auto identity = store.identity();
        REQUIRE(identity.ok());
        const std::string& reply = replies_[random_.below(replies_.size())];
        const auto named = [](const records::Record&) { return std::vector<std::string>(); };
        auto taken = sync_client::take_reply(store, identity.value(), clock_, named, kSelf, reply);
        if (!taken.ok()) return;
        note(taken.value().trouble ? "reply of another" : "reply read");
        if (taken.value().confirmed > 0) note("confirmed by stick");
    }

    // The power goes somewhere in the middle of what the device does next.
    void crash_device(std::size_t who) {
        disks_[who]->cut_at(1 + static_cast<std::int64_t>(random_.below(40)));
        write(who, random_.chance(0.5));
        if (!disks_[who]->is_cut()) random_.chance(0.7) ? sync(who) : read_reply(who);
        devices_[who]->stop();
        disks_[who]->power_on();
        devices_[who]->reopen();
        note("laptop lost power");
    }

    void crash_server(std::size_t who) {
        server_disk_.cut_at(1 + static_cast<std::int64_t>(random_.below(60)));
        random_.chance(0.7) ? sync(who) : receive_bundle();
        server_.stop();
        server_disk_.power_on();
        server_.restart();
        note("server lost power");
    }

    void jump_clock() {
        const std::int64_t years = static_cast<std::int64_t>(random_.below(20)) - 16;
        clock_.set(base::Instant{1'772'000'000'000 + years * 31'557'600'000});
        note("clock jumped");
    }

    void copy(std::size_t who) {
        const std::string file = "cadre" + std::to_string(who) + ".db";
        devices_[who]->sync();
        devices_[who]->reopen();  // closing moves everything into the one file
        REQUIRE(
            devices_[who]->store().connection().execute("PRAGMA wal_checkpoint(TRUNCATE)").ok());
        disks_[who]->copy_file(file, "copy");
        const auto progress = devices_[who]->store().progress();
        copied_[who] = progress.ok() && progress.value().last_n == progress.value().acknowledged;
        if (copied_[who]) note("copy taken");
    }

    // The copy takes the place of the store, as after a stolen laptop: what was saved since the
    // copy and never sent is gone with it, so such a restore is made only when all was sent.
    void restore(std::size_t who) {
        if (!copied_[who]) return;
        const auto progress = devices_[who]->store().progress();
        if (!progress.ok() || progress.value().last_n != progress.value().acknowledged) return;
        const std::string file = "cadre" + std::to_string(who) + ".db";
        devices_[who]->stop();
        disks_[who]->remove(file + "-wal");
        disks_[who]->copy_file("copy", file);
        devices_[who]->reopen();
        note("copy put back");
    }

    // Last night's backup, and the day that it takes the place of the database.
    void back_up_server() {
        server_.stop();
        server_disk_.copy_file("centre.db", "night.db");
        server_.restart();
        has_backup_ = true;
        note("server backed up");
    }

    void restore_server() {
        if (!has_backup_) return;
        const auto epoch = server_store::meta(server_.connection(), server_store::kEpoch);
        REQUIRE(epoch.ok());
        server_.stop();
        server_disk_.remove("centre.db-wal");
        server_disk_.copy_file("night.db", "centre.db");
        server_.restart();
        const std::int64_t next = std::stoll(epoch.value()) + 1;
        REQUIRE(server_store::begin_epoch(server_.connection(), next).ok());
        server_.restart();
        note("server restored");
    }

    Fault next_fault() {
        if (is_healed_) return Fault::None;
        const Fault faults[] = {Fault::RequestLost,   Fault::AnswerLost,   Fault::AnswerCut,
                                Fault::CaptivePortal, Fault::RequestTwice, Fault::RequestCut};
        return random_.chance(0.35) ? faults[random_.below(6)] : Fault::None;
    }

    void heal() {
        is_healed_ = true;
        for (std::size_t i = 0; i < devices_.size(); ++i) {
            devices_[i]->stop();
            disks_[i]->power_on();
            devices_[i]->reopen();
        }
    }

    // Exactly once: the server's log has one line per saved change, wherever it ended.
    void verify_saved() {
        std::map<std::string, int> logged;
        // What laptops brought back of others' after a restore is a change of the console.
        auto rows = server_.connection().prepare(
            "SELECT record, line FROM change WHERE device <> (SELECT no FROM device WHERE name = "
            "'console')");
        REQUIRE(rows.ok());
        for (;;) {
            auto has_row = rows.value().step();
            REQUIRE(has_row.ok());
            if (!has_row.value()) break;
            const auto change = records::parse_change(rows.value().text(1));
            REQUIRE(change.ok());
            ++logged[rows.value().text(0) + change.value().set.to_json()];
        }
        std::map<std::string, int> expected;
        for (const Saved& saved : saved_) ++expected[saved.id.text() + saved.set.to_json()];
        for (const auto& [what, times] : expected) CHECK(logged[what] >= times);
        int total = 0;
        for (const auto& [what, times] : logged) total += times;
        // A change whose save was cut off at the commit may be there or not; it is never twice.
        CHECK(total >= static_cast<int>(saved_.size()));
        for (const auto& [what, times] : logged) CHECK(times <= std::max(1, expected[what] + 1));
    }

    // Every open contender of a device is shown to its author.
    void verify_conflicts() {
        const auto open = server_store::open_contenders(server_.connection());
        REQUIRE(open.ok());
        for (std::size_t i = 0; i < devices_.size(); ++i) {
            const auto troubled = store::troubled(devices_[i]->store());
            REQUIRE(troubled.ok());
            for (const auto& each : troubled.value()) CHECK(!each.outcome.empty());
        }
        happened["conflict"] += static_cast<int>(open.value().size());
    }

    struct Saved {
        std::size_t who;
        base::RecordId id;
        base::Fields set;
    };

    bool restores_server_, has_backup_ = false;
    base::FixedClock clock_{base::Instant{1'772'000'000'000}};
    base::SeededRandom random_;
    FaultDisk server_disk_;
    Server server_;
    std::vector<std::unique_ptr<FaultDisk>> disks_;
    std::vector<std::unique_ptr<Device>> devices_;
    std::vector<bool> copied_;
    std::vector<std::string> bundles_, replies_;  // in the courier's bag
    std::vector<Saved> saved_;
    bool is_healed_ = false;
};

}  // namespace

TEST_CASE("random weeks: nothing saved is lost, nothing is taken twice, all sides agree") {
    std::map<std::string, int> happened;
    const std::uint64_t one = number_from("KAWAN_SEED", 0);
    const std::uint64_t seeds = one != 0 ? 1 : number_from("KAWAN_SEEDS", 40);
    for (std::uint64_t i = 1; i <= seeds; ++i) {
        const std::uint64_t seed = one != 0 ? one : i;
        CAPTURE(seed);
        Week week(seed);
        week.live();
        week.verify();
        for (const auto& [what, times] : week.happened) happened[what] += times;
    }
    // The weeks must have been hard, or they prove nothing.
    if (one == 0) {
        for (const char* what :
             {"edit", "new record", "bad answer", "sync cut off", "laptop lost power",
              "server lost power", "clock jumped", "copy put back", "conflict", "bundle taken",
              "bundle late", "reply read", "confirmed by stick", "server backed up",
              "server restored"}) {
            CAPTURE(std::string(what));
            CHECK(happened[what] > 0);
        }
    }
}
