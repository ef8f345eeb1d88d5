#include "sync-server/console/routes.h"
#include "tests/sync-server/console/desk.h"

#include <set>

using namespace console_test;
using console::Action;
using console::Reach;
using console::Role;

TEST_CASE("every action has one line of rights; a cadre has no page") {
    std::set<Action> seen;
    for (const console::Right& right : console::rights()) {
        CHECK(seen.insert(right.action).second);
        CHECK(right.cadre == Reach::None);
    }
    CHECK(seen.size() == static_cast<std::size_t>(Action::SeeBackups) + 1);
}

TEST_CASE("the table of rights is the one of the design") {
    using enum Action;
    const auto sees = [](Role role, std::initializer_list<Action> actions, Reach reach) {
        for (const Action action : actions) {
            CAPTURE(static_cast<int>(action));
            CHECK(console::reach(role, action) == reach);
        }
    };
    // A district: figures, no person. An admin: settings, no person, nothing that leads to one.
    const auto persons = {SeeArrivals,      SeePersons,      ExportPersons,
                          DecideDuplicates, DecideConflicts, DecideClinicalConflicts,
                          MendQuarantine,   ImportPersons,   ErasePersons,
                          ResetPins,        ManageUsers,     ManageUnits,
                          MoveFamilies};
    sees(Role::District, persons, Reach::None);
    sees(Role::Admin, persons, Reach::None);
    sees(Role::District, {SeeFigures, ExportFigures}, Reach::Centre);
    sees(Role::District, {SeeUsers, SeeLaptops, ShutOut, PublishForms, SearchAudit}, Reach::None);
    sees(Role::Admin, {SeeFigures, ExportFigures}, Reach::None);
    sees(Role::Admin, {SeeUsers, SeeLaptops, ShutOut, PublishForms, SearchAudit}, Reach::Centre);
    // A midwife: her own units, clinical conflicts.
    sees(Role::Midwife, {SeePersons, SeeFigures, DecideClinicalConflicts}, Reach::OwnUnits);
    sees(Role::Midwife,
         {DecideDuplicates, DecideConflicts, MendQuarantine, SeeUsers, ManageUsers, ShutOut,
          ErasePersons, SearchAudit, ResetPins, ImportPersons, MoveFamilies, PublishForms},
         Reach::None);
    for (const console::Right& right : console::rights()) {
        CHECK(right.coordinator == Reach::Centre);
    }
}

TEST_CASE_FIXTURE(Desk, "every page lets in whom the table lets in, and nobody else") {
    const std::vector<std::pair<std::string, Role>> people = {{"bidan", Role::Midwife},
                                                              {"koord", Role::Coordinator},
                                                              {"dinkes", Role::District},
                                                              {"admin", Role::Admin}};
    for (const auto& person : people) {
        for (const console::Route& route : console::all_routes()) {
            if (std::string_view(route.path) == "/sign-out") continue;
            sign_in(person.first);
            CAPTURE(person.first);
            CAPTURE(route.method);
            CAPTURE(route.path);
            const bool may = console::reach(person.second, route.action) != Reach::None;
            const auto answer =
                std::string_view(route.method) == "GET" ? get(route.path) : post(route.path, {});
            CHECK((answer.status == 403) == !may);
            CHECK(answer.status != 500);
        }
    }
}

TEST_CASE_FIXTURE(Desk, "no page answers somebody who is not signed in") {
    for (const console::Route& route : console::all_routes()) {
        CAPTURE(route.path);
        const bool is_get = std::string_view(route.method) == "GET";
        const auto answer = is_get ? get(route.path) : post(route.path, {});
        CHECK(answer.status == (is_get ? 303 : 403));
    }
}

TEST_CASE_FIXTURE(Desk, "a form without its session's token does nothing, on any page") {
    sign_in("koord2");
    const std::string other = csrf();
    sign_in("koord");
    for (const console::Route& route : console::all_routes()) {
        if (std::string_view(route.method) != "POST") continue;
        CAPTURE(route.path);
        CHECK(post(route.path, {{"csrf", ""}}).status == 403);
        CHECK(post(route.path, {{"csrf", other}}).status == 403);
    }
}

TEST_CASE_FIXTURE(Desk, "what changes something is no link; what is not here is said in words") {
    sign_in("koord");
    for (const console::Route& route : console::all_routes()) {
        if (std::string_view(route.method) != "POST") continue;
        bool has_get = false;
        for (const console::Route& other : console::all_routes()) {
            has_get = has_get || (std::string_view(other.method) == "GET" &&
                                  std::string_view(other.path) == route.path);
        }
        CAPTURE(route.path);
        if (!has_get) CHECK(get(route.path).status == 404);
    }
    const auto answer = get("/nothing/of/that/kind");
    CHECK(answer.status == 404);
    CHECK(has(answer, "Tidak ada di sini"));
    http::Request strange;
    strange.method = "DELETE";
    strange.path = "/account";
    CHECK(ask(strange).status == 405);
}

TEST_CASE_FIXTURE(Desk, "every answer carries the guarding headers") {
    sign_in("koord");
    for (const char* path : {"/", "/account", "/style.css", "/sign-in", "/nothing"}) {
        CAPTURE(path);
        const auto answer = get(path);
        const std::string policy = header(answer, "Content-Security-Policy");
        CHECK(policy.find("default-src 'none'") != std::string::npos);
        CHECK(policy.find("frame-ancestors 'none'") != std::string::npos);
        CHECK(policy.find("unsafe") == std::string::npos);
        CHECK(header(answer, "X-Content-Type-Options") == "nosniff");
        CHECK(header(answer, "Referrer-Policy") == "no-referrer");
        CHECK(!has(answer, "<script"));
        CHECK(!has(answer, "style=\""));
    }
    CHECK(header(get("/account"), "Cache-Control") == "no-store");
}

TEST_CASE_FIXTURE(Desk, "a form sent twice does its work once, and says so") {
    sign_in("koord");
    const std::string id = base::make_uuid7(clock.now(), random);
    const Fields fields = {{"request", id},
                           {"old", kPassword},
                           {"password", "yang baru sekali"},
                           {"again", "yang baru sekali"}};
    CHECK(post("/account/password", fields).status == 303);
    const auto again = post("/account/password", fields);
    CHECK(again.status == 303);
    CHECK(header(again, "Location") == "/account");
    CHECK(has(get("/account"), "tidak ada yang dilakukan dua kali"));
    // Another's id is nobody's way to learn anything.
    sign_in("koord2");
    CHECK(post("/account/password", fields).status == 403);
}

TEST_CASE_FIXTURE(Desk, "a form that did nothing may be sent again; one without an id is refused") {
    sign_in("koord");
    const std::string id = base::make_uuid7(clock.now(), random);
    CHECK(post("/account/password", {{"request", id}, {"password", "pendek"}}).status == 422);
    CHECK(post("/account/password", {{"request", id},
                                     {"old", kPassword},
                                     {"password", "yang baru sekali"},
                                     {"again", "yang baru sekali"}})
              .status == 303);
    CHECK(post("/account/password", {{"request", "1"}}).status == 403);
}

TEST_CASE_FIXTURE(Desk, "oversized and broken forms are refused in words") {
    sign_in("koord");
    const auto large = post("/account/password", {{"old", std::string(300'000, 'x')}});
    CHECK(large.status == 413);
    CHECK(has(large, "terlalu besar"));
    http::Request broken;
    broken.method = "POST";
    broken.path = "/account/password";
    broken.headers = {{"cookie", "__Host-kawan=" + cookie("__Host-kawan")},
                      {"content-type", "multipart/form-data; boundary=x"}};
    for (const char* body :
         {"", "--x", "--x\r\n\r\n", "--x\r\nContent-Disposition: form-data\r\n\r\n",
          "--x\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\nv"}) {
        CAPTURE(body);
        broken.body = body;
        CHECK(ask(broken).status == 403);
    }
    broken.headers[1].value = "application/json";
    CHECK(ask(broken).status == 403);
}

TEST_CASE_FIXTURE(Desk, "a form in parts is no larger than others where no file is asked for") {
    sign_in("koord");
    const std::string large(300'000, 'x');
    CHECK(upload("/account/password", {}, "old", "a.txt", large).status == 413);
    CHECK(
        upload("/pin", {{"request-text", std::string(70'000, 'x')}}, "file", "a.txt", "x").status ==
        403);
    CHECK(upload("/pin", {}, "file", "a.txt", large).status == 422);  // read, and no request
    sign_out();
    CHECK(upload("/sign-in", {}, "name", "a.txt", large).status == 413);
}

TEST_CASE_FIXTURE(Desk, "a full disk and a busy database are told as what they are") {
    const auto told = [&](base::Error error) {
        console::Settings broken = settings();
        broken.open_reader = [error]() -> base::Result<db::Connection> { return error; };
        console::Console other(std::move(broken));
        http::Request request;
        request.method = "GET";
        request.path = "/account";
        return other.answer(std::move(request));
    };
    const auto full = told({base::ErrorCode::DiskFull, "the disk is full"});
    CHECK(full.status == 503);
    CHECK(has(full, "Disk server penuh"));
    const auto busy =
        told({base::ErrorCode::Storage, "write: another process is writing to the database"});
    CHECK(busy.status == 503);
    CHECK(has(busy, "Server sedang menulis"));
    CHECK(told({base::ErrorCode::Storage, "the file is damaged"}).status == 500);
}

TEST_CASE_FIXTURE(Desk, "the language follows a link and comes back to its page") {
    sign_in("koord");
    CHECK(has(get("/account"), "<html lang=\"id\">"));
    CHECK(has(get("/account?a=1"), "/language/en?to=%2Faccount%3Fa%3D1"));
    const auto chosen = get("/language/en?to=%2Faccount%3Fa%3D1");
    CHECK(header(chosen, "Location") == "/account?a=1");
    CHECK(has(get("/account"), "<html lang=\"en\">"));
    CHECK(has(get("/account"), "My account"));
    CHECK(header(get("/language/id?to=//example.org"), "Location") == "/");
    CHECK(header(get("/language/id?to=%2Fa%0D%0AX-Evil:1"), "Location") == "/");
}
