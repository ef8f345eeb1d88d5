// What people of one house share, who has moved, and how much of what is doubtful is true.
#include "sync-server/merge/linking/exchanged.h"
#include "sync-server/merge/linking/levels.h"
#include "tests/sync-server/merge/tables.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>
#include <string>
#include <vector>

using namespace linking;

namespace {

Schema given_and_surname() {
    Schema schema;
    schema.columns = {{"given", Kind::Name, 0, false, false},
                      {"surname", Kind::Name, 0, false, true}};
    return schema;
}

Table table_of(Schema schema, const std::vector<std::vector<std::string>>& rows) {
    Table table(std::move(schema));
    for (const auto& row : rows) table.add(row);
    table.finish();
    return table;
}

// Of the pairs between the two probabilities: what is said of them, and what is true.
struct Doubtful {
    double pairs = 0, said = 0, is_true = 0;
};
Doubtful doubtful(const tables::Made& made, double from, double to) {
    Doubtful sum;
    const auto evaluated = evaluate(made.csv, made.map, from);
    for (const auto& each : evaluated.value().pairs) {
        if (each.score >= to) continue;
        sum.pairs += 1;
        sum.said += each.score;
        sum.is_true += made.truth.count({each.id_a, each.id_b}) != 0 ? 1 : 0;
    }
    return sum;
}

}  // namespace

TEST_CASE("families of one address, some of their names exchanged, are not one person") {
    tables::Wish wish;
    wish.seed = 7;
    wish.originals = 500;
    wish.copies = 300;
    wish.copies_most = 4;
    wish.errors = 6;
    wish.household = 6;
    const auto score = tables::score_of(tables::people(wish));
    CAPTURE(score.precision);
    CAPTURE(score.recall);
    CHECK(score.precision >= 0.995);
    CHECK(score.recall >= 0.98);
}

TEST_CASE("who has moved is found in a table of names and places") {
    tables::Wish wish;
    wish.seed = 8;
    wish.originals = 1200;
    wish.copies = 500;
    wish.errors = 1;
    wish.has_number = wish.has_birth = false;
    wish.moved = 0.35;
    const auto score = tables::score_of(tables::people(wish));
    CAPTURE(score.precision);
    CAPTURE(score.recall);
    CHECK(score.f1 >= 0.85);
}

TEST_CASE("of what is doubtful about as much is true as is said") {
    tables::Wish wish;
    wish.seed = 9;
    wish.originals = 800;
    wish.copies = 900;
    wish.copies_most = 5;
    wish.errors = 9;
    wish.has_number = wish.has_birth = false;
    const auto made = tables::people(wish);
    const Doubtful sum = doubtful(made, 0.05, 0.95);
    CAPTURE(sum.pairs);
    CAPTURE(sum.said);
    CAPTURE(sum.is_true);
    REQUIRE(sum.pairs >= 100);
    CHECK(std::abs(sum.said - sum.is_true) <= 0.1 * sum.pairs);
}

TEST_CASE("a record whose names stand where the others have them exchanged is told by them") {
    const Table table = table_of(given_and_surname(), {{"anna", "weber"},
                                                       {"anna", "kern"},
                                                       {"anna", "horn"},
                                                       {"otto", "weber"},
                                                       {"lena", "weber"},
                                                       {"weber", "anna"},
                                                       {"mina", "falk"},
                                                       {"falk", "mina"}});
    const auto names = names_that_change_places(table.schema());
    REQUIRE(names);
    const auto exchanged = rows_with_exchanged(table, *names);
    CHECK(std::count(exchanged.begin(), exchanged.end(), 1) == 1);
    CHECK(exchanged[5] == 1);  // which of the last two it is, nobody can tell
    CHECK(table.home_of(5, 0) == 1);
    CHECK(table.home_of(0, 0) == 0);
}

TEST_CASE("tables without both own and family names have none that change places") {
    Schema schema;
    schema.columns = {{"name", Kind::Name, 0, false, true}, {"mother", Kind::Name, 1, false, true}};
    CHECK_FALSE(names_that_change_places(schema));
}

TEST_CASE(
    "one's surname among the other's own names is the family's name, and the own ones differ") {
    Table table = table_of(given_and_surname(), {{"dalul", "emil"}, {"josef", "dalul"}});
    const auto levels = Comparer(table).compare(0, 1).level;
    CHECK(levels[0] == name_level::Different);
    CHECK(levels[1] == name_level::Elsewhere);
}

TEST_CASE("mail addresses made of one name are alike, not one address with a slip") {
    Schema schema;
    schema.columns = {{"mail", Kind::Email}};
    Table table = table_of(schema, {{"s.smith6@hotmail.biz"},
                                    {"s.smith77@king.info"},
                                    {"s.smiht6@hotmail.biz"},
                                    {"s.smith6@king.info"}});
    Comparer comparer(table);
    CHECK(comparer.compare(0, 1).level[0] == email_level::Alike);
    CHECK(comparer.compare(0, 2).level[0] == email_level::Near);
    CHECK(comparer.compare(0, 3).level[0] == email_level::SameName);
}
