// A form on paper: which of its questions are asked there, and under which number.
#pragma once

#include "shared/forms/form_set.h"

#include <map>
#include <string>

namespace paper {

struct Sheet {
    const forms::Form* form = nullptr;
    const forms::FormSet* forms = nullptr;            // other forms that conditions speak of
    std::map<std::string, int, std::less<>> numbers;  // of the questions on the sheet
};
Sheet sheet_of(const forms::Form& form, const forms::FormSet& forms);

// The laptop knows who types and where it stands; paper asks for neither.
bool is_asked(const forms::Question& question);

}  // namespace paper
