// Working off what waits: each page says which of how many it is, and a decision leads to the next
// one, at last back to the list, which says what became of each.
#include "shared/records/change.h"
#include "sync-server/accept/service.h"
#include "sync-server/merge/scanning.h"
#include "sync-server/store/changes/changes.h"
#include "sync-server/store/keeping/audit.h"
#include "sync-server/store/people/devices.h"
#include "sync-server/store/records/records.h"
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
                                  {"reason-own", "sudah ditanya"}});
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

// Written down twice, with their households.
struct TwoFamilies : Morning {
    TwoFamilies() {
        write(1, R"({"landmark":"sebelah mushola"})");
        put(2, "household",
            R"({"head_name":"Agus","status":"ACTIVE","rt":"001","landmark":"depan sumur"})");
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
    }
    void write(int number, const std::string& json) {
        const accept::Desk desk{writer(), forms, clock, random};
        auto transaction = db::Transaction::begin(writer());
        REQUIRE(transaction.ok());
        auto session = accept::desk_session(desk);
        const auto stored = server_store::find_record(writer(), id_of(number)).value();
        const auto change = accept::desk_change(session.value(), stored->record,
                                                base::Fields::parse(json).value(), "");
        REQUIRE(accept::write_at_desk(session.value(), change).ok());
        REQUIRE(transaction.value().commit().ok());
    }
    void put_baby(int number, const std::string& name, int mother) {
        put(number, "person",
            R"({"full_name":")" + name + R"(","household_id":")" + id_of(1) +
                R"(","mother_person_id":")" + id_of(mother) +
                R"(","sex":"P","is_mother":"0","is_infant":"1","is_supporter":"0",)"
                R"("birth_date":"2026-10-03","birth_date_precision":"D","nik_status":"NONE",)"
                R"("vital_status":"ALIVE"})");
    }
    base::Fields house(int number) {
        return server_store::find_record(writer(), id_of(number)).value()->record.fields;
    }
    static Fields joined(const std::string& shown) {
        return {{"winner", input_value(shown, "winner")},
                {"shown-winner", input_value(shown, "shown-winner")},
                {"shown-loser", input_value(shown, "shown-loser")},
                {"reason", "sudah ditanya"}};
    }
};

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
    CHECK(has(get("/conflicts"), "Tidak ada lagi yang menunggu di sini."));
    const auto became = get("/decided");
    CHECK(has(became, "081234567892"));
    CHECK(has(became, "sudah ditelepon"));
    CHECK(has(became, "href=\"/conflicts/c12\""));  // where it is taken back
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
    CHECK(has(get("/decided"), "ditolak"));
}

TEST_CASE_FIXTURE(Morning,
                  "home leads to the first that waits, and a list that is done to the next") {
    put_mother(11, "Ibu Sebelas", "1991-02-03");
    put_mother(12, "Ibu Dua Belas", "1992-02-03");
    add_conflict(11);
    add_waiting(12);
    CHECK(has(get("/"), "class=\"tile waiting\" href=\"/conflicts/c11\""));
    CHECK(has(get("/"), "class=\"tile waiting\" href=\"" + waiting(12) + "\""));
    CHECK_FALSE(has(get("/conflicts"), "Lanjut: "));
    CHECK(decide("/conflicts/c11") == "/conflicts");
    const auto done = get("/conflicts");
    CHECK(has(done, "Lanjut: Perubahan tertahan yang perlu dibenahi (1)"));
    CHECK(has(done, "href=\"" + waiting(12) + "\""));
    CHECK(refuse(waiting(12)) == "/quarantine");
    CHECK(has(get("/quarantine"), "Tidak ada lagi yang menunggu keputusan Anda."));
    CHECK(has(get("/quarantine"), "href=\"/decided\""));
}

TEST_CASE_FIXTURE(Morning, "nothing is sent back to a laptop that was shut out") {
    put_mother(11, "Ibu Sebelas", "1991-02-03");
    add_waiting(11);
    CHECK(has(get(waiting(11)), "/back\""));
    REQUIRE(writer().execute("UPDATE device SET revoked_at = 1").ok());
    CHECK_FALSE(has(get(waiting(11)), "/back\""));
    CHECK(has(get(waiting(11)), "/refuse\""));
}

TEST_CASE_FIXTURE(TwoFamilies, "households that look like one, too, are joined with their two") {
    const std::string shown = get(pair_of(11, 12)).body;
    CHECK(shown.find("Gabungkan juga rumah tangganya") != std::string::npos);
    CHECK(shown.find("take.household_id") == std::string::npos);  // no question of its own
    Fields both = joined(shown);
    both.insert(both.end(), {{"home-winner", input_value(shown, "home-winner")},
                             {"home-loser", input_value(shown, "home-loser")},
                             {"home", "1"},
                             {"take.home.landmark", "loser"}});
    const auto done = post(pair_of(11, 12) + "/join", both);
    CHECK(header(done, "Location") == pair_of(13, 14));
    CHECK(house(2).text("merged_into") == id_of(1));
    CHECK(house(1).text("landmark") == "depan sumur");
    CHECK(has(get("/duplicates"), "href=\"" + pair_of(3, 4) + "\""));
    CHECK_FALSE(has(get("/duplicates"), "href=\"" + pair_of(1, 2) + "\""));
    CHECK(server_store::audited(writer(), "joined").value().size() == 2);
}

TEST_CASE_FIXTURE(TwoFamilies, "households that she leaves, or that were written since, stay two") {
    const std::string shown = get(pair_of(11, 12)).body;
    Fields left = joined(shown);
    left.insert(left.end(), {{"home-winner", input_value(shown, "home-winner")},
                             {"home-loser", input_value(shown, "home-loser")}});
    CHECK(header(post(pair_of(11, 12) + "/join", left), "Location") == pair_of(13, 14));
    CHECK(house(2).text("merged_into").empty());
    const std::string later = get(pair_of(13, 14)).body;
    write(3, R"({"landmark":"dekat pasar"})");
    Fields stale = joined(later);
    stale.insert(stale.end(), {{"home-winner", input_value(later, "home-winner")},
                               {"home-loser", input_value(later, "home-loser")},
                               {"home", "1"}});
    CHECK(header(post(pair_of(13, 14) + "/join", stale), "Location") == pair_of(3, 4) + "?after=0");
    CHECK(house(4).text("merged_into").empty());  // what she did not see is asked
}

TEST_CASE_FIXTURE(TwoFamilies, "households that come up besides lead back to where she was") {
    CHECK(has(get(pair_of(11, 12)), "Nomor 1 dari 4 yang menunggu"));
    const std::string homes = join(pair_of(11, 12));
    CHECK(homes == pair_of(1, 2) + "?after=0");
    const auto besides = get(homes);
    CHECK(has(besides, "Di luar urutan; masih ada 3 yang menunggu"));
    CHECK(has(besides, "href=\"" + pair_of(13, 14) + "\""));  // left for now: on, not further down
    Fields decided = joined(besides.body);
    decided.emplace_back("after", input_value(besides.body, "after"));
    CHECK(header(post(pair_of(1, 2) + "/join", decided), "Location") == pair_of(13, 14));
    CHECK(tell_apart(pair_of(13, 14)) == pair_of(3, 4));
    CHECK(tell_apart(pair_of(3, 4)) == "/duplicates");
    const auto became = get("/decided");
    CHECK(has(became, "Sitti Aminah"));
    CHECK(has(became, "digabung"));
    CHECK(has(became, "href=\"/merges/"));
    CHECK(has(became, "bukan data ganda"));
    CHECK(has(became, "href=\"" + pair_of(13, 14) + "\""));  // may be decided anew
    CHECK(has(get(pair_of(13, 14)), "Gabungkan"));
}

TEST_CASE_FIXTURE(TwoFamilies,
                  "households that were joined before are no question of their people") {
    CHECK(has(get(pair_of(1, 2)), "take.landmark"));
    join(pair_of(1, 2));
    const auto two = get(pair_of(11, 12));
    CHECK_FALSE(has(two, "take.household_id"));
    CHECK_FALSE(has(two, "Gabungkan juga rumah tangganya"));
}

TEST_CASE_FIXTURE(TwoFamilies, "two babies of one mother that one cadre wrote down may be twins") {
    put_baby(21, "Nabila", 11);
    put_baby(22, "Nabilah", 11);
    put_baby(23, "Nabila", 11);
    CHECK(has(get(pair_of(21, 22)), "apakah bayi kembar?"));
    Fields wanted = joined(get(pair_of(21, 22)).body);
    CHECK(post(pair_of(21, 22) + "/join", wanted).status == 422);
    wanted.emplace_back("forced", "1");
    CHECK(post(pair_of(21, 22) + "/join", wanted).status == 303);
    CHECK_FALSE(has(get(pair_of(21, 23)), "apakah bayi kembar?"));  // of one name, too
}
