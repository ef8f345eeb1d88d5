#include "client/app/window/books/look_alikes.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <map>
#include <string>
#include <vector>

namespace {

using base::Fields;
using client_app::FamilyPage;
using screens::LikeReason;
using screens::LookAlike;
using enum screens::LikeReason;

Fields fields(const std::string& json) {
    return Fields::parse(json).value();
}

Fields with(Fields fields, const std::map<std::string, std::string>& changes) {
    for (const auto& [name, value] : changes) {
        fields.erase(name);
        if (!value.empty()) fields.set(name, value);
    }
    return fields;
}

records::Record record(const std::string& id, const std::string& type, const Fields& fields) {
    records::Record made;
    made.id = base::RecordId(id);
    made.type = type;
    made.fields = fields;
    return made;
}

const Fields kHouse = fields(R"({"head_name":"Agus Prasetyo","rt":"003","rw":"001",)"
                             R"("phone":"0812 3456 7890"})");
const Fields kMother =
    fields(R"({"full_name":"Siti Aminah","sex":"P","is_mother":"1","is_infant":"0",)"
           R"("birth_date":"1998-04-02","birth_date_precision":"D","nik":"3321044204980007"})");
const Fields kInfant =
    fields(R"({"full_name":"Aisyah Putri","sex":"P","is_infant":"1","birth_date":"2026-02-12",)"
           R"("mother_person_id":"mother"})");

// A family as it is known: its household, and its persons by id.
FamilyPage known(const std::string& house, Fields household, std::map<std::string, Fields> people) {
    std::vector<records::Record> records = {record(house, "household", household)};
    for (auto& [id, person] : people) {
        person.set("household_id", house);
        records.push_back(record(id, "person", person));
    }
    return client_app::page_of(house, records, base::Date{}).value();
}

std::vector<FamilyPage> village() {
    return {known("house", kHouse, {{"mother", kMother}, {"infant", kInfant}})};
}

// A neighbour elsewhere, to be changed until only what a test is about agrees.
const Fields kOtherHouse = fields(R"({"head_name":"Slamet Riyadi","rt":"009","rw":"001"})");
const Fields kOther = fields(R"({"full_name":"Wulandari","sex":"P","is_mother":"1",)"
                             R"("is_infant":"0","birth_date":"1989-11-23",)"
                             R"("birth_date_precision":"D"})");

using Changes = std::map<std::string, std::string>;

std::vector<LookAlike> registering(const Changes& house, const Changes& person) {
    const auto pages = village();
    return client_app::look_alikes(pages, with(kOtherHouse, house), with(kOther, person));
}

}  // namespace

TEST_CASE("a name that sounds alike and one thing more is a warning, with all its reasons") {
    struct Case {
        Changes house, person;
        std::vector<LikeReason> reasons;
    };
    const std::vector<Case> kCases = {
        {{{"rt", "3"}}, {{"full_name", "Sitti Aminah"}}, {SameName, SameRt}},
        {{{"rt", "03"}}, {{"full_name", "Siti Amniah"}}, {SimilarName, SameRt}},
        {{{"head_name", "Agoes Prasetijo"}},
         {{"full_name", "St. Aminah"}},
         {SameName, SameHusband}},
        {{}, {{"full_name", "Aminah"}, {"birth_date", "1998-04-02"}}, {SimilarName, SameBirthDate}},
        {{},
         {{"full_name", "Siti Amina"}, {"birth_date", "1998-02-04"}},
         {SameName, SwappedDayMonth}},
        {{},
         {{"full_name", "Siti Amina"}, {"birth_date", "1998-04-20"}},
         {SameName, NearBirthDate}},
        {{},
         {{"full_name", "Siti Amina"}, {"birth_date", "1998-01-01"}, {"birth_date_precision", "Y"}},
         {SameName, NearBirthDate}},
        {{{"phone", "+6281234567890"}}, {{"full_name", "Siti Amina"}}, {SameName, SamePhone}},
        {{}, {{"full_name", "Siti Amina"}, {"phone", "081234567890"}}, {SameName, SamePhone}},
        {{}, {{"nik", "3321044204980007"}}, {SameNik}},
        {{{"rt", "003"}},
         {{"full_name", "Siti Aminah"}, {"birth_date", "1998-04-02"}, {"nik", "3321044204980007"}},
         {SameNik, SameName, SameBirthDate, SameRt}},
    };
    for (const Case& each : kCases) {
        const auto found = registering(each.house, each.person);
        CAPTURE(each.person.begin()->second);
        REQUIRE(found.size() == 1);
        CHECK(found[0].family == "house");
        CHECK(found[0].person == "mother");
        CHECK(found[0].reasons == each.reasons);
    }
}

TEST_CASE("a name alone, or everything but the name, is no warning") {
    const std::vector<std::pair<Changes, Changes>> kCases = {
        {{}, {}},
        {{}, {{"full_name", "Siti Aminah"}}},
        {{{"rt", "003"}}, {{"full_name", "Sri Aminah"}}},
        {{{"rt", "003"}}, {{"full_name", "Siti Rahmah"}}},
        {{{"rt", "003"}, {"phone", "081234567890"}}, {{"birth_date", "1998-04-02"}}},
        {{{"rt", "003"}, {"rw", "002"}}, {{"full_name", "Siti Aminah"}}},
        {{{"rt", ""}}, {{"full_name", "Siti Aminah"}}},
        {{}, {{"full_name", "Siti Aminah"}, {"birth_date", ""}}},
        {{}, {{"full_name", ""}}},
    };
    for (const auto& each : kCases) {
        const auto& house = each.first;
        const auto& person = each.second;
        CAPTURE(person.empty() ? "" : person.begin()->second);
        CHECK(registering(house, person).empty());
    }
}

TEST_CASE("a look-alike says who, where and since when") {
    const std::string id = "019c9f6c-3b7b-7000-8000-000000000001";
    const std::vector<FamilyPage> pages = {known("house", kHouse, {{id, kMother}})};
    const auto found = client_app::look_alikes(pages, kHouse, kMother);
    REQUIRE(found.size() == 1);
    CHECK(found[0].family_name == "Agus Prasetyo");
    CHECK(found[0].person_name == "Siti Aminah");
    CHECK(found[0].rt == "003");
    CHECK(found[0].rw == "001");
    CHECK(found[0].known_since == base::made_at(id));
    CHECK(found[0].is_likely);
}

TEST_CASE("a household alone is known by its head") {
    const auto pages = village();
    const auto find = [&](const Changes& changes) {
        return client_app::look_alikes(pages, with(kOtherHouse, changes), {});
    };
    const auto found = find({{"head_name", "Agoes Prasetio"}, {"rt", "03"}});
    REQUIRE(found.size() == 1);
    CHECK(found[0].person == "");
    CHECK(found[0].person_name == "Agus Prasetyo");
    CHECK(found[0].reasons == std::vector{SameName, SameRt});
    CHECK(find({{"head_name", "Siti Aminah"}, {"rt", "03"}})[0].person == "mother");
    CHECK(find({{"head_name", "Agus Prasetyo"}}).empty());
    CHECK(find({{"head_name", ""}, {"rt", "003"}}).empty());
    CHECK(find({{"head_name", "Agus Prasetyo"}, {"phone", "081234567890"}}).size() == 1);
}

TEST_CASE("twins of one birth are not each other's look-alikes; the same infant again is") {
    struct Case {
        const char* name;
        const char* order;
        const char* known_order;
        bool is_warning;
    };
    const std::vector<Case> kCases = {
        {"Aisyah Putri", "", "", true},    {"Aisjah Poetri", "", "", true},
        {"Aisyah Putra", "", "", false},   {"Aminah Putri", "", "", false},
        {"Aisyah Putri", "2", "1", false}, {"Aisyah Putri", "1", "1", true},
        {"Aisyah Putro", "2", "", false},
    };
    for (const Case& each : kCases) {
        CAPTURE(std::string(each.name));
        const std::vector<FamilyPage> pages = {known(
            "house", kHouse,
            {{"mother", kMother}, {"infant", with(kInfant, {{"birth_order", each.known_order}})}})};
        const Fields newborn = with(
            kInfant,
            {{"full_name", each.name}, {"household_id", "house"}, {"birth_order", each.order}});
        CHECK(client_app::look_alikes(pages, kHouse, newborn).empty() == !each.is_warning);
    }
}

TEST_CASE("By Ny twins are told apart by their number") {
    const std::vector<FamilyPage> pages = {
        known("house", kHouse, {{"one", with(kInfant, {{"full_name", "By Ny Siti Aminah 1"}})}})};
    const auto find = [&](const char* name) {
        return client_app::look_alikes(
            pages, kHouse, with(kInfant, {{"full_name", name}, {"household_id", "house"}}));
    };
    CHECK(find("By Ny Siti Aminah 2").empty());
    CHECK(find("By. Ny. Sitti Aminah 1").size() == 1);
}

TEST_CASE("an infant is not taken for its mother, nor a mother for the head of her own family") {
    const auto pages = village();
    CHECK(client_app::look_alikes(
              pages, kHouse,
              with(kInfant, {{"full_name", "Siti Aminah"}, {"birth_date", "1998-04-02"}}))
              .empty());
    const std::vector<FamilyPage> hers = {
        known("house", with(kHouse, {{"head_name", "Siti Aminah"}}), {})};
    CHECK(client_app::look_alikes(hers, with(kHouse, {{"head_name", "Siti Aminah"}}),
                                  with(kMother, {{"household_id", "house"}}))
              .empty());
}

TEST_CASE("three Siti Aminah of one RT are shown, the namesakes after the one and as such") {
    const std::vector<FamilyPage> pages = {
        known("a", with(kHouse, {{"head_name", "Bambang"}, {"phone", ""}}),
              {{"a1", with(kMother, {{"birth_date", "1985-01-30"}, {"nik", ""}})}}),
        known("b", kHouse, {{"b1", with(kMother, {{"nik", ""}})}}),
        known("c", with(kHouse, {{"head_name", "Joko"}, {"phone", ""}}),
              {{"c1", with(kMother, {{"birth_date", "2003-07-17"}, {"nik", ""}})}}),
    };
    const auto found =
        client_app::look_alikes(pages, kHouse, with(kMother, {{"full_name", "St. Aminah"}}));
    REQUIRE(found.size() == 3);
    CHECK(found[0].person == "b1");
    CHECK(found[0].is_likely);
    for (std::size_t i : {1U, 2U}) {
        CHECK_FALSE(found[i].is_likely);
        CHECK(found[i].score < 0);
        CHECK(found[i].reasons == std::vector{SameName, SameRt});
    }
}

TEST_CASE("what contradicts lowers the score: another NIK, another sex, another husband, a year") {
    const auto score = [](const Changes& house, const Changes& person) {
        Changes her = {{"full_name", "Siti Aminah"}, {"birth_date", "1998-04-02"}};
        for (const auto& [name, value] : person) her[name] = value;
        Changes home = {{"rt", "003"}, {"head_name", ""}};
        for (const auto& [name, value] : house) home[name] = value;
        return registering(home, her).at(0).score;
    };
    const int plain = score({}, {});
    CHECK(score({}, {{"nik", "3321044204980008"}}) == plain - 8);
    CHECK(score({}, {{"sex", "L"}}) == plain - 8);
    CHECK(score({{"head_name", "Slamet"}}, {}) == plain - 3);
    CHECK(score({{"head_name", "Agus Prasetyo"}}, {}) == plain + 4);
    CHECK(score({}, {{"birth_date", "1996-04-02"}}) == plain - 5 - 6);
}

TEST_CASE("the list of warnings is short, one of a family, the best first") {
    std::vector<FamilyPage> pages;
    for (int i = 0; i < 30; ++i) {
        const std::string id = "h" + std::to_string(i);
        const std::string birth = i == 17 ? "1998-04-02" : "1970-01-01";
        pages.push_back(known(id, kHouse,
                              {{id + "a", with(kMother, {{"birth_date", birth}, {"nik", ""}})},
                               {id + "b", with(kMother, {{"birth_date", birth}, {"nik", ""}})}}));
    }
    const auto found = client_app::look_alikes(pages, kHouse, kMother);
    REQUIRE(found.size() == 10);
    CHECK(found[0].family == "h17");
    CHECK(std::is_sorted(found.begin(), found.end(),
                         [](const LookAlike& a, const LookAlike& b) { return a.score > b.score; }));
}
