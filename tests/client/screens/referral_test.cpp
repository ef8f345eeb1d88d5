// A referral's letter, how far it has come, its answer as news, and the midwife's number.
#include "client/screens/danger/answers.h"
#include "client/screens/danger/referral_model.h"
#include "tests/client/screens/danger_house.h"

#include <doctest/doctest.h>

namespace {

using care::Urgency;
using danger_house::House;
using desk::Desk;
using namespace screens;

}  // namespace

TEST_CASE("the letter is of the referral; its urgency is never below its reasons") {
    House house;
    const std::string referral = house.refer(house.village.infant, house.visit(), "IDS01 IDS21",
                                             R"(,"massage_withheld":"0")");
    house.desk
        .save({"referral", "1", referral, "",
               base::Fields::parse(R"({"urgency":"KUNING"})").value(), "", ""})
        .value();
    ReferralModel model(house.desk.ports(), referral);
    REQUIRE(model.is_found());
    CHECK(model.person_name() == "Aisyah Putri");
    CHECK(model.urgency() == Urgency::RedNow);
    model.print_clicked();
    REQUIRE(house.desk.printing.printed.size() == 1);
    CHECK(house.desk.printing.printed[0].name == "surat-rujukan");
    const std::string& html = house.desk.printing.printed[0].html;
    CHECK(html.find("Aisyah Putri") != std::string::npos);
    CHECK(html.find("Siti Aminah") != std::string::npos);  // her mother
    CHECK(html.find("SEKARANG JUGA") != std::string::npos);
}

TEST_CASE("a letter names the health centre, and the cadre's own number where it is known") {
    House house;
    const auto letter = [&] {
        ReferralModel model(house.desk.ports(),
                            house.refer(house.village.mother, house.visit(), "MDS01"));
        model.print_clicked();
        return house.desk.printing.printed.back().html;
    };
    CHECK(letter().find("Puskesmas Sukamaju") != std::string::npos);
    CHECK(letter().find("(0812") == std::string::npos);
    const std::string me = house.desk.me().user_id;
    const auto phone = base::Fields::parse(R"({"phone":"081298765432"})").value();
    REQUIRE(house.desk.save({"user", "1", me, "", phone, "", ""}).ok());
    CHECK(letter().find("(081298765432)") != std::string::npos);
}

TEST_CASE("a letter that went to the browser can still be kept as a file, the same letter") {
    House house;
    ReferralModel model(house.desk.ports(),
                        house.refer(house.village.mother, house.visit(), "MDS01"));
    model.print_clicked();
    REQUIRE(model.printout().is_shown());
    model.printout().keep_clicked();
    REQUIRE(model.printout().asks());
    CHECK(model.printout().why().empty());  // she wanted it
    model.printout().save_confirmed();
    CHECK_FALSE(model.printout().asks());
    CHECK_FALSE(model.printout().is_shown());
    const auto& printed = house.desk.printing.printed;
    REQUIRE(printed.size() == 2);
    CHECK(printed[0].html == printed[1].html);
}

TEST_CASE("a referral of somebody who is not on this laptop yet still tells why and how urgent") {
    House house;
    ReferralModel model(house.desk.ports(), house.refer("nobody", house.visit(), "MDS01"));
    CHECK_FALSE(model.is_found());
    REQUIRE(model.is_without_name());
    CHECK(model.urgency() == Urgency::RedNow);
    CHECK(model.reasons().size() == 1);
}

TEST_CASE("without a browser the letter asks for a folder, and says when that is none") {
    House house;
    house.desk.printing.has_browser = false;
    house.desk.printing.has_folder = false;
    ReferralModel model(house.desk.ports(),
                        house.refer(house.village.mother, house.visit(), "MDS01"));
    model.print_clicked();
    REQUIRE(model.printout().asks());
    CHECK(model.printout().folder() == "/media/Dokumen");
    CHECK_FALSE(model.printout().why().empty());
    model.printout().save_confirmed();
    CHECK_FALSE(model.printout().trouble().empty());
    CHECK(model.printout().asks());
    house.desk.printing.has_folder = true;
    model.printout().save_confirmed();
    CHECK_FALSE(model.printout().asks());
    REQUIRE(house.desk.printing.printed.size() == 1);
    CHECK(house.desk.printing.printed[0].folder == "/media/Dokumen");
}

TEST_CASE("a referral goes from written to answered") {
    struct Case {
        const char* rest;
        std::size_t stage;
        const char* outcome;
    };
    const Case cases[] = {
        {"", 0, ""},
        {R"(,"notified_role":"BIDAN")", 1, ""},
        {R"(,"notified_role":"BIDAN","arrived_at":"2026-03-05T10:00:00+07:00")", 2, ""},
        {R"(,"outcome":"ARRIVED")", 2, "Tiba di fasilitas kesehatan"},
        {R"(,"outcome":"ADMITTED")", 3, "Dirawat inap"}};
    for (const Case& each : cases) {
        INFO(each.rest);
        House house;
        ReferralModel model(house.desk.ports(),
                            house.refer(house.village.mother, house.visit(), "MDS01", each.rest));
        CHECK(model.stage() == each.stage);
        CHECK(model.outcome() == each.outcome);
    }
}

TEST_CASE("an answer is news until it was looked at; an answer that changed is news again") {
    House house;
    ReferralRow row;
    row.id = house.refer(house.village.mother, house.visit(), "MDS01", R"(,"outcome":"ADMITTED")");
    row.family = house.village.household;
    row.person_name = "Siti Aminah";
    row.raised_at = desk::thursday();
    house.desk.referrals.rows = {row};
    CHECK(answer_news(house.desk.ports()).empty());  // not answered yet
    house.desk.referrals.rows[0].outcome = "ADMITTED";
    house.desk.referrals.rows[0].feedback = "Kontrol Senin";
    REQUIRE(answer_news(house.desk.ports()).size() == 1);
    CHECK(answer_news(house.desk.ports())[0].words == "Dirawat inap");
    CHECK(answer_news(house.desk.ports(), "another family").empty());
    const ReferralModel looked_at(house.desk.ports(), row.id);
    CHECK(answer_news(house.desk.ports()).empty());
    house.desk.referrals.rows[0].outcome = "TREATED_HOME";
    CHECK(answer_news(house.desk.ports()).size() == 1);
    house.desk.referrals.rows[0].raised_at.unix_ms -= 40LL * 86400000;
    CHECK(answer_news(house.desk.ports()).empty());
}

TEST_CASE("the midwife's number is written once; what is no number is not kept") {
    Desk desk;
    MidwifeNumber number(desk.ports());
    CHECK(number.is_writing());
    number.phone() = "besok saya tanya";
    number.keep_clicked();
    CHECK_FALSE(number.trouble().empty());
    number.phone() = " 0812 3456 7890 ";
    number.name() = "Bidan Ratna";
    number.keep_clicked();
    CHECK(number.trouble().empty());
    CHECK_FALSE(number.is_writing());
    CHECK(number.digits() == "0812-3456-7890");
    CHECK(number.square("Bu Bidan, mohon hubungi saya.").side > 0);
    number.choose(MidwifeNumber::Code::Call);
    CHECK(number.square("").side > 0);
    CHECK(number.square(std::string(5000, 'a')).side > 0);  // a call has no message
    number.choose(MidwifeNumber::Code::Sms);
    CHECK(number.square(std::string(5000, 'a')).side == 0);
}
