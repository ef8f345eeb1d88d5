#include "client/screens/registering/registered_part.h"

#include "client/screens/record/typed_answers.h"
#include "shared/base/characters.h"
#include "shared/base/text.h"

namespace screens {

namespace {

constexpr int kAgeFrom = 10, kAgeTo = 99;  // of who has a baby, or cares for one

}  // namespace

bool is_person(const RegisteredPart& part) {
    return part.form->id == "person";
}

std::optional<int> age_typed(const std::string& text) {
    const std::string digits = base::trimmed(text);
    if (digits.size() != 2 || !base::is_number(digits)) {
        return std::nullopt;
    }
    const int age = (digits[0] - '0') * 10 + (digits[1] - '0');
    return age >= kAgeFrom && age <= kAgeTo ? std::optional(age) : std::nullopt;
}

std::string PartAnswers::said(const RegisteredPart& part, const std::string& question) const {
    const auto found = said_.find(part.key_of(question));
    return found == said_.end() ? std::string() : base::trimmed(found->second);
}

bool PartAnswers::is_unreadable(const RegisteredPart& part, const forms::Question& question) const {
    const std::string text = said(part, question.name);
    if (text.empty() || !is_typed(question.type)) return false;
    if (question.name == "birth_date" && age_typed(text)) return false;
    return !read_typed(question.type, {text, {}}, today_, zone_);
}

// What the form asks of everybody and nobody has to be asked for here.
void PartAnswers::add_person(const RegisteredPart& part, Fields& answers) const {
    if (!answers.has("full_name") && !part.name_if_none.empty()) {
        answers.set("full_name", part.name_if_none);
    }
    if (const auto age = age_typed(said(part, "birth_date"))) {
        answers.set("birth_date", base::to_text(base::add_months(today_, -12 * *age)));
        answers.set("birth_date_precision", "E");
    } else if (answers.has("birth_date")) {
        answers.set("birth_date_precision", "D");
    }
    const bool conflicts = said(part, "nik_status") == "MISMATCH";
    const char* with_nik = conflicts ? "MISMATCH" : "VALID";
    answers.set("nik_status", answers.has("nik") ? with_nik : "UNKNOWN");
}

Fields PartAnswers::of(const RegisteredPart& part, const forms::Context& context) const {
    Fields answers = forms::defaults(*part.form, context);
    for (const std::string& name : part.asked) {
        const forms::Question* question = part.form->find(name);
        const std::string text = said(part, name);
        if (question == nullptr || text.empty()) continue;
        if (!is_typed(question->type)) {
            answers.set(name, text);
        } else if (const auto token = read_typed(question->type, {text, {}}, today_, zone_)) {
            answers.set_token(name, *token);
        }
    }
    answers.apply(part.known);
    if (is_person(part)) add_person(part, answers);
    return forms::relevant_only(*part.form, answers, context);
}

}  // namespace screens
