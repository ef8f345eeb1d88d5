// One birth of October in each of two posyandu, counted, before the coordinator who signs in.
#pragma once

#include "tests/sync-server/console/desk.h"
#include "tests/sync-server/console/ids.h"

#include "sync-server/store/keeping/audit.h"

namespace console_test {

struct October : Desk {
    October() {
        add_family(100, "P1", "<b>Bayi Satu</b>", "1");
        add_family(200, "P2", "Bayi Dua", "0");
        sign_in("koord");
        get("/figures?month=2026-10");  // from now on it is counted
    }
    void put(const std::string& unit, int id, const std::string& type, const std::string& json) {
        const accept::Desk desk{writer(), forms, clock, random};
        auto transaction = db::Transaction::begin(writer());
        REQUIRE(transaction.ok());
        auto session = accept::desk_session(desk);
        records::Record record;
        record.id = base::RecordId(id_of(id));
        record.type = type;
        record.unit = unit;
        const auto change =
            accept::desk_change(session.value(), record, base::Fields::parse(json).value(), "");
        const auto written = accept::write_at_desk(session.value(), change);
        REQUIRE_MESSAGE(written.ok(), type);
        REQUIRE(transaction.value().commit().ok());
    }
    void add_family(int first, const std::string& unit, const std::string& infant,
                    const std::string& imd) {
        const std::string person = R"(","is_supporter":"0","birth_date_precision":"D",)"
                                   R"("nik_status":"NONE","vital_status":"ALIVE",)"
                                   R"("household_id":")" +
                                   id_of(first) + R"(")";
        put(unit, first, "household", R"({"head_name":"Agus","rt":"001","status":"ACTIVE"})");
        put(unit, first + 1, "person",
            R"({"full_name":"Siti","sex":"P","birth_date":"1999-02-03","is_mother":"1",)"
            R"("is_infant":"0)" +
                person + "}");
        put(unit, first + 2, "person",
            R"({"full_name":")" + infant +
                R"(","sex":"L","birth_date":"2026-10-05","is_infant":"1)" + person + "}");
        put(unit, first + 3, "birth_event",
            R"({"mother_id":")" + id_of(first + 1) +
                R"(","delivery_date":"2026-10-05","fetus_count":1,"place":"PKM"})");
        put(unit, first + 4, "birth_outcome",
            R"({"birth_event_id":")" + id_of(first + 3) + R"(","infant_id":")" + id_of(first + 2) +
                R"(","birth_order":1,"outcome":"LIVE","sex":"L","imd":")" + imd + R"("})");
    }
    std::vector<server_store::Audited> audited(const char* what) {
        return server_store::audited(writer(), what).value();
    }

    forms::FormSet forms = forms::FormSet::builtin();
};

}  // namespace console_test
