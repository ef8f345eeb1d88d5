// What a coordinator and a midwife decide in their browser: conflicts and waiting changes, as two
// laptops brought them.
#include "tests/sync-server/console/mending.h"

using namespace console_test;

TEST_CASE_FIXTURE(Mending, "a conflict shows both answers with who and when, and is decided once") {
    const std::string page = "/conflicts/" + add_conflict();
    CHECK(has(get("/conflicts"), "keluarga"));
    const auto one = get(page);
    CHECK(has(one, "Sitti Aminah"));
    CHECK(has(one, "Siti &lt;Aminah&gt;"));
    CHECK(has(one, "kader"));
    CHECK(audited("see_conflict") == 1);
    const std::string revision = shown(page);
    CHECK(post(page, {{"shown", revision}}).status == 422);  // nothing chosen
    CHECK(post(page, {{"shown", revision}, {"choice", "incoming"}, {"reason", "benar"}}).status ==
          303);
    CHECK(mother().text("full_name") == "Sitti Aminah");
    CHECK(audited("conflict_decided") == 1);
    CHECK(post(page, {{"shown", revision}, {"choice", "standing"}}).status == 409);
    CHECK(mother().text("full_name") == "Sitti Aminah");
}

TEST_CASE_FIXTURE(Mending, "a conflict says what stood there before either of the two wrote") {
    put(kMother, "person", R"({"full_name":"Siti Aminah binti Umar"})");
    put(kMother, "person", R"({"full_name":"Siti Aminah bt Umar"})");
    const std::string page = "/conflicts/" + add_conflict();
    CHECK(has(get(page), "Sebelum keduanya menulis: <bdi>Siti &lt;Aminah&gt;</bdi>"));
    CHECK_FALSE(has(get(page), "Sebelum keduanya menulis: <bdi>Siti Aminah"));
}

TEST_CASE_FIXTURE(Mending, "of an answer that nobody had given before a conflict says so") {
    put(kMother, "person", R"({"phone":"081234567890"})");
    const std::string page = "/conflicts/" + add_conflict(R"({"phone":"081234567809"})");
    CHECK(has(get(page), "Sebelum keduanya menulis: belum diisi"));
}

TEST_CASE_FIXTURE(Mending, "a third answer is checked as the form asks, and can be written") {
    const std::string page = "/conflicts/" + add_conflict();
    const std::string revision = shown(page);
    const auto empty =
        post(page, {{"shown", revision}, {"choice", "third"}, {"answer.full_name", ""}});
    CHECK(empty.status == 422);
    const auto untouched = post(
        page, {{"shown", revision}, {"choice", "third"}, {"answer.full_name", "Siti <Aminah>"}});
    CHECK(untouched.status == 422);  // the field holds what stands: nothing was written
    CHECK(has(untouched, "<details open"));
    CHECK(has(untouched, "value=\"third\" checked"));  // what she chose is not asked again
    CHECK(audited("conflict_decided") == 0);
    CHECK(post(page, {{"shown", revision},
                      {"choice", "third"},
                      {"answer.full_name", "Siti Aminah binti Umar"}})
              .status == 303);
    CHECK(mother().text("full_name") == "Siti Aminah binti Umar");
}

TEST_CASE_FIXTURE(Mending, "of two coordinators on the same page the second is told") {
    const std::string page = "/conflicts/" + add_conflict();
    const std::string revision = shown(page);
    put(kMother, "person", R"({"occupation":"petani"})");
    CHECK(post(page, {{"shown", revision}, {"choice", "incoming"}}).status == 409);
    CHECK(mother().text("full_name") == "Siti <Aminah>");
}

TEST_CASE_FIXTURE(Mending, "what arrives between reading and writing is not overwritten either") {
    const std::string page = "/conflicts/" + add_conflict();
    const std::string item = add_quarantined();
    const auto write_meanwhile = [this](const std::string& json) {
        meanwhile = [this, json] { put(kMother, "person", json); };
    };
    const std::string of_conflict = shown(page);
    write_meanwhile(R"({"full_name":"Siti Aminah binti Umar"})");
    CHECK(post(page, {{"shown", of_conflict}, {"choice", "incoming"}}).status == 409);
    CHECK(mother().text("full_name") == "Siti Aminah binti Umar");
    CHECK(audited("conflict_decided") == 0);
    const std::string of_item = shown(item);
    write_meanwhile(R"({"phone":"081111111111"})");
    CHECK(post(item + "/mend", {{"shown", of_item}, {"answer.phone", "082222222222"}}).status ==
          409);
    CHECK(mother().text("phone") == "081111111111");
    CHECK(is_open());
    CHECK(audited("quarantine_mended") == 0);
}

TEST_CASE_FIXTURE(Mending, "a waiting change that joins two records is not let in here") {
    const std::string page = add_quarantined(R"({"merged_into":")" + kHousehold + R"("})");
    const std::string revision = shown(page);
    CHECK(post(page + "/mend", {{"shown", revision}, {"untouched", "1"}}).status == 422);
    CHECK(has(post(page + "/mend", {{"shown", revision}, {"untouched", "1"}}), "Data ganda"));
    CHECK(is_open());
    CHECK(mother().text("merged_into").empty());
}

TEST_CASE_FIXTURE(Mending, "who somebody is is not a midwife's to decide, nor what waits") {
    const std::string page = "/conflicts/" + add_conflict();
    const std::string item = add_quarantined();
    sign_out();
    sign_in("bidan");
    CHECK(get("/conflicts").status == 200);
    CHECK_FALSE(has(get("/conflicts"), "Sitti"));
    CHECK(get(page).status == 404);
    CHECK(post(page, {{"choice", "incoming"}}).status >= 400);
    CHECK(get(item).status == 403);
    for (const char* other : {"dinkes", "admin"}) {
        sign_out();
        sign_in(other);
        CHECK(get("/conflicts").status == 403);
        CHECK(get("/quarantine").status == 403);
    }
}

TEST_CASE_FIXTURE(Mending,
                  "what was decided of records that are here no more is told only to who may "
                  "everywhere") {
    const auto decided = [this](const char* record, const char* reason) {
        REQUIRE(server_store::audit(writer(), {clock.now(), user("koord").id.text(),
                                               "conflict_decided", record, reason})
                    .ok());
    };
    decided("01890000-0000-7000-8000-00000000dead", "bayi yang itu sudah dibawa pergi");
    decided(kMother.c_str(), "ditanyakan ke ibu");
    const auto all_of_it = get("/decided");
    CHECK(has(all_of_it, "bayi yang itu sudah dibawa pergi"));
    CHECK(has(all_of_it, "ditanyakan ke ibu"));
    sign_out();
    sign_in("bidan");
    const auto hers = get("/decided");
    CHECK_FALSE(has(hers, "bayi yang itu sudah dibawa pergi"));
    CHECK(has(hers, "ditanyakan ke ibu"));
}

TEST_CASE_FIXTURE(Mending, "a waiting change is shown whole, mended and taken") {
    const std::string page = add_quarantined();
    const auto one = get(page);
    CHECK(has(one, "123456789012345678901"));
    const std::string revision = shown(page);
    const auto refused = post(page + "/mend", {{"shown", revision},
                                               {"answer.phone", "123456789012345678902"},
                                               {"reason", "ditelepon <b>"}});
    CHECK(refused.status == 422);
    CHECK(has(refused, "value=\"123456789012345678902\""));  // as she typed it
    CHECK(has(refused, "value=\"ditelepon &lt;b&gt;\""));
    CHECK(is_open());
    CHECK(post(page + "/mend", {{"shown", revision}, {"answer.phone", "081234567890"}}).status ==
          303);
    CHECK_FALSE(is_open());
    CHECK(mother().text("phone") == "081234567890");
    CHECK(audited("quarantine_mended") == 1);
}

TEST_CASE_FIXTURE(Mending, "of a text that is too long is said how long it is and may be") {
    const std::string page = add_quarantined();
    const auto one = get(page);
    CHECK(has(one, "Ada jawaban yang terlalu panjang"));
    CHECK(has(one, "21 huruf, paling banyak 20: kurangi 1 huruf"));
    const auto begin = one.body.find("name=\"answer.phone\"");
    REQUIRE(begin != std::string::npos);
    const std::string input = one.body.substr(begin, one.body.find('>', begin) - begin);
    CHECK(input.find("maxlength=\"20\"") != std::string::npos);
    CHECK_FALSE(has(get(page), "autofocus"));  // its facts are read first
    CHECK(has(get("/quarantine"), "Ada jawaban yang terlalu panjang: 21 huruf, paling banyak 20"));
    CHECK(get("/language/en?to=/").status == 303);
    CHECK(has(get(page), "21 characters, at most 20: 1 too many"));
}

TEST_CASE_FIXTURE(Mending,
                  "of a closed laptop is said when and why, and who tells the cadre what became") {
    const std::string page = add_quarantined(R"({"phone":"081234567890"})");
    close_laptop("laptop hilang");
    const auto one = get(page);
    CHECK(has(one, "Akses laptop ditutup"));
    CHECK(has(one, "<bdi>koord</bdi>: <bdi>laptop hilang</bdi>"));
    CHECK(has(one, "menurut jam laptop"));
    CHECK(has(one, "tanyakan kepada kadernya"));
    CHECK_FALSE(has(one, "Perbaiki di sini"));  // no answer is wrong
    CHECK(one.body.find("Terima apa adanya") < one.body.find("answer.phone"));
    CHECK(one.body.find("Akses laptop ditutup") < one.body.find("Terima apa adanya"));
    CHECK_FALSE(has(one, "saat tersambung berikutnya"));  // nobody reads there
    REQUIRE(post(page + "/mend", {{"shown", shown(page)},
                                  {"untouched", "1"},
                                  {"take-reason", "ditanyakan lewat telepon"}})
                .status == 303);
    const auto next = get("/quarantine");
    CHECK(has(next, "beri tahu kader lewat telepon atau saat bertemu"));
    CHECK_FALSE(has(next, "Kader melihatnya saat tersambung"));
    CHECK(has(get("/decided"), "ditanyakan lewat telepon"));
}

TEST_CASE_FIXTURE(Mending, "what is taken of a closed laptop comes to the cadre's other one") {
    const std::string page = add_quarantined(R"({"phone":"081234567890"})");
    close_laptop("diganti");
    server_store::Device other;
    other.id = base::DeviceId("01890000-0000-7000-8000-0000000000d2");
    other.user = user("kader").id;
    other.token_hash = "another";
    REQUIRE(server_store::add_device(writer(), other, clock.now()).ok());
    REQUIRE(post(page + "/mend", {{"shown", shown(page)}, {"untouched", "1"}}).status == 303);
    CHECK(has(get("/quarantine"), "Laptop kader yang lain menampilkannya"));
}

TEST_CASE_FIXTURE(Mending, "a refusal of what a closed laptop brought is told by a person") {
    const std::string page = add_quarantined(R"({"phone":"081234567890"})");
    close_laptop("laptop hilang");
    REQUIRE(post(page + "/refuse", {{"refuse-words", "bukan dia"}}).status == 303);
    CHECK(has(get("/quarantine"), "beri tahu kader lewat telepon atau saat bertemu"));
    CHECK_FALSE(has(get(page), "Kader melihatnya"));
}

TEST_CASE_FIXTURE(Mending, "of a refused record that never came to be is said whose and of whom") {
    const std::string visit = "01890000-0000-7000-8000-0000000000b8";
    records::Change change = records::parse_change(line_of("{}")).value();
    change.record = base::RecordId(visit);
    change.type = "visit";
    change.base = {};
    change.set = base::Fields::parse(R"({"mother_id":")" + kMother + R"("})").value();
    log(2, to_line(change), visit);
    REQUIRE(server_store::put_quarantined(
                writer(), {device, 2, visit, to_line(change), "revoked", "", "", clock.now(), true})
                .ok());
    const std::string page = "/quarantine/" + std::to_string(device) + "/2";
    REQUIRE(post(page + "/refuse", {{"refuse-words", "tidak pernah"}}).status == 303);
    const auto decided = get("/decided");
    CHECK(has(decided, "<bdi>Siti &lt;Aminah&gt;</bdi>"));
    CHECK(has(decided, "Kunjungan · <bdi>kader</bdi>"));
    CHECK(has(decided, page));
    CHECK_FALSE(has(decided, "tidak ada di sini"));
}

TEST_CASE_FIXTURE(Mending, "what was decided is found by the cadre whose words it was") {
    const std::string item = add_quarantined(R"({"phone":"081234567890"})");
    REQUIRE(post(item + "/mend", {{"shown", shown(item)}, {"untouched", "1"}}).status == 303);
    put(kMother, "person", R"({"occupation":"petani"})");
    const std::string page = "/conflicts/" + add_conflict();
    REQUIRE(post(page, {{"shown", shown(page)}, {"choice", "incoming"}}).status == 303);
    const auto all = get("/decided");
    CHECK(has(all, "Nama lengkap: <bdi>Sitti Aminah</bdi> (<bdi>kader</bdi>)"));
    CHECK(has(all, "</a> · <bdi>kader</bdi></div>"));
    const std::string of_cadre = "/decided?cadre=" + user("kader").id.text();
    CHECK(has(get(of_cadre), page));
    CHECK(has(get(of_cadre), item));
    const std::string of_koord = "/decided?cadre=" + user("koord").id.text();
    CHECK_FALSE(has(get(of_koord), page));
    CHECK_FALSE(has(get(of_koord), item));
}

TEST_CASE_FIXTURE(Mending,
                  "of a waiting change that was taken one page says as what, by whom, why") {
    const std::string page = add_quarantined();
    REQUIRE(
        post(page + "/mend",
             {{"shown", shown(page)}, {"answer.phone", "081234567890"}, {"reason", "ditelepon"}})
            .status == 303);
    const auto list = get("/decided");
    for (const char* part : {"081234567890", "diterima", "ditelepon", "koord"}) {
        CAPTURE(part);
        CHECK(has(list, part));
    }
    CHECK(has(list, "href=\"" + page + "\""));
    clock.advance_ms(60'000);
    const auto one = get(page);
    CHECK(one.status == 200);
    CHECK(has(one, "123456789012345678901"));  // as it came
    CHECK(has(one, "ditelepon"));
    CHECK(has(one, "/figures/record/" + kMother));
    CHECK_FALSE(has(one, "ditulis sesudahnya"));
    CHECK_FALSE(has(one, "/reopen"));  // a refusal is taken back, not this
    put(kMother, "person", R"({"phone":"089999999999"})");
    CHECK(has(get(page), "089999999999"));  // the record's answer today
    CHECK(has(get(page), "ditulis sesudahnya"));
    CHECK(post(page + "/mend", {{"shown", shown(page)}, {"untouched", "1"}}).status == 409);
}

TEST_CASE_FIXTURE(Mending, "a waiting change that was taken as it came says so") {
    const std::string page = add_quarantined(R"({"phone":"081234567890"})");
    REQUIRE(post(page + "/mend", {{"shown", shown(page)}, {"untouched", "1"}}).status == 303);
    CHECK(has(get("/decided"), "seperti yang datang"));
    CHECK(has(get(page), "081234567890"));
}

TEST_CASE_FIXTURE(Mending,
                  "SYNC 25: what nobody touched is not mended, unknown codes and lines too") {
    const std::string talk = "01890000-0000-7000-8000-0000000000b7";
    const std::string note = "satu\ndua  tiga\n\nempat";
    base::Fields set;
    set.set("date", "2026-10-01");
    set.set("kind", "MARS_TALK");
    set.set(
        "topics",
        "MARS_TOPIC " +
            forms.find("outreach")->choices_of(*forms.find("outreach")->find("topics"))[0].code);
    set.set("note", note);
    set.set("place", std::string(150, 'x'));
    records::Change change = records::parse_change(line_of("{}")).value();
    change.record = base::RecordId(talk);
    change.type = "outreach";
    change.base = {};
    change.set = set;
    log(2, to_line(change));
    REQUIRE(
        server_store::put_quarantined(writer(), {device, 2, talk, to_line(change), "check", "place",
                                                 "Paling panjang 100 huruf.", clock.now(), true})
            .ok());
    const std::string page = "/quarantine/" + std::to_string(device) + "/2";
    const auto shown_page = get(page);
    CHECK(has(shown_page, "value=\"MARS_TALK\" selected"));
    CHECK(has(shown_page, "value=\"MARS_TOPIC\" checked"));
    CHECK(has(shown_page, "<textarea id=\"answer.note\""));
    const std::string known = set.codes("topics")[1];
    const auto posted = post(page + "/mend", {{"shown", shown(page)},
                                              {"answer.kind", "MARS_TALK"},
                                              {"asked", "answer.topics"},
                                              {"answer.topics", known},
                                              {"answer.topics", "MARS_TOPIC"},
                                              {"answer.note", "satu\r\ndua  tiga\r\n\r\nempat"},
                                              {"answer.date", "2026-10-01"},
                                              {"answer.taught_massage", "0"},
                                              {"answer.place", "Balai desa"}});
    CHECK(posted.status == 303);
    const auto mended = server_store::find_record(writer(), talk).value();
    REQUIRE(mended);
    set.set("place", "Balai desa");
    set.set("taught_massage", "0");
    CHECK(mended->record.fields == set);
}

TEST_CASE_FIXTURE(Mending, "a waiting change is sent back with words, and goes on waiting") {
    const std::string page = add_quarantined();
    CHECK(post(page + "/back", {{"back-words", ""}}).status == 422);
    const std::string told = input_value(get(page).body, "told");
    CHECK(
        post(page + "/back", {{"told", told}, {"back-words", "Tolong periksa nomornya"}}).status ==
        303);
    CHECK(is_open());
    const auto logged = server_store::find_change(writer(), device, 2).value();
    CHECK(logged->outcome.find("Tolong periksa nomornya") != std::string::npos);
    const auto again = get(page);
    CHECK(has(again, "Tolong periksa nomornya"));
    CHECK(has(again, "21 huruf, paling banyak 20: kurangi 1 huruf"));  // why it waits is still said
    const auto late = post(page + "/back", {{"told", "Nomor terlalu panjang."},
                                            {"back-words", "Dari koordinator lain"}});
    CHECK(late.status == 409);
    CHECK(post(page + "/back",
               {{"told", input_value(again.body, "told")}, {"back-words", "Periksa lagi"}})
              .status == 303);
}

TEST_CASE_FIXTURE(Mending, "a refusal needs a reason, which the cadre reads") {
    const std::string page = add_quarantined();
    CHECK(post(page + "/refuse", {}).status == 422);
    CHECK(is_open());
    CHECK(post(page + "/refuse", {{"refuse-words", "bukan ibu ini"}}).status == 303);
    CHECK_FALSE(is_open());
    CHECK(mother().text("phone").empty());
    const auto logged = server_store::find_change(writer(), device, 2).value();
    CHECK(logged->outcome.find("bukan ibu ini") != std::string::npos);
}

TEST_CASE_FIXTURE(Mending, "a line that cannot be read is shown as it arrived and only refused") {
    add_quarantined();
    server_store::Quarantined broken;
    broken.device = device;
    broken.n = 3;
    broken.line = "<b>not json\xE2\x80\xAE";
    broken.code = "undecodable";
    broken.opened_at = clock.now();
    log(3, broken.line);
    REQUIRE(server_store::put_quarantined(writer(), broken).ok());
    const auto page = get("/quarantine/" + std::to_string(device) + "/3");
    CHECK(page.status == 200);
    CHECK(has(page, "&lt;b&gt;not json"));
    CHECK_FALSE(has(page, "answer."));
    CHECK(get("/quarantine").status == 200);
}

TEST_CASE_FIXTURE(Mending, "forged addresses open nothing") {
    add_quarantined();
    for (const char* path :
         {"/quarantine/0/0", "/quarantine/x/y", "/quarantine/1/99999999999999999999",
          "/conflicts/nothing", "/conflicts/c1%00"}) {
        CHECK(get(path).status == 404);
    }
}
