// What was decided of conflicts and waiting changes is looked up, and taken back, in the browser.
#include "tests/sync-server/console/mending.h"

using namespace console_test;

namespace {

struct TakingBack : Mending {
    std::string page;

    void decide(const Fields& how) {
        if (page.empty()) page = "/conflicts/" + add_conflict();
        Fields fields = how;
        fields.emplace_back("shown", shown(page));
        REQUIRE(post(page, fields).status == 303);
        clock.advance_ms(60'000);
    }
    http::Response take_back(const std::string& of, const std::string& reason) {
        const std::string body = get(of).body;
        return post(of + "/reopen", {{"shown", input_value(body, "shown")},
                                     {"decided", input_value(body, "decided")},
                                     {"reason", reason}});
    }
    // Its area changes hands.
    void now_of(const std::string& record, const std::string& unit) {
        auto moved = writer().prepare("UPDATE record SET unit = $2 WHERE id = $1");
        REQUIRE(moved.value().bind(1, record).bind(2, unit).run().ok());
    }
    bool waits() { return server_store::find_contender(writer(), "c1").value()->is_open; }
    std::string refused() {
        const std::string item = add_quarantined();
        REQUIRE(post(item + "/refuse", {{"refuse-words", "bukan <dia>"}}).status == 303);
        clock.advance_ms(60'000);
        return item;
    }
};

}  // namespace

TEST_CASE_FIXTURE(TakingBack, "a decided conflict says who decided what and why, in its list too") {
    decide({{"choice", "incoming"}, {"reason", "ditanya <b>"}});
    const auto list = get("/conflicts/decided");
    CHECK(has(list, "href=\"" + page + "\""));
    const auto one = get(page);
    CHECK(one.status == 200);
    for (const char* part : {"Sitti Aminah", "Siti &lt;Aminah&gt;", "koord", "ditanya &lt;b&gt;"}) {
        CAPTURE(part);
        CHECK(has(one, part));
    }
    CHECK(audited("see_conflict") >= 2);
}

TEST_CASE_FIXTURE(TakingBack, "a decision is taken back with a reason, and the conflict is open") {
    decide({{"choice", "incoming"}});
    CHECK(take_back(page, "").status == 422);
    CHECK_FALSE(waits());
    CHECK_FALSE(has(get("/decided"), "sudah dibatalkan sesudahnya"));
    CHECK(take_back(page, "salah orang").status == 303);
    CHECK(waits());
    CHECK(has(get("/decided"), "diputuskan, sudah dibatalkan sesudahnya · <a href=\"" + page));
    CHECK(mother().text("full_name") == "Siti <Aminah>");
    CHECK(audited("conflict_reopened") == 1);
    CHECK(has(get(page), "value=\"incoming\""));
    CHECK_FALSE(has(get("/conflicts/decided"), "href=\"" + page + "\""));
    decide({{"choice", "standing"}});  // anew
    CHECK_FALSE(waits());
}

TEST_CASE_FIXTURE(TakingBack, "what was written after a decision stays, and the page says so") {
    decide({{"choice", "incoming"}});
    put(kMother, "person", R"({"full_name":"Siti Aminah binti Umar"})");
    CHECK(has(get(page), "ditulis sesudahnya"));
    CHECK(take_back(page, "salah orang").status == 303);
    CHECK(mother().text("full_name") == "Siti Aminah binti Umar");
    CHECK(waits());
}

TEST_CASE_FIXTURE(TakingBack, "of two who take the same decision back the second is told") {
    decide({{"choice", "standing"}});
    const std::string body = get(page).body;
    const Fields old = {{"shown", input_value(body, "shown")},
                        {"decided", input_value(body, "decided")},
                        {"reason", "salah orang"}};
    CHECK(take_back(page, "salah orang").status == 303);
    CHECK(post(page + "/reopen", old).status == 409);
    decide({{"choice", "standing"}});  // nothing of the record has changed, but the decision
    CHECK(post(page + "/reopen", old).status == 409);
    CHECK_FALSE(waits());
    CHECK(audited("conflict_reopened") == 1);
}

TEST_CASE_FIXTURE(TakingBack, "what arrives while a decision is taken back is not overwritten") {
    decide({{"choice", "incoming"}});
    const std::string body = get(page).body;
    meanwhile = [this] { put(kMother, "person", R"({"full_name":"Siti Aminah binti Umar"})"); };
    CHECK(post(page + "/reopen", {{"shown", input_value(body, "shown")},
                                  {"decided", input_value(body, "decided")},
                                  {"reason", "salah orang"}})
              .status == 409);
    CHECK_FALSE(waits());
}

TEST_CASE_FIXTURE(TakingBack, "who may not decide may not take back, nor see what was decided") {
    decide({{"choice", "incoming"}});
    const std::string item = refused();
    for (const char* other : {"bidan", "dinkes", "admin"}) {
        CAPTURE(other);
        sign_out();
        sign_in(other);
        CHECK(get(page).status >= 403);
        CHECK_FALSE(has(get("/conflicts/decided"), "Aminah"));
        CHECK(
            post(page + "/reopen", {{"reason", "x"}, {"shown", "1.2"}, {"decided", "1"}}).status >=
            403);
        CHECK(get(item).status == 403);
        CHECK(post(item + "/reopen", {{"reason", "x"}, {"decided", "1"}}).status == 403);
    }
    CHECK_FALSE(waits());
    CHECK_FALSE(is_open());
}

TEST_CASE_FIXTURE(TakingBack, "a midwife takes back what is clinical, of her own posyandu only") {
    const std::string talk = "01890000-0000-7000-8000-0000000000b7";
    put(talk, "outreach",
        R"({"date":"2026-10-01","kind":"PENYULUHAN","taught_massage":"0",)"
        R"("place":"Balai desa"})");
    log(1, line_of(R"({"place":"Masjid"})"));
    REQUIRE(server_store::put_contender(writer(), {"c1", talk, "place", device, 1,
                                                   R"({"place":"Masjid"})", clock.now(), true, ""})
                .ok());
    sign_out();
    sign_in("bidan");
    page = "/conflicts/c1";
    decide({{"choice", "incoming"}});
    CHECK(has(get("/conflicts/decided"), page));
    now_of(talk, "P2");
    CHECK(get(page).status == 404);
    CHECK(post(page + "/reopen", {{"reason", "x"}, {"shown", "1.2"}, {"decided", "1"}}).status ==
          409);
    CHECK_FALSE(waits());
    now_of(talk, "P1");
    CHECK(take_back(page, "salah tempat").status == 303);
    CHECK(waits());
}

TEST_CASE_FIXTURE(TakingBack, "a refused change is shown whole with who and why, and waits again") {
    const std::string item = refused();
    CHECK_FALSE(is_open());
    CHECK(has(get("/quarantine/refused"), "href=\"" + item + "\""));
    const auto one = get(item);
    CHECK(one.status == 200);
    for (const char* part : {"123456789012345678901", "koord", "bukan &lt;dia&gt;"}) {
        CAPTURE(part);
        CHECK(has(one, part));
    }
    CHECK(take_back(item, "").status == 422);
    const Fields old = {{"decided", input_value(one.body, "decided")}, {"reason", "ternyata"}};
    CHECK(take_back(item, "ternyata benar").status == 303);
    CHECK(is_open());
    CHECK(audited("quarantine_reopened") == 1);
    CHECK(post(item + "/reopen", old).status == 409);
    REQUIRE(post(item + "/refuse", {{"refuse-words", "tetap bukan"}}).status == 303);
    CHECK(post(item + "/reopen", old).status == 409);  // another refusal than the page showed
    CHECK_FALSE(is_open());
}
