// The work list on a real sealed store: worked out in the back room, one family after a save.
#include "client/app/window/agenda.h"
#include "client/app/window/session.h"
#include "client/store/store.h"
#include "tests/client/laptop/trial_laptop.h"

#include <doctest/doctest.h>

#include <chrono>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <thread>

namespace {

using screens::AgendaTask;
using screens::Stop;

struct House {
    std::string household, mother, infant, birth;
};

std::string quoted(const std::string& name, const std::string& value) {
    return "\"" + name + "\":\"" + value + "\"";
}

House settle(const trial::Laptop& laptop, store::Store& store, const std::string& head,
             const std::string& born) {
    House house;
    house.household = laptop.record(
        store, "household",
        "{" + quoted("head_name", head) + R"(,"rt":"003","rw":"001","status":"ACTIVE"})");
    const std::string at = "{" + quoted("household_id", house.household) + ",";
    house.mother = laptop.record(
        store, "person",
        at + R"("full_name":"Siti Aminah","sex":"P","is_mother":"1","is_infant":"0",)" +
            R"("is_supporter":"0","birth_date":"1998-04-02","birth_date_precision":"D",)" +
            R"("nik_status":"NONE","vital_status":"ALIVE"})");
    house.infant = laptop.record(
        store, "person",
        at + R"("full_name":"Aisyah Putri","sex":"P","is_mother":"0","is_infant":"1",)" +
            R"("is_supporter":"0","birth_date_precision":"D","nik_status":"NONE",)" +
            R"("vital_status":"ALIVE",)" + quoted("birth_date", born) + "," +
            quoted("mother_person_id", house.mother) + "}");
    return house;
}

// The application without its window: the store is opened by its PIN as in the window.
struct Bench {
    explicit Bench(const trial::Laptop& laptop) : session(laptop.data(), clock, [] {}) {
        session.unlock(session.users().front().id, laptop.pin());
        until([&] { return session.unlocking().state == screens::Unlocking::State::Open; });
    }
    void until(const std::function<bool()>& done) {
        for (int i = 0; i < 6000 && !done(); ++i) {
            std::this_thread::sleep_for(std::chrono::milliseconds(10));
            session.tick();
        }
        REQUIRE(done());
    }
    void wait_for_agenda() {
        until([&] { return agenda().progress().total > 0 && agenda().progress().is_ready(); });
    }
    screens::Agenda& agenda() { return session.ports().agenda; }
    const Stop& only_stop() {
        REQUIRE(agenda().stops().size() == 1);
        return agenda().stops().front();
    }
    const AgendaTask* task(const std::string& code) {
        for (const AgendaTask& each : only_stop().tasks) {
            if (each.code == code) return &each;
        }
        return nullptr;
    }

    base::SystemClock clock;
    client_app::Session session;
};

// The work list alone, so that a test may put another store behind it.
struct Alone {
    explicit Alone(const trial::Laptop& laptop)
        : work(client_app::open_work(client_app::store_files(laptop.data()).value().front(),
                                     laptop.pin(), clock, random)
                   .value()
                   .work) {
        families.open(*work);
        agenda.open(*work);
    }
    ~Alone() {
        agenda.close();
        families.close();
        back_room.finish();
    }
    void count() {
        const auto is_over = [this] {
            return agenda.progress().has_failed || agenda.progress().is_ready();
        };
        do {
            back_room.finish();
            back_room.take_handovers();
        } while (!is_over());
    }

    base::SystemClock clock;
    base::SystemRandom random;
    std::unique_ptr<client_app::Work> work;
    client_app::BackRoom back_room{[] {}};
    client_app::FamilyBook families{clock, back_room};
    client_app::AgendaBook agenda{families, clock, back_room};
};

std::string days_ago(int days) {
    return base::to_text(
        base::add_days(base::date_in(base::SystemClock().now(), base::Zone{}), -days));
}

}  // namespace

TEST_CASE("after sign-in each family's tasks are there, with whom and where") {
    const trial::Laptop laptop;
    { settle(laptop, *laptop.open(), "Agus Prasetyo", days_ago(5)); }
    Bench bench(laptop);
    bench.wait_for_agenda();
    const Stop& stop = bench.only_stop();
    CHECK(stop.name == "Agus Prasetyo");
    CHECK(stop.unit == "P03");
    CHECK(stop.rt == "003");
    CHECK(stop.mother == "Siti Aminah");
    CHECK(stop.babies == std::vector<std::string>{"Aisyah Putri"});
    REQUIRE(bench.task("ASI0") != nullptr);
    CHECK(bench.task("ASI0")->person_name == "Aisyah Putri");
    CHECK(stop.next_due.has_value());
    CHECK(bench.session.ports().families.list("").front().due > 0);
}

TEST_CASE("a task called off stays with its reason, and undo brings it back; both are records") {
    const trial::Laptop laptop;
    { settle(laptop, *laptop.open(), "Agus Prasetyo", days_ago(5)); }
    std::string id;
    {
        Bench bench(laptop);
        bench.wait_for_agenda();
        const Stop stop = bench.only_stop();
        const AgendaTask task = *bench.task("ASI0");
        id = task.id;
        const auto due = bench.session.ports().families.list("").front().due;
        screens::TaskWord word;
        word.cancel_reason = "OTHER";
        word.note = "rumah kosong";
        REQUIRE(bench.agenda().say(stop, task, word).ok());
        CHECK(bench.task("ASI0")->cancel_reason == "OTHER");
        CHECK(bench.task("ASI0")->note == "rumah kosong");
        CHECK(bench.session.ports().families.list("").front().due == due - 1);
        REQUIRE(bench.agenda().say(stop, task, {}).ok());
        CHECK(bench.task("ASI0")->cancel_reason.empty());
        CHECK(bench.session.ports().families.list("").front().due == due);
        word = {};
        word.postponed_to = base::parse_date(days_ago(-1));
        REQUIRE(bench.agenda().say(stop, task, word).ok());
        CHECK(bench.task("ASI0")->postponed_to == word.postponed_to);
    }
    const auto store = laptop.open();
    const auto notes = store->list("followup_task").value();
    REQUIRE(notes.size() == 1);
    CHECK(notes[0].id.text() == id);
    CHECK(notes[0].fields.text("postponed_to") == days_ago(-1));
    CHECK_FALSE(notes[0].fields.has("cancel_reason"));
}

TEST_CASE("a visit that met nobody is a task to try again, as soon as it is saved") {
    const trial::Laptop laptop;
    House house;
    { house = settle(laptop, *laptop.open(), "Agus Prasetyo", days_ago(400)); }
    Bench bench(laptop);
    bench.wait_for_agenda();
    CHECK(bench.agenda().stops().empty());
    screens::Save save;
    save.type = "visit";
    save.answers = base::Fields::parse("{" + quoted("household_id", house.household) + "," +
                                       quoted("started_at", days_ago(2) + "T10:00:00+07:00") +
                                       R"(,"visit_type":"KADER_HOME","outcome":"NOT_HOME"})")
                       .value();
    const auto version = bench.agenda().version();
    REQUIRE(bench.session.ports().records.save(save).ok());
    CHECK(bench.agenda().version() > version);
    REQUIRE(bench.task("RETRY") != nullptr);
    CHECK(bench.agenda().newest_record().has_value());
}

TEST_CASE("locked, nothing of the work list is left") {
    const trial::Laptop laptop;
    { settle(laptop, *laptop.open(), "Agus Prasetyo", days_ago(5)); }
    Bench bench(laptop);
    bench.wait_for_agenda();
    bench.session.lock();
    bench.session.tick();
    CHECK(bench.agenda().stops().empty());
    CHECK_FALSE(bench.agenda().newest_record().has_value());
}

TEST_CASE("a family that the server took away leaves the list with the next working out") {
    const trial::Laptop laptop;
    const trial::Laptop without;
    { settle(laptop, *laptop.open(), "Agus Prasetyo", days_ago(5)); }
    Alone alone(laptop);
    alone.count();
    REQUIRE(alone.agenda.stops().size() == 1);
    alone.work->back = without.open();
    const auto version = alone.agenda.version();
    alone.agenda.read_again();
    alone.count();
    CHECK(alone.agenda.stops().empty());
    CHECK(alone.agenda.version() > version);
}

TEST_CASE("a store that cannot be read is said, what was found stands, and it can be tried again") {
    const trial::Laptop laptop;
    const trial::Laptop broken;
    { settle(laptop, *laptop.open(), "Agus Prasetyo", days_ago(5)); }
    Alone alone(laptop);
    alone.count();
    auto good = std::move(alone.work->back);
    alone.work->back = broken.open();
    const std::string path = client_app::store_files(broken.data()).value().front().database;
    constexpr std::int64_t kKept = 4096;  // its head
    const auto size = static_cast<std::int64_t>(std::filesystem::file_size(path));
    std::fstream file(path, std::ios::in | std::ios::out | std::ios::binary);
    file.seekp(kKept);
    file << std::string(static_cast<std::size_t>(size - kKept), 'x');
    file.close();
    alone.agenda.read_again();
    alone.count();
    CHECK(alone.agenda.progress().has_failed);
    CHECK(alone.agenda.stops().size() == 1);
    alone.work->back = std::move(good);
    alone.agenda.read_again();
    CHECK_FALSE(alone.agenda.progress().has_failed);
    alone.count();
    CHECK_FALSE(alone.agenda.progress().has_failed);
    CHECK(alone.agenda.progress().is_ready());
}
