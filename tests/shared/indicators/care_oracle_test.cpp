// Contacts, births, vitamin A, growth and the WHO figures counted a second time, slowly and another
// way: by the definition's words, from made-up answers in plain day numbers, without care::Family.
#include "shared/care/growth.h"
#include "shared/indicators/facts.h"
#include "tests/shared/indicators/made_up_family.h"

#include <doctest/doctest.h>

using namespace made_up;
using indicators::Fact;
using indicators::Indicator;
using indicators::Part;

namespace {

// What an indicator says of her or of him: "num", "den", "" (neither part).
using Said = std::map<Indicator, std::string>;

void first_contact(Said& said, const std::vector<int>& days, int born, int from, int to,
                   Indicator indicator) {
    int first = 10'000;
    for (const int day : days) {
        if (day - born >= from && day - born <= to) first = std::min(first, day);
    }
    if (first < 10'000 && is_now(first)) said[indicator] = "num";
}

bool has_in(const std::vector<int>& days, int born, int from, int to) {
    for (const int day : days) {
        if (day - born >= from && day - born <= to) return true;
    }
    return false;
}

int first_in(const std::vector<int>& days, int born, int from, int to) {
    int first = 10'000;
    for (const int day : days) {
        if (day - born >= from && day - born <= to) first = std::min(first, day);
    }
    return first;
}

void pnc(Said& said, const MadeUp& made, const std::vector<int>& days, int first) {
    if (!is_now(made.born + 49) || !has_in(days, made.born, 0, 49)) return;
    const std::array<std::array<int, 2>, 4> windows = {{{0, 1}, {2, 3}, {7, 14}, {35, 49}}};
    for (int i = 0; i < 4; ++i) {
        const auto& window = windows[static_cast<std::size_t>(i)];
        said[static_cast<Indicator>(first + i)] =
            has_in(days, made.born, window[0], window[1]) ? "num" : "den";
    }
}

Said of_mother(const MadeUp& made) {
    Said said;
    const int born = made.born;
    if (is_now(born)) {
        said[Indicator::Births] = "num";
        const auto& who = made.birth.at("attendant");
        said[Indicator::BirthsSkilled] = who == "BIDAN" || who == "SPOG" ? "num" : "den";
        const auto& where = made.birth.at("place");
        said[Indicator::BirthsFacility] = where == "PKM" || where == "RS" ? "num" : "den";
    }
    first_contact(said, made.kf, born, 0, 2, Indicator::Kf1);
    first_contact(said, made.kf, born, 3, 7, Indicator::Kf2);
    first_contact(said, made.kf, born, 8, 28, Indicator::Kf3);
    first_contact(said, made.kf, born, 29, 42, Indicator::Kf4);
    const bool has_three =
        has_in(made.kf, born, 0, 2) && has_in(made.kf, born, 3, 7) && has_in(made.kf, born, 8, 28);
    if (has_three && is_now(first_in(made.kf, born, 29, 42))) {
        said[Indicator::KfComplete] = "num";
    }
    pnc(said, made, made.kf, static_cast<int>(Indicator::PncWomen1));
    if (born <= kLastDay && born + 42 >= 1) said[Indicator::Postpartum] = "num";
    for (const auto& [day, got] : made.vitamin) {
        if (got != "1" || day > born + 42) continue;
        if (is_now(day)) said[Indicator::VitaminA] = "num";
        break;
    }
    if (is_now(born + 42) && has_in(made.kf, born, 0, 42)) {
        std::string method;
        for (const auto& [day, said_method] : made.methods) {
            if (day <= born + 42) method = said_method;
        }
        said[Indicator::PncInd4] = method == "SUNTIK" ? "num" : "den";
    }
    return said;
}

std::string class_of(const Answers& answers) {
    const auto is = [&](const char* item, const char* code) {
        const auto found = answers.find(item);
        return found != answers.end() && found->second == code;
    };
    if (is("bf_yesterday", "0")) return "NOT_BF";
    if (is("bf_yesterday", "8")) return "UNK";
    for (const char* item : kItems) {
        if (!is(item, "0") && !is(item, "1")) return "UNK";
    }
    if (is("f_any", "1")) return "BF_CF";
    if (is("l_formula", "1") || is("l_milk", "1")) return "BF_MILK";
    for (const char* item :
         {"l_yogurt", "l_choco", "l_soy", "l_juice", "l_soda", "l_tea", "l_broth", "l_other"}) {
        if (is(item, "1")) return "BF_NML";
    }
    return is("l_water", "1") ? "BF_WATER" : "EBF";
}

void growth(Said& said, const MadeUp& made) {
    const int age = months_old(made.born, kLastDay);
    if (made.born > kLastDay || age >= 24 || made.died <= kLastDay) return;
    // Day by day: 'x' weighed and it cannot be, 'o' weighed and it may be.
    std::map<int, char> days;
    for (const auto& [on, grams] : made.weights) {
        const auto z = care::weight_for_age_z('L', on - made.born, grams / 1000.0);
        if (on >= made.born) days[on] = z && (*z < -6 || *z > 5) ? 'x' : 'o';
    }
    bool is_weighed = false;
    int day = 0;
    for (const auto& [on, kind] : days) {
        if (is_now(on)) is_weighed = true;
        if (is_now(on) && kind == 'o') day = on;
    }
    said[Indicator::Weighed] = is_weighed ? "num" : "den";
    if (!is_weighed) return;
    said[Indicator::Gained] = "den";
    if (day == 0) return;
    const auto z = care::weight_for_age_z('L', day - made.born, made.weights.at(day) / 1000.0);
    if (day - made.born >= 15 && z) said[Indicator::Underweight] = *z < -2 ? "num" : "den";
    // August are the days -30 to 0. Of its weighings 20 to 45 days before the one nearest to 30; of
    // two as near the later one.
    int before = -10'000;
    bool has_august = false;
    bool has_earlier = false;
    for (const auto& [on, kind] : days) {
        if (on > 0 || kind != 'o') continue;
        has_earlier = true;
        if (on < -30) continue;
        has_august = true;
        const int apart = day - on;
        if (apart < 20 || apart > 45) continue;
        if (before == -10'000 || std::abs(apart - 30) <= std::abs(day - before - 30)) before = on;
    }
    if (!has_earlier) said[Indicator::FirstWeighing] = "num";
    if (has_earlier && !has_august) said[Indicator::NotLastMonth] = "num";
    if (before == -10'000) return;
    static const std::map<int, int> kLeast = {{1, 800}, {2, 900}, {3, 800}, {4, 600}, {5, 500},
                                              {6, 400}, {7, 300}, {8, 300}, {9, 300}, {10, 300}};
    const int months = months_old(made.born, day);
    if (months < 1) return;
    const auto least = kLeast.find(months);
    const int grams = made.weights.at(day) - made.weights.at(before);
    const bool gained = grams >= (least == kLeast.end() ? 200 : least->second);
    if (gained) said[Indicator::Gained] = "num";
    if (!gained) said[Indicator::NotGained] = "num";
}

void recalls(Said& said, const MadeUp& made) {
    const bool is_alive = made.died > kLastDay;
    const int age_at_end = months_old(made.born, kLastDay);
    bool ever_yes = false;
    std::string ever_last;
    int day = 0;
    bool day_is_complete = false;
    for (const auto& [on, answers] : made.recalls) {
        if (answers.at("bf_ever") == "1" || answers.at("bf_yesterday") == "1") ever_yes = true;
        ever_last = answers.at("bf_ever");
        if (!is_now(on) || on < made.born || on > made.died) continue;
        const bool is_complete = class_of(answers) != "UNK";
        if (day != 0 && day_is_complete && !is_complete) continue;
        day = on;
        day_is_complete = is_complete;
    }
    if (is_alive && made.born <= kLastDay && age_at_end < 24) {
        const auto& unit = made.outcome.at("bf_start_unit");
        const bool began = unit == "IMM" || unit == "HOUR" || unit == "DAY";
        const bool never = !ever_yes && (ever_last == "0" || (ever_last != "0" && unit == "NEVER"));
        const bool ever = ever_yes || (ever_last != "0" && began);
        said[Indicator::WhoEvbf] = ever ? "num" : "den";
        const bool at_once =
            unit == "IMM" || (unit == "HOUR" && made.outcome.at("bf_start_value") == "0");
        said[Indicator::WhoEibf] = at_once && !never ? "num" : "den";
        said[Indicator::WhoEbf2d] = ever && made.outcome.at("prelacteal_2d") == "0" ? "num" : "den";
    }
    if (day == 0) return;
    const Answers& answers = made.recalls.at(day);
    const int age = months_old(made.born, day);
    if (age >= 24) return;
    const auto judge = [&](Indicator indicator, bool is_counted) {
        said[indicator] = is_counted ? "num" : "den";
    };
    const auto is_yes = [&](const char* item) {
        const auto found = answers.find(item);
        return found != answers.end() && found->second == "1";
    };
    if (age <= 5) judge(Indicator::WhoEbf, class_of(answers) == "EBF");
    if (age <= 5) {
        judge(Indicator::WhoMixmf,
              is_yes("bf_yesterday") && (is_yes("l_formula") || is_yes("l_milk")));
    }
    if (age >= 12) judge(Indicator::WhoCbf, is_yes("bf_yesterday"));
    if (age >= 6 && age <= 8) judge(Indicator::WhoIsssf, is_yes("f_any"));
    judge(Indicator::WhoBof, is_yes("bottle_yesterday"));
    said[Indicator::WhoAreaGraph] = "num";
}

Said of_infant(const MadeUp& made) {
    Said said;
    const int born = made.born;
    if (is_now(born)) {
        const auto weight = made.outcome.find("birth_weight_g");
        if (weight != made.outcome.end()) {
            said[Indicator::LowWeight] = std::stoi(weight->second) < 2500 ? "num" : "den";
        }
    }
    first_contact(said, made.kn, born, 0, 2, Indicator::Kn1);
    first_contact(said, made.kn, born, 3, 7, Indicator::Kn2);
    first_contact(said, made.kn, born, 8, 28, Indicator::Kn3);
    const bool has_two = has_in(made.kn, born, 0, 2) && has_in(made.kn, born, 3, 7);
    if (has_two && is_now(first_in(made.kn, born, 8, 28))) said[Indicator::KnComplete] = "num";
    pnc(said, made, made.kn, static_cast<int>(Indicator::PncNewborn1));
    growth(said, made);
    recalls(said, made);
    return said;
}

// Of whom the oracle speaks.
constexpr std::array kOfMother = {
    Indicator::Births,     Indicator::BirthsSkilled, Indicator::BirthsFacility,
    Indicator::Kf1,        Indicator::Kf2,           Indicator::Kf3,
    Indicator::Kf4,        Indicator::KfComplete,    Indicator::PncWomen1,
    Indicator::PncWomen2,  Indicator::PncWomen3,     Indicator::PncWomen4,
    Indicator::Postpartum, Indicator::VitaminA,      Indicator::PncInd4};
constexpr std::array kOfInfant = {
    Indicator::LowWeight,    Indicator::Kn1,           Indicator::Kn2,
    Indicator::Kn3,          Indicator::KnComplete,    Indicator::PncNewborn1,
    Indicator::PncNewborn2,  Indicator::PncNewborn3,   Indicator::PncNewborn4,
    Indicator::Weighed,      Indicator::Gained,        Indicator::NotGained,
    Indicator::NotLastMonth, Indicator::FirstWeighing, Indicator::Underweight,
    Indicator::WhoEvbf,      Indicator::WhoEibf,       Indicator::WhoEbf2d,
    Indicator::WhoEbf,       Indicator::WhoMixmf,      Indicator::WhoCbf,
    Indicator::WhoIsssf,     Indicator::WhoBof,        Indicator::WhoAreaGraph};

std::string said_by(const std::vector<Fact>& facts, Indicator indicator) {
    std::string said;
    for (const Fact& fact : facts) {
        if (fact.indicator != indicator) continue;
        if (fact.part == Part::Numerator) said += "num";
        if (fact.part == Part::Denominator) said += "den";
    }
    return said;
}

template <typename Indicators>
int compare(const std::vector<Fact>& facts, const Said& expected, const Indicators& all) {
    int counted = 0;
    for (const Indicator each : all) {
        INFO(to_code(each));
        const auto found = expected.find(each);
        const std::string wanted = found == expected.end() ? "" : found->second;
        CHECK(said_by(facts, each) == wanted);
        if (wanted == "num") ++counted;
    }
    return counted;
}

}  // namespace

TEST_CASE("a thousand made-up families: every figure is what its definition's words give") {
    Draw draw{std::mt19937(2026)};
    int counted = 0;
    std::map<std::string, int> numerators;
    for (int i = 0; i < 1000; ++i) {
        CAPTURE(i);
        const MadeUp made = make_up(draw);
        const Records records = records_of(made);
        const care::Family family = records.family();
        Records& all = const_cast<Records&>(records);
        const auto of = [&](const char* id) {
            return indicators::count_everything(family, all.at(id), kMonth);
        };
        const auto mothers = of("siti");
        const auto infants = of("budi");
        counted += compare(mothers, of_mother(made), kOfMother);
        counted += compare(infants, of_infant(made), kOfInfant);
        for (const auto* facts : {&mothers, &infants}) {
            for (const Fact& fact : *facts) {
                if (fact.part == Part::Numerator)
                    ++numerators[std::string(to_code(fact.indicator))];
            }
        }
    }
    CHECK(counted > 3000);
    // A comparison in which nobody is ever counted proves nothing.
    for (const Indicator each : kOfMother) CHECK(numerators[std::string(to_code(each))] > 0);
    for (const Indicator each : kOfInfant) {
        CAPTURE(to_code(each));
        CHECK(numerators[std::string(to_code(each))] > 0);
    }
}
