#include "client/screens/record/beside_answers.h"

#include "client/screens/record/typed_answers.h"
#include "client/ui/words/dates.h"
#include "client/ui/words/words.h"
#include "shared/base/json.h"
#include "shared/base/text.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace screens {

using forms::Question;
using forms::QuestionType;
using words::tr;

namespace {

constexpr std::array<const char*, 3> kAbout = {"infant_id", "mother_id", "person_id"};
// Chosen, and worth knowing from last time; the others are to be asked or looked at anew.
constexpr std::array<const char*, 3> kChosenBefore = {"location", "kb_method", "weight_scale"};

constexpr double kGramsMin = 500;  // V023
constexpr double kGramsMax = 25000;
constexpr double kKilogramsMin = 0.4;
constexpr double kKilogramsMax = 30;

std::string chosen_labels(const forms::Form& form, const Question& question,
                          const std::string& answer) {
    std::vector<std::string> labels;
    for (const std::string& code : base::split(answer, ' ')) {
        const forms::Choice* choice = form.find_choice(question, code);
        labels.push_back(choice != nullptr ? choice->label.in(words::code()) : code);
    }
    return base::joined(labels, ", ");
}

std::string number_aloud(const Question& question, const std::string& answer) {
    const auto number = base::json::number_of(answer);
    if (question.unit == "g" && number && *number >= kGramsMin) return in_kilograms(*number);
    const std::string unit = question.unit == "C" ? "°C" : question.unit;
    const bool is_said = unit == "cm" || unit == "°C" || unit == "g" || unit == "mmHg";
    return with_comma(answer) + (is_said ? " " + unit : std::string());
}

std::string moment_aloud(const std::string& answer) {
    const auto day = base::local_date_of(answer);
    if (!day) return answer;
    if (answer.size() < 16) return words::short_date(*day);
    return tr("{0} at {1}", {words::short_date(*day), answer.substr(11, 5)});
}

bool is_about_the_same(const Fields& a, const Fields& b) {
    for (const char* field : kAbout) {
        if (!a.has(field) && !b.has(field)) continue;
        return a.text(field) == b.text(field);
    }
    return false;
}

std::string plain(double number) {
    return base::json::decimal(std::round(number * 1000) / 1000);
}

}  // namespace

std::string with_comma(std::string number) {
    if (words::language() == words::Language::Indonesian) {
        std::replace(number.begin(), number.end(), '.', ',');
    }
    return number;
}

std::string in_kilograms(double grams) {
    return with_comma(plain(grams / 1000)) + " kg";
}

std::string read_aloud(const forms::Form& form, const Question& question,
                       const std::string& answer) {
    if (answer.empty()) return {};
    switch (question.type) {
        case QuestionType::SelectOne:
        case QuestionType::SelectMultiple:
            return chosen_labels(form, question, answer);
        case QuestionType::Integer:
        case QuestionType::Decimal:
            return number_aloud(question, answer);
        case QuestionType::Date:
        case QuestionType::DateTime:
            return moment_aloud(answer);
        case QuestionType::Text:
        case QuestionType::Time:
        case QuestionType::Reference:
        case QuestionType::Note:
        case QuestionType::Calculate:
        case QuestionType::BeginGroup:
        case QuestionType::EndGroup:
            return answer;
    }
    return answer;
}

bool may_show_previous(const forms::Form& form, const Question& question) {
    if (form.id == "feeding_recall" || question.has_appearance("danger-sign")) return false;
    if (question.type == QuestionType::Integer || question.type == QuestionType::Decimal) {
        return true;
    }
    return std::find(kChosenBefore.begin(), kChosenBefore.end(), question.name) !=
           kChosenBefore.end();
}

std::optional<Previous> previous_answer(const Family& family, const forms::Form& form,
                                        const std::string& field, const Fields& answers,
                                        const std::string& record) {
    for (const Entry& entry : family.entries) {  // newest first
        if (entry.type != form.id || entry.id == record || !entry.fields.has(field)) continue;
        if (!is_about_the_same(entry.fields, answers)) continue;
        if (!record.empty() && entry.id > record) continue;  // later than the one being read
        return Previous{entry.fields.text(field), entry.on};
    }
    return std::nullopt;
}

std::optional<Offered> weight_offer(const std::string& unit, const std::string& typed) {
    std::string text = base::trimmed(typed);
    std::replace(text.begin(), text.end(), ',', '.');
    const auto number = base::json::number_of(text);
    if (!number) return std::nullopt;
    if (unit == "kg" && *number >= kGramsMin && *number <= kGramsMax) {
        return Offered{with_comma(plain(*number / 1000)), in_kilograms(*number)};
    }
    if (unit != "g") return std::nullopt;
    double grams = 0;
    if (*number >= kKilogramsMin && *number < kKilogramsMax) grams = std::round(*number * 1000);
    if (*number > kGramsMax && *number / 10 <= kGramsMax) grams = std::round(*number / 10);
    if (grams < kGramsMin || grams > kGramsMax) return std::nullopt;
    const std::string whole = std::to_string(static_cast<long long>(grams));
    return Offered{whole, tr("{0} grams ({1})", {whole, in_kilograms(grams)})};
}

}  // namespace screens
