// The village in which a person is erased by law (SYNC 23). Her data carries a mark, so that it can
// be looked for everywhere.
#pragma once

#include "client/app/recording/recorder.h"
#include "client/store/drafts.h"
#include "client/store/erased.h"
#include "client/sync/courier.h"
#include "shared/protocol/request.h"
#include "sync-server/accept/round/carried.h"
#include "sync-server/reports/about.h"
#include "sync-server/store/people/devices.h"
#include "sync-server/store/records/erasing.h"
#include "tests/simulation/village.h"

#include <doctest/doctest.h>

namespace simulation {

using base::RecordId;

// Stands in everything that is hers, and in nothing else.
inline const std::string kMark = "RAHASIA";

// Does any text of any table hold it? In a file that nobody sealed, so the whole of it counts.
inline std::string table_with(db::Connection& connection, const std::string& text) {
    std::vector<std::pair<std::string, std::string>> columns;
    {
        auto rows = connection.prepare(
            "SELECT m.name, p.name FROM sqlite_master m, "
            "pragma_table_info(m.name) p WHERE m.type = 'table'");
        REQUIRE(rows.ok());
        while (rows.value().step().value()) {
            columns.emplace_back(rows.value().text(0), rows.value().text(1));
        }
    }
    for (const auto& [table, column] : columns) {
        const std::string sql =
            "SELECT count(*) FROM \"" + table + "\" WHERE instr(\"" + column + "\", $1) > 0";
        auto rows = connection.prepare(sql.c_str());
        REQUIRE(rows.ok());
        rows.value().bind(1, text);
        REQUIRE(rows.value().step().value());
        if (rows.value().number(0) > 0) return table + "." + column;
    }
    return "";
}

struct Erasing : Village {
    std::string backup = folder.path("backup.db");
    std::vector<std::string> list;  // outside of every backup

    RecordId mother() {
        base::Fields fields = fields_of(
            R"({"sex":"P","birth_date":"2000-01-01","is_mother":"1","birth_date_precision":"D",)"
            R"("nik_status":"NONE","is_infant":"0","is_supporter":"0","vital_status":"ALIVE"})");
        fields.set("full_name", kMark + " Rina");
        fields.set("household_id", siti.add("household", household("Budi"), kUnit).text());
        return siti.add("person", fields, kUnit);
    }
    RecordId infant_of(const RecordId& mother) {
        base::Fields fields =
            fields_of(R"({"full_name":"Dewi","sex":"P","birth_date":"2026-01-01","is_mother":"0",)"
                      R"("birth_date_precision":"D","nik_status":"NONE","is_infant":"1",)"
                      R"("is_supporter":"0","vital_status":"ALIVE"})");
        fields.set("household_id", siti.shown(mother).text("household_id"));
        fields.set("mother_person_id", mother.text());
        return siti.add("person", fields, kUnit);
    }
    base::Fields task_of(const RecordId& person) {
        base::Fields fields;
        fields.set("person_id", person.text());
        fields.set("task_code", "KF1");
        fields.set("note", kMark + " pindah");
        return fields;
    }
    RecordId known() {
        const RecordId id = mother();
        agree();
        return id;
    }
    void erase(const RecordId& person, bool with_children = false) {
        auto about = reports::records_about(server.connection(), person.text(), with_children);
        REQUIRE(about.ok());
        REQUIRE(!about.value().going.empty());
        for (const auto& record : about.value().going) list.push_back(record.id.text());
        apply_list();
    }
    void apply_list() {
        auto transaction = db::Transaction::begin(server.connection());
        REQUIRE(transaction.ok());
        REQUIRE(server_store::apply_erased(server.connection(), list).ok());
        REQUIRE(transaction.value().commit().ok());
    }
    void restore() {
        server.restore(backup);
        apply_list();
    }
    void check_gone(const std::string& text) {
        CHECK(table_with(server.connection(), text) == "");
        CHECK(table_with(siti.store().connection(), text) == "");
        CHECK(table_with(ani.store().connection(), text) == "");
    }
    void check_all_agree() {
        agree();
        CHECK(siti.status().is_green());
        CHECK(ani.status().is_green());
        check_gone(kMark);
    }
    std::string bundle_of(Device& device) {
        const sync_client::Self self{"0.1.0", forms::FormSet::builtin().digest()};
        const auto identity = device.store().identity().value();
        auto made = sync_client::make_request(device.store(), identity, clock, self);
        REQUIRE(made.ok());
        return made.value().bytes;
    }
    std::string reply_to(const std::string& bundle) {
        auto service =
            accept::Service::open(server.connection(), forms::FormSet::builtin(), clock, random);
        REQUIRE(service.ok());
        auto received = accept::receive_bundle(service.value(), server.connection(), bundle);
        REQUIRE(received.ok());
        CHECK(!received.value().is_forked);
        return received.value().reply;
    }
    sync_client::CarriedReply read(Device& device, const std::string& reply) {
        const auto named = [](const records::Record& record) {
            return client_app::named_by(forms::FormSet::builtin(), record);
        };
        const sync_client::Self self{"0.1.0", forms::FormSet::builtin().digest()};
        const auto identity = device.store().identity().value();
        auto taken = sync_client::take_reply(device.store(), identity, clock, named, self, reply);
        REQUIRE(taken.ok());
        CHECK(!taken.value().error);
        return taken.value();
    }
    // What an older program reads: it passes over lines that it does not know.
    std::string answer_without_tombstones(Device& device) {
        const sync_client::Self self{"0.1.0", forms::FormSet::builtin().digest()};
        auto outgoing = sync_client::prepare(device.store(), clock, self, 1 << 20);
        REQUIRE(outgoing.ok());
        const std::string request =
            protocol::request_text(outgoing.value().hello, outgoing.value().lines);
        auto reply = server.handle(device.link().token, request);
        REQUIRE(reply.ok());
        std::string text = reply.value().text;
        auto at = text.find("{\"erased\":");
        REQUIRE(at != std::string::npos);
        for (; at != std::string::npos; at = text.find("{\"erased\":")) {
            text.erase(at, text.find('\n', at) + 1 - at);
        }
        return text;
    }
};

}  // namespace simulation
