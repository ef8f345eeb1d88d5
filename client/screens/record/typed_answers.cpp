#include "client/screens/record/typed_answers.h"

#include "client/ui/words/dates.h"
#include "client/ui/words/words.h"
#include "shared/base/json.h"
#include "shared/base/text.h"

#include <algorithm>

namespace screens {

namespace {

using forms::QuestionType;

std::optional<std::string> number_token(std::string text, bool whole) {
    std::replace(text.begin(), text.end(), ',', '.');
    const auto integer = base::json::integer_of(text);
    if (integer) return std::to_string(*integer);
    const auto decimal = base::json::number_of(text);
    if (!decimal || whole) return std::nullopt;
    return base::json::decimal(*decimal);
}

std::optional<std::string> date_time_token(const Typed& typed, base::Date today,
                                           const base::Zone& zone) {
    const auto day = words::parse_typed_date(base::trimmed(typed.text), today);
    const auto time = words::parse_typed_time(base::trimmed(typed.time));
    if (!day || !time) return std::nullopt;
    const std::string utc = base::to_text(*day) + "T" + *time + ":00Z";
    const auto as_if_utc = base::parse_date_time(utc);
    if (!as_if_utc) return std::nullopt;
    const base::Instant instant{as_if_utc->unix_ms - std::int64_t{zone.offset_minutes} * 60000};
    return base::json::quoted(base::to_date_time_text(instant, zone));
}

}  // namespace

bool is_typed(QuestionType type) {
    switch (type) {
        case QuestionType::Text:
        case QuestionType::Integer:
        case QuestionType::Decimal:
        case QuestionType::Date:
        case QuestionType::Time:
        case QuestionType::DateTime:
            return true;
        case QuestionType::SelectOne:
        case QuestionType::SelectMultiple:
        case QuestionType::Reference:
        case QuestionType::Note:
        case QuestionType::Calculate:
        case QuestionType::BeginGroup:
        case QuestionType::EndGroup:
            return false;
    }
    return false;
}

std::optional<std::string> read_typed(QuestionType type, const Typed& typed, base::Date today,
                                      const base::Zone& zone) {
    const std::string text = base::trimmed(typed.text);
    if (type == QuestionType::Integer) return number_token(text, true);
    if (type == QuestionType::Decimal) return number_token(text, false);
    if (type == QuestionType::DateTime) return date_time_token(typed, today, zone);
    if (type == QuestionType::Date) {
        const auto day = words::parse_typed_date(text, today);
        if (!day) return std::nullopt;
        return base::json::quoted(base::to_text(*day));
    }
    if (type == QuestionType::Time) {
        const auto time = words::parse_typed_time(text);
        if (!time) return std::nullopt;
        return base::json::quoted(*time);
    }
    return base::json::quoted(typed.text);
}

Typed show_typed(QuestionType type, const std::string& text) {
    if (text.empty()) return {};
    if (type == QuestionType::Decimal && words::language() == words::Language::Indonesian) {
        std::string shown = text;
        std::replace(shown.begin(), shown.end(), '.', ',');
        return {shown, {}};
    }
    if (type == QuestionType::Date || type == QuestionType::DateTime) {
        const auto day = base::parse_date(text.substr(0, std::min<std::size_t>(10, text.size())));
        const bool has_time = text.size() >= 16 && text[10] == 'T';
        if (day && type == QuestionType::Date) return {words::typed_date(*day), {}};
        if (day && has_time) return {words::typed_date(*day), text.substr(11, 5)};
    }
    if (type == QuestionType::DateTime) {  // typed, and not an answer yet
        const std::size_t space = text.rfind(' ');
        if (space != std::string::npos) return {text.substr(0, space), text.substr(space + 1)};
    }
    return {text, {}};
}

std::string raw_typed(const Typed& typed) {
    return typed.text + " " + typed.time;
}

std::string toggled(const std::string& codes, const forms::Question& question,
                    const std::string& code) {
    const auto stands_alone = [&](const std::string& each) {
        const auto& alone = question.exclusive;
        return std::find(alone.begin(), alone.end(), each) != alone.end();
    };
    std::vector<std::string> chosen = base::split(codes, ' ');
    std::erase(chosen, std::string());
    if (std::erase(chosen, code) == 0) {
        if (stands_alone(code)) chosen.clear();
        std::erase_if(chosen, stands_alone);
        chosen.push_back(code);
    }
    return base::joined(chosen, " ");
}

}  // namespace screens
