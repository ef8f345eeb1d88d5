#include "tests/client/ui/widget_gallery/pages.h"

#include "client/ui/buttons.h"
#include "client/ui/draw.h"
#include "client/ui/icons.h"
#include "client/ui/layout.h"
#include "client/ui/look.h"
#include "client/ui/status.h"
#include "client/ui/widgets/calendar_grid.h"
#include "client/ui/widgets/chart.h"
#include "client/ui/widgets/chips.h"
#include "client/ui/widgets/dialog.h"
#include "client/ui/widgets/folder_field.h"
#include "client/ui/widgets/marks.h"
#include "client/ui/widgets/navigation.h"
#include "client/ui/widgets/qr_square.h"
#include "client/ui/widgets/table.h"
#include "client/ui/widgets/takeover.h"
#include "client/ui/widgets/timer.h"

#include <algorithm>
#include <functional>
#include <memory>

namespace widget_gallery {

namespace {

using ui::Tone;

void draw_navigation() {
    ui::NavStyle style;
    style.unit = "Posyandu Melati 3, Desa Sukamaju";
    style.user = "Siti Rahmawati";
    style.places = {{{"today", "Hari ini"}, ui::icon::kHome, 7, true, "", "F1"},
                    {{"families", "Keluarga"}, ui::icon::kFamilies, 0, false, "", "F2"},
                    {{"batch", "Catat cepat"}, ui::icon::kKeyboard, 0, false, "", "F3"},
                    {{"register", "Register bulan ini"}, ui::icon::kList, 0, false, "Register"},
                    {{"pregnant", "Kehamilan"}, ui::icon::kFemale},
                    {{"outreach", "Penyuluhan"}, ui::icon::kBullhorn},
                    {{"referrals", "Rujukan"}, ui::icon::kAmbulance, 2},
                    {{"send", "Kirim"}, ui::icon::kSend, 14},
                    {{"settings", "Pengaturan"}, ui::icon::kSettings}};
    style.foot = {{{"hide", "Sembunyikan"}, ui::icon::kEyeOff, 0, false, "Tutup", "F12"},
                  {{"lock", "Kunci"}, ui::icon::kLock}};
    ui::navigation(style);
}

void page(const std::function<void()>& body) {
    const ui::Root root;
    ui::Row columns(0);
    columns.cell(ui::nav_width());
    draw_navigation();
    columns.cell(0);
    const ui::Pane pane("page", {.pad_y = 16, .ground = ui::palette().page});
    body();
}

void draw_register() {
    const ui::Card card;
    const std::vector<ui::Column> columns = {{"Nama bayi", 0},
                                             {"Ibu", 0, false, true},
                                             {"Umur", 100, true},
                                             {"Berat", 110, true},
                                             {"Keadaan", 150}};
    ui::table("babies", columns, 6,
              [](std::size_t row, std::size_t column) -> ui::Cell {
                  if (column == 0) return {.text = "Muhammad Rizki Ramadhan", .strong = true};
                  if (column == 1) return {.text = "Nur Hidayah"};
                  if (column == 2) return {.text = std::to_string(row) + " bln"};
                  if (column == 3) return {.text = "5,2 kg", .opens = true};
                  if (row == 2)
                      return {.text = "Rujukan", .tone = Tone::Bad, .icon = ui::icon::kWarning};
                  return {.text = "Sehat", .tone = Tone::Ok, .icon = ui::icon::kCheckCircle};
              },
              {.rows_open = true});
}

void draw_timeline() {
    const ui::Card card;
    ui::section("Riwayat keluarga");
    ui::timeline_row("a",
                     {.icon = ui::icon::kHeart,
                      .when = "Kamis, 19 November 2026",
                      .title = "Kunjungan nifas (KF2)",
                      .detail = "Ibu sehat. Bayi hanya minum ASI. Pijat dipraktikkan keluarga, "
                                "diperhatikan kader.",
                      .pill_text = "Terkirim",
                      .pill_icon = ui::icon::kCheck,
                      .pill_tone = Tone::Ok,
                      .is_first = true,
                      .opens = true});
    ui::timeline_row("b", {.icon = ui::icon::kWarning,
                           .tone = Tone::Bad,
                           .when = "12 November 2026",
                           .title = "Tanda bahaya: bayi demam",
                           .detail = "Dirujuk ke puskesmas",
                           .opens = true});
    ui::timeline_row("c", {.icon = ui::icon::kChild,
                           .tone = Tone::Ok,
                           .when = "5 November 2026",
                           .title = "Lahir: Muhammad Rizki, 3.100 gram",
                           .is_last = true});
}

std::vector<ui::Spot> curve(float start, float gain) {
    std::vector<ui::Spot> spots;
    for (int month = 0; month <= 12; ++month) {
        const float x = static_cast<float>(month);
        spots.push_back({x, start + gain * x / (1 + 0.09F * x)});
    }
    return spots;
}

ui::Chart growth() {
    ui::Chart chart;
    chart.curves = {
        {"+3 SD", curve(5.0F, 1.29F), Tone::Bad},  {"+2 SD", curve(4.4F, 1.15F), Tone::Warn},
        {"+1 SD", curve(3.9F, 1.04F), Tone::Info}, {"0", curve(3.3F, 0.95F), Tone::Ok, true},
        {"-1 SD", curve(2.9F, 0.85F), Tone::Info}, {"-2 SD", curve(2.5F, 0.77F), Tone::Warn},
        {"-3 SD", curve(2.1F, 0.69F), Tone::Bad}};
    chart.bands = {{5, 1, Tone::Ok}, {6, 5, Tone::Warn}, {1, 0, Tone::Warn}};
    chart.points = {{"0", {0, 3.1F}, "3,1 kg"},
                    {"1", {1, 4.0F}, "4,0 kg"},
                    {"2", {2, 4.6F}, "4,6 kg · 19 Nov"},
                    {"3", {3, 4.9F}, "4,9 kg", Tone::Bad}};
    chart.x_ticks = ui::whole_ticks(0, 12, 1);
    chart.y_ticks = ui::whole_ticks(2, 14, 2);
    chart.x_title = "umur (bulan)";
    chart.y_title = "berat (kg)";
    chart.low = {0, 1};
    chart.high = {12, 14};
    return chart;
}

ui::CalendarDay massage_on(base::Date date) {
    const int day = base::days_between(base::Date{std::chrono::year(2026) / 11 / 5}, date);
    if (day < 0 || day > 30) return {ui::DayMark::None, 0, true};
    if (day % 5 == 0) return {ui::DayMark::Observed, day == 5 ? 2 : 1};
    if (day % 3 == 0) return {ui::DayMark::Reported, day == 9 ? 3 : 1};
    return {};
}

}  // namespace

void draw_lists() {
    page([] {
        ui::chips("filter",
                  {{"all", "Semua", 128},
                   {"nifas", "Masa nifas", 12},
                   {"0-5", "Bayi 0-5 bulan", 34},
                   {"unseen", "Belum dikunjungi bulan ini", 9}},
                  "nifas");
        ui::gap(8);
        ui::tabs("part", {{"growth", "Pertumbuhan"}, {"asi", "ASI"}, {"tasks", "Tugas", 3}}, "asi");
        ui::gap(8);
        draw_register();
        ui::gap(8);
        draw_timeline();
    });
}

void draw_health() {
    page([] {
        {
            const ui::Card card;
            ui::section("Berat badan", "Muhammad Rizki, 3 bulan");
            ui::line_chart("weight", growth(), 2);
        }
    });
}

void draw_months() {
    page([] {
        ui::number_tiles("tiles", {{"38", "bayi 0-5 bulan", Tone::Info, true},
                                   {"31", "hanya ASI kemarin", Tone::Ok, true},
                                   {"4", "belum ditanya bulan ini", Tone::Warn, true},
                                   {"1", "tanda bahaya belum selesai", Tone::Bad, true}});
        ui::gap(8);
        {
            const ui::Card card;
            ui::section("ASI eksklusif", "bulan 0 sampai 5");
            ui::month_strip("asi", {{"0 bln", ui::MonthMark::Tick},
                                    {"1 bln", ui::MonthMark::Tick},
                                    {"2 bln", ui::MonthMark::Absent},
                                    {"3 bln", ui::MonthMark::Cross},
                                    {"4 bln", ui::MonthMark::Empty, true},
                                    {"5 bln"}});
            ui::gap(8);
            ui::stages("draft", {"Draf", "Siap kirim", "Terkirim"}, 0);
            ui::stages("ready", {"Draf", "Siap kirim", "Terkirim"}, 1);
            ui::stages("sent", {"Draf", "Siap kirim", "Terkirim"}, 2);
        }
        ui::gap(8);
        const ui::Card card;
        ui::section("Pijat oksitosin");
        ui::CalendarStyle style;
        style.first = base::Date{std::chrono::year(2026) / 11 / 5};
        style.weeks = 5;
        style.today = base::Date{std::chrono::year(2026) / 11 / 19};
        style.day = massage_on;
        style.observed = "dilihat kader";
        style.reported = "cerita keluarga";
        ui::calendar_grid("massage", style);
    });
}

void draw_tools() {
    page([] {
        const bool narrow = ui::is_narrow();
        const float whole = ui::available();
        const float half = narrow ? whole : (whole - ui::px(ui::kGap)) / 2;
        ui::Row row;
        row.cell(half);
        {
            const ui::Card card;
            ui::section("Hitung napas", "60 detik, saat bayi tenang");
            ui::countdown("minute", 0.7F, "42", "detik lagi");
            ui::tap_counter({"breath", "Tekan setiap kali bayi bernapas"}, 31);
        }
        if (narrow) return;
        row.cell(half);
        const ui::Card card;
        std::vector<bool> dark(29 * 29);
        for (std::size_t i = 0; i < dark.size(); ++i) dark[i] = (i * 7919 / 13) % 3 == 0;
        ui::qr_square("message", 29, dark, 180);
        std::string folder = "/media/siti/KINGSTON";
        ui::folder_field({"folder", "Simpan di"}, folder,
                         {{"KINGSTON, 14 GB kosong", "/media/siti/KINGSTON"},
                          {"SANDISK, 2 GB kosong", "/media/siti/SANDISK"}},
                         "Tidak ada flashdisk terpasang.");
        ui::gap(4);
        ui::button({"save", "Simpan"}, {.emphasis = ui::Emphasis::Primary, .keys = "Ctrl+Enter"});
        ui::button({"undo", "Batalkan"}, {.icon = ui::icon::kUndo, .keys = "Ctrl+Z"});
    });
}

void draw_dialog() {
    draw_months();
    ui::DialogStyle style;
    style.title = "Buang jawaban kunjungan ini?";
    style.text =
        "Jawaban yang sudah diisi akan hilang dari laptop ini dan tidak dapat dikembalikan.";
    style.icon = ui::icon::kTrash;
    style.tone = Tone::Bad;
    style.primary = {"throw", "Ya, buang"};
    style.primary_emphasis = ui::Emphasis::Danger;
    style.secondary = {"keep", "Tidak, simpan"};
    ui::dialog("discard", style);
}

void draw_takeover() {
    const ui::Takeover page("stop", {.above = "Bayi Muhammad Rizki, 9 hari",
                                     .first_line = "Bawa ke puskesmas sekarang juga",
                                     .detail = "Bayi tidak mau menyusu"});
    ui::section("Yang dilakukan sekarang");
    ui::text(ui::Type::Body, ui::palette().text,
             "1.  Jaga bayi tetap hangat: kulit ke kulit, topi, selimut.", ui::available());
    ui::text(ui::Type::Body, ui::palette().text, "2.  Telepon bidan desa, lalu berangkat bersama.",
             ui::available());
    ui::text(ui::Type::Body, ui::palette().text, "3.  Jangan memijat hari ini.", ui::available());
    ui::gap(8);
    ui::button({"letter", "Buat surat rujukan"},
               {.emphasis = ui::Emphasis::Danger, .icon = ui::icon::kPrint});
}

}  // namespace widget_gallery
