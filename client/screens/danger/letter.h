// What a referral's letter and its message to the midwife say, out of the family's records.
#pragma once

#include "client/paper/midwife_card.h"
#include "client/paper/referral_letter.h"
#include "client/screens/danger/alarms.h"
#include "client/screens/frame/ways.h"

#include <string>

namespace screens {

// Before a referral is written: the signs as they are known now.
paper::Referral letter_of(const Ports& ports, const Me& me, const Family& family,
                          const Alarm& alarm);
// Of the referral's record.
paper::Referral letter_of(const Ports& ports, const Me& me, const Family& family,
                          const Fields& referral);
paper::Letterhead letterhead(const Ports& ports, const Me& me);

// For a message that is about nobody in particular.
std::string call_me_message(const Me& me);

}  // namespace screens
