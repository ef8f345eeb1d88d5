// Practice mode: believable, unmistakable, and unable to send.
#include "client/app/practice/practice.h"

#include "client/app/keeping/keeping.h"
#include "client/app/recording/families.h"
#include "client/app/recording/forms_in_force.h"
#include "client/app/recording/recorder.h"
#include "client/app/sending/syncing.h"
#include "client/store/practice_mark.h"
#include "client/store/status.h"
#include "shared/base/file.h"
#include "tests/simulation/world.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <filesystem>

using client_app::Practice;
using client_app::PracticeStart;

namespace {

namespace fs = std::filesystem;

// Counts what would have gone out.
class Nowhere final : public sync_client::Transport {
public:
    int requests = 0;
    base::Result<sync_client::HttpReply> post(const std::string&, std::string,
                                              protocol::Encoding) override {
        ++requests;
        return base::Error{base::ErrorCode::Network, "nobody answers"};
    }
    base::Result<sync_client::HttpReply> get(const std::string&) override {
        ++requests;
        return base::Error{base::ErrorCode::Network, "nobody answers"};
    }
};

struct Room {
    base::FixedClock clock{base::Instant{1'790'000'000'000}};  // 21 September 2026
    base::SeededRandom random{5};
    simulation::ScratchFolder folder;
    std::string data = folder.path("data");
    Practice practice;

    ~Room() { close(); }
    void close() {
        practice.store.reset();
        if (!practice.file.database.empty()) client_app::close_store(practice.file);
    }
    void open(PracticeStart start = PracticeStart::GoOn) {
        close();
        auto opened = client_app::open_practice(data, clock, random, start);
        REQUIRE_MESSAGE(opened.ok(), (opened.ok() ? "" : opened.error().message));
        practice = std::move(opened).value();
    }
    std::size_t count(const std::string& type) { return practice.store->list(type).value().size(); }
    store::Identity identity() { return practice.store->identity().value(); }
    client_app::Recorded add_household() {
        client_app::Recorder recorder(*practice.store, forms::FormSet::builtin(), clock, random,
                                      identity());
        client_app::Entry entry;
        entry.type = "household";
        entry.answers = simulation::fields_of(R"({"head_name":"Percobaan","status":"ACTIVE"})");
        return recorder.record(entry).value();
    }
};

}  // namespace

TEST_CASE_FIXTURE(Room, "the practice village: a pregnant woman, a newborn, twins, three months") {
    open();
    CHECK(count("household") == 4);
    CHECK(count("pregnancy") == 1);
    CHECK(count("birth_event") == 3);
    CHECK(count("birth_outcome") == 4);
    const auto persons = practice.store->list("person").value();
    CHECK(persons.size() == 8);
    for (const auto& person : persons) {
        CHECK(person.fields.text("full_name").find("Contoh") != std::string::npos);
        CHECK(person.fields.text("nik").empty());
    }
    const auto today = base::date_in(clock.now(), base::Zone{});
    const auto due = client_app::due_tasks(*practice.store, today).value();
    CHECK(std::any_of(due.begin(), due.end(), [](const auto& task) {
        return task.person_name.find("Contoh") != std::string::npos;
    }));
}

TEST_CASE_FIXTURE(Room, "every record of the village stands its form's check without a word") {
    open();
    client_app::Recorder recorder(*practice.store, forms::FormSet::builtin(), clock, random,
                                  identity());
    for (const char* type :
         {"household", "person", "pregnancy", "birth_event", "birth_outcome", "visit"}) {
        const auto records = practice.store->list(type).value();
        for (const auto& record : records) {
            for (const auto& problem : recorder.check(type, record.fields)) {
                FAIL_CHECK(type << " " << problem.field << " " << problem.code);
            }
        }
    }
}

TEST_CASE_FIXTURE(Room, "nothing of it is ever sent, by whatever way it is tried") {
    open();
    CHECK(store::is_practice(identity()));
    CHECK(identity().server.empty());
    CHECK(identity().token.empty());
    const auto synced =
        client_app::sync_all(*practice.store, identity(), forms::FormSet::builtin(), clock, nullptr,
                             [](const sync_client::Total&) { return true; });
    REQUIRE(!synced.ok());
    CHECK(synced.error().code == base::ErrorCode::Refused);
    Nowhere nowhere;
    const auto total = sync_client::run_all(
        *practice.store, nowhere, clock,
        [](const records::Record&) { return std::vector<std::string>(); }, {"0.1.0", ""},
        [](const sync_client::Total&) { return true; });
    CHECK(total.error);
    CHECK(nowhere.requests == 0);
    CHECK(store::sync_status(*practice.store).value().waiting > 0);
    fs::create_directories(folder.path("stick"));
    CHECK(!client_app::copy_now(*practice.store, practice.file, folder.path("stick"), clock.now())
               .ok());
    CHECK(fs::is_empty(folder.path("stick")));
}

TEST_CASE_FIXTURE(Room, "its file is not a user's: no sign-in lists it, no enrolment makes it") {
    open();
    CHECK(fs::path(practice.file.database).filename().string().starts_with("practice"));
    CHECK(client_app::store_files(data).value().empty());
    REQUIRE(base::replace_file(data + "/practice.key", "{}").ok());
    CHECK(client_app::store_files(data).value().empty());
    const auto made =
        client_app::make_store(folder.path("other"), {identity(), "12345678"}, clock.now());
    CHECK(!made.ok());
}

TEST_CASE_FIXTURE(Room, "what was tried out stays until it is begun anew, with today's dates") {
    open();
    REQUIRE(add_household().is_saved);
    open();
    CHECK(count("household") == 5);
    clock.advance_ms(std::int64_t{200} * 86'400'000);
    open(PracticeStart::Anew);
    CHECK(count("household") == 4);
    const auto births = practice.store->list("birth_event").value();
    CHECK(births.front().fields.text("delivery_date") ==
          base::to_text(base::add_days(base::date_in(clock.now(), base::Zone{}), -2)));
}

TEST_CASE_FIXTURE(Room, "a practice store that was half made or damaged is simply made anew") {
    open();
    REQUIRE(practice.store->set_meta("identity", "").ok());
    open();
    CHECK(count("household") == 4);
    close();
    REQUIRE(base::replace_file(practice.file.database, "not a database").ok());
    open();
    CHECK(count("household") == 4);
}

TEST_CASE_FIXTURE(Room, "a second window does not wipe what the first has open") {
    open();
    const auto second = client_app::open_practice(data, clock, random, PracticeStart::Anew);
    REQUIRE(!second.ok());
    CHECK(second.error().code == base::ErrorCode::Refused);
    CHECK(count("household") == 4);
}
