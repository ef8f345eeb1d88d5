// What needs an eye after sending, and the courier's stick.
#include "client/screens/sending/stick_model.h"
#include "client/screens/sending/sync_page_model.h"
#include "client/screens/sending/troubled_families.h"
#include "tests/client/desk/desk.h"

#include <doctest/doctest.h>

using namespace screens;
using desk::Desk;

namespace {

TroubledRow held(const std::string& code, const std::string& field) {
    TroubledRow row{"h1", "infant_check", "r1", "Agus Prasetyo", TroubledRow::Kind::ToMend};
    row.code = code;
    row.field = field;
    row.reason = "Berat tidak mungkin.";
    return row;
}

}  // namespace

TEST_CASE("what fails its check is told with its question, and the button opens it there") {
    Desk desk;
    desk.sync.troubled = {held("check", "weight_g")};
    const auto families = troubled_families(desk.ports());
    REQUIRE(families.size() == 1);
    CHECK(families[0].name == "Agus Prasetyo");
    const TroubleShown& shown = families[0].rows.at(0);
    const std::string question =
        desk.form_set.find("infant_check")->find("weight_g")->label.in("id");
    CHECK(shown.reason == question + ": Berat tidak mungkin.");
    REQUIRE(shown.mend);
    CHECK(shown.mend->field == "weight_g");
    CHECK(shown.mend->record == "r1");
    CHECK(shown.mend->type == "infant_check");
    CHECK(shown.mend->known.empty());
}

TEST_CASE("what waits for the coordinator has no button, and says who acts") {
    for (const char* code : {"scope", "type", "held", "undecodable"}) {
        CAPTURE(code);
        Desk desk;
        desk.sync.troubled = {held(code, "")};
        const TroubleShown shown = troubled_families(desk.ports()).at(0).rows.at(0);
        CHECK_FALSE(shown.mend);
        CHECK(shown.reason.find("Berat") == std::string::npos);
        CHECK(shown.reason.find("puskesmas") + shown.reason.find("Puskesmas") !=
              2 * std::string::npos);
    }
}

TEST_CASE("what was put right already asks for nothing more") {
    Desk desk;
    desk.sync.troubled = {held("check", "weight_g")};
    desk.sync.troubled[0].is_mend_waiting = true;
    const TroubleShown shown = troubled_families(desk.ports()).at(0).rows.at(0);
    CHECK(shown.is_mend_waiting);
    CHECK_FALSE(shown.mend);
}

TEST_CASE("a difference shows both answers as people read them, and who wrote the other") {
    Desk desk;
    TroubledRow row{"h1", "household", "r1", "Agus", TroubledRow::Kind::Differs};
    row.differing = {{"rt", "006", "005", "Bidan Ratna"}, {"address", "", "Gang Mawar", ""}};
    desk.sync.troubled = {row};
    const TroubleShown shown = troubled_families(desk.ports()).at(0).rows.at(0);
    REQUIRE(shown.differing.size() == 2);
    CHECK(shown.differing[0].mine == "006");
    CHECK(shown.differing[0].standing == "005");
    CHECK(shown.differing[0].by == "Bidan Ratna");
    CHECK(shown.differing[1].mine == "tidak diisi");
    CHECK(shown.reason.starts_with("Puskesmas yang memutuskan"));
    CHECK_FALSE(shown.mend);
}

TEST_CASE("a refused record tells the person's reason and can be opened") {
    Desk desk;
    TroubledRow row{"", "visit", "r1", "", TroubledRow::Kind::Refused};
    row.reason = "Kunjungan ini dicatat dua kali";
    desk.sync.troubled = {row};
    const auto families = troubled_families(desk.ports());
    CHECK(families[0].name == "Catatan lain");
    CHECK(families[0].rows[0].reason == "Alasan: Kunjungan ini dicatat dua kali");
    CHECK(families[0].rows[0].mend);
}

TEST_CASE("the only stick is taken; one that is pulled out is forgotten") {
    Desk desk;
    StickModel stick(desk.ports());
    stick.refresh();
    CHECK_FALSE(stick.may_press());
    desk.courier.plugged = {{"KINGSTON", "/media/siti/KINGSTON", 14LL << 30}};
    stick.refresh();
    CHECK(stick.folder.empty());  // looked at two seconds later
    desk.clock.advance_ms(2000);
    stick.refresh();
    REQUIRE(stick.choices().size() == 1);
    CHECK(stick.choices()[0].name == "KINGSTON, sisa tempat 14 GB");
    CHECK(stick.folder == "/media/siti/KINGSTON");
    stick.write_clicked();
    CHECK(desk.courier.written_to == std::vector<std::string>{"/media/siti/KINGSTON"});
    desk.courier.plugged.clear();
    desk.clock.advance_ms(2000);
    stick.refresh();
    CHECK(stick.folder.empty());
    stick.read_clicked();
    CHECK(desk.courier.read_from_folders.empty());
}

TEST_CASE("what stands on a stick is never called sent before its answer") {
    Desk desk;
    const StickModel stick(desk.ports());
    desk.sync.waiting = 14;
    desk.courier.now.is_written_now = true;
    desk.courier.now.written = CarriedOut{desk::thursday(), 14, 6000, 0, 14};
    CHECK(stick.write_note().find("BELUM terkirim sampai jawabannya kembali") != std::string::npos);
    CHECK(stick.awaiting() ==
          "Titipan terakhir, hari ini pukul 09:30: 14 catatan. BELUM terkirim, "
          "jawabannya belum kembali.");
    CHECK_FALSE(stick.is_all_back());
    desk.courier.now.written->awaiting = 0;
    CHECK(stick.is_all_back());
    CHECK(stick.awaiting().find("semua sudah diterima puskesmas") != std::string::npos);
}

TEST_CASE("an answer that was read says how many the health centre holds") {
    Desk desk;
    const StickModel stick(desk.ports());
    CHECK(stick.read_note().empty());
    CarriedIn in;
    in.replies = 1;
    in.confirmed = 14;
    in.received = 3;
    desk.courier.now.read = in;
    CHECK(stick.read_note() ==
          "14 catatan Anda sudah diterima puskesmas. 3 catatan baru dari orang lain sudah masuk.");
    desk.courier.now.read->is_write_again = true;
    CHECK(stick.read_note().ends_with("salin ke flashdisk sekali lagi."));
}

TEST_CASE("each trouble with a stick has a sentence of its own") {
    std::vector<std::string> said;
    for (int i = 1; i <= static_cast<int>(CarryTrouble::Storage); ++i) {
        const std::string sentence = sentence_of(static_cast<CarryTrouble>(i));
        CHECK_FALSE(sentence.empty());
        for (const std::string& other : said) CHECK(other != sentence);
        said.push_back(sentence);
    }
    CHECK(sentence_of(CarryTrouble::None).empty());
}

TEST_CASE("a restored server takes some trips with the stick, and that is no trouble") {
    Desk desk;
    screens::CarriedIn in;
    in.replies = 1;
    in.is_write_again = true;
    in.is_restored = true;
    desk.courier.now.read = in;
    const StickModel stick(desk.ports());
    CHECK(stick.read_trouble().empty());
    CHECK(
        stick.read_note().starts_with("Komputer puskesmas dipulihkan dari salinan cadangan. "
                                      "Tekan Salin ke flashdisk sekali lagi"));
    desk.courier.now.read->sent_again = 37;
    CHECK(stick.read_note().find("37 catatan Anda dikirim ulang") != std::string::npos);
}

TEST_CASE("SYNC 23: the stick's answer tells of whom the law erased") {
    Desk desk;
    screens::CarriedIn in;
    in.replies = 1;
    in.erased = {3, 1, 1, 0};
    desk.courier.now.read = in;
    CHECK(StickModel(desk.ports())
              .read_note()
              .ends_with("1 keluarga dihapus atas permintaannya; tidak perlu Anda kirim lagi."));
}

TEST_CASE("SYNC 15: what left for another posyandu is said, online and by stick, never silently") {
    Desk desk;
    SyncPageModel page(desk.ports());
    CHECK(page.left().empty());
    desk.sync.left = 4;
    CHECK(page.left() ==
          "4 catatan sekarang milik posyandu lain, jadi tidak ada lagi di laptop ini. Kader di "
          "sana yang melanjutkan.");
    screens::CarriedIn in;
    in.replies = 1;
    in.left = 4;
    desk.courier.now.read = in;
    CHECK(StickModel(desk.ports()).read_note().find("4 catatan sekarang milik posyandu lain") !=
          std::string::npos);
}
