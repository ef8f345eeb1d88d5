// What the world does in a week: power, disks, clocks, thieves, a courier with a slow stick.
#include "client/app/recording/recorder.h"
#include "client/store/outbox.h"
#include "client/sync/courier.h"
#include "shared/base/file.h"
#include "shared/base/text.h"
#include "shared/crypto/password.h"
#include "shared/protocol/request.h"
#include "sync-server/accept/round/carried.h"
#include "sync-server/store/changes/changes.h"
#include "sync-server/store/keeping/backups.h"
#include "sync-server/store/keeping/holdings.h"
#include "sync-server/store/meta.h"
#include "sync-server/store/people/devices.h"
#include "sync-server/store/people/people.h"
#include "tests/simulation/weeks/week.h"

namespace simulation {

namespace {

const sync_client::Self kSelf{"0.1.0", forms::FormSet::builtin().digest()};

std::vector<std::string> named(const records::Record& record) {
    return client_app::named_by(forms::FormSet::builtin(), record);
}

}  // namespace

Fault Week::next_fault() {
    if (is_healed_) return Fault::None;
    const Fault faults[] = {Fault::RequestLost,   Fault::AnswerLost,   Fault::AnswerCut,
                            Fault::CaptivePortal, Fault::RequestTwice, Fault::RequestCut};
    const Fault fault = random_.chance(0.35) ? faults[random_.below(6)] : Fault::None;
    if (fault == Fault::RequestTwice) hits.hit(3);
    return fault;
}

// One errand of a courier with a bag that is never emptied: files are late, come twice and out
// of order, and are shown to laptops that they are not for.
void Week::carry(std::size_t who) {
    const std::uint64_t errand = random_.below(4);
    if (errand == 0) return write_bundle(who);
    if (errand == 1) return receive_bundle();
    read_reply(who);
}

void Week::write_bundle(std::size_t who) {
    store::Store& store = device(who).store();
    auto made = sync_client::make_request(store, taken(store.identity()), clock_, kSelf);
    if (!made.ok()) return;
    bundles_.push_back({who, std::move(made).value().bytes});
    if (random_.chance(0.6)) receive(bundles_.back());
}

void Week::receive_bundle() {
    if (!bundles_.empty()) receive(bundles_[random_.below(bundles_.size())]);
}

void Week::receive(const Carried& bundle) {
    auto service =
        accept::Service::open(server_.connection(), forms::FormSet::builtin(), clock_, random_);
    if (!service.ok()) return;  // its disk is dead
    auto received = accept::receive_bundle(service.value(), server_.connection(), bundle.bytes);
    if (!received.ok() || received.value().reply.empty()) return;
    note(received.value().taken > 0 ? "bundle taken" : "bundle late");
    replies_.push_back({bundle.who, std::move(received).value().reply});
}

// Mostly one that is hers, of whatever day.
const std::string* Week::some_reply(std::size_t who) {
    std::vector<const std::string*> hers;
    for (const Carried& each : replies_) {
        if (each.who == who) hers.push_back(&each.bytes);
    }
    if (!hers.empty() && random_.chance(0.9)) return hers[random_.below(hers.size())];
    return replies_.empty() ? nullptr : &replies_[random_.below(replies_.size())].bytes;
}

void Week::read_reply(std::size_t who) {
    const std::string* reply = some_reply(who);
    store::Store& store = device(who).store();
    auto identity = store.identity();
    if (reply == nullptr || !identity.ok()) return;
    auto read = sync_client::take_reply(store, identity.value(), clock_, named, kSelf, *reply);
    if (!read.ok()) return;
    note(read.value().trouble ? "reply of another" : "reply read");
    if (!read.value().trouble) {
        laptops_[who].has_read_late = true;
        hits.hit(3);
    }
    if (read.value().confirmed > 0) note("confirmed by stick");
    if (read.value().must_erase) laptops_[who].is_gone = true;
    check_screen(who);
    check_receipts(who);
}

// The power goes somewhere in the middle of what the device does next.
void Week::crash_device(std::size_t who) {
    Laptop& laptop = laptops_[who];
    laptop.disk->cut_at(1 + static_cast<std::int64_t>(random_.below(40)));
    write(who);
    if (!laptop.disk->is_cut()) random_.chance(0.7) ? sync(who) : read_reply(who);
    laptop.device->stop();
    laptop.disk->power_on();
    laptop.device->reopen();
    note("laptop lost power");
    check_screen(who);
}

void Week::crash_server(std::size_t who) {
    server_disk_.cut_at(1 + static_cast<std::int64_t>(random_.below(60)));
    random_.chance(0.7) ? sync(who) : receive_bundle();
    server_.stop();
    server_disk_.power_on();
    server_.restart();
    note("server lost power");
}

// It is full from some write on, until somebody makes room; nobody restarts anything.
void Week::fill_disk(std::size_t who) {
    FaultDisk& disk = random_.chance(0.5) ? server_disk_ : *laptops_[who].disk;
    disk.fill_at(static_cast<std::int64_t>(random_.below(30)));
    write(who);
    if (is_present(who)) sync(who);
    disk.set_full(false);
    if (disk.has_refused()) note("disk full");
    check_screen(who);
}

void Week::jump_clock() {
    const std::int64_t years = static_cast<std::int64_t>(random_.below(20)) - 16;
    clock_.set(base::Instant{1'772'000'000'000 + years * 31'557'600'000});
    note("clock jumped");
}

void Week::copy(std::size_t who) {
    Laptop& laptop = laptops_[who];
    if (laptop.is_revoked) return;
    sync(who);
    laptop.device->reopen();  // closing moves everything into the one file
    store::Store& store = laptop.device->store();
    CHECK(store.connection().execute("PRAGMA wal_checkpoint(TRUNCATE)").ok());
    laptop.disk->copy_file(laptop.file, "copy");
    const auto progress = taken(store.progress());
    laptop.has_copy = progress.last_n == progress.acknowledged;
    if (laptop.has_copy) note("copy taken");
    if (laptop.has_copy && random_.chance(0.4)) lose_the_day(who);
}

// What she read that day, by network and by stick, speaks of a cursor that her copy never reached;
// what she wrote and sent she finds no more, and writes it anew and otherwise.
void Week::lose_the_day(std::size_t who) {
    const std::size_t other = (who + 1) % laptops_.size();
    for (int i = 0; i < 2 && is_present(other) && is_present(who); ++i) {
        add_household(other);
        sync(other);
        if (i == 0) sync(who);
    }
    if (!is_present(who)) return;
    const auto home = write_landmark(who, "siang");
    sync(who);
    if (!is_present(who)) return;
    write_bundle(who);
    put_copy_back(who);
    if (home) write_landmark(who, "sore", home);
}

// What was not sent yet may be lost with its laptop; nothing else may.
void Week::lose_unsent(std::size_t who) {
    store::Store& store = device(who).store();
    const auto progress = taken(store.progress());
    auto rows = taken(store.connection().prepare("SELECT line FROM outbox WHERE n > $1"));
    rows.bind(1, progress.acknowledged);
    std::set<std::string> tags;
    while (taken(rows.step())) {
        const auto change = records::parse_change(rows.text(0));
        if (change.ok()) tags.insert(change.value().reason);
    }
    for (Saved& saved : saved_) {
        if (saved.who == who && tags.count(saved.tag) != 0) saved.may_be_lost = true;
    }
}

// The copy takes the place of the store, as after a stolen laptop.
void Week::put_copy_back(std::size_t who) {
    Laptop& laptop = laptops_[who];
    if (!laptop.has_copy || laptop.is_revoked) return;
    lose_unsent(who);
    laptop.device->stop();
    laptop.disk->remove(laptop.file + "-wal");
    laptop.disk->copy_file("copy", laptop.file);
    laptop.device->reopen();
    note("copy put back");
    // The courier has replies yet to what the store of before had asked.
    for (int i = 0; i < 4; ++i) read_reply(who);
}

// Last night's backup, the only one on offer: what it holds of each laptop is safe (SYNC 21).
void Week::back_up_server() {
    server_.stop();
    server_disk_.copy_file("centre.db", "night.db");
    server_.restart();
    db::Connection& connection = server_.connection();
    for (const auto& old : taken(server_store::offered_backups(connection))) {
        CHECK(server_store::set_backup_removed(connection, old.no, clock_.now()).ok());
    }
    const auto held = taken(server_store::holdings_of(connection));
    held_by_backup_ = held.devices;
    CHECK(server_store::add_backup(connection,
                                   {0, "night.db", clock_.now(), clock_.now(),
                                    std::string(server_store::kVerified), 1, held.changes},
                                   held.devices)
              .ok());
    note("server backed up");
}

// Nobody sends again what only she had: others' laptops must bring it back (SYNC 22).
void Week::is_stolen(std::size_t who) {
    if (!is_present(who)) return;
    for (Saved& saved : saved_) saved.may_be_lost = saved.may_be_lost || saved.who == who;
    // What she has not brought back since an earlier restore is gone with her.
    for (auto& [id, holders] : witnessed_) holders.erase(who);
    laptops_[who].is_gone = true;
    note("laptop stolen");
}

void Week::restore_server() {
    if (held_by_backup_.empty()) return;
    if (random_.chance(0.5)) is_stolen(2);
    for (std::size_t who = 0; who < laptops_.size(); ++who) {
        if (!is_present(who)) continue;
        check_safe(who);
        auto rows = taken(device(who).store().connection().prepare(
            "SELECT id FROM record WHERE confirmed IS NOT NULL"));
        while (taken(rows.step())) witnessed_[rows.text(0)].insert(who);
    }
    const std::string epoch = taken(server_store::meta(server_.connection(), server_store::kEpoch));
    server_.stop();
    server_disk_.remove("centre.db-wal");
    server_disk_.copy_file("night.db", "centre.db");
    server_.restart();
    CHECK(server_store::begin_epoch(server_.connection(), std::stoll(epoch) + 1).ok());
    server_.restart();
    CHECK(apply_erased({erased_.begin(), erased_.end()}));
    note("server restored");
}

// The bytes that version 1 of the protocol sent, kept in the wire's fixtures: taken once, whole.
void Week::old_client() {
    if (restores_server_) return;  // it speaks of the first epoch for ever
    const std::string text = taken(base::read_file(
        std::string(KAWAN_SOURCE_DIR) + "/tests/shared/protocol/fixtures/round-2.request.ndjson"));
    const auto request = taken(protocol::parse_request(text));
    const protocol::Hello& hello = request.hello;
    db::Connection& connection = server_.connection();
    if (!taken(server_store::find_device(connection, hello.device.text()))) {
        server_store::Device old;
        old.id = hello.device;
        old.user = taken(server_store::find_user_by_name(connection, "cadre0"))->id;
        old.name = "old client";
        old.token_hash = crypto::token_hash("of the old client");
        CHECK(server_store::add_device(connection, old, clock_.now()).ok());
        old = *taken(server_store::find_device(connection, hello.device.text()));
        old.incarnation = hello.incarnation;
        old.acknowledged = hello.first_n - 1;
        old.head = hello.before;
        old.outcome_seq = hello.outcomes;
        CHECK(server_store::save_progress(connection, old).ok());
        server_store::LoggedChange before;
        before.device = old.no;
        before.n = old.acknowledged;
        before.line = before.before = before.outcome = "{}";
        before.hash = old.head;
        CHECK(server_store::log_change(connection, before).ok());
    }
    const auto reply = server_.handle("of the old client", text);
    if (!reply.ok()) return;
    expect(reply.value().refusal == accept::Refusal::None, "the old client was refused");
    for (const std::string_view line : request.changes) old_lines_.insert(std::string(line));
    hits.hit(25);
    note("old client");
}

}  // namespace simulation
