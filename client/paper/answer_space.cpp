#include "client/paper/answer_space.h"

#include "client/paper/html.h"
#include "client/ui/words/words.h"

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
    return element("span", "digits", digits(2) + ":" + digits(2));
}

// The number after the last `sign` of the constraint: ". >= 0 and . <= 10" holds 0 and 10.
std::optional<int> bound(const Question& question, std::string_view sign) {
    if (!question.constraint) return std::nullopt;
    const std::string& words = question.constraint->text();
    const std::size_t at = words.rfind(sign);
    if (at == std::string::npos) return std::nullopt;
    int number = 0;
    const char* from = words.data() + at + sign.size();
    const auto read = std::from_chars(from, words.data() + words.size(), number);
    return read.ec == std::errc() ? std::optional(number) : std::nullopt;
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
    if (question.unit == "C") return " °C";
    if (question.unit == "d") return std::string(" ") + tr("days");
    if (question.unit == "h") return std::string(" ") + tr("hours");
    if (question.unit == "min") return std::string(" ") + tr("minutes");
    if (question.unit == "s") return std::string(" ") + tr("seconds");
    if (question.unit == "/min") return std::string(" ") + tr("a minute");
    if (question.unit == "times") return std::string(" ") + tr("times");
    return question.unit.empty() ? "" : " " + question.unit;
}

std::string number_boxes(const Question& question) {
    const int most = bound(question, "<= ").value_or(999);
    const int places = static_cast<int>(std::to_string(most).size());
    std::string made = digits(places);
    if (question.type == QuestionType::Decimal) made += "," + digits(1);
    return element("span", "digits", made + text(unit_words(question)));
}

// A family or a person is known by name, everything else by its day.
std::string reference_space(const Question& question) {
    const std::string& type = question.reference_type;
    if (type == "visit" || type == "birth_event" || type == "massage_teaching" ||
        type == "referral" || type == "pregnancy") {
        return element("span", "digits", text(tr("on (date)")) + " " + date_boxes());
    }
    return line();
}

constexpr std::size_t kShortChoices = 3;
constexpr std::size_t kShortLetters = 12;

bool is_short(const std::vector<forms::Choice>& choices) {
    if (choices.size() > kShortChoices) return false;
    for (const forms::Choice& choice : choices) {
        if (choice.label.in(words::code()).size() > kShortLetters) return false;
    }
    return true;
}

AnswerSpace choice_space(const forms::Form& form, const Question& question) {
    if (!question.reference_type.empty()) return {lines(2), true};
    const std::vector<forms::Choice>& choices = form.choices_of(question);
    std::string made;
    for (const forms::Choice& choice : choices) {
        made += element("span", "choice", box() + " " + text(choice.label.in(words::code())));
    }
    if (is_short(choices)) return {element("span", "yes-no", made), false};
    return {element("div", choices.size() > kShortChoices ? "choices" : "choices few", made), true};
}

}  // namespace

std::string date_boxes() {
    return digits(2) + "–" + digits(2) + "–" + digits(4);
}

AnswerSpace answer_space(const forms::Form& form, const Question& question) {
    switch (question.type) {
        case QuestionType::Text:
            return {lines(1), true};
        case QuestionType::Integer:
            if (is_scale(question)) return {scale(), true};
            return {number_boxes(question), false};
        case QuestionType::Decimal:
            return {number_boxes(question), false};
        case QuestionType::Date:
            return {element("span", "digits", date_boxes()), false};
        case QuestionType::Time:
            return {time_boxes(), false};
        case QuestionType::DateTime:
            return {element("span", "digits", date_boxes()) + " " + text(tr("at (time)")) + " " +
                        time_boxes(),
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
