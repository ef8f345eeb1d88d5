// Danger signs that nobody has answered with a referral yet (DOMAIN 5), told at a check of hers or
// before a massage.
//
// A sign stands until a referral of that person names it: one that the family refused counts too,
// since it says so and why. It is forgotten when a later check is without it, and after a week. A
// red one of an older day stands for a week from when its record was made: a paper may arrive late.
#pragma once

#include "client/screens/ports/ports.h"
#include "shared/care/danger_signs.h"

#include <optional>
#include <string>
#include <vector>

namespace screens {

inline constexpr int kAlarmDays = 7;  // as long as the follow-up of a referral (DOMAIN 4.3)

struct Alarm {
    care::Subject subject = care::Subject::Mother;
    std::string person, visit;
    Date on;
    std::vector<const care::DangerSign*> signs;               // the most urgent first
    care::Urgency urgency = care::Urgency::Yellow;            // the highest
    care::MassageAction massage = care::MassageAction::None;  // the heaviest
    bool is_told_recently = false;  // its record was made within the week, whatever its day

    std::vector<std::string> codes() const;
};

// Of these signs those that no referral names; nullopt: all are answered.
std::optional<Alarm> unanswered(const Family& family, Alarm alarm);
// The most urgent first.
std::vector<Alarm> open_alarms(const Family& family, Date today);

// What was begun and is not saved, on a page left or by a laptop that went out: a check, a row of
// quick entry, the safety check before a massage. What was answered in it counts as told. The most
// urgent first; none: no sign, or all are answered.
std::vector<Alarm> begun_alarms(const Ports& ports, const Family& family, const Draft& draft);

std::string urgency_line(care::Urgency urgency);  // "SEKARANG JUGA ke puskesmas atau rumah sakit"
// The signs in words, the private ones together as one line without words.
std::vector<std::string> sign_words(const std::vector<const care::DangerSign*>& signs);

// Why a mother is not massaged now; None: nothing known speaks against it.
struct MassageStop {
    care::MassageAction action = care::MassageAction::None;
    std::vector<const care::DangerSign*> signs;
    std::string referral;  // open, and says that the massage is withheld; may be empty
};
MassageStop massage_stop(const Family& family, const std::string& mother, Date today);

}  // namespace screens
