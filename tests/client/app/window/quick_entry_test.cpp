// Quick entry on a real sealed store: a row is one transaction through the recorder's checks.
#include "client/app/window/session.h"
#include "client/screens/quick/quick_model.h"
#include "shared/records/record.h"
#include "tests/client/laptop/trial_laptop.h"

#include <doctest/doctest.h>

#include <chrono>
#include <thread>

namespace {

using screens::QuickStop;

struct Desk {
    trial::Laptop laptop;
    base::SystemClock clock;
    std::unique_ptr<client_app::Session> session;

    Desk() {
        const auto store = laptop.open();
        const std::string house = laptop.record(
            *store, "household", R"({"head_name":"Agus","rt":"003","status":"ACTIVE"})");
        const std::string home = R"({"household_id":")" + house + R"(","full_name":)";
        const std::string rest = R"("is_supporter":"0","birth_date_precision":"D",)"
                                 R"("nik_status":"NONE","vital_status":"ALIVE"})";
        laptop.record(*store, "person",
                      home + R"("Siti Aminah","sex":"P","is_mother":"1","is_infant":"0",)" +
                          R"("birth_date":"1998-04-02",)" + rest);
        const base::Date born = base::add_days(base::date_in(clock.now(), base::Zone{}), -60);
        laptop.record(*store, "person",
                      home +
                          R"("Aisyah","sex":"P","is_mother":"0","is_infant":"1","birth_date":")" +
                          base::to_text(born) + "\"," + rest);
    }
    void sign_in() {
        session = std::make_unique<client_app::Session>(laptop.data(), clock, [] {});
        auto ports = session->ports();
        ports.session.unlock(ports.session.users().front().id, laptop.pin());
        for (int i = 0;
             i < 3000 && ports.session.unlocking().state != screens::Unlocking::State::Open; ++i) {
            std::this_thread::sleep_for(std::chrono::milliseconds(20));
            session->tick();
        }
        REQUIRE(ports.session.unlocking().state == screens::Unlocking::State::Open);
    }
};

void answer_all(screens::QuickModel& model) {
    for (std::size_t i = 0; i < model.cells().size(); ++i) {
        if (!model.cells()[i].answer.empty()) continue;
        model.arrived({QuickStop::Kind::Cell, i});
        const std::string name = model.cells()[i].name;
        const bool is_yes = name == "mother_met" || name == "bf_ever" || name == "bf_yesterday";
        model.key(is_yes ? 'y' : model.cells()[i].keys.front().key == '1' ? '1' : 't');
    }
}

}  // namespace

TEST_CASE("a row is in the store whole, a half row survives the program, and undo retracts it") {
    Desk desk;
    desk.sign_in();
    screens::QuickDay day;
    {
        screens::QuickModel model(desk.session->ports(), day);
        model.query = "amin";
        model.query_typed();
        model.chosen(0);
        model.arrived({QuickStop::Kind::Cell, 0});
        model.key('y');
    }
    desk.session.reset();
    desk.sign_in();
    screens::QuickModel model(desk.session->ports(), day);
    CHECK(model.row().mother_met == "1");
    model.weight = "5,1";
    model.typed();
    answer_all(model);
    REQUIRE(model.save_clicked());
    const auto store = desk.laptop.open();
    for (const char* type : {"visit", "mother_check", "infant_check", "feeding_recall"}) {
        CAPTURE(type);
        CHECK(store->list(type).value().size() == 1);
    }
    CHECK(store->list("infant_check").value().front().fields.integer("weight_g") == 5100);
    CHECK(desk.session->ports().records.drafts().empty());
    model.undo_pressed();
    CHECK(day.count() == 0);
    CHECK(records::is_retracted(store->list("visit").value().front()));
    CHECK(records::is_retracted(store->list("feeding_recall").value().front()));
}
