#include "tools/demo/checks.h"

#include "shared/care/danger_signs.h"
#include "shared/care/growth.h"

#include <algorithm>
#include <cmath>

namespace demo {

namespace {

constexpr double kMotherSign = 0.02;
constexpr double kInfantSign = 0.025;

double tenths(double value) {
    return std::round(value * 10) / 10;
}

// Every sign is asked for; `present` is the one that was found, or "".
void answer_signs(Fields& fields, care::Subject subject, std::string_view present) {
    for (const care::DangerSign& sign : care::danger_signs()) {
        if (sign.subject != subject || sign.is_private) continue;
        fields.set(care::field_of(sign), sign.code == present ? "1" : "0");
    }
}

Alarm alarm_of(std::string_view code) {
    const care::DangerSign* sign = care::find_danger_sign(code);
    if (sign == nullptr) return Alarm::None;
    return sign->massage == care::MassageAction::Stop ? Alarm::Stop : Alarm::Sign;
}

void refer(Dice& dice, Notebook& book, const std::string& person, VisitHere& visit,
           std::string_view code) {
    const care::DangerSign* sign = care::find_danger_sign(code);
    Fields fields;
    fields.set("person_id", person);
    fields.set("visit_id", visit.id);
    const Instant raised{visit.started.unix_ms + 15 * 60'000LL};
    fields.set("raised_at", moment(raised));
    fields.set("reasons", code);
    fields.set("urgency", care::to_code(sign->urgency));
    fields.set("massage_withheld", sign->massage == care::MassageAction::Stop ? "1" : "0");
    fields.set("referred_to_text", "Puskesmas Sayung");
    if (dice.chance(0.92)) {
        fields.set("notified_role", "BIDAN");
        fields.set("notified_at", moment({raised.unix_ms + dice.between(1, 40) * 60'000LL}));
        fields.set("notify_method",
                   dice.weigh({{"WA", 0.6}, {"PHONE", 0.35}, {"IN_PERSON", 0.05}}));
        fields.set("transport",
                   dice.weigh({{"MOTOR", 0.7}, {"MOBIL", 0.2}, {"AMBULANS_DESA", 0.1}}));
    }
    const std::string referral = book.add("referral", fields);
    Fields told;
    told.set("midwife_told", "1");
    told.set("midwife_told_at", moment({raised.unix_ms + 5 * 60'000LL}));
    book.edit(visit.id, told);
    visit.raised.push_back({referral, raised});
}

std::string_view mother_sign(Dice& dice, int day) {
    if (!dice.chance(day <= 14 ? kMotherSign * 1.5 : kMotherSign)) return "";
    if (day > 42) return dice.pick({"MDS15", "MDS07", "MDS22", "MDS26"});
    return dice.weigh({{"MDS15", 5},
                       {"MDS11", 3},
                       {"MDS22", 2},
                       {"MDS26", 3},
                       {"MDS12", 2},
                       {"MDS07", 2},
                       {"MDS16", 1},
                       {"MDS01", 1},
                       {"MDS10", 1}});
}

std::string_view infant_sign(Dice& dice, int age) {
    if (!dice.chance(kInfantSign)) return "";
    if (age > 28) return dice.weigh({{"IDS06", 5}, {"IDS15", 3}, {"IDS20", 1}, {"IDS12", 1}});
    return dice.weigh({{"IDS09", 5}, {"IDS12", 2}, {"IDS11", 2}, {"IDS01", 1}, {"IDS06", 2}});
}

// Recovering from the birth (DOMAIN 3.5).
void answer_bleeding(Dice& dice, Fields& fields, int day) {
    const std::string_view type = day <= 3    ? "RUBRA"
                                  : day <= 7  ? dice.pick({"SANGUINOLENTA", "SEROSA"})
                                  : day <= 14 ? dice.pick({"SEROSA", "ALBA"})
                                              : dice.pick({"ALBA", "NONE"});
    fields.set("lochia_type", type);
    fields.set("lochia_amount", dice.weigh({{"LIGHT", 0.7}, {"MOD", 0.3}}));
    fields.set("lochia_foul", "0");
    fields.set_integer("pads_24h", std::max(0, dice.normal_between(4.5 - day * 0.2, 1, 0, 8)));
    fields.set("vit_a_1", dice.chance(0.92) ? "1" : "8");
    fields.set("vit_a_2", day > 1 && dice.chance(0.85) ? "1" : "0");
    fields.set("iron_tablets", dice.chance(0.8) ? "1" : "0");
}

void answer_breastfeeding(Dice& dice, Fields& fields, const Birth& birth, int day) {
    const bool feeds =
        std::any_of(birth.children.begin(), birth.children.end(), [&](const Child& c) {
            return c.is_living_on(base::add_days(birth.on, day)) && day < c.breastfed_until_day;
        });
    if (birth.has_living(base::add_days(birth.on, day))) {
        fields.set("breastfeeding_now", feeds ? "1" : "0");
        fields.set("milk_in", day >= 2 ? "1" : dice.pick({"1", "0"}));
    }
    fields.set("breast_condition",
               dice.weigh({{"NORMAL", 0.75}, {"FULL", 0.12}, {"SORE", 0.1}, {"ENGORGED", 0.03}}));
    fields.set("perceived_supply",
               dice.weigh({{"CUKUP", 0.72}, {"KURANG", 0.22}, {"BERLEBIH", 0.06}}));
    fields.set("bf_problems", dice.weigh({{"NONE", 0.7},
                                          {"LOW", 0.12},
                                          {"PAIN", 0.08},
                                          {"LATCH", 0.05},
                                          {"RETURN_WORK", 0.05}}));
    fields.set_integer("confidence_nrs", dice.normal_between(7.2, 1.7, 0, 10));
}

Fields mother_answers(Dice& dice, const Family& family, const Birth& birth, int day) {
    Fields fields;
    fields.set("mother_id", family.mother.id);
    fields.set("birth_event_id", birth.id);
    if (day <= 42) answer_bleeding(dice, fields, day);
    answer_breastfeeding(dice, fields, birth, day);
    fields.set_integer("anxiety_nrs", dice.normal_between(2.8, 1.9, 0, 10));
    fields.set_integer("family_support_nrs", dice.normal_between(7.8, 1.6, 0, 10));
    fields.set("ate_today", dice.chance(0.97) ? "1" : "0");
    if (day >= 28) {
        fields.set("kb_method", dice.weigh({{"BELUM", 0.4},
                                            {"SUNTIK", 0.35},
                                            {"MAL", 0.12},
                                            {"IMPLAN", 0.07},
                                            {"AKDR", 0.06}}));
    }
    return fields;
}

// The weight in grams whose z-score is `z`.
int weight_for(char sex, int age_days, double z) {
    double low = 1;
    double high = 25;
    for (int i = 0; i < 16; ++i) {
        const double middle = (low + high) / 2;
        (care::weight_for_age_z(sex, age_days, middle).value_or(0) < z ? low : high) = middle;
    }
    return static_cast<int>(low * 1000);
}

void answer_output(Dice& dice, Fields& fields, int age) {
    fields.set_integer("feeds_24h", dice.normal_between(age < 60 ? 10 : 8.8, 1.3, 5, 15));
    fields.set_integer("night_feeds", dice.between(2, 4));
    fields.set("content_after", dice.chance(0.92) ? "1" : "8");
    fields.set_integer("wet_24h", dice.normal_between(std::min(age + 1.0, 7.5), 1, 1, 12));
    fields.set("urine_color", dice.chance(0.95) ? "PALE" : "DARK");
    fields.set_integer("stools_24h", dice.normal_between(age < 42 ? 3.5 : 1.6, 1, 0, 9));
    fields.set("stool_color", age < 2 ? "MECO" : age < 4 ? "GREEN" : "YELLOW");
}

}  // namespace

int weight_at(Dice& dice, const Child& child, int age_days) {
    const double lost =
        age_days < 14 ? 0.065 * std::min(age_days, 3) / 3 * (1 - std::max(0, age_days - 3) / 9.0)
                      : 0;
    int grams = 0;
    if (age_days < 14) {
        grams = static_cast<int>(child.weight_g * (1 - lost));
    } else {
        // Growing towards the middle of the curves, a little below it as rural Java does.
        const double weeks = std::min(age_days / 7.0, 30.0);
        const double z = child.z + (-0.35 - child.z) * weeks / 45;
        grams = weight_for(child.sex, age_days, z + dice.normal(0, 0.12));
    }
    return std::max(800, (grams + dice.between(-30, 30)) / 10 * 10);
}

Alarm add_mother_check(Dice& dice, Notebook& book, const Family& family, const Birth& birth,
                       VisitHere& visit) {
    const int day = base::days_between(birth.on, visit.day());
    Fields fields = mother_answers(dice, family, birth, day);
    fields.set("visit_id", visit.id);
    const std::string_view sign = mother_sign(dice, day);
    answer_signs(fields, care::Subject::Mother, sign);
    const bool has_fever = sign == "MDS11";
    fields.set_number("temp_c",
                      tenths(has_fever ? dice.normal(38.5, 0.2) : dice.normal(36.6, 0.2)));
    const bool is_alone = dice.chance(0.4);
    fields.set("asked_alone", is_alone ? "1" : "0");
    if (is_alone) {
        fields.set("ds_mds23", "0");
        fields.set("ds_mds25", dice.chance(0.003) ? "1" : "0");
    }
    book.add("mother_check", fields);
    const Alarm alarm = alarm_of(sign);
    if (alarm != Alarm::None) refer(dice, book, family.mother.id, visit, sign);
    return alarm;
}

Alarm add_infant_check(Dice& dice, Notebook& book, const Birth& birth, const Child& child,
                       VisitHere& visit) {
    const int age = base::days_between(birth.on, visit.day());
    Fields fields;
    fields.set("visit_id", visit.id);
    fields.set("infant_id", child.id);
    fields.set("location", age < 4 && dice.chance(0.05) ? "HOSP" : "HOME");
    const bool is_here = fields.text("location") == "HOME";
    const std::string_view sign = is_here ? infant_sign(dice, age) : "";
    if (is_here) answer_signs(fields, care::Subject::Infant, sign);
    const double temperature = sign == "IDS06" ? dice.normal(38.1, 0.15) : dice.normal(36.8, 0.2);
    fields.set_number("temp_c", tenths(temperature));
    if (dice.chance(0.5)) fields.set_integer("resp_rate", dice.normal_between(44, 4, 32, 58));
    if (dice.chance(0.9)) {
        fields.set_integer("weight_g", weight_at(dice, child, age));
        fields.set("weighed_on", base::to_text(visit.day()));
        fields.set("weight_scale", dice.weigh({{"DIGITAL", 0.5}, {"DACIN", 0.4}, {"BABY", 0.1}}));
        fields.set("bb_trend", age < 30 ? "UNK" : dice.weigh({{"NAIK", 0.85}, {"TETAP", 0.15}}));
    }
    if (dice.chance(0.4)) {
        fields.set_number("length_cm", tenths(child.length_cm + std::min(age, 180) * 0.098 +
                                              std::max(0, age - 180) * 0.042));
        fields.set("measure_method", "L");
    }
    fields.set("oedema", "0");
    answer_output(dice, fields, age);
    fields.set("jaundice", sign == "IDS09" ? "BODY" : dice.weigh({{"NONE", 0.9}, {"FACE", 0.1}}));
    fields.set("imm_up_to_date", dice.weigh({{"1", 0.85}, {"0", 0.1}, {"8", 0.05}}));
    book.add("infant_check", fields);
    const Alarm alarm = alarm_of(sign);
    if (alarm != Alarm::None) refer(dice, book, child.id, visit, sign);
    return alarm;
}

void close_referral(Dice& dice, Notebook& book, const Raised& raised) {
    if (!dice.chance(0.75)) return;  // nobody told the cadre
    const Instant arrived{raised.at.unix_ms + dice.between(60, 500) * 60'000LL};
    const Instant closed{arrived.unix_ms + dice.between(60, 2000) * 60'000LL};
    Fields fields;
    fields.set("arrived_at", moment(arrived));
    fields.set("outcome", dice.weigh({{"TREATED_HOME", 0.7}, {"ADMITTED", 0.2}, {"ARRIVED", 0.1}}));
    fields.set("closed_at", moment(closed));
    book.write_from({closed.unix_ms + dice.between(10, 900) * 60'000LL});
    book.edit(raised.referral, fields);
}

}  // namespace demo
