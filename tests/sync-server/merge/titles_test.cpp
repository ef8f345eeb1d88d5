// Tables whose records are told by long titles: wares, books.
#include "sync-server/merge/linking/column_map.h"
#include "sync-server/merge/linking/long_text.h"
#include "sync-server/merge/linking/rivals.h"
#include "tests/sync-server/merge/tables.h"

#include "shared/base/random.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <string>
#include <vector>

using namespace linking;

namespace {

constexpr int kWares = 120;

std::string word(base::SeededRandom& random, std::uint64_t of) {
    const std::uint64_t number = random.below(of);
    constexpr std::string_view kHeads = "bdfgklmnprst", kVowels = "aeiou";
    std::string text;
    for (std::uint64_t rest = number + 60; rest > 0; rest /= 60) {
        text += kHeads[rest % 12];
        text += kVowels[rest / 12 % 5];
    }
    return text;
}

// What both shops write of a ware, less what one of them leaves out, and words of its own.
std::string title(base::SeededRandom& random, const std::vector<std::string>& words) {
    std::string text;
    for (const std::string& each : words) text += random.chance(0.75) ? each + " " : "";
    return text + word(random, 3000) + " " + word(random, 3000);
}

tables::Made two_shops() {
    base::SeededRandom random(4);
    tables::Made made;
    made.csv = "id,shop,title,price\n";
    made.map = R"({"id":"id","source":"shop","name":"title","numbers":"price"})";
    for (int i = 0; i < kWares; ++i) {
        std::vector<std::string> words = {word(random, 12), word(random, 40)};
        while (words.size() < 8) words.push_back(word(random, 1500));
        const std::string number = std::to_string(i);
        for (const char* shop : {"a", "b"}) {
            made.csv += shop + number + "," + shop + "," + title(random, words) + "," +
                        std::to_string(100 + random.below(900)) + "\n";
        }
        made.truth.insert({"a" + number, "b" + number});
    }
    return made;
}

}  // namespace

TEST_CASE("wares of two shops are found by what is rare in their titles, though no price agrees") {
    auto made = two_shops();
    const auto evaluated = evaluate(made.csv, made.map, kWorkList);
    REQUIRE(evaluated.ok());
    int right = 0;
    for (const auto& each : evaluated.value().pairs) {
        const auto [a, b] = std::minmax(each.id_a, each.id_b);
        right += made.truth.count({a, b}) != 0 ? 1 : 0;
    }
    CAPTURE(right);
    CHECK(right >= kWares / 5);
    CHECK(right >= 0.9 * static_cast<double>(evaluated.value().pairs.size()));
}

TEST_CASE("a model's number that differs by a digit is another model's") {
    Words words(Spelling::Any);
    const auto number = [&](const char* text) { return words.number_of(text); };
    const std::int32_t ab1 = number("ab100"), ab2 = number("ab101"), lens = number("objektiv");
    const std::int32_t slip = number("objektif");
    CHECK(shared_part(words, {ab1, lens}, {ab1, lens}, 100).part == doctest::Approx(1));
    CHECK(shared_part(words, {ab1, lens}, {ab2, lens}, 100).part < 0.4);
    CHECK(shared_part(words, {ab1, lens}, {ab1, slip}, 100).part > 0.7);
    CHECK(shared_part(words, {ab1}, {ab2}, 100).part == 0);
}

TEST_CASE("a name column of many words is a title; remarks beside a person's name are none") {
    const std::string cells = "one two three four five six";
    const auto kind_of = [&](const std::string& csv, const std::string& map) {
        return read_map(map, read_records(csv).value()).value().schema;
    };
    const Schema wares = kind_of("id,t\n1," + cells + "\n2,\n", R"({"id":"id","name":"t"})");
    CHECK(wares.columns[0].kind == Kind::LongText);
    CHECK(has_title(wares));
    const Schema people =
        kind_of("id,n,t\n1,anna," + cells + "\n", R"({"id":"id","name":"n","other":"t"})");
    CHECK(people.columns[0].kind == Kind::Name);
    CHECK_FALSE(has_title(people));
}

TEST_CASE("who has a likelier partner is less probably another's") {
    const auto links = beside_rivals({{0, 5, 0.9, {}}, {0, 6, 0.8, {}}, {1, 7, 0.8, {}}});
    REQUIRE(links.size() == 3);
    CHECK(links[0].probability == doctest::Approx(0.9));
    CHECK(links[1].b == 7);
    CHECK(links[1].probability == doctest::Approx(0.8));
    CHECK(links[2].probability == doctest::Approx(4.0 / 14));
}
