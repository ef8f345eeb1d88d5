// The midwife's number, large, and a message ready to be read out or sent: a laptop cannot dial,
// but the cadre's phone reads the codes (AMENDMENTS, roles on the first day).
#pragma once

#include "client/paper/referral_letter.h"

#include <string>

namespace paper {

struct MidwifeCard {
    std::string name, place;
    std::string phone;    // as it was recorded
    std::string message;  // in the words that are sent; empty: the card has none
};

// What the cadre says or sends: who calls, how urgent, whom, which signs, how they come. As on the
// letter, what was said in private is not named.
std::string referral_message(const Referral& referral, const std::string& unit);

std::string midwife_card(const MidwifeCard& card, const Letterhead& head);

// The code as an inline drawing with its white border; "" where the text is too long for one.
std::string qr_drawing(const std::string& link);

}  // namespace paper
