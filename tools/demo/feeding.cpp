#include "tools/demo/feeding.h"

#include <array>

namespace demo {

namespace {

constexpr auto kItems =
    std::to_array<const char*>({"l_water", "l_formula", "l_milk", "l_yogurt", "l_choco", "l_soy",
                                "l_juice", "l_soda", "l_tea", "l_broth", "l_other", "f_any"});

struct Meal {
    Fields fields;
    bool has_other = false;

    void give(Dice& dice, const char* item, double probability) {
        const bool yes = dice.chance(probability);
        fields.set(item, yes ? "1" : "0");
        has_other = has_other || yes;
    }
};

// Yesterday of one who gets more than breast milk.
void give_other(Dice& dice, Meal& meal, int age, bool is_weaned) {
    const bool is_older = age >= 183;
    meal.give(dice, "l_formula", is_weaned ? 1 : age < 120 ? 0.62 : 0.45);
    meal.give(dice, "l_water", is_older ? 0.92 : age < 30 ? 0.12 : 0.35);
    meal.give(dice, "f_any", is_older ? 0.98 : age < 60 ? 0.04 : age < 120 ? 0.18 : 0.5);
    meal.give(dice, "l_tea", age < 90 ? 0.03 : 0.12);
    meal.give(dice, "l_broth", age < 90 ? 0.03 : is_older ? 0.45 : 0.1);
    meal.give(dice, "l_juice", is_older ? 0.25 : 0.03);
    meal.give(dice, "l_other", age < 30 ? 0.15 : 0.04);
    if (!meal.has_other) meal.give(dice, "l_water", 1);
}

void answer_details(Dice& dice, Fields& fields, int age_months) {
    if (fields.text("l_formula") == "1") fields.set_integer("l_formula_n", dice.between(1, 7));
    if (fields.text("l_other") == "1") {
        fields.set("l_other_text", dice.pick({"madu", "air gula", "air tajin"}));
    }
    if (fields.text("f_any") != "1" || age_months < 6) return;
    fields.set("f_groups", dice.weigh({{"GRAIN VITA", 0.4},
                                       {"GRAIN FLESH VITA", 0.3},
                                       {"GRAIN EGG OTHER_FV", 0.2},
                                       {"GRAIN", 0.1}}));
    fields.set_integer("meals_n", dice.between(1, 4));
}

// Since birth: who asks a grandmother may learn nothing.
void answer_since_birth(Dice& dice, Fields& fields, const Child& child, int age, bool has_other) {
    const bool was_given = has_other || age > child.other_from_day;
    const bool mother_answers = fields.text("respondent") == "SENDIRI";
    if (!was_given) {
        fields.set("other_ever", mother_answers || dice.chance(0.7) ? "0" : "8");
        return;
    }
    fields.set("other_ever", "1");
    fields.set_integer("other_first_age_d", std::min(child.other_from_day, age));
}

bool is_complete(const Fields& fields) {
    for (const char* item : kItems) {
        if (fields.text(item) == "8") return false;
    }
    return true;
}

}  // namespace

void add_recall(Dice& dice, Notebook& book, const Family& family, const Birth& birth,
                const Child& child, const VisitHere& visit, Truth& truth) {
    const int age = base::days_between(birth.on, visit.day()) - 1;  // yesterday
    if (age < 0) return;
    const int age_months = base::age_months(birth.on, visit.day());
    const bool is_weaned = age >= child.breastfed_until_day;
    Meal meal;
    for (const char* item : kItems) meal.fields.set(item, "0");
    if (is_weaned || (age >= child.other_from_day && dice.chance(age >= 183 ? 1 : 0.86))) {
        give_other(dice, meal, age, is_weaned);
    }
    Fields& fields = meal.fields;
    fields.set("visit_id", visit.id);
    fields.set("infant_id", child.id);
    fields.set("respondent", dice.chance(0.9)     ? "SENDIRI"
                             : family.grandmother ? family.grandmother_relation
                             : family.husband     ? "SUAMI"
                                                  : "KERABAT");
    fields.set("recall_date", base::to_text(base::add_days(visit.day(), -1)));
    fields.set("bf_ever", "1");
    fields.set("bf_yesterday", is_weaned ? "0" : "1");
    if (is_weaned) fields.set("ebm_yesterday", "0");
    fields.set("bottle_yesterday", fields.text("l_formula") == "1" && dice.chance(0.8) ? "1" : "0");
    fields.set("m_ors_med", dice.chance(0.08) ? "1" : "0");
    answer_since_birth(dice, fields, child, age, meal.has_other);
    if (dice.chance(fields.text("respondent") == "SENDIRI" ? 0.012 : 0.12)) {
        fields.set(dice.pick({"l_water", "l_tea", "l_other"}), "8");
    }
    answer_details(dice, fields, age_months);
    if (book.is_open() && age_months < 6 && is_complete(fields)) {
        truth.count("recalls_0_5", visit.day());
        if (!is_weaned && !meal.has_other) truth.count("exclusive_0_5", visit.day());
    }
    book.add("feeding_recall", fields);
}

}  // namespace demo
