#include "client/paper/sheet.h"

namespace paper {

Sheet sheet_of(const forms::Form& form, const forms::FormSet& forms) {
    Sheet sheet{&form, &forms, {}};
    int number = 0;
    for (const forms::Question& question : form.questions) {
        if (is_asked(question)) sheet.numbers[question.name] = ++number;
    }
    return sheet;
}

bool is_asked(const forms::Question& question) {
    return question.is_answered_by_people() && !question.has_appearance("from-session") &&
           !question.has_appearance("off-by-default");
}

}  // namespace paper
