// What is expected when: milk, wet nappies, the womb and the bleeding after a birth, and between
// which figures the total of a questionnaire lies (DOMAIN 3.3 to 3.5). It stands beside what was
// found, so that a cadre knows when to ask the midwife; it is no diagnosis, and textbooks differ
// by a day or two.
#pragma once

#include "shared/care/answers.h"

#include <optional>
#include <span>
#include <string_view>

namespace care {

// Milk that came in later is told kindly and talked over with the midwife (DOMAIN 3.1).
inline constexpr int kMilkLateHours = 72;

inline constexpr int kWetNappiesEnough = 6;
// In the last 24 hours, of an infant so old; one day milder than the sources. nullopt where nothing
// is expected yet: on the day of birth.
std::optional<int> least_wet_nappies(int age_days);

// A band of days after the delivery, which is day 0. The codes are the first and last class that is
// expected, in the order in which they follow each other.
struct Involution {
    int day_from, day_to;
    std::string_view fundus_first, fundus_last;
    std::string_view fundus_id, fundus_en;  // midwives' words
    std::string_view lochia_first, lochia_last;
    std::string_view lochia_id, lochia_en;
};
std::span<const Involution> involution_table();
const Involution* involution_on(int day);  // nullptr: before the delivery, after six weeks

// How what was found lies to what is expected. Near: one class beside it, which means nothing.
enum class Fit { Unknown, Expected, Near, Apart };
Fit fundus_fit(int day, std::string_view fundal_height);
Fit lochia_fit(int day, std::string_view lochia_type);
// Bright red again after it had turned pale. `earlier` and `now` are lochia_type.
bool is_red_again(std::span<const std::string_view> earlier, std::string_view now);

// Who may take a questionnaire; Trained: also a cadre who was trained in it.
enum class TakenBy { Cadre, Trained, Midwife };
struct Instrument {
    std::string_view code;  // "WHO5"
    int least, most;        // of the total
    bool high_is_worse;
    TakenBy taken_by;
};
std::span<const Instrument> instruments();
const Instrument* find_instrument(std::string_view code);
bool may_take(const Instrument& instrument, std::string_view role);  // "KADER", "BIDAN"

}  // namespace care
