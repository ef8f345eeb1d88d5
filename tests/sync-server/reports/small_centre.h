// A health centre of one posyandu with a cadre and one without, and infants as a test wants them.
#pragma once

#include "shared/base/csv.h"
#include "sync-server/reports/report_tables.h"
#include "sync-server/store/people/people.h"
#include "tests/simulation/world.h"

#include <doctest/doctest.h>

namespace small_centre {

using namespace simulation;

inline constexpr base::Month kMonth{std::chrono::year{2026}, std::chrono::month{8}};
inline const base::Zone kZone{"Asia/Jakarta", 7 * 60};
inline const base::Instant kNow{1'790'000'000'000};  // 2026-09-21

struct Centre {
    base::FixedClock clock{kNow};
    base::SeededRandom random{5};
    ScratchFolder folder;
    Server server{folder.path("centre.db"), clock, random, {"P1", "P2"}};
    Device siti{folder.path("siti.db"), server, server.add_user("Siti", "KADER", {"P1"}), clock,
                random};
    base::RecordId home = siti.add("household", household("Budi"), "P1");
    base::RecordId mother = add_person("Rina", "P", "2000-01-01", false);

    base::RecordId add_person(const std::string& name, const std::string& sex,
                              const std::string& born, bool is_infant) {
        base::Fields fields =
            fields_of(R"({"birth_date_precision":"D","nik_status":"NONE","is_supporter":"0",)"
                      R"("vital_status":"ALIVE"})");
        fields.set("full_name", name);
        fields.set("sex", sex);
        fields.set("birth_date", born);
        fields.set("is_mother", is_infant ? "0" : "1");
        fields.set("is_infant", is_infant ? "1" : "0");
        fields.set("household_id", home.text());
        if (is_infant) fields.set("mother_person_id", mother.text());
        return siti.add("person", fields, "P1");
    }
    std::string siti_id() {
        const auto user = server_store::find_user_by_name(server.connection(), "Siti");
        REQUIRE(user.ok());
        return user.value()->id.text();
    }
    base::RecordId add_infant(const std::string& name, const std::string& born,
                              const std::string& sex = "L") {
        return add_person(name, sex, born, true);
    }
    base::RecordId add_visit(const std::string& day) {
        base::Fields fields =
            fields_of(R"({"visit_type":"KADER_HOME","outcome":"DONE","provider_role":"KADER",)"
                      R"("midwife_told":"0"})");
        fields.set("household_id", home.text());
        fields.set("mother_id", mother.text());
        fields.set("persons_seen", mother.text());
        fields.set("provider_id", siti_id());
        fields.set("started_at", day + "T09:00:00+07:00");
        return siti.add("visit", fields, "P1");
    }
    // Everything "no" but breast milk; `water`: "1" given, "8" not known.
    base::RecordId add_recall(const base::RecordId& infant, const base::RecordId& visit,
                              const std::string& day, const std::string& water = "0") {
        base::Fields fields = fields_of(
            R"({"respondent":"SENDIRI","bf_ever":"1","bf_yesterday":"1","ebm_yesterday":"0",)"
            R"("bottle_yesterday":"0","l_formula":"0","l_milk":"0","l_yogurt":"0","l_choco":"0",)"
            R"("l_soy":"0","l_juice":"0","l_soda":"0","l_tea":"0","l_broth":"0","l_other":"0",)"
            R"("m_ors_med":"0","f_any":"0","other_ever":"0"})");
        fields.set("l_water", water);
        fields.set("infant_id", infant.text());
        fields.set("visit_id", visit.text());
        fields.set("recall_date", day);
        return siti.add("feeding_recall", fields, "P1");
    }
    db::Connection& connection() { return server.connection(); }
    reports::Asked asked(std::vector<std::string> tables) {
        return {sheets::period_of(kMonth), "", std::move(tables), kNow, kZone};
    }
    sheets::Book book(const std::string& table) {
        auto made = reports::make_book(connection(), asked({table}));
        REQUIRE_MESSAGE(made.ok(), made.error().message);
        return std::move(made).value();
    }
};

}  // namespace small_centre
