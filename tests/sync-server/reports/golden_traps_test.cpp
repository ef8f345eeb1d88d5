// A second golden district: families that set traps, in July and August 2026, each worked by hand
// from DOMAIN 6 and AMENDMENTS (never from what the program says). Columns of SIGIZI "Balita Gizi":
// 14 live births, 20 of these IMD, 21 aged 0-5 months on the last day, 22 of these recalled with a
// known answer, 23 of these breast milk only, 24 six months old in the month, 25 graduated.
//
// | baby  | born   | what happened                                  | where | 14 20 21 22 23 | F1 |
// | Ayu   | 10 May | stays in P1 since 1 July, lives in P2; breast  | P2    |       1  1  1  | O.1
// | |       |        | milk only on 12 August: counts at home, listed |       |                | |
// |       |        | where she stays (AMENDMENTS Data 4)            |       |                | | |
// Bayu  | 1 Mar  | tea "tidak tahu" on 20 August: not recalled;   | P1    |       1        |      |
// |       |        | six months on 1 September: 0-5 on 31 August    |       |                | | |
// Citra | 3 Aug  | born at home, IMD; first seen by a health      | P1    | 1  1  1        |      |
// |       |        | worker on day 3: no KN1 (6-48 h), that says so |       |                | | |
// Eka   | 20 Jun | twin; written down twice, the second time with | P1    |       1  1     | O.2  |
// |       |        | water on 20 August: once the two are one, the  |       |                | | |
// |        | later answer counts                            |       |                |      | | Eki
// | 20 Jun | the other twin, never to be joined with Eka    | P1    |       1  1  1  | O.1  | |
// Fajar | 5 Jun  | July's answer put right in September: formula, | P1    |       1  1  1  | O.2  |
// |       |        | so July's 23 loses him; in August yesterday is |       |                | | |
// |        | breast milk only (23), since birth is not (F1) |       |                |      | |
// Gita  | 2 May  | moved to P2 on 15 August: P1 in July, P2 now   | P2    |       1  1  1  | O.1  |
// | August: P1 1 1 5 3 2, P2 0 0 2 2 2; July: 21 is 5 and 1, 22 is 1 (Fajar), 23 is 1, then 0.   |
#include "shared/base/csv.h"
#include "shared/base/json.h"
#include "shared/sheets/formats/csv_file.h"
#include "sync-server/accept/joining/joining.h"
#include "sync-server/accept/joining/moving.h"
#include "sync-server/reports/exchange_report.h"
#include "sync-server/reports/figure_trace.h"
#include "tests/sync-server/reports/small_centre.h"

using namespace small_centre;

namespace {

struct Traps : Centre {
    base::RecordId ayu = born("Ayu", "2026-05-10", "P");
    base::RecordId bayu = born("Bayu", "2026-03-01");
    base::RecordId citra = born("Citra", "2026-08-03", "P");
    base::RecordId eka = born("Eka", "2026-06-20");
    base::RecordId eki = add_infant("Eki", "2026-06-20", "P");
    base::RecordId eka_again = add_infant("Eka Putra", "2026-06-20");
    base::RecordId fajar = born("Fajar", "2026-06-05");
    base::RecordId gita = born("Gita", "2026-05-02", "P");
    base::RecordId gita_home = home;
    base::RecordId fajar_in_july;

    Traps() {
        base::Fields stays;
        stays.set("residence", "TEMPORARY");
        stays.set("residence_from_unit", "P2");
        stays.set("residence_since", "2026-07-01");
        siti.edit(ayu, stays);
        fajar_in_july = asked_at_home(fajar, "2026-07-10");
        asked_at_home(gita, "2026-08-05");
        asked_at_home(fajar, "2026-08-10");
        for (const auto& each : {ayu, eka, eki}) asked_at_home(each, "2026-08-12");
        asked_at_home(eka_again, "2026-08-20", "1");
        base::Fields tea;
        tea.set("l_tea", "8");
        siti.edit(asked_at_home(bayu, "2026-08-20"), tea);
        add_home_birth();
        siti.sync();
        move_gita();
    }

    // In a household and of a mother of its own.
    base::RecordId born(const std::string& name, const std::string& on,
                        const std::string& sex = "L") {
        home = siti.add("household", household("Keluarga " + name), "P1");
        mother = add_person("Ibu " + name, "P", "1998-01-01", false);
        return add_infant(name, on, sex);
    }

    base::RecordId asked_at_home(const base::RecordId& infant, const std::string& day,
                                 const std::string& water = "0") {
        const base::Fields shown = siti.shown(infant);
        home = base::RecordId(shown.text("household_id"));
        mother = base::RecordId(shown.text("mother_person_id"));
        return add_recall(infant, add_visit(day), day, water);
    }

    void add_home_birth() {
        base::Fields birth = fields_of(
            R"({"delivery_date":"2026-08-03","delivery_time":"04:00","fetus_count":1,)"
            R"("place":"RUMAH","attendant":"BIDAN","mode":"VAGINAL","complications":"NONE"})");
        const auto shown = siti.shown(citra);
        birth.set("mother_id", shown.text("mother_person_id"));
        const auto event = siti.add("birth_event", birth, "P1");
        base::Fields outcome = fields_of(
            R"({"birth_order":1,"outcome":"LIVE","sex":"P","birth_weight_g":3100,"imd":"1",)"
            R"("bf_start_unit":"IMM","prelacteal_2d":"0"})");
        outcome.set("birth_event_id", event.text());
        outcome.set("infant_id", citra.text());
        siti.add("birth_outcome", outcome, "P1");
        base::Fields contact =
            fields_of(R"({"code":"KN1","contact_date":"2026-08-06","source":"SIGHTED"})");
        contact.set("person_id", citra.text());
        contact.set("birth_event_id", event.text());
        siti.add("service_contact", contact, "P1");
    }

    void move_gita() {
        joining::MoveRequest moving;
        moving.record = gita_home.text();
        moving.to = "P2";
        moving.on = *base::parse_date("2026-08-15");
        moving.reason = "pindah rumah";
        moving.actor = server_store::kCommandLine;
        const auto moved = joining::move(server.desk(), moving);
        REQUIRE_MESSAGE(moved.ok(), moved.error().message);
    }

    std::string join_the_doubles() {
        joining::Request asked;
        asked.winner = eka.text();
        asked.loser = eka_again.text();
        asked.reason = "satu bayi ditulis dua kali";
        asked.actor = server_store::kCommandLine;
        asked.is_forced = true;
        const auto joined = joining::join(server.desk(), asked);
        REQUIRE_MESSAGE(joined.ok(), joined.error().message);
        return joined.value();
    }

    // "1 1 5 3 2": columns 14 and 20 to 23.
    std::string figures(const std::string& month, const std::string& place) {
        std::string all;
        for (const char* code : {"SIGIZI_14", "SIGIZI_20", "SIGIZI_21", "SIGIZI_22", "SIGIZI_23"}) {
            all += (all.empty() ? "" : " ") + std::to_string(value(code, month, place));
        }
        return all;
    }
    int value(const std::string& code, const std::string& month, const std::string& place) {
        const auto traced =
            reports::trace_figure(connection(), code + ":" + month + ":" + place, kZone);
        REQUIRE_MESSAGE(traced.ok(), traced.error().message);
        return traced.value().shown();
    }
};

}  // namespace

TEST_CASE_FIXTURE(Traps, "the traps of the golden district give the figures worked out by hand") {
    const std::string merge = join_the_doubles();
    CHECK(figures("2026-08", "P1") == "1 1 5 3 2");
    CHECK(figures("2026-08", "P2") == "0 0 2 2 2");
    CHECK(figures("2026-08", "SEMUA") == "1 1 7 5 4");
    CHECK(figures("2026-07", "P1") == "0 0 5 1 1");
    CHECK(figures("2026-07", "P2") == "0 0 1 0 0");
    CHECK(value("SIGIZI_24", "2026-08", "SEMUA") == 0);  // Bayu's day is 1 September
    CHECK(value("SIGIZI_24", "2026-09", "SEMUA") == 1);
    CHECK(value("ID_F1_1", "2026-08", "P1") == 2);  // Eki; Fajar until he is put right
    CHECK(value("ID_F1_2", "2026-08", "P1") == 1);  // Eka
    CHECK(value("ID_KN1", "2026-08", "P1") == 0);
    const auto seen_late = reports::trace_figure(connection(), "ID_KN1:2026-08:P1", kZone);
    REQUIRE(seen_late.value().rows.size() == 1);
    CHECK(seen_late.value().rows[0].name == "Citra");
    CHECK_FALSE(seen_late.value().rows[0].reason.empty());

    // Put right in September, and only what it touches changes.
    base::Fields formula;
    formula.set("l_formula", "1");
    formula.set_integer("l_formula_n", 2);
    formula.set("other_ever", "1");
    siti.edit(fajar_in_july, formula);
    siti.sync();
    REQUIRE(siti.status().is_green());
    CHECK(figures("2026-07", "P1") == "0 0 5 1 0");
    CHECK(figures("2026-08", "P1") == "1 1 5 3 2");
    CHECK(value("ID_F1_1", "2026-08", "P1") == 1);
    CHECK(value("ID_F1_2", "2026-08", "P1") == 2);  // Eka, and Fajar since birth

    // Two again: the double counts as the baby that nobody knows it is.
    joining::UndoRequest undoing;
    undoing.merge = merge;
    undoing.reason = "ternyata dua bayi";
    undoing.actor = server_store::kCommandLine;
    REQUIRE(joining::undo(server.desk(), undoing).ok());
    CHECK(figures("2026-08", "P1") == "1 1 6 4 3");
}

TEST_CASE_FIXTURE(Traps, "the golden district's traps read the same in CSV, XLSX and DHIS2") {
    join_the_doubles();
    const sheets::Book sigizi = book("sigizi");
    const auto table = base::csv::parse(formats::csv_file(sigizi.sheets.at(0)));
    REQUIRE(table.ok());
    const auto& row = table.value().rows.at(0);
    const std::vector<std::string> ours = {row.at(13), row.at(19), row.at(20), row.at(21),
                                           row.at(22), row.at(23), row.at(24)};
    CHECK(ours == std::vector<std::string>{"1", "1", "7", "5", "4", "0", "0"});
    CHECK(sigizi.sheets.at(0).rows.at(0).at(22).integer == 4);  // what the spreadsheet is made of

    const std::string mapping =
        "kind,ours,theirs,category_option_combo,adx\ndataset,,ASI,,\nplace,P1,OU1,,\n"
        "place,P2,OU2,,\nfigure,SIGIZI_23,ASI_SAJA,,\n";
    const auto made = reports::make_exchange(connection(), asked({"sigizi"}), "dhis2", mapping);
    REQUIRE(made.ok());
    std::map<std::string, std::string> by_place;
    const auto values = base::json::Object::parse(made.value().bytes).value().array("dataValues");
    REQUIRE(values.has_value());
    for (const std::string& token : *values) {
        const auto each = base::json::Object::parse(token).value();
        by_place[each.string("orgUnit").value_or("")] = each.string("value").value_or("");
    }
    CHECK(by_place["OU1"] == "2");
    CHECK(by_place["OU2"] == "2");
}
