#include "tools/demo/family.h"

#include <cstdio>

namespace demo {

namespace {

std::string digits(int number, int width) {
    std::string text = std::to_string(number);
    return std::string(text.size() < static_cast<std::size_t>(width)
                           ? static_cast<std::size_t>(width) - text.size()
                           : 0,
                       '0') +
           text;
}

int day_number(Date date) {
    return static_cast<int>(static_cast<unsigned>(date.day()));
}
int month_number(Date date) {
    return static_cast<int>(static_cast<unsigned>(date.month()));
}
std::string two_digit_year(Date date) {
    return digits(static_cast<int>(date.year()) % 100, 2);
}

std::string make_phone(Dice& dice) {
    const std::string_view carrier =
        dice.pick({"0812", "0813", "0821", "0852", "0857", "0856", "0838", "0877", "0895"});
    // One draw to an expression: C++ leaves the order of two to the compiler.
    return std::string(carrier) + digits(dice.between(0, 99'999'999), 8);
}

Adult make_adult(Dice& dice, char sex, Generation generation, int age, Date around) {
    Adult adult;
    adult.sex = sex;
    adult.name = make_name(dice, sex, generation);
    adult.birth = base::add_days(around, -365 * age - dice.between(0, 364));
    adult.knows_birth_day = generation != Generation::Grandparent || dice.chance(0.4);
    adult.nik_status =
        dice.weigh({{"VALID", 0.84}, {"UNKNOWN", 0.10}, {"NONE", 0.03}, {"REFUSED", 0.03}});
    if (adult.nik_status == "VALID") adult.nik = make_nik(dice, adult.birth, sex);
    // Her card has another birthday than the one she tells, as happens.
    if (!adult.nik.empty() && dice.chance(0.015)) {
        adult.birth = base::add_days(adult.birth, dice.between(1, 400));
        adult.nik_status = "MISMATCH";
    }
    return adult;
}

void add_grandmother(Dice& dice, Family& family, Date around) {
    const int mother_age =
        static_cast<int>(around.year()) - static_cast<int>(family.mother.birth.year());
    family.grandmother =
        make_adult(dice, 'P', Generation::Grandparent, mother_age + dice.between(18, 32), around);
    family.grandmother_relation = dice.chance(0.55) ? "IBU_MERTUA" : "IBU_KANDUNG";
    const bool of_husband = family.grandmother_relation == "IBU_MERTUA";
    family.grandmother->relation_to_head =
        of_husband == family.husband.has_value() ? "ORANG_TUA" : "MERTUA";
}

std::string name_of(bool yes) {
    return yes ? "1" : "0";
}

void set_identity(Fields& fields, const Adult& adult, const std::string& household) {
    fields.set("household_id", household);
    fields.set("full_name", adult.name);
    fields.set("sex", std::string(1, adult.sex));
    fields.set("birth_date", base::to_text(adult.birth));
    fields.set("birth_date_precision", adult.knows_birth_day ? "D" : "Y");
    fields.set("nik_status", adult.nik_status);
    fields.set("nik", adult.nik);
    fields.set("relation_to_head", adult.relation_to_head);
    fields.set("phone", adult.phone);
    fields.set("vital_status", "ALIVE");
    fields.set("is_infant", "0");
}

void add_adult(Notebook& book, Adult& adult, const Family& family, bool is_mother) {
    Fields fields;
    set_identity(fields, adult, family.id);
    if (adult.sex == 'P') fields.set("is_mother", name_of(is_mother));
    fields.set("is_supporter", name_of(!is_mother));
    if (is_mother) {
        set_residence(fields, family);
        fields.set("kia_book", family.has_handbook ? "SHOWN" : "NOT_SHOWN");
        fields.set("education", family.education);
        fields.set("occupation", family.occupation);
    }
    adult.id = book.add("person", fields);
}

void add_consent(Dice& dice, Notebook& book, const Family& family, Instant at) {
    Fields fields;
    fields.set("person_id", family.mother.id);
    fields.set("given_by", "SELF");
    fields.set("scopes", dice.chance(0.85) ? "CARE SHARE_PKM SHARE_AGG CONTACT TOUCH"
                                           : "CARE SHARE_PKM SHARE_AGG");
    fields.set("method", dice.weigh({{"WRITTEN", 0.8}, {"THUMB", 0.05}, {"VERBAL_WIT", 0.15}}));
    fields.set("witness_name", family.husband ? family.husband->name : "Ketua RT");
    fields.set("text_version", "2025-1");
    fields.set("given_at", moment(at));
    book.add("consent", fields);
}

}  // namespace

std::string make_nik(Dice& dice, Date birth, char sex) {
    const std::string area =
        dice.chance(0.75) ? kSubdistrictDigits : "3321" + digits(dice.between(1, 14), 2);
    return area + digits(day_number(birth) + (sex == 'P' ? 40 : 0), 2) +
           digits(month_number(birth), 2) + two_digit_year(birth) + digits(dice.between(1, 60), 4);
}

void set_residence(Fields& fields, const Family& family) {
    const bool is_guest = !family.residence_from.empty();
    fields.set("residence", is_guest ? "TEMPORARY" : "DOMICILE");
    if (!is_guest) return;
    fields.set("residence_from_text", family.residence_from);
    fields.set("residence_since", base::to_text(family.residence_since));
}

Family make_family(Dice& dice, const Unit& unit, Date around) {
    Family family;
    const int age = dice.normal_between(27, 5.5, 16, 44);
    family.mother = make_adult(dice, 'P', Generation::Parent, age, around);
    family.parity = dice.normal_between(1.0 + (age - 18) * 0.12, 0.7, 1, 6);
    if (dice.chance(0.96)) {
        const int his_age = std::max(18, age + dice.normal_between(3.5, 3, -4, 15));
        family.husband = make_adult(dice, 'L', Generation::Parent, his_age, around);
        family.husband->relation_to_head = "KEPALA";
        if (dice.chance(0.4)) family.husband->phone = make_phone(dice);
    }
    family.mother.relation_to_head = family.husband ? "PASANGAN" : "KEPALA";
    if (dice.chance(0.72)) family.mother.phone = make_phone(dice);
    if (dice.chance(family.husband ? 0.3 : 0.7)) add_grandmother(dice, family, around);
    const Date card = base::add_days(around, -dice.between(200, 3000));
    if (dice.chance(0.7)) {
        family.no_kk = kSubdistrictDigits + digits(day_number(card), 2) +
                       digits(month_number(card), 2) + two_digit_year(card) +
                       digits(dice.between(1, 40), 4);
    }
    family.phone = !family.mother.phone.empty() ? family.mother.phone
                   : family.husband             ? family.husband->phone
                                                : "";
    family.rt = digits(dice.between(1, 8), 3);
    family.rw = digits(dice.between(1, 6), 3);
    family.address = "Dukuh " +
                     std::string(dice.pick({"Krajan", "Tengah", "Lor", "Kidul", "Wetan", "Kulon",
                                            "Gedangan", "Pandean"})) +
                     " " + unit.village;
    family.wilayah_code = unit.village_code;
    family.education =
        dice.weigh({{"SD", 0.2}, {"SMP", 0.3}, {"SMA", 0.36}, {"PT", 0.1}, {"UNK", 0.04}});
    family.occupation = dice.weigh({{"Ibu rumah tangga", 0.6},
                                    {"Buruh pabrik", 0.2},
                                    {"Pedagang", 0.1},
                                    {"Petani", 0.06},
                                    {"Guru", 0.04}});
    family.has_handbook = dice.chance(0.9);
    if (dice.chance(0.02)) {  // at her parents' for the birth
        family.residence_from = dice.pick({"Kendal", "Semarang", "Jepara", "Kudus"});
        family.residence_since = base::add_days(around, -dice.between(150, 200));
    }
    return family;
}

void register_family(Dice& dice, Notebook& book, Family& family, Instant at) {
    Fields fields;
    fields.set("head_name", family.husband ? family.husband->name : family.mother.name);
    fields.set("no_kk", family.no_kk);
    fields.set("phone", family.phone);
    fields.set("has_jkn", dice.weigh({{"1", 0.8}, {"0", 0.15}, {"8", 0.05}}));
    fields.set("rt", family.rt);
    fields.set("rw", family.rw);
    fields.set("address_line", family.address);
    fields.set("wilayah_code", family.wilayah_code);
    fields.set("status", "ACTIVE");
    family.id = book.add("household", fields);
    add_adult(book, family.mother, family, true);
    if (family.husband) add_adult(book, *family.husband, family, false);
    if (family.grandmother) add_adult(book, *family.grandmother, family, false);
    add_consent(dice, book, family, at);
}

}  // namespace demo
