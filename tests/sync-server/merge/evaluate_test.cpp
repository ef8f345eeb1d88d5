#include "sync-server/merge/linking/evaluate.h"

#include "shared/base/text.h"
#include "sync-server/merge/linking/dates.h"
#include "sync-server/merge/linking/likeness.h"
#include "tests/sync-server/merge/tables.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>
#include <map>
#include <set>
#include <string>
#include <vector>

using namespace linking;

namespace {

std::string refusal(std::string_view csv, std::string_view map) {
    const auto evaluated = evaluate(csv, map, kWorkList);
    return evaluated.ok() ? "" : evaluated.error().message;
}

constexpr std::string_view kMap = R"({"id":"id","name":"name"})";

}  // namespace

TEST_CASE(
    "one copy each with up to three errors: F1 is at least 0.98 at the work list's threshold") {
    const auto score = tables::score_of(tables::people({}));
    CAPTURE(score.precision);
    CAPTURE(score.recall);
    CHECK(score.f1 >= 0.98);
}

TEST_CASE("several copies of one person: F1 is at least 0.98") {
    tables::Wish wish;
    wish.seed = 2;
    wish.copies = 400;
    wish.copies_most = 5;
    CHECK(tables::score_of(tables::people(wish)).f1 >= 0.98);
}

TEST_CASE("people of one household are not taken for one person") {
    tables::Wish wish;
    wish.seed = 3;
    wish.household = 4;
    const auto score = tables::score_of(tables::people(wish));
    CHECK(score.precision >= 0.95);
    CHECK(score.recall >= 0.95);
    wish.has_number = false;
    CHECK(tables::score_of(tables::people(wish)).f1 >= 0.9);
}

TEST_CASE("a table without duplicates proposes next to none") {
    tables::Wish wish;
    wish.copies = 0;
    const auto made = tables::people(wish);
    CHECK(evaluate(made.csv, made.map, kWorkList).value().pairs.size() <= 4);
}

TEST_CASE("the same table gives the same pairs, best first, each a probability") {
    const auto made = tables::people({});
    const auto once = evaluate(made.csv, made.map, 0.1).value();
    const auto again = evaluate(made.csv, made.map, 0.1).value();
    CHECK(to_csv(once.pairs) == to_csv(again.pairs));
    REQUIRE(once.pairs.size() > 100);
    for (std::size_t i = 0; i < once.pairs.size(); ++i) {
        CHECK(once.pairs[i].score >= 0.1);
        CHECK(once.pairs[i].score <= 1);
        if (i > 0) CHECK(once.pairs[i - 1].score >= once.pairs[i].score);
    }
}

TEST_CASE("a file is read with its byte order mark, semicolons, Latin-1 and bars") {
    CHECK(refusal("\xEF\xBB\xBFid;name\r\n1;\"Siti; Aminah\"\r\n2;x\r\n", kMap).empty());
    CHECK(refusal("id|name\n1|M\xFCller\n", kMap).empty());
    CHECK(refusal("id, name\n1, a b\n\n2\n", kMap).empty());
}

TEST_CASE("what cannot be compared is refused in a sentence") {
    CHECK(refusal("", kMap).find("empty") != std::string::npos);
    CHECK(refusal("id,name\n1,a\n1,b\n", kMap) ==
          "the id in line 3 stands in line 2 already; ids must differ");
    CHECK(refusal("id,name\n,a\n", kMap) == "the record in line 2 has no id");
    CHECK(refusal("id,name\n1,\"a\n", kMap) == "the quote that begins in line 2 is never closed");
    CHECK(refusal("id,name\n1,a,b\n", kMap) == "line 2 has 3 cells, the heading only 2");
    CHECK(refusal("id,nama\n1,a\n", kMap).find("\"name\"") != std::string::npos);
    CHECK(refusal("id,name\n1,a\n", "[]").find("not a JSON object") != std::string::npos);
    CHECK(refusal("id,name\n1,a\n", R"({"id":"id"})") == "the map names no column to compare");
    CHECK(refusal("id,name\n1,a\n", R"({"id":"id","nose":"name"})").find("nose") !=
          std::string::npos);
}

TEST_CASE("a heading alone, one record and cells of 10,000 characters are no trouble") {
    CHECK(evaluate("id,name\n", kMap, 0).value().pairs.empty());
    CHECK(evaluate("id,name\n1,a\n", kMap, 0).value().pairs.empty());
    const std::string name(10'000, 'x');
    CHECK(refusal("id,name\n1," + name + "\n2," + name + "\n3,Siti\n", kMap).empty());
}

TEST_CASE("a map may name columns in either direction, and several for one field") {
    const std::string csv = "no,y,m,d,f,l\n1,1990,2,3,anna,weber\n2,1990,2,3,anna,weber\n";
    CHECK(refusal(csv, R"({"no":"id","f":"given_name","surname":"l","birth_date":["y","m","d"]})")
              .empty());
}

TEST_CASE("dates are read however they are written; days that do not exist are kept") {
    const Day day{1948, 7, 13};
    for (const char* text : {"1948-07-13", "19480713", "13/07/1948", "13.7.1948", "13 Jul 1948",
                             "July 13, 1948", "1948-07-13T00:00:00", "13/07/48", "1948 7 13"}) {
        CAPTURE(text);
        CHECK(read_day(text, Order::DayFirst) == day);
    }
    CHECK(read_day("7/13/1948", Order::MonthFirst) == day);
    CHECK(read_day("3/4/1948", Order::MonthFirst) == Day{1948, 3, 4});
    CHECK(read_day("3/4/1948", Order::DayFirst) == Day{1948, 4, 3});
    CHECK(read_day("1948", Order::DayFirst) == Day{1948, 0, 0});
    CHECK(read_day("19481340", Order::DayFirst) == Day{1948, 13, 40});
    CHECK_FALSE(read_day("soon", Order::DayFirst).is_known());
    CHECK(order_shown_by("13/07/1948") == 1);
    CHECK(order_shown_by("07/13/1948") == -1);
}

TEST_CASE("edits count letters added, dropped, changed and exchanged") {
    CHECK(edits("kartini", "kartini", 2) == 0);
    CHECK(edits("kartini", "kartni", 2) == 1);
    CHECK(edits("kartini", "katrini", 2) == 1);
    CHECK(edits("3374015208990001", "3374015208990010", 2) == 1);
    CHECK(edits("abc", "xyz", 2) == 3);
    CHECK(edits("", "ab", 2) == 2);
}

TEST_CASE("the order of the rows changes no pair and no probability") {
    tables::Wish wish;
    wish.originals = 120;
    wish.copies = 60;
    wish.copies_most = 4;
    const auto made = tables::people(wish);
    std::vector<std::string> lines = base::split(made.csv, '\n');
    std::erase(lines, "");
    std::reverse(lines.begin() + 1, lines.end());
    const auto by_pair = [&](std::string_view csv) {
        std::map<std::pair<std::string, std::string>, double> scores;
        const auto pairs = evaluate(csv, made.map, 0.05).value().pairs;
        for (const auto& each : pairs) scores[std::minmax(each.id_a, each.id_b)] = each.score;
        return scores;
    };
    const auto once = by_pair(made.csv);
    const auto turned = by_pair(base::joined(lines, "\n"));
    REQUIRE(once.size() > 50);
    REQUIRE(turned.size() == once.size());
    for (const auto& [pair, score] : once) {
        REQUIRE(turned.count(pair) == 1);
        CHECK(std::abs(turned.at(pair) - score) < 1e-6);
    }
}

TEST_CASE("one more person who is like nobody moves no pair over the work list's threshold") {
    tables::Wish wish;
    wish.originals = 120;
    wish.copies = 60;
    const auto made = tables::people(wish);
    const std::string more = made.csv + "x,zyx,quux,1,far,away,0001,zz,19010101,0000001\n";
    const auto before = evaluate(made.csv, made.map, kWorkList).value().pairs;
    const auto after = evaluate(more, made.map, kWorkList).value().pairs;
    std::set<std::pair<std::string, std::string>> pairs;
    for (const auto& each : before) pairs.insert({each.id_a, each.id_b});
    CHECK(after.size() <= before.size() + 1);
    CHECK(after.size() + 1 >= before.size());
    for (const auto& each : after) {
        CHECK((each.score < 0.6 || pairs.count({each.id_a, each.id_b}) == 1));
    }
}

TEST_CASE("of several copies those that errors made unlike are found through the others") {
    tables::Wish wish;
    wish.seed = 5;
    wish.copies = 500;
    wish.copies_most = 6;
    wish.errors = 7;
    wish.has_number = false;
    CHECK(tables::score_of(tables::people(wish)).f1 >= 0.97);
}

TEST_CASE("year, month and day that the map names one by one are one date") {
    const std::string csv =
        "no,y,m,d,f,l\n1,1990,2,3,anna,weber\n2,1990,2,3,anna,weber\n3,1950,9,9,otto,kern\n";
    const auto apart = evaluate(csv,
                                R"({"id":"no","given_name":"f","surname":"l","birth_day":"d",)"
                                R"("birth_month":"m","birth_year":"y"})",
                                0.01);
    const auto listed = evaluate(
        csv, R"({"id":"no","given_name":"f","surname":"l","birth_date":["y","m","d"]})", 0.01);
    REQUIRE(apart.ok());
    CHECK(to_csv(apart.value().pairs) == to_csv(listed.value().pairs));
    CHECK(apart.value().pairs.size() == 1);
}

TEST_CASE("of two tables put together only records of different tables are paired") {
    const std::string csv =
        "id,from,name,born\na1,A,anna weber,19900203\na2,A,anna weber,19900203\n"
        "b1,B,anna weber,19900203\nb2,B,otto kern,19500909\na3,A,otto kern,19500909\n"
        "a4,A,carla horn,19710401\nb3,B,dora lang,19820517\n";
    const auto paired = [&](const std::string& map) {
        std::set<std::string> pairs;
        const auto evaluated = evaluate(csv, map, kWorkList);
        REQUIRE(evaluated.ok());
        for (const auto& each : evaluated.value().pairs) pairs.insert(each.id_a + each.id_b);
        return pairs;
    };
    CHECK(paired(R"({"id":"id","name":"name","birth_date":"born"})") ==
          std::set<std::string>{"a1a2", "a1b1", "a2b1", "b2a3"});
    CHECK(paired(R"({"id":"id","name":"name","birth_date":"born","source":"from"})") ==
          std::set<std::string>{"a1b1", "a2b1", "b2a3"});
}
