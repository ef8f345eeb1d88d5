// The village of moves: two posyandu of one health centre, Siti and Ani of the one, Tini of the
// other, a midwife of both; a family of the first.
#pragma once

#include "sync-server/accept/joining/moving.h"
#include "sync-server/accept/joining/units.h"
#include "sync-server/store/keeping/audit.h"
#include "sync-server/store/people/people.h"
#include "sync-server/store/records/records.h"
#include "tests/simulation/village.h"

#include <doctest/doctest.h>

namespace simulation {

using base::RecordId;

inline const std::string kOther = "POSY-2";

struct Neighbours : Village {
    Device tini{folder.path("tini.db"), server, server.add_user("Tini", "KADER", {kOther}), clock,
                random};
    Device bidan{folder.path("bidan.db"), server,
                 server.add_user("Bidan Wati", "BIDAN", {kUnit, kOther}), clock, random};
    RecordId home, mother, infant, visit, recall;

    base::Fields person(const std::string& name, bool is_infant) {
        base::Fields fields = fields_of(
            R"({"sex":"P","birth_date_precision":"D","nik_status":"NONE","is_supporter":"0",)"
            R"("vital_status":"ALIVE"})");
        fields.set("full_name", name);
        fields.set("birth_date", is_infant ? "2026-01-01" : "2000-01-01");
        fields.set("is_mother", is_infant ? "0" : "1");
        fields.set("is_infant", is_infant ? "1" : "0");
        fields.set("household_id", home.text());
        return fields;
    }
    base::Fields visit_of(const RecordId& household, const std::string& day) {
        base::Fields fields = fields_of(
            R"({"visit_type":"KV","outcome":"DONE","provider_role":"KADER","persons_seen":""})");
        fields.set("household_id", household.text());
        fields.set("started_at", day + "T09:00:00+07:00");
        return fields;
    }
    // Written by Siti, known to all of the first posyandu.
    void family() {
        home = siti.add("household", household("Budi"), kUnit);
        mother = siti.add("person", person("Rina", false), kUnit);
        base::Fields child = person("Dewi", true);
        child.set("mother_person_id", mother.text());
        infant = siti.add("person", child, kUnit);
        base::Fields task;
        task.set("person_id", mother.text());
        task.set("task_code", "KF1");
        task.set("note", "menunggu suami");
        visit = siti.add("followup_task", task, kUnit);
        everybody();
    }
    void everybody() {
        for (int i = 0; i < 2; ++i) {
            for (Device* each : {&siti, &ani, &tini, &bidan}) CHECK(!each->sync().error);
        }
        check(siti, units_of("Siti"));
        check(ani, units_of("Ani"));
        check(tini, units_of("Tini"));
        check(bidan, units_of("Bidan Wati"));
    }
    std::vector<std::string> units_of(const std::string& name) {
        const auto user = server_store::find_user_by_name(server.connection(), name);
        REQUIRE(user.ok());
        std::vector<std::string> codes;
        const auto units = server_store::units_of(server.connection(), user.value()->id);
        REQUIRE(units.ok());
        for (const auto& unit : units.value()) codes.push_back(unit.code);
        return codes;
    }
    void check(Device& device, const std::vector<std::string>& units) {
        CHECK(confirmed_rows(device) == server_rows(server, units));
        CHECK(device.status().agreed);
    }
    joining::MoveRequest to(const RecordId& record, const std::string& unit) {
        joining::MoveRequest request;
        request.record = record.text();
        request.to = unit;
        request.reason = "pindah rumah";
        request.actor = server_store::kCommandLine;
        return request;
    }
    std::int64_t move(const joining::MoveRequest& request) {
        const auto moved = joining::move(server.desk(), request);
        if (!moved.ok()) MESSAGE(moved.error().message);
        REQUIRE(moved.ok());
        return moved.value();
    }
    joining::UnitRequest unit_of(const std::string& user, const std::string& unit) {
        const auto known = server_store::find_user_by_name(server.connection(), user);
        REQUIRE(known.ok());
        return {known.value()->id.text(), unit, server_store::kCommandLine, "bertukar wilayah"};
    }
    std::string unit_on_server(const RecordId& id) {
        const auto stored = server_store::find_record(server.connection(), id.text());
        REQUIRE(stored.ok());
        return stored.value() ? stored.value()->record.unit : "";
    }
};

}  // namespace simulation
