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
        CHECK(model.headline() != "Semua catatan sudah terkirim");
    }
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
        {SyncTrouble::NotEnrolled, "Tidak terkirim: laptop ini tidak dikenal"},
        {SyncTrouble::Revoked, "Tidak terkirim: izin laptop ini sudah ditutup"},
        {SyncTrouble::ProgramTooOld, "Tidak terkirim: aplikasi ini sudah terlalu lama"},
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

TEST_CASE("a receipt says when and how many") {
    Desk desk;
    const SyncPageModel model(desk.ports());
    CHECK(model.receipt_text({desk::thursday(), 5, 16}) ==
          "hari ini pukul 09:30: 12 catatan diterima");
}
