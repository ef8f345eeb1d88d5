// Deciding in the browser: that nothing she wrote is dropped, that what was done is named, and
// whose word it was.
#include "tests/sync-server/console/mending.h"
#include "tests/sync-server/console/morning.h"

using namespace console_test;

namespace {

// The answer that stands is a midwife's.
struct TwoWords : Mending {
    TwoWords() {
        server_store::Device laptop;
        laptop.id = base::DeviceId("01890000-0000-7000-8000-0000000000d2");
        laptop.user = user("bidan").id;
        laptop.token_hash = "another";
        REQUIRE(server_store::add_device(writer(), laptop, clock.now()).ok());
        server_store::LoggedChange logged;
        logged.device = server_store::find_device(writer(), laptop.id.text()).value()->no;
        logged.incarnation = 1;
        logged.n = 1;
        logged.record = kMother;
        logged.line = line_of(R"({"full_name":"Siti <Aminah>"})");
        logged.hash = "h";
        logged.received_at = clock.now();
        logged.before = R"({"full_name":null})";
        REQUIRE(server_store::log_change(writer(), logged).ok());
        clock.advance_ms(60'000);
    }
};

}  // namespace

TEST_CASE_FIXTURE(Mending, "another answer beside a marked one is asked about, not dropped") {
    const std::string page = "/conflicts/" + add_conflict();
    const Fields both = {{"shown", shown(page)},
                         {"choice", "standing"},
                         {"answer.full_name", "Siti Aminah binti Umar"},
                         {"reason", "ditelepon"}};
    const auto asked = post(page, both);
    CHECK(asked.status == 422);
    CHECK(has(asked, "Anda juga mengisi &quot;Jawaban lain&quot;. Mana yang benar?"));
    CHECK(has(asked, "<details open"));
    CHECK(has(asked, "value=\"Siti Aminah binti Umar\""));
    CHECK(has(asked, "value=\"ditelepon\""));
    CHECK_FALSE(has(asked, " checked"));  // she says which
    CHECK(audited("conflict_decided") == 0);
    CHECK(post(page, both).status == 422);  // on a page that has not asked
    Fields answered = both;
    answered.emplace_back("asked-which", input_value(asked.body, "asked-which"));
    Fields changed = answered;
    changed[2].second = "Siti Aminah binti Ali";
    CHECK(post(page, changed).status == 422);  // of this one she was not asked
    answered[1].second = "third";
    CHECK(post(page, answered).status == 303);
    CHECK(mother().text("full_name") == "Siti Aminah binti Umar");
}

TEST_CASE_FIXTURE(Mending, "whoever was asked which she means is taken at her word") {
    const std::string page = "/conflicts/" + add_conflict();
    Fields both = {{"shown", shown(page)},
                   {"choice", "incoming"},
                   {"answer.full_name", "Siti Aminah binti Umar"}};
    const auto asked = post(page, both);
    REQUIRE(asked.status == 422);
    both.emplace_back("asked-which", input_value(asked.body, "asked-which"));
    CHECK(post(page, both).status == 303);
    CHECK(mother().text("full_name") == "Sitti Aminah");
}

TEST_CASE_FIXTURE(Mending, "another answer that says what came later counts as that one") {
    const std::string page = "/conflicts/" + add_conflict();
    Fields both = {
        {"shown", shown(page)}, {"choice", "standing"}, {"answer.full_name", "Sitti Aminah"}};
    CHECK(post(page, both).status == 422);
    both[1].second = "third";
    CHECK(post(page, both).status == 303);
    CHECK(mother().text("full_name") == "Sitti Aminah");
    clock.advance_ms(60'000);
    CHECK(has(get(page), "yang datang kemudian dipakai"));
}

TEST_CASE_FIXTURE(Mending, "the answer that came later, marked and written, is taken at once") {
    const std::string page = "/conflicts/" + add_conflict();
    CHECK(
        post(page,
             {{"shown", shown(page)}, {"choice", "incoming"}, {"answer.full_name", "Sitti Aminah"}})
            .status == 303);
    CHECK(mother().text("full_name") == "Sitti Aminah");
}

TEST_CASE_FIXTURE(Mending, "what was decided of a conflict names whom and what, and the way back") {
    const std::string page = "/conflicts/" + add_conflict();
    REQUIRE(post(page, {{"shown", shown(page)}, {"choice", "incoming"}}).status == 303);
    const auto next = get("/conflicts");
    CHECK(has(next,
              "<strong><bdi>Sitti Aminah</bdi></strong>: Nama lengkap: yang datang kemudian "
              "dipakai. Kedua kader melihatnya saat tersambung berikutnya."));
    CHECK(has(next, "<a href=\"" + page + "\">Buka atau batalkan</a>"));
    CHECK(has(get(page), page + "/reopen"));
}

TEST_CASE_FIXTURE(Mending, "a change that was taken is named, with its record to look at") {
    const std::string page = add_quarantined();
    REQUIRE(
        post(page + "/mend", {{"shown", shown(page)}, {"answer.phone", "081234567890"}}).status ==
        303);
    const auto next = get("/quarantine");
    CHECK(has(next, "Siti &lt;Aminah&gt;</bdi></strong>: Diperbaiki dan diterima."));
    CHECK(has(next, "href=\"/figures/record/" + kMother + "\""));
    clock.advance_ms(60'000);
    CHECK(has(get(page), "kader memperbaikinya di laptop"));
}

TEST_CASE_FIXTURE(Mending, "a change that was put right first is listed so, with the answer") {
    const std::string page = add_quarantined();
    REQUIRE(
        post(page + "/mend", {{"shown", shown(page)}, {"answer.phone", "081234567890"}}).status ==
        303);
    const std::string corrected =
        "diperbaiki dan diterima · <a href=\"" + page +
        "\">Buka</a><div>Nomor HP (WhatsApp): <bdi>081234567890</bdi></div>";
    CHECK(has(get("/decided"), corrected));
    clock.advance_ms(60'000);
    CHECK(has(get(page), ">diperbaiki dan diterima<"));
}

TEST_CASE_FIXTURE(Mending, "a change that was taken as it came was not put right") {
    const std::string page = add_quarantined(R"({"phone":"081234567890"})");
    REQUIRE(post(page + "/mend", {{"shown", shown(page)}, {"untouched", "1"}}).status == 303);
    CHECK(has(get("/quarantine"), "</strong>: Diterima."));
    CHECK_FALSE(has(get("/decided"), "diperbaiki dan diterima"));
    clock.advance_ms(60'000);
    CHECK_FALSE(has(get(page), "diperbaiki dan diterima"));
}

TEST_CASE_FIXTURE(Mending, "a change that was refused or sent back is named, with the way to it") {
    const std::string page = add_quarantined();
    REQUIRE(post(page + "/back",
                 {{"told", input_value(get(page).body, "told")}, {"back-words", "Tolong periksa"}})
                .status == 303);
    const auto sent = get("/quarantine");
    CHECK(has(sent, "Siti &lt;Aminah&gt;</bdi></strong>: Dikembalikan."));
    REQUIRE(post(page + "/refuse", {{"refuse-words", "bukan dia"}}).status == 303);
    const auto next = get("/quarantine");
    CHECK(has(next, "Siti &lt;Aminah&gt;</bdi></strong>: Ditolak."));
    CHECK(has(next, "<a href=\"" + page + "\">Buka atau batalkan</a>"));
    CHECK_FALSE(has(get(page), "kader memperbaikinya di laptop"));
}

TEST_CASE_FIXTURE(TwoWords, "an answer that was put back is still hers who gave it") {
    const std::string page = "/conflicts/" + add_conflict();
    REQUIRE(post(page, {{"shown", shown(page)}, {"choice", "incoming"}}).status == 303);
    clock.advance_ms(60'000);
    const std::string body = get(page).body;
    REQUIRE(post(page + "/reopen", {{"shown", input_value(body, "shown")},
                                    {"decided", input_value(body, "decided")},
                                    {"reason", "salah pilih"}})
                .status == 303);
    clock.advance_ms(60'000);
    CHECK(has(get(page), "<bdi>bidan</bdi>, diterima"));
    REQUIRE(post(page, {{"shown", shown(page)}, {"choice", "standing"}}).status == 303);
    clock.advance_ms(60'000);
    const auto rows = get("/decided");
    CHECK(has(rows, "Nama lengkap: <bdi>Siti &lt;Aminah&gt;</bdi> (<bdi>bidan</bdi>)"));
    CHECK(has(rows, "</a> · <bdi>bidan</bdi> · <bdi>kader</bdi></div>"));
    CHECK(has(get(page), "<bdi>bidan</bdi>, diterima"));
}

TEST_CASE_FIXTURE(TwoFamilies, "who wrote her down is the cadre, also after a joining was undone") {
    log(11, 11, line_of(11, R"({"full_name":"Siti Aminah"})"));
    const std::string shown = get(pair_of(11, 12) + "?keep=" + id_of(11)).body;
    Fields fields = joined(shown);
    fields.emplace_back("take.full_name", "loser");
    REQUIRE(post(pair_of(11, 12) + "/join", fields).status == 303);
    const std::string merge = "/merges/" + newest_of("person");
    const std::string undo = get(merge).body;
    REQUIRE(post(merge + "/undo", {{"shown-winner", input_value(undo, "shown-winner")},
                                   {"shown-loser", input_value(undo, "shown-loser")},
                                   {"reason", "ternyata kakaknya"}})
                .status == 303);
    const std::string page = get(pair_of(11, 12)).body;
    const auto row = page.find("Ditulis oleh");
    REQUIRE(row != std::string::npos);
    CHECK(page.substr(row, page.find("</tr>", row) - row).find("<bdi>kader</bdi>, diterima") !=
          std::string::npos);
}
