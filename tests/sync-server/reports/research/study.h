// A study: mothers of two posyandu, each with one infant, two visits and what was asked at them.
#pragma once

#include "shared/base/csv.h"
#include "sync-server/reports/research/export.h"
#include "sync-server/store/meta.h"
#include "sync-server/store/records/records.h"
#include "tests/simulation/world.h"

#include <doctest/doctest.h>

#include <map>

namespace study {

inline base::Date day(const char* text) {
    return *base::parse_date(text);
}
inline const research::Period kPeriod{*base::parse_month("2026-01"), *base::parse_month("2026-12")};
inline constexpr const char* kRead = "CARE RESEARCH";

struct Mother {
    base::RecordId mother, infant, birth, first, second, consent;
};

using Files = std::map<std::string, std::string>;  // what was put, by name
struct Taken : research::Export {
    Files files;
};

struct Study {
    simulation::ScratchFolder folder;
    db::Connection connection = server_store::open_database(folder.path("centre.db"), true).value();
    base::SeededRandom random{7};
    research::Asked asked{kPeriod, 5, day("2026-12-31")};

    base::RecordId id() {
        return base::RecordId(base::make_uuid7(base::Instant{1'780'000'000'000}, random));
    }
    void put(const base::RecordId& record, const std::string& type, const base::Fields& fields,
             const std::string& unit) {
        server_store::StoredRecord stored;
        std::vector<std::string> named;
        for (const auto& entry : fields.entries()) {
            for (const std::string& each : fields.codes(entry.first)) {
                if (base::is_uuid(each)) named.push_back(each);
            }
        }
        const auto found = server_store::find_record(connection, record.text()).value();
        if (found) stored = *found;
        const auto before = records::row_hash(record.text(), {1, 1}, stored.fields_text);
        stored.record = {record, type, unit, {1, 1}, fields};
        stored.fields_text = fields.to_json();
        stored.writers = "{}";
        const auto hash = found ? std::optional(before) : std::nullopt;
        const auto written = server_store::put_record(connection, stored, hash, named);
        REQUIRE_MESSAGE(written.ok(), written.error().message);
    }
    base::RecordId add(const std::string& type, const base::Fields& fields,
                       const std::string& unit) {
        const base::RecordId made = id();
        put(made, type, fields, unit);
        return made;
    }
    base::RecordId consent(const base::RecordId& person, const std::string& by,
                           const std::string& scopes, const std::string& given = "2026-01-02") {
        base::Fields fields;
        fields.set("person_id", person.text());
        fields.set("given_by", by);
        fields.set("scopes", scopes);
        fields.set("given_at", given + "T09:00:00+07:00");
        return add("consent", fields, "P1");
    }

    base::Fields person(const std::string& name, const char* sex, const std::string& born) {
        base::Fields fields;
        fields.set("full_name", name);
        fields.set("sex", sex);
        fields.set("birth_date", born);
        fields.set("vital_status", "ALIVE");
        return fields;
    }
    base::RecordId visit(const Mother& who, const std::string& on, const std::string& unit) {
        base::Fields fields = simulation::fields_of(
            R"({"visit_type":"KADER_HOME","outcome":"DONE","provider_role":"KADER"})");
        fields.set("mother_id", who.mother.text());
        fields.set("birth_event_id", who.birth.text());
        fields.set("started_at", on + "T09:00:00+07:00");
        const base::RecordId made = add("visit", fields, unit);
        base::Fields recall = simulation::fields_of(R"({"bf_ever":"1","l_water":"0"})");
        recall.set("infant_id", who.infant.text());
        recall.set("visit_id", made.text());
        recall.set("recall_date", on);
        add("feeding_recall", recall, unit);
        base::Fields check = simulation::fields_of(R"({"weight_g":3400})");
        check.set("infant_id", who.infant.text());
        check.set("visit_id", made.text());
        add("infant_check", check, unit);
        return made;
    }
    // Visited 7 and 28 days after delivery.
    Mother mother(const std::string& delivered, const std::string& unit = "P1",
                  const std::string& born = "2000-01-01", const char* scopes = kRead) {
        Mother who;
        who.mother = id();
        who.infant = id();
        base::Fields her = person("Rina", "P", born);
        her.set("is_mother", "1");
        her.set("is_infant", "0");
        put(who.mother, "person", her, unit);
        base::Fields baby = person("Bayi", "L", delivered);
        baby.set("is_infant", "1");
        baby.set("mother_person_id", who.mother.text());
        put(who.infant, "person", baby, unit);
        base::Fields birth =
            simulation::fields_of(R"({"place":"PKM","mode":"VAGINAL","fetus_count":1,"parity":1})");
        birth.set("mother_id", who.mother.text());
        birth.set("delivery_date", delivered);
        who.birth = add("birth_event", birth, unit);
        base::Fields outcome = simulation::fields_of(
            R"({"outcome":"LIVE","birth_order":1,"birth_weight_g":3100,"imd":"1"})");
        outcome.set("birth_event_id", who.birth.text());
        outcome.set("infant_id", who.infant.text());
        add("birth_outcome", outcome, unit);
        who.first = visit(who, base::to_text(base::add_days(day(delivered.c_str()), 7)), unit);
        who.second = visit(who, base::to_text(base::add_days(day(delivered.c_str()), 28)), unit);
        who.consent = consent(who.mother, "SELF", scopes);
        consent(who.infant, "PARENT", scopes);
        return who;
    }
    std::vector<Mother> mothers(int count, const std::string& unit = "P1") {
        std::vector<Mother> made;
        for (int each = 0; each < count; ++each) made.push_back(mother("2026-02-10", unit));
        return made;
    }

    base::Result<research::Export> make(Files& files, const research::Pseudonyms& pseudonyms) {
        return research::make_export(connection, forms::FormSet::builtin(), asked, pseudonyms,
                                     [&](std::string_view file, std::string_view text) {
                                         files[std::string(file)] += text;
                                         return base::Status(base::Done{});
                                     });
    }
    Taken take(const research::Pseudonyms& pseudonyms = research::Pseudonyms::fresh()) {
        Files files;
        auto made = make(files, pseudonyms);
        REQUIRE_MESSAGE(made.ok(), made.error().message);
        return {std::move(made).value(), std::move(files)};
    }
    static std::string text_of(const Taken& made, const std::string& name) {
        const auto at = made.files.find(name);
        return at == made.files.end() ? "" : at->second;
    }
    static base::csv::Table table(const Taken& made, const std::string& name) {
        return base::csv::parse(text_of(made, name + ".csv")).value();
    }
};

}  // namespace study
