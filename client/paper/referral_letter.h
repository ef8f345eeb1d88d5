// "Surat rujukan": one A5 page that goes with the mother or the baby to the midwife.
//
// Its first line says by word and shape how fast. What was said in private (violence, harm) is not
// named: the family carries the letter, and the midwife is told by the cadre herself (DOMAIN 5.1).
#pragma once

#include "client/paper/html.h"
#include "shared/care/danger_signs.h"

#include <optional>
#include <string>
#include <vector>

namespace paper {

struct Referral {
    care::Urgency urgency = care::Urgency::RedNow;
    std::string cadre, cadre_phone;
    std::string to;  // midwife or health centre

    std::string patient;
    std::optional<base::Date> birth_date;
    std::string mother;  // of a baby; empty when the mother herself is referred
    std::string address, rw, rt;

    base::Date raised_on;
    std::string raised_at;             // "14:05", local; may be empty
    std::vector<std::string> reasons;  // codes of the form `referral`: "MDS01", "LOW_WEIGHT" ...
    std::string other_reason;          // in her own words
    std::vector<std::string> done;     // what was done already, in words
    bool massage_withheld = false;
    std::string transport, companion;  // in words; empty: a line to write on
    std::string told_whom, told_at;    // who has been told already, in words
};

// In days up to two months, in months up to two years, then in years.
std::string age_words(base::Date birth, base::Date on);

std::string urgency_words(care::Urgency urgency);  // "SEGERA, SEKARANG JUGA"

// The reasons in words, the most urgent first, the private ones together as one line without words.
std::vector<std::string> reason_words(const std::vector<std::string>& codes);

std::string referral_letter(const Referral& referral, const Letterhead& head);

}  // namespace paper
