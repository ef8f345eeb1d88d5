// The questions of a row that one key answers: what yesterday's feeding was, and each danger sign.
// None is ever answered but by a key: there is no default, no copy of another row, and no key that
// answers more than one.
#pragma once

#include "client/screens/quick/quick_row.h"
#include "shared/forms/check.h"

#include <string>
#include <vector>

namespace screens {

// Form "" are the row's own: which baby, whether the mother was met.
inline constexpr const char* kMotherMet = "mother_met";
inline constexpr const char* kWhichInfant = "infant";

struct QuickKey {
    char key;  // as shown; small letters and digits
    std::string code, text;
};

struct QuickCell {
    std::string form, name;
    std::string label, hint;
    std::vector<QuickKey> keys;
    std::string answer;  // code; empty: not answered yet
    bool is_danger = false;

    const QuickKey* chosen() const;
    const QuickKey* key_of(char typed) const;  // nullptr: that key answers nothing here
};

// Answers and references of one of the row's forms, ready to be checked and saved.
Fields answers_for(const QuickRow& row, const QuickPeople& people, const std::string& form,
                   Date day);
Fields visit_answers(const QuickRow& row, const QuickPeople& people, const Me& me, Date day,
                     const base::Zone& zone);
bool asks_infant(const QuickRow& row);
bool asks_mother(const QuickRow& row, const QuickPeople& people);

// Looks an unsaved visit up in the row, everything else in the store.
forms::Context context_of(const Ports& ports, const QuickRow& row, const Fields& visit);

// In the order in which they are asked. Of a question that depends on another only when it is.
std::vector<QuickCell> cells_of(const Ports& ports, const QuickRow& row, const QuickPeople& people,
                                const Fields& visit, Date day, bool is_mother_done);

}  // namespace screens
