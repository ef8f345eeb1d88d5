#include "tools/demo/births.h"

#include <algorithm>
#include <cmath>

namespace demo {

namespace {

constexpr double kTwins = 0.012;
constexpr double kStillbirth = 0.01;
constexpr double kNeonatalDeath = 0.008;
constexpr double kLaterDeath = 0.004;

// Exclusive breastfeeding ends early for most who end it: a first drop, then month by month.
int first_other_day(Dice& dice, const Child& child) {
    if (child.had_prelacteal) return dice.between(0, 1);
    for (int month = 0; month < 6; ++month) {
        if (dice.chance(0.085 + 0.012 * month)) return month * 30 + dice.between(3, 29);
    }
    return 184 + dice.between(2, 18);  // complementary food at six months
}

void set_feeding(Dice& dice, Child& child, const std::string& mode) {
    const bool had_section = mode.starts_with("SC");
    child.has_imd = dice.chance(had_section ? 0.55 : 0.84);
    child.had_prelacteal = dice.chance(had_section ? 0.2 : 0.1);
    child.first_suck_h = child.has_imd ? 0 : dice.normal_between(had_section ? 9 : 4, 4, 1, 40);
    child.other_from_day = first_other_day(dice, child);
    if (dice.chance(0.14)) child.breastfed_until_day = dice.between(20, 400);
    child.other_from_day = std::min(child.other_from_day, child.breastfed_until_day);
}

void set_death(Dice& dice, Child& child, Date born) {
    if (dice.chance(kNeonatalDeath)) {
        child.death = base::add_days(born, dice.between(0, 20));
    } else if (dice.chance(kLaterDeath)) {
        child.death = base::add_days(born, dice.between(30, 300));
    }
}

Child make_child(Dice& dice, const Family& family, const Birth& birth, int order) {
    Child child;
    const bool is_twin = birth.children.capacity() > 1;
    child.sex = dice.chance(0.512) ? 'L' : 'P';
    child.is_live = !dice.chance(kStillbirth);
    const double usual = (is_twin ? 2350 : 3120) + 70 * std::min(birth.gestation_weeks - 39, 1) +
                         (birth.gestation_weeks < 37 ? -450 : 0) + (child.sex == 'L' ? 40 : -40);
    child.weight_g = dice.normal_between(usual / 10, 39, 110, 470) * 10;
    child.z = (child.weight_g - 3300.0) / 450.0;
    child.length_cm = std::round((49.4 + child.z * 1.6 + dice.normal(0, 0.8)) * 2) / 2;
    child.name = make_name(dice, child.sex, Generation::Baby);
    child.by_name = "By Ny " + family.mother.name;
    if (is_twin) child.by_name += " " + std::to_string(order);
    child.is_named = dice.chance(0.55);
    set_feeding(dice, child, birth.mode);
    if (child.is_live) set_death(dice, child, birth.on);
    return child;
}

void set_place(Dice& dice, Birth& birth) {
    birth.mode = dice.weigh(
        {{"VAGINAL", 0.75}, {"SC_ELEKTIF", 0.12}, {"SC_DARURAT", 0.11}, {"VAKUM", 0.02}});
    if (birth.mode != "VAGINAL") {
        birth.place = "RS";
        birth.attendant = "SPOG";
        return;
    }
    birth.place = dice.weigh({{"PMB", 0.38},
                              {"PKM", 0.34},
                              {"RS", 0.15},
                              {"KLINIK", 0.06},
                              {"POLINDES", 0.05},
                              {"RUMAH", 0.02}});
    birth.attendant = birth.place == "RS"      ? dice.pick({"SPOG", "BIDAN"})
                      : birth.place == "RUMAH" ? dice.pick({"BIDAN", "DUKUN"})
                                               : "BIDAN";
}

Fields answers_of(const Child& child, int order, const Birth& birth, Dice& dice) {
    Fields fields;
    fields.set("birth_event_id", birth.id);
    fields.set_integer("birth_order", order);
    fields.set("outcome", child.is_live ? "LIVE" : "STILL");
    fields.set("sex", std::string(1, child.sex));
    if (!child.is_live) return fields;
    fields.set("infant_id", child.id);
    fields.set_integer("birth_weight_g", child.weight_g);
    fields.set_number("birth_length_cm", child.length_cm);
    fields.set("imd", child.has_imd ? "1" : dice.chance(0.1) ? "8" : "0");
    const bool at_once = child.has_imd && dice.chance(0.6);
    fields.set("bf_start_unit", at_once ? "IMM" : child.first_suck_h < 24 ? "HOUR" : "DAY");
    fields.set_integer("bf_start_value", child.first_suck_h < 24 ? child.first_suck_h : 1);
    fields.set("prelacteal_2d", child.had_prelacteal ? "1" : dice.chance(0.03) ? "8" : "0");
    fields.set("prelacteal_types",
               dice.weigh({{"FORMULA", 0.7}, {"WATER", 0.1}, {"OTH", 0.1}, {"SUGAR WATER", 0.1}}));
    fields.set("vit_k_hb0", dice.chance(0.9) ? "VITK HB0 SALEP" : "UNK");
    return fields;
}

Fields infant_answers(const Child& child, int order, const Family& family, const Birth& birth) {
    Fields fields;
    fields.set("household_id", family.id);
    fields.set("full_name", child.is_named ? child.name : child.by_name);
    fields.set("sex", std::string(1, child.sex));
    if (child.sex == 'P') fields.set("is_mother", "0");
    fields.set("is_infant", "1");
    fields.set("is_supporter", "0");
    fields.set("birth_date", base::to_text(birth.on));
    fields.set("birth_date_precision", "D");
    fields.set("nik_status", "NONE");
    fields.set("relation_to_head", family.husband || !family.grandmother ? "ANAK" : "CUCU");
    fields.set("mother_person_id", family.mother.id);
    fields.set_integer("birth_order", order);
    fields.set_integer("child_number", family.parity);
    fields.set("kia_book", family.has_handbook ? "SHOWN" : "NOT_SHOWN");
    set_residence(fields, family);
    fields.set("vital_status", "ALIVE");
    return fields;
}

std::string clock_text(int minute) {
    const auto two = [](int n) { return (n < 10 ? "0" : "") + std::to_string(n); };
    return two(minute / 60) + ":" + two(minute % 60);
}

// Who stays only for a while counts where she is domiciled (AMENDMENTS Data 4).
void count_outcome(const Family& family, const Child& child, const Fields& answers, Date born,
                   Truth& truth) {
    if (!child.is_live) return truth.count("stillbirths", born);
    if (!family.residence_from.empty()) return truth.count("live_births_of_guests", born);
    truth.count("live_births", born);
    if (answers.text("imd") == "1") truth.count("imd", born);
}

void close_pregnancy(Notebook& book, const Birth& birth, const std::string& pregnancy) {
    Fields fields;
    fields.set("outcome", "BORN");
    fields.set("birth_event_id", birth.id);
    fields.set("ended_on", base::to_text(birth.on));
    book.edit(pregnancy, fields);
}

void write_death(Notebook& book, Child& child, const Birth& birth, Truth& truth) {
    if (book.is_open()) truth.count("infant_deaths", *child.death);
    Fields fields;
    fields.set("vital_status", "DEAD");
    fields.set("death_date", base::to_text(*child.death));
    book.edit(child.id, fields);
    if (base::days_between(birth.on, *child.death) < 28) {
        Fields outcome;
        outcome.set("outcome", "NND");
        book.edit(child.outcome_id, outcome);
    }
    child.is_death_written = true;
}

}  // namespace

bool Birth::has_living(Date day) const {
    return std::any_of(children.begin(), children.end(),
                       [&](const Child& child) { return child.is_living_on(day); });
}

Birth make_birth(Dice& dice, const Family& family, Date on) {
    Birth birth;
    birth.on = on;
    birth.minute = dice.between(0, 24 * 60 - 1);
    const int count = dice.chance(kTwins) ? 2 : 1;
    birth.gestation_weeks = dice.normal_between(count > 1 ? 36.5 : 39, 1.5, 30, 42);
    set_place(dice, birth);
    birth.complications = dice.weigh({{"NONE", 0.86},
                                      {"TEAR", 0.08},
                                      {"PPH", 0.02},
                                      {"PE", 0.02},
                                      {"INF", 0.01},
                                      {"UNK", 0.01}});
    birth.children.reserve(static_cast<std::size_t>(count));
    for (int order = 1; order <= count; ++order) {
        birth.children.push_back(make_child(dice, family, birth, order));
    }
    return birth;
}

std::string add_pregnancy(Dice& dice, Notebook& book, const Family& family, Date expected) {
    Fields fields;
    fields.set("mother_id", family.mother.id);
    fields.set("expected_date", base::to_text(expected));
    fields.set("source", dice.weigh({{"BUKU_KIA", 0.55}, {"USG", 0.35}, {"HPHT", 0.1}}));
    fields.set_integer("gravida", family.parity);
    fields.set("planned_place", dice.weigh({{"PMB", 0.4}, {"PKM", 0.35}, {"RS", 0.25}}));
    if (family.husband) fields.set("planned_companion", "SUAMI");
    fields.set("wants_massage", dice.weigh({{"1", 0.6}, {"8", 0.25}, {"0", 0.15}}));
    fields.set("outcome", "ONGOING");
    return book.add("pregnancy", fields);
}

void add_birth(Dice& dice, Notebook& book, const Family& family, Birth& birth,
               const std::string& pregnancy, Truth& truth) {
    Fields fields;
    fields.set("mother_id", family.mother.id);
    fields.set("delivery_date", base::to_text(birth.on));
    if (dice.chance(0.85)) fields.set("delivery_time", clock_text(birth.minute));
    fields.set_integer("gestation_weeks", birth.gestation_weeks);
    fields.set_integer("gravida", family.parity);
    fields.set_integer("parity", family.parity);
    fields.set_integer("fetus_count", static_cast<std::int64_t>(birth.children.size()));
    fields.set("place", birth.place);
    fields.set("attendant", birth.attendant);
    fields.set("mode", birth.mode);
    fields.set("complications", birth.complications);
    birth.id = book.add("birth_event", fields);
    for (int order = 1; order <= static_cast<int>(birth.children.size()); ++order) {
        Child& child = birth.children[static_cast<std::size_t>(order) - 1];
        if (child.is_live) {
            child.id = book.add("person", infant_answers(child, order, family, birth));
        }
        const Fields answers = answers_of(child, order, birth, dice);
        if (book.is_open()) {
            count_outcome(family, child, answers, birth.on, truth);
        }
        child.outcome_id = book.add("birth_outcome", answers);
    }
    if (!pregnancy.empty()) close_pregnancy(book, birth, pregnancy);
}

bool update_children(Dice& dice, Notebook& book, const Family& family, Birth& birth, Date day,
                     Truth& truth) {
    bool has_died = false;
    for (Child& child : birth.children) {
        if (!child.is_live) continue;
        if (!child.is_living_on(day)) {
            if (!child.is_death_written) {
                write_death(book, child, birth, truth);
                has_died = true;
            }
            continue;
        }
        const int age = base::days_between(birth.on, day);
        Fields fields;
        if (!child.is_named && age >= 7 && dice.chance(0.85)) {
            child.is_named = true;
            fields.set("full_name", child.name);
        }
        if (age >= 30 && family.mother.nik_status == "VALID" && dice.chance(0.05)) {
            fields.set("nik_status", "VALID");
            fields.set("nik", make_nik(dice, birth.on, child.sex));
        }
        if (!fields.empty()) book.edit(child.id, fields);
    }
    return has_died;
}

}  // namespace demo
