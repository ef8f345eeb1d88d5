// The programme's figures counted a second time, slowly and another way: straight from the answers
// of made-up families, in plain day numbers, without care::Family. Both must agree.
#include "shared/indicators/programme_table.h"
#include "tests/shared/care/family_of.h"

#include <doctest/doctest.h>

#include <array>
#include <map>
#include <random>

using family_of::Records;
using indicators::Indicator;
using indicators::Part;

namespace {

// Days of September 2026 as numbers: 1 is the first, 0 is 31 August.
constexpr base::Month kMonth{std::chrono::year{2026}, std::chrono::month{9}};
std::string day_text(int day) {
    return base::to_text(base::add_days(family_of::day("2026-08-31"), day));
}

struct Taught {
    int day = 0;
    std::string learner, relation, safety;
    bool demo = false, passes = false, explained = false;
};
struct Massaged {
    int day = 0;
    bool seen = false;
    std::string who, adverse;
    int steps = 0, seconds = 0;  // 0: not written down
};
struct MadeUp {
    int born = 0;
    bool is_stillborn = false;
    std::vector<int> visits;
    std::vector<Taught> teachings;
    std::vector<Massaged> massages;
    std::vector<std::pair<int, bool>> recalls;  // day, breast milk only
};

struct Draw {
    std::mt19937 engine;
    int upto(int count) { return static_cast<int>(engine() % static_cast<unsigned>(count)); }
    bool once_in(int count) { return upto(count) == 0; }
};

MadeUp make_up(Draw& draw) {
    MadeUp made;
    made.born = draw.upto(110) - 80;
    made.is_stillborn = draw.once_in(8);
    for (int i = draw.upto(4); i > 0; --i) made.visits.push_back(made.born + draw.upto(60));
    static const std::array<const char*, 3> kSafety = {"GO", "DEFER", "STOP"};
    for (int i = draw.upto(4); i > 0; --i) {
        const bool is_husband = draw.once_in(2);
        Taught taught{made.born - 20 + draw.upto(60), is_husband ? "pa" : "nenek",
                      is_husband ? "SUAMI" : "IBU_KANDUNG",
                      kSafety[static_cast<std::size_t>(draw.upto(5) > 2 ? draw.upto(3) : 0)]};
        taught.explained = taught.safety != "STOP" && !draw.once_in(3);
        taught.demo = taught.safety == "GO" && draw.once_in(2);
        taught.passes = draw.once_in(2);
        bool is_another_day = true;  // of two on one day it is not said which was later
        for (const Taught& each : made.teachings) is_another_day &= each.day != taught.day;
        if (is_another_day) made.teachings.push_back(taught);
    }
    for (int i = draw.upto(9); i > 0; --i) {
        static const std::array<const char*, 4> kAdverse = {"NONE", "UNK", "DIZZY", "PAIN RASH"};
        made.massages.push_back({made.born + draw.upto(30), draw.once_in(3),
                                 draw.once_in(2) ? "SUAMI" : "IBU_MERTUA",
                                 kAdverse[static_cast<std::size_t>(draw.upto(4))], draw.upto(7),
                                 draw.once_in(3) ? 0 : 120 + 60 * draw.upto(4)});
    }
    for (int i = draw.upto(3); i > 0; --i) {
        made.recalls.push_back({made.born + 1 + draw.upto(90), draw.once_in(2)});
    }
    return made;
}

Records records_of(const MadeUp& made) {
    static const std::array<const char*, 6> kSteps = {"M01", "M02", "M03", "M04", "M05", "M06"};
    Records records;
    records.household();
    records.mother();
    records.birth("birth", day_text(made.born));
    if (!made.is_stillborn) records.infant("budi", day_text(made.born));
    records.outcome("outcome", "birth", made.is_stillborn ? "" : "budi",
                    made.is_stillborn ? "STILL" : "LIVE");
    int n = 0;
    for (const int day : made.visits) records.visit("v" + std::to_string(n++), day_text(day));
    for (const Taught& each : made.teachings) {
        const std::string id = "t" + std::to_string(n++);
        auto& teaching = records.add("massage_teaching", id,
                                     {{"mother_id", "siti"},
                                      {"trainee_id", each.learner},
                                      {"trainee_relation", each.relation},
                                      {"started_at", day_text(each.day) + "T09:00:00+07:00"},
                                      {"safety_result", each.safety},
                                      {"return_demo", each.demo ? "1" : "0"}});
        if (each.explained) teaching.fields.set("methods", "EXPLAIN");
        if (!each.demo) continue;
        for (const char* step : {"P01", "P02", "P06", "P08", "M01", "M02", "M03", "M07", "C02"}) {
            records.add(
                "massage_teaching_step", id + step,
                {{"teaching_id", id}, {"step_code", step}, {"score", each.passes ? "4" : "2"}});
        }
    }
    for (const Massaged& each : made.massages) {
        auto& session = records.add("massage_session", "s" + std::to_string(n++),
                                    {{"mother_id", "siti"},
                                     {"birth_event_id", "birth"},
                                     {"source", each.seen ? "OBS" : "DIARY"},
                                     {"performer_relation", each.who},
                                     {"performed_at", day_text(each.day) + "T19:00:00+07:00"},
                                     {"adverse", each.adverse}});
        std::string steps;
        for (int i = 0; i < each.steps; ++i) {
            steps += (i > 0 ? " " : "") + std::string(kSteps[static_cast<std::size_t>(i)]);
        }
        if (!steps.empty()) session.fields.set("steps_done", steps);
        if (each.seconds > 0) session.fields.set_integer("duration_s", each.seconds);
    }
    for (const auto& [day, is_exclusive] : made.recalls) {
        if (made.is_stillborn) continue;
        auto& recall = records.recalled(day_text(day));
        if (!is_exclusive) recall.fields.set("l_tea", "1");
        // A visit that is only there for the recall: it saw the mother too.
    }
    return records;
}

struct Pair {
    int numerator = 0, denominator = 0;
    bool operator==(const Pair&) const = default;
};
using Counted = std::map<Indicator, Pair>;

void put(Counted& counted, Indicator indicator, bool is_numerator) {
    ++counted[indicator].denominator;
    if (is_numerator) ++counted[indicator].numerator;
}

bool taught_by(const MadeUp& made, int day) {
    for (const Taught& each : made.teachings) {
        const bool taught = each.safety != "STOP" && (each.explained || each.demo);
        if (taught && each.day <= day) return true;
    }
    return false;
}

void count_teaching(const MadeUp& made, Counted& counted) {
    bool is_visited = false;
    std::vector<int> visits = made.visits;
    for (const auto& [day, is_exclusive] : made.recalls) {
        if (!made.is_stillborn) visits.push_back(day);
    }
    for (const int day : visits) {
        if (day >= 1 && day <= 30 && day <= made.born + 42) is_visited = true;
    }
    if (is_visited && made.born <= 30 && !made.is_stillborn) {
        const bool is_taught = taught_by(made, std::min(30, made.born + 42));
        put(counted, Indicator::PrTaught, is_taught);
        if (is_taught) {
            bool can = false;
            for (const std::string learner : {"pa", "nenek"}) {
                int latest = -1000;
                bool passes = false;
                for (const Taught& each : made.teachings) {
                    if (each.learner != learner || !each.demo || each.day > 30) continue;
                    if (each.day >= latest) passes = each.passes;
                    latest = std::max(latest, each.day);
                }
                can = can || passes;
            }
            put(counted, Indicator::PrCompetentFamily, can);
        }
    }
    for (const std::string learner : {"pa", "nenek"}) {
        const Taught* latest = nullptr;
        for (const Taught& each : made.teachings) {
            const bool taught = each.safety != "STOP" && (each.explained || each.demo);
            if (!taught || each.learner != learner || each.day < 1 || each.day > 30) continue;
            const bool says_more = latest == nullptr || (each.demo && !latest->demo);
            const bool says_as_much = latest != nullptr && each.demo == latest->demo;
            if (says_more || (says_as_much && each.day > latest->day)) latest = &each;
        }
        if (latest == nullptr) continue;
        put(counted, Indicator::PrHusbandLearning, learner == "pa");
        if (latest->demo) put(counted, Indicator::PrCompetent, latest->passes);
    }
}

void count_massages(const MadeUp& made, Counted& counted) {
    for (const Massaged& each : made.massages) {
        if (each.day < 1 || each.day > 30) continue;
        const auto of = [&](Indicator seen, Indicator told) { return each.seen ? seen : told; };
        put(counted, of(Indicator::PrHusbandObserved, Indicator::PrHusbandReported),
            each.who == "SUAMI");
        if (each.steps > 0) {
            put(counted, of(Indicator::PrAdherenceObserved, Indicator::PrAdherenceReported),
                each.steps >= 5 && each.seconds >= 180);
        }
        put(counted, of(Indicator::PrHarmObserved, Indicator::PrHarmReported),
            each.adverse == "DIZZY" || each.adverse == "PAIN RASH");
        put(counted, of(Indicator::PrHarmUnknownObserved, Indicator::PrHarmUnknownReported),
            each.adverse == "UNK");
    }
    const int end = made.born + 13;
    if (end < 1 || end > 30 || made.is_stillborn || !taught_by(made, end)) return;
    put(counted, Indicator::PrFirstDaysMothers, true);
    for (const Massaged& each : made.massages) {
        if (each.day > end) continue;
        put(counted, each.seen ? Indicator::PrFirstDaysObserved : Indicator::PrFirstDaysReported,
            true);
    }
}

void count_breast_milk(const MadeUp& made, Counted& counted) {
    if (made.is_stillborn || made.born > 30) return;
    int latest = -1000;
    bool is_exclusive = false;
    for (const auto& [day, exclusive] : made.recalls) {
        if (day < 1 || day > 30 || day < latest) continue;
        latest = day;
        is_exclusive = exclusive;
    }
    if (latest < 1) return;
    const auto born = family_of::day(day_text(made.born));
    int age = 0;
    while (base::add_months(born, age + 1) <= family_of::day("2026-09-30")) ++age;
    const auto first =
        taught_by(made, latest) ? Indicator::PrEbfTaught0 : Indicator::PrEbfNotTaught0;
    put(counted, static_cast<Indicator>(static_cast<int>(first) + age), is_exclusive);
}

}  // namespace

TEST_CASE("a slow second count of made-up families agrees, figure by figure") {
    Draw draw{std::mt19937(20261121)};
    Counted seen_at_all;
    for (int round = 0; round < 800; ++round) {
        CAPTURE(round);
        MadeUp made = make_up(draw);
        // Two recalls of one day would say which came last by their ids alone.
        if (made.recalls.size() == 2 && made.recalls[0].first == made.recalls[1].first) {
            made.recalls.pop_back();
        }
        Counted slow;
        count_teaching(made, slow);
        count_massages(made, slow);
        count_breast_milk(made, slow);
        Records records = records_of(made);
        const care::Family family = records.family();
        Counted fast;
        for (const records::Record& record : records.all()) {
            for (const auto& fact : indicators::count_programme(family, record, kMonth)) {
                if (fact.part == Part::Excluded || fact.indicator == Indicator::PrMilkLate)
                    continue;
                put(fast, fact.indicator, fact.part == Part::Numerator);
            }
        }
        for (const auto& figure : indicators::programme_figures()) {
            CAPTURE(to_code(figure.indicator));
            CHECK(fast[figure.indicator] == slow[figure.indicator]);
            seen_at_all[figure.indicator].denominator += slow[figure.indicator].denominator;
            seen_at_all[figure.indicator].numerator += slow[figure.indicator].numerator;
        }
    }
    // The families were of all kinds: each figure that they can have was counted both ways.
    for (const Indicator each :
         {Indicator::PrTaught, Indicator::PrCompetentFamily, Indicator::PrCompetent,
          Indicator::PrHusbandLearning, Indicator::PrHusbandReported,
          Indicator::PrAdherenceObserved, Indicator::PrHarmReported,
          Indicator::PrHarmUnknownObserved, Indicator::PrEbfTaught0, Indicator::PrEbfNotTaught2}) {
        CAPTURE(to_code(each));
        CHECK(seen_at_all[each].numerator > 0);
        CHECK(seen_at_all[each].numerator < seen_at_all[each].denominator);
    }
}
