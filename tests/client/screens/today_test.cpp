#include "client/screens/today/route.h"
#include "client/screens/today/today_model.h"

#include "tests/client/desk/desk.h"

#include <doctest/doctest.h>

#include <algorithm>

namespace {

using namespace screens;
using desk::Desk;
using desk::task;
using desk::Village;

const Date kToday = *base::parse_date("2026-03-05");

struct OnPage {
    Desk desk;
    Village village = desk::settle(desk);
    TodayChoices choices;
    TodayModel model{desk.ports(), choices};
};

std::vector<std::string> names_in(const TodayModel& model) {
    std::vector<std::string> names;
    for (const TodayGroup& group : model.groups()) {
        names.push_back(group.title + ":");
        for (const TodayRow& row : group.rows) names.push_back(row.stop->name);
    }
    return names;
}

Stop stop_with(const std::vector<AgendaTask>& tasks, const std::string& name = "Agus",
               const std::string& rt = "001") {
    Stop stop;
    stop.family = name;
    stop.name = name;
    stop.unit = "P03";
    stop.rt = rt;
    stop.rw = "001";
    stop.tasks = tasks;
    return stop;
}

TodayLine only_line(const Stop& stop) {
    const auto lines = words_of(stop, kToday).lines;
    REQUIRE(lines.size() == 1);
    return lines.front();
}

}  // namespace

TEST_CASE("a task is urgent, of today, of this week or of later by its last day") {
    struct Row {
        const char* code;
        int days_left;
        When when;
        const char* until;
    };
    for (const Row& row :
         {Row{"KF3", -3, When::Urgent, "terlambat 3 hari"},
          Row{"REFERRAL_FU", 1, When::Urgent, "sampai 6 Mar"},
          Row{"KV2", 0, When::Today, "hari terakhir hari ini"},
          Row{"KV4", 1, When::Week, "sampai 6 Mar"}, Row{"KV4", 6, When::Week, "sampai 11 Mar"},
          Row{"ASI3", 7, When::Later, "sampai 12 Mar"},
          Row{"BIRTH_ASK", 9, When::Later, "HPL 14 Mar"},
          Row{"BIRTH_ASK", -2, When::Urgent, "HPL lewat 2 hari"}}) {
        CAPTURE(row.code);
        CAPTURE(row.days_left);
        const Stop stop = stop_with({task(row.code, "Siti", kToday, row.days_left)});
        CHECK(row_of(stop, kToday).when == row.when);
        CHECK(only_line(stop).until == row.until);
    }
}

TEST_CASE("what was late stays urgent when the clock is set back, and says its last day") {
    Stop stop = stop_with({task("KF3", "Siti", kToday, -3)});
    const Date before = base::add_days(kToday, -30);
    CHECK(row_of(stop, before).when == When::Urgent);
    CHECK(words_of(stop, before).lines.front().until == "sampai 2 Mar");
}

TEST_CASE("a task says whom it is about, and its tone says how urgent it is") {
    const Stop stop = stop_with({task("ASI0", "Aisyah Putri", kToday, -1)});
    CHECK(only_line(stop).what == "Aisyah Putri: Pertanyaan ASI, bayi umur 0 bulan");
    CHECK(only_line(stop).tone == ui::Tone::Bad);
}

TEST_CASE("all tasks of a family are one stop, as urgent as its most urgent task") {
    const Stop stop = stop_with({task("KN2", "Hasan", kToday, 3), task("KV2", "Rina", kToday, -1),
                                 task("KN2", "Husein", kToday, 3)});
    const TodayRow row = row_of(stop, kToday);
    CHECK(row.open == 3);
    CHECK(words_of(stop, kToday).lines.size() == 3);
    CHECK(row.when == When::Urgent);
    CHECK(row.by == base::add_days(kToday, -1));
}

TEST_CASE("a danger sign stands over what is late for longer") {
    Desk desk;
    desk.agenda.add(stop_with({task("KF3", "Siti", kToday, -20)}, "Lama"));
    desk.agenda.add(stop_with({task("REFERRAL_FU", "Rina", kToday, 1)}, "Rujukan"));
    desk.agenda.add(stop_with({task("KF3", "Nur", kToday, -2)}, "Baru"));
    TodayChoices choices;
    const TodayModel model(desk.ports(), choices);
    CHECK(names_in(model) == std::vector<std::string>{"Mendesak:", "Rujukan", "Lama", "Baru"});
}

TEST_CASE("by urgency the list has a part for each day; along the way one for each RT") {
    OnPage p;
    desk::fill_agenda(p.desk, p.village);
    p.model.refresh();
    CHECK(names_in(p.model) ==
          std::vector<std::string>{"Mendesak:", "Agus Prasetyo", "Muhammad Nur Kholis Hidayatullah",
                                   "Hari ini:", "Yusuf Maulana", "Minggu ini:", "Darmin",
                                   "Bambang Sutrisno", "Masih ada waktu:", "Karto Wijoyo"});
    p.model.order_chosen(Order::Walk);
    CHECK(names_in(p.model) ==
          std::vector<std::string>{"RT 001 / RW 001:", "Muhammad Nur Kholis Hidayatullah",
                                   "Yusuf Maulana", "RT 002 / RW 001:", "Darmin", "Karto Wijoyo",
                                   "RT 003 / RW 001:", "Agus Prasetyo", "Bambang Sutrisno"});
    CHECK(p.model.groups()[0].note == "2 keluarga");
}

TEST_CASE("the tiles count families, and a pressed one leaves only its own") {
    OnPage p;
    desk::fill_agenda(p.desk, p.village);
    p.model.refresh();
    CHECK(p.model.counts().urgent == 2);
    CHECK(p.model.counts().today == 1);
    CHECK(p.model.counts().week == 2);
    CHECK(p.model.counts().done == 1);
    p.model.only_pressed(When::Today);
    CHECK(names_in(p.model) == std::vector<std::string>{"Hari ini:", "Yusuf Maulana"});
    p.model.only_pressed(When::Today);
    CHECK(p.model.groups().size() == 4);
}

TEST_CASE("who works for two posyandu can look at one of them") {
    OnPage p;
    CHECK(p.model.units().empty());
    p.desk.units.push_back({"P04", "Posyandu Mawar"});
    Stop other = stop_with({task("KV4", "Nur", kToday, 2)}, "Lain");
    other.unit = "P04";
    p.desk.agenda.add(other);
    p.model.refresh();
    CHECK(p.model.units().size() == 2);
    p.model.unit_chosen("P04");
    CHECK(names_in(p.model) == std::vector<std::string>{"Minggu ini:", "Lain"});
    CHECK(p.model.counts().urgent == 0);
    p.model.unit_chosen("P04");
    CHECK(p.model.counts().urgent == 1);
}

TEST_CASE("the page stays as she left it: order, filter and posyandu outlive the page") {
    OnPage p;
    p.model.order_chosen(Order::Walk);
    const TodayModel again(p.desk.ports(), p.choices);
    CHECK(again.groups().front().title == "RT 003 / RW 001");
}

TEST_CASE("greetings follow the clock") {
    OnPage p;
    const Me me{"", "Bu Sri", "KADER", {}};
    for (const auto& [at, greeting] : {std::pair{"04:00", "Selamat pagi, Bu Sri"},
                                       {"10:59", "Selamat pagi, Bu Sri"},
                                       {"11:00", "Selamat siang, Bu Sri"},
                                       {"15:00", "Selamat sore, Bu Sri"},
                                       {"18:00", "Selamat malam, Bu Sri"},
                                       {"03:59", "Selamat malam, Bu Sri"}}) {
        p.desk.clock.set(*base::parse_date_time("2026-03-05T" + std::string(at) + ":00+07:00"));
        CHECK(p.model.greeting(me) == greeting);
    }
}

TEST_CASE("a clock that cannot be right, or may not be, is asked about") {
    struct Row {
        const char* now;
        const char* newest;  // record
        std::int64_t offset_days;
        bool asks;
    };
    for (const Row& row :
         {Row{"2026-03-05", "2026-03-04", 0, false}, Row{"2026-03-05", "2026-03-05", 0, false},
          Row{"2026-03-05", "2026-03-06", 0, true}, Row{"2010-01-01", "", 0, true},
          Row{"2026-03-05", "", 0, false}, Row{"2026-03-05", "", 2, true},
          Row{"2026-03-05", "", -2, true}}) {
        CAPTURE(row.now);
        CAPTURE(row.newest);
        CAPTURE(row.offset_days);
        OnPage p;
        p.desk.clock.set(*base::parse_date_time(std::string(row.now) + "T12:00:00+07:00"));
        if (*row.newest != '\0') {
            p.desk.agenda.newest =
                base::parse_date_time(std::string(row.newest) + "T08:00:00+07:00");
        }
        p.desk.sync.clock_offset_ms = row.offset_days * 86400000;
        p.model.refresh();
        CHECK(p.model.clock_doubt().has_value() == row.asks);
        p.model.clock_confirmed();
        CHECK_FALSE(p.model.clock_doubt());
    }
}

TEST_CASE("the question names the date, and comes back on another day") {
    OnPage p;
    p.desk.clock.set(*base::parse_date_time("2010-01-01T12:00:00+07:00"));
    CHECK(p.model.clock_doubt()->question == "Tanggal laptop: Jumat, 1 Januari 2010. Betul?");
    p.model.clock_confirmed();
    p.desk.clock.set(*base::parse_date_time("2010-01-02T12:00:00+07:00"));
    CHECK(p.model.clock_doubt());
}

TEST_CASE("putting off asks for a day, says so of each task, and takes none away") {
    OnPage p;
    p.model.put_off_clicked(p.village.household);
    REQUIRE(p.model.putting());
    CHECK_FALSE(p.model.putting_confirmed());
    CHECK(p.model.putting()->problem.text() == "Pilih harinya.");
    CHECK(p.desk.agenda.said.empty());
    p.model.putting()->day = "2026-03-06";
    CHECK(p.model.putting_confirmed());
    CHECK_FALSE(p.model.putting());
    REQUIRE(p.desk.agenda.said.size() == 2);
    CHECK(p.desk.agenda.said[0].word.postponed_to == base::add_days(kToday, 1));
    CHECK(p.desk.agenda.said[0].word.cancel_reason.empty());
    CHECK(names_in(p.model) == std::vector<std::string>{"Minggu ini:", "Bambang Sutrisno"});
    REQUIRE(p.model.set_aside().size() == 1);
    const TodayWords words = words_of(*p.model.set_aside()[0].stop, kToday);
    CHECK(words.aside[0].until == "ditunda sampai 6 Mar");
}

TEST_CASE("what was put off comes back on its day, and what was late is still late") {
    OnPage p;
    p.desk.agenda.at(p.village.household).tasks = {task("KV4", "Siti", kToday, 4)};
    p.desk.agenda.all[0].tasks[0].postponed_to = base::add_days(kToday, 1);
    ++p.desk.agenda.changes;
    p.model.refresh();
    CHECK(p.model.counts().today == 0);
    p.desk.clock.advance_ms(86400000);
    p.model.refresh();
    CHECK(p.model.counts().today == 1);
    CHECK(p.model.set_aside().empty());
}

TEST_CASE("calling off asks why; another reason has to be written") {
    OnPage p;
    p.model.put_off_clicked(p.village.household);
    p.model.what_chosen(TodayModel::Putting::What::CalledOff);
    CHECK_FALSE(p.model.putting_confirmed());
    CHECK(p.model.putting()->problem.text() == "Pilih alasannya.");
    p.model.putting()->reason = "OTHER";
    CHECK_FALSE(p.model.putting_confirmed());
    p.model.putting()->note = "rumah kosong, ke Jawa";
    CHECK(p.model.putting_confirmed());
    CHECK(p.desk.agenda.said[0].word.cancel_reason == "OTHER");
    const TodayWords words = words_of(*p.model.set_aside()[0].stop, kToday);
    CHECK(words.aside[0].until == "tidak dikunjungi: rumah kosong, ke Jawa");
}

TEST_CASE("a danger sign is put off only if she ticks it herself") {
    OnPage p;
    desk::fill_agenda(p.desk, p.village);
    p.model.refresh();
    p.model.put_off_clicked(p.village.household);
    p.model.putting()->day = "2026-03-06";
    CHECK(p.model.putting_confirmed());
    for (const auto& said : p.desk.agenda.said) CHECK(said.task != "REFERRAL_FU Siti Aminah");
    CHECK(p.model.groups().front().rows.front().is_danger);
    CHECK(p.model.counts().urgent == 2);
}

TEST_CASE("nothing is put off past the day on which it expires") {
    OnPage p;
    auto& tasks = p.desk.agenda.at(p.village.household).tasks;
    tasks[0].expires_on = base::add_days(kToday, 3);
    p.model.put_off_clicked(p.village.household);
    CHECK(p.model.days_to_put_off() ==
          std::vector<Date>{base::add_days(kToday, 1), base::add_days(kToday, 3)});
    p.model.task_ticked(tasks[0].id);
    CHECK(p.model.days_to_put_off().size() == 3);
}

TEST_CASE("undo takes back all that was said of a family") {
    OnPage p;
    p.model.put_off_clicked(p.village.household);
    p.model.what_chosen(TodayModel::Putting::What::CalledOff);
    p.model.putting()->reason = "MOVED";
    REQUIRE(p.model.putting_confirmed());
    CHECK(p.model.undo_clicked(p.village.household));
    CHECK(p.model.set_aside().empty());
    CHECK(p.model.counts().urgent == 1);
    CHECK(p.desk.agenda.said.back().word.cancel_reason.empty());
}

TEST_CASE("a disk that refuses keeps the question open and says so") {
    OnPage p;
    p.desk.agenda.disk_refuses = true;
    p.model.put_off_clicked(p.village.household);
    p.model.putting()->day = "2026-03-06";
    CHECK_FALSE(p.model.putting_confirmed());
    REQUIRE(p.model.putting());
    CHECK(p.model.putting()->problem.text() ==
          "Belum tersimpan: laptop gagal menyimpan. Coba lagi.");
}

TEST_CASE("with nothing due the next day is known") {
    OnPage p;
    for (Stop& stop : p.desk.agenda.all) stop.tasks.clear();
    p.desk.agenda.all[0].next_due = base::add_days(kToday, 4);
    p.desk.agenda.all[1].next_due = base::add_days(kToday, 2);
    ++p.desk.agenda.changes;
    p.model.refresh();
    CHECK(p.model.groups().empty());
    CHECK(p.model.next_due() == base::add_days(kToday, 2));
}

TEST_CASE("three steps are shown until the first visit is saved, or until she knows them") {
    Desk desk;
    TodayChoices choices;
    TodayModel model(desk.ports(), choices);
    REQUIRE(model.hint());
    CHECK_FALSE(model.hint()->has_family);
    const std::string home = desk.put("household", R"({"head_name":"Agus"})");
    model.refresh();
    CHECK(model.hint()->has_family);
    desk.put("visit", R"({"household_id":")" + home +
                          R"(","started_at":"2026-03-05T10:00:00+07:00","outcome":"DONE"})");
    model.refresh();
    CHECK_FALSE(model.hint());
}

TEST_CASE(
    "the step of sending is done once something of hers was received, not by the first pull") {
    Desk desk;
    TodayChoices choices;
    TodayModel model(desk.ports(), choices);
    desk.sync.last_sync_at = desk.clock.now();  // the laptop fetched its forms and families
    REQUIRE(model.hint());
    CHECK_FALSE(model.hint()->has_sent);
    desk.sync.receipts = {{desk.clock.now(), 1, 0, 0, 0, 0}};  // of a round that took nothing
    CHECK_FALSE(model.hint()->has_sent);
    desk.sync.receipts = {{desk.clock.now(), 1, 3, 0, 0, 0}};
    CHECK(model.hint()->has_sent);
}

TEST_CASE("dismissed, the three steps stay away on the next page too") {
    Desk desk;
    TodayChoices choices;
    TodayModel(desk.ports(), choices).hint_dismissed();
    CHECK_FALSE(TodayModel(desk.ports(), choices).hint());
}

TEST_CASE("on paper goes what is on the list, along the way, without what was put off") {
    OnPage p;
    desk::fill_agenda(p.desk, p.village);
    p.model.refresh();
    const Me me{"", "Bu Sri", "KADER", p.desk.units};
    const paper::Route route = route_of(p.model, p.desk.ports(), me);
    std::vector<std::string> heads;
    for (const paper::RouteStop& stop : route.stops) heads.push_back(stop.head);
    CHECK(heads == std::vector<std::string>{"Muhammad Nur Kholis Hidayatullah", "Yusuf Maulana",
                                            "Darmin", "Karto Wijoyo", "Agus Prasetyo",
                                            "Bambang Sutrisno"});
    REQUIRE(route.stops[3].tasks.size() == 1);
    CHECK(route.stops[3].tasks[0].code == "ASI3");
    CHECK(route.cadre == "Bu Sri");
    p.model.only_pressed(When::Today);
    CHECK(route_of(p.model, p.desk.ports(), me).stops.size() == 1);
}
