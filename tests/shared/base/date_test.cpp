#include "shared/base/date.h"

#include <doctest/doctest.h>

using base::add_days;
using base::add_months;
using base::Date;
using base::date_in;
using base::first_day;
using base::Instant;
using base::last_day;
using base::Month;
using base::month_of;
using base::to_date_time_text;
using base::to_text;

namespace {

Date day(std::string_view text) {
    return base::parse_date(text).value();
}

Month month(std::string_view text) {
    return base::parse_month(text).value();
}

std::string moved(std::string_view from, int months) {
    return to_text(add_months(day(from), months));
}

}  // namespace

TEST_CASE("a date that exists comes back as it was written") {
    for (const char* text : {"2026-03-01", "2024-02-29", "1999-12-31", "2000-02-29"}) {
        CHECK(to_text(day(text)) == text);
    }
}

TEST_CASE("days that do not exist and other ways of writing are refused") {
    for (const char* text :
         {"2026-02-29", "1900-02-29", "2026-04-31", "2026-13-01", "2026-00-10", "2026-01-00",
          "2026-1-1", "01-03-2026", "2026/03/01", "2026-03-01 ", "", "2026-03-0x", "+026-03-01"}) {
        CAPTURE(text);
        CHECK_FALSE(base::parse_date(text).has_value());
    }
}

TEST_CASE("a month is written with its year, and nothing else") {
    CHECK(to_text(month("2026-03")) == "2026-03");
    for (const char* text : {"2026-13", "2026-3", "2026-03-01", "", "202603"}) {
        CHECK_FALSE(base::parse_month(text).has_value());
    }
}

TEST_CASE("months are added to the same day, clamped to the month's last") {
    CHECK(moved("2026-08-31", 6) == "2027-02-28");
    CHECK(moved("2023-08-31", 6) == "2024-02-29");
    CHECK(moved("2026-01-30", 1) == "2026-02-28");
    CHECK(moved("2026-01-15", 12) == "2027-01-15");
    CHECK(moved("2024-02-29", 12) == "2025-02-28");
    CHECK(moved("2024-02-29", 48) == "2028-02-29");
    CHECK(moved("2026-03-31", -1) == "2026-02-28");
    CHECK(moved("2026-01-10", -1) == "2025-12-10");
    CHECK(moved("2026-05-20", 0) == "2026-05-20");
}

TEST_CASE("six months are complete on the day itself, not the day before") {
    CHECK(base::age_months(day("2026-01-20"), day("2026-07-19")) == 5);
    CHECK(base::age_months(day("2026-01-20"), day("2026-07-20")) == 6);
    CHECK(base::age_months(day("2026-01-20"), day("2026-07-21")) == 6);
}

TEST_CASE("a baby of the 31st completes months on their last days") {
    CHECK(base::age_months(day("2026-08-31"), day("2026-09-29")) == 0);
    CHECK(base::age_months(day("2026-08-31"), day("2026-09-30")) == 1);
    CHECK(base::age_months(day("2026-08-31"), day("2027-02-27")) == 5);
    CHECK(base::age_months(day("2026-08-31"), day("2027-02-28")) == 6);
}

TEST_CASE("a baby of 29 February has birthdays in every year") {
    CHECK(base::age_months(day("2024-02-29"), day("2025-02-27")) == 11);
    CHECK(base::age_months(day("2024-02-29"), day("2025-02-28")) == 12);
}

TEST_CASE("on the day of birth the age is 0 months, and before it -1") {
    CHECK(base::age_months(day("2026-05-05"), day("2026-05-05")) == 0);
    CHECK(base::age_months(day("2026-05-05"), day("2026-05-04")) == -1);
    CHECK(base::age_months(day("2026-05-05"), day("2020-01-01")) == -1);
}

TEST_CASE("age_months is the largest number whose add_months is not later, for every day") {
    const Date birth = day("2023-12-31");
    for (int age_days = 0; age_days < 800; ++age_days) {
        const Date on = add_days(birth, age_days);
        const int months = base::age_months(birth, on);
        CHECK(add_months(birth, months) <= on);
        CHECK(add_months(birth, months + 1) > on);
    }
}

TEST_CASE("days are counted over leap days, both ways") {
    CHECK(base::days_between(day("2024-02-28"), day("2024-03-01")) == 2);
    CHECK(base::days_between(day("2026-02-28"), day("2026-03-01")) == 1);
    CHECK(base::days_between(day("2026-03-01"), day("2026-02-28")) == -1);
    CHECK(to_text(add_days(day("2025-12-31"), 1)) == "2026-01-01");
    CHECK(to_text(add_days(day("2024-03-01"), -1)) == "2024-02-29");
}

TEST_CASE("a month has its first and last day, and a neighbour across the year") {
    CHECK(to_text(first_day(month("2024-02"))) == "2024-02-01");
    CHECK(to_text(last_day(month("2024-02"))) == "2024-02-29");
    CHECK(to_text(last_day(month("2026-02"))) == "2026-02-28");
    CHECK(to_text(add_months(month("2025-12"), 1)) == "2026-01");
    CHECK(to_text(add_months(month("2026-01"), -1)) == "2025-12");
    CHECK(month_of(day("2026-07-31")) == month("2026-07"));
}

TEST_CASE("the day of an instant depends on the zone it is lived in") {
    const Instant at = base::parse_date_time("2026-03-01T23:30:00+07:00").value();
    CHECK(to_text(date_in(at, base::find_zone("Asia/Jakarta").value())) == "2026-03-01");
    CHECK(to_text(date_in(at, base::find_zone("Asia/Makassar").value())) == "2026-03-02");
    CHECK(to_text(date_in(at, base::find_zone("Asia/Jayapura").value())) == "2026-03-02");
    CHECK(to_text(date_in(at, base::find_zone("UTC").value())) == "2026-03-01");
    CHECK_FALSE(base::find_zone("Asia/Singapore").has_value());
}

TEST_CASE("a date and time comes back in its zone, also before 1970") {
    const auto jakarta = base::find_zone("Asia/Jakarta").value();
    for (const char* text : {"2026-03-01T14:05:00+07:00", "1969-12-31T23:59:59+07:00",
                             "1970-01-01T00:00:00+07:00", "2024-02-29T00:00:01+07:00"}) {
        CHECK(to_date_time_text(base::parse_date_time(text).value(), jakarta) == text);
    }
}

TEST_CASE("date and time may leave the seconds out and carry milliseconds, never lack the offset") {
    CHECK(base::parse_date_time("1970-01-01T00:00:01.250Z").value().unix_ms == 1250);
    CHECK(base::parse_date_time("1970-01-01T07:00+07:00").value().unix_ms == 0);
    CHECK(base::parse_date_time("1970-01-01T00:00:00-02:30").value().unix_ms == 9'000'000);
    for (const char* text : {"2026-03-01T14:05:00", "2026-03-01T24:05:00Z", "2026-03-01T14:60:00Z",
                             "2026-03-01T14:05:61Z", "2026-02-30T14:05:00Z", "2026-03-01 14:05:00Z",
                             "2026-03-01T14:05:00+7:00", "2026-03-01T14:05:00.Z", "2026-03-01T1",
                             "2026-03-01T14.05Z"}) {
        CAPTURE(text);
        CHECK_FALSE(base::parse_date_time(text).has_value());
    }
}

TEST_CASE("the local day is the day that was written, whatever the offset") {
    CHECK(to_text(base::local_date_of("2026-03-01T00:10:00+09:00").value()) == "2026-03-01");
    CHECK(to_text(base::local_date_of("2026-03-01").value()) == "2026-03-01");
    CHECK_FALSE(base::local_date_of("2026-03-01x").has_value());
    CHECK_FALSE(base::local_date_of("2026-03").has_value());
    CHECK_FALSE(base::local_date_of("").has_value());
}
