// PR_HOLD and the twice not gained of F1 L and M, counted a second time, slowly, by the words of
// DOMAIN 2.4, 5.1, 6.6 and 7.4: from made-up visits and weights in plain day numbers.
#include "shared/care/growth.h"
#include "shared/indicators/facts.h"
#include "tests/shared/indicators/made_up_family.h"

#include <doctest/doctest.h>

#include <set>

using family_of::Records;
using indicators::Fact;
using indicators::Indicator;
using indicators::Part;
using made_up::date_of;
using made_up::Draw;
using made_up::is_now;
using made_up::kLastDay;
using made_up::kMonth;
using made_up::months_old;
using made_up::text_of;

namespace {

struct Pair {
    int in = 0, of = 0;
    bool operator==(const Pair&) const = default;
};

Pair counted(const std::vector<Fact>& facts, Indicator indicator) {
    Pair pair;
    for (const Fact& fact : facts) {
        if (fact.indicator != indicator || fact.part == Part::Excluded) continue;
        ++pair.of;
        pair.in += fact.part == Part::Numerator ? 1 : 0;
    }
    return pair;
}

// ---- the massage and the mother's danger signs

// DOMAIN 5.1, its column "Massage".
const std::set<std::string> kStops = {"01", "02", "03", "04", "05", "06", "07", "08", "09",
                                      "10", "11", "12", "13", "14", "18", "23", "24"};

struct Checked {
    std::vector<std::string> signs;  // "01" ... "27"
    std::string temperature;
};
struct Seen {
    std::vector<Checked> checks;  // a visit that two wrote down has two
    bool observed = false, told = false, demonstrated = false, explained = false;
};

std::map<int, Seen> make_visits(Draw& draw) {
    std::map<int, Seen> visits;
    for (int i = 1 + draw.upto(4); i > 0; --i) {
        Seen& seen = visits[draw.upto(34) - 1];
        seen = {};
        for (int n = draw.once_in(5) ? 2 : 1; n > 0; --n) {
            Checked check;
            for (int signs = draw.upto(3); signs > 0; --signs) {
                const int number = 1 + draw.upto(27);
                check.signs.push_back((number < 10 ? "0" : "") + std::to_string(number));
            }
            check.temperature = draw.of({"", "", "36.8", "37.9", "38.0", "39.1"});
            seen.checks.push_back(check);
        }
        seen.observed = draw.once_in(4);
        seen.told = draw.once_in(4);
        seen.demonstrated = draw.once_in(4);
        seen.explained = draw.once_in(3);
    }
    return visits;
}

void write_massages(const std::string& visit, int day, const Seen& seen, Records& records) {
    const auto session = [&](const char* source) {
        records.add("massage_session", visit + source,
                    {{"mother_id", "siti"},
                     {"birth_event_id", "birth"},
                     {"visit_id", visit},
                     {"source", source},
                     {"performed_at", text_of(day) + "T09:20:00+07:00"}});
    };
    if (seen.observed) session("OBS");
    if (seen.told) session("DIARY");
    if (!seen.demonstrated && !seen.explained) return;
    auto& teaching = records.add("massage_teaching", visit + "t",
                                 {{"mother_id", "siti"},
                                  {"visit_id", visit},
                                  {"safety_result", seen.demonstrated ? "GO" : "DEFER"},
                                  {"return_demo", seen.demonstrated ? "1" : "0"},
                                  {"started_at", text_of(day) + "T09:10:00+07:00"}});
    if (seen.explained) teaching.fields.set("methods", "EXPLAIN");
}

Records visits_of(const std::map<int, Seen>& visits) {
    Records records;
    records.born(text_of(-10));
    for (const auto& [day, seen] : visits) {
        const std::string visit = "v" + text_of(day);
        records.visit(visit, text_of(day));
        int n = 0;
        for (const Checked& each : seen.checks) {
            auto& check = records.mother_check(visit);
            check.id = records::RecordId("c" + std::to_string(n++) + visit);
            for (const std::string& sign : each.signs) check.fields.set("ds_mds" + sign, "1");
            if (!each.temperature.empty()) {
                check.fields.set_token("temp_c", each.temperature);
            }
        }
        write_massages(visit, day, seen, records);
    }
    return records;
}

// "visits with STOP sign and no massage" of "visits with STOP sign". A massage at home that a
// family tells of is none of the visit's.
Pair held(const std::map<int, Seen>& visits) {
    Pair pair;
    for (const auto& [day, seen] : visits) {
        bool stops = false;
        for (const Checked& check : seen.checks) {
            for (const std::string& sign : check.signs) stops = stops || kStops.count(sign) != 0;
            stops = stops || check.temperature == "38.0" || check.temperature == "39.1";
        }
        if (!is_now(day) || !stops) continue;
        ++pair.of;
        pair.in += seen.observed || seen.demonstrated ? 0 : 1;
    }
    return pair;
}

// ---- twice not gained

struct Grown {
    int born = 0, died = 1000;
    std::map<int, int> grams;  // by day
    std::vector<int> referred;
};

Grown make_grown(Draw& draw) {
    Grown made;
    made.born = -95 - draw.upto(600);
    if (draw.once_in(12)) made.died = draw.upto(45);
    int grams = 4000 + 8 * -made.born;
    // Weighed about once in a month, on a day of its first half or its second, seldom twice.
    for (int month = 3; month >= 0; --month) {
        const int first = -month * 30 - (month > 0 ? 1 : 0);
        for (int times = draw.once_in(5) ? 2 : draw.once_in(7) ? 0 : 1; times > 0; --times) {
            grams += 100 * draw.upto(7) - 200;
            const int day = std::max(made.born + 20, first + 1 + draw.upto(26));
            made.grams[day] = draw.once_in(25) ? 60'000 : grams;
        }
    }
    for (int i = draw.upto(3); i > 0; --i) made.referred.push_back(draw.upto(36) - 2);
    return made;
}

Records grown_of(const Grown& made) {
    Records records;
    records.born(text_of(made.born));
    if (made.died < 1000) {
        records.at("budi").fields.set("vital_status", "DEAD");
        records.at("budi").fields.set("death_date", text_of(made.died));
    }
    for (const auto& [day, grams] : made.grams) {
        const std::string visit = "w" + text_of(day);
        records.visit(visit, text_of(day));
        records.infant_check(visit).fields.set_integer("weight_g", grams);
    }
    int n = 0;
    for (const int day : made.referred) {
        records.add("referral", "ref" + std::to_string(n++),
                    {{"person_id", "budi"},
                     {"urgency", "KUNING"},
                     {"raised_at", text_of(day) + "T10:00:00+07:00"}});
    }
    return records;
}

bool can_be(const Grown& made, int day) {
    const auto z = care::weight_for_age_z('L', day - made.born, made.grams.at(day) / 1000.0);
    return !z || (*z >= -6 && *z <= 5);
}

struct Days {
    int first = 0, last = 0;
};
Days days_of(int months_back) {
    const auto month = base::add_months(kMonth, -months_back);
    return {base::days_between(date_of(0), base::first_day(month)),
            base::days_between(date_of(0), base::last_day(month))};
}

// DOMAIN 7.4.
int least_gain(int months) {
    static const std::array<int, 11> kGrams = {0, 800, 900, 800, 600, 500, 400, 300, 300, 300, 300};
    return months < 11 ? kGrams[static_cast<std::size_t>(months)] : 200;
}

// The day of that month's last weighing that can be; 10,000 if none.
int last_in(const Grown& made, int months_back) {
    const Days month = days_of(months_back);
    int last = 10'000;
    for (const auto& [day, grams] : made.grams) {
        if (day >= month.first && day <= month.last && can_be(made, day)) last = day;
    }
    return last;
}

// Against the weighing of the month before that lies nearest to thirty days back, 20 to 45 days.
bool has_not_gained(const Grown& made, int months_back) {
    const int now = last_in(made, months_back);
    if (now == 10'000) return false;
    const Days before = days_of(months_back + 1);
    int since = 10'000;
    for (const auto& [day, grams] : made.grams) {
        const bool is_before = day >= before.first && day <= before.last;
        if (!is_before || !can_be(made, day) || now - day < 20 || now - day > 45) continue;
        if (since == 10'000 || std::abs(now - day - 30) <= std::abs(now - since - 30)) since = day;
    }
    if (since == 10'000) return false;
    const int months = months_old(made.born, now);
    if (months < 1) return false;
    return made.grams.at(now) - made.grams.at(since) < least_gain(months);
}

}  // namespace

TEST_CASE("a slow second count of massages withheld agrees, visit by visit") {
    Draw draw{std::mt19937(40)};
    Pair all;
    int twice_written = 0;
    for (int i = 0; i < 500; ++i) {
        CAPTURE(i);
        const auto visits = make_visits(draw);
        Records records = visits_of(visits);
        const care::Family family = records.family();
        const Pair wanted = held(visits);
        const Pair found = counted(indicators::count_everything(family, records.at("siti"), kMonth),
                                   Indicator::PrHeld);
        CHECK(found.in == wanted.in);
        CHECK(found.of == wanted.of);
        all.in += wanted.in;
        all.of += wanted.of;
        for (const auto& [day, seen] : visits) twice_written += seen.checks.size() > 1 ? 1 : 0;
    }
    CHECK(all.in > 50);
    CHECK(all.of > all.in + 50);
    CHECK(twice_written > 50);
}

TEST_CASE("a slow second count of twice not gained and referred agrees, child by child") {
    Draw draw{std::mt19937(41)};
    int twice = 0, sent = 0, only_once = 0;
    for (int i = 0; i < 1500; ++i) {
        CAPTURE(i);
        const Grown made = make_grown(draw);
        CAPTURE(text_of(made.born));
        const bool is_counted = made.died > kLastDay && months_old(made.born, kLastDay) < 24;
        const bool is_twice = is_counted && has_not_gained(made, 0) && has_not_gained(made, 1);
        bool is_sent = false;
        for (const int day : made.referred) {
            is_sent = is_sent || (is_twice && day >= last_in(made, 0) && day <= kLastDay);
        }
        Records records = grown_of(made);
        const care::Family family = records.family();
        const auto facts = indicators::count_everything(family, records.at("budi"), kMonth);
        CHECK(counted(facts, Indicator::NotGainedTwice).in == (is_twice ? 1 : 0));
        CHECK(counted(facts, Indicator::NotGainedTwiceReferred).in == (is_sent ? 1 : 0));
        twice += is_twice ? 1 : 0;
        sent += is_sent ? 1 : 0;
        only_once += is_counted && has_not_gained(made, 0) && !is_twice ? 1 : 0;
    }
    CHECK(sent > 20);
    CHECK(twice > sent + 20);
    CHECK(only_once > 20);
}
