// Referrals, mothers and the midwife's number on a real store.
#include "client/app/window/books/referral_book.h"
#include "client/app/window/books/record_book.h"
#include "client/app/window/printer.h"
#include "client/app/window/session.h"
#include "shared/base/file.h"
#include "tests/client/laptop/trial_laptop.h"

#include <doctest/doctest.h>

#include <chrono>
#include <thread>

namespace {

struct House {
    trial::Laptop laptop;
    std::unique_ptr<store::Store> store = laptop.open();
    std::string household =
        put("household", R"({"head_name":"Agus","rt":"003","status":"ACTIVE"})");
    std::string mother = person(R"("full_name":"Siti Aminah","sex":"P","is_mother":"1",)"
                                R"("is_infant":"0","birth_date":"1998-04-02")");

    std::string put(const std::string& type, const std::string& answers) const {
        return laptop.record(*store, type, answers);
    }
    void change(const std::string& id, std::string_view name, const std::string& to) const {
        base::Fields fields;
        fields.set(name, to);
        const base::SystemClock clock;
        base::SystemRandom random;
        client_app::Recorder recorder(*store, forms::FormSet::builtin(), clock, random,
                                      store->identity().value());
        client_app::Entry entry;
        entry.type = "person";
        entry.id = base::RecordId(id);
        entry.unit = "P03";
        entry.answers = fields;
        const auto recorded = recorder.record(entry);
        REQUIRE(recorded.ok());
        REQUIRE(recorded.value().is_saved);
    }
    std::string person(const std::string& rest) const {
        return put("person", R"({"household_id":")" + household + R"(",)" + rest +
                                 R"(,"birth_date_precision":"D","is_supporter":"0",)"
                                 R"("nik_status":"NONE","vital_status":"ALIVE"})");
    }
    std::string refer(const std::string& whom, const std::string& rest) const {
        return put("referral", R"({"person_id":")" + whom + R"(",)" + rest +
                                   R"("reasons":"MDS01","massage_withheld":"1"})");
    }
};

}  // namespace

TEST_CASE("referrals are told newest first, with whom they are about and where she lives") {
    const House house;
    house.refer(house.mother, R"("raised_at":"2026-03-01T09:00:00+07:00","urgency":"KUNING",)");
    house.refer(house.mother, R"("raised_at":"2026-03-03T09:00:00+07:00","outcome":"ADMITTED",)"
                              R"("urgency":"MERAH_SEKARANG","feedback":"Kontrol Senin",)");
    const auto rows = client_app::read_referrals(*house.store).value();
    REQUIRE(rows.size() == 2);
    CHECK(rows[0].outcome == "ADMITTED");
    CHECK(rows[0].feedback == "Kontrol Senin");
    CHECK_FALSE(rows[0].is_open());
    CHECK(rows[1].is_open());
    CHECK(rows[1].person_name == "Siti Aminah");
    CHECK(rows[1].family_name == "Agus");
    CHECK(rows[1].rt == "003");
    CHECK(rows[1].urgency == care::Urgency::RedNow);  // never below its reasons
}

TEST_CASE("a referral is told though its person is withdrawn, merged in a circle or not here yet") {
    const House house;
    const std::string at = R"("raised_at":"2026-03-01T09:00:00+07:00","urgency":"KUNING",)";
    const char* other = R"("full_name":"Dewi","sex":"P","is_mother":"1","is_infant":"0",)"
                        R"("birth_date":"1998-04-02")";
    const std::string a = house.person(other);
    const std::string b = house.person(other);
    std::string whom;
    SUBCASE("not here yet") {
        whom = "019cbbd4-a040-79d2-b9b0-90789fdcce1b";
    }
    SUBCASE("merged in a circle") {
        house.change(a, "merged_into", b);
        house.change(b, "merged_into", a);
        whom = a;
    }
    SUBCASE("withdrawn") {
        house.change(a, records::kRetracted, "1");
        whom = a;
    }
    house.refer(whom, at);
    const auto rows = client_app::read_referrals(*house.store).value();
    REQUIRE(rows.size() == 1);
    CHECK(rows[0].is_open());
    CHECK(rows[0].person_name.empty());
    CHECK(rows[0].reasons == std::vector<std::string>{"MDS01"});
    CHECK(rows[0].urgency == care::Urgency::RedNow);
}

TEST_CASE("a refused referral stays open until it is closed") {
    const House house;
    house.refer(house.mother, R"("raised_at":"2026-03-01T09:00:00+07:00","urgency":"KUNING",)"
                              R"("outcome":"REFUSED","refusal_reason":"jauh",)");
    CHECK(client_app::read_referrals(*house.store).value()[0].is_open());
}

TEST_CASE("a mother is told with her birth, her pregnancy, her referral and her last check") {
    const House house;
    const base::Date today = *base::parse_date("2026-03-05");
    house.put("pregnancy",
              R"({"mother_id":")" + house.mother +
                  R"(","expected_date":"2026-04-02","source":"USG","outcome":"ONGOING"})");
    house.refer(house.mother, R"("raised_at":"2026-03-01T09:00:00+07:00","urgency":"KUNING",)");
    const auto mothers = client_app::read_mothers(*house.store, today).value();
    REQUIRE(mothers.size() == 1);
    CHECK(mothers[0].name == "Siti Aminah");
    CHECK(mothers[0].rt == "003");
    CHECK(mothers[0].is_pregnant);
    CHECK(mothers[0].expected == base::parse_date("2026-04-02"));
    CHECK(mothers[0].has_open_referral);
    CHECK_FALSE(mothers[0].has_danger_sign);
}

TEST_CASE("the midwife's number and what was read are there again after the lock") {
    const House house;
    const base::SystemClock clock;
    const auto open = [&](client_app::Session& session) {
        session.unlock(session.users().front().id, house.laptop.pin());
        for (int i = 0; i < 3000; ++i) {
            if (session.unlocking().state == screens::Unlocking::State::Open) return;
            std::this_thread::sleep_for(std::chrono::milliseconds(20));
        }
        FAIL("the store did not open");
    };
    {
        client_app::Session session(house.laptop.data(), clock, [] {});
        open(session);
        screens::Referrals& referrals = session.ports().referrals;
        CHECK_FALSE(referrals.midwife().is_known());
        REQUIRE(referrals.keep_midwife({"Bidan Ratna", "Puskesmas", "081234567890"}).ok());
        REQUIRE(session.ports().settings.set_midwife_phone("0812-3456-7890").ok());
        CHECK(referrals.midwife().name == "Bidan Ratna");  // the same number, written otherwise
        // Another number kept in the settings is what a danger sign shows from then on, without
        // the name and place of whom the old one belonged to.
        REQUIRE(session.ports().settings.set_midwife_phone("089876543210").ok());
        CHECK(referrals.midwife().phone == "089876543210");
        CHECK(referrals.midwife().name.empty());
        CHECK(referrals.midwife().place.empty());
        REQUIRE(referrals.mark_seen("r1", "ADMITTED").ok());
        session.lock();
        CHECK_FALSE(referrals.midwife().is_known());  // nothing of her store stays in the window
        CHECK_FALSE(referrals.is_seen("r1", "ADMITTED"));
    }
    client_app::Session session(house.laptop.data(), clock, [] {});
    open(session);
    CHECK(session.ports().referrals.midwife().phone == "089876543210");
    CHECK(session.ports().referrals.is_seen("r1", "ADMITTED"));
    CHECK_FALSE(session.ports().referrals.is_seen("r1", "TREATED_HOME"));
}

TEST_CASE("who moves to another family is at once no longer found in the one she left") {
    const House house;
    const std::string other = house.put("household", R"({"head_name":"Budi","status":"ACTIVE"})");
    const base::SystemClock clock;
    base::SystemRandom random;
    const auto file = client_app::store_files(house.laptop.data()).value().front();
    const auto work = client_app::open_work(file, house.laptop.pin(), clock, random).value().work;
    client_app::BackRoom back_room([] {});
    client_app::FamilyBook families(clock, back_room);
    client_app::RecordBook records(families, clock, random);
    families.open(*work);
    records.open(*work);
    const auto found_in = [&] { return families.list("siti aminah").front().id; };
    REQUIRE(found_in() == house.household);
    screens::Save move;
    move.type = "person";
    move.record = house.mother;
    move.answers.set("household_id", other);
    REQUIRE(records.save(move).ok());
    CHECK(families.list("siti aminah").size() == 1);
    CHECK(found_in() == other);
    families.close();
    back_room.finish();
}

TEST_CASE("a page is kept beside what is there already, readable by its owner alone") {
    const trial::Laptop laptop;
    client_app::Printer printer(laptop.data());
    const auto first = printer.save_page("<p>1</p>", "surat-rujukan", laptop.data());
    const auto second = printer.save_page("<p>2</p>", "surat-rujukan", laptop.data());
    REQUIRE(first.ok());
    REQUIRE(second.ok());
    CHECK(first.value() != second.value());
    CHECK(base::read_file(first.value()).value() == "<p>1</p>");
    CHECK(base::read_file(second.value()).value() == "<p>2</p>");
    CHECK_FALSE(printer.save_page("<p>3</p>", "surat-rujukan", laptop.data() + "/none").ok());
}
