// A desk in the morning: pairs, conflicts and changes that wait; two families written down twice.
#pragma once

#include "shared/records/change.h"
#include "sync-server/accept/joining/joining.h"
#include "sync-server/accept/service.h"
#include "sync-server/merge/scanning.h"
#include "sync-server/store/changes/changes.h"
#include "sync-server/store/duplicates/candidates.h"
#include "sync-server/store/keeping/audit.h"
#include "sync-server/store/people/devices.h"
#include "sync-server/store/records/records.h"
#include "tests/sync-server/console/desk.h"
#include "tests/sync-server/console/ids.h"

namespace console_test {

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
    std::string join(const std::string& page, const std::string& keep = "") {
        const std::string shown = get(page + "?keep=" + keep).body;
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

inline std::string pair_of(int a, int b) {
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
    // In the list, so likely in millionths, whatever comparing says.
    void like_one(int a, int b, std::int64_t score) {
        server_store::CandidateRow row;
        row.a = id_of(a);
        row.b = id_of(b);
        row.kind = a < 10 ? "household" : a < 20 ? "mother" : "infant";
        row.unit_a = row.unit_b = "P1";
        row.score = score;
        REQUIRE(server_store::put_candidate(writer(), row).ok());
    }
    base::Fields house(int number) {
        return server_store::find_record(writer(), id_of(number)).value()->record.fields;
    }
    std::string newest_of(const std::string& type) {
        for (const auto& each : joining::merges(writer()).value()) {
            if (each.type == type && !each.undone_at) return each.id;
        }
        FAIL("nothing of that type is joined: ", type);
        return "";
    }
    static Fields joined(const std::string& shown) {
        return {{"winner", input_value(shown, "winner")},
                {"shown-winner", input_value(shown, "shown-winner")},
                {"shown-loser", input_value(shown, "shown-loser")},
                {"reason", "sudah ditanya"}};
    }
};

}  // namespace console_test
