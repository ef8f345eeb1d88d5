#include "shared/forms/answers.h"

#include "shared/base/id.h"
#include "shared/base/json.h"
#include "shared/base/text.h"

#include <cmath>

namespace forms {

namespace {

bool has_outer_space(const std::string& text) {
    constexpr std::string_view kSpace = " \t\r\n";
    return !text.empty() && (kSpace.find(text.front()) != std::string_view::npos ||
                             kSpace.find(text.back()) != std::string_view::npos);
}

Reading read_number(const std::string& token, bool must_be_whole) {
    const auto number = base::json::number_of(token);
    if (!number) return {Value::text(token), Message::NotANumber};
    Reading reading{Value::number(*number), std::nullopt};
    if (must_be_whole && std::trunc(*number) != *number) {
        reading.problem = Message::NotAWholeNumber;
    }
    return reading;
}

Reading read_date(const std::string& text) {
    if (const auto date = base::parse_date(text)) return {Value::date(*date), std::nullopt};
    return {Value::text(text), Message::NotADate};
}

Reading read_date_time(const std::string& text) {
    Value value = Value::date_time(text);
    if (value.kind() == Value::Kind::DateTime) return {std::move(value), std::nullopt};
    return {std::move(value), Message::NotADateTime};
}

// Units are named by their code, users by what the server calls them (README).
bool names_uuids(const Question& question) {
    return !question.reference_type.empty() && question.reference_type != "org_unit" &&
           question.reference_type != "user";
}

Reading read_reference(const Question& question, const std::string& text) {
    if (names_uuids(question) && !base::is_uuid(text)) {
        return {Value::text(text), Message::NotFromTheList};
    }
    return {Value::text(text), std::nullopt};
}

Reading read_references(const Question& question, const std::string& text) {
    for (const std::string& id : base::split(text, ' ')) {
        if (!id.empty() && !base::is_uuid(id) && names_uuids(question)) {
            return {Value::text(text), Message::NotFromTheList};
        }
    }
    return {Value::text(text), std::nullopt};
}

Reading read_text(const Question& question, std::string text) {
    if (has_outer_space(text)) text = base::trimmed(text);
    if (text.empty()) return {};
    switch (question.type) {
        case QuestionType::Date:
            return read_date(text);
        case QuestionType::DateTime:
            return read_date_time(text);
        case QuestionType::Reference:
            return read_reference(question, text);
        case QuestionType::Time:
            if (!is_time(text)) return {Value::text(text), Message::NotATime};
            break;
        case QuestionType::SelectOne:
            if (text.find(' ') != std::string::npos) {
                return {Value::text(text), Message::NotFromTheList};
            }
            break;
        case QuestionType::SelectMultiple:
            if (names_uuids(question)) return read_references(question, text);
            break;
        case QuestionType::Text:
        case QuestionType::Integer:
        case QuestionType::Decimal:
        case QuestionType::Note:
        case QuestionType::Calculate:
        case QuestionType::BeginGroup:
        case QuestionType::EndGroup:
            break;
    }
    return {Value::text(text), std::nullopt};
}

// Computed by care and handed in for the screen's sake: taken as it comes.
Reading read_computed(const std::string& token) {
    if (const auto number = base::json::number_of(token)) {
        return {Value::number(*number), std::nullopt};
    }
    return {Value::text(base::json::string_of(token).value_or("")), std::nullopt};
}

}  // namespace

Reading read_answer(const Question& question, const std::string& token) {
    if (token == "null" || token == "\"\"") return {};
    if (question.type == QuestionType::Integer) return read_number(token, true);
    if (question.type == QuestionType::Decimal) return read_number(token, false);
    if (question.type == QuestionType::Calculate) return read_computed(token);
    auto text = base::json::string_of(token);
    if (!text) return {Value::text(token), Message::Unreadable};
    return read_text(question, *std::move(text));
}

Answers::Answers(const Form& form, const base::Fields& fields, const Context& context)
    : form_(form),
      context_(context),
      values_(form.questions.size()),
      relevant_(form.questions.size(), 1) {
    read(fields);
    for (const std::size_t question : form.by_dependency) settle(question);
}

// Both sides are sorted by name, so one walk finds every answer's question.
void Answers::read(const base::Fields& fields) {
    auto at = form_.by_name.begin();
    for (const auto& [name, token] : fields.entries()) {
        while (at != form_.by_name.end() && form_.questions[*at].name < name) ++at;
        if (at == form_.by_name.end()) return;
        const Question& question = form_.questions[*at];
        if (question.name != name || question.calculation) continue;
        Reading reading = read_answer(question, token);
        if (reading.problem) problems_.emplace_back(*at, *reading.problem);
        values_[*at] = std::move(reading.value);
    }
}

// What is not relevant counts as unanswered for everything that comes after it.
void Answers::settle(std::size_t number) {
    const Question& question = form_.questions[number];
    const bool is_relevant = is_group_relevant(question.group) &&
                             (!question.relevant || question.relevant->is_true(*this));
    relevant_[number] = is_relevant ? 1 : 0;
    if (!is_relevant) {
        values_[number] = Value();
    } else if (question.calculation) {
        values_[number] = question.calculation->evaluate(*this);
    }
}

std::optional<Message> Answers::problem(std::size_t question) const {
    for (const auto& [number, message] : problems_) {
        if (number == question && is_relevant(question)) return message;
    }
    return std::nullopt;
}

const Value& Answers::self() const {
    static const Value none;
    return self_ == kNone ? none : values_[self_];
}

Value Answers::lookup(std::string_view type, std::string_view id, std::string_view field) const {
    if (!context_.lookup) return {};
    const auto text = context_.lookup(type, id, field);
    return text ? Value::text(*text) : Value();
}

}  // namespace forms
