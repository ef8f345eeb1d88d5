// The danger signs of mother and infant: how urgent, and what they mean for the massage
// (DOMAIN 5.1 as amended). In a check each sign is one yes/no question named ds_<code>.
#pragma once

#include "shared/base/fields.h"

#include <optional>
#include <span>
#include <string_view>
#include <vector>

namespace care {

enum class Subject { Mother, Infant };
// Ordered: a later one is more urgent.
enum class Urgency { Yellow, RedToday, RedNow };
// Ordered: a later one outweighs. None: says nothing about a massage (every infant's sign).
enum class MassageAction { None, Caution, Defer, Stop };

struct DangerSign {
    std::string_view code;  // "MDS01"
    Subject subject;
    Urgency urgency;
    MassageAction massage;
    std::string_view label_id;
    std::string_view label_en;
    bool is_private = false;  // never in the mode that turns to the family
};

std::span<const DangerSign> danger_signs();
const DangerSign* find_danger_sign(std::string_view code);
std::string field_of(const DangerSign& sign);  // "ds_mds01"

// The signs answered yes, and those that the measured temperature shows by itself.
std::vector<const DangerSign*> signs_in(const base::Fields& check, Subject subject);
std::optional<Urgency> highest_urgency(std::span<const DangerSign* const> signs);
MassageAction massage_action(std::span<const DangerSign* const> signs);

std::string_view to_code(Urgency urgency);  // "MERAH_SEKARANG", "MERAH_HARI_INI", "KUNING"
std::optional<Urgency> parse_urgency(std::string_view code);
std::string_view label_id(Urgency urgency);  // said by a word, not by a colour alone
std::string_view label_en(Urgency urgency);
std::string_view to_code(MassageAction action);  // "STOP", "DEFER", "CAUTION", ""

// Where a measurement becomes a sign.
inline constexpr double kMotherFeverC = 38.0;      // and above: MDS11
inline constexpr double kMotherFeverFlagC = 37.5;  // and above: defer the massage, ILP's tick
inline constexpr double kInfantFeverC = 37.5;      // above: IDS06
inline constexpr double kInfantColdC = 35.5;       // below: IDS07

}  // namespace care
