#include "client/paper/answer_space.h"

#include "client/paper/html.h"
#include "client/ui/words/words.h"
#include "shared/base/text.h"
#include "shared/care/danger_signs.h"

#include <algorithm>
#include <charconv>
#include <optional>

namespace paper {

namespace {

using forms::Question;
using forms::QuestionType;
using words::tr;

std::string digits(int count) {
    std::string made;
    for (int each = 0; each < count; ++each) made += R"(<i class="digit"></i>)";
    return made;
}

std::string time_boxes() {
    return element("span", "digits", digits(2) + "<b>:</b>" + digits(2));
}

// The number that stands after `sign`: after ". <= " in ". >= 0 and . <= 10" it is 10.
std::optional<int> number_after(const std::string& words, const std::string& sign) {
    const std::size_t at = words.rfind(sign);
    if (at == std::string::npos) return std::nullopt;
    int number = 0;
    const char* from = words.data() + at + sign.size();
    const auto read = std::from_chars(from, words.data() + words.size(), number);
    return read.ec == std::errc() ? std::optional(number) : std::nullopt;
}

std::optional<int> bound(const Question& question, const std::string& sign) {
    if (!question.constraint) return std::nullopt;
    return number_after(question.constraint->text(), sign);
}

// The greatest number that the form takes: of its constraint, or of a rule about this question.
int greatest(const forms::Form& form, const Question& question) {
    constexpr int kUnsaid = 999;
    if (const auto most = bound(question, ". <= ")) return *most;
    for (const forms::Rule& rule : form.rules) {
        if (rule.field != question.name) continue;
        const auto most = number_after(rule.violated.text(), "${" + question.name + "} > ");
        if (most) return *most;
    }
    return kUnsaid;
}

constexpr int kScaleTop = 10;

bool is_scale(const Question& question) {
    return question.type == QuestionType::Integer && bound(question, ". >= ") == 0 &&
           bound(question, ". <= ") == kScaleTop && question.unit.empty();
}

std::string scale() {
    std::string made;
    for (int each = 0; each <= kScaleTop; ++each) {
        made += "<i class=\"point\">" + std::to_string(each) + "</i>";
    }
    return element("span", "scale", made);
}

std::string unit_words(const Question& question) {
    if (question.unit == "C") return "°C";
    if (question.unit == "d") return tr("days");
    if (question.unit == "h") return tr("hours");
    if (question.unit == "min") return tr("minutes");
    if (question.unit == "s") return tr("seconds");
    if (question.unit == "/min") return tr("a minute");
    if (question.unit == "times") return tr("times");
    return question.unit;
}

std::string number_boxes(const forms::Form& form, const Question& question) {
    const int places = static_cast<int>(std::to_string(greatest(form, question)).size());
    std::string made = digits(places);
    if (question.type == QuestionType::Decimal) made += "<b>,</b>" + digits(1);
    return element("span", "digits", made + element("span", "unit", text(unit_words(question))));
}

// A family or a person is known by name, everything else by its day.
std::string reference_space(const Question& question) {
    const std::string& type = question.reference_type;
    if (type == "visit" || type == "birth_event" || type == "massage_teaching" ||
        type == "referral" || type == "pregnancy") {
        return element("span", "digits",
                       element("span", "unit", text(tr("on (date)"))) + date_boxes());
    }
    return line();
}

constexpr std::size_t kShortChoices = 3;
constexpr std::size_t kShortLetters = 12;

bool are_within(const std::vector<forms::Choice>& choices, std::size_t letters) {
    return std::all_of(choices.begin(), choices.end(), [&](const forms::Choice& choice) {
        return base::character_count(choice.label.in(words::code())) <= letters;
    });
}

// The columns of the choices, as a class of the sheet's style.
const char* layout_of(const std::vector<forms::Choice>& choices) {
    constexpr std::size_t kNarrowLetters = 24;
    if (are_within(choices, kNarrowLetters)) return "choices narrow";
    return choices.size() > kShortChoices ? "choices" : "choices few";
}

std::string choice_words(const forms::Choice& choice) {
    std::string words = choice.label.in(words::code());
    const care::DangerSign* sign = care::find_danger_sign(choice.code);
    if (sign != nullptr && sign->is_private) {
        words += " (" + std::string(tr("ask only when alone with her")) + ")";
    }
    return text(words);
}

AnswerSpace choice_space(const forms::Form& form, const Question& question) {
    if (!question.reference_type.empty()) return {lines(2), true};
    const std::vector<forms::Choice>& choices = form.choices_of(question);
    std::string made;
    for (const forms::Choice& choice : choices) {
        made += element("span", "choice", box() + " " + choice_words(choice));
    }
    if (choices.size() <= kShortChoices && are_within(choices, kShortLetters)) {
        return {element("span", "yes-no", made), false};
    }
    return {element("div", layout_of(choices), made), true};
}

}  // namespace

std::string date_boxes() {
    return digits(2) + "<b>–</b>" + digits(2) + "<b>–</b>" + digits(4);
}

AnswerSpace answer_space(const forms::Form& form, const Question& question) {
    switch (question.type) {
        case QuestionType::Text:
            return {lines(1), true};
        case QuestionType::Integer:
            if (is_scale(question)) return {scale(), true};
            return {number_boxes(form, question), false};
        case QuestionType::Decimal:
            return {number_boxes(form, question), false};
        case QuestionType::Date:
            return {element("span", "digits", date_boxes()), false};
        case QuestionType::Time:
            return {time_boxes(), false};
        case QuestionType::DateTime:
            return {element("span", "digits", date_boxes()) +
                        element("span", "unit", text(tr("at (time)"))) + time_boxes(),
                    false};
        case QuestionType::SelectOne:
        case QuestionType::SelectMultiple:
            return choice_space(form, question);
        case QuestionType::Reference:
            return {reference_space(question), false};
        case QuestionType::Note:
        case QuestionType::Calculate:
        case QuestionType::BeginGroup:
        case QuestionType::EndGroup:
            return {};
    }
    return {};
}

}  // namespace paper
