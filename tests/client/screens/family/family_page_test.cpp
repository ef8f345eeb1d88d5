// The parts of one family's page: what each says, and the page itself by the names of its widgets.
#include "client/screens/family/family_page.h"

#include "client/ui/layout.h"
#include "shared/care/growth.h"
#include "tests/client/desk/full_families.h"
#include "tests/client/driver/driver.h"
#include "tests/client/screens/asked_ways.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <optional>
#include <tuple>

namespace {

using asked::Asked;
using desk::Desk;
using desk::FullFamily;
using driver::Driver;
using driver::Key;
using screens::FamilyPage;
using screens::FamilyPageModel;
using screens::FamilyTab;

struct Window {
    Desk desk;
    FullFamily family = desk::settle_full(desk);
    Asked ways{desk.ports()};
    FamilyPage page;
    Driver d;

    explicit Window(int width = 1366, int height = 768, float scale = 1)
        : page(desk.ports(), family.household),
          d(
              [this] {
                  const ui::Root root;
                  page.refresh(ways);
                  page.draw(ways);
              },
              width, height, scale) {
        d.frames(2);
    }
};

bool has(const FamilyPageModel& model, FamilyTab tab) {
    const auto tabs = model.tabs();
    return std::find(tabs.begin(), tabs.end(), tab) != tabs.end();
}

const screens::PersonCard& card(const FamilyPageModel& model, const std::string& name) {
    for (const auto& each : model.parts().people) {
        if (each.name == name) return each;
    }
    FAIL("nobody of that name: " << name);
    return model.parts().people.front();
}

}  // namespace

TEST_CASE("a weight that cannot be is kept in the table and never drawn or compared with") {
    Desk desk;
    const FullFamily family = desk::settle_full(desk);
    const FamilyPageModel model(desk.ports(), family.household);
    REQUIRE(model.parts().growth.size() == 1);
    const auto& growth = model.parts().growth[0];
    REQUIRE(growth.rows.size() == 5);
    CHECK(growth.rows[0].letter == "Tidak naik (T)");
    CHECK(growth.rows[0].change == "+600 g dalam 32 hari (paling sedikit 900 g)");
    CHECK(growth.rows[1].is_doubtful);
    CHECK(growth.rows[1].letter == "Timbang ulang");
    CHECK(growth.rows[1].score.empty());
    CHECK(growth.rows[2].letter == "Naik (N)");  // against the weight of a month ago
    CHECK(growth.rows[3].change == "-4 % dari berat lahir");
    CHECK(growth.rows[3].score.empty());  // of the first two weeks
    CHECK(growth.rows[4].age == "saat lahir");
    CHECK(growth.headline[0] == "Terakhir 4,8 kg, 23 Feb 2026  ·  Berat badan normal (-0,7 SD)");
    CHECK(growth.asks_midwife);
    REQUIRE(growth.curves.size() == 7);
    CHECK(growth.curves[3].kg.front() == doctest::Approx(*care::weight_at_z('P', 0, 0)));
    CHECK(growth.months_shown == 6);
}

TEST_CASE("a child born early or of unknown sex has weights and no score, and it is said why") {
    Desk desk;
    const FullFamily family = desk::settle_full(desk);
    struct Case {
        const char* type;
        const char* field;
        const char* value;
        const char* caveat;
        std::size_t curves;
    };
    for (const Case& c : {Case{"birth_event", "gestation_weeks", "35", "Lahir sebelum 37", 7},
                          Case{"person", "sex", "null", "Isi dulu laki-laki", 0}}) {
        CAPTURE(std::string(c.field));
        Desk changed;
        const FullFamily there = desk::settle_full(changed);
        const bool is_person = std::string(c.type) == "person";
        screens::Save save;
        save.type = c.type;
        save.record = is_person ? there.infant : changed.all("birth_event").front()->id;
        save.answers.set_token(c.field, c.value);
        REQUIRE(changed.save(save).ok());
        const FamilyPageModel model(changed.ports(), there.household);
        const auto& growth = model.parts().growth[0];
        CHECK(growth.caveat.starts_with(c.caveat));
        CHECK(growth.curves.size() == c.curves);
        CHECK(growth.rows[0].score.empty());
        CHECK_FALSE(growth.rows[0].weight.empty());
    }
}

TEST_CASE("the months of the register: asked, not asked, still running; and the half year") {
    Desk desk;
    const FullFamily family = desk::settle_full(desk);
    FamilyPageModel model(desk.ports(), family.household);
    const auto& asi = model.parts().asi[0];
    CHECK(asi.months[0].mark == care::Mark::NotKnown);
    CHECK(asi.months[1].mark == care::Mark::Exclusive);
    CHECK(asi.months[2].mark == care::Mark::Other);
    CHECK(asi.months[3].mark == care::Mark::NotYet);
    CHECK(asi.recap == care::HalfYear::NotGraduated);
    CHECK(asi.asked[0].fed == "ASI dan susu lain");
    CHECK(asi.asked[0].other_ever == "pernah diberi selain ASI");
    desk.clock.set(*base::parse_date_time("2026-03-25T09:00:00+07:00"));
    desk.put("household", R"({"head_name":"Zainal"})");  // something changed
    model.refresh();
    CHECK(model.parts().asi[0].months[3].is_now);
    CHECK(model.start_recall(model.parts().asi[0]).known.text("infant_id") == family.infant);
}

TEST_CASE("massages that were seen and that were told are never added together") {
    Desk desk;
    const FullFamily family = desk::settle_full(desk);
    const FamilyPageModel model(desk.ports(), family.household);
    const auto& massage = model.parts().massage[0];
    CHECK(massage.observed == 1);
    CHECK(massage.reported == 27);
    REQUIRE(massage.teachings.size() == 1);
    CHECK(massage.teachings[0].who == "Hendra Saputra");
    CHECK(massage.teachings[0].result == "Perlu diulang");
    CHECK(massage.teachings[0].retest == "dipraktikkan ulang mulai 31 Des 2025");
    int lines = 0;
    for (const auto& item : model.parts().timeline) lines += item.title == "Sesi pijat" ? 1 : 0;
    CHECK(lines == 3);  // the seen one, and the told ones on both sides of a visit
}

TEST_CASE("referrals that wait stand first; a private sign is not named") {
    Desk desk;
    const FullFamily family = desk::settle_full(desk);
    const FamilyPageModel model(desk.ports(), family.household);
    const auto& referrals = model.parts().referrals;
    REQUIRE(referrals.size() == 2);
    CHECK(referrals[0].record == family.open_referral);
    CHECK(referrals[0].is_urgent);
    CHECK(referrals[0].why == "Kejang");
    CHECK(referrals[1].outcome == "Diobati lalu pulang");
    CHECK(referrals[1].feedback == "Sudah diperiksa bidan, boleh pulang");
    CHECK(model.open_referrals() == 1);
}

TEST_CASE("a withdrawn visit is a line of the timeline and counts for nothing") {
    Desk desk;
    const FullFamily family = desk::settle_full(desk);
    FamilyPageModel model(desk.ports(), family.household);
    const auto& items = model.parts().timeline;
    const auto found = std::find_if(items.begin(), items.end(), [&](const auto& item) {
        return item.record == family.withdrawn;
    });
    REQUIRE(found != items.end());
    CHECK(found->is_withdrawn);
    CHECK(found->title == "Ditarik: Kunjungan");
    CHECK(found->detail == "Salah keluarga");
    model.record_pressed(family.withdrawn);
    CHECK_FALSE(model.story_may_open());
}

TEST_CASE("who changed what: by whom, when, from what to what, and where it stands") {
    Desk desk;
    const FullFamily family = desk::settle_full(desk);
    FamilyPageModel model(desk.ports(), family.household);
    model.record_pressed(family.corrected);
    REQUIRE(model.story()->steps.size() == 3);
    const auto& mine = model.story()->steps[0];
    CHECK(mine.who == "Anda");
    CHECK(mine.when == "5 Mar 2026 pukul 09:30 (jam laptop waktu itu mungkin salah)");
    CHECK(mine.changes ==
          std::vector<std::string>{
              "Di mana bayi sekarang: Dirawat di rumah sakit → Di rumah bersama ibu"});
    CHECK(mine.reason == "Salah ketik");
    CHECK(mine.standing == "Baru di laptop ini, belum terkirim");
    const auto& hers = model.story()->steps[1];
    CHECK(hers.who == "Terakhir ditulis oleh Rina Marlina, Bidan desa/Pustu");
    CHECK(hers.changes == std::vector<std::string>{"Berat badan (gram): 4,8 kg → 4,2 kg"});
    CHECK(hers.standing.empty());
    CHECK(model.story()->steps[2].what == "Pertama kali dicatat");
    CHECK(model.story()->steps[2].changes.empty());
}

TEST_CASE("a consent not asked for is no mistake before the first visit, and is one after it") {
    Desk desk;
    const std::string house =
        desk.put("household", R"({"head_name":"Agus","rt":"004","rw":"002","status":"ACTIVE"})");
    const std::string mother = desk.put(
        "person", R"({"household_id":")" + house +
                      R"(","full_name":"Sari","sex":"P","is_mother":"1","is_infant":"0",)" +
                      R"("birth_date":"1998-04-02","vital_status":"ALIVE"})");
    const auto asks_consent = [&] {
        const FamilyPageModel model(desk.ports(), house);
        const auto& again = model.parts().again;
        return std::any_of(again.begin(), again.end(),
                           [](const auto& row) { return row.rule == "V049"; });
    };
    const auto visit = [&](const std::string& outcome) {
        desk.put("visit", R"({"household_id":")" + house + R"(","mother_id":")" + mother +
                              R"(","started_at":"2026-03-04T09:00:00+07:00",)" + R"("outcome":")" +
                              outcome + R"("})");
    };
    CHECK_FALSE(asks_consent());
    visit("ABSENT");
    CHECK_FALSE(asks_consent());
    visit("DONE");
    CHECK(asks_consent());
}

TEST_CASE("what does not fit together is a row that opens that record at that question") {
    Desk desk;
    const FullFamily family = desk::settle_full(desk);
    const FamilyPageModel model(desk.ports(), family.household);
    const auto& again = model.parts().again;
    const auto found = std::find_if(again.begin(), again.end(),
                                    [](const auto& row) { return row.rule == "V024"; });
    REQUIRE(found != again.end());
    CHECK(found->text == "Berat tidak wajar untuk umur, timbang ulang");
    CHECK(found->detail == "Pemeriksaan bayi  ·  Nabila Azzahra  ·  10 Feb 2026");
    CHECK(found->start.type == "infant_check");
    CHECK(found->start.field == "weight_g");
    CHECK(desk.find(found->start.record)->fields.text("weight_g") == "14000");
}

TEST_CASE(
    "people: twins in their order, a death gently, a baby away from the mother, an expected one") {
    Desk desk;
    const auto others = desk::settle_others(desk);
    const FamilyPageModel twins(desk.ports(), others.twins);
    CHECK(card(twins, "Husna").notes[0] == "Bayi kembar, lahir ke-1 dari 2");
    CHECK(card(twins, "Hasan").detail == "Bayi  ·  meninggal pada 3 Feb 2026");
    CHECK(twins.parts().growth.size() == 1);
    CHECK(twins.parts().asi.size() == 1);

    const FamilyPageModel grief(desk.ports(), others.stillbirth);
    CHECK(card(grief, "Bayi Ibu Lestari").detail == "lahir sudah meninggal");
    CHECK_FALSE(has(grief, FamilyTab::Growth));
    CHECK_FALSE(has(grief, FamilyTab::Feeding));

    const FamilyPageModel expecting(desk.ports(), others.expecting);
    CHECK(card(expecting, "Intan Puspita").notes[0] ==
          "Hamil 34 minggu  ·  perkiraan lahir 16 Apr 2026");

    const FamilyPageModel grandmother(desk.ports(), others.grandmother);
    CHECK(grandmother.parts().people.size() == 1);
    CHECK(card(grandmother, "Bagas").notes ==
          std::vector<std::string>{"Ibunya, Maya Sari, tinggal di rumah lain",
                                   "Hanya sementara di sini, dari Jakarta Timur"});

    const FamilyPageModel nameless(desk.ports(), others.nameless);
    CHECK(nameless.parts().people.empty());
    CHECK(nameless.tabs().size() == 2);
    CHECK(FamilyPageModel(desk.ports(), others.many).parts().growth.size() == 10);
}

TEST_CASE("somebody who was joined with another is the kept one; a family that moved says so") {
    Desk desk;
    const FullFamily family = desk::settle_full(desk);
    desk.put("person", R"({"household_id":")" + family.household +
                           R"(","full_name":"Rachmawaty","is_mother":"1","merged_into":")" +
                           family.mother + R"("})");
    screens::Save moved;
    moved.type = "household";
    moved.record = family.household;
    moved.answers.set("status", "MOVED");
    REQUIRE(desk.save(moved).ok());
    const FamilyPageModel model(desk.ports(), family.household);
    CHECK(card(model, "Rahmawati").notes[0] == "Digabung dengan catatan Rachmawaty");
    CHECK(model.parts().people.size() == 3);
    CHECK(model.parts().note.starts_with("Keluarga ini sudah pindah."));
}

TEST_CASE("of a person the right question opens: who died, who moved, the whole family") {
    for (const auto& [button, type, field] :
         {std::tuple{"She or he has died", "person", "vital_status"},
          std::tuple{"She or he moved away", "person", "household_id"},
          std::tuple{"The whole family moved away", "household", "status"}}) {
        const std::string name = button;
        CAPTURE(name);
        Window w;
        w.d.click("person " + w.family.infant);
        w.d.click(name);
        REQUIRE(w.ways.form);
        CHECK(w.ways.form->type == type);
        CHECK(w.ways.form->field == field);
        const bool is_person = std::string(type) == "person";
        CHECK(w.ways.form->record == (is_person ? w.family.infant : w.family.household));
    }
}

TEST_CASE("the keyboard alone opens a part, a record and its history, and closes it again") {
    Window w;
    w.d.tab_to("family part/history");
    w.d.press(Key::Enter);
    w.d.frames(2);
    w.d.tab_to("entry " + w.family.open_referral);
    w.d.press(Key::Enter);
    w.d.frames(2);
    CHECK(w.d.shows("Open this record"));
    w.d.press(Key::Escape);
    w.d.frames(2);
    CHECK_FALSE(w.d.shows("Open this record"));
    CHECK_FALSE(w.ways.form);
}

TEST_CASE("a referral opens its own page, with its letter and its answer") {
    Window w;
    w.d.tab_to("family part/referrals");
    w.d.press(Key::Enter);
    w.d.frames(2);
    w.d.tab_to("referral " + w.family.open_referral);
    w.d.press(Key::Enter);
    w.d.frames(2);
    CHECK(w.ways.referral == w.family.open_referral);
}

TEST_CASE("every part fits at 1366x768, 1024x600 and 150 %, and its targets are 44 px") {
    struct Screen {
        int width, height;
        float scale;
    };
    for (const Screen s : {Screen{1130, 768, 1}, Screen{950, 600, 1}, Screen{1290, 768, 1.5F}}) {
        Window w(s.width, s.height, s.scale);
        for (const char* part :
             {"summary", "history", "growth", "feeding", "massage", "referrals"}) {
            const std::string name = part;
            CAPTURE(name);
            CAPTURE(s.width);
            w.d.click("family part/" + name);
            w.d.frames(2);
            CHECK(ui::probe::clipped_texts().empty());
            for (const auto& [key, item] : ui::probe::items()) {
                if (item.role != "button" && item.role != "row" && item.role != "tab") continue;
                const std::string& which = key;
                CAPTURE(which);
                CHECK(item.place.height() >= 44 * s.scale - 1);
                CHECK(item.place.right <= static_cast<float>(s.width));
            }
        }
    }
}

TEST_CASE("a family of two hundred records is worked out when it is opened, not in a frame") {
    Desk desk;
    const FullFamily family = desk::settle_full(desk);
    desk::visit_often(desk, family, 60);
    Asked ways(desk.ports());
    FamilyPage page(desk.ports(), family.household);
    CHECK(page.model().family().records.size() > 200);
    page.page().open_tab(FamilyTab::History);
    Driver d([&] {
        const ui::Root root;
        page.refresh(ways);
        page.draw(ways);
    });
    d.frames(2);
    int rows = 0;
    for (const auto& [key, item] : ui::probe::items()) rows += item.role == "row" ? 1 : 0;
    CHECK(rows <= static_cast<int>(screens::kTimelineStep));
    const auto* first = page.page().parts().timeline.data();
    d.frames(5);
    CHECK(page.page().parts().timeline.data() == first);
    d.click("Show older ones");
    d.frames(2);
    CHECK(page.page().rows_shown() == 2 * screens::kTimelineStep);
}
