// Working off what waits: each page says which of how many it is, and a decision leads to the next
// one, at last back to the list, which says what became of each.
#include "shared/records/change.h"
#include "sync-server/accept/service.h"
#include "sync-server/merge/scanning.h"
#include "sync-server/store/changes.h"
#include "sync-server/store/devices.h"
#include "sync-server/store/records.h"
#include "tests/sync-server/console/desk.h"

using namespace console_test;

namespace {

std::string id_of(int number) {
    std::string digits = std::to_string(number);
    return "01890000-0000-7000-8000-" + std::string(12 - digits.size(), '0') + digits;
}

struct Morning : Desk {
    Morning() {
        put(1, "household", R"({"head_name":"Agus","status":"ACTIVE","rt":"001"})");
        server_store::Device laptop;
        laptop.id = base::DeviceId("01890000-0000-7000-8000-0000000000d1");
        laptop.user = user("kader").id;
        laptop.token_hash = "hash";
        REQUIRE(server_store::add_device(writer(), laptop, clock.now()).ok());
        device = server_store::find_device(writer(), laptop.id.text()).value()->no;
        sign_in("koord");
    }
    void put(int number, const std::string& type, const std::string& json) {
        const accept::Desk desk{writer(), forms, clock, random};
        auto transaction = db::Transaction::begin(writer());
        REQUIRE(transaction.ok());
        auto session = accept::desk_session(desk);
        records::Record record;
        record.id = base::RecordId(id_of(number));
        record.type = type;
        record.unit = "P1";
        const auto change =
            accept::desk_change(session.value(), record, base::Fields::parse(json).value(), "");
        REQUIRE(accept::write_at_desk(session.value(), change).ok());
        REQUIRE(transaction.value().commit().ok());
    }
    void put_mother(int number, const std::string& name, const std::string& born, int house = 1) {
        put(number, "person",
            R"({"full_name":")" + name + R"(","household_id":")" + id_of(house) +
                R"(","sex":"P","is_mother":"1","is_infant":"0","is_supporter":"0","birth_date":")" +
                born +
                R"(","birth_date_precision":"D","nik_status":"UNKNOWN","vital_status":"ALIVE"})");
    }
    std::string line_of(int number, const std::string& set) {
        records::Change change;
        change.record = base::RecordId(id_of(number));
        change.type = "person";
        change.unit = "P1";
        change.base = {1, 1};
        change.set = base::Fields::parse(set).value();
        change.form_version = "1";
        change.made_at = clock.now();
        return to_line(change);
    }
    void log(std::int64_t n, int number, const std::string& line) {
        server_store::LoggedChange logged;
        logged.device = device;
        logged.incarnation = 1;
        logged.n = n;
        logged.record = id_of(number);
        logged.line = line;
        logged.hash = "h" + std::to_string(n);
        logged.received_at = clock.now();
        logged.before = "{}";
        REQUIRE(server_store::log_change(writer(), logged).ok());
    }
    void add_conflict(int number) {
        const std::string set = R"({"phone":"08123456789)" + std::to_string(number % 10) + "\"}";
        log(number, number, line_of(number, set));
        server_store::Contender contender;
        contender.id = "c" + std::to_string(number);
        contender.record = id_of(number);
        contender.group = "phone";
        contender.device = device;
        contender.n = number;
        contender.mine = set;
        contender.opened_at = clock.now();
        REQUIRE(server_store::put_contender(writer(), contender).ok());
    }
    void add_waiting(int number) {
        const std::string line = line_of(number, R"({"phone":"123456789012345678901"})");
        log(100 + number, number, line);
        server_store::Quarantined item;
        item.device = device;
        item.n = 100 + number;
        item.record = id_of(number);
        item.line = line;
        item.code = "check";
        item.field = "phone";
        item.reason = "Paling panjang 20 huruf.";
        item.opened_at = clock.now();
        REQUIRE(server_store::put_quarantined(writer(), item).ok());
    }
    std::string waiting(int number) {
        return "/quarantine/" + std::to_string(device) + "/" + std::to_string(100 + number);
    }
    // Where the answer leads.
    std::string decide(const std::string& page) {
        const auto done = post(page, {{"shown", input_value(get(page).body, "shown")},
                                      {"choice", "incoming"},
                                      {"reason", "sudah ditelepon"}});
        CHECK(done.status == 303);
        return header(done, "Location");
    }
    std::string send_back(const std::string& page) {
        const auto done = post(page + "/back", {{"told", input_value(get(page).body, "told")},
                                                {"back-words", "Tolong periksa"}});
        CHECK(done.status == 303);
        return header(done, "Location");
    }
    std::string refuse(const std::string& page) {
        const auto done = post(page + "/refuse", {{"refuse-words", "bukan ibu ini"}});
        CHECK(done.status == 303);
        return header(done, "Location");
    }
    std::string join(const std::string& page) {
        const std::string shown = get(page).body;
        const auto done =
            post(page + "/join", {{"winner", input_value(shown, "winner")},
                                  {"shown-winner", input_value(shown, "shown-winner")},
                                  {"shown-loser", input_value(shown, "shown-loser")},
                                  {"reason", "sudah ditanya"}});
        CHECK(done.status == 303);
        return header(done, "Location");
    }
    std::string tell_apart(const std::string& page) {
        const std::string shown = get(page).body;
        const auto done =
            post(page + "/apart", {{"winner", input_value(shown, "winner")},
                                   {"shown-winner", input_value(shown, "shown-winner")},
                                   {"shown-loser", input_value(shown, "shown-loser")},
                                   {"why", "kakak beradik"}});
        CHECK(done.status == 303);
        return header(done, "Location");
    }
    void compare() {
        REQUIRE(merge::work_in_background(writer(), clock, [] { return false; }).ok());
    }

    forms::FormSet forms = forms::FormSet::builtin();
    std::int64_t device = 0;
};

std::string pair_of(int a, int b) {
    return "/duplicates/" + id_of(a) + "/" + id_of(b);
}

}  // namespace

TEST_CASE_FIXTURE(Morning, "one conflict leads to the next, and the last one to the list") {
    for (const int number : {11, 12, 13}) {
        put_mother(number, "Ibu " + std::to_string(number),
                   "199" + std::to_string(number % 10) + "-02-03");
        add_conflict(number);
    }
    CHECK(has(get("/conflicts"), "href=\"/conflicts/c11\""));
    const auto middle = get("/conflicts/c12");
    CHECK(has(middle, "Nomor 2 dari 3 yang menunggu"));
    CHECK(has(middle, "href=\"/conflicts/c11\""));
    CHECK(has(middle, "href=\"/conflicts/c13\""));
    CHECK(decide("/conflicts/c12") == "/conflicts/c13");
    CHECK(has(get("/conflicts/c13"), "Nomor 2 dari 2"));
    CHECK(decide("/conflicts/c13") == "/conflicts/c11");  // what she left for later
    CHECK(decide("/conflicts/c11") == "/conflicts");
    const auto list = get("/conflicts");
    CHECK(has(list, "Tidak ada lagi yang menunggu di sini."));
    CHECK(has(list, "081234567892"));  // what became of it
    CHECK(has(list, "sudah ditelepon"));
}

TEST_CASE_FIXTURE(Morning, "a midwife's next conflict is one of hers") {
    put_mother(11, "Ibu Sebelas", "1991-02-03");
    add_conflict(11);  // who somebody is, is the coordinator's
    sign_out();
    sign_in("bidan");
    CHECK(get("/conflicts/c11").status == 404);
    CHECK_FALSE(has(get("/conflicts"), "c11"));
}

TEST_CASE_FIXTURE(Morning, "what is sent back goes on waiting, and she goes on to the next one") {
    for (const int number : {11, 12}) {
        put_mother(number, "Ibu " + std::to_string(number),
                   "199" + std::to_string(number % 10) + "-02-03");
        add_waiting(number);
    }
    CHECK(has(get(waiting(11)), "Nomor 1 dari 2"));
    CHECK(send_back(waiting(11)) == waiting(12));
    const auto list = get("/quarantine");
    CHECK(has(list, "menunggu perbaikan kader"));
    CHECK(refuse(waiting(12)) == waiting(11));
    CHECK(send_back(waiting(11)) == "/quarantine");  // the only one left
    CHECK(has(get("/quarantine"), "ditolak"));
}

TEST_CASE_FIXTURE(Morning, "two who are joined lead to their households, then to the next pair") {
    put(2, "household", R"({"head_name":"Agus","status":"ACTIVE","rt":"001"})");
    put(3, "household", R"({"head_name":"Joko Susilo","status":"ACTIVE","rt":"002"})");
    put(4, "household", R"({"head_name":"Joko Susilo","status":"ACTIVE","rt":"002"})");
    put_mother(11, "Siti Aminah", "1999-02-03", 1);
    put_mother(12, "Sitti Aminah", "1999-02-03", 2);
    put_mother(13, "Dewi Lestari", "1995-07-08", 3);
    put_mother(14, "Dewi Lestari", "1995-07-08", 4);
    compare();
    const auto list = get("/duplicates");
    for (const auto& pair : {pair_of(11, 12), pair_of(13, 14), pair_of(1, 2), pair_of(3, 4)}) {
        REQUIRE(has(list, "href=\"" + pair + "\""));
    }
    CHECK(has(get(pair_of(11, 12)), "dari 4 yang menunggu"));
    CHECK(join(pair_of(11, 12)) == pair_of(1, 2));
    CHECK(has(get(pair_of(1, 2)), "dari 3 yang menunggu"));
    const std::string next = join(pair_of(1, 2));
    CHECK((next == pair_of(13, 14) || next == pair_of(3, 4)));
    CHECK(tell_apart(pair_of(13, 14)) == pair_of(3, 4));
    CHECK(tell_apart(pair_of(3, 4)) == "/duplicates");
    const auto became = get("/duplicates");
    CHECK(has(became, "Sitti Aminah"));
    CHECK(has(became, "digabung"));
    CHECK(has(became, "href=\"/merges/"));
    CHECK(has(became, "bukan data ganda"));
    CHECK(has(became, "href=\"" + pair_of(13, 14) + "\""));  // may be decided anew
    CHECK(has(get(pair_of(13, 14)), "Gabungkan"));
}
