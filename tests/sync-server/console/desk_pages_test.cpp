// Home, arrivals, referrals and backups: what waits for a person, and whom to call first.
#include "tests/sync-server/console/desk.h"

#include "shared/protocol/limits.h"
#include "sync-server/accept/desk/targets.h"
#include "sync-server/backup/health.h"
#include "sync-server/console/errands.h"
#include "sync-server/overview/overview.h"
#include "sync-server/store/changes/changes.h"
#include "sync-server/store/keeping/audit.h"
#include "sync-server/store/keeping/backups.h"
#include "sync-server/store/people/devices.h"
#include "tests/simulation/world.h"

#include <atomic>

using namespace console_test;

namespace {

constexpr std::int64_t kDayMs = 24LL * 60 * 60 * 1000;

std::string id_of(int number) {
    const std::string text = std::to_string(number);
    return "01890000-0000-7000-8000-" + std::string(12 - text.size(), '0') + text;
}

struct Morning : Desk {
    Morning() { sign_in("koord"); }

    void put(const std::string& unit, int id, const std::string& type, const std::string& json) {
        const accept::Desk desk{writer(), forms, clock, random};
        auto transaction = db::Transaction::begin(writer());
        auto session = accept::desk_session(desk);
        records::Record record;
        record.id = base::RecordId(id_of(id));
        record.type = type;
        record.unit = unit;
        const auto change =
            accept::desk_change(session.value(), record, base::Fields::parse(json).value(), "");
        const auto written = accept::write_at_desk(session.value(), change);
        REQUIRE_MESSAGE(written.ok(), type);
        REQUIRE(transaction.value().commit().ok());
    }
    void add_mother(int first, const std::string& unit, const std::string& name) {
        put(unit, first, "household", R"({"head_name":"Agus","rt":"001","status":"ACTIVE"})");
        put(unit, first + 1, "person",
            R"({"full_name":")" + name +
                R"(","sex":"P","birth_date":"1999-02-03","is_mother":"1","is_infant":"0",)"
                R"("is_supporter":"0","birth_date_precision":"D","nik_status":"NONE",)"
                R"("vital_status":"ALIVE","household_id":")" +
                id_of(first) + R"("})");
    }
    void refer(int id, const std::string& unit, int person, const std::string& urgency,
               const std::string& more = "") {
        put(unit, id, "referral",
            R"({"person_id":")" + id_of(person) +
                R"(","raised_at":"2026-11-20T09:00:00+07:00","reasons":"MDS15","urgency":")" +
                urgency + R"(","massage_withheld":"1")" + more + "}");
    }
    // Of the cadre; seen so many days ago.
    server_store::Device laptop(int number, int days_ago, std::int64_t clock_off_ms = 0) {
        server_store::Device made;
        made.id = base::DeviceId(id_of(900 + number));
        made.user = user("kader").id;
        made.token_hash = "hash" + std::to_string(number);
        made.name = "Laptop " + std::to_string(number);
        REQUIRE(server_store::add_device(writer(), made, clock.now()).ok());
        made.no = server_store::find_device(writer(), made.id.text()).value()->no;
        made.clock_offset_ms = clock_off_ms;
        const base::Instant seen{clock.now().unix_ms - days_ago * kDayMs};
        REQUIRE(server_store::save_seen(writer(), made, seen).ok());
        return made;
    }

    forms::FormSet forms = forms::FormSet::builtin();
};

}  // namespace

TEST_CASE_FIXTURE(Morning, "home is calm when nothing waits, and says what does with its count") {
    CHECK_FALSE(has(get("/"), "tile waiting"));
    add_mother(100, "P1", "Siti");
    refer(150, "P1", 101, "KUNING");
    laptop(1, 20);
    const auto busy = get("/");
    CHECK(has(busy, "class=\"tile waiting\" href=\"/referrals\""));
    CHECK(has(busy, "class=\"tile waiting\" href=\"/arrivals\""));
    CHECK_FALSE(has(busy, "class=\"tile waiting\" href=\"/conflicts\""));
}

TEST_CASE_FIXTURE(Morning, "home shows an admin and a district nothing that leads to a person") {
    add_mother(100, "P1", "Siti");
    refer(150, "P1", 101, "KUNING");
    for (const char* who : {"admin", "dinkes"}) {
        sign_in(who);
        const auto page = get("/");
        CHECK(page.status == 200);
        CHECK_FALSE(has(page, "/referrals"));
        CHECK_FALSE(has(page, "tile waiting"));
    }
}

TEST_CASE_FIXTURE(Morning, "whom to call first: who vanished, then a wrong clock, then the rest") {
    laptop(1, 1);
    laptop(2, 40);
    laptop(3, 1, protocol::kClockDoubtMs + 1);
    const std::string page = get("/arrivals").body;
    const auto silent = page.find("Laptop 2");
    const auto wrong = page.find("Laptop 3");
    const auto fine = page.find("Laptop 1");
    REQUIRE(fine != std::string::npos);
    CHECK(silent < wrong);
    CHECK(wrong < fine);
    CHECK(page.find("40") != std::string::npos);
}

TEST_CASE_FIXTURE(Morning, "a laptop whose disk is almost full is one to call about") {
    const auto said = [&](int number, std::int64_t mb) {
        auto made = laptop(number, 1);
        made.free_mb = mb;
        REQUIRE(server_store::save_seen(writer(), made, clock.now()).ok());
    };
    said(1, 2000);
    said(2, 100);
    laptop(3, 1);  // of a program that does not say
    const std::string page = get("/arrivals").body;
    CHECK(page.find("2 GB") != std::string::npos);
    CHECK(page.find("100 MB") != std::string::npos);
    const auto full = page.find("Laptop 2");
    CHECK(full < page.find("Laptop 1"));
    CHECK(full < page.find("Laptop 3"));
}

TEST_CASE_FIXTURE(Morning, "a midwife's silent laptop is one to call about; one without is not") {
    CHECK_FALSE(has(get("/arrivals"), "Laptop Bidan"));
    CHECK_FALSE(has(get("/"), "class=\"tile waiting\" href=\"/arrivals\""));
    server_store::Device made;
    made.id = base::DeviceId(id_of(950));
    made.user = user("bidan").id;
    made.token_hash = "hash950";
    made.name = "Laptop Bidan";
    REQUIRE(server_store::add_device(writer(), made, clock.now()).ok());
    CHECK(has(get("/arrivals"), "Laptop Bidan"));
    CHECK(has(get("/"), "class=\"tile waiting\" href=\"/arrivals\""));
}

TEST_CASE_FIXTURE(Morning, "a revoked laptop and a disabled cadre are nobody to call") {
    const auto gone = laptop(1, 40);
    REQUIRE(server_store::revoke(writer(), gone.no, clock.now()).ok());
    CHECK_FALSE(has(get("/arrivals"), "Laptop 1"));
    CHECK_FALSE(has(get("/"), "class=\"tile waiting\" href=\"/arrivals\""));
}

TEST_CASE_FIXTURE(Morning, "visits due of a posyandu are those whose last day lies in the month") {
    add_mother(100, "P1", "Siti");
    put("P1", 102, "birth_event",
        R"({"mother_id":")" + id_of(101) +
            R"(","delivery_date":"2026-11-10","fetus_count":1,"place":"PKM"})");
    REQUIRE(overview::keep_arrivals(writer(), clock.now(), base::Zone{}).ok());
    const auto before = overview::kept_arrivals(writer()).value();
    REQUIRE(before);
    // Born on the 10th: visits of day 0-2, 2-5 and 6-11 end in November and have begun on the 21st.
    CHECK(before->units.at("P1").due == 3);
    CHECK(before->units.at("P1").arrived == 0);
    put("P1", 103, "visit",
        R"({"household_id":")" + id_of(100) + R"(","mother_id":")" + id_of(101) +
            R"(","started_at":"2026-11-11T09:00:00+07:00","visit_type":"KADER_HOME",)"
            R"("outcome":"DONE","ended_at":"2026-11-11T09:30:00+07:00","provider_id":")" +
            user("kader").id.text() + R"("})");
    REQUIRE(overview::keep_arrivals(writer(), clock.now(), base::Zone{}).ok());
    const auto after = overview::kept_arrivals(writer()).value();
    CHECK(after->units.at("P1").due == 3);
    CHECK(after->units.at("P1").visits == 1);
    CHECK(after->visits_by_user.at(user("kader").id.text()) == 1);
}

TEST_CASE_FIXTURE(Morning,
                  "referrals without an answer: the most urgent first, with who must act") {
    add_mother(100, "P1", "Siti Pertama");
    add_mother(200, "P2", "Siti Kedua");
    refer(150, "P1", 101, "KUNING");
    refer(250, "P2", 201, "MERAH_SEKARANG");
    refer(251, "P2", 201, "KUNING", R"(,"outcome":"ADMITTED")");
    const std::string page = get("/referrals").body;
    const auto first = page.find("Siti Kedua");
    REQUIRE(first != std::string::npos);
    CHECK(first < page.find("Siti Pertama"));
    CHECK(page.find(id_of(251)) == std::string::npos);
    CHECK(server_store::audited(writer(), "see_referrals").value().size() == 1);
    sign_in("bidan");
    CHECK_FALSE(has(get("/referrals"), "Siti Kedua"));
    CHECK(has(get("/referrals"), "Siti Pertama"));
}

TEST_CASE_FIXTURE(Morning, "a backup older than twice its schedule is said, at home too") {
    const std::int64_t day = kDayMs;
    const base::Instant old{clock.now().unix_ms - 5 * day};
    REQUIRE(backup::write_schedule(writer(), {"/media/cadangan", 14, day, old}).ok());
    REQUIRE(server_store::add_backup(
                writer(), {0, "/media/cadangan/a.kbk", old, old, "verified", 1000, 5}, {})
                .ok());
    CHECK(has(get("/"), "note bad"));
    const auto page = get("/backups");
    CHECK(has(page, "note bad"));
    CHECK(has(page, "/media/cadangan/a.kbk"));
    const base::Instant young{clock.now().unix_ms - day};
    REQUIRE(server_store::add_backup(
                writer(), {0, "/media/cadangan/b.kbk", young, young, "verified", 1000, 6}, {})
                .ok());
    CHECK_FALSE(has(get("/backups"), "note bad"));
    CHECK_FALSE(has(get("/"), "note bad"));
}

TEST_CASE_FIXTURE(Morning, "a backup that cannot be made is said with why, and nothing is lost") {
    REQUIRE(backup::write_schedule(writer(), {"/not/there", 14, kDayMs, clock.now()}).ok());
    CHECK(post("/backups", {}).status == 303);
    CHECK(has(get("/backups"), "note bad"));
    CHECK(server_store::audited(writer(), "backup_make").value().size() == 1);
}

TEST_CASE("errands are done one after the other in a thread of their own, each name once") {
    const simulation::ScratchFolder folder;
    const base::FixedClock clock{base::Instant{1000}};
    std::atomic<int> done = 0;
    std::atomic<bool> may_go = false;
    {
        console::Errands errands([&] { return db::Connection::open(folder.path("e.db"), {}); }, {},
                                 clock);
        const auto work = [&](db::Connection&) -> base::Status {
            while (!may_go) std::this_thread::yield();
            ++done;
            return base::Done{};
        };
        errands.ask("month", work);
        errands.ask("month", work);
        CHECK(errands.of("month").is_under_way);
        errands.ask("broken", [](db::Connection&) -> base::Status {
            return base::Error{base::ErrorCode::Refused, "no disk"};
        });
        may_go = true;
        while (errands.of("broken").is_under_way) std::this_thread::yield();
        CHECK(errands.of("broken").problem == "no disk");
        CHECK_FALSE(errands.of("month").is_under_way);
        CHECK(errands.of("month").problem.empty());
    }
    CHECK(done == 1);
}

TEST_CASE("two count while somebody waits; a third is told, so that laptops are served") {
    const simulation::ScratchFolder folder;
    const base::FixedClock clock{base::Instant{1000}};
    console::Errands errands([&] { return db::Connection::open(folder.path("e.db"), {}); }, {},
                             clock);
    int done = 0;
    const auto count = [&](db::Connection&) -> base::Status {
        ++done;
        return base::Done{};
    };
    const auto within = [&](db::Connection&) -> base::Status {
        const auto third = errands.beside(count);
        CHECK_FALSE(third.ok());
        return base::Done{};
    };
    CHECK(errands.beside([&](db::Connection&) { return errands.beside(within); }).ok());
    CHECK(done == 0);
    CHECK(errands.beside(count).ok());
    CHECK(done == 1);
}

TEST_CASE_FIXTURE(Morning, "a target is entered once for its place and time, changed, withdrawn") {
    const Fields target = {{"unit_code", "P1"}, {"period", "2026"}, {"indicator", "LIVE_BIRTHS"},
                           {"figure", "40"},    {"kind", "REAL"},   {"source", "Pendataan"}};
    CHECK(post("/targets", target).status == 303);
    Fields changed = target;
    changed[3].second = "42";
    // What stands already is shown first, and not overwritten unseen.
    const auto asked = post("/targets", changed);
    CHECK(asked.status == 422);
    CHECK(has(asked, "40"));
    CHECK(has(asked, "Pendataan"));
    CHECK(accept::targets(writer()).value().at(0).figure == 40);
    changed.emplace_back("standing", input_value(asked.body, "standing"));
    changed.emplace_back("shown", input_value(asked.body, "shown"));
    CHECK(post("/targets", changed).status == 303);
    changed[3].second = "43";
    CHECK(post("/targets", changed).status == 422);  // on the page of before
    const auto standing = accept::targets(writer()).value();
    REQUIRE(standing.size() == 1);
    CHECK(standing[0].figure == 42);
    const std::string page = "/targets/" + standing[0].id + "/withdraw";
    CHECK(post(page, {{"shown", "1-1"}, {"reason", "salah"}}).status == 409);
    CHECK(post(page, {{"shown", standing[0].revision}, {"reason", ""}}).status >= 400);
    CHECK(post(page, {{"shown", standing[0].revision}, {"reason", "salah"}}).status == 303);
    CHECK(accept::targets(writer()).value().empty());
    CHECK(server_store::audited(writer(), "target_set").value().size() == 2);
}

TEST_CASE_FIXTURE(Morning, "a target that cannot be is said, and nothing is written") {
    for (const Fields& wrong : std::vector<Fields>{{{"unit_code", "P9"},
                                                    {"period", "2026"},
                                                    {"indicator", "LIVE_BIRTHS"},
                                                    {"figure", "4"},
                                                    {"kind", "REAL"}},
                                                   {{"unit_code", "P1"},
                                                    {"period", "besok"},
                                                    {"indicator", "LIVE_BIRTHS"},
                                                    {"figure", "4"},
                                                    {"kind", "REAL"}},
                                                   {{"unit_code", "P1"},
                                                    {"period", "2026"},
                                                    {"indicator", "NOTHING"},
                                                    {"figure", "4"},
                                                    {"kind", "REAL"}},
                                                   {{"unit_code", "P1"},
                                                    {"period", "2026"},
                                                    {"indicator", "LIVE_BIRTHS"},
                                                    {"figure", "-4"},
                                                    {"kind", "REAL"}},
                                                   {{"unit_code", "P1"},
                                                    {"period", "2026"},
                                                    {"indicator", "LIVE_BIRTHS"},
                                                    {"figure", "empat"},
                                                    {"kind", "REAL"}}}) {
        CAPTURE(wrong[1].second + wrong[2].second + wrong[3].second);
        CHECK(post("/targets", wrong).status == 422);
    }
    CHECK(accept::targets(writer()).value().empty());
}
