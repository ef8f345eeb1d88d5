// Settings, PINs, the second copy and the screen lock: what the models decide.
#include "client/screens/settings/keeping_words.h"
#include "client/screens/settings/settings_model.h"
#include "client/screens/shell/screen_guard.h"
#include "tests/client/desk/desk.h"

#include <doctest/doctest.h>

namespace {

using desk::Desk;
using screens::CopyTrial;
using screens::KeepingState;
using screens::NewPin;
using screens::ScreenGuard;
using screens::SettingsModel;
using Outcome = screens::AccessState::Outcome;

constexpr std::int64_t kDayMs = 86'400'000;

}  // namespace

TEST_CASE("a new PIN is long enough, not the first that anybody would try, and typed twice alike") {
    struct Row {
        const char *pin, *again;
        bool is_good;
    };
    const Row rows[] = {
        {"24681357", "24681357", true},     {"2468135", "2468135", false},
        {"12345678", "12345678", false},    {"87654321", "87654321", false},
        {"11111111", "11111111", false},    {"24681357", "24681375", false},
        {"kopi pahit", "kopi pahit", true}, {"", "", false},
        {"ééééééé", "ééééééé", false},      {"éééééééà", "éééééééà", true},
    };
    for (const Row& row : rows) {
        CAPTURE(row.pin);
        CHECK(NewPin{row.pin, row.again}.is_good() == row.is_good);
    }
}

TEST_CASE("the PIN is changed on another thread, and the old one is gone from memory") {
    Desk desk;
    SettingsModel model(desk.ports());
    screens::PinChangeModel& pin = model.pin();
    pin.old_pin = desk.right_pin;
    pin.new_pin = {"kopi pahit", "kopi pahit"};
    pin.change_clicked();
    CHECK(pin.is_working());
    for (int i = 0; i < 5; ++i) model.refresh();
    CHECK(pin.is_changed());
    CHECK(desk.access.changed_pins == std::vector<std::string>{"kopi pahit"});
    CHECK(pin.old_pin.empty());
    CHECK(pin.new_pin.pin.empty());
}

TEST_CASE("a wrong old PIN waits as at the sign-in, and nothing is changed without the new one") {
    Desk desk;
    desk.access.answer = {Outcome::WrongPin, 30, {}};
    screens::PinChangeModel pin(desk.access, desk.clock);
    pin.change_clicked();
    CHECK(pin.problem().text() == "Ketik PIN yang sekarang dahulu.");
    CHECK(desk.access.changed_pins.empty());
    pin.old_pin = "11112222";
    pin.new_pin = {"kopi pahit", "kopi pahit"};
    pin.change_clicked();
    for (int i = 0; i < 5; ++i) pin.refresh();
    CHECK_FALSE(pin.is_changed());
    CHECK_FALSE(pin.may_try());
    CHECK(pin.seconds_to_wait() == 30);
    CHECK(pin.problem().text() == "PIN salah. Tunggu 30 detik, lalu coba lagi.");
    desk.clock.advance_ms(30'000);
    CHECK(pin.may_try());
}

TEST_CASE("what is chosen holds at once; what the disk refuses is said") {
    Desk desk;
    SettingsModel model(desk.ports());
    model.choose_text(150);
    model.choose_contrast(true);
    model.choose_lock(2);
    CHECK(desk.settings.look == screens::Appearance{false, 150, true});
    CHECK(desk.settings.minutes == 2);
    CHECK(model.trouble().empty());
    desk.settings.disk_refuses = true;
    model.choose_lock(10);
    CHECK_FALSE(model.trouble().empty());
    CHECK(desk.settings.minutes == 2);
}

TEST_CASE("the midwife's number is kept if it is one, and may be taken away") {
    Desk desk;
    SettingsModel model(desk.ports());
    model.phone = "0812-3456 7890";
    model.keep_phone();
    CHECK(desk.settings.phone == "0812-3456 7890");
    CHECK(model.is_phone_kept());
    for (const char* wrong : {"bu bidan", "12345", "55667788", "0812345678901234567"}) {
        CAPTURE(wrong);
        model.phone = wrong;
        model.keep_phone();
        CHECK(model.phone_problem().text() == "Ini bukan nomor HP. Nomor HP diawali 08 atau +62.");
        CHECK(desk.settings.phone == "0812-3456 7890");
    }
    model.phone = "";
    model.keep_phone();
    CHECK(desk.settings.phone.empty());
}

TEST_CASE("the copy is said to be as good as it is") {
    const Desk desk;
    const base::Date today = base::date_in(desk.clock.now(), {});
    const base::Instant yesterday{desk.clock.now().unix_ms - kDayMs};
    struct Row {
        screens::CopyInfo copy;
        const char* title;
        ui::Tone tone;
    };
    const Row rows[] = {
        {{"", false, false, false, {}, false}, "Belum ada salinan cadangan", ui::Tone::Warn},
        {{"/m", true, false, true, yesterday, false}, "Salinan sudah lengkap", ui::Tone::Ok},
        {{"/m", true, false, false, yesterday, false}, "Terakhir disalin kemarin", ui::Tone::Info},
        {{"/m", false, false, false, yesterday, false}, "Terakhir disalin kemarin", ui::Tone::Warn},
        {{"/m", true, true, true, yesterday, false},
         "Salinan masih di laptop ini juga",
         ui::Tone::Warn},
        {{"/m", true, false, true, yesterday, true},
         "Penyalinan terakhir tidak berhasil",
         ui::Tone::Bad},
    };
    for (const Row& row : rows) {
        CAPTURE(row.title);
        KeepingState state;
        state.copy = row.copy;
        const screens::Saying saying = screens::copy_saying(state, today, {});
        CHECK(saying.title == row.title);
        CHECK(saying.tone == row.tone);
    }
}

TEST_CASE("trying the copy says what it means: only what was read back whole is good") {
    CHECK(screens::trial_saying({CopyTrial::Finding::Equal, 0, 0, 412, 412}).text.find("412") !=
          std::string::npos);
    CHECK(screens::trial_saying({CopyTrial::Finding::Equal, 0, 0, 1, 1}).tone == ui::Tone::Ok);
    for (const auto finding : {CopyTrial::Finding::Other, CopyTrial::Finding::Damaged,
                               CopyTrial::Finding::Missing, CopyTrial::Finding::Failed}) {
        CHECK(screens::trial_saying({finding, 0, 0, 0, 0}).tone != ui::Tone::Ok);
    }
}

TEST_CASE("without a folder nothing is copied, and the page asks for one") {
    Desk desk;
    SettingsModel model(desk.ports());
    model.copy_clicked();
    CHECK(model.asks_for_folder());
    CHECK(desk.keeping.now.copy.folder.empty());
    model.folder = "/media/sri/KINGSTON";
    model.copy_clicked();
    CHECK_FALSE(model.asks_for_folder());
    CHECK(desk.keeping.now.copy.folder == "/media/sri/KINGSTON");
    model.forget_copy_clicked();
    CHECK(model.folder.empty());
}

TEST_CASE("sizes and clocks are said as people say them") {
    CHECK(screens::size_text(0) == "0 B");
    CHECK(screens::size_text(38'200) == "38 KB");
    CHECK(screens::size_text(1'234'000) == "1,2 MB");
    CHECK(screens::size_text(41'300'000'000) == "41 GB");
    CHECK(screens::size_text(-1) == "tidak diketahui");
    CHECK(screens::clock_offset_text(90'000) == "tepat");
    CHECK(screens::clock_offset_text(7 * 60'000) == "terlalu cepat 7 menit");
    CHECK(screens::clock_offset_text(-130'000) == "terlambat 2 menit");
}

TEST_CASE("the screen locks after the minutes without a touch, and a minute after it was covered") {
    ScreenGuard guard;
    guard.touched(100);
    CHECK(guard.seconds_left(100, 5) == doctest::Approx(300));
    CHECK(guard.seconds_left(399, 5) == doctest::Approx(1));
    CHECK(guard.seconds_left(401, 5) == 0);
    guard.hide(200);
    CHECK(guard.seconds_left(230, 5) == doctest::Approx(30));
    CHECK(guard.seconds_left(261, 5) == 0);
    guard.show(240);
    CHECK_FALSE(guard.is_hidden());
    CHECK(guard.seconds_left(240, 5) == doctest::Approx(300));
}
