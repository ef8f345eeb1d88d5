// A coordinator moves a family to another posyandu of the health centre, in her browser.
#include "tests/sync-server/console/october.h"

#include "sync-server/accept/joining/joining.h"
#include "sync-server/reports/counting.h"
#include "sync-server/store/keeping/audit.h"
#include "sync-server/store/records/records.h"

using namespace console_test;

namespace {

// Both posyandu wrote Rina down: her households are 500 and 600, she is 501 and 601.
struct TwoPosyandu : October {
    TwoPosyandu() {
        for (const auto& [unit, first] : {std::pair<const char*, int>{"P1", 500}, {"P2", 600}}) {
            put(unit, first, "household", R"({"head_name":"Agus","status":"ACTIVE"})");
            put(unit, first + 1, "person",
                R"({"full_name":"RINA ZQX","household_id":")" + id_of(first) +
                    R"(","sex":"P","is_mother":"1","is_infant":"0","is_supporter":"0",)"
                    R"("birth_date":"1999-02-03","birth_date_precision":"D",)"
                    R"("nik_status":"UNKNOWN","vital_status":"ALIVE"})");
        }
    }
    const std::string pair = "/duplicates/" + id_of(501) + "/" + id_of(601);

    records::Record record(int id) {
        auto stored = server_store::find_record(writer(), id_of(id));
        REQUIRE(stored.value().has_value());
        return stored.value()->record;
    }
    // Where the button of that unit leads.
    static std::string way_of(const http::Response& page, const std::string& unit) {
        const std::string start = "/moves/within?person=";
        for (auto at = page.body.find(start); at != std::string::npos;
             at = page.body.find(start, at + 1)) {
            std::string way = page.body.substr(at, page.body.find('"', at) - at);
            for (auto amp = way.find("&amp;"); amp != std::string::npos; amp = way.find("&amp;")) {
                way.replace(amp, 5, "&");
            }
            if (way.find("&to=" + unit + "&") != std::string::npos) return way;
        }
        FAIL("there is no way to ", unit);
        return "";
    }
    // She comes back another day: the green message is gone.
    void days_pass(int days) {
        clock.advance_ms(days * std::int64_t{86'400'000});
        sign_in("koord");
    }
    void move_on(const std::string& way) {
        REQUIRE(post("/moves/within", wanted_on(get(way))).status == 303);
    }
    static std::string input_name(const std::string& input) {
        const auto at = input.find("name=\"") + 6;
        return input.substr(at, input.find('"', at) - at);
    }
    Fields wanted_on(const http::Response& page) {
        Fields fields = {
            {"reason", "tercatat di dua posyandu"}, {"since", "moved"}, {"on", "2026-11-10"}};
        for (const char* name : {"person", "to", "alone", "shown", "pair", "into", "back"}) {
            fields.push_back(
                {name, input_value(page.body.substr(page.body.find("method=\"post\"")), name)});
        }
        return fields;
    }
};

}  // namespace

TEST_CASE_FIXTURE(TwoPosyandu, "two of two posyandu are brought to one, and joined") {
    const auto two = get(pair);
    CHECK(has(two, "Di posyandu mana mereka tinggal?"));
    CHECK_FALSE(has(two, "action=\"" + pair + "/join\""));
    const auto plan = get(way_of(two, "P1"));
    CHECK(plan.status == 200);
    CHECK(has(plan, "RINA ZQX"));
    CHECK(record(601).unit == "P2");  // only looked at
    const auto moved = post("/moves/within", wanted_on(plan));
    CHECK(moved.status == 303);
    CHECK(record(601).unit == "P1");
    CHECK(record(600).unit == "P1");  // with her household
    const auto joinable = get(pair);
    CHECK_FALSE(has(joinable, "Di posyandu mana mereka tinggal?"));
    CHECK(has(joinable, "action=\"" + pair + "/join\""));
    CHECK_FALSE(server_store::audited(writer(), "move").value().empty());
    const auto became = get("/decided");
    CHECK(has(became, "dipindah ke posyandu lain"));
    CHECK(has(became, "tercatat di dua posyandu"));
    CHECK_FALSE(has(became, "records: "));
}

TEST_CASE_FIXTURE(TwoPosyandu, "who comes alone lives with whom she is one of") {
    const auto plan = get(way_of(get(pair), "P1") + "&alone=1");
    CHECK(post("/moves/within", wanted_on(plan)).status == 303);
    CHECK(record(601).unit == "P1");
    CHECK(record(601).fields.text("household_id") == id_of(500));
    CHECK(record(600).unit == "P2");
}

TEST_CASE_FIXTURE(TwoPosyandu, "of a move that somebody wrote into meanwhile nothing is done") {
    const auto plan = get(way_of(get(pair), "P1"));
    put("P2", 601, "person", R"({"phone":"0812000111"})");
    CHECK(post("/moves/within", wanted_on(plan)).status == 409);
    CHECK(record(601).unit == "P2");
}

TEST_CASE_FIXTURE(TwoPosyandu, "a family that moved house is moved by her id, and moved back") {
    CHECK(has(get("/moves"), "/moves/within"));
    CHECK(get("/moves/within").status == 200);
    const std::string there = "/moves/within?person=" + id_of(501) + "&to=";
    CHECK(has(get(there + "P1"), "sudah di posyandu itu"));
    CHECK(get("/moves/within?person=x&to=P2").status == 422);
    CHECK(post("/moves/within", wanted_on(get(there + "P2"))).status == 303);
    CHECK(record(500).unit == "P2");
    CHECK(post("/moves/within", wanted_on(get(there + "P1"))).status == 303);
    CHECK(record(500).unit == "P1");
    Fields without_reason = wanted_on(get(there + "P2"));
    without_reason.front().second = " ";
    CHECK(post("/moves/within", without_reason).status == 422);
    CHECK(record(500).unit == "P1");
}

TEST_CASE_FIXTURE(TwoPosyandu, "since when they live there is asked plainly, and nothing is lost") {
    const auto plan = get(way_of(get(pair), "P1"));
    CHECK(has(plan, "Sejak awal: mereka tidak pernah tinggal di"));
    CHECK_FALSE(has(plan, "value=\"never\" checked"));
    CHECK_FALSE(has(plan, "value=\"moved\" checked"));
    const auto refused_at = [&](const std::string& since, const std::string& on,
                                const std::string& reason) {
        Fields fields = wanted_on(plan);
        fields[0].second = reason;
        fields[1].second = since;
        fields[2].second = on;
        const auto refused = post("/moves/within", fields);
        CHECK(refused.status == 422);
        CHECK(record(601).unit == "P2");
        const auto focus = refused.body.find(" autofocus");
        REQUIRE(focus != std::string::npos);
        const auto tag = refused.body.rfind("<input", focus);
        CHECK(has(refused, reason.empty() ? "Pilih satu alasan" : reason));
        return input_name(refused.body.substr(tag, refused.body.find('>', tag) - tag));
    };
    CHECK(refused_at("", "", "salah tulis") == "since");
    CHECK(refused_at("moved", "", "salah tulis") == "on");
    CHECK(refused_at("moved", "2026-12-24", "salah tulis") == "on");
    CHECK(refused_at("never", "", "") == "reason");
}

TEST_CASE_FIXTURE(TwoPosyandu,
                  "who never lived there counts in the other one in months past, too") {
    const auto born_in = [this](const std::string& unit) {
        const auto counts = reports::facts_behind_in(writer(), *base::parse_month("2026-10"),
                                                     "ID_IMD", {unit}, reports::Reading::AsNow);
        REQUIRE(counts.ok());
        return counts.value().size();
    };
    const std::size_t there = born_in("P1");
    const std::size_t here = born_in("P2");
    REQUIRE(there > 0);
    const std::string way = "/moves/within?person=" + id_of(101) + "&to=P2";
    Fields wanted = wanted_on(get(way));
    wanted[1].second = "never";
    CHECK(header(post("/moves/within", wanted), "Location") == "/moves");
    CHECK(born_in("P1") == 0);
    CHECK(born_in("P2") == there + here);
    // A slip is mended from the green message.
    const auto moved = get("/moves");
    CHECK(has(moved, "Pindahkan kembali"));
    const auto back = get(way_of(moved, "P1"));
    CHECK(has(back, "value=\"never\" checked"));
    CHECK(has(back, "Salah memindahkan"));
    wanted = wanted_on(back);
    wanted[1].second = "never";
    CHECK(post("/moves/within", wanted).status == 303);
    CHECK(record(100).unit == "P1");
    CHECK(born_in("P1") == there);
    CHECK(born_in("P2") == here);
}

TEST_CASE_FIXTURE(TwoPosyandu, "who came alone by mistake goes back to whom she left") {
    const auto plan = get(way_of(get(pair), "P1") + "&alone=1");
    CHECK(post("/moves/within", wanted_on(plan)).status == 303);
    CHECK(record(601).fields.text("household_id") == id_of(500));
    const auto two = get(pair);
    CHECK(has(two, "dan dapat digabungkan"));
    CHECK(post("/moves/within", wanted_on(get(way_of(two, "P2")))).status == 303);
    CHECK(record(601).unit == "P2");
    CHECK(record(601).fields.text("household_id") == id_of(600));
    CHECK_FALSE(has(get(pair), "dan dapat digabungkan"));
}

TEST_CASE_FIXTURE(TwoPosyandu, "a move is taken back days later, and then offers nothing") {
    CHECK(has(get("/moves"), "Belum ada yang pindah antarposyandu"));
    move_on("/moves/within?person=" + id_of(501) + "&to=P2");
    days_pass(3);
    for (const char* page : {"/decided", "/moves"}) {
        CAPTURE(page);
        const auto made = get(page);
        CHECK_FALSE(has(made, "Belum ada yang pindah antarposyandu"));
        CHECK(has(made, "dari Melati 1 ke Melati 2"));
        CHECK(has(get(way_of(made, "P1")), "Salah memindahkan"));
    }
    move_on(way_of(get("/decided"), "P1"));
    CHECK(record(500).unit == "P1");
    days_pass(1);
    for (const char* page : {"/decided", "/moves"}) {
        CAPTURE(page);
        const std::string made = get(page).body;
        const auto back = made.find("dari Melati 2 ke Melati 1");
        const auto first = made.find("dari Melati 1 ke Melati 2");
        CHECK(back < first);  // the newest first
        REQUIRE(first != std::string::npos);
        const std::string row = made.substr(first, made.find("</tr>", first) - first);
        CHECK(row.find("sudah dibatalkan") != std::string::npos);
        CHECK(row.find("/moves/within") == std::string::npos);
    }
}

TEST_CASE_FIXTURE(TwoPosyandu, "who came alone goes back days later to whom she left") {
    move_on(way_of(get(pair), "P1") + "&alone=1");
    REQUIRE(record(601).fields.text("household_id") == id_of(500));
    days_pass(1);
    move_on(way_of(get("/decided"), "P2"));
    CHECK(record(601).unit == "P2");
    CHECK(record(601).fields.text("household_id") == id_of(600));
    CHECK(record(500).unit == "P1");  // with whom she lived for a day
}

TEST_CASE_FIXTURE(TwoPosyandu, "who was joined with somebody there is taken apart first") {
    move_on(way_of(get(pair), "P1"));
    days_pass(1);
    const std::string two = get(pair).body;
    Fields join = {{"reason", "sama"}, {"forced", "1"}};
    for (const char* name : {"winner", "shown-winner", "shown-loser"}) {
        join.emplace_back(name, input_value(two, name));
    }
    REQUIRE(post(pair + "/join", join).status == 303);
    days_pass(1);
    const auto merges = joining::merges(writer()).value();
    REQUIRE(merges.size() == 1);
    const std::string merge = "/merges/" + merges[0].id;
    auto made = get("/moves");
    CHECK(has(made, "href=\"" + merge + "\">batalkan dulu penggabungannya"));
    CHECK_FALSE(has(made, "back=1"));
    const std::string shown = get(merge).body;
    Fields back = {{"reason", "Salah tekan"}};
    for (const char* name : {"shown-winner", "shown-loser"}) {
        back.emplace_back(name, input_value(shown, name));
    }
    REQUIRE(post(merge + "/undo", back).status == 303);
    move_on(way_of(get("/moves"), "P2"));
    CHECK(record(601).unit == "P2");
    CHECK(record(600).unit == "P2");
    CHECK(record(501).unit == "P1");
}

TEST_CASE_FIXTURE(TwoPosyandu, "from a record's page a family is moved without typing its number") {
    for (const int id : {500, 501}) {
        CAPTURE(id);
        const auto page = get("/figures/record/" + id_of(id));
        CHECK(has(page, "<code>" + id_of(id) + "</code>"));
        CHECK(has(page, "href=\"/moves/out?person=" + id_of(id) + "\""));
        const std::string way = "/moves/within?person=" + id_of(id);
        CHECK(has(page, "href=\"" + way + "\">Pindah ke posyandu lain"));
        const auto asking = get(way);
        CHECK(asking.status == 200);
        CHECK(has(asking, id == 500 ? "Agus" : "RINA ZQX"));
        CHECK(input_value(asking.body, "person") == id_of(id));
        CHECK(has(asking, "value=\"P2\""));
        CHECK_FALSE(has(asking, "value=\"P1\""));  // where they are
        CHECK(has(asking, "name=\"alone\"") == (id == 501));
        CHECK(get(way + "&to=P2").status == 200);
    }
    CHECK(has(get("/figures/record/" + id_of(103)), id_of(101)));  // a birth: the mother's
    CHECK(get("/moves/out?person=" + id_of(501)).status == 200);
    for (const char* form : {"/moves/within", "/moves/out"}) {
        const auto named = get(std::string(form) + "?person=RINA&to=P2");
        CHECK(named.status == 422);
        CHECK(has(named, "nama saja tidak cukup"));
    }
    sign_in("bidan");  // who reads, and moves nobody
    const auto page = get("/figures/record/" + id_of(501));
    CHECK(page.status == 200);
    CHECK_FALSE(has(page, "/moves/"));
}

TEST_CASE_FIXTURE(TwoPosyandu,
                  "where each of two of two posyandu lives is seen beside the question") {
    put("P1", 500, "household", R"({"rt":"003","rw":"01","landmark":"depan sumur"})");
    put("P2", 600, "household", R"({"rw":"07","address_line":"Jl. Kenanga 4"})");
    const std::string two = get(pair).body;
    const auto row = two.find("Alamat keluarga");
    REQUIRE(row != std::string::npos);
    const std::string cells = two.substr(row, two.find("</tr>", row) - row);
    const auto well = cells.find("depan sumur");
    const auto street = cells.find("Jl. Kenanga 4");
    REQUIRE(street != std::string::npos);
    CHECK(well < street);
    const auto rt = cells.find("RT <bdi>003</bdi> / RW <bdi>01</bdi>");
    CHECK(rt < street);
    CHECK(cells.find("<div>RW <bdi>07</bdi>") > street);  // only what is there
    CHECK(cells.find("<div>RW <bdi>07</bdi>") != std::string::npos);
    put("P1", 502, "person", R"({"full_name":"RINA","household_id":")" + id_of(500) + R"("})");
    CHECK_FALSE(has(get("/duplicates/" + id_of(501) + "/" + id_of(502)), "Alamat keluarga"));
}

TEST_CASE_FIXTURE(TwoPosyandu, "the two keep their sides, whoever stays and however it is opened") {
    put("P2", 601, "person", R"({"phone":"0812000111"})");
    const auto first_is_left = [this](const std::string& path) {
        const std::string page = get(path).body;
        const auto row = page.find("Nomor HP");
        const auto second = page.find("0812000111", row);
        REQUIRE(second != std::string::npos);
        return page.find("–", row) < second;  // the first has none
    };
    const std::string turned = "/duplicates/" + id_of(601) + "/" + id_of(501);
    CHECK(first_is_left(pair));
    CHECK(first_is_left(turned));
    move_on(way_of(get(pair), "P2"));
    for (const std::string& path : {pair, turned}) {
        CAPTURE(path);
        CHECK(first_is_left(path));
        CHECK(input_value(get(path).body, "winner") == id_of(501));
        CHECK(first_is_left(path + "?keep=" + id_of(601)));
        const std::string other = get(path + "?keep=" + id_of(601)).body;
        CHECK(input_value(other, "winner") == id_of(601));
        CHECK(other.find(">Yang lain<") < other.find(">Yang dipertahankan<"));
    }
    const std::string shown = get(pair + "?keep=" + id_of(601)).body;
    Fields join = {{"reason", "sama"}, {"forced", "1"}};
    for (const char* name : {"winner", "shown-winner", "shown-loser"}) {
        join.emplace_back(name, input_value(shown, name));
    }
    REQUIRE(post(pair + "/join", join).status == 303);
    for (const std::string& path : {pair, turned}) {
        const std::string joined = get(path).body;
        CHECK(joined.find(">Yang lain<") < joined.find(">Yang dipertahankan<"));
    }
}
