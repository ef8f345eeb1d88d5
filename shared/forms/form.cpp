#include "shared/forms/form.h"

#include "shared/base/text.h"

#include <algorithm>

namespace forms {

const std::string& Label::in(std::string_view language) const {
    if (language == "en") return en.empty() ? id : en;
    return id.empty() ? en : id;
}

bool Question::has_appearance(std::string_view word) const {
    return holds_code(appearance, word);
}

bool Question::is_answered_by_people() const {
    return type != QuestionType::Note && type != QuestionType::Calculate &&
           type != QuestionType::BeginGroup && type != QuestionType::EndGroup;
}

std::size_t Form::number_of(std::string_view name) const {
    const auto at = std::lower_bound(by_name.begin(), by_name.end(), name,
                                     [this](std::size_t number, std::string_view wanted) {
                                         return questions[number].name < wanted;
                                     });
    return at != by_name.end() && questions[*at].name == name ? *at : kNone;
}

const Question* Form::find(std::string_view name) const {
    const std::size_t number = number_of(name);
    return number == kNone ? nullptr : &questions[number];
}

const std::vector<Choice>& Form::choices_of(const Question& question) const {
    static const std::vector<Choice> none;
    const auto at = lists.find(question.list);
    return at == lists.end() ? none : at->second;
}

const Choice* Form::find_choice(const Question& question, std::string_view code) const {
    for (const Choice& choice : choices_of(question)) {
        if (choice.code == code) return &choice;
    }
    return nullptr;
}

}  // namespace forms
