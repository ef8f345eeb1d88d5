// PIN, room on the disk, and the health of a store.
#include "client/app/keeping/health.h"

#include "client/app/keeping/pin.h"
#include "client/app/recording/recorder.h"
#include "client/store/drafts.h"
#include "shared/base/file.h"
#include "shared/protocol/rescue.h"
#include "sync-server/store/meta.h"
#include "tests/client/app/village_laptop.h"

#include <doctest/doctest.h>

#include <filesystem>

using client_app::DiskRoom;
using client_app::PinChange;
using village::Laptop;
using Outcome = client_app::PinChange::Outcome;

namespace {

struct Pin : Laptop {
    PinChange change(const std::string& from, const std::string& to) {
        return client_app::change_pin(file, from, to, clock.now(), village::kCheap).value();
    }
    PinChange set_rescued(const std::string& answer, const std::string& pin = "27182818") {
        return client_app::set_rescued_pin(file, answer, pin, village::kCheap).value();
    }
    std::string answer_to(const std::string& request) {
        const auto key = server_store::meta(server.connection(), server_store::kBoxKey).value();
        return protocol::answer_rescue(crypto::BoxKey::from_text(key).value(),
                                       protocol::parse_rescue_request(request).value())
            .value()
            .text;
    }
    bool opens_with(const std::string& pin) {
        close();
        return client_app::open_store(file, pin, clock.now()).ok();
    }
};

client_app::Recorded record_household(Laptop& laptop, client_app::FreeBytes free_bytes,
                                      const std::string& draft = "") {
    client_app::Recorder recorder(*laptop.store, forms::FormSet::builtin(), laptop.clock,
                                  laptop.random, laptop.store->identity().value());
    recorder.watch_room(std::move(free_bytes));
    client_app::Entry entry;
    entry.type = "household";
    entry.answers = simulation::fields_of(R"({"head_name":"Budi","status":"ACTIVE"})");
    entry.draft = draft;
    auto recorded = recorder.record(entry);
    if (recorded.ok()) return std::move(recorded).value();
    CHECK(recorded.error().code == base::ErrorCode::DiskFull);
    CHECK(recorded.error().message.find("aman") != std::string::npos);
    return {};
}

}  // namespace

TEST_CASE_FIXTURE(Pin,
                  "a PIN is changed while the store is open, and each refusal has its sentence") {
    CHECK(change("00000000", "27182818").outcome == Outcome::WrongPin);
    CHECK(change(village::kPin, "1234").outcome == Outcome::TooShort);
    CHECK(change(village::kPin, village::kPin).outcome == Outcome::Same);
    CHECK(change(village::kPin, "27182818").outcome == Outcome::Changed);
    add("Masih terbuka");
    for (const Outcome each : {Outcome::Changed, Outcome::WrongPin, Outcome::TooShort,
                               Outcome::Same, Outcome::Mistyped, Outcome::NotOurs}) {
        CHECK(!client_app::sentence_of({each, 5}).empty());
    }
    CHECK(!opens_with(village::kPin));
    CHECK(opens_with("27182818"));
}

TEST_CASE_FIXTURE(Pin, "a wrong old PIN says how long to wait once it was tried too often") {
    int wait_s = 0;
    for (int i = 0; i < 4; ++i) wait_s = change("00000000", "27182818").wait_s;
    CHECK(wait_s == store::vault::wait_after(4));
    CHECK(change(village::kPin, "27182818").wait_s == wait_s);
}

TEST_CASE_FIXTURE(
    Pin, "a forgotten PIN comes back with the coordinator's help; no unsent visit is lost") {
    add("Belum terkirim");
    close();
    const auto request = client_app::ask_for_new_pin(file).value();
    const auto seen = protocol::parse_rescue_request(request.text).value();
    CHECK(comparison_code(seen) == request.code);
    const std::string answer = answer_to(request.text);
    CHECK(set_rescued(answer, "short").outcome == Outcome::TooShort);
    CHECK(set_rescued(answer.substr(0, 60)).outcome == Outcome::Mistyped);
    CHECK(set_rescued(request.text).outcome == Outcome::Mistyped);
    CHECK(set_rescued(answer).outcome == Outcome::Changed);
    CHECK(set_rescued(answer, "16180339").outcome == Outcome::NotOurs);
    store = client_app::open_store(file, "27182818", clock.now()).value();
    CHECK(heads() == std::vector<std::string>{"Belum terkirim"});
}

TEST_CASE_FIXTURE(Pin, "the request names the laptop as the centre enrolled it") {
    const auto request = client_app::ask_for_new_pin(file).value();
    const auto key = server_store::meta(server.connection(), server_store::kBoxKey).value();
    const auto answer =
        protocol::answer_rescue(crypto::BoxKey::from_text(key).value(),
                                protocol::parse_rescue_request(request.text).value());
    CHECK(answer.value().owner == store->identity().value().device);
}

TEST_CASE_FIXTURE(Pin, "a damaged key file is an error, not a slip of the hand") {
    static_cast<void>(client_app::ask_for_new_pin(file).value());
    REQUIRE(base::replace_file(file.vault, "{}").ok());
    CHECK(!client_app::set_rescued_pin(file, "ABCD", "27182818", village::kCheap).ok());
}

TEST_CASE("room on the disk: a warning below 200 MB, no new records below 50 MB") {
    using State = DiskRoom::State;
    CHECK(client_app::room_of(200'000'000).state == State::Ok);
    CHECK(client_app::room_of(199'999'999).state == State::Low);
    CHECK(client_app::room_of(50'000'000).state == State::Low);
    CHECK(client_app::room_of(49'999'999).state == State::Full);
    CHECK(client_app::room_of(0).state == State::Full);
    CHECK(client_app::room_of(-1).state == State::Ok);
    CHECK(client_app::sentence_of(client_app::room_of(-1)).empty());
    CHECK(client_app::sentence_of(client_app::room_of(120'000'000)).find("120 MB") !=
          std::string::npos);
    const simulation::ScratchFolder folder;
    CHECK(client_app::disk_room(folder.path("not_made_yet.kawan")).free_bytes > 0);
}

TEST_CASE_FIXTURE(Laptop,
                  "on a full disk a new record is refused with its code; an edit is saved") {
    const auto saved = record_household(*this, [] { return std::int64_t{60'000'000}; });
    CHECK(saved.is_saved);
    const auto refused = record_household(*this, [] { return std::int64_t{40'000'000}; });
    CHECK(!refused.is_saved);
    CHECK(heads().size() == 1);

    client_app::Recorder recorder(*store, forms::FormSet::builtin(), clock, random,
                                  store->identity().value());
    recorder.watch_room([] { return std::int64_t{40'000'000}; });
    CHECK(recorder.room().state == DiskRoom::State::Full);
    client_app::Entry entry;
    entry.type = "household";
    entry.id = saved.id;
    entry.answers = simulation::fields_of(R"({"rt":"007"})");
    CHECK(recorder.record(entry).value().is_saved);
}

TEST_CASE_FIXTURE(Laptop,
                  "the health of a store: what it holds, when it was checked, sent, copied") {
    add("Satu");
    auto health = client_app::store_health(*store, file).value();
    CHECK(health.records == 1);
    CHECK(health.waiting == 1);
    CHECK(health.file_bytes > 4096);
    CHECK(!health.last_check);
    CHECK(!health.last_sync_at);
    CHECK(health.copy.folder.empty());
    sync();
    CHECK(client_app::check_store(*store, clock.now()).value().is_whole);
    std::filesystem::create_directories(folder.path("stick"));
    REQUIRE(client_app::copy_now(*store, file, folder.path("stick"), clock.now()).ok());
    health = client_app::store_health(*store, file).value();
    CHECK(health.waiting == 0);
    CHECK(health.last_sync_at == clock.now());
    REQUIRE(health.last_check);
    CHECK(health.last_check->at == clock.now());
    CHECK(health.copy.is_current);
}

TEST_CASE_FIXTURE(Laptop, "a store that was damaged on the disk is found by its check") {
    for (int i = 0; i < 200; ++i) add("Banyak");
    close();
    std::string bytes = base::read_file(file.database).value();
    for (std::size_t i = 40'960; i < bytes.size(); i += 4096) bytes[i] ^= 1;
    REQUIRE(base::replace_file(file.database, bytes).ok());
    store = client_app::open_store(file, village::kPin, clock.now()).value();
    CHECK(!client_app::check_store(*store, clock.now()).value().is_whole);
}
