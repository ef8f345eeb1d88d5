#include "client/screens/frame/names.h"
#include "client/screens/sending/sync_page_model.h"
#include "tests/client/desk/desk.h"

#include <doctest/doctest.h>

namespace {

using desk::Desk;
using screens::Standing;
using screens::SyncPageModel;
using screens::SyncTrouble;

void make_green(Desk& desk) {
    desk.sync.is_equal = true;
    desk.sync.last_sync_at = desk::thursday();
    desk.sync.confirmed = 412;
}

}  // namespace

TEST_CASE("green needs a comparison and all four counts well") {
    struct Row {
        const char* what;
        void (*spoil)(screens::SyncState&);
    };
    const Row rows[] = {{"waiting", [](auto& s) { s.waiting = 1; }},
                        {"to mend", [](auto& s) { s.to_mend = 1; }},
                        {"differing", [](auto& s) { s.differing = 1; }},
                        {"refused", [](auto& s) { s.refused = 1; }},
                        {"not equal", [](auto& s) { s.is_equal = false; }},
                        {"never connected", [](auto& s) { s.last_sync_at.reset(); }}};
    Desk good;
    make_green(good);
    CHECK(SyncPageModel(good.ports()).is_green());
    for (const Row& row : rows) {
        CAPTURE(row.what);
        Desk desk;
        make_green(desk);
        row.spoil(desk.sync);
        const SyncPageModel model(desk.ports());
        CHECK_FALSE(model.is_green());
        CHECK(model.headline() != "Semua catatan Anda sudah terkirim");
    }
}

TEST_CASE("what is all sent is hers: a draft is said beside it, and so are others at the laptop") {
    Desk desk;
    make_green(desk);
    const auto said = [&] { return SyncPageModel(desk.ports()).counts()[0].sentence; };
    CHECK(said() == "Semua catatan Anda sudah sampai di puskesmas.");
    desk.local_users.push_back({"dev-2", "Bu Tutik Handayani"});
    CHECK(said().find("Pengguna lain di laptop ini mengirim catatannya sendiri") !=
          std::string::npos);
    screens::Draft draft;
    draft.id = desk.new_draft_id();
    draft.type = "mother_check";
    REQUIRE(desk.put_draft(draft).ok());
    CHECK(said().find("Draf yang belum selesai: 1. Draf tidak ikut terkirim.") !=
          std::string::npos);
}

TEST_CASE("each of the four counts has its own number and sentence") {
    Desk desk;
    desk.sync.waiting = 14;
    desk.sync.to_mend = 1;
    desk.sync.refused = 2;
    desk.sync.differing = 4;
    desk.sync.confirmed = 400;
    const auto counts = SyncPageModel(desk.ports()).counts();
    REQUIRE(counts.size() == 4);
    CHECK(counts[0].number == "14");
    CHECK(counts[0].sentence == "Tersimpan aman di laptop ini, belum sampai di puskesmas.");
    CHECK(counts[0].standing == Standing::Waiting);
    CHECK(counts[1].number == "3");
    CHECK(counts[1].standing == Standing::Attention);
    CHECK(counts[2].number == "4");
    CHECK(counts[2].standing == Standing::Attention);
    CHECK(counts[3].number == "400");
    CHECK(counts[3].standing == Standing::Unknown);
    desk.sync = {};
    make_green(desk);
    for (const auto& count : SyncPageModel(desk.ports()).counts()) {
        CHECK(count.standing == Standing::Good);
    }
}

TEST_CASE("a failed sending says what happened, that data is safe, and what comes next") {
    struct Row {
        SyncTrouble trouble;
        const char* begins;
    };
    const Row rows[] = {
        {SyncTrouble::NoConnection, "Tidak terkirim: tidak ada sambungan ke puskesmas."},
        {SyncTrouble::WrongServer, "Tidak terkirim: yang menjawab bukan puskesmas Anda."},
        {SyncTrouble::OtherAnswered, "Tidak terkirim: Wi-Fi atau jaringan ini minta masuk dulu."},
        {SyncTrouble::NotEnrolled, "Tidak terkirim: laptop ini tidak dikenal"},
        {SyncTrouble::Revoked, "Tidak terkirim: izin laptop ini sudah ditutup"},
        {SyncTrouble::Paused,
         "Tidak terkirim: puskesmas sedang menghentikan pengiriman sementara."},
        {SyncTrouble::ProgramTooOld, "Tidak terkirim: versi aplikasi ini sudah"},
        {SyncTrouble::ServerBusy, "Tidak terkirim: puskesmas sedang sibuk."},
        {SyncTrouble::ServerTrouble, "Tidak terkirim: komputer puskesmas sedang bermasalah."}};
    for (const Row& row : rows) {
        Desk desk;
        desk.sync.waiting = 14;
        desk.sync.trouble = row.trouble;
        const std::string said = SyncPageModel(desk.ports()).trouble();
        CAPTURE(said);
        CHECK(said.starts_with(row.begins));
        CHECK(said.find("14 catatan Anda aman di laptop ini.") != std::string::npos);
    }
    Desk calm;
    CHECK(SyncPageModel(calm.ports()).trouble().empty());
}

TEST_CASE("the next try is told in minutes") {
    Desk desk;
    desk.sync.trouble = SyncTrouble::NoConnection;
    desk.sync.next_try_at = base::Instant{desk::thursday().unix_ms + 9 * 60000 + 1};
    const SyncPageModel model(desk.ports());
    CHECK(model.trouble().ends_with("Akan dicoba lagi dalam 10 menit."));
    desk.sync.next_try_at.reset();
    CHECK(model.trouble().ends_with("Tekan Kirim sekarang untuk mencoba lagi."));
}

TEST_CASE("sending is started once, and its progress counts what the server has received") {
    Desk desk;
    SyncPageModel model(desk.ports());
    model.send_clicked();
    CHECK(desk.syncs_started == 1);
    desk.sync.is_running = true;
    desk.sync.to_send = 37;
    desk.sync.sent_so_far = 34;
    model.send_clicked();
    CHECK(desk.syncs_started == 1);
    CHECK(model.progress() == doctest::Approx(34.0 / 37));
    CHECK(model.progress_text() == "Mengirim: 34 dari 37 sudah diterima puskesmas");
    desk.sync.to_send = 0;
    CHECK(model.progress() == 0);
}

TEST_CASE("a clock that is far off is mentioned, a little is not") {
    Desk desk;
    desk.sync.clock_offset_ms = 60'000;
    const SyncPageModel model(desk.ports());
    CHECK(model.clock_doubt().empty());
    desk.sync.clock_offset_ms = -3'600'000;
    CHECK(model.clock_doubt().find("60 menit") != std::string::npos);
}

TEST_CASE("the head of every page says what is not sent, and all sent only after a comparison") {
    Desk desk;
    CHECK(screens::not_sent_text(desk.sync) == "Belum terkirim: 0");
    desk.sync.waiting = 3;
    CHECK(screens::not_sent_text(desk.sync) == "Belum terkirim: 3");
    desk.sync.waiting = 0;
    make_green(desk);
    CHECK(screens::not_sent_text(desk.sync) == "Semua terkirim");
}

TEST_CASE("what a sending costs is told before it, and nothing is invented") {
    Desk desk;
    const SyncPageModel model(desk.ports());
    CHECK(model.cost_text().empty());
    desk.sync.waiting = 14;
    CHECK(model.cost_text().empty());
    desk.sync.cost = screens::SendingCost{38 * 1024, std::nullopt};
    CHECK(model.cost_text() == "Perlu 38 KB");
    desk.sync.cost->ms = 5200;
    CHECK(model.cost_text() == "Perlu 38 KB, ± 5 detik");
    desk.sync.cost->ms = 3 * 60000;
    CHECK(model.cost_text() == "Perlu 38 KB, ± 3 menit");
    desk.sync.is_running = true;
    CHECK(model.cost_text().empty());
}

TEST_CASE("sending is paused once, goes on with the same button, and says what is left") {
    Desk desk;
    SyncPageModel model(desk.ports());
    model.pause_clicked();
    CHECK_FALSE(desk.sync.is_pausing);
    desk.sync.is_running = true;
    desk.sync.to_send = 37;
    desk.sync.sent_so_far = 14;
    desk.sync.bytes_so_far = 22 * 1024;
    desk.sync.bytes_to_send = 38 * 1024;
    CHECK(model.progress_text() ==
          "Mengirim: 14 dari 37 sudah diterima puskesmas, 22 KB dari 38 KB");
    model.pause_clicked();
    CHECK(desk.sync.is_pausing);
    CHECK_FALSE(model.may_pause());
    CHECK(model.progress_text().starts_with("Dijeda setelah"));
    desk.sync.is_running = false;
    desk.sync.is_paused = true;
    desk.sync.waiting = 23;
    CHECK(model.headline() == "Dijeda. Belum terkirim: 23");
    model.send_clicked();
    CHECK(desk.syncs_started == 1);
}

TEST_CASE("the result of a sending counts what was received, and what of it needs an eye") {
    Desk desk;
    const SyncPageModel model(desk.ports());
    CHECK(model.result_text().empty());
    desk.sync.last_sending = screens::ReceiptRow{desk::thursday(), 1, 37};
    CHECK(model.result_text() == "37 catatan sudah diterima puskesmas pukul 09:30.");
    CHECK(model.is_result_fine());
    desk.sync.last_sending->to_mend = 2;
    desk.sync.last_sending->differing = 1;
    CHECK(model.result_text().ends_with("3 di antaranya perlu Anda lihat."));
    CHECK_FALSE(model.is_result_fine());
}

TEST_CASE("what waits is listed by family, also what has no name or no family") {
    Desk desk;
    desk.sync.waiting_families = {{"h1", "Agus Prasetyo", 3, desk::thursday()},
                                  {"h2", "", 1, desk::thursday()},
                                  {"", "", 2, desk::thursday()}};
    const SyncPageModel model(desk.ports());
    REQUIRE(model.waiting_families() == 3);
    CHECK(model.waiting_row(0).name == "Agus Prasetyo");
    CHECK(model.waiting_row(0).detail == "3 catatan, yang tertua hari ini pukul 09:30");
    CHECK(model.waiting_row(1).name == "Keluarga tanpa nama");
    CHECK(model.waiting_row(2).name == "Catatan lain");
}

TEST_CASE("receipts stand by month, newest first") {
    Desk desk;
    const auto february = *base::parse_date_time("2026-02-27T10:42:00+07:00");
    desk.sync.receipts = {{desk::thursday(), 38, 40, 1}, {february, 1, 37}};
    const screens::ReceiptsModel receipts(desk.ports());
    const auto months = receipts.months();
    REQUIRE(months.size() == 2);
    CHECK(months[0].title == "Maret 2026");
    CHECK(months[0].rows[0].detail.ends_with("1 perlu dilihat waktu itu"));
    CHECK(months[1].title == "Februari 2026");
    CHECK(months[1].rows[0].text == "37 dikirim, 37 diterima, 10:42");
}

TEST_CASE("an opened receipt lists each record, those that need an eye first") {
    Desk desk;
    using screens::ResultKind;
    desk.sync_results = {{"h", "Agus", "visit", "1", ResultKind::Received},
                         {"h", "Agus", "visit", "2", ResultKind::ToMend}};
    screens::ReceiptsModel receipts(desk.ports());
    const screens::ReceiptRow receipt{desk::thursday(), 1, 3};
    receipts.pressed(receipt);
    REQUIRE(receipts.results().size() == 2);
    CHECK(receipts.results()[0].title == "Perlu diperbaiki");
    CHECK(receipts.results()[1].title == "Diterima");
    CHECK(receipts.is_shortened());
    receipts.pressed(receipt);
    CHECK(receipts.results().empty());
}

TEST_CASE("a laptop that says an earlier day than its last sending is told so") {
    Desk desk;
    desk.sync.last_sync_at = desk::thursday();
    desk.clock.set(*base::parse_date_time("2010-01-01T00:10:00+07:00"));
    const std::string said = SyncPageModel(desk.ports()).clock_doubt();
    CHECK(said.find("1 Januari 2010") != std::string::npos);
    CHECK(said.find("5 Maret 2026") != std::string::npos);
}

TEST_CASE("who leaves while something waits is told that it is safe") {
    Desk desk;
    CHECK(screens::leaving_note(desk.sync).empty());
    desk.sync.waiting = 3;
    CHECK(screens::leaving_note(desk.sync) ==
          "3 catatan belum terkirim. Tersimpan aman di laptop ini.");
}

TEST_CASE("a restored server is told of in one calm sentence, once all is with it again") {
    desk::Desk desk;
    const screens::SyncPageModel model(desk.ports());
    CHECK(model.restored().empty());
    desk.sync.sent_again = 37;
    desk.sync.waiting = 0;
    CHECK(
        model.restored() ==
        "Komputer puskesmas dipulihkan dari salinan cadangan. 37 catatan Anda dikirim ulang, tidak "
        "perlu diisi lagi.");
    desk.sync.waiting = 5;  // cut in the middle: they still wait
    CHECK(model.restored().empty());
    desk.sync.waiting = 0;
    desk.sync.sent_again = 0;
    CHECK(model.restored() == "Komputer puskesmas dipulihkan dari salinan cadangan.");
}

TEST_CASE("SYNC 23: whom the law erased is told of in one calm sentence without a name") {
    desk::Desk desk;
    const screens::SyncPageModel model(desk.ports());
    CHECK(model.erased().empty());
    desk.sync.erased = {3, 1, 1, 0};
    CHECK(model.erased() == "1 keluarga dihapus atas permintaannya; tidak perlu Anda kirim lagi.");
    desk.sync.is_running = true;
    CHECK(model.erased().empty());
    desk.sync.is_running = false;
    desk.sync.erased = {2, 0, 1, 0};
    CHECK(model.erased() ==
          "Data 1 orang dihapus atas permintaannya; tidak perlu Anda kirim lagi.");
    desk.sync.erased = {4, 0, 0, 0};
    CHECK(model.erased() ==
          "4 catatan dihapus atas permintaan orangnya; tidak perlu Anda kirim lagi.");
    desk.sync.erased = {0, 0, 0, 2};
    CHECK(model.erased() ==
          "2 catatan Anda tidak diterima, karena menyebut orang yang datanya sudah dihapus atas "
          "permintaannya. Catatan kertasnya tetap Anda simpan.");
}

TEST_CASE(
    "SYNC 24: access closed while she saved: what goes first is said, then where to take it") {
    desk::Desk desk;
    const screens::SyncPageModel model(desk.ports());
    CHECK(model.going().empty());
    desk.sync.is_going = true;
    desk.sync.waiting = 1;
    CHECK(model.going() ==
          "Izin laptop ini sudah ditutup oleh puskesmas. Yang baru saja Anda simpan dikirim dulu; "
          "sesudah itu data di laptop ini dihapus.");
    desk.sync.trouble = screens::SyncTrouble::Revoked;
    CHECK(model.going().empty());
    CHECK(model.trouble().ends_with(
        "Salin ke flashdisk, lalu serahkan ke koordinator: di puskesmas tetap diterima."));
    desk.sync.waiting = 0;
    CHECK(model.trouble().ends_with("Hubungi koordinator."));
}
