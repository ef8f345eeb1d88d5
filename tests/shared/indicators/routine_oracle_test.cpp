// PNC_IND3, PNC_IND5, the ILP rows of vitamin A, contraception and complementary food, and the
// follow-up to six months (PR_SUPP), counted a second time, slowly, by the words of DOMAIN 6 and
// model/indicators.csv: from made-up answers in plain day numbers, without care::Family.
#include "shared/indicators/facts.h"
#include "tests/shared/indicators/made_up_family.h"

#include <doctest/doctest.h>

#include <set>

using indicators::Fact;
using indicators::Indicator;
using indicators::Part;
using made_up::Answers;
using made_up::date_of;
using made_up::Draw;
using made_up::is_now;
using made_up::kLastDay;
using made_up::kMonth;
using made_up::months_old;
using made_up::text_of;

namespace {

constexpr int kAlive = 1000;

struct Told {
    bool is_complete = true, water = false, food = false;
    bool not_breastfed = false;
    std::string other_ever;  // "0", "1", "8"; "" not asked
};
struct Home {
    bool is_contact = true, lists_infant = false;
};
struct Asked {
    std::string first, second, method;  // vitamin A capsules, contraception; "" not asked
};
struct Child {
    int born = 0, died = kAlive, mother_died = kAlive;
    Answers first_feed;  // of the outcome; empty: no outcome was written
    std::map<int, Told> recalls;
    std::map<int, Home> visits;
    std::map<int, Asked> asked;
    std::vector<int> contacts;  // with a health worker
};

// Newborns, the half year and its end, and up to the first birthday.
int day_of_birth(Draw& draw) {
    switch (draw.upto(4)) {
        case 0:
            return 30 - draw.upto(45);
        case 1:
            return -20 - draw.upto(90);
        case 2:
            return -145 - draw.upto(45);
        default:
            return 30 - draw.upto(400);
    }
}

Child make_child(Draw& draw) {
    Child made;
    made.born = day_of_birth(draw);
    const int age = std::max(1, kLastDay - made.born + 5);
    if (draw.once_in(8)) made.died = made.born + draw.upto(age);
    if (draw.once_in(8)) made.mother_died = made.born + draw.upto(age);
    const auto any_day = [&] {
        return draw.once_in(2) ? made.born + draw.upto(age)
                               : std::max(made.born, 1 + draw.upto(32));
    };
    for (int i = draw.upto(16); i > 0; --i) {
        made.recalls[any_day()] = {!draw.once_in(5), draw.once_in(6), draw.once_in(4),
                                   draw.once_in(8), draw.of({"0", "0", "0", "0", "1", "8", ""})};
    }
    for (int i = draw.upto(4); i > 0; --i) {
        made.visits[any_day()] = {!draw.once_in(4), draw.once_in(2)};
    }
    for (int i = draw.upto(4); i > 0; --i) {
        made.asked[any_day()] = {draw.of({"0", "1", "8", ""}), draw.of({"0", "1", "", ""}),
                                 draw.of({"BELUM", "SUNTIK", "MAL", "LAIN", "", ""})};
    }
    for (int i = draw.upto(4); i > 0; --i) {
        made.contacts.push_back(made.born - 2 + draw.upto(age + 2));
    }
    if (!draw.once_in(6)) {
        made.first_feed = {
            {"bf_start_unit", draw.of({"IMM", "HOUR", "HOUR", "DAY", "NEVER", "UNK"})},
            {"bf_start_value", draw.of({"0", "1", "2"})}};
    }
    return made;
}

void write_recalls(const Child& made, family_of::Records& records) {
    for (const auto& [day, told] : made.recalls) {
        const std::string id = "r" + text_of(day);
        records.visit(id, text_of(day));
        auto& fields = records.recall(id).fields;
        fields.set_token("other_ever", "null");
        if (!told.other_ever.empty()) fields.set("other_ever", told.other_ever);
        if (told.not_breastfed) fields.set("bf_yesterday", "0");
        if (told.water) fields.set("l_water", "1");
        if (told.food) fields.set("f_any", "1");
        if (!told.is_complete) fields.set("bf_yesterday", "8");
    }
}

void write_visits(const Child& made, family_of::Records& records) {
    for (const auto& [day, home] : made.visits) {
        auto& visit =
            records.visit("v" + text_of(day), text_of(day), home.is_contact ? "DONE" : "NOT_HOME");
        visit.fields.set("persons_seen", home.lists_infant ? "siti budi" : "siti");
    }
    for (const auto& [day, asked] : made.asked) {
        const std::string id = "m" + text_of(day);
        records.visit(id, text_of(day));
        auto& fields = records.mother_check(id).fields;
        if (!asked.first.empty()) fields.set("vit_a_1", asked.first);
        if (!asked.second.empty()) fields.set("vit_a_2", asked.second);
        if (!asked.method.empty()) fields.set("kb_method", asked.method);
    }
}

void write_death(const std::string& who, int day, family_of::Records& records) {
    if (day >= kAlive) return;
    records.at(who).fields.set("vital_status", "DEAD");
    records.at(who).fields.set("death_date", text_of(day));
}

family_of::Records records_of(const Child& made) {
    family_of::Records records;
    records.household();
    records.mother();
    records.infant("budi", text_of(made.born));
    write_death("budi", made.died, records);
    write_death("siti", made.mother_died, records);
    records.birth("birth", text_of(made.born));
    if (!made.first_feed.empty()) {
        auto& outcome = records.outcome("outcome", "birth", "budi");
        outcome.fields.set("bf_start_unit", made.first_feed.at("bf_start_unit"));
        outcome.fields.set_integer("bf_start_value",
                                   std::stoi(made.first_feed.at("bf_start_value")));
    }
    write_recalls(made, records);
    write_visits(made, records);
    int n = 0;
    for (const int day : made.contacts) {
        records.contact("KN1", text_of(day), "budi").id =
            records::RecordId("kn" + std::to_string(n++));
    }
    return records;
}

using Said = std::map<Indicator, std::string>;

void judge(Said& said, Indicator indicator, bool is_in) {
    said[indicator] = is_in ? "num" : "den";
}

// Of the month; the latest complete one, if any.
const Told* latest_complete(const Child& made, int from, int to, int* on = nullptr) {
    const Told* found = nullptr;
    for (const auto& [day, told] : made.recalls) {
        if (day < from || day > to || day > made.died || !told.is_complete) continue;
        found = &told;
        if (on != nullptr) *on = day;
    }
    return found;
}

bool only_milk(const Told& told) {
    return told.is_complete && !told.water && !told.food && !told.not_breastfed;
}

// "ALL newborns/infants with any postnatal contact registered", of the age at that contact.
void exclusive_of_registered(const Child& made, Said& said) {
    std::set<int> days;
    for (const auto& [day, told] : made.recalls) days.insert(day);
    for (const auto& [day, home] : made.visits) {
        if (home.is_contact && home.lists_infant) days.insert(day);
    }
    days.insert(made.contacts.begin(), made.contacts.end());
    int last = -10'000;
    for (const int day : days) {
        if (is_now(day) && day >= made.born && day <= made.died) last = day;
    }
    if (last == -10'000) return;
    const int months = months_old(made.born, last);
    if (months > 5) return;
    const Told* told = latest_complete(made, 1, kLastDay);
    const bool is_in = told != nullptr && only_milk(*told);
    judge(said, Indicator::PncInd3, is_in);
    if (last - made.born < 28) judge(said, Indicator::PncInd3Newborn, is_in);
    if (months == 2 || months == 3) judge(said, Indicator::PncInd3Months2To3, is_in);
}

// "live-born newborns put to the breast within one hour" of "all newborns registered".
void first_hour(const Child& made, Said& said) {
    if (!is_now(made.born)) return;
    const auto is = [&](const char* name, const char* value) {
        const auto found = made.first_feed.find(name);
        return found != made.first_feed.end() && found->second == value;
    };
    const bool at_once = is("bf_start_unit", "IMM");
    const bool hour_0 = is("bf_start_unit", "HOUR") && is("bf_start_value", "0");
    judge(said, Indicator::PncInd5, at_once || hour_0);
}

// "f_any=1 at >= 6 months" of the recap's infants of 0 to 11 months.
void food(const Child& made, Said& said) {
    const bool is_of_recap = made.born <= kLastDay && months_old(made.born, kLastDay) < 12;
    if (!is_of_recap || made.died <= kLastDay) return;
    int on = 0;
    const Told* told = latest_complete(made, 1, kLastDay, &on);
    if (told == nullptr || months_old(made.born, on) < 6) return;
    if (told->food) said[Indicator::IlpFood] = "num";
}

// G or F at the first complete recall at six months (DOMAIN 6.5), U if it does not say.
bool is_graduation_known(const Child& made, int contact) {
    for (const auto& [day, told] : made.recalls) {
        if (day > contact || day > made.died) continue;
        const bool is_early = months_old(made.born, day) < 6;
        if (told.other_ever == "1" || (is_early && (told.water || told.food))) return true;
    }
    return made.recalls.at(contact).other_ever == "0";
}

// "infants reaching 6 months with >= 5 monthly statuses" of "infants reaching 6 months".
void followed(const Child& made, Said& said) {
    int reached = made.born;
    while (months_old(made.born, reached) < 6) ++reached;
    if (!is_now(reached) || reached > made.died) return;
    int known = 0;
    for (int back = 0; back <= 6; ++back) {
        const auto month = base::add_months(kMonth, -back);
        const auto zero = date_of(0);
        const int first = base::days_between(zero, base::first_day(month));
        const int last = base::days_between(zero, base::last_day(month));
        int on = 0;
        if (latest_complete(made, first, last, &on) == nullptr) continue;
        if (on >= reached) {
            int contact = reached;
            while (made.recalls.count(contact) == 0 || !made.recalls.at(contact).is_complete) {
                ++contact;
            }
            if (!is_graduation_known(made, contact)) continue;
        }
        ++known;
    }
    judge(said, Indicator::PrFollowed, known >= 5);
}

Said of_infant(const Child& made) {
    Said said;
    exclusive_of_registered(made, said);
    first_hour(made, said);
    food(made, said);
    followed(made, said);
    return said;
}

// Vitamin A: "vit_a = 1" and "vit_a = 0" of the ibu nifas. KB: "kb_method not BELUM" and
// "kb_method=BELUM" of the ibu nifas/menyusui. Whoever was not asked is in neither row.
Said of_mother(const Child& made) {
    Said said;
    if (made.born > kLastDay || made.mother_died < 1) return said;
    const int end = made.born + 42;
    const bool is_nifas = end >= 1;
    bool got = false, not_yet = false;
    std::string method;
    for (const auto& [day, asked] : made.asked) {
        if (day > kLastDay) continue;
        if (!asked.method.empty()) method = asked.method;
        if (day > end) continue;
        got = got || asked.first == "1" || asked.second == "1";
        not_yet = not_yet || asked.first == "0";
    }
    if (is_nifas && (got || not_yet)) judge(said, Indicator::IlpVitaminA, got);
    // Of a birth without its outcome nobody knows which child it was, nor that it died.
    const bool is_alive = made.died > kLastDay || made.first_feed.empty();
    const bool is_nursing = is_alive && months_old(made.born, kLastDay) < 24;
    if ((is_nifas || is_nursing) && !method.empty()) {
        judge(said, Indicator::IlpContraception, method != "BELUM");
    }
    return said;
}

constexpr std::array kOfInfant = {Indicator::PncInd3,           Indicator::PncInd3Newborn,
                                  Indicator::PncInd3Months2To3, Indicator::PncInd5,
                                  Indicator::IlpFood,           Indicator::PrFollowed};
constexpr std::array kOfMother = {Indicator::IlpVitaminA, Indicator::IlpContraception};

std::string said_by(const std::vector<Fact>& facts, Indicator indicator) {
    std::string said;
    for (const Fact& fact : facts) {
        if (fact.indicator != indicator) continue;
        if (fact.part == Part::Numerator) said += "num";
        if (fact.part == Part::Denominator) said += "den";
    }
    return said;
}

using Seen = std::map<Indicator, std::map<std::string, int>>;

template <typename Indicators>
void compare(const std::vector<Fact>& facts, const Said& expected, const Indicators& all,
             Seen& seen) {
    for (const Indicator each : all) {
        INFO(to_code(each));
        const auto found = expected.find(each);
        const std::string wanted = found == expected.end() ? "" : found->second;
        CHECK(said_by(facts, each) == wanted);
        ++seen[each][wanted];
    }
}

}  // namespace

TEST_CASE("a slow second count of routine feeding, ILP rows and follow-up agrees, child by child") {
    Draw draw{std::mt19937(20261122)};
    Seen seen;
    for (int i = 0; i < 1500; ++i) {
        CAPTURE(i);
        const Child made = make_child(draw);
        CAPTURE(text_of(made.born));
        family_of::Records records = records_of(made);
        const care::Family family = records.family();
        const auto of = [&](const char* id) {
            return indicators::count_everything(family, records.at(id), kMonth);
        };
        compare(of("budi"), of_infant(made), kOfInfant, seen);
        compare(of("siti"), of_mother(made), kOfMother, seen);
    }
    // A comparison in which nobody is ever counted proves nothing.
    for (const auto& each : seen) {
        const Indicator indicator = each.first;
        const auto& parts = each.second;
        INFO(to_code(indicator));
        CHECK(parts.at("num") > 15);
        CHECK(parts.at("") > 15);
        if (indicator != Indicator::IlpFood) CHECK(parts.at("den") > 15);
    }
}
