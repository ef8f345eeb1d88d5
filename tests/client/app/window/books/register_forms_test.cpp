// Every form of a laptop is the health centre's for the same posyandu: cell by cell, figure's id by
// figure's id, and with the same people behind each, whatever the district chose.
#include "client/app/window/printer.h"
#include "sync-server/accept/joining/joining.h"
#include "sync-server/reports/district_choices.h"
#include "sync-server/reports/month_closing.h"
#include "tests/client/app/window/books/same_forms.h"

#include <doctest/doctest.h>

#include <algorithm>

namespace {

using golden::District;
using golden::kSeptember;
using screens::Form;
using screens::RegisterMonth;
using sheets::Sheet;
using namespace same_forms;

void check_both(District& district) {
    for (simulation::Device* device : {&district.siti, &district.ani}) {
        const std::string unit = device == &district.siti ? "MELATI-1" : "MAWAR-1";
        device->sync();
        const auto month = golden::month_of(*device, unit);
        CHECK(month.troubled == 0);
        check_forms(district, month);
    }
}

void choose(District& district, const char* name, const char* answer) {
    REQUIRE(
        reports::choose(district.server.connection(), name, answer, district.clock.now(), "test")
            .ok());
}

}  // namespace

TEST_CASE("after a sync every form of a laptop is the health centre's for her posyandu") {
    District district;
    check_both(district);
    const auto month = golden::month_of(district.siti, "MELATI-1");
    CHECK(check_people(district, month) > 60);
    CHECK(month.note.not_sent == 0);
    CHECK(month.note.not_asked.size() == 1);
    CHECK(month.note.not_asked[0].of > 0);
}

TEST_CASE("so it is with the district's other choices, once they have come with a sync") {
    District district;
    // Breast milk alone yesterday, and something else once before: the two clocks part.
    const auto recalls = district.siti.store().list("feeding_recall").value();
    for (const auto& recall : recalls) {
        district.siti.edit(recall.id,
                           simulation::fields_of(R"({"other_ever":"1","other_first_age_d":2})"));
    }
    check_both(district);
    const auto before = golden::month_of(district.siti, "MELATI-1");
    choose(district, "f1_row1", "clockA");
    choose(district, "kf_rule", "hours_strict");
    choose(district, "mal", "yes");
    check_both(district);
    const auto after = golden::month_of(district.siti, "MELATI-1");
    check_people(district, after);
    // They are not the figures of before: the choice is seen in them.
    const auto all_of = [](const RegisterMonth& month) {
        std::vector<std::string> lines;
        for (const Form form : {Form::F1, Form::Contacts}) {
            for (const Sheet& sheet : month.forms.at(form)) {
                for (std::string& line : lines_of(sheet)) lines.push_back(std::move(line));
            }
        }
        return lines;
    };
    CHECK(all_of(after) != all_of(before));
    choose(district, "f1_row1", "both");
    choose(district, "kf_rule", "date");
    choose(district, "mal", "no");
    check_both(district);
    CHECK(all_of(golden::month_of(district.siti, "MELATI-1")) == all_of(before));
}

TEST_CASE("and over a half-year, and in February with its recap") {
    District district;
    district.siti.sync();
    for (const char* text : {"2026-S2", "2026-08", "2026-02"}) {
        const auto period = *sheets::parse_period(text);
        check_forms(district, golden::month_of(district.siti, "MELATI-1", period));
    }
}

TEST_CASE("a person written twice and joined, and a late correction, are in both the same") {
    District district;
    district.siti.sync();
    REQUIRE(reports::choose(district.server.connection(), "f1_row1", "clockA", district.clock.now(),
                            "test")
                .ok());
    check_both(district);
    // A baby of this month once more: counted twice until somebody sees it.
    const auto month = golden::month_of(district.siti, "MELATI-1");
    REQUIRE_FALSE(month.lines.empty());
    const std::string infant = month.lines.front().row.infant.text();
    const auto fields = district.siti.store().find(infant).value()->record.fields;
    const auto twice = district.siti.add("person", fields, "MELATI-1");
    district.siti.sync();
    joining::Request asked;
    asked.winner = infant;
    asked.loser = twice.text();
    asked.reason = "orang yang sama";
    asked.actor = server_store::kCommandLine;
    asked.is_forced = true;
    const auto joined = joining::join(district.server.desk(), asked);
    if (!joined.ok()) MESSAGE(joined.error().message);
    REQUIRE(joined.ok());
    check_both(district);
    // In October somebody corrects what was answered in September.
    const auto recalls = district.siti.store().list("feeding_recall").value();
    for (const auto& recall : recalls) {
        district.siti.edit(
            recall.id,
            simulation::fields_of(R"({"f_any":"1","other_ever":"1","other_first_age_d":2})"));
    }
    const auto waiting = golden::month_of(district.siti, "MELATI-1");
    CHECK(waiting.note.not_sent > 0);
    check_both(district);
    const auto after = golden::month_of(district.siti, "MELATI-1");
    check_people(district, after);
    CHECK(lines_of(after.forms.at(Form::F1).front()) != lines_of(month.forms.at(Form::F1).front()));
}

TEST_CASE("a laptop says which month is closed: a late correction changes her count alone") {
    District district;
    check_both(district);
    db::Connection& server = district.server.connection();
    REQUIRE(reports::close_month(server, kSeptember, district.clock.now(), kZone, "test").ok());
    CHECK(golden::month_of(district.siti, "MELATI-1").note.closed.empty());
    check_both(district);
    const auto closed = golden::month_of(district.siti, "MELATI-1");
    CHECK(closed.note.closed == std::vector<base::Month>{kSeptember});
    const auto recalls = district.siti.store().list("feeding_recall").value();
    for (const auto& recall : recalls) {
        district.siti.edit(recall.id,
                           simulation::fields_of(R"({"other_ever":"1","other_first_age_d":2})"));
    }
    district.siti.sync();
    const auto f1_of = [](const RegisterMonth& month) {
        return lines_of(month.forms.at(Form::F1).front());
    };
    const auto corrected = golden::month_of(district.siti, "MELATI-1");
    CHECK(f1_of(corrected) != f1_of(closed));
    const auto reported = of_server(district, "MELATI-1", corrected.period, "f1");
    CHECK(lines_of(reported.front()) == f1_of(closed));
    const auto book = client_app::book_of(
        client_app::posyandu_of(district.siti.store().identity().value(), "MELATI-1"), corrected,
        Form::F1, golden::kToday);
    CHECK(std::any_of(book.missing.begin(), book.missing.end(), [](const std::string& line) {
        return line.find("Sudah ditutup di puskesmas: September 2026") != std::string::npos;
    }));
    REQUIRE(reports::reopen_month(server, kSeptember, district.clock.now(), "test", "keliru").ok());
    check_both(district);
    CHECK(golden::month_of(district.siti, "MELATI-1").note.closed.empty());
    const auto half = *sheets::parse_period("2026-S2");
    REQUIRE(reports::close_month(server, kSeptember, district.clock.now(), kZone, "test").ok());
    district.siti.sync();
    CHECK(golden::month_of(district.siti, "MELATI-1", half).note.closed.empty());
}

TEST_CASE("ILP sheets 3 and 4 of each family are the health centre's too") {
    District district;
    district.siti.sync();
    const auto month = golden::month_of(district.siti, "MELATI-1");
    REQUIRE_FALSE(month.families.empty());
    for (const screens::RegisterFamily& family : month.families) {
        CAPTURE(family.id);
        const auto book =
            client_app::family_book(district.siti.store(), district.siti.store().identity().value(),
                                    family.id, golden::kToday);
        REQUIRE(book.ok());
        const auto server = of_server(district, "MELATI-1", month.period, "family", family.id);
        REQUIRE(book.value().sheets.size() == server.size());
        for (std::size_t i = 0; i < server.size(); ++i) {
            CHECK(lines_of(book.value().sheets[i]) == lines_of(server[i]));
        }
    }
    CHECK_FALSE(
        client_app::family_book(district.siti.store(), store::Identity(), "nobody", golden::kToday)
            .ok());
}

TEST_CASE("a form is kept whole, beside what is there already, or not at all") {
    simulation::ScratchFolder folder;
    const std::string where = folder.path(".");
    client_app::Printer printer(where);
    const std::vector<screens::KeptFile> files = {{"f1", ".csv", "a,b\n"}, {"f1", ".txt", "note"}};
    const auto first = printer.save_files(files, where);
    const auto second = printer.save_files(files, where);
    REQUIRE(first.ok());
    REQUIRE(second.ok());
    CHECK(base::read_file(first.value()).value() == "a,b\n");
    CHECK(first.value() != second.value());
    CHECK(base::read_file(folder.path("f1-2.txt")).value() == "note");
    CHECK_FALSE(printer.save_files(files, folder.path("none")).ok());
    CHECK_FALSE(base::file_exists(folder.path("none")));
}

TEST_CASE("what a laptop keeps or prints says what is missing, and on whose word it stands") {
    District district;
    const auto month = golden::month_of(district.siti, "MELATI-1");
    auto identity = district.siti.store().identity().value();
    identity.user_name = "Siti";
    identity.role = "KADER";
    const auto posyandu = client_app::posyandu_of(identity, "MELATI-1");
    CHECK_FALSE(posyandu.is_midwife);
    const auto book = client_app::book_of(posyandu, month, Form::Ilp, golden::kToday);
    CHECK(book.sheets.size() == 2);
    CHECK(book.known_by == "Bidan desa");
    CHECK(book.signed_by == "Siti");
    const auto says = [&](const std::string& words) {
        return std::any_of(book.missing.begin(), book.missing.end(), [&](const std::string& line) {
            return line.find(words) != std::string::npos;
        });
    };
    CHECK(says("belum terkirim"));
    CHECK(says("belum ditanya ASI-nya"));
    CHECK(says("Angka resmi adalah angka puskesmas"));
}

TEST_CASE("a choice that this program does not know is said in what it counts") {
    District district;
    auto identity = district.siti.store().identity().value();
    identity.choices = "f1_row1=clockC";
    const auto posyandu = client_app::posyandu_of(identity, "MELATI-1");
    CHECK_FALSE(posyandu.counts_as_told);
    sheets::LaptopNote note;
    note.counts_as_told = posyandu.counts_as_told;
    const auto lines = sentences(note, sheets::period_of(kSeptember));
    CHECK(std::any_of(lines.begin(), lines.end(), [](const std::string& line) {
        return line.find("belum dikenal") != std::string::npos;
    }));
}
