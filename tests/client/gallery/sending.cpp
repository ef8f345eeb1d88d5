#include "tests/client/gallery/gallery.h"

namespace gallery {

using desk::Desk;
using desk::Village;
using driver::Driver;
using screens::SyncTrouble;
using screens::TroubledRow;

namespace {

constexpr std::int64_t kDayMs = 86'400'000;

base::Instant days_ago(int days) {
    return {desk::thursday().unix_ms - days * kDayMs};
}

void to_sending(Driver& d, const char* part) {
    d.fill("PIN", "24681357");
    d.click("Sign in");
    d.frames(5);
    d.click("Send");
    d.frames(2);
    if (*part != '\0') d.click(std::string("part/") + part);
    d.frames(2);
}

void fill_waiting(Desk& desk, const Village& v) {
    desk.sync.waiting = 14;
    desk.sync.confirmed = 412;
    desk.sync.last_sync_at = days_ago(3);
    desk.sync.waiting_families = {{v.household, "Agus Prasetyo", 6, days_ago(2)},
                                  {"h2", "Keluarga Bapak Muhammad Hidayatullah", 5, days_ago(1)},
                                  {"h3", "Siti Aminah", 2, days_ago(0)},
                                  {"", "", 1, days_ago(0)}};
    desk.sync.cost = screens::SendingCost{38 * 1024, 5200};
}

std::vector<TroubledRow> troubles(const Village& v) {
    TroubledRow weight{v.household, "infant_check", "r1", "Agus Prasetyo"};
    weight.code = "check";
    weight.field = "weight_g";
    weight.reason = "Berat bayi harus antara 500 dan 15000 gram.";
    TroubledRow address{v.household, "household", v.household, "Agus Prasetyo",
                        TroubledRow::Kind::Differs};
    address.differing = {{"rt", "006", "005", "Bidan Ratna"}};
    TroubledRow twice{"h2", "visit", "r3", "Muhammad Hidayatullah", TroubledRow::Kind::Refused};
    twice.reason = "Kunjungan ini tercatat dua kali.";
    TroubledRow other{"h2", "person", "r4", "Muhammad Hidayatullah"};
    other.code = "scope";
    TroubledRow mended{"h2", "mother_check", "r5", "Muhammad Hidayatullah"};
    mended.code = "check";
    mended.field = "bp_systolic";
    mended.reason = "Tekanan darah tidak mungkin.";
    mended.is_mend_waiting = true;
    return {weight, address, twice, other, mended};
}

void fill_attention(Desk& desk, const Village& v) {
    fill_waiting(desk, v);
    desk.sync.to_mend = 3;
    desk.sync.differing = 1;
    desk.sync.refused = 1;
    desk.sync.troubled = troubles(v);
}

void fill_receipts(Desk& desk, const Village& v) {
    desk.sync.receipts = {{days_ago(0), 38, 49, 1}, {days_ago(2), 30, 37}, {days_ago(9), 1, 29}};
    using screens::ResultKind;
    desk.sync_results = {
        {v.household, "Agus Prasetyo", "infant_check", "r1", ResultKind::ToMend},
        {v.household, "Agus Prasetyo", "visit", "r2", ResultKind::Received},
        {v.household, "Agus Prasetyo", "mother_check", "r3", ResultKind::Received}};
}

std::vector<Picture> sending() {
    return {
        {"sync-running",
         [](Desk& desk, const Village& v, Driver& d) {
             fill_waiting(desk, v);
             to_sending(d, "waits");
             desk.sync.is_running = true;
             desk.sync.to_send = 37;
             desk.sync.sent_so_far = 14;
             desk.sync.bytes_so_far = 22 * 1024;
             desk.sync.bytes_to_send = 38 * 1024;
         }},
        {"sync-paused",
         [](Desk& desk, const Village& v, Driver& d) {
             fill_waiting(desk, v);
             desk.sync.is_paused = true;
             to_sending(d, "");
         }},
        {"sync-by-family",
         [](Desk& desk, const Village& v, Driver& d) {
             fill_waiting(desk, v);
             desk.sync.trouble = SyncTrouble::WrongServer;
             to_sending(d, "waits");
         }},
        {"sync-attention",
         [](Desk& desk, const Village& v, Driver& d) {
             fill_attention(desk, v);
             to_sending(d, "attention");
         }},
        {"sync-result",
         [](Desk& desk, const Village& v, Driver& d) {
             fill_attention(desk, v);
             desk.sync.waiting = 0;
             desk.sync.last_sending = screens::ReceiptRow{desk::thursday(), 1, 37, 3, 1, 1};
             to_sending(d, "");
         }},
        {"sync-restored",
         [](Desk& desk, const Village&, Driver& d) {
             desk.sync.is_equal = true;
             desk.sync.confirmed = 412;
             desk.sync.last_sync_at = days_ago(0);
             desk.sync.sent_again = 37;
             to_sending(d, "");
         }},
        {"sync-erased",
         [](Desk& desk, const Village&, Driver& d) {
             desk.sync.is_equal = true;
             desk.sync.confirmed = 411;
             desk.sync.last_sync_at = days_ago(0);
             desk.sync.erased = {3, 1, 1, 2};
             to_sending(d, "");
         }},
        {"sync-going",
         [](Desk& desk, const Village& v, Driver& d) {
             fill_waiting(desk, v);
             desk.sync.is_going = true;
             desk.sync.is_running = true;
             to_sending(d, "");
         }},
        {"sync-not-known",
         [](Desk& desk, const Village& v, Driver& d) {
             fill_waiting(desk, v);
             desk.sync.trouble = SyncTrouble::NotEnrolled;
             to_sending(d, "");
         }},
        {"sync-stick-restored",
         [](Desk& desk, const Village& v, Driver& d) {
             fill_waiting(desk, v);
             desk.courier.plugged = {{"KINGSTON", "/media/KINGSTON", 14LL << 30}};
             screens::CarriedIn in;
             in.replies = 1;
             in.is_write_again = true;
             in.is_restored = true;
             in.sent_again = 37;
             desk.courier.now.read = in;
             to_sending(d, "stick");
         }},
        {"sync-receipts",
         [](Desk& desk, const Village& v, Driver& d) {
             fill_receipts(desk, v);
             to_sending(d, "receipts");
             d.click("receipt 38");
         }},
        {"sync-clock",
         [](Desk& desk, const Village& v, Driver& d) {
             fill_waiting(desk, v);
             to_sending(d, "");
             desk.clock.set(*base::parse_date_time("2010-01-01T00:10:00+07:00"));
         }},
    };
}

std::vector<Picture> sticks() {
    return {
        {"stick-none",
         [](Desk& desk, const Village& v, Driver& d) {
             fill_waiting(desk, v);
             to_sending(d, "stick");
         }},
        {"stick-written",
         [](Desk& desk, const Village& v, Driver& d) {
             fill_waiting(desk, v);
             desk.courier.plugged = {{"KINGSTON", "/media/siti/KINGSTON", 14LL << 30}};
             desk.courier.now.is_written_now = true;
             desk.courier.now.written = screens::CarriedOut{desk::thursday(), 14, 6100, 0, 14};
             to_sending(d, "stick");
         }},
        {"stick-read",
         [](Desk& desk, const Village& v, Driver& d) {
             fill_waiting(desk, v);
             desk.sync.waiting = 0;
             desk.courier.plugged = {{"KINGSTON", "/media/siti/KINGSTON", 14LL << 30},
                                     {"DATA", "/media/siti/DATA", 700LL << 20}};
             desk.courier.now.written = screens::CarriedOut{days_ago(1), 14, 6100, 0, 0};
             screens::CarriedIn in;
             in.replies = 1;
             in.confirmed = 14;
             in.received = 3;
             desk.courier.now.read = in;
             to_sending(d, "stick");
         }},
    };
}

}  // namespace

std::vector<Picture> sending_pictures() {
    std::vector<Picture> all = sending();
    for (Picture& picture : sticks()) all.push_back(std::move(picture));
    return all;
}

}  // namespace gallery
