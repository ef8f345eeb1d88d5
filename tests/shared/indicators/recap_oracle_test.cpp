// The ILP recaps and the referrals counted a second time, slowly, by the words of their definitions
// (DOMAIN 6.6, model/indicators.csv): from made-up visits and referrals in plain day numbers.
#include "shared/indicators/facts.h"
#include "tests/shared/care/family_of.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <array>
#include <cstdio>
#include <map>
#include <random>

using family_of::Records;
using indicators::Fact;
using indicators::Indicator;
using indicators::Part;

namespace {

// Days of April 2025: 1 is the first, 0 is 31 March. Born on day -335 (30 April 2024) she is twelve
// months old on the last day.
constexpr base::Month kMonth{std::chrono::year{2025}, std::chrono::month{4}};
constexpr int kLastDay = 30, kTwelveMonths = -335;

std::string day_text(int day) {
    return base::to_text(base::add_days(family_of::day("2025-03-31"), day));
}
std::string moment(int day, int minute) {
    char clock[40];
    std::snprintf(clock, sizeof clock, "T%02d:%02d:00+07:00", minute / 60, minute % 60);
    return day_text(day) + clock;
}

struct Seen {
    int day = 0;
    bool is_taught = false;
    std::string immunised;  // "1", "0"; "" not asked
};
struct Referred {
    int day = 0, minute = 0, told_after = -1;  // minutes; -1: nobody told
    bool is_mother = false, is_urgent = false;
};
struct MadeUp {
    int born = 0;
    std::vector<Seen> visits;
    std::vector<Referred> referrals;
};

struct Draw {
    std::mt19937 engine;
    int upto(int count) { return static_cast<int>(engine() % static_cast<unsigned>(count)); }
};

MadeUp make_up(Draw& draw) {
    MadeUp made;
    made.born = draw.upto(8) == 0 ? kTwelveMonths - 2 + draw.upto(5) : 25 - draw.upto(400);
    static const std::array<const char*, 3> kAnswers = {"1", "0", ""};
    for (int i = draw.upto(4); i > 0; --i) {
        const int day = std::max(made.born, draw.upto(45) - 5);
        bool is_new = true;
        for (const Seen& each : made.visits) is_new &= each.day != day;
        if (!is_new) continue;
        made.visits.push_back({day, draw.upto(2) == 0,
                               made.visits.empty() ? kAnswers[std::size_t(draw.upto(3))] : ""});
    }
    for (int i = draw.upto(4); i > 0; --i) {
        const int day = std::max(made.born, draw.upto(34) - 2);
        const int told = draw.upto(4) == 0 ? -1 : 58 + draw.upto(5);  // 58 to 62 minutes
        made.referrals.push_back(
            {day, draw.upto(24 * 60), told, draw.upto(2) == 0, draw.upto(3) > 0});
    }
    return made;
}

void write_visits(const MadeUp& made, Records& records) {
    for (std::size_t i = 0; i < made.visits.size(); ++i) {
        const std::string id = "v" + std::to_string(i);
        auto& visit = records.visit(id, day_text(made.visits[i].day));
        if (made.visits[i].is_taught) visit.fields.set("topics", "BF");
        auto& check = records.infant_check(id);
        const std::string& answer = made.visits[i].immunised;
        if (!answer.empty()) check.fields.set("imm_up_to_date", answer);
        records.mother_check(id);
    }
}

void write_referrals(const MadeUp& made, Records& records) {
    for (std::size_t i = 0; i < made.referrals.size(); ++i) {
        const Referred& each = made.referrals[i];
        auto& referral = records.add("referral", "ref" + std::to_string(i),
                                     {{"person_id", each.is_mother ? "siti" : "budi"},
                                      {"urgency", each.is_urgent ? "MERAH_SEKARANG" : "KUNING"},
                                      {"raised_at", moment(each.day, each.minute)}});
        if (each.told_after < 0) continue;
        const int told = each.minute + each.told_after;
        referral.fields.set("notified_at", moment(each.day + told / 1440, told % 1440));
    }
}

bool is_now(int day) {
    return day >= 1 && day <= kLastDay;
}

// How many numerators and denominators, as "1 of 2".
using Said = std::map<Indicator, std::pair<int, int>>;

void add(Said& said, Indicator indicator, bool is_counted) {
    auto& [numerator, denominator] = said[indicator];
    numerator += is_counted ? 1 : 0;
    ++denominator;
}

Said expected(const MadeUp& made, bool of_mother) {
    Said said;
    bool came = false, taught = false, referred = false;
    std::string immunised;
    for (const Seen& each : made.visits) {
        if (!is_now(each.day)) continue;
        came = true;
        taught |= each.is_taught;
        if (!each.immunised.empty()) immunised = each.immunised;
    }
    for (const Referred& each : made.referrals) {
        if (each.is_mother != of_mother || !is_now(each.day)) continue;
        referred = true;
        const bool is_timely = each.told_after >= 0 && each.told_after <= 60;
        if (each.is_urgent) add(said, Indicator::PrReferral, is_timely);
    }
    // Born, and of the mothers every child here is under two years.
    const bool is_of_recap = made.born <= kLastDay && (of_mother || made.born > kTwelveMonths);
    if (!is_of_recap) return said;
    add(said, of_mother ? Indicator::IlpMothersCame : Indicator::IlpInfantsCame, came);
    if (taught) {
        add(said, of_mother ? Indicator::IlpMothersTaught : Indicator::IlpInfantsTaught, true);
    }
    if (referred) {
        add(said, of_mother ? Indicator::IlpMothersReferred : Indicator::IlpInfantsReferred, true);
    }
    if (!of_mother && !immunised.empty()) add(said, Indicator::IlpImmunised, immunised == "1");
    return said;
}

constexpr std::array<Indicator, 8> kCompared = {
    Indicator::IlpMothersCame, Indicator::IlpMothersTaught, Indicator::IlpMothersReferred,
    Indicator::IlpInfantsCame, Indicator::IlpInfantsTaught, Indicator::IlpInfantsReferred,
    Indicator::IlpImmunised,   Indicator::PrReferral};

Said counted(const std::vector<Fact>& facts) {
    Said said;
    for (const Fact& fact : facts) {
        const bool is_one =
            std::find(kCompared.begin(), kCompared.end(), fact.indicator) != kCompared.end();
        if (is_one && fact.part != Part::Excluded) {
            add(said, fact.indicator, fact.part == Part::Numerator);
        }
    }
    return said;
}

}  // namespace

TEST_CASE("a slow second count of the ILP recaps and the referrals agrees, family by family") {
    Draw draw{std::mt19937(7)};
    Said all;
    for (int i = 0; i < 600; ++i) {
        CAPTURE(i);
        const MadeUp made = make_up(draw);
        Records records;
        records.born(day_text(made.born));
        write_visits(made, records);
        write_referrals(made, records);
        const care::Family family = records.family();
        for (const bool of_mother : {true, false}) {
            CAPTURE(of_mother);
            CAPTURE(day_text(made.born));
            const Said wanted = expected(made, of_mother);
            const Said found = counted(indicators::count_everything(
                family, records.at(of_mother ? "siti" : "budi"), kMonth));
            for (const Indicator each : kCompared) {
                INFO(to_code(each));
                const auto of = [&](const Said& said) {
                    const auto at = said.find(each);
                    return at == said.end() ? std::pair(0, 0) : at->second;
                };
                CHECK(of(found).first == of(wanted).first);
                CHECK(of(found).second == of(wanted).second);
                all[each].first += of(wanted).first;
            }
        }
    }
    // A comparison in which nobody is ever counted proves nothing.
    for (const Indicator each : kCompared) {
        INFO(to_code(each));
        CHECK(all[each].first > 20);
    }
}

TEST_CASE("golden referrals: twice in a month is one person, told in sixty minutes is in time") {
    // Budi is referred on the first at 00:00 and on the last day at 23:59; Siti at 23:30, her
    // midwife told past midnight after 60 minutes; later after 61, before it was raised, and never.
    Records records;
    records.born("2025-02-10");
    const auto refer = [&](const char* id, const char* who, const char* raised, const char* told) {
        auto& made =
            records.add("referral", id,
                        {{"person_id", who}, {"urgency", "MERAH_SEKARANG"}, {"raised_at", raised}});
        if (*told != '\0') made.fields.set("notified_at", told);
    };
    refer("b1", "budi", "2025-04-01T00:00:00+07:00", "");
    refer("b2", "budi", "2025-04-30T23:59:00+07:00", "2025-05-01T00:30:00+07:00");
    refer("b3", "budi", "2025-05-01T00:00:00+07:00", "");
    refer("s1", "siti", "2025-04-10T23:30:00+07:00", "2025-04-11T00:30:00+07:00");
    refer("s2", "siti", "2025-04-12T08:00:00+07:00", "2025-04-12T09:01:00+07:00");
    refer("s3", "siti", "2025-04-13T08:00:00+07:00", "2025-04-13T07:59:00+07:00");
    refer("s4", "siti", "2025-04-14T08:00:00+07:00", "");
    const care::Family family = records.family();
    const auto of = [&](const char* who) {
        return counted(indicators::count_everything(family, records.at(who), kMonth));
    };
    Said budi = of("budi"), siti = of("siti");
    CHECK(budi[Indicator::IlpInfantsReferred].first == 1);
    CHECK(siti[Indicator::IlpMothersReferred].first == 1);
    CHECK(budi[Indicator::PrReferral] == std::pair(1, 2));
    CHECK(siti[Indicator::PrReferral] == std::pair(1, 4));
}
