// What stands beside an answer: how it reads, what it was last time, what was perhaps meant.
#pragma once

#include "client/screens/ports/ports.h"
#include "shared/forms/form.h"

#include <optional>
#include <string>

namespace screens {

// An answer as a person reads it: "Ya", "3,4 kg", "5 Mar 2026 pukul 14:05". Empty: not answered.
// A reference is told by the page, which knows the names.
std::string read_aloud(const forms::Form& form, const forms::Question& question,
                       const std::string& answer);

// May the last visit's answer be shown beside this question? Never beside a danger sign or a
// question of the recall, nor beside what the cadre should see or hear for herself: it would lead.
bool may_show_previous(const forms::Form& form, const forms::Question& question);
// The newest answer to it about the same person, in another record; nullopt: none.
struct Previous {
    std::string answer;
    Date on;
};
std::optional<Previous> previous_answer(const Family& family, const forms::Form& form,
                                        const std::string& field, const Fields& answers,
                                        const std::string& record);

// What was probably meant by a number that cannot be: kilograms typed as grams and the reverse.
struct Offered {
    std::string typed;  // what goes into the field when she agrees
    std::string text;   // "3200 gram (3,2 kg)"
};
std::optional<Offered> weight_offer(const std::string& unit, const std::string& typed);
std::string with_comma(std::string number);  // "3.2" is "3,2" where that is how it is written
std::string in_kilograms(double grams);      // "3,2 kg"

}  // namespace screens
