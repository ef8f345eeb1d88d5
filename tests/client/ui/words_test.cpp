#include "client/ui/words/words.h"
#include "client/ui/words/dates.h"

#include <doctest/doctest.h>

namespace {

constexpr base::Date kToday{std::chrono::year(2026), std::chrono::month(3), std::chrono::day(5)};

struct InEnglish {
    InEnglish() { words::use(words::Language::English); }
    ~InEnglish() { words::use(words::Language::Indonesian); }
};

std::string parsed(std::string_view typed) {
    const auto date = words::parse_typed_date(typed, kToday);
    return date ? base::to_text(*date) : "-";
}

}  // namespace

TEST_CASE("the window speaks Indonesian until told otherwise, and changes at once") {
    CHECK(std::string(words::tr("yesterday")) == "kemarin");
    const InEnglish english;
    CHECK(std::string(words::tr("yesterday")) == "yesterday");
    CHECK(words::code() == "en");
}

TEST_CASE("a text that no catalogue has is shown in English") {
    CHECK(std::string(words::tr("a sentence nobody wrote")) == "a sentence nobody wrote");
}

TEST_CASE("values take their places in the order the translation wants") {
    CHECK(words::tr("{0} days ago", {"3"}) == "3 hari lalu");
    const words::Sentence kept{words::later("{0} days ago"), {"4"}};
    CHECK(kept.text() == "4 hari lalu");
    CHECK(words::Sentence{}.text().empty());
}

TEST_CASE("days are said as people say them") {
    CHECK(words::long_date(kToday) == "Kamis, 5 Maret 2026");
    CHECK(words::short_date(kToday) == "5 Mar 2026");
    CHECK(words::ago(kToday, kToday) == "hari ini");
    CHECK(words::ago(base::add_days(kToday, -1), kToday) == "kemarin");
    CHECK(words::ago(base::add_days(kToday, -12), kToday) == "12 hari lalu");
    CHECK(words::ago(base::add_days(kToday, -31), kToday) == "2 Feb 2026");
    CHECK(words::ago(base::add_days(kToday, 1), kToday) == "6 Mar 2026");
    const InEnglish english;
    CHECK(words::short_date(base::add_days(kToday, 60)) == "4 May 2026");
}

TEST_CASE("a day is typed day first, with any of the usual separators or none") {
    CHECK(parsed("5-3-2026") == "2026-03-05");
    CHECK(parsed("05/03/26") == "2026-03-05");
    CHECK(parsed("5.3.2026") == "2026-03-05");
    CHECK(parsed("05 03 2026") == "2026-03-05");
    CHECK(parsed("05032026") == "2026-03-05");
    CHECK(parsed("17-8-85") == "1985-08-17");
    CHECK(parsed("29-2-2024") == "2024-02-29");
    CHECK(words::typed_date(kToday) == "05-03-2026");
    CHECK(parsed(words::typed_date(kToday)) == "2026-03-05");
}

TEST_CASE("what is not a whole day that exists is no day") {
    for (const char* typed :
         {"", "5", "5-3", "5-3-202", "31-2-2026", "29-2-2026", "0-1-2026", "5-13-2026",
          "2026-03-05", "5-3-20266", "lima maret", "5-3-2026x", "-", "999999999-1-2026"}) {
        CAPTURE(typed);
        CHECK(parsed(typed) == "-");
    }
}

TEST_CASE("a time is typed with a colon, a point or nothing") {
    CHECK(words::parse_typed_time("14:05") == "14:05");
    CHECK(words::parse_typed_time("9.30") == "09:30");
    CHECK(words::parse_typed_time("0915") == "09:15");
    for (const char* typed : {"", "9", "24:00", "12:60", "12:5", "jam 9"}) {
        CAPTURE(typed);
        CHECK_FALSE(words::parse_typed_time(typed).has_value());
    }
}
