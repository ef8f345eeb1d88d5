// DHIS2, ADX, FHIR and the month file: nothing guessed, nobody named, holes in plain words.
#include "sync-server/reports/exchange_report.h"

#include "shared/base/json.h"
#include "shared/base/text.h"
#include "sync-server/reports/district.h"
#include "sync-server/reports/figure_trace.h"
#include "sync-server/reports/formats/exchange.h"
#include "tests/sync-server/reports/small_centre.h"

#include <algorithm>

using namespace small_centre;

namespace {

const std::string kMapping =
    "kind,ours,theirs,category_option_combo,adx\n"
    "dataset,,ASI,,\n"
    "place,P1,OU1,,\n"
    "figure,SIGIZI_21,BAYI,,\n"
    "figure,SIGIZI_22.L,RECALL,COC_L,sex=L\n";

struct Sent : Centre {
    Sent() {
        add_recall(add_infant("Adi", "2026-05-10"), add_visit("2026-08-12"), "2026-08-12");
        siti.sync();
    }
    base::Result<reports::ExchangeReport> make(const std::string& format,
                                               const std::string& mapping = kMapping) {
        return reports::make_exchange(connection(), asked({"sigizi"}), format, mapping);
    }
    std::string error(const std::string& mapping) {
        const auto made = make("dhis2", mapping);
        return made.ok() ? "" : made.error().message;
    }
};

}  // namespace

TEST_CASE_FIXTURE(Sent,
                  "DHIS2 gets what is mapped, as strings with their ids; the rest is listed") {
    const auto made = make("dhis2");
    REQUIRE(made.ok());
    const auto object = base::json::Object::parse(made.value().bytes);
    REQUIRE(object.ok());
    CHECK(object.value().string("dataSet") == "ASI");
    CHECK(object.value().string("period") == "202608");
    CHECK(!object.value().string("completeDate").has_value());  // P2 sent nothing
    const auto values = object.value().array("dataValues");
    REQUIRE(values);
    REQUIRE(values->size() == 2);
    const auto boys = base::json::Object::parse((*values)[1]);
    REQUIRE(boys.ok());
    CHECK(boys.value().string("value") == "1");
    CHECK(boys.value().string("categoryOptionCombo") == "COC_L");
    CHECK(boys.value().string("comment") == "SIGIZI_22.L:2026-08:P1");
    CHECK(made.value().unmapped.size() == 1 + 5);  // P2; 14, 20, 23, 24, 25
}

TEST_CASE("DHIS2 is told that a month is complete only if nothing misses and all is mapped") {
    const formats::Mapping mapping{"ASI", "", {}, {}};
    const sheets::Counts counts(sheets::period_of(kMonth));
    const base::Date day = *base::parse_date("2026-09-21");
    const auto is_said_complete = [&](std::vector<std::string> missing,
                                      std::vector<std::string> unmapped) {
        const auto bytes = formats::dhis2_file({mapping, counts, missing, unmapped, day, ""});
        REQUIRE(bytes.ok());
        return bytes.value().find("completeDate") != std::string::npos;
    };
    CHECK(is_said_complete({}, {}));
    CHECK_FALSE(is_said_complete({"P2"}, {}));
    CHECK_FALSE(is_said_complete({}, {"SIGIZI_23"}));
}

TEST_CASE_FIXTURE(Sent, "a mapping with a hole is refused with its line") {
    CHECK(error(kMapping + "figure,SIGIZI_23,,,\n").find("baris 6") != std::string::npos);
    CHECK(error(kMapping + "figure,SIGIZI_99,X,,\n").find("tidak dikenal") != std::string::npos);
    CHECK(error(kMapping + "place,P9,X,,\n").find("tidak ada") != std::string::npos);
    CHECK(error(kMapping + "place,P1,X,,\n").find("baris lain") != std::string::npos);
    CHECK(error(kMapping + "figure,SIGIZI_23,X,,1sex=L\n").find("ADX") != std::string::npos);
    CHECK(error("kind,ours\n").find("theirs") != std::string::npos);
    CHECK(error("kind,ours,theirs\nplace,P1,X\n").find("dataset") != std::string::npos);
}

TEST_CASE_FIXTURE(Sent, "two figures never go into one cell of the other system") {
    // It would keep one of the two, and nobody would hear which.
    const std::string twice = "SIGIZI_21 dan SIGIZI_23 sama-sama masuk ke BAYI";
    CHECK(error(kMapping + "figure,SIGIZI_23,BAYI,,\n").find(twice) != std::string::npos);
    CHECK(error(kMapping + "place,P2,OU1,,\n").find("P1 dan P2") != std::string::npos);
    CHECK(error(kMapping + "figure,SIGIZI_21.L,BAYI,COC_L,\n").empty());
    // Told apart for ADX alone: a file for DHIS2 would hold one cell twice.
    const std::string by_adx =
        kMapping + "figure,SIGIZI_23.L,ASI,,sex=L\nfigure,SIGIZI_23.P,ASI,,sex=P\n";
    CHECK(make("adx", by_adx).ok());
    CHECK(error(by_adx).find("SIGIZI_23.L dan SIGIZI_23.P") != std::string::npos);
    const std::string by_combo = kMapping + "figure,SIGIZI_23.L,ASI,COC_L,age=a sex=L\n" +
                                 "figure,SIGIZI_23.P,ASI,COC_P,sex=L age=a\n";
    CHECK(make("dhis2", by_combo).ok());
    CHECK_FALSE(make("adx", by_combo).ok());
}

TEST_CASE_FIXTURE(Sent, "a mapping filled in by a spreadsheet is read with its separator") {
    std::string semicolons = kMapping + ",,,,\n";
    std::replace(semicolons.begin(), semicolons.end(), ',', ';');
    const auto made = make("dhis2", "\xEF\xBB\xBF" + semicolons);
    REQUIRE_MESSAGE(made.ok(), made.error().message);
    CHECK(made.value().bytes == make("dhis2").value().bytes);
}

TEST_CASE_FIXTURE(Sent, "ADX has its group with org unit, period and data set") {
    const auto made = make("adx");
    REQUIRE(made.ok());
    const std::string& xml = made.value().bytes;
    CHECK(xml.find("<group orgUnit=\"OU1\" period=\"2026-08-01/P1M\" dataSet=\"ASI\">") !=
          std::string::npos);
    CHECK(xml.find("<dataValue dataElement=\"RECALL\" sex=\"L\" value=\"1\"/>") !=
          std::string::npos);
    CHECK(xml.find("Belum lengkap") != std::string::npos);
}

TEST_CASE_FIXTURE(Sent, "FHIR has a report for each percentage, and persons only with consent") {
    const auto measures = make("fhir", "");
    REQUIRE(measures.ok());
    CHECK(measures.value().bytes.find("Adi") == std::string::npos);
    CHECK(measures.value().bytes.find("ID_ASI05:2026-08:SEMUA") != std::string::npos);
    const auto wanted = asked({"persons"});
    const auto nobody = reports::make_exchange(connection(), wanted, "fhir", "");
    REQUIRE(nobody.ok());
    CHECK(nobody.value().bytes.find("Patient") == std::string::npos);
    base::Fields consent = fields_of(
        R"({"given_by":"SELF","scopes":"CARE SHARE_PKM","method":"WRITTEN","text_version":"1",)"
        R"("given_at":"2026-08-12T09:00:00+07:00"})");
    consent.set("person_id", mother.text());
    siti.add("consent", consent, "P1");
    siti.sync();
    const auto shared = reports::make_exchange(connection(), wanted, "fhir", "");
    REQUIRE(shared.ok());
    CHECK(shared.value().holds_names);
    for (const char* type : {"Patient", "Encounter", "Observation", "QuestionnaireResponse"}) {
        INFO(type);
        CHECK(shared.value().bytes.find(std::string("\"resourceType\":\"") + type) !=
              std::string::npos);
    }
}

TEST_CASE_FIXTURE(Sent, "one posyandu's numbers never go out under the whole's name") {
    auto wanted = asked({"indicators"});
    wanted.unit = "P1";
    for (const char* format : {"dhis2", "adx", "month"}) {
        CAPTURE(std::string(format));
        CHECK(reports::make_exchange(connection(), wanted, format, kMapping).error().code ==
              base::ErrorCode::Usage);
    }
    const auto fhir = reports::make_exchange(connection(), wanted, "fhir", "");
    REQUIRE(fhir.ok());
    CHECK(fhir.value().bytes.find("ID_ASI05:2026-08:P1") != std::string::npos);
    CHECK(fhir.value().bytes.find(":SEMUA") == std::string::npos);
    CHECK(fhir.value().bytes.find(":@") == std::string::npos);
    auto made = reports::make_book(connection(), wanted);
    REQUIRE(made.ok());
    const auto& row = made.value().sheets.at(0).rows.at(0);
    CHECK(row.at(4).figure == "ID_IMD:2026-08:P1");
    CHECK(to_text(row.at(2)).find("Posyandu") != std::string::npos);
    wanted.tables = {"sigizi"};
    CHECK_FALSE(reports::make_book(connection(), wanted).ok());
    wanted.tables = reports::official_tables("P1");
    CHECK(reports::make_book(connection(), wanted).ok());
}

TEST_CASE_FIXTURE(Sent, "every figure of a month file has its id, which opens what it says") {
    // Mothers who let nobody keep a record: of their babies no sex is known.
    siti.add("tally",
             fields_of(R"({"month":"2026-08","live_births":3,"imd":2,"turned_6":2,"ebf_6":1})"),
             "P1");
    siti.sync();
    const auto made = make("month");
    REQUIRE(made.ok());
    const auto file = base::json::Object::parse(made.value().bytes);
    REQUIRE(file.ok());
    const auto figures = file.value().array("figures");
    REQUIRE(figures);
    int opened = 0;
    bool has_unknown = false;
    for (std::size_t i = 0; i < figures->size(); ++i) {
        const auto figure = base::json::Object::parse((*figures)[i]).value();
        const std::string id = figure.string("id").value_or("");
        REQUIRE_FALSE(id.empty());
        const auto of = figure.integer("denominator").value_or(-1);
        if (of == 0 && i % 20 != 0) continue;  // of the zeros one in twenty
        CAPTURE(id);
        const auto traced = reports::trace_figure(connection(), id, kZone);
        REQUIRE(traced.ok());
        CHECK(traced.value().value == figure.integer("numerator"));
        CHECK(traced.value().of == of);
        opened += of > 0 ? 1 : 0;
        has_unknown = has_unknown || (id.starts_with("SIGIZI_14.T:") && of == 3);
    }
    CHECK(opened > 10);
    CHECK(has_unknown);
}

// Years, months and how many sentences say what is missing are no figures: nobody stands behind.
TEST_CASE_FIXTURE(Sent, "a district's figure opens at its own health centre, and at no other") {
    const auto made = make("month");
    REQUIRE(made.ok());
    const auto parsed = formats::parse_month_file(made.value().bytes);
    REQUIRE(parsed.ok());
    formats::MonthFile other = parsed.value();
    other.centre = "Puskesmas Lain";
    const auto book =
        reports::district_book({{"a", parsed.value()}, {"b", other}}, {}, sheets::period_of(kMonth),
                               *base::parse_date("2026-09-21"));
    int opened = 0, refused = 0;
    for (const sheets::Sheet& sheet : {book.sheets.at(0), book.sheets.at(1)}) {
        for (const auto& row : sheet.rows) {
            for (std::size_t i = 4; i < row.size(); ++i) {
                if (row[i].kind == sheets::CellKind::NotOurs) continue;
                CAPTURE(row[i].figure);
                const auto traced = reports::trace_figure(connection(), row[i].figure, kZone);
                if (to_text(row[1]) == "Puskesmas Lain") {
                    REQUIRE_FALSE(traced.ok());
                    CHECK(traced.error().code == base::ErrorCode::NotFound);
                    CHECK(traced.error().message.find("Puskesmas_Lain") != std::string::npos);
                    ++refused;
                    continue;
                }
                REQUIRE(traced.ok());
                const reports::TracePage page{{"P1", "P2"}, 0, 50};
                CHECK(reports::trace_page(connection(), row[i].figure, page).ok());
                if (row[i].kind != sheets::CellKind::Integer) continue;
                CHECK(traced.value().shown() == row[i].integer);
                opened += row[i].integer > 0 ? 1 : 0;
            }
        }
    }
    CHECK(opened > 3);
    CHECK(refused > 10);
}

TEST_CASE_FIXTURE(Sent, "the district adds up month files and says who has not sent") {
    const auto made = make("month");
    REQUIRE(made.ok());
    CHECK(made.value().bytes.find("Adi") == std::string::npos);
    const auto parsed = formats::parse_month_file(made.value().bytes);
    REQUIRE(parsed.ok());
    formats::MonthFile other = parsed.value();
    other.centre = "Puskesmas Lain";
    const auto period = sheets::period_of(kMonth);
    const auto book =
        reports::district_book({{"a", parsed.value()}, {"b", other}}, {"Puskesmas Ketiga"}, period,
                               *base::parse_date("2026-09-21"));
    CHECK(book.sheets.at(0).rows.size() == 2);
    CHECK(to_text(book.sheets.at(0).rows.at(0).at(21)) == "1");
    bool is_said = false;
    for (const auto& each : book.missing) {
        is_said = is_said || each.find("Puskesmas Ketiga belum mengirim") != std::string::npos;
    }
    CHECK(is_said);
    const auto named = [&](const std::vector<std::string>& expected) {
        const auto all = reports::district_book({{"a", parsed.value()}, {"b", other}}, expected,
                                                period, *base::parse_date("2026-09-21"));
        return base::joined(all.missing, " ").find("Lain tidak ada di daftar") != std::string::npos;
    };
    CHECK(named({parsed.value().centre}));
    CHECK_FALSE(named({parsed.value().centre, "Puskesmas Lain"}));
    CHECK_FALSE(named({}));
    CHECK_FALSE(formats::parse_month_file("{}").ok());
    CHECK_FALSE(formats::parse_month_file(R"({"kawan_month_file":2})").ok());
}
