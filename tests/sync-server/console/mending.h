// A desk to which two laptops brought a conflict and a change that cannot stand.
#pragma once

#include "shared/records/change.h"
#include "sync-server/accept/service.h"
#include "sync-server/accept/staff/laptops.h"
#include "sync-server/store/changes/changes.h"
#include "sync-server/store/keeping/audit.h"
#include "sync-server/store/people/devices.h"
#include "sync-server/store/records/records.h"
#include "tests/sync-server/console/desk.h"

namespace console_test {

inline const std::string kHousehold = "01890000-0000-7000-8000-0000000000b1";
inline const std::string kMother = "01890000-0000-7000-8000-0000000000b2";

// Writes as a laptop's changes are written, through the health centre's own device.
struct Mending : Desk {
    Mending() {
        put(kHousehold, "household", R"({"head_name":"Agus","status":"ACTIVE"})");
        put(kMother, "person",
            R"({"full_name":"Siti <Aminah>","household_id":")" + kHousehold +
                R"(","sex":"P","is_mother":"1","is_infant":"0","is_supporter":"0",)"
                R"("birth_date":"1999-02-03","birth_date_precision":"D","nik_status":"UNKNOWN",)"
                R"("vital_status":"ALIVE"})");
        server_store::Device laptop;
        laptop.id = base::DeviceId("01890000-0000-7000-8000-0000000000d1");
        laptop.user = user("kader").id;
        laptop.token_hash = "hash";
        REQUIRE(server_store::add_device(writer(), laptop, clock.now()).ok());
        device = server_store::find_device(writer(), laptop.id.text()).value()->no;
        sign_in("koord");
    }
    void put(const std::string& id, const std::string& type, const std::string& json) {
        const accept::Desk desk{writer(), forms, clock, random};
        auto transaction = db::Transaction::begin(writer());
        REQUIRE(transaction.ok());
        auto session = accept::desk_session(desk);
        records::Record record;
        record.id = base::RecordId(id);
        record.type = type;
        record.unit = "P1";
        const auto stored = server_store::find_record(writer(), id).value();
        if (stored) record = stored->record;
        const auto change =
            accept::desk_change(session.value(), record, base::Fields::parse(json).value(), "");
        REQUIRE(accept::write_at_desk(session.value(), change).ok());
        REQUIRE(transaction.value().commit().ok());
    }
    void log(std::int64_t n, const std::string& line, const std::string& record = kMother) {
        server_store::LoggedChange logged;
        logged.device = device;
        logged.incarnation = 1;
        logged.n = n;
        logged.record = record;
        logged.line = line;
        logged.hash = "h" + std::to_string(n);
        logged.received_at = clock.now();
        logged.before = "{}";
        REQUIRE(server_store::log_change(writer(), logged).ok());
    }
    std::string line_of(const std::string& set) {
        records::Change change;
        change.record = base::RecordId(kMother);
        change.type = "person";
        change.unit = "P1";
        change.base = {1, 1};
        change.set = base::Fields::parse(set).value();
        change.form_version = "1";
        change.made_at = clock.now();
        return to_line(change);
    }
    std::string add_conflict(const std::string& set = R"({"full_name":"Sitti Aminah"})") {
        log(1, line_of(set));
        server_store::Contender contender;
        contender.id = "c1";
        contender.record = kMother;
        contender.group = base::Fields::parse(set).value().entries().front().first;
        contender.device = device;
        contender.n = 1;
        contender.mine = set;
        contender.opened_at = clock.now();
        REQUIRE(server_store::put_contender(writer(), contender).ok());
        return contender.id;
    }
    std::string add_quarantined(const std::string& set = R"({"phone":"123456789012345678901"})") {
        log(2, line_of(set));
        server_store::Quarantined item;
        item.device = device;
        item.n = 2;
        item.record = kMother;
        item.line = line_of(set);
        item.code = "check";
        item.field = "phone";
        item.reason = "Nomor terlalu panjang.";
        item.opened_at = clock.now();
        REQUIRE(server_store::put_quarantined(writer(), item).ok());
        return "/quarantine/" + std::to_string(device) + "/2";
    }
    void close_laptop(const std::string& reason) {
        REQUIRE(writer()
                    .prepare("UPDATE quarantine SET code = 'revoked', field = ''")
                    .value()
                    .run()
                    .ok());
        const accept::Desk desk{writer(), forms, clock, random};
        REQUIRE(staff::revoke_laptop(desk, "01890000-0000-7000-8000-0000000000d1",
                                     user("koord").id.text(), reason)
                    .ok());
    }
    base::Fields mother() {
        return server_store::find_record(writer(), kMother).value()->record.fields;
    }
    bool is_open() { return server_store::find_quarantined(writer(), device, 2).value()->is_open; }
    std::size_t audited(const char* what) {
        return server_store::audited(writer(), what).value().size();
    }
    std::string shown(const std::string& page) { return input_value(get(page).body, "shown"); }

    std::int64_t device = 0;
    forms::FormSet forms = forms::FormSet::builtin();
};

}  // namespace console_test
