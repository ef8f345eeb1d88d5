// The pages of people and laptops: what they do, and what hostile or late hands cannot.
#include "sync-server/store/keeping/audit.h"
#include "sync-server/store/people/devices.h"
#include "tests/sync-server/console/desk.h"

using namespace console_test;

namespace {

std::size_t audited(Desk& desk, const char* what) {
    return server_store::audited(desk.writer(), what).value().size();
}

std::string page_of(Desk& desk, const std::string& name) {
    return "/users/" + desk.user(name).id.text();
}

// What the page of that user carries to say what it showed.
std::string shown(Desk& desk, const std::string& name) {
    return input_value(desk.get(page_of(desk, name)).body, "shown");
}

base::DeviceId add_laptop(Desk& desk, const std::string& of) {
    server_store::Device device;
    device.id = base::DeviceId("01890000-0000-7000-8000-0000000000aa");
    device.user = desk.user(of).id;
    device.name = "<i>Laptop</i>";
    REQUIRE(server_store::add_device(desk.writer(), device, desk.clock.now()).ok());
    return device.id;
}

}  // namespace

TEST_CASE_FIXTURE(Desk, "a new user gets a slip with address, code and picture, shown once") {
    sign_in("koord");
    const std::string id = base::make_uuid7(clock.now(), random);
    const Fields fields = {
        {"request", id}, {"name", "Siti Aminah"}, {"role", "KADER"}, {"unit", "P1"}};
    const auto slip = post("/users", fields);
    CHECK(slip.status == 200);
    CHECK(has(slip, "192.168.1.10:8443"));
    CHECK(has(slip, "<svg class=\"qr\""));
    CHECK(user("Siti Aminah").role == "KADER");
    CHECK(audited(*this, "user_add") == 1);
    CHECK(audited(*this, "user_code") == 1);
    const auto again = post("/users", fields);
    CHECK(again.status == 409);
    CHECK(!has(again, "<svg class=\"qr\""));
    CHECK(audited(*this, "user_add") == 1);
}

TEST_CASE_FIXTURE(Desk, "a hostile name is text wherever it is shown") {
    sign_in("koord");
    std::string babies;
    for (int i = 0; i < 10'000; ++i) babies += "\xF0\x9F\x91\xB6";
    const std::string markup = "<script>alert(1)</script>\" onload=x '";
    CHECK(post("/users", {{"name", markup}, {"role", "BIDAN"}}).status == 200);
    CHECK(post("/users", {{"name",
                           "\xE2\x80\xAE"
                           "atiS"},
                          {"role", "KADER"}})
              .status == 200);
    CHECK(post("/users", {{"name", "=cmd|' /C calc'!A0"}, {"role", "KADER"}}).status == 200);
    CHECK(post("/users", {{"name", babies}, {"role", "KADER"}}).status == 422);
    CHECK(post("/users", {{"name", "   "}, {"role", "KADER"}}).status == 422);
    CHECK(post("/users", {{"name", markup}, {"role", "BIDAN"}}).status == 422);
    CHECK(post("/users", {{"name", "Ani"}, {"role", "ROOT"}}).status == 422);
    CHECK(post("/users", {{"name", "Ani"}, {"role", "KADER"}, {"unit", "P9"}}).status == 404);
    for (const std::string& path : {std::string("/users"), page_of(*this, markup)}) {
        const auto page = get(path);
        CHECK(page.status == 200);
        CHECK(!has(page, "<script"));
        CHECK(!has(page, "onload=x '\""));
        CHECK(has(page, "&lt;script&gt;"));
    }
    CHECK(has(get("/users"),
              "<bdi>\xE2\x80\xAE"
              "atiS</bdi>"));
}

TEST_CASE_FIXTURE(Desk, "of two coordinators with the same page the second is told") {
    sign_in("koord");
    const std::string seen = shown(*this, "kader");
    CHECK(post(page_of(*this, "kader") + "/units", {{"shown", seen}, {"unit", "P2"}}).status ==
          303);
    sign_in("koord2");
    const auto late = post(page_of(*this, "kader") + "/role",
                           {{"shown", seen}, {"role", "BIDAN"}, {"reason", "pindah tugas"}});
    CHECK(late.status == 409);
    CHECK(has(late, "diubah"));
    CHECK(user("kader").role == "KADER");
    CHECK(post(page_of(*this, "kader") + "/role",
               {{"shown", shown(*this, "kader")}, {"role", "BIDAN"}, {"reason", "pindah tugas"}})
              .status == 303);
    CHECK(user("kader").role == "BIDAN");
    CHECK(audited(*this, "user_role") == 1);
}

TEST_CASE_FIXTURE(Desk, "an area is handed over; nobody gets one that is not here") {
    sign_in("koord");
    CHECK(post("/users", {{"name", "Tini"}, {"role", "KADER"}}).status == 200);
    const std::string path = page_of(*this, "kader");
    CHECK(post(path + "/hand-over",
               {{"shown", shown(*this, "kader")}, {"unit", "P1"}, {"to", user("Tini").id.text()}})
              .status == 303);
    const auto units = server_store::units_of(writer(), user("Tini").id).value();
    REQUIRE(units.size() == 1);
    CHECK(units.front().code == "P1");
    CHECK(post(path + "/units", {{"shown", shown(*this, "kader")}, {"unit", "P9"}}).status == 404);
    CHECK(post(path + "/units/remove", {{"shown", shown(*this, "kader")}, {"unit", "P1"}}).status ==
          409);
}

TEST_CASE_FIXTURE(Desk, "nobody shuts herself out or raises her own role") {
    sign_in("koord");
    const std::string path = page_of(*this, "koord");
    const std::string seen = shown(*this, "koord");
    CHECK(post(path + "/disable", {{"shown", seen}, {"out-reason", "x"}}).status == 409);
    CHECK(post(path + "/role", {{"shown", seen}, {"role", "ADMIN"}, {"reason", "x"}}).status ==
          409);
    CHECK(!user("koord").is_disabled);
}

TEST_CASE_FIXTURE(Desk, "an admin shuts out and makes no code; a midwife sees no user") {
    sign_in("admin");
    CHECK(!has(get(page_of(*this, "kader")), "/code"));
    CHECK(post(page_of(*this, "kader") + "/code", {}).status == 403);
    CHECK(post("/users", {{"name", "Kawan"}, {"role", "KOORD"}}).status == 403);
    CHECK(post(page_of(*this, "kader") + "/disable",
               {{"shown", shown(*this, "kader")}, {"out-reason", "laptop hilang"}})
              .status == 303);
    CHECK(user("kader").is_disabled);
    sign_in("bidan");
    CHECK(get("/users").status == 403);
    CHECK(get(page_of(*this, "kader")).status == 403);
}

TEST_CASE_FIXTURE(Desk, "forged ids are not here") {
    sign_in("koord");
    for (const char* id : {"x", "%00", "..%2F..%2Fetc", "01890000-0000-7000-8000-0000000000ff",
                           "' OR 1=1 --", "%E2%80%AE"}) {
        CAPTURE(id);
        CHECK(get("/users/" + std::string(id)).status == 404);
        CHECK(get("/laptops/" + std::string(id)).status == 404);
        CHECK(get("/units/" + std::string(id)).status == 404);
        CHECK(post("/laptops/" + std::string(id) + "/revoke", {{"reason", "x"}}).status == 404);
    }
    const std::string console(server_store::kConsoleDevice);
    CHECK(post("/laptops/" + console + "/revoke", {{"reason", "x"}}).status == 404);
}

TEST_CASE_FIXTURE(Desk, "a posyandu is added and renamed, and its code stays") {
    sign_in("koord");
    CHECK(post("/units", {{"code", "P3"}, {"name", "Mawar"}, {"village", "Desa"}}).status == 303);
    CHECK(post("/units", {{"code", "P3"}, {"name", "Lain"}, {"village", "Desa"}}).status == 422);
    CHECK(post("/units", {{"code", "P/4\r\n"}, {"name", "Lain"}, {"village", "D"}}).status == 422);
    const std::string seen = input_value(get("/units/P3").body, "shown");
    const Fields renamed = {{"shown", seen}, {"name", "Mawar Baru"}, {"village", "Desa"}};
    CHECK(post("/units/P3", renamed).status == 303);
    CHECK(post("/units/P3", renamed).status == 409);
    CHECK(has(get("/units"), "Mawar Baru"));
}

TEST_CASE_FIXTURE(Desk, "a laptop is shut out once and with a reason; its name is text") {
    sign_in("koord");
    const std::string path = "/laptops/" + add_laptop(*this, "kader").text();
    CHECK(!has(get("/laptops"), "<i>Laptop"));
    CHECK(has(get(path), "&lt;i&gt;Laptop"));
    CHECK(post(path + "/revoke", {}).status == 409);
    CHECK(post(path + "/revoke", {{"reason", "hilang di pasar"}}).status == 303);
    CHECK(post(path + "/revoke", {{"reason", "hilang di pasar"}}).status == 409);
    CHECK(audited(*this, "device_revoke") == 1);
    CHECK(has(get("/laptops"), "akses ditutup"));
}

TEST_CASE_FIXTURE(Desk, "sending is stopped and let go on, each with its line in the audit") {
    sign_in("koord");
    CHECK(post("/laptops/pause", {{"unit", "P1"}}).status == 409);
    CHECK(post("/laptops/pause", {{"unit", "P1"}, {"reason", "perbaikan data"}}).status == 303);
    const auto page = get("/laptops");
    CHECK(has(page, "perbaikan data"));
    CHECK(post("/laptops/resume", {{"whom", input_value(page.body, "whom")}, {"target", "P1"}})
              .status == 303);
    CHECK(audited(*this, "sync_pause") == 1);
    CHECK(audited(*this, "sync_resume") == 1);
}

TEST_CASE_FIXTURE(Desk, "what is no request for a forgotten PIN is answered in words") {
    sign_in("koord");
    CHECK(post("/pin", {}).status == 422);
    CHECK(post("/pin", {{"request-text", "halo"}}).status == 422);
    CHECK(upload("/pin", {}, "file", "../../etc/passwd\"", std::string(5000, '\xFF')).status ==
          422);
    CHECK(audited(*this, "pin_rescue") == 0);
}

TEST_CASE_FIXTURE(Desk,
                  "an erasure shows first what goes, and needs a reason and the page it showed") {
    sign_in("koord");
    const std::string person = kErasable;
    CHECK(get("/erasure?person=nobody").status == 422);
    const auto plan = get("/erasure?person=" + person);
    CHECK(plan.status == 200);
    CHECK(audited(*this, "erase_preview") == 1);
    const std::string seen = input_value(plan.body, "shown");
    CHECK(post("/erasure", {{"person", person}, {"shown", seen}}).status == 409);
    CHECK(post("/erasure", {{"person", person}, {"reason", "diminta"}}).status == 409);
    CHECK(erased.empty());
    CHECK(post("/erasure", {{"person", person}, {"shown", seen}, {"reason", "diminta keluarga"}})
              .status == 303);
    REQUIRE(erased.size() == 1);
    CHECK(erased.front().actor == user("koord").id.text());
}

TEST_CASE_FIXTURE(Desk,
                  "the audit is found by person, kind and day, and what is written there is text") {
    sign_in("koord");
    REQUIRE(server_store::audit(writer(), {clock.now(), user("koord").id.text(), "see_person",
                                           kErasable, "<b>alasan</b>"})
                .ok());
    const auto found = get("/audit?what=see_person&actor=" + user("koord").id.text());
    CHECK(has(found, "melihat data seseorang"));
    CHECK(has(found, "&lt;b&gt;alasan"));
    CHECK(!has(get("/audit?what=see_person&actor=" + user("admin").id.text()), "alasan"));
    CHECK(!has(get("/audit?to=2026-11-20"), "alasan"));
    CHECK(has(get("/audit?from=2026-11-21&to=2026-11-21"), "alasan"));
    CHECK(get("/audit?from=x&to=%27&page=-5").status == 200);
    CHECK(get("/audit?page=99999999999999999999").status == 200);
}

TEST_CASE_FIXTURE(Desk, "long lists come in pages") {
    sign_in("koord");
    for (int i = 0; i < 60; ++i) {
        const server_store::User made{base::UserId(base::make_uuid7(clock.now(), random)),
                                      "Pengguna " + std::to_string(100 + i), "KADER", false};
        REQUIRE(server_store::add_user(writer(), made, clock.now()).ok());
    }
    CHECK(has(get("/users"), "Halaman berikutnya"));
    CHECK(!has(get("/users"), "Pengguna 159"));
    CHECK(has(get("/users?page=1"), "Pengguna 159"));
}

namespace {

std::int64_t open_codes(Desk& desk, const std::string& name) {
    return server_store::count_open_codes(desk.writer(), desk.user(name).id, desk.clock.now())
        .value();
}

}  // namespace

TEST_CASE_FIXTURE(Desk, "a lost slip is made worthless, and a change of role does so by itself") {
    sign_in("koord");
    const std::string path = page_of(*this, "kader");
    CHECK(!has(get(path), "/code/end"));
    for (int i = 0; i < 2; ++i) CHECK(post(path + "/code", {}).status == 200);
    CHECK(post(page_of(*this, "bidan") + "/code", {}).status == 200);
    CHECK(has(get(path), "Slip yang belum dipakai: 2."));
    CHECK(post(path + "/code/end", {}).status == 303);
    CHECK(open_codes(*this, "kader") == 0);
    CHECK(open_codes(*this, "bidan") == 1);
    CHECK(audited(*this, "user_code_end") == 1);
    CHECK(post(path + "/code", {}).status == 200);
    CHECK(
        post(path + "/role", {{"shown", shown(*this, "kader")}, {"role", "KOORD"}, {"reason", "x"}})
            .status == 303);
    CHECK(open_codes(*this, "kader") == 0);
    CHECK(post(page_of(*this, "bidan") + "/disable",
               {{"shown", shown(*this, "bidan")}, {"out-reason", "pindah"}})
              .status == 303);
    CHECK(open_codes(*this, "bidan") == 0);
    sign_in("admin");
    CHECK(post(path + "/code/end", {}).status == 403);
}

TEST_CASE_FIXTURE(Desk, "a posyandu's code is no way upwards in addresses and folders") {
    sign_in("koord");
    for (const char* code : {"..", ".", "-x", "_"}) {
        CAPTURE(code);
        CHECK(post("/units", {{"code", code}, {"name", "Mawar"}, {"village", "Desa"}}).status ==
              422);
    }
    CHECK(post("/units", {{"code", "M.1-a_b"}, {"name", "Mawar"}, {"village", "Desa"}}).status ==
          303);
}

TEST_CASE_FIXTURE(Desk, "what a laptop says of itself, and a reason, fill no page") {
    const base::DeviceId id = add_laptop(*this, "kader");
    auto device = server_store::find_device(writer(), id.text()).value().value();
    device.app = std::string(100'000, 'v');
    REQUIRE(server_store::save_seen(writer(), device, clock.now()).ok());
    sign_in("koord");
    CHECK(get("/laptops").body.size() < 20'000);
    CHECK(get("/laptops/" + id.text()).body.size() < 20'000);
    const std::string endless(100'000, 'a');
    CHECK(post("/laptops/pause", {{"unit", "P1"}, {"reason", endless}}).status == 409);
    CHECK(post("/laptops/" + id.text() + "/revoke", {{"reason", endless}}).status == 409);
    CHECK(audited(*this, "sync_pause") == 0);
}
