#include "tests/sync-server/console/desk.h"

#include "shared/crypto/encoding.h"
#include "sync-server/store/keeping/audit.h"

using namespace console_test;

namespace {

http::Response try_sign_in(Desk& desk, const std::string& name, const std::string& password,
                           const std::string& to = "/") {
    const std::string mark = input_value(desk.get("/sign-in").body, "csrf");
    return desk.post("/sign-in",
                     {{"csrf", mark}, {"name", name}, {"password", password}, {"to", to}});
}

// A code as the slip has it, behind the "/".
std::string code_for(Desk& desk, const std::string& name) {
    const std::string secret = "0123456789";
    const base::Instant until{desk.clock.now().unix_ms + 1000};
    REQUIRE(server_store::add_code(desk.writer(), {crypto::token_hash(crypto::to_base32(secret)),
                                                   desk.user(name).id, until, "", ""})
                .ok());
    return crypto::to_base32(secret + std::string(12, 'x'));
}

http::Response first_time(Desk& desk, const std::string& code, const std::string& password) {
    const std::string mark = input_value(desk.get("/first-time").body, "csrf");
    return desk.post("/first-time",
                     {{"csrf", mark}, {"code", code}, {"password", password}, {"again", password}});
}

}  // namespace

TEST_CASE_FIXTURE(Desk, "who is not signed in is sent to sign in, and from there on to the page") {
    const auto answer = get("/account?x=1");
    CHECK(answer.status == 303);
    CHECK(header(answer, "Location") == "/sign-in?to=%2Faccount%3Fx%3D1");
    const auto page = get(header(answer, "Location"));
    CHECK(input_value(page.body, "to") == "/account?x=1");
    const auto in = try_sign_in(*this, "koord", kPassword, "/account?x=1");
    CHECK(header(in, "Location") == "/account?x=1");
    CHECK(get("/account?x=1").status == 200);
}

TEST_CASE_FIXTURE(Desk, "signing in leads to no other site") {
    for (const char* to :
         {"//example.org", "https://example.org", "/\\example.org", "/a\r\nX: y"}) {
        CAPTURE(to);
        CHECK(header(try_sign_in(*this, "koord", kPassword, to), "Location") == "/");
        sign_out();
    }
}

TEST_CASE_FIXTURE(Desk,
                  "the session's cookie is for this host, TLS and no script, and is no plain key") {
    const auto answer = try_sign_in(*this, "koord", kPassword);
    std::string set;
    for (const http::Header& each : answer.headers) {
        if (each.value.starts_with("__Host-kawan=")) set = each.value;
    }
    for (const char* word : {"Secure", "HttpOnly", "SameSite=Strict", "Path=/"}) {
        CHECK(set.find(word) != std::string::npos);
    }
    const std::string token = cookie("__Host-kawan");
    CHECK(token.size() == 64);
    CHECK(!server_store::find_session(writer(), token).value().has_value());
}

TEST_CASE_FIXTURE(Desk, "a wrong password, an unknown name and a cadre are answered alike") {
    const auto wrong = try_sign_in(*this, "koord", "salah salah salah");
    const auto unknown = try_sign_in(*this, "nobody", kPassword);
    const auto cadre = try_sign_in(*this, "kader", kPassword);
    for (const auto* each : {&wrong, &unknown, &cadre}) {
        CHECK(each->status == 422);
        CHECK(has(*each, "Nama atau kata sandi tidak cocok"));
    }
    CHECK(cookie("__Host-kawan").empty());
}

TEST_CASE_FIXTURE(Desk, "after five failures a name waits, and the right password waits with it") {
    for (int i = 0; i < 5; ++i) CHECK(try_sign_in(*this, "koord", "salah salah").status == 422);
    CHECK(try_sign_in(*this, "koord", kPassword).status == 429);
    clock.advance_ms(31'000);
    CHECK(try_sign_in(*this, "koord", kPassword).status == 303);
}

TEST_CASE("many tries at once are no more than one after the other") {
    console::SignInLimits limits;
    const base::Instant now{1'795'240'000'000};
    for (int i = 0; i < 5; ++i) CHECK(limits.begin("koord", now));  // none has its answer yet
    CHECK_FALSE(limits.begin("koord", now));
    limits.was_none("koord");
    CHECK(limits.begin("koord", now));
    CHECK_FALSE(limits.begin("koord", now));
    const base::Instant later{now.unix_ms + 30'000};
    CHECK(limits.begin("koord", later));
    CHECK_FALSE(limits.begin("koord", later));
    limits.succeeded("koord");
    CHECK(limits.begin("koord", later));
}

TEST_CASE_FIXTURE(Desk, "who guesses elsewhere makes nobody wait in a browser where she was in") {
    CHECK(try_sign_in(*this, "bidan", kPassword).status == 303);
    CHECK(try_sign_in(*this, "koord", kPassword).status == 303);
    const std::string hers = cookie("__Host-kawan-known");
    CHECK(hers.size() == 64 + 1 + 64);
    sign_out();
    for (int i = 0; i < 5; ++i) CHECK(try_sign_in(*this, "koord", "salah salah").status == 422);
    CHECK(try_sign_in(*this, "koord", kPassword).status == 429);
    set_cookie("__Host-kawan-known", hers);
    CHECK(try_sign_in(*this, "koord", kPassword).status == 303);
    CHECK(try_sign_in(*this, "bidan", kPassword).status == 303);
    // It saves nobody from waiting who guesses in it.
    for (int i = 0; i < 5; ++i) CHECK(try_sign_in(*this, "koord", "salah salah").status == 422);
    CHECK(try_sign_in(*this, "koord", kPassword).status == 429);
    set_cookie("__Host-kawan-known", std::string(64, 'a'));
    CHECK(try_sign_in(*this, "koord", kPassword).status == 429);
}

TEST_CASE_FIXTURE(Desk, "an account of one's own is no way to go on guessing at others'") {
    for (int i = 0; i < 4; ++i) {
        const std::string name = "somebody " + std::to_string(i);
        CHECK(try_sign_in(*this, name, "salah salah").status == 422);
    }
    CHECK(try_sign_in(*this, "bidan", kPassword).status == 303);
    sign_out();
    CHECK(try_sign_in(*this, "somebody else", "salah salah").status == 422);
    CHECK(try_sign_in(*this, "another", "salah salah").status == 429);
    clock.advance_ms(61LL * 60'000);  // a quiet hour
    for (int i = 0; i < 5; ++i) CHECK(try_sign_in(*this, "another", "salah").status == 422);
}

TEST_CASE_FIXTURE(Desk,
                  "a wrong password for somebody's name is written down; of no name nothing") {
    CHECK(try_sign_in(*this, "koord", "salah salah").status == 422);
    CHECK(try_sign_in(*this, "perhaps a password", "salah salah").status == 422);
    const auto found = server_store::audited(writer(), "console_sign_in_failed").value();
    REQUIRE(found.size() == 1);
    CHECK(found[0].subject == user("koord").id.text());
}

TEST_CASE_FIXTURE(Desk, "a form of another site, or of nobody's page, signs nobody in") {
    const auto page = get("/sign-in");
    CHECK(post("/sign-in", {{"csrf", "guessed"}, {"name", "koord"}, {"password", kPassword}})
              .status == 403);
    http::Request posted;
    posted.method = "POST";
    posted.path = "/sign-in";
    posted.headers = {{"content-type", "application/x-www-form-urlencoded"},
                      {"host", "kawan.local:8443"},
                      {"origin", "https://evil.example"},
                      {"cookie", "__Host-kawan-before=" + cookie("__Host-kawan-before")}};
    posted.body =
        "csrf=" + input_value(page.body, "csrf") + "&name=koord&password=" + "tiga+kata+sendiri";
    CHECK(ask(posted).status == 403);
    posted.headers[2].value = "null";
    posted.headers.push_back({"sec-fetch-site", "cross-site"});
    CHECK(ask(posted).status == 403);
    posted.headers[4].value = "same-origin";
    CHECK(ask(posted).status == 303);
}

TEST_CASE_FIXTURE(Desk,
                  "a session ends after half an hour of rest and after twelve hours of work") {
    sign_in("koord");
    clock.advance_ms(29 * 60'000);
    CHECK(get("/account").status == 200);
    clock.advance_ms(29 * 60'000);
    CHECK(get("/account").status == 200);
    clock.advance_ms(31 * 60'000);
    CHECK(get("/account").status == 303);
    sign_in("koord");
    for (int i = 0; i < 12 * 3; ++i) {
        clock.advance_ms(20 * 60'000);
        get("/account");
    }
    clock.advance_ms(1);
    CHECK(get("/account").status == 303);
}

TEST_CASE_FIXTURE(Desk,
                  "who is shut out is out with her next click; signing out ends the session") {
    sign_in("koord");
    REQUIRE(server_store::disable_user(writer(), user("koord").id, clock.now()).ok());
    CHECK(get("/account").status == 303);
    sign_in("bidan");
    const std::string kept = cookie("__Host-kawan");
    CHECK(post("/sign-out", {}).status == 303);
    set_cookie("__Host-kawan", kept);
    CHECK(get("/account").status == 303);
}

TEST_CASE_FIXTURE(Desk, "the code of a slip sets a password once") {
    const std::string code = code_for(*this, "koord");
    CHECK(first_time(*this, code, "pendek").status == 422);
    CHECK(first_time(*this, "127.0.0.1:8443/" + code, "sandi baru yang panjang").status == 303);
    CHECK(get("/account").status == 200);
    sign_out();
    CHECK(try_sign_in(*this, "koord", kPassword).status == 422);
    CHECK(try_sign_in(*this, "koord", "sandi baru yang panjang").status == 303);
    CHECK(first_time(*this, code, "sandi lain yang panjang").status == 422);
}

TEST_CASE_FIXTURE(Desk,
                  "no password is set by an expired code, a cadre's, or one that nobody has") {
    const std::string code = code_for(*this, "koord");
    clock.advance_ms(1001);
    CHECK(first_time(*this, code, "sandi baru yang panjang").status == 422);
    Desk other;
    CHECK(first_time(other, code_for(other, "kader"), "sandi baru yang panjang").status == 422);
    CHECK(first_time(other, "", "sandi baru yang panjang").status == 422);
    CHECK(first_time(other, "0000-0000", "sandi baru yang panjang").status == 422);
}

TEST_CASE_FIXTURE(Desk, "a changed password signs the other browsers out and keeps this one") {
    sign_in("koord");
    const std::string elsewhere = cookie("__Host-kawan");
    sign_in("koord");
    const Fields fields = {
        {"old", kPassword}, {"password", "yang baru sekali"}, {"again", "yang baru sekali"}};
    CHECK(post("/account/password", {{"old", "bukan ini"}, fields[1], fields[2]}).status == 422);
    CHECK(post("/account/password", fields).status == 303);
    CHECK(has(get("/account"), "Kata sandi sudah diganti"));
    CHECK(!has(get("/account"), "Kata sandi sudah diganti"));
    set_cookie("__Host-kawan", elsewhere);
    CHECK(get("/account").status == 303);
}
