#include "tools/demo/duplicates.h"

#include <algorithm>

namespace demo {

namespace {

bool can_swap(Date date) {
    const auto day = static_cast<unsigned>(date.day());
    return day <= 12 && day != static_cast<unsigned>(date.month());
}

Date swapped(Date date) {
    return date.year() / std::chrono::month(static_cast<unsigned>(date.day())) /
           std::chrono::day(static_cast<unsigned>(date.month()));
}

void forget_nik(Adult& adult) {
    adult.nik.clear();
    adult.nik_status = "UNKNOWN";
}

void swap_birth_date(Adult& adult) {
    adult.birth = swapped(adult.birth);
    if (!adult.nik.empty()) adult.nik_status = "MISMATCH";
}

std::string choose_kind(Dice& dice, const Family& family) {
    const std::string kind(dice.weigh({{"typing_error", 0.28},
                                       {"old_spelling", 0.2},
                                       {"missing_nik", 0.22},
                                       {"swapped_day_month", 0.2},
                                       {"same_data", 0.1}}));
    if (kind == "swapped_day_month" && !can_swap(family.mother.birth)) return "typing_error";
    if (kind == "missing_nik" && family.mother.nik.empty()) return "typing_error";
    if (kind == "old_spelling" && in_old_spelling(family.mother.name) == family.mother.name) {
        return "typing_error";
    }
    return kind;
}

void change(Dice& dice, SecondHearing& second) {
    Family& family = second.family;
    if (second.kind == "typing_error") {
        family.mother.name = with_typing_error(dice, family.mother.name);
        if (dice.chance(0.5)) forget_nik(family.mother);
    } else if (second.kind == "old_spelling") {
        family.mother.name = in_old_spelling(family.mother.name);
        if (family.husband) family.husband->name = in_old_spelling(family.husband->name);
        forget_nik(family.mother);
    } else if (second.kind == "missing_nik") {
        forget_nik(family.mother);
        family.mother.phone.clear();
        family.no_kk.clear();
    } else if (second.kind == "swapped_day_month") {
        swap_birth_date(family.mother);
    }
}

// The second hearing may have been typed before the first; ids begin with their time.
void add_pair(Truth& truth, const std::string& a, const std::string& b, const SecondHearing& second,
              const char* type) {
    truth.add_pair({std::min(a, b), std::max(a, b), second.kind, type});
}

}  // namespace

SecondHearing hear_again(Dice& dice, const Family& family, const Birth& birth) {
    SecondHearing second{family, birth, choose_kind(dice, family)};
    second.family.id.clear();
    second.birth.id.clear();
    if (dice.chance(0.5)) second.family.grandmother.reset();
    change(dice, second);
    for (Child& child : second.birth.children) {
        child.id.clear();
        child.outcome_id.clear();
        child.by_name = "By Ny " + second.family.mother.name;
        child.is_named = child.is_named && dice.chance(0.7);
    }
    return second;
}

void add_pairs(Truth& truth, const Family& a, const Birth& birth_a, const SecondHearing& b) {
    add_pair(truth, a.id, b.family.id, b, "household");
    add_pair(truth, a.mother.id, b.family.mother.id, b, "person");
    if (a.husband) add_pair(truth, a.husband->id, b.family.husband->id, b, "person");
    if (a.grandmother && b.family.grandmother) {
        add_pair(truth, a.grandmother->id, b.family.grandmother->id, b, "person");
    }
    for (std::size_t i = 0; i < birth_a.children.size(); ++i) {
        const std::string& id = birth_a.children[i].id;
        if (!id.empty()) add_pair(truth, id, b.birth.children[i].id, b, "person");
    }
}

}  // namespace demo
