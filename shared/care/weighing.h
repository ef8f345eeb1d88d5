// An infant's weighings: what each says by the standard, and whether the child gained (DOMAIN 7).
#pragma once

#include "shared/care/family.h"

#include <optional>
#include <string>
#include <vector>

namespace care {

struct Weighing {
    const Event* check = nullptr;
    Date on;  // the day of the scales, not of the visit
    std::int64_t grams = 0;
    std::optional<int> age_days;  // nullopt: the birth date is not known
    // nullopt: nothing can be said of it (sex or age not known, before birth, swollen with oedema).
    std::optional<double> z;
    bool is_plausible = true;  // else it is kept and shown, and counts for nothing
};
std::vector<Weighing> weighings(const Family& family, const Person& infant);  // by day

// From the outcome of the birth.
std::optional<std::int64_t> birth_weight_g(const Family& family, const Person& infant);
// Born before 37 weeks: a score by plain age says too little of such a child (DOMAIN 7.5).
bool is_preterm(const Family& family, const Person& infant);

// Until then the weight is told in percent of the birth weight, not as a score (DOMAIN 7.6).
inline constexpr int kScoreFromDays = 15;
// May its score be told and counted: of a weight that can be, and by neither of the two rules above
// kept back.
bool has_score_to_tell(const Family& family, const Person& infant, const Weighing& weighing);

// The growth card's letter, by calendar months: B in the month of the first weighing, O where the
// month before had none. N and T compare with that month's. None: the two are too near or too far
// apart to tell. A weight that cannot be makes no letter.
enum class CardLetter { None, First, NotWeighedLastMonth, Gained, NotGained };
std::string to_letter(CardLetter letter);  // B, O, N, T, or nothing
struct CardReading {
    CardLetter letter = CardLetter::None;
    const Weighing* since = nullptr;  // what it is compared with
    int days = 0;                     // between the two
    std::int64_t gain_g = 0;
    int minimum_g = 0;
};
inline constexpr int kCardDaysLeast = 20, kCardDaysMost = 45;
// Of one of `all`. The least gain decides alone: whether a curve follows its line is for the eye.
CardReading card_reading(const std::vector<Weighing>& all, std::size_t number);

}  // namespace care
