#include "shared/words/catalogue.h"
#include "client/ui/words/embedded.h"
#include "shared/words/dates.h"

#include <doctest/doctest.h>

TEST_CASE("a catalogue cut anywhere is refused or read, never a crash") {
    const std::string whole(words::client_catalogue("id"));
    REQUIRE(words::Catalogue::parse(whole).ok());
    CHECK_FALSE(words::Catalogue::parse("").ok());
    CHECK_FALSE(words::Catalogue::parse("<html>not a catalogue</html>").ok());
    for (std::size_t length = 0; length + 1 < whole.size(); length += 7) {
        CHECK_FALSE(words::Catalogue::parse(whole.substr(0, length)).ok());
    }
}

TEST_CASE("a text is found in the language that is asked for, whoever else reads at that time") {
    const words::Texts texts(words::client_catalogue);
    const words::Tongue indonesian{texts, words::Language::Indonesian};
    const words::Tongue english{texts, words::language_of("en")};
    CHECK(std::string(indonesian.tr("yesterday")) == "kemarin");
    CHECK(std::string(english.tr("yesterday")) == "yesterday");
    CHECK(indonesian.tr("{0} days ago", {"3"}) == "3 hari lalu");
    CHECK(words::language_of("<script>") == words::Language::Indonesian);
}

TEST_CASE("both languages say a day by its own month") {
    const words::Texts texts(words::client_catalogue);
    const base::Date day{std::chrono::year(2026), std::chrono::month(5), std::chrono::day(4)};
    CHECK(words::short_date(day, {texts, words::Language::Indonesian}) == "4 Mei 2026");
    CHECK(words::short_date(day, {texts, words::Language::English}) == "4 May 2026");
    CHECK(words::month_and_year(base::month_of(day), {texts}) == "Mei 2026");
}
